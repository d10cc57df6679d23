import type { ScoreSheet } from "../../scoresheet";
import { atSheet, type Check } from "../check";

const keyOf = (sheetId: string, row: number): string => `${sheetId} ${row}`;

/** The rows that are somebody's, or would be. */
function rowsOfPeople({ records }: ScoreSheet): ReadonlySet<string> {
  return new Set(records.map(({ layout, row }) => keyOf(layout.sheet.id, row)));
}

/**
 * Merged cells among the people: all but the first are blank to every formula. Titles of teams and sums in a
 * row of their own may be merged as they like.
 */
export const cellsMerged: Check = {
  type: "cellsMerged",
  code: "F-HDR-06",
  group: "headings",
  severities: ["warning"],
  of: "sheet",
  kind: "data",
  *find({ display, sheet }) {
    if (display.merged.length === 0) return;
    const people = rowsOfPeople(sheet);
    for (const { cell, rows, columns } of display.merged) {
      if (rows === 1 && !people.has(keyOf(cell.sheet.id, cell.row))) continue;
      yield atSheet("warning", cell, null, { type: "cellsMerged", rows, columns });
    }
  },
};
