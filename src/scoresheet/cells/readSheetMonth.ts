import { dateFromSerial, yearOf } from "../../units";
import type { Month } from "../../units";
import type { Cell } from "../../grid";
import { problemOf } from "./quantity";
import { LAST_YEAR, parseMonth, readMonth, settle } from "./readMonth";
import { seenText } from "./readText";
import type { Quantity } from "../types";

const EIGHT_DIGITS = /^((?:19|20)\d{2})(\d{2})(\d{2})$/u;

/** The years in which somebody on a score sheet can have worked: a number outside is no date. */
const FIRST_PLAUSIBLE = 1950;

function isPlausible(month: Month): boolean {
  const year = yearOf(month);
  return year >= FIRST_PLAUSIBLE && year <= LAST_YEAR;
}

/**
 * A month in a cell of a score sheet: as `readMonth`, but a number that would be a day of another
 * century (a typed 3 is a serial of 1900, 2025.03 one of 1905) is unreadable instead of wrong.
 */
export function readSheetMonth(cell: Cell): Quantity<Month> {
  const quantity = readMonth(cell);
  return quantity.kind === "value" && !isPlausible(quantity.value)
    ? problemOf({ code: "unreadableMonth", text: seenText(cell) })
    : quantity;
}

export interface DateRead {
  readonly month: Quantity<Month>;
  /** The day of the month, where the cell holds a full date. */
  readonly day: number | null;
}

/**
 * A date in a cell of a score sheet (入职日期): its month, and its day where it is a full date. The
 * eight digits of an export (20250315) are a date too, since no serial is that large.
 */
export function readDate(cell: Cell): DateRead {
  const digits = EIGHT_DIGITS.exec(seenText(cell).trim());
  if (digits !== null) {
    const parsed = settle(Number(digits[1]), Number(digits[2]), Number(digits[3]));
    if (parsed.kind === "month")
      return {
        month: { kind: "value", value: parsed.month, cleaned: null },
        day: parsed.day,
      };
  }
  const month = readSheetMonth(cell);
  if (month.kind !== "value") return { month, day: null };
  if (typeof cell === "string") {
    const parsed = parseMonth(cell);
    return { month, day: parsed.kind === "month" ? parsed.day : null };
  }
  // The same month both ways means that the number was not YYYYMM.
  const date = typeof cell === "number" ? dateFromSerial(cell) : undefined;
  return { month, day: date?.month === month.value ? date.day : null };
}
