import { findLevel, type EffectivePolicy } from "../../policy";
import { REAL_ZERO, type ScoreSheet, type SheetRecord } from "../../scoresheet";
import { pointsFromScore } from "../../units";
import type { HistoryFault, HistoryRow, HistorySource } from "./types";

export interface HistorySheet {
  readonly rows: readonly HistoryRow[];
  readonly faults: readonly HistoryFault[];
  /** Every score is at most 1: shares instead of points. Nothing of such a sheet is taken. */
  readonly fractions: boolean;
}

/** As many numbers must agree before they are taken for shares (scoresAsFractions). */
const FRACTIONS_FROM = 3;

/** The score as it is written: a number, or the word that stands for it; undefined where there is none. */
export function scoreOf({ score }: SheetRecord): number | string | undefined {
  const { quantity } = score;
  switch (quantity.kind) {
    case "blank":
    case "pending":
    case "problem":
      return undefined;
    case "notAssessed":
      return quantity.word;
    case "zero":
      // Whether it is a score is asked where all months are validated.
      return 0;
    case "value":
      return quantity.value === 0 ? REAL_ZERO : pointsFromScore(quantity.value);
  }
}

/** A cell as it stands, for people to recognise. */
export function seenIn({ seen }: SheetRecord["score"] | SheetRecord["month"]): string {
  if (seen === null) return "";
  return typeof seen === "object" ? seen.error : String(seen);
}

function isFraction(score: number | string | undefined): boolean {
  return typeof score === "number" && score >= 0 && score <= 1;
}

/** The scores of an earlier sheet, month by month, yielding at each person; what cannot be read is a fault, never left out. */
export function* historyRowsOf(
  sheet: ScoreSheet,
  policy: EffectivePolicy,
  file: string,
): Generator<void, HistorySheet> {
  const rows: HistoryRow[] = [];
  const faults: HistoryFault[] = [];
  let numbers = 0;
  let fractions = 0;
  let most = 0;
  const sourceOf = ({ score, month, row, layout }: SheetRecord): HistorySource => ({
    file,
    cell: score.cell ?? month.cell ?? { sheet: layout.sheet, row, column: 0 },
  });
  for (const record of [...sheet.nameless, ...sheet.unplaced])
    faults.push({ why: "who", seen: seenIn(record.score), source: sourceOf(record) });
  for (const { employeeId, name, records } of sheet.people) {
    yield;
    for (const record of records) {
      const { month, score, level } = record;
      if (score.quantity.kind === "blank") continue;
      const source = sourceOf(record);
      const value = scoreOf(record);
      if (typeof value === "number") {
        numbers += 1;
        most = Math.max(most, value);
        if (isFraction(value)) fractions += 1;
      }
      if (value === undefined) faults.push({ why: "score", seen: seenIn(score), source });
      else if (month.quantity.kind !== "value")
        faults.push({ why: "month", seen: seenIn(month), source });
      else
        rows.push({
          employeeId,
          name,
          month: month.quantity.value,
          level: findLevel(policy, level.text)?.name.zh ?? level.seen.trim(),
          score: value,
          source,
        });
    }
  }
  return {
    rows,
    faults,
    fractions: numbers >= FRACTIONS_FROM && fractions === numbers && most > 0,
  };
}
