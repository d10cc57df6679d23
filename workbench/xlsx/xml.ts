import {
  applyEdits,
  descendants,
  element,
  escapeXml,
  prefixOf,
  readTree,
  type Edit,
  type Span,
  type XmlElement,
} from "../../src/ooxml";

// What the workbench writes. XML is read in one way everywhere: by src/ooxml, on saxes.

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Whether a boolean attribute of the file format is on. */
export function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** The opening tag's text for a name and attributes; undefined attributes are left out. */
export function openingTag(name: string, attributes: Attributes): string {
  return `${element(name, attributes).slice(0, -2)}>`;
}

/** An element that holds no elements: text, or nothing at all. */
export function textElement(name: string, attributes: Attributes, text = ""): string {
  return element(name, attributes, text === "" ? undefined : escapeXml(text));
}

/** What stands in the text at that place. */
export function sliceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** The place in front of an element. */
export function placeBefore({ span }: XmlElement): Span {
  return { start: span.start, end: span.start };
}

/** The place before the closing tag of an element that has one. */
export function placeAtEnd({ inside }: XmlElement): Span {
  return { start: inside.end, end: inside.end };
}

/**
 * Puts a new child where the schema's sequence wants it: behind the last child that comes before.
 * Children that the sequence does not name stay where they are.
 */
export function insertInSequence(
  parent: XmlElement,
  sequence: readonly string[],
  local: string,
  inner: string,
): Edit {
  if (parent.selfClosing) {
    const tag = openingTag(parent.name, parent.attributes);
    return { ...parent.span, text: `${tag}${inner}</${parent.name}>` };
  }
  const place = sequence.indexOf(local);
  const before = parent.children.filter((each) => {
    const index = sequence.indexOf(each.local);
    return index >= 0 && index <= place;
  });
  const position = before.at(-1)?.span.end ?? parent.tag.end;
  return { start: position, end: position, text: inner };
}

const AROUND = "<all>";

/** A fragment whose elements of one prefix ("x:", or "" for none) are written with another. */
export function changePrefix(fragment: string, from: string, to: string): string {
  if (from === to) return fragment;
  const whole = `${AROUND}${fragment}</all>`;
  const [, ...elements] = descendants(readTree("", whole));
  const edits = elements
    .filter(({ name }) => prefixOf(name) === from)
    .flatMap(({ tag, inside, selfClosing }): Edit[] =>
      [tag.start + "<".length, ...(selfClosing ? [] : [inside.end + "</".length])].map((start) => ({
        start,
        end: start + from.length,
        text: to,
      })),
    );
  return applyEdits(whole, edits).slice(AROUND.length, -"</all>".length);
}
