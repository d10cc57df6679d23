import { findLevel, type EffectivePolicy, type Level, type PathStep } from "../../policy";
import { readDate, type PromotionRecord } from "../../scoresheet";
import { compactText, formatMonth, type Month } from "../../units";
import { readFigure, type StepFigure } from "./stepFigure";

/** Where an attestation or step stands. */
export type StepState = "open" | "done" | "refused";

/** What the newest row of 晋升流程 says of a step. */
export interface StepRecord {
  /** The row of the sheet, counted from 0. */
  readonly row: number;
  readonly figure: StepFigure;
  readonly handledBy: string;
  /** As typed. */
  readonly date: string;
  /** Blank for votes: their notes may tell who voted how. */
  readonly note: string;
  /** The row names a clause of several steps, and was taken for this one by its place among such rows. */
  readonly byOrder: boolean;
}

export interface StepInFile {
  readonly step: PathStep;
  /** The clause that the step is known by: the first it names. */
  readonly clause: string;
  readonly state: StepState;
  /** Null where no row is about the step. */
  readonly record: StepRecord | null;
}

/** A person's way to one level in one month: every attestation and step, as 晋升流程 records them. */
export interface PromotionFile {
  readonly target: Level;
  /** Rows count for this month only. */
  readonly month: Month;
  readonly steps: readonly StepInFile[];
  /** Rows of this level and month whose item names no step of the way. */
  readonly unclear: readonly PromotionRecord[];
}

/** The day of a row as a number to compare; null where it has none. */
function dayOf({ date }: PromotionRecord): number | null {
  const { month, day } = readDate(date.seen);
  return month.kind === "value" ? month.value * 100 + (day ?? 0) : null;
}

/** Of several rows for one step the one of the latest date holds; where one has none, the lowest. */
function newest(rows: readonly PromotionRecord[]): PromotionRecord | undefined {
  const lowest = rows.reduce<PromotionRecord | undefined>(
    (last, row) => (last === undefined || row.row > last.row ? row : last),
    undefined,
  );
  const days = rows.map(dayOf);
  if (days.includes(null)) return lowest;
  return rows.reduce<PromotionRecord | undefined>((last, row) => {
    const one = dayOf(row) ?? 0;
    const other = last === undefined ? -Infinity : (dayOf(last) ?? 0);
    return one > other || (one === other && row.row > (last?.row ?? -1)) ? row : last;
  }, undefined);
}

function stateOf(record: PromotionRecord | undefined): StepState {
  switch (record?.result) {
    case "passed":
      return "done";
    case "failed":
      return "refused";
    case "pending":
    case null:
    case undefined:
      return "open";
  }
}

/** The step whose label an item carries; the longest label where one contains another. */
function stepByLabel(item: string, steps: readonly PathStep[]): number {
  const text = compactText(item);
  let found = -1;
  let length = 0;
  steps.forEach(({ label }, index) => {
    for (const words of [label.zh, label.en].map(compactText))
      if (words.length > length && text.includes(words)) {
        found = index;
        length = words.length;
      }
  });
  return found;
}

/** The steps that a clause may mean: those known by it, else those that name it at all. */
function stepsByClause(clause: string, steps: readonly PathStep[]): readonly number[] {
  const wanted = compactText(clause);
  const is = (other: string | undefined): boolean =>
    other !== undefined && compactText(other) === wanted;
  const indexes = steps.map((_, index) => index);
  const known = indexes.filter((index) => is(steps[index]?.clauses[0]));
  return known.length > 0
    ? known
    : indexes.filter((index) => steps[index]?.clauses.some(is) === true);
}

interface Sorted {
  readonly rows: readonly PromotionRecord[][];
  readonly byOrder: ReadonlySet<PromotionRecord>;
  readonly unclear: readonly PromotionRecord[];
}

/**
 * Which rows are about which step. An item is known by a step's label, else by its clauses. Several steps
 * may share a clause: rows that name nothing else are taken in the order of the steps that no other row
 * is about.
 */
function sortRows(records: readonly PromotionRecord[], steps: readonly PathStep[]): Sorted {
  const rows = steps.map((): PromotionRecord[] => []);
  const byOrder = new Set<PromotionRecord>();
  const unclear: PromotionRecord[] = [];
  const later: { readonly record: PromotionRecord; readonly among: readonly number[] }[] = [];
  for (const record of records) {
    const labelled = stepByLabel(record.item.text, steps);
    if (labelled >= 0) {
      rows[labelled]?.push(record);
      continue;
    }
    const meant = record.clauses.map((clause) => stepsByClause(clause, steps));
    if (meant.every((indexes) => indexes.length === 0)) unclear.push(record);
    for (const indexes of meant) {
      const [only] = indexes;
      if (indexes.length === 1 && only !== undefined) rows[only]?.push(record);
      else if (indexes.length > 1) later.push({ record, among: indexes });
    }
  }
  for (const { record, among } of later) {
    const free = among.find((index) => rows[index]?.length === 0);
    if (free === undefined) {
      unclear.push(record);
      continue;
    }
    rows[free]?.push(record);
    byOrder.add(record);
  }
  return { rows, byOrder, unclear };
}

/** The rows that count for a person's way to a level in a month (rule S6). */
export function recordsFor(
  records: readonly PromotionRecord[],
  target: Level,
  month: Month,
  policy: EffectivePolicy,
): readonly PromotionRecord[] {
  return records.filter(
    (record) =>
      record.month.quantity.kind === "value" &&
      record.month.quantity.value === month &&
      findLevel(policy, record.target.text)?.id === target.id,
  );
}

/**
 * The way to a level with the state of each step. `records` are the person's rows of 晋升流程, of
 * whatever level and month; those of this level and month count.
 */
export function promotionFile(
  steps: readonly PathStep[],
  records: readonly PromotionRecord[],
  target: Level,
  month: Month,
  policy: EffectivePolicy,
): PromotionFile {
  const { rows, byOrder, unclear } = sortRows(recordsFor(records, target, month, policy), steps);
  return {
    target,
    month,
    unclear,
    steps: steps.map((step, index): StepInFile => {
      const record = newest(rows[index] ?? []);
      return {
        step,
        clause: step.clauses[0] ?? "",
        state: stateOf(record),
        record:
          record === undefined
            ? null
            : {
                row: record.row,
                figure: readFigure(record.figure.text, step.kind),
                handledBy: record.handledBy.text,
                date: dateSeen(record),
                note: step.kind === "vote" ? "" : record.note.text,
                byOrder: byOrder.has(record),
              },
      };
    }),
  };
}

/** "2025-06-30", "2025-06" or what was typed. */
function dateSeen({ date }: PromotionRecord): string {
  const { month, day } = readDate(date.seen);
  if (month.kind !== "value") return typeof date.seen === "string" ? date.seen.trim() : "";
  const text = formatMonth(month.value);
  return day === null ? text : `${text}-${String(day).padStart(2, "0")}`;
}
