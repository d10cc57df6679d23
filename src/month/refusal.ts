import {
  judgePromotion,
  judgeRisk,
  tierJudge,
  type Level,
  type Policies,
  type ScoreHistory,
} from "../policy";
import type { PersonInMonth } from "./judged";
import { outcomeOf } from "./outcome";
import { promotionShape } from "./promotionShape";
import { countedOutcome, type PersonOutcome, type Variant } from "./variant";

/**
 * An option that refuses scores. A judgement that needs one is not made, which is a result as well;
 * all others stay as they were, since no score moves to another tier.
 */
export class Refusal {
  readonly #promotions = new Map<string, boolean>();

  readonly #policies: Policies;

  readonly #variant: Variant;

  constructor(variant: Variant) {
    this.#variant = variant;
    this.#policies = variant.policies;
  }

  outcomeOf(person: PersonInMonth, inForce: PersonOutcome): PersonOutcome {
    const { history, level, verdict, risk, months } = person;
    const isTouched = history.cells.some((cell, index) => {
      if (cell.kind !== "score" || !this.#variant.mayMove(cell.score)) return false;
      const month = history.months?.[index];
      const policy = month === undefined ? this.#policies.asOf : this.#policies.at(month);
      return tierJudge(policy)(cell.score).kind === "refused";
    });
    if (!isTouched) return inForce;
    const noPromotion =
      level !== null && verdict?.kind === "judged" && this.#hasNoPromotion(history, level);
    const noReview =
      risk !== null &&
      risk.kind !== "excluded" &&
      judgeRisk(history, level, this.#policies).kind === "excluded";
    return {
      ...countedOutcome(person, outcomeOf(months.at(-1), this.#policies.asOf)),
      promotion: noPromotion ? null : inForce.promotion,
      risk: noReview ? null : inForce.risk,
    };
  }

  /** People with the same pattern of tiers are judged once. */
  #hasNoPromotion(history: ScoreHistory, level: Level): boolean {
    const shape = promotionShape(history, level, this.#policies);
    let excluded = this.#promotions.get(shape);
    if (excluded === undefined) {
      excluded = judgePromotion(history, level, this.#policies).kind === "excluded";
      this.#promotions.set(shape, excluded);
    }
    return excluded;
  }
}
