import { nameReading, type NamedReading, type PersonInMonth } from "../../month";
import { fullReadingOf, readings, readingsIn, tierJudge, type Words } from "../../policy";
import { addMonths, type Month } from "../../units";
import type { CandidateRow } from "../types";
import { evidenceLine, MONTHS_SHOWN, type EvidenceLine } from "./evidenceLine";
import { payEffect, type PayEffect } from "./payEffect";
import type { PromotionFile } from "./promotionFile";
import type { PromotionMonth, PromotionPerson } from "./promotionMonth";
import { reviewList, type ReviewEntry } from "./reviewList";

/** Who is listed: candidates, people one month short, those who lack scores, those not judged. */
export type ReportGroup = "eligible" | "oneMonthShort" | "missingData" | "excluded";

/** What managers should know of the months that count. */
export interface Noted {
  readonly complaints: number;
  readonly leaves: number;
  /** Months without a score and without statutory leave. */
  readonly missing: number;
}

export interface ReportEntry {
  readonly group: ReportGroup;
  readonly row: CandidateRow;
  readonly line: EvidenceLine;
  readonly noted: Noted;
  readonly pay: PayEffect | null;
  readonly file: PromotionFile | null;
  readonly skip: PromotionFile | null;
}

/** A reading as it stands in the month. */
export interface ReadingInForce extends NamedReading {
  readonly option: Words;
  readonly undecided: boolean;
}

/** How many people of the department were in each tier of a month. */
export interface TierCount {
  readonly month: Month;
  /** By the policy's order of tiers, best first. */
  readonly people: readonly number[];
  /** People with a row or a hole in that month and no score. */
  readonly without: number;
}

/** The report "promotion candidates" (rule V6): everything that managers read, as data. */
export interface CandidateReport {
  readonly asOf: Month;
  readonly policy: {
    readonly name: string;
    readonly from: Month | null;
    readonly issuer: string | null;
    readonly effectiveFrom: string | null;
  };
  readonly readings: readonly ReadingInForce[];
  readonly checked: number;
  readonly counts: Readonly<Record<ReportGroup, number>>;
  readonly tiers: readonly number[];
  readonly tierCounts: readonly TierCount[];
  /** In the order of the groups. */
  readonly entries: readonly ReportEntry[];
  /** Null unless chosen. */
  readonly reviews: readonly ReviewEntry[] | null;
}

export function groupOf({ status, verdict }: CandidateRow): ReportGroup | null {
  switch (status) {
    case "eligible":
      return "eligible";
    case "missing_data":
      return "missingData";
    case "excluded":
      return "excluded";
    case "not_yet":
      return verdict?.kind === "judged" && verdict.monthsShort === 1 ? "oneMonthShort" : null;
    case "no_data":
    case "top_level":
      return null;
  }
}

/** Complaints, absences and missing months from the first month that counts on. */
function notedOf(person: PersonInMonth, row: CandidateRow): Noted {
  const from = row.evidence[0]?.month;
  const noted = { complaints: 0, leaves: 0, missing: 0 };
  if (from === undefined) return noted;
  for (const { month, history, record } of person.months) {
    if (month < from) continue;
    if (history.kind === "missing" && !history.leave) noted.missing += 1;
    for (const field of ["complaints", "leaves"] as const) {
      const quantity = record?.[field].quantity;
      if (quantity?.kind === "value") noted[field] += quantity.value;
    }
  }
  return noted;
}

function entryOf(
  { judged, row, file, skip }: PromotionPerson,
  group: ReportGroup,
  { setting }: PromotionMonth,
): ReportEntry {
  const { level, target } = row;
  return {
    group,
    row,
    line: evidenceLine(judged, setting),
    noted: notedOf(judged, row),
    pay:
      group === "excluded" || level === null || target === null
        ? null
        : payEffect(judged, level, target, setting.policies.asOf),
    file,
    skip,
  };
}

/** The readings that the version in force disputes. */
function readingsInForce({ setting }: PromotionMonth): readonly ReadingInForce[] {
  const { asOf } = setting.policies;
  const disputed = readingsIn(asOf.values);
  return readings
    .filter(({ id }) => disputed.has(id))
    .map(({ id }) => {
      const { options } = fullReadingOf(id);
      const inForce = options.find((option) => option.id === asOf.options[id]);
      return {
        ...nameReading(id),
        option: inForce?.label ?? { zh: asOf.options[id], en: asOf.options[id] },
        undecided: asOf.undecided.has(id),
      };
    });
}

/** The department's tiers in the last months that the sheet has; those who have left count while they were there. */
function* tierCountsOf(
  { setting, people, left }: PromotionMonth,
  tiers: readonly number[],
): Generator<void, readonly TierCount[]> {
  const { asOf, begins, policies } = setting;
  if (asOf === null) return [];
  const months = Array.from({ length: MONTHS_SHOWN }, (_, place) =>
    addMonths(asOf, place + 1 - MONTHS_SHOWN),
  ).filter((month) => begins === null || month >= begins);
  const counts = months.map((month) => ({ month, people: tiers.map(() => 0), without: 0 }));
  const origin = months[0];
  if (origin === undefined) return [];
  for (const person of [...people.map(({ judged }) => judged), ...left]) {
    yield;
    for (const { month, history } of person.months) {
      const count = counts[month - origin];
      if (count === undefined) continue;
      const placed = history.kind === "score" ? tierJudge(policies.at(month))(history.score) : null;
      const index = placed?.kind === "tier" ? tiers.indexOf(placed.tier) : -1;
      if (index >= 0) count.people[index] = (count.people[index] ?? 0) + 1;
      else if (person.presence === "inMonth") count.without += 1;
    }
  }
  return counts;
}

/** Makes the report of a judged month; null where the sheet has no month to report. */
export function* candidateReport(
  month: PromotionMonth,
  options: { readonly withReviews: boolean },
): Generator<void, CandidateReport | null> {
  const { setting, people } = month;
  const { asOf, policies } = setting;
  if (asOf === null) return null;
  const { version, score } = policies.asOf;
  const tiers = [...new Set(score.bands.map(({ tier }) => tier))].sort((a, b) => a - b);
  const entries: ReportEntry[] = [];
  const counts: Record<ReportGroup, number> = {
    eligible: 0,
    oneMonthShort: 0,
    missingData: 0,
    excluded: 0,
  };
  for (const person of people) {
    yield;
    const group = groupOf(person.row);
    if (group === null) continue;
    counts[group] += 1;
    entries.push(entryOf(person, group, month));
  }
  return {
    asOf,
    policy: {
      name: version.name,
      from: version.from,
      issuer: version.values.document.issuer,
      effectiveFrom: version.values.document.effectiveFrom,
    },
    readings: readingsInForce(month),
    checked: people.length,
    counts,
    tiers,
    tierCounts: yield* tierCountsOf(month, tiers),
    entries,
    reviews: options.withReviews
      ? reviewList(
          setting,
          people.map(({ judged }) => judged),
        )
      : null,
  };
}
