import { findLevel, type EffectivePolicy } from "../../policy";
import { REAL_ZERO, type ScoreSheet, type SheetRecord } from "../../scoresheet";
import { pointsFromScore } from "../../units";
import type { HistoryFault, HistoryRow, HistorySource } from "./types";

/** The scores of the sheets of an earlier file. */
export interface HistoryRows {
  readonly rows: readonly HistoryRow[];
  readonly faults: readonly HistoryFault[];
  /** Sheets, by id, whose scores are all at most 1: shares instead of points. Nothing of them is taken. */
  readonly fractions: ReadonlySet<string>;
}

/** How the scores of a sheet run. */
interface Numbers {
  count: number;
  fractions: number;
  most: number;
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

function looksLikeFractions({ count, fractions, most }: Numbers): boolean {
  return count >= FRACTIONS_FROM && fractions === count && most > 0;
}

/**
 * The scores of the sheets of an earlier file, month by month, yielding at each person; what cannot be read is a fault,
 * never left out. People bear the names that their own rows give them: of one 工号 with two names HR is asked.
 */
export function* historyRowsOf(
  sheet: ScoreSheet,
  policy: EffectivePolicy,
  file: string,
): Generator<void, HistoryRows> {
  const rows: HistoryRow[] = [];
  const faults: HistoryFault[] = [];
  const numbers = new Map<string, Numbers>();
  const count = (sheetId: string, score: number): void => {
    let known = numbers.get(sheetId);
    if (known === undefined)
      numbers.set(sheetId, (known = { count: 0, fractions: 0, most: -Infinity }));
    known.count += 1;
    known.most = Math.max(known.most, score);
    if (isFraction(score)) known.fractions += 1;
  };
  const sourceOf = ({ score, month, row, layout }: SheetRecord): HistorySource => ({
    file,
    cell: score.cell ?? month.cell ?? { sheet: layout.sheet, row, column: 0 },
  });
  for (const record of [...sheet.nameless, ...sheet.unplaced])
    faults.push({ why: "who", seen: seenIn(record.score), source: sourceOf(record) });
  for (const { employeeId, name, records } of sheet.people) {
    yield;
    for (const record of records) {
      const { month, score, level, layout } = record;
      if (score.quantity.kind === "blank") continue;
      const source = sourceOf(record);
      const value = scoreOf(record);
      if (typeof value === "number") count(layout.sheet.id, value);
      if (value === undefined) faults.push({ why: "score", seen: seenIn(score), source });
      else if (month.quantity.kind !== "value")
        faults.push({ why: "month", seen: seenIn(month), source });
      else
        rows.push({
          employeeId,
          name: record.name.text === "" ? name : record.name.text,
          month: month.quantity.value,
          level: findLevel(policy, level.text)?.name.zh ?? level.seen.trim(),
          score: value,
          source,
        });
    }
  }
  const fractions = new Set(
    [...numbers].flatMap(([id, found]) => (looksLikeFractions(found) ? [id] : [])),
  );
  const isTaken = ({ source }: { readonly source: HistorySource }): boolean =>
    !fractions.has(source.cell.sheet.id);
  return { rows: rows.filter(isTaken), faults: faults.filter(isTaken), fractions };
}
