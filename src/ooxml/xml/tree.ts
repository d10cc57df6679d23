import { XmlScanner, type OpenTag, type Span } from "./scanner";

/** An element of a part that is read as a whole, with its place in the text. */
export interface XmlElement extends OpenTag {
  readonly children: readonly XmlElement[];
  /** Its own text, decoded; that of its children is not in it. */
  readonly text: string;
  /** The opening tag. */
  readonly tag: Span;
  /** From the opening tag to the end of the closing one. */
  readonly span: Span;
  /** What stands between its tags. */
  readonly inside: Span;
}

/** An element whose closing tag may still be to come; there are hundred thousands, so none is made twice. */
type Open = { -readonly [key in keyof XmlElement]: XmlElement[key] } & {
  readonly children: XmlElement[];
};

/** The root element. @throws FileRefusal where the text is no XML, or declares a document type. */
export function readTree(part: string, text: string): XmlElement {
  const stack: Open[] = [];
  let root: XmlElement | undefined;
  const scanner = new XmlScanner(part, {
    open: ({ name, local, attributes, selfClosing }, tag) => {
      const children: XmlElement[] = [];
      // A copy of the attributes takes a fraction of the memory: the parser's own object has no prototype.
      const own = { ...attributes };
      const element: Open = {
        name,
        local,
        attributes: own,
        selfClosing,
        children,
        text: "",
        tag,
        span: tag,
        inside: tag,
      };
      const parent = stack.at(-1);
      if (parent === undefined) root = element;
      else parent.children.push(element);
      stack.push(element);
    },
    text: (piece) => {
      const current = stack.at(-1);
      if (current !== undefined) current.text += piece;
    },
    close: (_, span) => {
      const closed = stack.pop();
      if (closed === undefined) return;
      closed.span = { start: closed.tag.start, end: span.end };
      closed.inside = { start: closed.tag.end, end: span.start };
    },
  });
  scanner.write(text);
  scanner.end();
  if (root === undefined) throw new Error(`${part} has no root element`);
  return root;
}

export function childrenOf(element: XmlElement | undefined, local: string): XmlElement[] {
  return element?.children.filter((child) => child.local === local) ?? [];
}

export function childOf(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return element?.children.find((child) => child.local === local);
}

/** The element and everything inside of it, in document order. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* descendants(child);
}

/** An attribute by its name without a prefix; of two with one name, that with a prefix. */
export function attributeOf(element: OpenTag, local: string): string | undefined {
  const names = Object.keys(element.attributes);
  const name =
    names.find((each) => each.endsWith(`:${local}`)) ?? names.find((each) => each === local);
  return name === undefined ? undefined : element.attributes[name];
}

/** "x:" of "x:worksheet", "" of "worksheet". */
export function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(":") + 1);
}

/** The namespace of an element that declares it itself, as root elements do. */
export function ownNamespace({ name, attributes }: Pick<OpenTag, "name" | "attributes">): string {
  const prefix = prefixOf(name).slice(0, -1);
  return attributes[prefix === "" ? "xmlns" : `xmlns:${prefix}`] ?? "";
}

/** Namespaces by their prefixes, as an element declares them for what stands inside of it. */
export function declaredPrefixes({
  attributes,
}: Pick<OpenTag, "attributes">): ReadonlyMap<string, string> {
  const prefixes = new Map<string, string>();
  for (const [name, value] of Object.entries(attributes))
    if (name.startsWith("xmlns:")) prefixes.set(name.slice("xmlns:".length), value);
  return prefixes;
}

/**
 * The attribute by which an element names a relationship, as it is written inside of those elements: the prefix is
 * declared where none of them does.
 */
export function relationAttribute(
  around: readonly Pick<OpenTag, "attributes">[],
  namespace: string,
  id: string,
): Readonly<Record<string, string>> {
  const prefixes = new Map<string, string>();
  for (const element of around)
    for (const [prefix, value] of declaredPrefixes(element)) prefixes.set(prefix, value);
  const known = [...prefixes].find(([, value]) => value === namespace)?.[0];
  return known === undefined ? { "xmlns:r": namespace, "r:id": id } : { [`${known}:id`]: id };
}

export interface Edit extends Span {
  readonly text: string;
}

/**
 * The text with the edits made; those at one place keep the order they were given in. What is deleted inside of
 * something that gives way goes with it.
 * @throws Error where two edits cross otherwise: one of them would be lost.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let done = 0;
  for (const edit of [...edits].sort(
    (one, other) => one.start - other.start || one.end - other.end,
  )) {
    if (edit.start < done) {
      if (edit.text === "" && edit.end <= done) continue;
      throw new Error("Two edits cross");
    }
    result += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return result + text.slice(done);
}

/** The edit that appends `text` inside of an element, opening it where it is empty. */
export function appendInside(source: string, element: XmlElement, text: string): Edit {
  if (!element.selfClosing) {
    const { end } = element.inside;
    return { start: end, end, text };
  }
  const tag = source.slice(element.tag.start, element.tag.end);
  return { ...element.tag, text: `${tag.slice(0, -2).trimEnd()}>${text}</${element.name}>` };
}
