import type { MonthSetting, PersonInMonth } from "../../month";
import { fineFor, type Level, type RiskResult } from "../../policy";
import type { Fen, Month, Score } from "../../units";
import type { PersonRef } from "../types";

/** A failed month that counted, with its score. */
export interface FailedMonth {
  readonly month: Month;
  readonly score: Score | null;
}

/** Somebody whose case should be reviewed: failed months in a row, or complaints of the month (§4.1.G, §R5b). */
export interface ReviewEntry {
  readonly person: PersonRef;
  readonly level: Level | null;
  /** Empty unless the run of failed months asks for a review. */
  readonly failed: readonly FailedMonth[];
  /** Complaints of the as-of month, where they ask for a review; with the fine that the policy lists. */
  readonly complaints: { readonly count: number; readonly fine: Fen } | null;
}

function failedMonths(risk: RiskResult | null, person: PersonInMonth): readonly FailedMonth[] {
  if (risk?.kind !== "dismissal_review") return [];
  return risk.cells.flatMap(({ index, month }): FailedMonth[] => {
    const history = person.months[index]?.history;
    if (month === null) return [];
    return [{ month, score: history?.kind === "score" ? history.score : null }];
  });
}

function complaintsOf(person: PersonInMonth, setting: MonthSetting): ReviewEntry["complaints"] {
  const month = person.months.at(-1);
  if (month === undefined || month.month !== setting.asOf) return null;
  const policy = setting.policies.at(month.month);
  for (const record of month.records) {
    const { quantity } = record.complaints;
    if (quantity.kind !== "value") continue;
    const fine = fineFor(policy, quantity.value, 0);
    if (fine.kind === "fine" && fine.separationReview)
      return { count: quantity.value, fine: fine.amount };
  }
  return null;
}

/** Everybody whom the month sends to a review by people, in the order of the sheet. */
export function reviewList(
  setting: MonthSetting,
  people: readonly PersonInMonth[],
): readonly ReviewEntry[] {
  return people.flatMap((person): ReviewEntry[] => {
    const failed = failedMonths(person.risk, person);
    const complaints = complaintsOf(person, setting);
    return failed.length === 0 && complaints === null
      ? []
      : [{ person: person.ref, level: person.level, failed, complaints }];
  });
}
