import type { MonthSetting, PersonInMonth } from "../../month";
import type { Level } from "../../policy";

/** Those who may be considered when the post of supervisor falls vacant (§3.1): information, no judgement. */
export interface VacancyList {
  readonly level: Level;
  readonly people: readonly PersonInMonth[];
}

/** How many of the highest levels are considered: reserve supervisors and seniors. */
const TOP_LEVELS = 2;

/** The highest levels of the ladder with the people who hold them, highest first. */
export function vacancyLists(
  setting: MonthSetting,
  people: readonly PersonInMonth[],
): readonly VacancyList[] {
  return setting.policies.asOf.levels
    .slice(-TOP_LEVELS)
    .reverse()
    .map((level) => ({ level, people: people.filter((person) => person.level?.id === level.id) }));
}
