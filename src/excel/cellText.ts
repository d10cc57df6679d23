import type { WrittenCell } from "../grid";

/**
 * Texts that Excel keeps as texts in every language: they begin with a letter that is neither upper nor lower case, as
 * Chinese characters are, but not with a Chinese numeral. All others get an apostrophe, which Excel does not show:
 * without it "=1+1" would become a formula, "2025-06" a date, "1001" a number, and in some languages "一月" or "May" a date.
 */
const SAFE = /^(?![〇零一二三四五六七八九十百])\p{Lo}/u;

/** What is handed to Excel for a cell. */
export function cellInput(cell: WrittenCell): string | number {
  if (cell === null) return "";
  if ("number" in cell) return cell.number;
  if ("formula" in cell) return cell.formula;
  return cell.text === "" || SAFE.test(cell.text) ? cell.text : `'${cell.text}`;
}
