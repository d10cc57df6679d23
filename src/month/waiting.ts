import type { HistoryCell, Policies, ScoreHistory } from "../policy";
import type { Person, SheetRecord } from "../scoresheet";
import { hasScoreEntry, saysSomething, type PersonMonth } from "./judged";
import type { MonthSetting } from "./setting";
import type { Exclusion } from "./types";

type NotCalculated = Extract<Exclusion, { readonly kind: "notCalculated" }>;

function monthOf({ month }: SheetRecord): NotCalculated["month"] {
  return month.quantity.kind === "value" ? month.quantity.value : null;
}

const isPending = ({ score }: SheetRecord): boolean => score.quantity.kind === "pending";

const atScore = (record: SheetRecord): NotCalculated => ({
  kind: "notCalculated",
  cell: record.score.cell,
  month: monthOf(record),
});

/** A level, a month or a date of the record that Excel has not calculated yet. */
function atOwnCell(record: SheetRecord): NotCalculated | null {
  const { month, level, hired, levelSince } = record;
  const at = monthOf(record);
  if (level.pending) return { kind: "notCalculated", cell: level.cell, month: at };
  for (const { quantity, cell } of [month, hired, levelSince])
    if (quantity.kind === "pending") return { kind: "notCalculated", cell, month: at };
  return null;
}

/** Months in which a score says that somebody is still there (noLongerScored). */
const THERE_FOR = 2;

/** A pending score in a month of which it matters whether there is one at all, not only which. */
function atDecidingScore(
  months: readonly PersonMonth[],
  setting: MonthSetting,
): NotCalculated | null {
  const latest = months.slice(-THERE_FOR).flatMap(({ records }) => records);
  const isThere = latest.some((record) => saysSomething(record) && !isPending(record));
  const asked = isThere ? undefined : latest.find(isPending);
  if (asked !== undefined && setting.asOf !== null) return atScore(asked);
  // A scored month without a level leaves the current one unknown; one without either says nothing.
  for (const { records } of [...months].reverse()) {
    const unsure = records.find((record) => record.level.text === "" && isPending(record));
    if (unsure !== undefined) return atScore(unsure);
    if (records.some((record) => record.level.text !== "" || hasScoreEntry(record))) return null;
  }
  return null;
}

/**
 * The cell that Excel has not calculated yet and on which it rests which months, levels and scores somebody
 * has at all; null where there is none. Scores that are only a number to come are the rules' to ask for.
 */
export function waitsFor(
  person: Person,
  months: readonly PersonMonth[],
  setting: MonthSetting,
): NotCalculated | null {
  const { sheet, asOf, today } = setting;
  if (sheet.pending.length === 0) return null;
  for (const record of person.records) {
    const at = monthOf(record);
    if (at !== null && asOf !== null && at > asOf && at <= today) continue;
    const own = atOwnCell(record);
    if (own !== null) return own;
    // Its month cannot be read or is yet to come: with a score the row would be one that belongs somewhere.
    if ((at === null || at > today) && isPending(record)) return atScore(record);
  }
  return atDecidingScore(months, setting);
}

/** The values a pending score may have, as far as the rules distinguish them. */
function outcomesOf({ asOf }: Policies): readonly HistoryCell[] {
  return [
    { kind: "missing", leave: false },
    { kind: "missing", leave: true },
    { kind: "score", score: asOf.score.minimum },
    { kind: "score", score: asOf.score.maximum },
  ];
}

/**
 * The first pending score, where a judgement depends on what the pending scores come to; null where it
 * is the same whatever they are. `judge` gives what is compared.
 */
export function unsettledBy(
  months: readonly PersonMonth[],
  history: ScoreHistory,
  policies: Policies,
  judge: (history: ScoreHistory) => string | null,
): NotCalculated | null {
  const waits = months.map(({ records }) => records.find(isPending));
  const first = waits.find((record) => record !== undefined);
  if (first === undefined) return null;
  const judgements = outcomesOf(policies).map((outcome) =>
    judge({
      ...history,
      cells: history.cells.map((cell, at) => (waits[at] === undefined ? cell : outcome)),
    }),
  );
  return new Set(judgements).size === 1 ? null : atScore(first);
}
