import {
  checkRecords,
  judgePerson,
  nameReading,
  settingOf,
  type MonthInput,
  type PersonInMonth,
} from "../findings";
import { candidateRow } from "./candidateRow";
import { orderPeople } from "./orderPeople";
import type { CandidateRow, MonthReport, Progress } from "./types";

/** People judged between two pauses: those near a promotion take the longest. */
const PEOPLE_A_STEP = 4;

/**
 * Validates a month: judges everybody on the sheet, runs the catalogue of findings and lists the
 * people (5.1a, 5.3, 5.4). Yields often, so that the caller can pause between any two steps.
 */
export function* checkMonth(input: MonthInput): Generator<Progress, MonthReport> {
  const total = input.sheet.people.length;
  const finding = settingOf(input);
  let found = finding.next();
  while (found.done !== true) {
    yield { stage: "finding", done: 0, total };
    found = finding.next();
  }
  const setting = found.value;
  const { sheet, asOf, policies } = setting;
  yield { stage: "judging", done: 0, total };
  const people: PersonInMonth[] = [];
  const rows: CandidateRow[] = [];
  for (const person of sheet.people) {
    const judged = judgePerson(person, setting);
    people.push(judged);
    if (!judged.left) rows.push(candidateRow(judged, setting));
    if (people.length % PEOPLE_A_STEP === 0) yield { stage: "judging", done: people.length, total };
  }

  const work = sheet.records.length + 2 * total;
  const steps = checkRecords(setting, people);
  let step = steps.next();
  while (step.done !== true) {
    yield { stage: "checking", done: step.value, total: work };
    step = steps.next();
  }

  const ordered = orderPeople(rows);
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
    findings: step.value,
    people: ordered,
    reviews: ordered.filter(({ risk }) => risk?.kind === "dismissal_review"),
  };
}
