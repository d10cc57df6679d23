import {
  commissionOn,
  fineFor,
  isLeaveViolation,
  judgePromotion,
  judgeRisk,
  levelAbove,
  levelById,
  payFor,
  performancePay,
  basePay,
  readingsIn,
  singlePolicy,
  tierJudge,
  withOption,
  type EffectivePolicy,
  type Level,
  type PromotionStatus,
  type ReadingId,
  type RiskResult,
  type ScoreHistory,
  type Tier,
  type Words,
} from "../policy";
import {
  addMonths,
  fen,
  monthOf,
  scoreFromPoints,
  type Fen,
  type Month,
  type Score,
} from "../units";

export interface ExampleMonth {
  /** Where the calendar matters. */
  readonly month: Month | null;
  /** Null: no assessment. */
  readonly score: Score | null;
  readonly leave: boolean;
}

/** A worked line: what goes in and what the rules make of it. Null amounts are refused. */
export type ExampleLine =
  | { readonly kind: "base"; readonly level: Words; readonly amount: Fen | null }
  | { readonly kind: "commission"; readonly sales: Fen; readonly amount: Fen }
  | {
      readonly kind: "performance";
      readonly level: Words;
      readonly score: Score;
      readonly amount: Fen | null;
    }
  | {
      readonly kind: "gross";
      readonly level: Words;
      readonly sales: Fen;
      readonly score: Score;
      readonly amount: Fen | null;
    }
  | { readonly kind: "tier"; readonly score: Score; readonly tier: Tier | null }
  | {
      readonly kind: "promotion";
      readonly from: Words;
      readonly to: Words;
      readonly months: readonly ExampleMonth[];
      /** How many of the newest months lie in the level held; null where that does not matter. */
      readonly sincePromotion: number | null;
      readonly status: PromotionStatus | null;
      readonly monthsShort: number | null;
    }
  | {
      readonly kind: "review";
      readonly level: Words;
      readonly months: readonly ExampleMonth[];
      readonly result: RiskResult["kind"];
      readonly count: number;
      readonly limit: number;
    }
  | {
      readonly kind: "complaints";
      readonly complaints: number;
      readonly amount: Fen | null;
      readonly separationReview: boolean;
    }
  | {
      readonly kind: "leave";
      readonly minutes: number;
      readonly customersLost: boolean;
      readonly amount: Fen;
    }
  | {
      readonly kind: "netted";
      readonly gross: Fen;
      readonly complaints: number;
      readonly fine: Fen;
      readonly paid: Fen;
    };

type Example = (policy: EffectivePolicy, reading: ReadingId) => readonly ExampleLine[];

const YUAN = 100;
const yuan = (amount: number): Fen => fen(Math.round(amount * YUAN));

function points(value: number): Score {
  const score = scoreFromPoints(value);
  if (score === undefined) throw new RangeError(`Not a number of points: ${value}`);
  return score;
}

// ---------------------------------------------------------------- whom the examples are about

/** The probation level, wherever a policy has it. */
function probation(policy: EffectivePolicy): Level | undefined {
  return levelById(policy, policy.values.probation.level) ?? policy.levels[0];
}

/** The first level after probation: whom most examples are about. */
function first(policy: EffectivePolicy): Level | undefined {
  const lowest = probation(policy);
  return (lowest === undefined ? undefined : levelAbove(policy, lowest)) ?? lowest;
}

function highest(policy: EffectivePolicy): Level | undefined {
  return policy.levels.at(-1);
}

/** Who would be promoted by the first score rule for which the test is true: the level below the rule's. */
function below(
  policy: EffectivePolicy,
  isRule: (rule: EffectivePolicy["values"]["promotion"]["rules"][number]) => boolean,
): Level | undefined {
  const rule = policy.values.promotion.rules.find(isRule);
  const target = rule === undefined ? undefined : levelById(policy, rule.level);
  return target === undefined ? undefined : policy.levels[target.rank - 1];
}

// ---------------------------------------------------------------- lines

const commission =
  (...sales: number[]): Example =>
  (policy) =>
    sales.map((amount) => ({
      kind: "commission",
      sales: yuan(amount),
      amount: commissionOn(policy, yuan(amount)).amount,
    }));

function performanceLine(policy: EffectivePolicy, level: Level, score: number): ExampleLine {
  const result = performancePay(policy, level, points(score));
  return {
    kind: "performance",
    level: level.name,
    score: points(score),
    amount: result.kind === "amount" ? result.value.amount : null,
  };
}

const performance =
  (...scores: number[]): Example =>
  (policy) => {
    const level = first(policy);
    return level === undefined ? [] : scores.map((score) => performanceLine(policy, level, score));
  };

function grossLine(
  policy: EffectivePolicy,
  level: Level,
  sales: number,
  score: number,
): ExampleLine {
  const { gross } = payFor(policy, level, {
    sales: yuan(sales),
    score: points(score),
    extra: fen(0),
  });
  return {
    kind: "gross",
    level: level.name,
    sales: yuan(sales),
    score: points(score),
    amount: gross.kind === "amount" ? gross.value : null,
  };
}

function tierLine(policy: EffectivePolicy, score: number): ExampleLine {
  const placed = tierJudge(policy)(points(score));
  return {
    kind: "tier",
    score: points(score),
    tier: placed.kind === "tier" ? placed.tier : null,
  };
}

/** A month without a score, or on statutory leave. */
const NONE = null;
const LEAVE = "leave";
type Given = number | typeof NONE | typeof LEAVE;

function history(given: readonly Given[], last: Month | null): ScoreHistory {
  return {
    cells: given.map((one) =>
      typeof one === "number"
        ? { kind: "score", score: points(one) }
        : { kind: "missing", leave: one === LEAVE },
    ),
    endsAsOf: true,
    ...(last === null
      ? {}
      : { months: given.map((_, index) => addMonths(last, index + 1 - given.length)) }),
  };
}

function shown(given: readonly Given[], last: Month | null): readonly ExampleMonth[] {
  return given.map((one, index) => ({
    month: last === null ? null : addMonths(last, index + 1 - given.length),
    score: typeof one === "number" ? points(one) : null,
    leave: one === LEAVE,
  }));
}

function promotionLine(
  policy: EffectivePolicy,
  from: Level | undefined,
  given: readonly Given[],
  {
    last = null,
    since = null,
  }: { readonly last?: Month | null; readonly since?: number | null } = {},
): readonly ExampleLine[] {
  const to = from === undefined ? undefined : levelAbove(policy, from);
  if (from === undefined || to === undefined) return [];
  const verdict = judgePromotion(
    {
      ...history(given, last),
      ...(since === null ? {} : { promotedAt: given.length - since }),
    },
    from,
    singlePolicy(policy),
  );
  const judged = verdict.kind === "judged" ? verdict : null;
  return [
    {
      kind: "promotion",
      from: from.name,
      to: to.name,
      months: shown(given, last),
      sincePromotion: since,
      status: judged?.status ?? null,
      monthsShort: judged?.monthsShort ?? null,
    },
  ];
}

/** The first promotion by scores. */
const promotion =
  (...given: Given[]): Example =>
  (policy) =>
    promotionLine(
      policy,
      below(policy, () => true),
      given,
    );

/** The promotion whose rule the reading disputes. */
const disputedPromotion =
  (...lists: (readonly Given[])[]): Example =>
  (policy, reading) =>
    lists.flatMap((given) =>
      promotionLine(
        policy,
        below(policy, (rule) => readingsIn(rule).has(reading)),
        given,
      ),
    );

function reviewLine(
  policy: EffectivePolicy,
  level: Level | undefined,
  given: readonly Given[],
): readonly ExampleLine[] {
  if (level === undefined) return [];
  const result = judgeRisk(history(given, null), level, singlePolicy(policy));
  return [
    {
      kind: "review",
      level: level.name,
      months: shown(given, null),
      result: result.kind,
      count: result.kind === "excluded" ? 0 : result.count,
      limit: policy.review.streak,
    },
  ];
}

const review =
  (...given: Given[]): Example =>
  (policy) =>
    reviewLine(policy, first(policy), given);

const complaints =
  (...counts: number[]): Example =>
  (policy) =>
    counts.map((count) => {
      const fine = fineFor(policy, count, 0);
      return {
        kind: "complaints",
        complaints: count,
        amount: fine.kind === "fine" ? fine.amount : null,
        separationReview: fine.kind === "fine" && fine.separationReview,
      };
    });

const leave =
  (minutes: number, customersLost: boolean): Example =>
  (policy) => [
    {
      kind: "leave",
      minutes,
      customersLost,
      amount: isLeaveViolation(policy, { minutes, approved: false, customersLost })
        ? policy.fines.leave
        : fen(0),
    },
  ];

/** A May like any other: windows of half years and of months differ in it. */
const MAY = monthOf(2025, 5);
const times = (count: number, score: number): readonly number[] => Array<number>(count).fill(score);
const hasWindow = (rule: { readonly window: unknown }): boolean => rule.window !== null;

/** Scores and amounts at which the options of a reading differ under the built-in policy. */
const examples: Readonly<Record<ReadingId, Example>> = {
  SALARY_RESERVE: (policy, reading) =>
    policy.levels.flatMap((level) =>
      readingsIn(policy.values.levels[level.rank]?.baseSalaryFen).has(reading)
        ? [
            {
              kind: "base",
              level: level.name,
              amount: amountOf(level),
            },
            grossLine(policy, level, 60_000, 95),
          ]
        : [],
    ),
  COMMISSION_T1_FROM: commission(50_000, 55_000, 60_000),
  COMMISSION_MODE: commission(29_999.99, 45_000, 100_000),
  PROBATION_VARIABLE: (policy) => {
    const level = probation(policy);
    return level === undefined ? [] : [grossLine(policy, level, 45_000, 90)];
  },
  PERF_T1_RATE: (policy) =>
    policy.levels
      .filter(({ variablePay, baseSalary }) => variablePay && typeof baseSalary === "number")
      .map((level) => performanceLine(policy, level, 95)),
  SCORE_IN_PAY: performance(75, 95),
  SCORE_60: (policy, reading) => [tierLine(policy, 60), ...performance(60, 60.5)(policy, reading)],
  SCORE_80: (policy, reading) => [tierLine(policy, 80), ...performance(80)(policy, reading)],
  SCORE_90_91: (policy, reading) => [tierLine(policy, 90.5), ...performance(90.5)(policy, reading)],
  SCORE_ROUNDING: (policy, reading) => [
    tierLine(policy, 79.5),
    ...performance(79.5)(policy, reading),
  ],
  CRITERIA_ROLE: (policy) => promotionLine(policy, first(policy), [85, 85, 85]),
  JUNIOR_H: disputedPromotion([95, 95, 95], [85, 85, 85]),
  MIDDLE_T1_COUNT: disputedPromotion(times(5, 91)),
  MIDDLE_MONTHS: disputedPromotion([85, 95, 95]),
  WINDOW_KIND: (policy) => {
    const from = below(policy, hasWindow);
    return [
      [79, ...times(5, 95)],
      [79, ...times(5, 85), ...times(5, 91)],
    ].flatMap((given) => promotionLine(policy, from, given, { last: MAY }));
  },
  WINDOW_HISTORY: (policy) => promotionLine(policy, below(policy, hasWindow), times(5, 91)),
  STREAK_ANCHOR: promotion(85, 85, 85, 50),
  STREAK_SCOPE: (policy) =>
    promotionLine(policy, first(policy), times(5, 95), { last: MAY, since: 3 }),
  MISSING_MONTH: promotion(85, NONE, 85, 85),
  STATUTORY_LEAVE: promotion(85, LEAVE, 85, 85),
  FAIL_DEF: review(60, 60, 60),
  DISMISSAL_BASIS: review(50, NONE, 50, 50),
  DISMISSAL_SCOPE: (policy) => reviewLine(policy, highest(policy), [50, 50, 50]),
  DISMISSAL_ANCHOR: review(50, 50, 50, 60),
  COMPLAINT_2ND: complaints(1, 2),
  COMPLAINT_3_INCLUSIVE: complaints(3),
  COMPLAINT_3RD_FINE: complaints(3, 4),
  LEAVE_10: leave(10, true),
  LEAVE_NEEDS_LOSS: leave(11, false),
  FINES_NETTED: (policy) => {
    const level = first(policy);
    const fine = fineFor(policy, 2, 0);
    if (level === undefined || fine.kind !== "fine") return [];
    const { gross } = payFor(policy, level, {
      sales: yuan(45_000),
      score: points(85),
      extra: fen(0),
    });
    if (gross.kind === "none") return [];
    const paid = policy.fines.netted ? fen(gross.value - fine.amount) : gross.value;
    return [{ kind: "netted", gross: gross.value, complaints: 2, fine: fine.amount, paid }];
  },
};

function amountOf(level: Level): Fen | null {
  const base = basePay(level);
  return base.kind === "amount" ? base.value : null;
}

/**
 * What an option of a reading comes to, worked out by the rules on a few representative cases, everything
 * else as the policy has it. Empty where the policy has nothing that the reading disputes.
 */
export function workedExample(
  reading: ReadingId,
  option: string,
  policy: EffectivePolicy,
): readonly ExampleLine[] {
  if (!readingsIn(policy.values).has(reading)) return [];
  return examples[reading](withOption(policy, reading, option), reading);
}
