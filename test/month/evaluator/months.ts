import { addMonths, type Month } from "../../../src/units";
import type { Department, PersonTruth, RowTruth, ScoreTruth } from "./department";

/** Whether a cell holds a score, or what was meant to be one; a 0 does once HR has confirmed it. */
export function hasScoreEntry({ kind }: ScoreTruth, zerosEarned: boolean): boolean {
  if (kind === "zero") return zerosEarned;
  return kind === "points" || kind === "realZero" || kind === "beyond" || kind === "word";
}

/** The points of a cell; null where it has none (rules N4 and N6): an unconfirmed 0 has none. */
export function pointsOf(score: ScoreTruth, zerosEarned: boolean): number | null {
  switch (score.kind) {
    case "points":
      return score.points;
    case "realZero":
      return 0;
    case "zero":
      return zerosEarned ? 0 : null;
    case "leave":
    case "reason":
    case "blank":
    case "beyond":
    case "word":
      return null;
  }
}

/** Whether a cell says that somebody was there: a score, readable or not, or a reason for having none. */
export function saysSomething(score: ScoreTruth, zerosEarned: boolean): boolean {
  return score.kind === "zero" ? zerosEarned : score.kind !== "blank";
}

/** Whether the sheet has a row for the month at all: in a wide one blank cells are no row (rule M1). */
function stands(row: RowTruth, layout: Department["layout"]): boolean {
  if (layout === "long" || row.score.kind !== "blank") return true;
  const others = [row.sales, row.extra, row.complaints, row.typed.gross];
  return layout === "blocks" && others.some((other) => other !== null);
}

export function rowsOf(person: PersonTruth, { layout }: Department): readonly RowTruth[] {
  return person.rows.filter((row) => stands(row, layout));
}

/** The rows of a person in one month. */
export function rowsIn(
  person: PersonTruth,
  month: Month,
  department: Department,
): readonly RowTruth[] {
  return rowsOf(person, department).filter((row) => row.month === month);
}

function scoredMonths(person: PersonTruth, today: Month): ReadonlySet<Month> {
  const months = new Set<Month>();
  for (const { month, score } of person.rows)
    if (month !== null && month <= today && pointsOf(score, person.zerosEarned) !== null)
      months.add(month);
  return months;
}

/**
 * The as-of month (rule M1): HR's, else the last one in which at least half of those with a score in it or in one of
 * the two before have one in it, else the last one with any; null where nobody has one.
 */
export function asOfMonth({ people, today, asOf }: Department): Month | null {
  if (asOf !== null) return asOf;
  const scored = people.map((person) => scoredMonths(person, today));
  const all = [...new Set(scored.flatMap((months) => [...months]))].sort((a, b) => b - a);
  const isHeld = (month: Month): boolean => {
    const expected = scored.filter((months) =>
      [0, -1, -2].some((back) => months.has(addMonths(month, back))),
    );
    return expected.filter((months) => months.has(month)).length * 2 >= expected.length;
  };
  return all.find(isHeld) ?? all[0] ?? null;
}

function sameScore(a: ScoreTruth, b: ScoreTruth): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether two rows of one person and month say the same (F-MON-02). */
export function sameRow(a: RowTruth, b: RowTruth): boolean {
  const numbers = ({ sales, extra, complaints, leaves }: RowTruth): string =>
    JSON.stringify([sales, extra, complaints, leaves]);
  return sameScore(a.score, b.score) && numbers(a) === numbers(b) && a.level.text === b.level.text;
}

export function contradict(rows: readonly RowTruth[]): boolean {
  const [first, ...others] = rows;
  return first !== undefined && others.some((other) => !sameRow(first, other));
}

/**
 * Rows that tell of a month, but not of which (F-MON-01): it cannot be read, or is yet to come although it is scored.
 * Each may be of any month that the person lacks.
 */
export function rowsWithoutMonth(person: PersonTruth, department: Department): readonly RowTruth[] {
  return rowsOf(person, department).filter(({ month, score }) => {
    if (month !== null && month <= department.today) return false;
    return hasScoreEntry(score, person.zerosEarned) || (month === null && score.kind === "leave");
  });
}
