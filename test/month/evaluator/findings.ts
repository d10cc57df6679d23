import { formatMonth, type Month } from "../../../src/units";
import { PAY_PARTS, type NumberTruth, type PersonTruth, type RowTruth } from "./department";
import { hasScoreEntry, pointsOf, rowsIn, rowsOf, sameRow } from "./months";
import {
  commissionOf,
  complaintReviewFrom,
  earnsVariable,
  baseOf,
  performanceOf,
  thresholdsOf,
} from "./pay";
import { hasContent, levelsByMonth, rankOf, type Judged, type Judging } from "./people";
import { orNone, partsOf } from "./payroll";
import { guarded, type InForce, type LevelName } from "./policy";

/** "F-DIS-02 info A01 2025-06 2": code, severity, person, month and what it states. */
export type Said = string;

function said(
  code: string,
  severity: string,
  who: string,
  month: Month | null,
  ...facts: readonly (string | number)[]
): Said {
  return [code, severity, who, month === null ? "-" : formatMonth(month), ...facts].join(" ");
}

const isNumber = (truth: NumberTruth): truth is number => typeof truth === "number";
const isWord = (truth: NumberTruth): boolean => truth !== null && !isNumber(truth);

/** Findings about somebody's people's matters: F-EMP, F-MIS, F-LVL-02 and -04, F-DIS-01 and -02, F-ELI. */
function ofPerson(judged: Judged, judging: Judging): readonly Said[] {
  const { person, presence, risk, standing } = judged;
  const { asOf } = judging;
  const { id } = person;
  const found = [
    ...levelChanges(judged, judging),
    ...doubleMonths(person, judging),
    ...outOfProportion(person, judging),
  ];
  if (presence === "probablyLeft") found.push(said("F-EMP-04", "info", id, asOf));
  if (presence !== "inMonth") return found;
  found.push(...missingMonths(judged, judging), ...probation(judged, judging));
  if (risk !== null && (risk.kind === "at_risk" || risk.kind === "dismissal_review")) {
    const [code, severity] =
      risk.kind === "at_risk" ? ["F-DIS-02", "info"] : ["F-DIS-01", "warning"];
    found.push(said(code, severity, id, risk.last, risk.count));
  }
  if (standing?.status === "eligible") {
    found.push(said("F-ELI-01", "info", id, asOf, standing.target));
    if (standing.alsoMeets === "senior")
      found.push(said("F-ELI-04", "info", id, asOf, standing.target));
  }
  if (standing?.status === "not_yet" && standing.monthsShort === 1)
    found.push(said("F-ELI-02", "info", id, asOf, standing.target));
  return found;
}

function levelChanges({ person }: Judged, judging: Judging): readonly Said[] {
  const levels = levelsByMonth(person, judging);
  return levels.flatMap(({ month, level }, index) => {
    const before = levels[index - 1];
    if (before === undefined) return [];
    const rise = rankOf(level) - rankOf(before.level);
    return rise === 0 || rise === 1
      ? []
      : [said("F-LVL-02", "warning", person.id, month, before.level, level)];
  });
}

/** Months between the first score and the as-of month with neither a score nor anything in its place. */
function missingMonths({ person, cells }: Judged, { department, asOf }: Judging): readonly Said[] {
  const isBlank = (month: Month): boolean =>
    rowsIn(person, month, department).every(({ score }) => score.kind === "blank");
  const scored = rowsOf(person, department).filter(
    ({ month, score }) =>
      month !== null && month <= asOf && hasScoreEntry(score, person.zerosEarned),
  );
  const first = Math.min(...scored.map(({ month }) => month ?? Infinity));
  return cells.flatMap(({ month }) => {
    if (!isBlank(month)) return [];
    if (month === asOf) return [said("F-MIS-02", "warning", person.id, month)];
    return month > first ? [said("F-MIS-01", "warning", person.id, month)] : [];
  });
}

function doubleMonths(person: PersonTruth, { department, asOf }: Judging): readonly Said[] {
  const months = new Set(
    person.rows.flatMap(({ month }) => (month !== null && month <= asOf ? [month] : [])),
  );
  return [...months].flatMap((month) => {
    const rows = rowsIn(person, month, department);
    return rows.slice(1).map((later, index) => {
      const same = rows.slice(0, index + 1).some((earlier) => sameRow(earlier, later));
      return said("F-MON-02", same ? "warning" : "error", person.id, month);
    });
  });
}

/** Sales of more than ten times what the person usually sells. */
function outOfProportion(person: PersonTruth, { department, asOf }: Judging): readonly Said[] {
  const sold = rowsOf(person, department).flatMap(({ month, sales }) =>
    department.columns.sales && month !== null && month <= asOf && isNumber(sales) && sales > 0
      ? [{ month, sales }]
      : [],
  );
  const sorted = sold.map(({ sales }) => sales).sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const twiceUsual = (sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0);
  return sold
    .filter(({ sales }) => sold.length > 1 && 2 * sales > 10 * twiceUsual)
    .map(({ month }) => said("F-SAL-06", "warning", person.id, month));
}

function probation(judged: Judged, judging: Judging): readonly Said[] {
  if (judged.level !== "probation") return [];
  const levels = levelsByMonth(judged.person, judging);
  const run = levels.slice(levels.findLastIndex(({ level }) => level !== "probation") + 1);
  const seen =
    judging.department.layout !== "long"
      ? (judged.cells[0]?.month ?? null)
      : (run[0]?.month ?? null);
  const since = judged.since ?? judged.hired ?? seen;
  if (since === null) return [];
  const months = judging.asOf - since + 1;
  const limit = judging.holds.values.probationMonths;
  if (months < limit) return [];
  const severity = months > limit ? "warning" : "info";
  return [said("F-LVL-04", severity, judged.person.id, judging.asOf, months)];
}

// ---------------------------------------------------------------- rows

interface Place {
  readonly row: RowTruth;
  readonly judged: Judged;
  readonly judging: Judging;
  /** Null where the cell cannot be read. */
  readonly month: Month | null;
  readonly holds: InForce;
  /** Null where the row's text is none of the five; undefined where the sheet has no such column. */
  readonly level: LevelName | null | undefined;
}

/** What is said of a score cell. */
function ofScore({ row, judged: { person, hired }, month, holds }: Place): readonly Said[] {
  const { id, zerosEarned } = person;
  const { score } = row;
  const found: Said[] = [];
  const points = pointsOf(score, zerosEarned);
  if (score.kind === "beyond") found.push(said("F-SCO-03", "error", id, month, score.points));
  if (score.kind === "word") found.push(said("F-SCO-01", "error", id, month));
  if (score.kind === "zero")
    found.push(said("F-SCO-04", zerosEarned ? "info" : "warning", id, month));
  const came = row.hired?.month ?? hired;
  if (came !== null && month !== null && month < came && hasScoreEntry(score, zerosEarned))
    found.push(said("F-MON-03", "warning", id, month));
  if (points === null) return found;
  const { edges } = holds.values;
  const open = (reading: "SCORE_60" | "SCORE_80" | "SCORE_90_91"): boolean =>
    holds.undecided.has(reading);
  const at = guarded(points, holds);
  if (
    (edges[3] === null && open("SCORE_60") && at >= 60 && at < 61) ||
    (edges[2] === null && open("SCORE_80") && at === 80) ||
    (edges[1] === null && open("SCORE_90_91") && at > 90 && at < 91)
  )
    found.push(said("F-SCO-06", "warning", id, month));
  return found;
}

function ofSales({
  row,
  judged: { person },
  month,
  holds,
  level,
  judging,
}: Place): readonly Said[] {
  if (!judging.department.columns.sales) return [];
  const { sales } = row;
  const { id } = person;
  const found: Said[] = [];
  const earns = level === null || level === undefined || earnsVariable(level, holds);
  if (isWord(sales)) found.push(said("F-SAL-01", "error", id, month));
  const scored = pointsOf(row.score, person.zerosEarned) !== null;
  const hasLevel = level !== null && level !== undefined;
  if (sales === null && scored && hasLevel && earns)
    found.push(said("F-SAL-04", "warning", id, month));
  if (!isNumber(sales)) return found;
  if (sales < 0) found.push(said("F-SAL-02", "warning", id, month));
  if (
    earns &&
    holds.values.thresholds[3] === null &&
    holds.undecided.has("COMMISSION_T1_FROM") &&
    sales >= 5_000_000 &&
    sales < 6_000_000
  )
    found.push(said("F-SAL-03", "warning", id, month));
  const near = thresholdsOf(holds).find(({ from }) => sales < from && sales * 100 >= from * 99);
  if (earns && near !== undefined) found.push(said("F-SAL-05", "info", id, month, near.from));
  return found;
}

/** Why the pay of a month may have to be shared out by days (F-PAY-05). */
function isPartOfMonth({ row, judged, judging, month, level }: Place): boolean {
  const { person } = judged;
  const { department } = judging;
  if (level === null || level === undefined || month === null) return false;
  const levels = levelsByMonth(person, judging);
  const at = levels.findIndex((each) => each.month === month);
  const changed = at > 0 && levels[at - 1]?.level !== levels[at]?.level;
  const isHireMonth = row.hired?.month === month;
  const told = row.since === month && level !== "probation" && !isHireMonth;
  const midMonth = isHireMonth && (row.hired?.day ?? 1) > 1;
  return (
    changed || told || midMonth || (person.left && month === lastMonth(judged, department, judging))
  );
}

/** The last month of somebody who left: the last with a row in it that pays or says something. */
function lastMonth(
  { person }: Judged,
  department: Judging["department"],
  { asOf }: Judging,
): number {
  const rows = rowsOf(person, department).filter(({ month }) => month !== null && month <= asOf);
  const own = rows.filter(({ month }) => month === asOf);
  const due = own.length > 0 ? own : rows.filter((row) => hasContent(row, person));
  return Math.max(...due.map(({ month }) => month ?? -Infinity));
}

function ofPay(place: Place): readonly Said[] {
  const {
    row,
    judged: { person },
    month,
    holds,
    level,
    judging,
  } = place;
  const { id } = person;
  if (level === null || level === undefined) return [];
  const found: Said[] = [];
  const shared = isPartOfMonth(place);
  if (shared) found.push(said("F-PAY-05", "warning", id, month));
  const parts = partsOf(row, person, level, holds, judging.department.columns.sales);
  // Which version of the policy applies to a row without a month is unknown.
  for (const part of month === null ? [] : PAY_PARTS) {
    const typed = row.typed[part];
    const computed = parts[part];
    if (typed === null || computed === null || typed === computed) continue;
    found.push(said("F-PAY-01", shared ? "warning" : "error", id, month, part, computed));
  }
  if (
    holds.undecided.has("PROBATION_VARIABLE") &&
    holds.values.probationVariable === null &&
    level === "probation"
  ) {
    const full: InForce = { ...holds, options: { ...holds.options, PROBATION_VARIABLE: "full" } };
    const sales = orNone(row.sales);
    const sound =
      sales !== null &&
      orNone(row.extra) !== null &&
      row.score.kind !== "word" &&
      row.score.kind !== "beyond";
    const points = pointsOf(row.score, person.zerosEarned);
    const more =
      commissionOf(sales ?? 0, full) +
      (points === null ? 0 : (performanceOf(level, points, full) ?? 0));
    if (sound && more > 0) found.push(said("F-PAY-04", "info", id, month));
  }
  return found;
}

/** F-PAY-03 and F-LVL-01 concern the level's cell, of which a wide row has one for all its months. */
function ofLevel({
  row,
  judged: { person },
  judging,
  month,
  holds,
  level,
}: Place): readonly Said[] {
  if (level === undefined) return [];
  const when = judging.department.layout !== "long" ? null : month;
  const { id } = person;
  if (level === null) {
    const speaks = row.level.text !== "" || hasScoreEntry(row.score, person.zerosEarned);
    return speaks ? [said("F-LVL-01", "error", id, when)] : [];
  }
  const isPaid = hasScoreEntry(row.score, person.zerosEarned) || isNumber(row.sales);
  return baseOf(level, holds) === null && isPaid ? [said("F-PAY-03", "warning", id, when)] : [];
}

function ofComplaints({ row, judged: { person }, month, holds }: Place): readonly Said[] {
  const { complaints } = row;
  return isNumber(complaints) &&
    Number.isInteger(complaints) &&
    complaints <= 1_000 &&
    complaints >= complaintReviewFrom(holds)
    ? [said("F-DIS-03", "warning", person.id, month, complaints)]
    : [];
}

/** F-MON-01 of rows whose month cannot be used; in a wide sheet the heading is at fault, whoever has a score there. */
function unusableMonth(
  row: RowTruth,
  person: PersonTruth,
  { department }: Judging,
): readonly Said[] {
  const { month, score } = row;
  const isWide = department.layout !== "long";
  if (month === null) return [said("F-MON-01", "error", person.id, null)];
  const counts = hasScoreEntry(score, person.zerosEarned);
  return month > department.today && counts
    ? [said("F-MON-01", "error", isWide ? "-" : person.id, month)]
    : [];
}

/** Everything that the findings with an exact rule say of a month, in no order, each once. */
export function findingsOf(everybody: readonly Judged[], judging: Judging): readonly Said[] {
  const { department, asOf, policyOf } = judging;
  const found: Said[] = [];
  for (const judged of everybody) {
    const { person } = judged;
    found.push(...ofPerson(judged, judging));
    const wide: Said[] = [];
    for (const row of rowsOf(person, department)) {
      found.push(...unusableMonth(row, person, judging));
      const { month } = row;
      if (month !== null && month > asOf) continue;
      const holds = policyOf(month ?? asOf);
      const level = department.columns.level ? row.level.level : undefined;
      const place: Place = { row, judged, judging, month, holds, level };
      found.push(...ofScore(place), ...ofSales(place), ...ofPay(place), ...ofComplaints(place));
      if (department.layout !== "long") wide.push(...ofLevel(place));
      else found.push(...ofLevel(place));
    }
    found.push(...new Set(wide));
  }
  // The heading of a wide sheet's month is reported once, whoever stands below it.
  const isHeading = (one: Said): boolean =>
    department.layout !== "long" && one.startsWith("F-MON-01");
  return found.filter((one, index) => !isHeading(one) || found.indexOf(one) === index);
}
