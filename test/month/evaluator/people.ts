import { addMonths, type Month } from "../../../src/units";
import { PAY_PARTS, type Department, type PersonTruth, type RowTruth } from "./department";
import { earliest, monthsOf, type MonthCell } from "./line";
import { rowsWithoutMonth, hasScoreEntry, pointsOf, rowsIn, rowsOf, saysSomething } from "./months";
import { inForce, LADDER, type InForce, type LevelName } from "./policy";
import { standingOf, type Standing } from "./promotion";
import { riskOf, type Risk } from "./risk";

/** A month being judged: the department, the month, and the policy of each. */
export interface Judging {
  readonly department: Department;
  readonly asOf: Month;
  readonly holds: InForce;
  readonly policyOf: (month: Month) => InForce;
}

/** Somebody as of the month. */
export interface Judged {
  readonly person: PersonTruth;
  readonly presence: "inMonth" | "probablyLeft" | "left";
  /** There is a row to pay. */
  readonly onPayroll: boolean;
  readonly cells: readonly MonthCell[];
  readonly level: LevelName | null;
  readonly hired: Month | null;
  readonly since: Month | null;
  /** Null where the person is not in the month. */
  readonly standing: Standing | null;
  readonly risk: Risk;
}

export function judgingOf(department: Department, asOf: Month): Judging {
  const known = new Map<Month, InForce>();
  const policyOf = (month: Month): InForce => {
    let holds = known.get(month);
    if (holds === undefined) known.set(month, (holds = inForce(department.policy, month)));
    return holds;
  };
  return { department, asOf, holds: policyOf(asOf), policyOf };
}

/** The row whose level is the current one: of the last month that says something of a level (rule M1). */
function levelMonth(person: PersonTruth, { department, asOf }: Judging): readonly RowTruth[] {
  const telling = rowsOf(person, department).filter(
    ({ month, level, score }) =>
      month !== null &&
      month <= asOf &&
      (level.text !== "" || hasScoreEntry(score, person.zerosEarned)),
  );
  const last = Math.max(...telling.map(({ month }) => month ?? -Infinity));
  return rowsOf(person, department).filter(({ month }) => month === last);
}

/** The level of a month's rows: that of the first one that names any. */
function levelOf(rows: readonly RowTruth[]): LevelName | null {
  return rows.find(({ level }) => level.text !== "")?.level.level ?? null;
}

/** Each month of a long sheet that names a level, oldest first; the one level of a wide row is of no month. */
export function levelsByMonth(
  person: PersonTruth,
  { department, asOf }: Judging,
): readonly { readonly month: Month; readonly level: LevelName }[] {
  if (department.layout !== "long" || !department.columns.level) return [];
  const months = new Set(
    person.rows.flatMap(({ month }) => (month !== null && month <= asOf ? [month] : [])),
  );
  return [...months]
    .sort((a, b) => a - b)
    .flatMap((month) => {
      const level = levelOf(rowsIn(person, month, department));
      return level === null ? [] : [{ month, level }];
    });
}

function lastOf<T>(
  person: PersonTruth,
  judging: Judging,
  read: (row: RowTruth) => T | null,
): T | null {
  const rows = rowsOf(person, judging.department).filter(
    ({ month }) => month !== null && month <= judging.asOf,
  );
  return (
    rows
      .toSorted((a, b) => (a.month ?? 0) - (b.month ?? 0))
      .map(read)
      .findLast((value) => value !== null) ?? null
  );
}

/** The first month of the current level: as told, or as the rows show; null where neither tells. */
function sinceOf(
  person: PersonTruth,
  level: LevelName | null,
  hired: Month | null,
  judging: Judging,
): Month | null {
  const told = lastOf(person, judging, ({ since }) =>
    since !== null && since <= judging.asOf ? since : null,
  );
  if (told !== null || level === null) return told;
  const levels = levelsByMonth(person, judging);
  const before = levels.findLastIndex((each) => each.level !== level);
  if (before >= 0) return levels[before + 1]?.month ?? null;
  const first = firstMonth(person, judging);
  if (hired === null || first === null) return null;
  // Nobody was promoted to the lowest level; who came within the sheet has held this one since.
  return level === "probation" || hired >= first ? hired : null;
}

function firstMonth(person: PersonTruth, { department, asOf }: Judging): Month | null {
  const months = rowsOf(person, department).flatMap(({ month }) =>
    month !== null && month <= asOf ? [month] : [],
  );
  return months.length === 0 ? null : earliest(months);
}

function presenceOf(person: PersonTruth, { department, asOf }: Judging): Judged["presence"] {
  if (person.left) return "left";
  const latest = [asOf, addMonths(asOf, -1)].flatMap((month) => rowsIn(person, month, department));
  return latest.some(({ score }) => saysSomething(score, person.zerosEarned))
    ? "inMonth"
    : "probablyLeft";
}

/** Whether a row holds something that is due: a score or reason, sales, an extra award or typed pay. */
export function hasContent(row: RowTruth, person: PersonTruth): boolean {
  const amounts = [row.sales, row.extra, ...PAY_PARTS.map((part) => row.typed[part])];
  return saysSomething(row.score, person.zerosEarned) || amounts.some((amount) => amount !== null);
}

function isOnPayroll(
  person: PersonTruth,
  presence: Judged["presence"],
  { department, asOf }: Judging,
): boolean {
  const rows = rowsIn(person, asOf, department);
  if (presence === "probablyLeft") return rows.some((row) => hasContent(row, person));
  return rows.length > 0;
}

/** The lists that there may be: as read, and with each row without a usable month in any month that lacks a score. */
function placements(
  cells: readonly MonthCell[],
  person: PersonTruth,
  { department, asOf }: Judging,
): readonly (readonly MonthCell[])[] {
  const rows = rowsWithoutMonth(person, department);
  const first = cells[0]?.month ?? asOf;
  const before = rows.map((_, at): MonthCell => ({
    month: addMonths(first, at - rows.length),
    holds: "missing",
    points: null,
  }));
  const told = new Set(
    rowsOf(person, department).flatMap(({ month, score }) =>
      month !== null && score.kind !== "blank" ? [month] : [],
    ),
  );
  let lists: (readonly MonthCell[])[] = [[...before, ...cells]];
  for (const row of rows) {
    const points = pointsOf(row.score, person.zerosEarned);
    const holds = row.score.kind === "leave" ? "leave" : points === null ? "error" : "score";
    lists = lists.flatMap((list) => [
      list,
      ...list
        .filter((cell) => cell.holds === "missing" && !told.has(cell.month))
        .map(({ month }) =>
          list.map((cell): MonthCell => (cell.month === month ? { month, holds, points } : cell)),
        ),
    ]);
  }
  return lists;
}

const differ = (results: readonly unknown[]): boolean =>
  new Set(results.map((result) => JSON.stringify(result))).size > 1;

/** The promotion and the risk of somebody in the month, each null or excluded where an error is in its way. */
function judgedIn(
  person: PersonTruth,
  cells: readonly MonthCell[],
  known: {
    readonly level: LevelName | null;
    readonly hired: Month | null;
    readonly since: Month | null;
  },
  judging: Judging,
): { readonly standing: Standing; readonly risk: Risk } {
  const { asOf, holds, policyOf, department } = judging;
  const { level, hired, since } = known;
  const lists = placements(cells, person, judging);
  const { failsForReview } = holds.values;
  // A run that is long enough may be longer still.
  const key = (risk: Risk) =>
    risk === null ? null : [risk.kind, Math.min(risk.count, failsForReview)];
  const risks = lists.map((list) => riskOf(list, level, holds, policyOf));
  const risk = differ(risks.map(key)) ? null : (risks[0] ?? null);
  const excluded = { standing: { status: "excluded" }, risk } as const;
  if (level === null || !department.columns.level) return excluded;
  if (new Set(levelMonth(person, judging).map((row) => row.level.text)).size > 1) return excluded;
  const standings = lists.map((list) =>
    standingOf(list, { level, hired, since }, asOf, holds, policyOf),
  );
  const [standing = { status: "excluded" } as const] = standings;
  // Which list of rule V6 somebody is on; how long it takes at best is told of the sheet as it stands (rule P4.5).
  const outcome = (one: Standing) => [one.status, "target" in one && one.monthsShort === 1];
  const needsSince = holds.options.STREAK_SCOPE === "sinceLastPromotion" && level !== "probation";
  if (
    needsSince &&
    since === null &&
    standing.status !== "no_data" &&
    standing.status !== "top_level"
  )
    return excluded;
  return differ(standings.map(outcome)) ? excluded : { standing, risk };
}

export function judgePersonOf(person: PersonTruth, judging: Judging): Judged {
  const { department, asOf } = judging;
  const cells = monthsOf(person, asOf, department);
  const level = department.columns.level ? levelOf(levelMonth(person, judging)) : null;
  const hired = lastOf(person, judging, (row) => row.hired?.month ?? null);
  const since = sinceOf(person, level, hired, judging);
  const presence = presenceOf(person, judging);
  const base = { person, presence, cells, level, hired, since };
  const onPayroll = isOnPayroll(person, presence, judging);
  return presence === "inMonth"
    ? { ...base, onPayroll, ...judgedIn(person, cells, { level, hired, since }, judging) }
    : { ...base, onPayroll, standing: null, risk: null };
}

export const rankOf = (level: LevelName): number => LADDER.indexOf(level);
