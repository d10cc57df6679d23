/** Escapes text for an element's content. Formulas are full of quotes, which need no escape there. */
export function escapeContent(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

/** Escapes text for an element's content or a double-quoted attribute. */
export function escapeXml(text: string): string {
  return escapeContent(text).replaceAll('"', "&quot;");
}

/** Escapes text for a double-quoted attribute, in which a reader takes line breaks and tabs as they stand for spaces. */
function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

interface Attribute {
  readonly name: string;
  /** With the white space before it. */
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly end: number;
}

const isSpace = (character: string): boolean => /\s/u.test(character);

/** The attributes of an opening tag that is known to be well-formed. */
function* attributesOf(tag: string): Generator<Attribute> {
  let at = 1;
  while (at < tag.length && !isSpace(tag.charAt(at)) && !"/>".includes(tag.charAt(at))) at += 1;
  for (;;) {
    const start = at;
    while (isSpace(tag.charAt(at))) at += 1;
    const nameStart = at;
    const equals = tag.indexOf("=", at);
    if (equals < 0 || "/>".includes(tag.charAt(at))) return;
    at = equals + 1;
    while (isSpace(tag.charAt(at))) at += 1;
    const quote = tag.charAt(at);
    const valueEnd = tag.indexOf(quote, at + 1);
    if (valueEnd < 0) return;
    yield {
      name: tag.slice(nameStart, equals).trim(),
      start,
      valueStart: at + 1,
      valueEnd,
      end: valueEnd + 1,
    };
    at = valueEnd + 1;
  }
}

/**
 * An opening tag with other attributes: a text replaces a value or adds it at the end, null takes it away.
 * Everything else stays as it was written.
 */
export function withAttributes(
  tag: string,
  changes: Readonly<Record<string, string | null>>,
): string {
  let result = "";
  let done = 0;
  const missing = new Map(Object.entries(changes));
  for (const { name, start, valueStart, valueEnd, end } of attributesOf(tag)) {
    const change = missing.get(name);
    if (change === undefined) continue;
    missing.delete(name);
    result += tag.slice(done, change === null ? start : valueStart);
    if (change !== null) {
      const text = escapeAttribute(change);
      // A value in single quotes keeps them.
      result +=
        (tag.charAt(valueEnd) === "'" ? text.replace(/'/gu, "&apos;") : text) +
        tag.slice(valueEnd, end);
    }
    done = end;
  }
  const rest = tag.slice(done);
  const tail = rest.endsWith("/>") ? "/>" : ">";
  const added = [...missing].flatMap(([name, value]) =>
    value === null ? [] : ` ${name}="${escapeAttribute(value)}"`,
  );
  return result + rest.slice(0, rest.length - tail.length) + added.join("") + tail;
}

/** An element of text, for what we write ourselves; attributes without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content?: string,
): string {
  const list = Object.entries(attributes)
    .flatMap(([key, value]) =>
      value === undefined ? [] : ` ${key}="${escapeAttribute(String(value))}"`,
    )
    .join("");
  return content === undefined ? `<${name}${list}/>` : `<${name}${list}>${content}</${name}>`;
}
