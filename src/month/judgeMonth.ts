import type { Person } from "../scoresheet";
import { mapSteps } from "../steps";
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

/**
 * Judges everybody on a sheet as of the month. Yields at each person, so that the caller can pause. With
 * a memory people who are the same objects as before are not judged again.
 */
export function* judgeMonth(
  input: MonthInput,
  memory: MonthMemory | null = null,
): Generator<Judging, JudgedMonth> {
  const total = input.sheet.people.length;
  const finding: Judging = { stage: "finding", done: 0, total };
  const setting = yield* mapSteps(settingOf(input, memory), () => finding);
  const preparing: Judging = { stage: "judging", done: 0, total };
  yield* mapSteps(setting.variants.prepare(), () => preparing);
  const everybody: PersonInMonth[] = [];
  const judged = new Map<Person, PersonInMonth>();
  for (const person of setting.sheet.people) {
    yield { stage: "judging", done: everybody.length, total };
    const inMonth = memory?.judged.get(person) ?? judgePerson(person, setting);
    everybody.push(inMonth);
    if (memory !== null) judged.set(person, inMonth);
  }
  if (memory !== null) memory.judged = judged;
  const people = everybody.filter(({ presence }) => presence === "inMonth");
  return { input, setting, everybody, people };
}

/** Whether the sheet lets anybody's month be judged at all; where it does not, everybody is excluded for one reason. */
export function canBeTold({ asOf, blanket }: MonthSetting): boolean {
  return asOf !== null && (blanket === null || blanket.kind === "noLevelColumn");
}
