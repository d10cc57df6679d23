import { pathSteps, skipWay } from "../../policy";
import { promotionRecordsOf, type PromotionRecord, type PromotionSheet } from "../../scoresheet";
import { candidateRow } from "../candidateRow";
import type { JudgedMonth, MonthInput, MonthSetting, PersonInMonth } from "../../month";
import { PeopleInOrder } from "../orderPeople";
import type { CandidateRow, MonthReport } from "../types";
import { promotionFile, recordsFor, type PromotionFile } from "./promotionFile";

/** One person as the page of promotions and its report show them. */
export interface PromotionPerson {
  readonly judged: PersonInMonth;
  readonly row: CandidateRow;
  /** The way to the next level; null for whoever is not eligible. */
  readonly file: PromotionFile | null;
  /** The way to the level above that one, where the scores reach it too (§2.3). */
  readonly skip: PromotionFile | null;
  /** Rows of 晋升流程 for a level that this person cannot come to from here in one promotion. */
  readonly beyondReach: readonly PromotionRecord[];
}

/** Everybody's standing in a month, and what 晋升流程 records of it. */
export interface PromotionMonth {
  readonly input: MonthInput;
  readonly setting: MonthSetting;
  /** Eligible first, as validating lists them; those who have left are not among them. */
  readonly people: readonly PromotionPerson[];
  /** Those who have left, for what was before. */
  readonly left: readonly PersonInMonth[];
  readonly recordsOf: (person: PersonInMonth["person"]) => readonly PromotionRecord[];
}

function withFiles(
  judged: PersonInMonth,
  row: CandidateRow,
  records: readonly PromotionRecord[],
  { asOf, policies }: MonthSetting,
): PromotionPerson {
  const policy = policies.asOf;
  const { level, target, status, skipHint } = row;
  if (asOf === null || level === null || target === null || status !== "eligible")
    return { judged, row, file: null, skip: null, beyondReach: [] };
  const way = skipHint === null ? null : skipWay(policy, level, skipHint);
  const beyond = policy.levels.filter(
    (other) => other.rank > target.rank && skipWay(policy, level, other).kind === "never",
  );
  return {
    judged,
    row,
    file: promotionFile(pathSteps(policy, level, target), records, target, asOf, policy),
    skip:
      way?.kind === "way" && skipHint !== null
        ? promotionFile(way.steps, records, skipHint, asOf, policy)
        : null,
    beyondReach: beyond.flatMap((other) => recordsFor(records, other, asOf, policy)),
  };
}

type RecordsOf = PromotionMonth["recordsOf"];

const NO_RECORDS: RecordsOf = () => [];

/** A judged month with other rows of 晋升流程, by which nobody is judged. */
export function withPromotionTable(
  judged: JudgedMonth,
  promotions: PromotionSheet | null,
): JudgedMonth {
  const { input, setting } = judged;
  const promotionsOf =
    promotions === null ? null : promotionRecordsOf(promotions, input.sheet.people);
  return { ...judged, input: { ...input, promotions }, setting: { ...setting, promotionsOf } };
}

/** The same of everybody's way to the next level. */
export function withPromotions(
  month: PromotionMonth,
  promotions: PromotionSheet | null,
): PromotionMonth {
  const { input, setting, people } = month;
  const recordsOf =
    promotions === null ? NO_RECORDS : promotionRecordsOf(promotions, input.sheet.people);
  return {
    ...month,
    input: { ...input, promotions },
    setting: { ...setting, promotionsOf: promotions === null ? null : recordsOf },
    people: people.map(({ judged, row }) =>
      withFiles(judged, row, recordsOf(judged.person), setting),
    ),
    recordsOf,
  };
}

function* rowsOf({ people, setting }: JudgedMonth): Generator<void, readonly CandidateRow[]> {
  const inOrder = new PeopleInOrder();
  for (const person of people) {
    yield;
    inOrder.add(candidateRow(person, setting));
  }
  return inOrder.all();
}

/**
 * Everybody of a judged month as promotions are handled, with what 晋升流程 records for it. Yields so that the caller
 * can pause. Where the month's report is there already its rows are taken over.
 */
export function* promotionMonth(
  judged: JudgedMonth,
  report: Pick<MonthReport, "people"> | null = null,
): Generator<void, PromotionMonth> {
  const { input, setting, everybody } = judged;
  const recordsOf = setting.promotionsOf ?? NO_RECORDS;
  const rows = report?.people ?? (yield* rowsOf(judged));
  const byKey = new Map(judged.people.map((person) => [person.ref.key, person]));
  const ordered: PromotionPerson[] = [];
  for (const row of rows) {
    yield;
    const person = byKey.get(row.person.key);
    if (person !== undefined)
      ordered.push(withFiles(person, row, recordsOf(person.person), setting));
  }
  const left = everybody.filter(({ presence }) => presence !== "inMonth");
  return { input, setting, people: ordered, left, recordsOf };
}
