import {
  judgePromotion,
  judgeRisk,
  tierJudge,
  withOption,
  withOptionIn,
  type EffectivePolicy,
  type Policies,
  type PromotionRule,
  type ReadingId,
  type RiskResult,
} from "../policy";
import type { Month } from "../units";
import type { PersonInMonth } from "./judgePerson";
import { outcomeOf, sameFine, type MonthOutcome } from "./outcome";

/** A reading decided otherwise, and which parts of the judgements that can change at all. */
export interface Variant {
  readonly policies: Policies;
  readonly tiers: boolean;
  readonly review: boolean;
  readonly month: boolean;
  readonly changed: ReadonlySet<PromotionPart>;
}

type PromotionPart =
  | "rules"
  | "windowKind"
  | "windowHistory"
  | "streakAnchor"
  | "streakScope"
  | "missingMonth"
  | "statutoryLeave";

const PARTS: readonly PromotionPart[] = [
  "rules",
  "windowKind",
  "windowHistory",
  "streakAnchor",
  "streakScope",
  "missingMonth",
  "statutoryLeave",
];

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** How scores become tiers: the bands without what is paid for them, and the rounding. */
function placing({ score }: EffectivePolicy): unknown {
  return [score.rounding, score.bands.map((band) => ({ ...band, rate: null }))];
}

/** What a month's pay and fines come from. */
function paying(policy: EffectivePolicy): unknown {
  return [policy.score, policy.levels, policy.commission, policy.performance, policy.fines];
}

/** The policies under another option; `months` are those with scores, each going by its own version. */
export function variantOf(
  base: Policies,
  reading: ReadingId,
  option: string,
  months: readonly Month[],
): Variant {
  const policies = withOptionIn(base, reading, option);
  const { asOf } = policies;
  return {
    policies,
    tiers: months.some((month) => {
      const policy = base.at(month);
      return differs(placing(policy), placing(withOption(policy, reading, option)));
    }),
    review: differs(base.asOf.review, asOf.review),
    month: differs(paying(base.asOf), paying(asOf)),
    changed: new Set(
      PARTS.filter((part) => differs(base.asOf.promotion[part], asOf.promotion[part])),
    ),
  };
}

/** What is compared between two options of a reading. */
export interface PersonOutcome extends MonthOutcome {
  readonly promotion: string;
  readonly risk: string;
}

function riskKey(risk: RiskResult | null): string {
  return risk === null || risk.kind === "excluded" ? "" : `${risk.kind} ${risk.count}`;
}

function promotionKey(verdict: PersonInMonth["verdict"]): string | null {
  if (verdict?.kind !== "judged") return null;
  return `${verdict.target.id} ${verdict.status} ${verdict.monthsShort ?? "never"}`;
}

/** The results in force, as they are compared. */
export function outcomeInForce(person: PersonInMonth, policies: Policies): PersonOutcome {
  return {
    ...outcomeOf(person.months.at(-1), policies.asOf),
    promotion: promotionKey(person.verdict) ?? "",
    risk: riskKey(person.risk),
  };
}

function ruleFor(policies: Policies, target: string): PromotionRule | undefined {
  return policies.asOf.promotion.rules.find((rule) => rule.target === target);
}

/** Whether any month of the person falls into another tier. */
function movesTier(person: PersonInMonth, base: Policies, other: Policies): boolean {
  return person.months.some(({ month, history }) => {
    if (history.kind !== "score") return false;
    const before = tierJudge(base.at(month))(history.score);
    const after = tierJudge(other.at(month))(history.score);
    return (before.kind === "tier" ? before.tier : 0) !== (after.kind === "tier" ? after.tier : 0);
  });
}

/** Whether a part of the promotion rules that changed can matter to this person at all. */
function concerns(
  part: PromotionPart,
  person: PersonInMonth,
  variant: Variant,
  base: Policies,
): boolean {
  const { verdict, history } = person;
  if (verdict?.kind !== "judged") return false;
  const origin = history.months?.[0];
  const padded =
    history.employedFrom !== undefined && origin !== undefined && history.employedFrom < origin;
  switch (part) {
    case "rules":
      return differs(
        ruleFor(base, verdict.target.id),
        ruleFor(variant.policies, verdict.target.id),
      );
    case "windowKind":
    case "windowHistory":
      return verdict.rule !== null && verdict.rule.window !== null;
    case "streakAnchor":
      // The whole list is one of the beginnings that `any` looks at.
      return (
        variant.policies.asOf.promotion.streakAnchor === "latest" || verdict.status !== "eligible"
      );
    case "streakScope":
      return history.promotedAt !== undefined && (history.promotedAt > 0 || padded);
    case "missingMonth":
      return padded || history.cells.some(({ kind }) => kind === "missing");
    case "statutoryLeave":
      return history.cells.some((cell) => cell.kind === "missing" && cell.leave);
  }
}

/**
 * The results under the variant; what it provably leaves alone is taken over, and so is what cannot be
 * judged under it with what the sheet tells.
 */
export function outcomeUnder(
  variant: Variant,
  person: PersonInMonth,
  base: Policies,
  inForce: PersonOutcome,
): PersonOutcome {
  const { policies } = variant;
  const moves = variant.tiers && movesTier(person, base, policies);
  const month = variant.month || moves ? outcomeOf(person.months.at(-1), policies.asOf) : inForce;
  let { promotion, risk } = inForce;
  const { level, verdict } = person;
  if (
    level !== null &&
    verdict?.kind === "judged" &&
    (moves || [...variant.changed].some((part) => concerns(part, person, variant, base)))
  )
    promotion = promotionKey(judgePromotion(person.history, level, policies)) ?? promotion;
  if (person.risk !== null && (variant.review || variant.tiers)) {
    const other = judgeRisk(person.history, level, policies);
    if (other.kind !== "excluded" && person.risk.kind !== "excluded") risk = riskKey(other);
  }
  return { tier: month.tier, pay: month.pay, fine: month.fine, promotion, risk };
}

export function sameOutcome(a: PersonOutcome, b: PersonOutcome): boolean {
  return (
    a.tier === b.tier &&
    a.pay === b.pay &&
    sameFine(a.fine, b.fine) &&
    a.promotion === b.promotion &&
    a.risk === b.risk
  );
}
