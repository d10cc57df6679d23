import type { LevelId, SheetWords } from "../types";

// Words by which sheets are read beside those of a version's values. They are no values of a policy: they hold for
// all months at once, and in either language of the pane.

/** A level in English, alone and as the level of an agent. */
const english = (...names: string[]): string[] =>
  names.flatMap((name) => [name, `${name} agent`, `${name} CS`]);

const levels: Readonly<Record<LevelId, readonly string[]>> = {
  probation: english("Probation", "Trainee"),
  junior: english("Junior"),
  middle: english("Intermediate", "Middle"),
  senior: english("Senior"),
  reserve: ["Reserve supervisor", "Team lead designate"],
};

/** As people type it: sick leave, Sick leave, Sick Leave. */
function typed(words: string): string[] {
  const first = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
  return [...new Set([words, first(words), words.split(" ").map(first).join(" ")])];
}

/** Headings stand apart: functions read no sheet. */
export const builtInWords: Omit<SheetWords, "headings" | "others"> = {
  levels,
  statutoryLeave: [
    "maternity leave",
    "paternity leave",
    "work injury",
    "marriage leave",
    "bereavement leave",
    "annual leave",
  ].flatMap(typed),
  otherReasons: ["请假", "sick leave", "personal leave", "leave", "not assessed"].flatMap(typed),
};
