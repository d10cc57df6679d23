import { FileRefusal } from "../../src/ooxml";

/**
 * XML as a tree that knows where each element stands in the text, so that one element can be
 * replaced and every other character stays as it was.
 */
export interface XmlElement {
  /** Name as written, with its prefix. */
  readonly name: string;
  /** Name without its prefix. */
  readonly local: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The element's own text, decoded; the text of its children is not in it. */
  readonly text: string;
  /** Offset of "<" of the opening tag. */
  readonly start: number;
  /** Offset after ">" of the opening tag. */
  readonly openEnd: number;
  /** Offset of "</" of the closing tag; equals `end` for an element without content (`<a/>`). */
  readonly closeStart: number;
  /** Offset after the last character of the element. */
  readonly end: number;
}

/** The text between `start` and `end` gives way to `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface OpenElement {
  name: string;
  local: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
  start: number;
  openEnd: number;
  closeStart: number;
  end: number;
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, body: string) => {
    if (body.startsWith("#x")) return String.fromCodePoint(parseInt(body.slice(2), 16));
    if (body.startsWith("#")) return String.fromCodePoint(parseInt(body.slice(1), 10));
    return NAMED_ENTITIES[body] ?? whole;
  });
}

/** Escapes text for an element's content or a double-quoted attribute. */
export function escapeXml(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\r/g, "&#13;");
}

const ATTRIBUTE = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function readAttributes(tag: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of tag.matchAll(ATTRIBUTE)) {
    if (name !== undefined) attributes[name] = decodeEntities(double ?? single ?? "");
  }
  return attributes;
}

/** The ">" that ends the tag opened at `from`; a ">" inside quotes does not count. */
function tagEnd(text: string, from: number): number {
  let quote = "";
  for (let index = from; index < text.length; index++) {
    const character = text.charAt(index);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return index;
  }
  throw new FileRefusal("badXml");
}

function skipTo(text: string, closing: string, from: number): number {
  const found = text.indexOf(closing, from);
  if (found < 0) throw new FileRefusal("badXml");
  return found + closing.length;
}

/**
 * Reads a document and returns its root element.
 * @throws FileRefusal where tags do not match, the text ends early, or it declares a document type
 * (entities of its own are never expanded).
 */
export function parseXml(text: string): XmlElement {
  const document: OpenElement = {
    name: "",
    local: "",
    attributes: {},
    children: [],
    text: "",
    start: 0,
    openEnd: 0,
    closeStart: text.length,
    end: text.length,
  };
  const stack: OpenElement[] = [document];
  let position = 0;
  while (position < text.length) {
    const current = stack[stack.length - 1];
    if (current === undefined) throw new FileRefusal("badXml");
    const next = text.indexOf("<", position);
    const textEnd = next < 0 ? text.length : next;
    if (textEnd > position && stack.length > 1) {
      current.text += decodeEntities(text.slice(position, textEnd));
    }
    if (next < 0) break;
    if (text.startsWith("<!--", next)) {
      position = skipTo(text, "-->", next + 4);
    } else if (text.startsWith("<![CDATA[", next)) {
      position = skipTo(text, "]]>", next + 9);
      current.text += text.slice(next + 9, position - 3);
    } else if (text.startsWith("<?", next)) {
      position = skipTo(text, "?>", next + 2);
    } else if (text.startsWith("<!", next)) {
      throw new FileRefusal("documentType");
    } else if (text.startsWith("</", next)) {
      position = skipTo(text, ">", next);
      const name = text.slice(next + 2, position - 1).trim();
      if (stack.length === 1 || current.name !== name) {
        throw new FileRefusal("badXml");
      }
      current.closeStart = next;
      current.end = position;
      stack.pop();
    } else {
      const close = tagEnd(text, next + 1);
      const empty = text.charAt(close - 1) === "/";
      const tag = text.slice(next + 1, empty ? close - 1 : close);
      const name = /^\S+/.exec(tag)?.[0] ?? "";
      position = close + 1;
      const element: OpenElement = {
        name,
        local: name.slice(name.indexOf(":") + 1),
        attributes: tag.length > name.length ? readAttributes(tag.slice(name.length)) : {},
        children: [],
        text: "",
        start: next,
        openEnd: position,
        closeStart: position,
        end: position,
      };
      current.children.push(element);
      if (!empty) stack.push(element);
    }
  }
  const root = document.children[0];
  if (stack.length !== 1 || root === undefined || document.children.length !== 1) {
    throw new FileRefusal("badXml");
  }
  return root;
}

/** The first child of that local name. */
export function child(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.local === local);
}

/** All children of that local name. */
export function children(element: XmlElement | undefined, local: string): readonly XmlElement[] {
  return element?.children.filter((candidate) => candidate.local === local) ?? [];
}

/** An attribute by its local name (`r:id` is found as `id` only when written with a prefix). */
export function prefixedAttribute(element: XmlElement, local: string): string | undefined {
  const name = Object.keys(element.attributes).find((key) => key.endsWith(`:${local}`));
  return name === undefined ? undefined : element.attributes[name];
}

/** Whether a boolean attribute of the file format is on. */
export function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** The opening tag's text for a name and attributes; undefined attributes are left out. */
export function openingTag(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) tag += ` ${key}="${escapeXml(String(value))}"`;
  }
  return `${tag}>`;
}

/** An element that holds no elements: text, or nothing at all. */
export function textElement(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  text = "",
): string {
  const tag = openingTag(name, attributes);
  return text === "" ? `${tag.slice(0, -1)}/>` : `${tag}${escapeXml(text)}</${name}>`;
}

/** Text that appends `inner` at the end of an element, which may be written as empty. */
export function appendInside(element: XmlElement, inner: string): Edit {
  if (element.closeStart < element.end) {
    return { start: element.closeStart, end: element.closeStart, text: inner };
  }
  const tag = openingTag(element.name, element.attributes);
  return { start: element.start, end: element.end, text: `${tag}${inner}</${element.name}>` };
}

/**
 * Applies edits that do not overlap; edits at one place keep the order they were given in.
 * @throws Error when two edits overlap.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order);
  let result = "";
  let position = 0;
  for (const { edit } of ordered) {
    if (edit.start < position) throw new Error("Two edits overlap");
    result += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return result + text.slice(position);
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
  if (parent.closeStart === parent.end) return appendInside(parent, inner);
  const place = sequence.indexOf(local);
  const before = parent.children.filter((element) => {
    const index = sequence.indexOf(element.local);
    return index >= 0 && index <= place;
  });
  const position = before[before.length - 1]?.end ?? parent.openEnd;
  return { start: position, end: position, text: inner };
}
