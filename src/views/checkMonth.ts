import { checkRecords, FindingsMemory, partIgnored, type IgnoredEntry } from "../findings";
import {
  judgeMonth,
  nameReading,
  type JudgedMonth,
  type MonthInput,
  type PersonInMonth,
} from "../month";
import { mapSteps } from "../steps";
import { candidateRow } from "./candidateRow";
import { PeopleInOrder } from "./orderPeople";
import type { CandidateRow, MonthReport, Progress } from "./types";

/** What a check of a month leaves for the next: the rows of the people, too. */
export class ReportMemory extends FindingsMemory {
  readonly rows = new WeakMap<PersonInMonth, CandidateRow>();
}

/**
 * Everything that validating says of a judged month: the catalogue of findings and the list of the people (rules V1 and V6).
 * Yields at each person, so that the caller can pause. With a memory what was found of people who are
 * judged as before is taken over.
 */
export function* monthReport(
  { setting, everybody, people }: JudgedMonth,
  memory: ReportMemory | null = null,
): Generator<Progress, MonthReport> {
  const { sheet, asOf, policies } = setting;
  const total = everybody.length;
  const inOrder = new PeopleInOrder();
  const listing: Progress = { stage: "judging", done: total, total };
  for (const person of people) {
    yield listing;
    const row = memory?.rows.get(person) ?? candidateRow(person, setting);
    memory?.rows.set(person, row);
    inOrder.add(row);
  }

  const work = sheet.records.length + 2 * total;
  const findings = yield* mapSteps(checkRecords(setting, everybody, memory), (done): Progress => ({
    stage: "checking",
    done,
    total: work,
  }));
  yield { stage: "checking", done: work, total: work };
  const ordered = inOrder.all();
  yield { stage: "checking", done: work, total: work };
  const undecided = [...policies.asOf.undecided];
  return {
    asOf,
    months: setting.scoredMonths,
    layout: sheet.layout,
    monthColumns: sheet.layout.months,
    policyName: policies.asOf.version.name,
    policyFrom: policies.asOf.version.from,
    undecided,
    undecidedReadings: undecided.map(nameReading),
    findings,
    ignored: [],
    people: ordered,
    reviews: ordered.filter(({ risk }) => risk?.kind === "dismissal_review"),
  };
}

/** A report without the findings that HR has set aside (rule V9): these stand apart. */
export function withIgnored(
  report: MonthReport,
  sheet: Parameters<typeof partIgnored>[1],
  entries: readonly IgnoredEntry[],
): MonthReport {
  const { listed, ignored } = partIgnored(report.findings, sheet, entries);
  return ignored.length === 0 ? report : { ...report, findings: listed, ignored };
}

/** Judges a month and reports on it: what "校验当月" shows. */
export function* checkMonth(
  input: MonthInput,
  memory: ReportMemory | null = null,
): Generator<Progress, MonthReport> {
  return yield* monthReport(yield* judgeMonth(input, memory), memory);
}
