import type { Language } from "../wording";

/** How wide a text is in characters of the standard font: one of Chinese counts as two. */
export function widthOf(said: string): number {
  let width = 0;
  for (const character of said) width += character.charCodeAt(0) > 0xff ? 2 : 1;
  return width;
}

/** Joins items into lines of at most so many characters; an item is never broken. */
export function inLines(items: readonly string[], separator: string, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const item of items) {
    const longer = line === "" ? item : `${line}${separator}${item}`;
    if (line !== "" && widthOf(longer) > most) {
      lines.push(line);
      line = item;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/** Pieces after which a line may end: single characters, with the marks that belong to them. */
function piecesOf(sentence: string): string[] {
  return sentence.match(/[“（《]*(?:[A-Za-z0-9.,+-]+|.)[，。；、：）”》]*/gu) ?? [];
}

/** Breaks a sentence into lines of at most so many characters; Chinese breaks anywhere, English between words. */
export function brokenLines(sentence: string, language: Language, most: number): string[] {
  return {
    zh: () => inLines(piecesOf(sentence), "", most),
    en: () => inLines(sentence.split(" "), " ", most),
  }[language]();
}
