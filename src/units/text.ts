/** Text as people mean it: full-width digits, letters and brackets made half-width (NFKC), ends trimmed. */
export function normaliseText(text: string): string {
  return text.normalize("NFKC").trim();
}

/** For names of levels, headings and clauses: normalised, without any white space, in lower case. */
export function compactText(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();
}
