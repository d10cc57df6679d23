import type { FindingFacts } from "../facts";
import { atRecord, type Check, type RecordPlace } from "../check";
import { hasScoreEntry, type MonthSetting } from "../../month";
import type { SheetLayout } from "../../scoresheet";

type Problem = Extract<FindingFacts, { type: "monthUnusable" }>["problem"];

function isAskedFor({ problems }: SheetLayout): boolean {
  return problems.some(({ code }) => code === "monthWithoutYear" || code === "monthContradicts");
}

function problemOf({ record }: RecordPlace, { today }: MonthSetting): Problem | null {
  const { quantity, seen } = record.month;
  const text = typeof seen === "object" ? (seen?.error ?? "") : String(seen);
  switch (quantity.kind) {
    case "value":
      return quantity.value > today && hasScoreEntry(record) ? { kind: "future", today } : null;
    case "problem":
      switch (quantity.problem.code) {
        case "monthWithoutYear":
          // Where most rows lack it the year is asked for once: monthHeaderWithoutYear.
          return isAskedFor(record.layout) ? null : { kind: "withoutYear", text };
        case "otherYear":
          return { kind: "otherYear", text, year: quantity.problem.year };
        default:
          return { kind: "unreadable", text };
      }
    case "blank":
      return hasScoreEntry(record) ? { kind: "blank" } : null;
    case "pending":
      return null;
    case "notAssessed":
    case "zero":
      return { kind: "unreadable", text };
  }
}

/** The month of a row cannot be read, or is yet to come although it has a score. */
export const monthUnusable: Check = {
  type: "monthUnusable",
  code: "F-MON-01",
  group: "months",
  severities: ["error"],
  of: "record",
  kind: "data",
  laterToo: true,
  find(place, setting) {
    const { record, month } = place;
    // Without a month column there is no cell to correct: that is columnMissing.
    if (record.month.cell === null) return null;
    const problem = problemOf(place, setting);
    if (problem === null) return null;
    // In a wide sheet the heading is at fault, whoever has a score below it.
    const person = record.month.cell.row === record.row ? place.person : null;
    return atRecord("error", { person, month }, record.month.cell, null, {
      type: "monthUnusable",
      problem,
    });
  },
};
