import { normaliseText } from "../../units";
import type { Cell } from "../../grid";

/**
 * A cell as the text that keys and levels are compared by: NFKC, trimmed; the number 1001 is "1001".
 * Blank and the number 0 are "": hosts and formulas hand blank cells over as 0.
 */
export function readText(cell: Cell): string {
  if (typeof cell === "string") return normaliseText(cell);
  if (typeof cell === "number") return cell === 0 ? "" : String(cell);
  if (cell === null) return "";
  return typeof cell === "boolean" ? String(cell).toUpperCase() : cell.error;
}

/** A cell as it stands, for people to recognise. */
export function seenText(cell: Cell): string {
  if (typeof cell === "string") return cell;
  if (cell === null) return "";
  if (typeof cell === "object") return cell.error;
  return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell);
}

/**
 * A person's name as it is compared: 张 三 is 张三. Between Latin words one space stays, since there
 * it belongs to the name.
 */
export function readName(cell: Cell): string {
  const text = readText(cell);
  return /\s/u.test(text)
    ? text.replace(/\s+/gu, " ").replace(/(?<![\p{Script=Latin}.]) | (?!\p{Script=Latin})/gu, "")
    : text;
}
