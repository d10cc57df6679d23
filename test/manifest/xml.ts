// Takes: XML text. Gives: its elements as a tree. Never: judges them.
import { SaxesParser } from "saxes";

export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
};

/** Parses a document; throws where it is not well-formed. */
export function parseXml(text: string): XmlElement {
  const document: XmlElement = { name: "#document", attributes: {}, children: [], text: "" };
  const open = [document];
  const current = () => open.at(-1) ?? document;
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, children: [], text: "" };
    current().children.push(element);
    open.push(element);
  });
  parser.on("text", (piece) => {
    current().text += piece;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(text).close();
  const [root] = document.children;
  if (root === undefined) throw new Error("The document is empty");
  return root;
}

/** The element and everything in it, in document order, each with the names of its ancestors. */
export function* walk(
  element: XmlElement,
  above: readonly string[] = [],
): Generator<{ element: XmlElement; path: string }> {
  const here = [...above, element.name];
  yield { element, path: here.join("/") };
  for (const child of element.children) yield* walk(child, here);
}

/** All elements with this name, in document order. */
export function elementsNamed(root: XmlElement, name: string): XmlElement[] {
  return [...walk(root)].map(({ element }) => element).filter((element) => element.name === name);
}
