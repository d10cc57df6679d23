import { SaxesParser } from "saxes";
import type { PartProblem } from "./problems";

/** The root element of a part, in its namespace: what the file format calls it. */
export interface PartRoot {
  readonly name: string;
  readonly namespace: string;
}

export const POLICY_NAMESPACE = "urn:cs-promotion:policy:1";
export const POLICY_ROOT: PartRoot = { name: "policy", namespace: POLICY_NAMESPACE };
const XML_NAMESPACES: readonly string[] = [
  "http://www.w3.org/2000/xmlns/",
  "http://www.w3.org/XML/1998/namespace",
];
/** Every character of the longest JSON may be escaped. */
const LONGEST_XML = 25_000_000;

export type XmlResult =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "refused"; readonly problem: PartProblem };

/** Ends the parser early; it never leaves this module. */
class Refusal extends Error {
  constructor(readonly problem: PartProblem) {
    super(problem.code);
  }
}

/** The text of the root element. Anything but one element with text is refused, since writing would lose it. */
export function readXml(xml: string, root: PartRoot): XmlResult {
  if (xml.length > LONGEST_XML)
    return { kind: "refused", problem: { code: "tooLarge", limit: LONGEST_XML } };
  const pieces: string[] = [];
  let rootSeen = false;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", () => {
    throw new Refusal({ code: "notXml" });
  });
  parser.on("doctype", () => {
    throw new Refusal({ code: "documentType" });
  });
  parser.on("opentag", (tag) => {
    if (rootSeen) throw new Refusal({ code: "unexpectedMarkup", name: tag.name });
    rootSeen = true;
    if (tag.local !== root.name || tag.uri !== root.namespace)
      throw new Refusal({ code: "otherRoot", name: tag.local, namespace: tag.uri });
    for (const attribute of Object.values(tag.attributes))
      if (!XML_NAMESPACES.includes(attribute.uri))
        throw new Refusal({ code: "unexpectedMarkup", name: attribute.name });
  });
  parser.on("text", (text) => pieces.push(text));
  parser.on("cdata", (text) => pieces.push(text));
  try {
    parser.write(xml).close();
  } catch (error) {
    // The parser throws nothing of its own once it has an error handler, but hostile text shall not
    // be what proves otherwise.
    const problem = error instanceof Refusal ? error.problem : { code: "notXml" as const };
    return { kind: "refused", problem };
  }
  return { kind: "text", text: pieces.join("") };
}

/** One element with the text. */
export function writeXml(text: string, { name, namespace }: PartRoot): string {
  const escaped = text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");
  return `<${name} xmlns="${namespace}">${escaped}</${name}>`;
}

/**
 * JSON whose characters XML may hold. The control characters below U+0020 and lone surrogates are
 * escaped by JSON itself; the others occur inside strings only. So does "_x0041_", which Excel's files take for
 * an escaped "A" when it stands in a cell.
 */
export function jsonForXml(value: unknown): string {
  return JSON.stringify(value)
    .replace(
      /[\u007f-\u009f\u2028\u2029\ufffe\uffff]/gu,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    )
    .replace(/_(?=x[0-9a-f]{4}_)/giu, "\\u005f");
}
