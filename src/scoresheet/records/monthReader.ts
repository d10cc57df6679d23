import type { Cell } from "../../grid";
import { monthOf, yearOf, type Month } from "../../units";
import { problemOf } from "../cells/quantity";
import { readSheetMonth } from "../cells/readSheetMonth";
import { seenText } from "../cells/readText";
import { remembered } from "../cells/remembered";
import { yearlessNumber } from "../layout/longLayout";
import { monthInText, valueTold } from "../layout/monthText";
import type { Quantity, YearFound } from "../types";

/** Reads the month of a long row from its cell and, where the sheet has a column of years, from that beside it. */
export type MonthReader = (cell: Cell, yearCell: Cell) => Quantity<Month>;

function valueOf(month: Month): Quantity<Month> {
  return { kind: "value", value: month, cleaned: null };
}

/** The month of a cell on its own: in full, or as a period or title would say it. */
function readOwn(cell: Cell): Quantity<Month> {
  const quantity = readSheetMonth(cell);
  if (quantity.kind !== "problem" || quantity.problem.code !== "unreadableMonth") return quantity;
  const month = typeof cell === "string" ? monthInText(cell) : undefined;
  return month === undefined ? quantity : valueOf(month);
}

function ofYear(number: number, { year, first }: YearFound): Quantity<Month> | null {
  return year === null ? null : valueOf(monthOf(number >= first ? year : year + 1, number));
}

/** How the months of a sheet's rows are read, given where those without a year have theirs from. */
export function monthReader(found: YearFound | null): MonthReader {
  const own = remembered(readOwn);
  if (found === null) return own;
  if (found.column === null) {
    const dated = remembered((cell: Cell): Quantity<Month> => {
      const number = yearlessNumber(cell);
      return (number === null ? null : ofYear(number, found)) ?? readOwn(cell);
    });
    return dated;
  }
  const yearIn = remembered((cell: Cell) => valueTold(cell)?.year ?? null);
  const numberIn = remembered((cell: Cell) => ({ number: yearlessNumber(cell) }));
  return (cell, yearCell) => {
    const year = yearIn(yearCell);
    const { number } = numberIn(cell);
    if (number !== null)
      return year === null
        ? problemOf({ code: "monthWithoutYear", text: seenText(cell) })
        : valueOf(monthOf(year, number));
    const quantity = own(cell);
    return quantity.kind === "value" && year !== null && yearOf(quantity.value) !== year
      ? problemOf({ code: "otherYear", text: seenText(cell), year })
      : quantity;
  };
}
