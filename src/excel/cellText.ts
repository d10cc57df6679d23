import type { WrittenCell } from "../grid";

/**
 * Texts that no Excel takes for something else: they begin with a letter of a script without digits' words.
 * All others get an apostrophe, which Excel does not show: "=1+1" would become a formula, "2025-06" a
 * date, "1001" a number, "一月" or "May" a date on some of them.
 */
const SAFE = /^(?![〇零一二三四五六七八九十百])\p{Lo}/u;

/** What is handed to Excel for a cell. */
export function cellInput(cell: WrittenCell): string | number {
  if (cell === null) return "";
  if ("number" in cell) return cell.number;
  if ("formula" in cell) return cell.formula;
  return cell.text === "" || SAFE.test(cell.text) ? cell.text : `'${cell.text}`;
}
