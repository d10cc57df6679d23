import { childOf, childrenOf, FileRefusal, type XmlElement } from "../../ooxml";
import { partOfKind, type Book } from "./book";

/** What the numbers below 164 mean that are not written down: those of days and of percentages. */
const BUILT_IN: Readonly<Record<number, string>> = {
  9: "0%",
  10: "0.00%",
  14: "yyyy-mm-dd",
  15: "yyyy-mm-dd",
  16: "yyyy-mm-dd",
  17: "yyyy-mm",
  22: "yyyy-mm-dd",
  27: "yyyy-mm",
  28: "yyyy-mm-dd",
  29: "yyyy-mm-dd",
  30: "yyyy-mm-dd",
  31: "yyyy-mm-dd",
  36: "yyyy-mm",
  50: "yyyy-mm",
  51: "yyyy-mm-dd",
  52: "yyyy-mm",
  53: "yyyy-mm-dd",
  54: "yyyy-mm-dd",
  57: "yyyy-mm",
  58: "yyyy-mm-dd",
};

/** The style sheet; undefined where there is none that can be read: values are read all the same. */
function stylesOf(book: Book): XmlElement | undefined {
  const path = partOfKind(book, "styles");
  if (path === undefined) return undefined;
  try {
    return book.file.tree(path);
  } catch (error) {
    if (error instanceof FileRefusal) return undefined;
    throw error;
  }
}

/** The number format of each style of cells, by its number; "" where it is none of days or percentages. */
export function numberFormatsOf(book: Book): readonly string[] {
  const root = stylesOf(book);
  if (root === undefined) return [];
  const own = new Map(
    childrenOf(childOf(root, "numFmts"), "numFmt").map(({ attributes }) => [
      Number(attributes["numFmtId"]),
      attributes["formatCode"] ?? "",
    ]),
  );
  return childrenOf(childOf(root, "cellXfs"), "xf").map(({ attributes }) => {
    const id = Number(attributes["numFmtId"] ?? 0);
    return own.get(id) ?? BUILT_IN[id] ?? "";
  });
}

const DAY_MS = 86_400_000;
/** The day from which Excel counts, so that 1 March 1900 comes out right. */
const FIRST = Date.UTC(1899, 11, 30);

/** What of a format is shown as it stands, or names a colour or language. */
const LITERAL = /"[^"]*"|\\.|\[[^\]]*\]/gu;

/** A number about as Excel shows it: as a day, a month or a percentage where its format says so, else as it is. */
export function showNumber(value: number, format: string): string {
  const code = format.replace(LITERAL, "").split(";")[0]?.toLowerCase() ?? "";
  if (code.includes("%")) {
    const places = /\.(0+)%/u.exec(code)?.[1]?.length ?? 0;
    return `${(value * 100).toFixed(places)}%`;
  }
  const isDay = /[yd]/u.test(code) && value >= 1 && value < 2_958_466;
  if (!isDay) return String(value);
  const day = new Date(FIRST + Math.floor(value) * DAY_MS).toISOString();
  return code.includes("d") ? day.slice(0, 10) : day.slice(0, 7);
}
