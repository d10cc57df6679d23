import { basePay, findLevel, levelById, pathSteps, skipWay, type Level } from "../../policy";
import type { PromotionRecord, ScoreSheet } from "../../scoresheet";
import { addMonths, type Fen, type Month } from "../../units";
import { candidateRow } from "../candidateRow";
import {
  judgePerson,
  outcomeOf,
  settingOf,
  type MonthInput,
  type MonthSetting,
  type PersonInMonth,
  type PersonMonth,
} from "../../month";
import type { CandidateRow, PersonRef } from "../types";
import { levelChanges } from "./evidenceLine";
import { promotionFile, type PromotionFile } from "./promotionFile";

/** Pay around a promotion, as the policy of each month computes it; null where it cannot be determined. */
export interface PayThen {
  readonly month: Month;
  readonly base: Fen | null;
  readonly gross: Fen | null;
}

/** A promotion found in the sheet: somebody's level rises from one month to a later one. */
export interface PastPromotion {
  readonly person: PersonRef;
  readonly from: Level;
  readonly to: Level;
  /** The first month at the new level. */
  readonly month: Month;
  readonly skipped: boolean;
  /** How the person stood in the month before, by the rules in force then. */
  readonly evidence: CandidateRow;
  readonly before: PayThen;
  readonly after: PayThen;
  /** What 晋升流程 says of it; null where no row is about it. */
  readonly file: PromotionFile | null;
}

function* settingFor(input: MonthInput, person: PersonInMonth, asOf: Month) {
  const { person: own } = person;
  const sheet: ScoreSheet = {
    ...input.sheet,
    people: [own],
    records: own.records,
    nameless: [],
  };
  return yield* settingOf({ sheet, book: input.book, today: input.today, asOf });
}

/** The month whose rows of 晋升流程 are about a promotion: the last one assessed before it took effect. */
function assessedMonth(
  records: readonly PromotionRecord[],
  to: Level,
  effect: Month,
  { policies }: MonthSetting,
): Month | null {
  let last: Month | null = null;
  for (const { target, month } of records) {
    const { quantity } = month;
    if (quantity.kind !== "value" || findLevel(policies.asOf, target.text)?.id !== to.id) continue;
    const near =
      quantity.value <= effect && quantity.value > effect - policies.asOf.promotion.lookBack;
    if (near && (last === null || quantity.value > last)) last = quantity.value;
  }
  return last;
}

function payThen(month: PersonMonth, level: Level, setting: MonthSetting): PayThen {
  const policy = setting.policies.at(month.month);
  const own = levelById(policy, level.id);
  const base = own === undefined ? null : basePay(own);
  return {
    month: month.month,
    base: base?.kind === "amount" ? base.value : null,
    gross: outcomeOf(month, policy).pay,
  };
}

function fileOf(
  records: readonly PromotionRecord[],
  from: Level,
  to: Level,
  effect: Month,
  setting: MonthSetting,
): PromotionFile | null {
  const month = assessedMonth(records, to, effect, setting);
  if (month === null) return null;
  const policy = setting.policies.at(month);
  const skip = skipWay(policy, from, to);
  const steps = skip.kind === "way" ? skip.steps : pathSteps(policy, from, to);
  return promotionFile(steps, records, to, month, policy);
}

/** Every promotion on the sheet up to the as-of month, newest first. Yields at each person. */
export function* promotionHistory(
  input: MonthInput,
  setting: MonthSetting,
  people: readonly PersonInMonth[],
  recordsOf: (person: PersonInMonth["person"]) => readonly PromotionRecord[],
): Generator<void, readonly PastPromotion[]> {
  const found: PastPromotion[] = [];
  if (setting.sheet.layout.kind === "wide") return found;
  for (const person of people) {
    yield;
    for (const [index, { from, to }] of levelChanges(person.months)) {
      const first = person.months[index];
      const before = person.months
        .slice(0, index)
        .filter(({ level }) => level !== undefined)
        .at(-1);
      if (to.rank <= from.rank || first === undefined || before === undefined) continue;
      const then = yield* settingFor(input, person, addMonths(first.month, -1));
      found.push({
        person: person.ref,
        from,
        to,
        month: first.month,
        skipped: to.rank > from.rank + 1,
        evidence: candidateRow(judgePerson(person.person, then), then),
        before: payThen(before, from, setting),
        after: payThen(first, to, setting),
        file: fileOf(recordsOf(person.person), from, to, first.month, setting),
      });
    }
  }
  return found.sort((a, b) => b.month - a.month);
}
