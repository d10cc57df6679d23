import { checkRecords, FindingsMemory } from "../findings";
import { judgePerson, nameReading, settingOf, type MonthInput, type PersonInMonth } from "../month";
import type { Person } from "../scoresheet";
import { candidateRow } from "./candidateRow";
import { PeopleInOrder } from "./orderPeople";
import type { CandidateRow, MonthReport, Progress } from "./types";

/** Months judged between two pauses: those of people near a promotion take the longest. */
const MONTHS_A_STEP = 100;
/** What taking somebody over from an earlier check costs, in months judged. */
const KNOWN = 0.1;

/** What a check of a month leaves for the next: the rows of the people, too. */
export class ReportMemory extends FindingsMemory {
  readonly rows = new WeakMap<PersonInMonth, CandidateRow>();
}

/**
 * Validates a month: judges everybody on the sheet, runs the catalogue of findings and lists the
 * people (5.1a, 5.3, 5.4). Yields often, so that the caller can pause between any two steps. With a memory
 * people who are the same objects as before are not judged again.
 */
export function* checkMonth(
  input: MonthInput,
  memory: ReportMemory | null = null,
): Generator<Progress, MonthReport> {
  const total = input.sheet.people.length;
  const finding = settingOf(input, memory);
  let found = finding.next();
  while (found.done !== true) {
    yield { stage: "finding", done: 0, total };
    found = finding.next();
  }
  const setting = found.value;
  const { sheet, asOf, policies } = setting;
  yield { stage: "judging", done: 0, total };
  const preparing = setting.variants.prepare();
  while (preparing.next().done !== true) yield { stage: "judging", done: 0, total };
  const people: PersonInMonth[] = [];
  const judged = new Map<Person, PersonInMonth>();
  const inOrder = new PeopleInOrder();
  let since = 0;
  for (const person of sheet.people) {
    const known = memory?.judged.get(person);
    const inMonth = known ?? judgePerson(person, setting);
    people.push(inMonth);
    if (memory !== null) judged.set(person, inMonth);
    if (!inMonth.left) {
      const row = memory?.rows.get(inMonth) ?? candidateRow(inMonth, setting);
      memory?.rows.set(inMonth, row);
      inOrder.add(row);
    }
    since += known === undefined ? inMonth.months.length : KNOWN;
    if (since < MONTHS_A_STEP) continue;
    since = 0;
    yield { stage: "judging", done: people.length, total };
  }
  if (memory !== null) memory.judged = judged;

  const work = sheet.records.length + 2 * total;
  const steps = checkRecords(setting, people, memory);
  let step = steps.next();
  while (step.done !== true) {
    yield { stage: "checking", done: step.value, total: work };
    step = steps.next();
  }

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
    findings: step.value,
    people: ordered,
    reviews: ordered.filter(({ risk }) => risk?.kind === "dismissal_review"),
  };
}
