import type { Person } from "../scoresheet";
import type { PersonInMonth } from "./judged";
import { judgePerson } from "./judgePerson";
import type { MonthMemory } from "./memory";
import { settingOf, type MonthInput, type MonthSetting } from "./setting";

/** A month judged once: who is in it and how each stands. Every page, sheet and figure is a view of it. */
export interface JudgedMonth {
  readonly input: MonthInput;
  readonly setting: MonthSetting;
  /** Everybody on the sheet, in its order. */
  readonly everybody: readonly PersonInMonth[];
  /** Those who are in the month (rule M2.1), in the order of the sheet. */
  readonly people: readonly PersonInMonth[];
}

/** How far judging has come, in people. */
export interface Judging {
  readonly stage: "finding" | "judging";
  readonly done: number;
  readonly total: number;
}

/** Months judged between two pauses: those of people near a promotion take the longest. */
const MONTHS_A_STEP = 100;
/** What taking somebody over from an earlier time costs, in months judged. */
const KNOWN = 0.1;

/**
 * Judges everybody on a sheet as of the month. Yields often, so that the caller can pause between any two steps. With
 * a memory people who are the same objects as before are not judged again.
 */
export function* judgeMonth(
  input: MonthInput,
  memory: MonthMemory | null = null,
): Generator<Judging, JudgedMonth> {
  const total = input.sheet.people.length;
  const finding = settingOf(input, memory);
  let found = finding.next();
  while (found.done !== true) {
    yield { stage: "finding", done: 0, total };
    found = finding.next();
  }
  const setting = found.value;
  yield { stage: "judging", done: 0, total };
  const preparing = setting.variants.prepare();
  while (preparing.next().done !== true) yield { stage: "judging", done: 0, total };
  const everybody: PersonInMonth[] = [];
  const judged = new Map<Person, PersonInMonth>();
  let since = 0;
  for (const person of setting.sheet.people) {
    const known = memory?.judged.get(person);
    const inMonth = known ?? judgePerson(person, setting);
    everybody.push(inMonth);
    if (memory !== null) judged.set(person, inMonth);
    since += known === undefined ? inMonth.months.length : KNOWN;
    if (since < MONTHS_A_STEP) continue;
    since = 0;
    yield { stage: "judging", done: everybody.length, total };
  }
  if (memory !== null) memory.judged = judged;
  const people = everybody.filter(({ presence }) => presence === "inMonth");
  return { input, setting, everybody, people };
}

/** Whether the sheet lets anybody's month be told at all; where it does not, everybody is excluded for one reason. */
export function canBeTold({ asOf, blanket }: MonthSetting): boolean {
  return asOf !== null && (blanket === null || blanket.kind === "noLevelColumn");
}
