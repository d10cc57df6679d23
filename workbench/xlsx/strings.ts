import { childOf, childrenOf, type XmlElement } from "../../src/ooxml";

/** The format writes characters that XML forbids as _xHHHH_. */
function decodeEscapes(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      )
    : text;
}

const FORBIDDEN = /[^\t\n\r\u0020-\uFFFD]/g;

/** The text as the format stores it. */
export function encodeEscapes(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(
      FORBIDDEN,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    );
}

/** The text of a shared or inline string: its runs joined, phonetic guides left out. */
export function readString(item: XmlElement | undefined): string {
  const direct = childOf(item, "t");
  if (direct !== undefined) return decodeEscapes(direct.text);
  return childrenOf(item, "r")
    .map((run) => decodeEscapes(childOf(run, "t")?.text ?? ""))
    .join("");
}
