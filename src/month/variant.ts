import {
  judgePromotion,
  judgeRisk,
  readingsIn,
  tierJudge,
  withOption,
  withOptionIn,
  type EffectivePolicy,
  type Level,
  type LevelId,
  type Policies,
  type PromotionRule,
  type PromotionVerdict,
  type ReadingId,
  type RiskResult,
  type ScoreHistory,
} from "../policy";
import type { Month, Score } from "../units";
import type { PersonInMonth } from "./judged";
import { settlingOptions } from "./nameReading";
import { outcomeOf, sameFine, type MonthOutcome } from "./outcome";
import { promotionShape } from "./promotionShape";

/** Parts of the promotion rules that a reading may change. */
const PARTS = [
  "rules",
  "windowKind",
  "windowHistory",
  "streakAnchor",
  "streakScope",
  "missingMonth",
  "statutoryLeave",
] as const;
type PromotionPart = (typeof PARTS)[number];

/** Different scores of which it is kept whether an option moves them. */
const SCORES_KEPT = 5_000;
const HALF_POINT = 500_000;

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** The scores among which some fall into another tier; both ends belong to it. */
interface ScoreRange {
  readonly from: number;
  readonly to: number;
}

function union(one: ScoreRange | null, other: ScoreRange | null): ScoreRange | null {
  if (one === null || other === null) return one ?? other;
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) };
}

/** Where two policies may place scores otherwise: everywhere between the band ends that differ. */
function movingBetween(before: EffectivePolicy, after: EffectivePolicy): ScoreRange | null {
  const [one, other] = [before.score, after.score];
  if (one.rounding !== other.rounding || one.bands.length !== other.bands.length)
    return { from: -Infinity, to: Infinity };
  return one.bands.reduce<ScoreRange | null>((range, band, index) => {
    const twin = other.bands[index];
    if (twin?.tier !== band.tier) return { from: -Infinity, to: Infinity };
    const lower = band.from !== twin.from || band.fromInclusive !== twin.fromInclusive;
    const upper = band.to !== twin.to || band.toInclusive !== twin.toInclusive;
    const ends = [...(lower ? [band.from, twin.from] : []), ...(upper ? [band.to, twin.to] : [])];
    if (ends.length === 0) return range;
    const moved = { from: Math.min(...ends), to: Math.max(...ends) };
    // Rounded scores reach half a point further.
    const slack = one.rounding === "integer" ? HALF_POINT : 0;
    return union(range, { from: moved.from - slack, to: moved.to + slack });
  }, null);
}

/** What a month's pay and fines come from. */
function paying(policy: EffectivePolicy): unknown {
  return [policy.score, policy.levels, policy.commission, policy.performance, policy.fines];
}

function ruleTo(target: LevelId, { promotion }: EffectivePolicy): PromotionRule | undefined {
  return promotion.rules.find((rule) => rule.target === target);
}

/** The judged part of a verdict as it is compared; null where it cannot be determined. */
export function standing(verdict: PromotionVerdict | null): string | null {
  if (verdict?.kind !== "judged") return null;
  return `${verdict.target.id} ${verdict.status} ${verdict.monthsShort ?? "never"}`;
}

export function riskKey(risk: RiskResult | null): string | null {
  return risk === null || risk.kind === "excluded" ? null : `${risk.kind} ${risk.count}`;
}

/** What is compared between two options of a reading; null where it cannot be determined. */
export interface PersonOutcome extends MonthOutcome {
  readonly promotion: string | null;
  readonly risk: string | null;
}

/** What of somebody's month counts: of those who are not in the month their pay alone, if they are on the payroll. */
export function countedOutcome(
  { presence, onPayroll }: Pick<PersonInMonth, "presence" | "onPayroll">,
  { tier, pay, fine }: MonthOutcome,
): MonthOutcome {
  const paid = onPayroll ? pay : null;
  return presence === "inMonth" ? { tier, pay: paid, fine } : { tier: null, pay: paid, fine: null };
}

/** The results in force, as they are compared. */
export function outcomeInForce(person: PersonInMonth, policies: Policies): PersonOutcome {
  return {
    ...countedOutcome(person, outcomeOf(person.months.at(-1), policies.asOf)),
    promotion: standing(person.verdict),
    risk: riskKey(person.risk),
  };
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

/** The judged people that a reading's options are tried on. */
export type Judged = Pick<
  PersonInMonth,
  "months" | "history" | "level" | "verdict" | "risk" | "presence" | "onPayroll"
>;

/** The policies with one reading decided otherwise, and which judgements that can change at all. */
export class Variant {
  readonly policies: Policies;
  readonly #base: Policies;
  /** Scores outside of this range keep their tier in every month; null where all do. */
  readonly #moving: ScoreRange | null;
  readonly #rounding: boolean;
  /** Whether padding for service before the list reaches back another number of months. */
  readonly #looksElsewhere: boolean;
  readonly #review: boolean;
  readonly #month: boolean;
  readonly #parts: readonly PromotionPart[];
  /** The levels to which another rule leads. */
  readonly #otherRules: ReadonlySet<LevelId>;
  readonly #standings = new Map<string, string | null>();
  readonly #moved = new Map<EffectivePolicy, Map<Score, boolean>>();

  constructor(
    basePolicies: Policies,
    readonly reading: ReadingId,
    readonly option: string,
    /** Those with scores: each month's tiers follow its own version. */
    months: readonly Month[],
  ) {
    const base = (this.#base = remembered(basePolicies));
    this.policies = remembered(withOptionIn(base, reading, option));
    const { asOf } = this.policies;
    const changed = [...new Set(months.map(base.at))].map(
      (before) => [before, withOption(before, reading, option)] as const,
    );
    this.#moving = changed.reduce<ScoreRange | null>(
      (range, [before, after]) => union(range, movingBetween(before, after)),
      null,
    );
    this.#rounding = changed.some(
      ([before, after]) => before.score.rounding !== after.score.rounding,
    );
    this.#looksElsewhere = base.asOf.promotion.lookBack !== asOf.promotion.lookBack;
    this.#review = differs(base.asOf.review, asOf.review);
    this.#month = differs(paying(base.asOf), paying(asOf));
    this.#otherRules = new Set(
      asOf.levels
        .map(({ id }) => id)
        .filter((id) => differs(ruleTo(id, base.asOf), ruleTo(id, asOf))),
    );
    this.#parts = PARTS.filter((part) => differs(base.asOf.promotion[part], asOf.promotion[part]));
  }

  /** Whether the option changes anything that is computed from a sheet. */
  get matters(): boolean {
    return this.#moving !== null || this.#review || this.#month || this.#parts.length > 0;
  }

  /** Whether a score can be placed otherwise than in force: never of those that surely are not. */
  mayMove(score: Score): boolean {
    return this.#moving !== null && score >= this.#moving.from && score <= this.#moving.to;
  }

  /**
   * The results of a person under this option. What it provably leaves alone is taken over, and so is
   * what cannot be judged under it with what the sheet says.
   */
  outcomeOf(person: Judged, inForce: PersonOutcome): PersonOutcome {
    const moves = this.#movesTier(person);
    const { tier, pay, fine } =
      this.#month || moves
        ? countedOutcome(person, outcomeOf(person.months.at(-1), this.policies.asOf))
        : inForce;
    return {
      tier,
      pay,
      fine,
      promotion: this.#promotionOf(person, inForce.promotion, moves),
      risk: this.#riskOf(person, inForce.risk, moves),
    };
  }

  /** Whether the option makes somebody eligible who is not, or the other way round (rule P4.6). */
  flips(person: Judged): boolean {
    const inForce = standing(person.verdict);
    const other = this.#promotionOf(person, inForce, this.#movesTier(person));
    return isEligible(inForce) !== isEligible(other);
  }

  #promotionOf(person: Judged, inForce: string | null, moves: boolean): string | null {
    const { level, history } = person;
    if (level === null || inForce === null) return inForce;
    if (
      !moves &&
      !(this.#looksElsewhere && isPadded(history)) &&
      !this.#parts.some((part) => this.#concerns(part, person))
    )
      return inForce;
    return this.#standingOf(history, level) ?? inForce;
  }

  #standingOf(history: ScoreHistory, level: Level): string | null {
    const shape = promotionShape(history, level, this.policies);
    let known = this.#standings.get(shape);
    if (known === undefined) {
      known = standing(judgePromotion(history, level, this.policies));
      this.#standings.set(shape, known);
    }
    return known;
  }

  #riskOf({ history, level, risk }: Judged, inForce: string | null, moves: boolean): string | null {
    if (risk === null || inForce === null || !(this.#review || this.#rounding || moves))
      return inForce;
    return riskKey(judgeRisk(history, level, this.policies)) ?? inForce;
  }

  /** Whether any month of the person falls into another tier. */
  #movesTier({ history: { cells, months } }: Judged): boolean {
    if (this.#moving === null) return false;
    for (const [index, cell] of cells.entries()) {
      if (cell.kind !== "score" || !this.mayMove(cell.score)) continue;
      const month = months?.[index];
      if (month !== undefined && this.#movesScore(cell.score, month)) return true;
    }
    return false;
  }

  /** Whether a score falls into another tier in a month; departments give the same few scores again and again. */
  #movesScore(score: Score, month: Month): boolean {
    const before = this.#base.at(month);
    let known = this.#moved.get(before);
    if (known === undefined) this.#moved.set(before, (known = new Map<Score, boolean>()));
    let moves = known.get(score);
    if (moves === undefined) {
      const placed = tierJudge(before)(score);
      const other = tierJudge(this.policies.at(month))(score);
      moves =
        (placed.kind === "tier" ? placed.tier : null) !==
        (other.kind === "tier" ? other.tier : null);
      if (known.size >= SCORES_KEPT) known.clear();
      known.set(score, moves);
    }
    return moves;
  }

  /** Whether a part of the promotion rules that changed can matter to this person at all. */
  #concerns(part: PromotionPart, { verdict, history }: Judged): boolean {
    if (verdict?.kind !== "judged") return false;
    const { cells, promotedAt } = history;
    const padded = isPadded(history);
    switch (part) {
      case "rules":
        return this.#otherRules.has(verdict.target.id);
      case "windowKind":
      case "windowHistory":
        return verdict.rule !== null && verdict.rule.window !== null;
      case "streakAnchor":
        // The whole list is one of the beginnings that `any` looks at.
        return (
          this.policies.asOf.promotion.streakAnchor === "latest" || verdict.status !== "eligible"
        );
      case "streakScope":
        return promotedAt !== undefined && (promotedAt > 0 || padded);
      case "missingMonth":
        return padded || cells.some(({ kind }) => kind === "missing");
      case "statutoryLeave":
        return cells.some((cell) => cell.kind === "missing" && cell.leave);
    }
  }
}

/** Whether the person served before the list, so that missing months stand before it. */
function isPadded({ months, employedFrom }: ScoreHistory): boolean {
  const origin = months?.[0];
  return employedFrom !== undefined && origin !== undefined && employedFrom < origin;
}

function isEligible(key: string | null): boolean {
  return key?.includes(" eligible ") === true;
}

/** The same policies, each month's looked up once. */
function remembered({ asOf, at }: Policies): Policies {
  const known = new Map<Month, EffectivePolicy>();
  return {
    asOf,
    at: (month) => {
      let policy = known.get(month);
      if (policy === undefined) known.set(month, (policy = at(month)));
      return policy;
    },
  };
}

/** Every single alternative to the options in force, made when it is first asked for. */
export class Variants {
  readonly #known = new Map<ReadingId, readonly Variant[]>();
  readonly #ofPromotion: readonly ReadingId[];

  readonly #base: Policies;
  readonly #months: readonly Month[];

  constructor(base: Policies, months: readonly Month[]) {
    this.#base = base;
    this.#months = months;
    const { score, promotion } = base.asOf.values;
    this.#ofPromotion = [...readingsIn([score, promotion])].sort();
  }

  of(reading: ReadingId): readonly Variant[] {
    let variants = this.#known.get(reading);
    if (variants === undefined) {
      variants = settlingOptions(reading)
        .filter((option) => option !== this.#base.asOf.options[reading])
        .map((option) => new Variant(this.#base, reading, option, this.#months))
        .filter(({ matters }) => matters);
      this.#known.set(reading, variants);
    }
    return variants;
  }

  /** Makes what judging people asks for, one reading a step: the first of them must not wait for all. */
  *prepare(): Generator<void> {
    for (const reading of this.#ofPromotion) {
      this.of(reading);
      yield;
    }
  }

  /** The readings that decide on eligible or not for somebody judged, in alphabetical order. */
  decisiveFor(person: Judged): readonly ReadingId[] {
    return this.#ofPromotion.filter((reading) =>
      this.of(reading).some((variant) => variant.flips(person)),
    );
  }
}
