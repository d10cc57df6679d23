import {
  findLevel,
  levelById,
  policyFor,
  type EffectivePolicy,
  type Level,
  type Policies,
  type PolicyBook,
} from "../policy";
import { asOfMonth, type ScoreSheet } from "../scoresheet";
import type { Month } from "../units";
import { areFractions } from "./fractions";
import type { Exclusion } from "./types";

/** What a month is validated with. */
export interface MonthInput {
  readonly sheet: ScoreSheet;
  readonly book: PolicyBook;
  /** HR's choice; without it the month is found (5.1a). */
  readonly asOf?: Month | undefined;
  /** The current month: scores after it are slips. */
  readonly today: Month;
}

/** One month being validated: the sheet, the month and the policies that judge it. */
export interface MonthSetting {
  readonly sheet: ScoreSheet;
  /** Null where the sheet has no score that could be of any month up to now. */
  readonly asOf: Month | null;
  readonly today: Month;
  readonly policies: Policies;
  /** The first month on the sheet, later ones than the as-of month left out. */
  readonly begins: Month | null;
  /** Months with a score up to now, oldest first. */
  readonly scoredMonths: readonly Month[];
  /** Why nobody is judged, where that is so. */
  readonly blanket: Exclusion | null;
}

function scoredMonths(sheet: ScoreSheet, today: Month): readonly Month[] {
  const months = new Set<Month>();
  for (const { month, score } of sheet.records)
    if (
      score.quantity.kind === "value" &&
      month.quantity.kind === "value" &&
      month.quantity.value <= today
    )
      months.add(month.quantity.value);
  return [...months].sort((a, b) => a - b);
}

function firstMonth(sheet: ScoreSheet, asOf: Month): Month {
  let first = asOf;
  for (const { month } of [...sheet.layout.months]) if (month < first) first = month;
  for (const { month } of sheet.records)
    if (month.quantity.kind === "value" && month.quantity.value < first)
      first = month.quantity.value;
  return first;
}

function blanketOf(sheet: ScoreSheet): Exclusion | null {
  if (sheet.layout.problems.some(({ code }) => code === "monthWithoutYear"))
    return { kind: "monthWithoutYear" };
  if (areFractions(sheet)) return { kind: "scoresAsFractions" };
  return sheet.layout.columns.level === undefined ? { kind: "noLevelColumn" } : null;
}

/** Finds the month (unless HR chose one) and the policies for it. */
export function settingOf({ sheet, book, asOf, today }: MonthInput): MonthSetting {
  const month = asOf ?? asOfMonth(sheet, { notAfter: today });
  return {
    sheet,
    asOf: month,
    today,
    policies: {
      asOf: policyFor(book, month ?? today),
      at: (other) => policyFor(book, other),
    },
    begins: month === null ? null : firstMonth(sheet, month),
    scoredMonths: scoredMonths(sheet, today),
    blanket: blanketOf(sheet),
  };
}

/**
 * The level that a text names in a month, as the given policy (by default that of the as-of month)
 * knows it: names may change from version to version, ids stay.
 */
export function levelIn(
  setting: MonthSetting,
  month: Month | null,
  text: string,
  policy: EffectivePolicy = setting.policies.asOf,
): Level | undefined {
  const then = month === null ? setting.policies.asOf : setting.policies.at(month);
  const found = findLevel(then, text);
  return found === undefined ? undefined : levelById(policy, found.id);
}

/** The policy by which a month's tier and pay go. */
export function policyAt(setting: MonthSetting, month: Month | null): EffectivePolicy {
  return month === null ? setting.policies.asOf : setting.policies.at(month);
}
