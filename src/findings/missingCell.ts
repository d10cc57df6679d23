import type { CellRef } from "../grid";
import type { PersonInMonth, PersonMonth } from "../month";
import type { SheetLayout } from "../scoresheet";

/** Nothing at all where a score should be: no row, or a blank cell; a reason or a 0 is something. */
export function lacksScore({ records }: PersonMonth): boolean {
  return records.every(({ score }) => score.quantity.kind === "blank");
}

/** Where to enter a missing score: its blank cell if there is one, else the person. */
export function missingCell(
  person: PersonInMonth,
  { month, records }: PersonMonth,
  layout: SheetLayout,
): CellRef {
  const [record] = records;
  if (record !== undefined) return record.score.cell ?? person.person.cell;
  const column = layout.months.find((candidate) => candidate.month === month)?.column;
  // Somebody of whom only another sheet knows has no row here.
  return column === undefined || person.person.cell.sheet.id !== layout.sheet.id
    ? person.person.cell
    : { sheet: layout.sheet, row: person.person.cell.row, column };
}
