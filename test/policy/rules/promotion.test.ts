import { describe, expect, it } from "vitest";
import {
  builtInValues,
  judgePromotion,
  judgeReachedLevel,
  policyFor,
  promotionSensitivity,
  singlePolicy,
  type EffectivePolicy,
  type PromotionVerdict,
} from "../../../src/policy";
import { formatMonth, monthOf } from "../../../src/units";
import { decidedPolicy, level, ownBook, someMonth, type Options } from "../decided";
import { historyOf, type CellSketch } from "./history";

interface Case {
  readonly says: string;
  readonly scores: readonly CellSketch[];
  readonly current: string;
  readonly options?: Options;
  readonly more?: Parameters<typeof historyOf>[1];
  readonly expect: {
    readonly kind?: PromotionVerdict["kind"];
    readonly status?: string;
    readonly short?: number | null;
    readonly blockAt?: number | string | null;
    readonly reasons?: readonly string[];
  };
}

const june = monthOf(2025, 6);
const repeat = (score: CellSketch, times: number): CellSketch[] =>
  Array<CellSketch>(times).fill(score);

const cases: readonly Case[] = [
  // window kinds: what lies before the run, inside the calendar period, or in the last months
  {
    says: "preceding: the window is what stands before the streak, so six months more are needed",
    scores: repeat(91, 5),
    current: "middle",
    options: { WINDOW_KIND: "preceding" },
    expect: { status: "not_yet", short: 6, reasons: ["window"] },
  },
  {
    says: "preceding: a low month before the streak blocks although the rolling half-year is clean",
    scores: [79, ...repeat(85, 5), ...repeat(91, 5)],
    current: "middle",
    options: { WINDOW_KIND: "preceding" },
    expect: { status: "not_yet", blockAt: 0, reasons: ["floor"], short: 1 },
  },
  {
    says: "recorded: months before the record are not asked for",
    scores: repeat(91, 5),
    current: "middle",
    options: { WINDOW_HISTORY: "recorded" },
    expect: { status: "eligible", short: 0 },
  },
  {
    says: "recorded: a missing month of the window outside the streak is ignored",
    scores: [85, null, ...repeat(91, 5)],
    current: "middle",
    options: { WINDOW_HISTORY: "recorded" },
    expect: { status: "eligible" },
  },
  {
    says: "full: the same missing month is asked for",
    scores: [85, null, ...repeat(91, 5)],
    current: "middle",
    expect: { status: "missing_data", blockAt: 1, short: 1, reasons: ["missing"] },
  },
  {
    says: "of two missing months the newest is named, though only the older is the window's alone",
    scores: [91, null, 91, null, 91, 91, 91],
    current: "middle",
    expect: { status: "missing_data", blockAt: 3 },
  },
  {
    says: "calendar: a low December does not count in January to May",
    scores: [79, ...repeat(95, 5)],
    current: "middle",
    options: { WINDOW_KIND: "calendar" },
    more: { from: monthOf(2024, 12) },
    expect: { status: "eligible" },
  },
  {
    says: "calendar: a low month of the same half-year counts, and is out when the next half begins",
    scores: [79, ...repeat(95, 5)],
    current: "middle",
    options: { WINDOW_KIND: "calendar" },
    more: { from: monthOf(2025, 1) },
    expect: { status: "not_yet", short: 1, blockAt: 0, reasons: ["floor"] },
  },
  {
    says: "calendar without months cannot be answered where the rule has a window",
    scores: repeat(95, 6),
    current: "middle",
    options: { WINDOW_KIND: "calendar" },
    expect: { kind: "unanswerable" },
  },
  {
    says: "calendar without months is no obstacle where the rule has no window",
    scores: repeat(95, 5),
    current: "junior",
    options: { WINDOW_KIND: "calendar" },
    expect: { status: "eligible" },
  },
  // missing months
  {
    says: "bridge: a month without assessment is skipped and is no missing data",
    scores: [85, null, 85],
    current: "probation",
    options: { MISSING_MONTH: "bridge" },
    expect: { status: "not_yet", short: 1, reasons: ["short"] },
  },
  {
    says: "leave under break is a missing month",
    scores: [85, "leave", 85, 85],
    current: "probation",
    options: { STATUTORY_LEAVE: "break" },
    expect: { status: "missing_data", blockAt: 1 },
  },
  {
    says: "anchor any: a beginning of the list that a filling would complete is missing data",
    scores: [85, null, 85, 70],
    current: "probation",
    options: { STREAK_ANCHOR: "any" },
    expect: { status: "missing_data", blockAt: 1 },
  },
  {
    says: "blanks at the end of a function's list are the future",
    scores: [85, 85, 85, null, null],
    current: "probation",
    expect: { status: "eligible" },
  },
  {
    says: "blanks up to the as-of month are missing",
    scores: [85, 85, 85, null],
    current: "probation",
    more: { from: monthOf(2025, 3), endsAsOf: true },
    expect: { status: "missing_data", blockAt: "2025-06" },
  },
  // service that the sheet does not show
  {
    says: "known earlier service: the months before the sheet are missing, not unserved",
    scores: repeat(91, 8),
    current: "senior",
    more: { from: monthOf(2025, 1), endsAsOf: true, employedFrom: monthOf(2023, 1) },
    expect: { status: "missing_data", blockAt: "2024-12", reasons: ["missing"] },
  },
  {
    says: "hired within the window: the missing month after hiring is asked for, the rest is unserved",
    scores: repeat(91, 8),
    current: "senior",
    more: { from: monthOf(2025, 1), endsAsOf: true, employedFrom: monthOf(2024, 12) },
    expect: { status: "not_yet", reasons: ["missing", "window"] },
  },
  {
    says: "blank months after hiring are padded from the hire month",
    scores: [null, null, 85, 85],
    current: "probation",
    more: { from: monthOf(2025, 3), endsAsOf: true, employedFrom: monthOf(2025, 4) },
    expect: { status: "missing_data", blockAt: "2025-04" },
  },
  // promotion in the middle
  {
    says: "since the last promotion: months of the old level do not count",
    scores: repeat(91, 8),
    current: "middle",
    options: { STREAK_SCOPE: "sinceLastPromotion" },
    more: { promotedAt: 2 },
    expect: { status: "eligible" },
  },
  {
    says: "since the last promotion cannot be answered without its month",
    scores: repeat(91, 8),
    current: "middle",
    options: { STREAK_SCOPE: "sinceLastPromotion" },
    expect: { kind: "unanswerable" },
  },
  {
    says: "since the last promotion with nothing scored since: no data",
    scores: [95, 95, null],
    current: "junior",
    options: { STREAK_SCOPE: "sinceLastPromotion" },
    more: { promotedAt: 2, endsAsOf: true, from: monthOf(2025, 4) },
    expect: { status: "no_data", short: 5 },
  },
  // exit
  {
    says: "exit: from probation there is no score rule, so it is met",
    scores: [50],
    current: "probation",
    options: { CRITERIA_ROLE: "exit" },
    expect: { status: "eligible", short: 0 },
  },
  {
    says: "exit: a senior leaves with the senior list, six months",
    scores: repeat(91, 6),
    current: "senior",
    options: { CRITERIA_ROLE: "exit" },
    expect: { status: "eligible" },
  },
  // data errors
  {
    says: "an unreadable month that the rule looks at excludes",
    scores: [85, "?", 85],
    current: "probation",
    expect: { kind: "excluded" },
  },
  {
    says: "an unreadable month before the rule's reach does not",
    scores: ["?", 85, 85, 85],
    current: "probation",
    expect: { status: "eligible" },
  },
  {
    says: "a refused score excludes",
    scores: [85, 80, 85],
    current: "probation",
    options: { SCORE_80: "undefined" },
    expect: { kind: "excluded" },
  },
  {
    says: "the top level is the top level, scores or not",
    scores: [],
    current: "reserve",
    expect: { kind: "topLevel" },
  },
  {
    says: "nothing scored: the full number of months",
    scores: [null, "leave"],
    current: "senior",
    expect: { status: "no_data", short: 12 },
  },
  {
    says: "exactly two tier-1 months: a third in the streak fails and takes time to leave it",
    scores: [95, 95, 95, 85, 85],
    current: "junior",
    options: { MIDDLE_T1_COUNT: "exactly" },
    expect: { status: "not_yet", short: 1, reasons: ["inner"] },
  },
];

describe("judgePromotion", () => {
  it.each(cases)("$says", ({ scores, current, options, more, expect: expected }) => {
    const policy = decidedPolicy(options);
    const verdict = judgePromotion(
      historyOf(scores, more),
      level(policy, current),
      singlePolicy(policy),
    );
    expect(verdict.kind).toBe(expected.kind ?? "judged");
    if (verdict.kind !== "judged") return;
    expect(verdict.status).toBe(expected.status);
    if (expected.short !== undefined) expect(verdict.monthsShort).toBe(expected.short);
    if (expected.reasons !== undefined)
      expect(verdict.reasons.map((reason) => reason.kind)).toEqual(expected.reasons);
    if (typeof expected.blockAt === "number") expect(verdict.blockAt?.index).toBe(expected.blockAt);
    if (typeof expected.blockAt === "string")
      expect(formatMonth(verdict.blockAt?.month ?? june)).toBe(expected.blockAt);
  });

  it("never names a target at or below the current level", () => {
    const policy = decidedPolicy();
    const verdict = judgePromotion(
      historyOf([91]),
      level(policy, "senior"),
      singlePolicy(policy),
      level(policy, "middle"),
    );
    expect(verdict.kind).toBe("targetNotAbove");
  });

  it("shows each requirement with its months", () => {
    const policy = decidedPolicy();
    const verdict = judgePromotion(
      historyOf([91, 91, 79, 91, 91], { from: monthOf(2025, 1) }),
      level(policy, "middle"),
      singlePolicy(policy),
    );
    expect(verdict).toMatchObject({
      kind: "judged",
      requirements: [
        { kind: "streak", need: 5, have: 2, met: false, clauses: ["§4.3.E"] },
        { kind: "window", need: 6, have: 5, met: false },
      ],
    });
  });
});

describe("judgeReachedLevel", () => {
  it.each<{
    readonly says: string;
    readonly scores: readonly CellSketch[];
    readonly options: Options;
    readonly level: string | null;
  }>([
    {
      says: "exit leaves junior out",
      scores: [50],
      options: { CRITERIA_ROLE: "exit" },
      level: null,
    },
    { says: "an empty list reaches nothing", scores: [], options: {}, level: "noData" },
    { says: "a month that cannot be read", scores: ["?", 85, 85], options: {}, level: "excluded" },
    {
      says: "one beyond all rules is no matter",
      scores: ["?", ...repeat(85, 12)],
      options: {},
      level: "junior",
    },
    {
      says: "calendar without months cannot tell",
      scores: [95, 95, 95],
      options: { WINDOW_KIND: "calendar" },
      level: "unanswerable",
    },
  ])("$says", ({ scores, options, level: expected }) => {
    const reached = judgeReachedLevel(historyOf(scores), singlePolicy(decidedPolicy(options)));
    const got =
      reached.kind === "reached" ? reached.level.id : reached.kind === "none" ? null : reached.kind;
    expect(got).toBe(expected);
  });
});

describe("promotionSensitivity", () => {
  it("names a reading that would make somebody eligible", () => {
    const policy = decidedPolicy();
    expect(
      promotionSensitivity(historyOf([79, 79]), level(policy, "probation"), singlePolicy(policy)),
    ).toEqual(["CRITERIA_ROLE"]);
  });

  it("skips what cannot be evaluated with what is known", () => {
    const policy = decidedPolicy();
    const known = { from: monthOf(2024, 12) };
    const scores = [79, 95, 95, 95, 95, 95];
    const senior = level(policy, "middle");
    const unknown = promotionSensitivity(historyOf(scores), senior, singlePolicy(policy));
    const months = promotionSensitivity(historyOf(scores, known), senior, singlePolicy(policy));
    expect(unknown).not.toContain("WINDOW_KIND");
    expect(months).toContain("WINDOW_KIND");
  });
});

describe("rules of a department's own", () => {
  const withPromotion = (change: Partial<typeof builtInValues.promotion>): EffectivePolicy =>
    policyFor(
      ownBook({ ...builtInValues, promotion: { ...builtInValues.promotion, ...change } }),
      someMonth,
    );
  const { rules } = builtInValues.promotion;

  it("a level without a rule is passed over by the hint at levels above", () => {
    const policy = withPromotion({ rules: rules.filter((rule) => rule.level !== "senior") });
    const history = historyOf([...repeat(85, 4), ...repeat(91, 8)]);
    const verdict = judgePromotion(history, level(policy, "probation"), singlePolicy(policy));
    expect(verdict).toMatchObject({ status: "eligible", alsoMeets: { id: "reserve" } });
    // It is met like a step without a score rule.
    const step = judgePromotion(history, level(policy, "middle"), singlePolicy(policy));
    expect(step).toMatchObject({ kind: "judged", status: "eligible", rule: null });
  });

  it("a window that divides no year is that of the calendar year", () => {
    const policy = withPromotion({
      windowKind: "calendar",
      rules: rules.map((rule) =>
        rule.level === "senior" ? { ...rule, window: { months: 5, worstTier: 2 } } : rule,
      ),
    });
    const history = historyOf([50, ...repeat(91, 5)], { from: monthOf(2025, 1) });
    const verdict = judgePromotion(history, level(policy, "middle"), singlePolicy(policy));
    // A low January is out of account in the next January.
    expect(verdict).toMatchObject({ status: "not_yet", monthsShort: 7, blockAt: { index: 0 } });
  });

  it("a year may be longer than streak and window together", () => {
    const policy = withPromotion({
      windowKind: "calendar",
      rules: rules.map((rule) => ({
        ...rule,
        streakMonths: 1,
        inner: null,
        window: { months: 5, worstTier: 2 },
      })),
    });
    const history = historyOf([50], { from: monthOf(2025, 1) });
    const verdict = judgePromotion(history, level(policy, "middle"), singlePolicy(policy));
    expect(verdict).toMatchObject({ status: "not_yet", monthsShort: 12 });
  });

  it("a missing month before a run of exactly tier 2 may still be of tier 1, as its window asks", () => {
    const policy = withPromotion({
      windowKind: "preceding",
      rules: rules.map((rule) => ({
        ...rule,
        streakMonths: 3,
        worstTier: 2,
        tierBound: "exactly",
        inner: null,
        window: { months: 2, worstTier: 1 },
      })),
    });
    const verdict = judgePromotion(
      historyOf([95, null, 85, 85, 85]),
      level(policy, "middle"),
      singlePolicy(policy),
    );
    expect(verdict).toMatchObject({ status: "missing_data", blockAt: { index: 1 } });
  });

  it("more months of tier 1 than the streak has are never reached", () => {
    const policy = withPromotion({
      rules: rules.map((rule) => ({ ...rule, inner: { months: 9, tier: 1, bound: "atLeast" } })),
    });
    const history = historyOf(repeat(95, 12));
    const verdict = judgePromotion(history, level(policy, "middle"), singlePolicy(policy));
    expect(verdict).toMatchObject({ status: "not_yet", monthsShort: null });
  });
});
