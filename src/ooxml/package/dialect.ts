/** Namespaces and kinds of relationships of the transitional dialect, with what the strict one has instead. */
const STRICT: readonly (readonly [transitional: string, strict: string])[] = [
  [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
  ],
  [
    "http://schemas.openxmlformats.org/officeDocument/2006/",
    "http://purl.oclc.org/ooxml/officeDocument/",
  ],
  ["http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/"],
];

/** Whether a kind of relationship is one of a strict file. */
export function isStrictType(type: string): boolean {
  return type.startsWith("http://purl.oclc.org/ooxml/");
}

/** What we write in the transitional dialect, in the strict one. */
export function inStrict(text: string): string {
  return STRICT.reduce((sum, [transitional, strict]) => sum.replaceAll(transitional, strict), text);
}
