import type { CellRef } from "../grid";
import type {
  HistoryCell,
  Level,
  PromotionVerdict,
  ReadingId,
  RiskResult,
  ScoreHistory,
} from "../policy";
import type { CellOf, MonthEntry, Person, SheetRecord } from "../scoresheet";
import type { Month } from "../units";
import type { Exclusion, PersonRef } from "./types";

/** One calendar month of a person, with what the rules make of it. */
export interface PersonMonth extends MonthEntry {
  readonly history: HistoryCell;
  /** The level typed in the month; undefined where it is blank or unknown. */
  readonly level: Level | undefined;
}

/**
 * How somebody stands to a month: in it with a score or a reason in the month or in the one before; probably left
 * without either (noLongerScored); left, where HR has said so.
 */
export type Presence = "inMonth" | "probablyLeft" | "left";

/** The result of judging one person as of the month. */
export interface PersonInMonth {
  readonly person: Person;
  readonly ref: PersonRef;
  /** Consecutive months from the first record to the as-of month. */
  readonly months: readonly PersonMonth[];
  readonly history: ScoreHistory;
  /** The level held in the last month up to the as-of month. */
  readonly level: Level | null;
  /** The first month of the current level, where the sheet says so. */
  readonly levelSince: Month | null;
  readonly hired: Month | null;
  /** Whether the person is in the month; whoever is not is not judged and has no row among the people. */
  readonly presence: Presence;
  /** Whether the month's payroll has the person: there is a row to pay. */
  readonly onPayroll: boolean;
  /** Excel has not calculated a level, a month or a date of theirs: what depends on those is not reported. */
  readonly waiting: boolean;
  readonly verdict: PromotionVerdict | null;
  readonly exclusion: Exclusion | null;
  readonly risk: RiskResult | null;
  /** Readings that decide on eligible or not; null for those who are not near, since it costs time. */
  readonly dependsOn: readonly ReadingId[] | null;
}

/** Whether a month's level is the one of its own row: a wide row has one level for all its months. */
export function levelIsOfMonth({ records }: PersonMonth): boolean {
  return !records.some(({ layout }) => layout.kind === "wide");
}

/** A value or something that was meant to be one: the month is not simply without a score. */
export function hasScoreEntry({ score }: SheetRecord): boolean {
  return score.quantity.kind === "value" || score.quantity.kind === "problem";
}

/** A score or a reason why there is none, readable or not; a 0 that nobody has confirmed is neither. */
export function saysSomething({ score: { quantity } }: SheetRecord): boolean {
  return quantity.kind !== "blank" && quantity.kind !== "zero";
}

/** A 0 that a formula shows for whoever has nothing is no content; one that somebody has typed is. */
function isFilled({ quantity, formula }: CellOf<number>): boolean {
  return (
    quantity.kind !== "blank" && !(formula && quantity.kind === "value" && quantity.value === 0)
  );
}

/** Whether a row holds a score or reason, sales, an extra award or typed pay: something that is due. */
export function hasPayContent(record: SheetRecord): boolean {
  const { sales, extra, paid } = record;
  return saysSomething(record) || [sales, extra, ...Object.values(paid)].some(isFilled);
}

/** The cell that puts a row into its month; in a wide sheet, whose months stand in the header, the score. */
export function monthCell(record: SheetRecord | undefined): CellRef | null {
  if (record === undefined) return null;
  return record.month.cell?.row === record.row ? record.month.cell : record.score.cell;
}
