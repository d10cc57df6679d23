import { addMonths, monthNumber, yearOf, type Month } from "../../../src/units";
import type { Department, PersonTruth } from "./department";
import { contradict, hasScoreEntry, pointsOf, rowsIn, rowsOf } from "./months";
import { tierOf, type InForce, type LevelName, type Tier } from "./policy";
import { lookBack } from "./rules";

/** One calendar month of somebody, as rule P4 takes it. */
export interface MonthCell {
  readonly month: Month;
  readonly holds: "score" | "leave" | "missing" | "error";
  readonly points: number | null;
}

/** A cell of the list that rules are applied to. */
export interface LineCell {
  readonly month: Month;
  readonly tier: Tier | "missing" | "error";
}

/** What is known of somebody beside the scores. */
export interface Service {
  readonly level: LevelName;
  readonly hired: Month | null;
  /** The first month of the current level, where known. */
  readonly since: Month | null;
}

/** The calendar months from the first row up to the as-of month. */
export function monthsOf(
  person: PersonTruth,
  asOf: Month,
  department: Department,
): readonly MonthCell[] {
  const months = rowsOf(person, department).flatMap(({ month }) =>
    month !== null && month <= asOf ? [month] : [],
  );
  if (months.length === 0) return [];
  const cells: MonthCell[] = [];
  for (let month = earliest(months); month <= asOf; month = addMonths(month, 1)) {
    const rows = rowsIn(person, month, department);
    const [row] = rows;
    const points = row === undefined ? null : pointsOf(row.score, person.zerosEarned);
    const holds =
      row === undefined
        ? "missing"
        : contradict(rows) || (points === null && hasScoreEntry(row.score, person.zerosEarned))
          ? "error"
          : points !== null
            ? "score"
            : row.score.kind === "leave"
              ? "leave"
              : "missing";
    cells.push({ month, holds, points });
  }
  return cells;
}

export function earliest(months: readonly Month[]): Month {
  return months.reduce((first, month) => (month < first ? month : first));
}

/** The list of rules P4.1 to P4.3; a score follows the policy of its own month. */
export function lineOf(
  cells: readonly MonthCell[],
  { hired, since }: Pick<Service, "hired" | "since">,
  holds: InForce,
  policyOf: (month: Month) => InForce,
): readonly LineCell[] {
  const { options } = holds;
  const from = options.STREAK_SCOPE === "sinceLastPromotion" ? since : null;
  const leaveGoes = options.STATUTORY_LEAVE === "bridge";
  const inScope = cells.filter(
    (cell) => (from === null || cell.month >= from) && !(leaveGoes && cell.holds === "leave"),
  );
  const first = inScope.findIndex(({ holds: what }) => what === "score" || what === "error");
  if (first < 0) return [];
  const line = inScope.slice(first).map(({ month, holds: what, points }): LineCell => {
    if (what === "error") return { month, tier: "error" };
    if (points === null) return { month, tier: "missing" };
    return { month, tier: tierOf(points, policyOf(month)) ?? "error" };
  });
  const padded = [...padding(cells, line, { hired, since, from }, holds), ...line];
  return options.MISSING_MONTH === "bridge"
    ? padded.filter(({ tier }) => tier !== "missing")
    : padded;
}

/** Months of known service before the first cell kept, as far as the longest rule looks. */
function padding(
  cells: readonly MonthCell[],
  line: readonly LineCell[],
  { hired, since, from }: Pick<Service, "hired" | "since"> & { readonly from: Month | null },
  holds: InForce,
): readonly LineCell[] {
  const known = [hired, since].filter((month) => month !== null);
  const [firstKept] = line;
  if (known.length === 0 || firstKept === undefined) return [];
  const served = earliest(known);
  const start = from !== null && from > served ? from : served;
  const onLeave = new Set(
    holds.options.STATUTORY_LEAVE === "bridge"
      ? cells.filter((cell) => cell.holds === "leave").map(({ month }) => month)
      : [],
  );
  const before: LineCell[] = [];
  for (let month = addMonths(firstKept.month, -1); month >= start; month = addMonths(month, -1)) {
    if (before.length + line.length >= lookBack(holds)) break;
    if (!onLeave.has(month)) before.unshift({ month, tier: "missing" });
  }
  return before;
}

/** Which half-year or year (of so many months) a month belongs to. */
export function periodOf(month: Month, length: number): string {
  return `${yearOf(month)} ${Math.floor((monthNumber(month) - 1) / length)}`;
}
