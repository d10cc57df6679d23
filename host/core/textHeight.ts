/** How a cell's text is set, as far as its height depends on it. */
export interface SetText {
  readonly text: string;
  /** In points. */
  readonly fontSize: number;
  /** Null where the text does not wrap. */
  readonly columnWidth: number | null;
}

/** Points that a cell keeps free beside its text. */
const MARGINS = 3.75;
/** Width of a digit in sizes of its font: what widths of columns are counted in. */
const PLACE = 5.25 / 11;
/** Height of a line in sizes of its font; East Asian letters stand higher. */
const LINE_TO_FONT_HEIGHT = 15 / 11;
const EAST_ASIAN_LINE = 1.5;
/** From here on a letter takes two places. */
const EAST_ASIAN = 0x2e80;

const isEastAsian = (letter: string): boolean => letter.charCodeAt(0) > EAST_ASIAN;

/** What is not broken: words with the space behind them, single East Asian letters. */
function pieces(line: string): string[] {
  const found: string[] = [];
  let word = "";
  for (const letter of line) {
    if (isEastAsian(letter)) {
      if (word !== "") found.push(word);
      found.push(letter);
      word = "";
    } else {
      word += letter;
      if (letter !== " ") continue;
      found.push(word);
      word = "";
    }
  }
  return word === "" ? found : [...found, word];
}

/** Places that a text takes: East Asian letters take two. */
export function placesOf(text: string): number {
  let places = 0;
  for (const letter of text) places += isEastAsian(letter) ? 2 : 1;
  return places;
}

/** Lines of a paragraph in so many places; a word longer than a line is broken. */
function linesOf(paragraph: string, places: number): number {
  let lines = 1;
  let taken = 0;
  for (const piece of pieces(paragraph)) {
    const wanted = placesOf(piece.trimEnd());
    if (taken > 0 && taken + wanted > places) {
      lines += 1;
      taken = 0;
    }
    lines += Math.max(Math.ceil(wanted / places) - 1, 0);
    taken = wanted > places ? wanted % places : taken + placesOf(piece);
  }
  return lines;
}

/** About how high the text stands, in points. */
export function textHeight({ text, fontSize, columnWidth }: SetText): number {
  const places =
    columnWidth === null ? Infinity : Math.max((columnWidth - MARGINS) / (fontSize * PLACE), 2);
  const lines =
    columnWidth === null
      ? 1
      : text.split("\n").reduce((sum, paragraph) => sum + linesOf(paragraph, places), 0);
  const line = [...text].some(isEastAsian) ? EAST_ASIAN_LINE : LINE_TO_FONT_HEIGHT;
  return lines * fontSize * line;
}
