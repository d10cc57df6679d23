import {
  judgePromotion,
  judgeRisk,
  tierJudge,
  type HistoryCell,
  type Level,
  type Policies,
  type PromotionVerdict,
  type RiskResult,
  type ScoreHistory,
} from "../policy";
import { historyOf, isUnknown, type MonthEntry, type Person } from "../scoresheet";
import { addMonths, type Month, type Score } from "../units";
import { RowsWithoutMonth } from "./rowsWithoutMonth";
import {
  hasScoreEntry,
  levelIsOfMonth,
  hasPayContent,
  monthCell,
  saysSomething,
  type PersonInMonth,
  type PersonMonth,
  type Presence,
} from "./judged";
import { nameReading } from "./nameReading";
import { sameContent } from "./sameContent";
import { levelIn, type MonthSetting } from "./setting";
import type { Exclusion } from "./types";
import { riskKey, standing } from "./variant";
import { unsettledBy, waitsFor } from "./waiting";

const MISSING: HistoryCell = { kind: "missing", leave: false };
const ON_LEAVE: HistoryCell = { kind: "missing", leave: true };

/** Different scores of which one cell is kept for all months that have them. */
const SCORES_KEPT = 10_000;
const scoreCells = new Map<Score, HistoryCell>();

/** Departments give the same few scores again and again. */
function scoreCell(score: Score): HistoryCell {
  let cell = scoreCells.get(score);
  if (cell === undefined) {
    cell = { kind: "score", score };
    if (scoreCells.size < SCORES_KEPT) scoreCells.set(score, cell);
  }
  return cell;
}

function historyCell({ month, records, record }: MonthEntry, today: Month): HistoryCell {
  const [first] = records;
  if (record === null || first === undefined) return MISSING;
  const contradicted = records.length > 1 && records.some((other) => !sameContent(first, other));
  const { quantity } = record.score;
  const inFuture = month > today && hasScoreEntry(record);
  if (contradicted || inFuture || isUnknown(quantity)) return { kind: "unreadable" };
  if (quantity.kind === "value") return scoreCell(quantity.value);
  return quantity.kind === "notAssessed" && quantity.leave ? ON_LEAVE : MISSING;
}

function monthsOf(person: Person, setting: MonthSetting): readonly PersonMonth[] {
  // A sheet without scores has levels all the same.
  return historyOf(person, setting.asOf ?? setting.today).map((entry): PersonMonth => {
    const { month, records, record } = entry;
    let text = "";
    for (const { level } of records) if ((text = level.text) !== "") break;
    return {
      month,
      records,
      record,
      history: historyCell(entry, setting.today),
      level: text === "" ? undefined : levelIn(setting, month, text),
    };
  });
}

/** The last value of a date that stands on every row of the person, such as 入职日期. */
function lastDate(
  months: readonly PersonMonth[],
  field: "hired" | "levelSince",
  asOf: Month | null,
): Month | null {
  for (let i = months.length - 1; i >= 0; i -= 1)
    for (const record of months[i]?.records ?? []) {
      const { quantity } = record[field];
      if (quantity.kind === "value" && (asOf === null || quantity.value <= asOf))
        return quantity.value;
    }
  return null;
}

/** The last month that says something of the level: a row prepared without level and score does not. */
function lastLevelMonth(months: readonly PersonMonth[]): PersonMonth | undefined {
  for (let i = months.length - 1; i >= 0; i -= 1) {
    const month = months[i];
    if (month?.records.some((record) => record.level.text !== "" || hasScoreEntry(record)) === true)
      return month;
  }
  return undefined;
}

/** The month in which the records first show the current level after another one. */
function levelChange(months: readonly PersonMonth[], level: Level): Month | null {
  let since: PersonMonth | null = null;
  for (let i = months.length - 1; i >= 0; i -= 1) {
    const month = months[i];
    if (month?.level === undefined) continue;
    if (month.level.id !== level.id)
      return since !== null && levelIsOfMonth(since) ? since.month : null;
    since = month;
  }
  return null;
}

function levelSinceOf(
  months: readonly PersonMonth[],
  level: Level | null,
  hired: Month | null,
  asOf: Month | null,
): Month | null {
  const told = lastDate(months, "levelSince", asOf);
  if (told !== null || level === null) return told;
  const changed = levelChange(months, level);
  if (changed !== null) return changed;
  const first = months[0]?.month;
  const held = months.every((month) => month.level === undefined || month.level.id === level.id);
  if (!held || hired === null || first === undefined) return null;
  // Nobody was promoted to the lowest level; who came within the sheet has changed nothing since.
  return level.rank === 0 || hired >= first ? hired : null;
}

/** What is known of somebody's service, of which rules want more than the scores. */
interface Service {
  readonly level: Level | null;
  readonly levelSince: Month | null;
  readonly hired: Month | null;
}

/** Months as rules take them: consecutive from the first, up to the as-of month. */
function listFrom(
  first: Month | undefined,
  cells: readonly HistoryCell[],
  { level, levelSince, hired }: Service,
): ScoreHistory {
  // The lowest level has nothing before it.
  let promotedAt = level?.rank === 0 ? 0 : undefined;
  if (levelSince !== null && first !== undefined) promotedAt = levelSince - first;
  return {
    cells,
    months: first === undefined ? [] : cells.map((_, index) => addMonths(first, index)),
    promotedAt,
    endsAsOf: true,
    employedFrom: earlier(hired, levelSince) ?? undefined,
  };
}

/** The as-of month and the one before: whoever has nothing in both has probably left. */
const LEFT_AFTER = 2;

/** Whether the person is in the month (rule M2). */
function presenceOf(
  person: Person,
  months: readonly PersonMonth[],
  { asOf, hasLeft }: MonthSetting,
  waiting: boolean,
): Presence {
  if (hasLeft(person)) return "left";
  const isThere =
    waiting ||
    asOf === null ||
    months.slice(-LEFT_AFTER).some(({ records }) => records.some(saysSomething));
  return isThere ? "inMonth" : "probablyLeft";
}

/** Whether the month's payroll has the person: a row in the month, of those who have probably left one with content. */
function isOnPayroll(
  presence: Presence,
  month: PersonMonth | undefined,
  asOf: Month | null,
): boolean {
  if (asOf === null || month === undefined || month.record === null) return false;
  return presence !== "probablyLeft" || month.records.some(hasPayContent);
}

/** Why a promotion was not judged, from the place the rule names. */
function exclusionAt(
  verdict: PromotionVerdict,
  months: readonly PersonMonth[],
  policies: Policies,
): Exclusion | null {
  if (verdict.kind === "unanswerable") {
    const { id, title } = nameReading(verdict.reading);
    return { kind: "unanswerable", reading: id, title };
  }
  if (verdict.kind !== "excluded") return null;
  const month = months[verdict.at.index];
  if (month?.history.kind === "score") {
    const placed = tierJudge(policies.at(month.month))(month.history.score);
    const reading = placed.kind === "refused" ? placed.reading : null;
    const title = reading === null ? null : nameReading(reading).title;
    return { kind: "refusedScore", month: month.month, reading, title };
  }
  const waiting = month?.records.find(({ score }) => score.quantity.kind === "pending");
  if (waiting !== undefined)
    return { kind: "notCalculated", cell: waiting.score.cell, month: month?.month ?? null };
  const record = month?.records.at(-1);
  const contradicted = (month?.records.length ?? 0) > 1;
  return {
    kind: "dataError",
    cell: record === undefined ? null : contradicted ? monthCell(record) : record.score.cell,
    month: month?.month ?? verdict.at.month,
  };
}

function isNear(verdict: PromotionVerdict): boolean {
  return (
    verdict.kind === "judged" &&
    (verdict.status === "eligible" ||
      verdict.status === "missing_data" ||
      (verdict.status === "not_yet" && verdict.monthsShort === 1))
  );
}

/**
 * On which of the lists of rule V6 a judgement puts somebody. How many months it takes at best is told of the sheet as it
 * stands, where missing months stay missing (rule P4.5).
 */
function listedAs(verdict: PromotionVerdict): string {
  return verdict.kind === "judged"
    ? `${verdict.status} ${verdict.monthsShort === 1}`
    : verdict.kind;
}

/** What is compared of a risk: a run that is long enough for a review may be longer still. */
function riskOutcome(risk: RiskResult): string | null {
  return risk.kind !== "excluded" && risk.count >= risk.limit ? risk.kind : riskKey(risk);
}

/** Level conflicts within one month: two rows of the month name different levels. */
function contradictsLevel(month: PersonMonth): boolean {
  const [first, ...others] = month.records;
  return first !== undefined && others.some((other) => other.level.text !== first.level.text);
}

/** Judges one person as of the month: promotion, risk, or why not. */
export function judgePerson(person: Person, setting: MonthSetting): PersonInMonth {
  const { asOf, policies, today, blanket } = setting;
  const months = monthsOf(person, setting);
  const ref = { key: person.key, employeeId: person.employeeId, name: person.name };
  const last = lastLevelMonth(months);
  const level = last?.level ?? null;
  const hired = lastDate(months, "hired", null);
  const levelSince = levelSinceOf(months, level, hired, asOf);
  const first = months[0]?.month;
  const listed = (cells: readonly HistoryCell[], from: Month | undefined) =>
    listFrom(from, cells, { level, levelSince, hired });
  const history = listed(
    months.map((month) => month.history),
    first,
  );
  const waiting = waitsFor(person, months, setting);
  const lost = waiting !== null || blanket?.kind === "notCalculated";
  const presence = presenceOf(person, months, setting, lost);
  const onPayroll = isOnPayroll(presence, months.at(-1), asOf);
  const base = {
    person,
    ref,
    months,
    history,
    level,
    levelSince,
    hired,
    presence,
    onPayroll,
    waiting: lost,
  };
  const none = { verdict: null, exclusion: null, risk: null, dependsOn: null };
  // Without a year nobody knows which month it is, and so not who is in it.
  if (blanket?.kind === "monthWithoutYear")
    return { ...base, ...none, presence: "inMonth", exclusion: blanket };
  if (presence !== "inMonth") return { ...base, ...none };
  if (blanket !== null && blanket.kind !== "noLevelColumn")
    return { ...base, ...none, exclusion: blanket };
  if (waiting !== null) return { ...base, ...none, exclusion: waiting };
  const unsettled = (judge: (history: ScoreHistory) => string | null) =>
    unsettledBy(months, history, policies, judge);
  const withoutMonth = new RowsWithoutMonth(person, months, today, listed);
  const riskOf = (other: ScoreHistory) => riskOutcome(judgeRisk(other, level, policies));
  const riskIsOpen = unsettled(riskOf) !== null || withoutMonth.matterTo(riskOf);
  const risk = riskIsOpen ? null : judgeRisk(history, level, policies);
  const excluded = (exclusion: Exclusion): PersonInMonth => ({ ...base, ...none, risk, exclusion });
  if (blanket !== null) return excluded(blanket);
  if (last !== undefined && contradictsLevel(last))
    return excluded({
      kind: "dataError",
      cell: monthCell(last.records.at(-1)),
      month: last.month,
    });
  if (level === null) return excluded({ kind: "unknownLevel", text: textOfLevel(person, last) });
  const verdict = judgePromotion(history, level, policies);
  const standingOf = (other: ScoreHistory) => standing(judgePromotion(other, level, policies));
  const exclusion = exclusionAt(verdict, months, policies) ?? unsettled(standingOf);
  if (exclusion !== null) return excluded(exclusion);
  const listOf = (other: ScoreHistory) => listedAs(judgePromotion(other, level, policies));
  if (withoutMonth.matterTo(listOf))
    return excluded({ kind: "dataError", cell: withoutMonth.cell, month: null });
  const judged = { ...base, verdict, exclusion, risk };
  return { ...judged, dependsOn: isNear(verdict) ? setting.variants.decisiveFor(judged) : null };
}

function earlier(a: Month | null, b: Month | null): Month | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function textOfLevel(person: Person, last: PersonMonth | undefined): string {
  const records = last?.records ?? person.records;
  return records.find((record) => record.level.text !== "")?.level.seen ?? "";
}
