import type { ScoreSheet, Who } from "../../scoresheet";
import { formatMonth, type Month } from "../../units";
import { scoreOf, seenIn } from "./historyRows";

/** What the workbook knows already. */
export interface KnownScores {
  readonly people: readonly Who[];
  /** By person and month, as `personMonth` names them; what cannot be read counts as it stands. */
  readonly scores: ReadonlyMap<string, number | string>;
}

export function personMonth({ employeeId, name }: Who, month: Month): string {
  return `${employeeId === "" ? `name:${name}` : `id:${employeeId}`} ${formatMonth(month)}`;
}

/** The people and scores of the sheets that are open; yields at each person. */
export function* knownScoresOf(sheets: readonly ScoreSheet[]): Generator<void, KnownScores> {
  const scores = new Map<string, number | string>();
  const people = new Map<string, Who>();
  for (const sheet of sheets)
    for (const { key, employeeId, name, records } of sheet.people) {
      yield;
      people.set(key, { employeeId, name });
      for (const record of records) {
        const { month, score } = record;
        if (score.quantity.kind === "blank" || month.quantity.kind !== "value") continue;
        const at = personMonth({ employeeId, name }, month.quantity.value);
        scores.set(at, scoreOf(record) ?? seenIn(score));
      }
    }
  return { people: [...people.values()], scores };
}
