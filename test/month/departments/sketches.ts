import fc from "fast-check";
import { addMonths, monthOf, type Month } from "../../../src/units";
import type { NumberTruth, ScoreTruth } from "../evaluator/department";
import {
  OPTIONS,
  PRINTED_VALUES,
  READING_NAMES,
  type Decision,
  type Policy,
  type ReadingName,
  type Values,
} from "../evaluator/policy";

// What a department at random is made from: people of all kinds, slips of all kinds, policies of other departments.

/** The month in which most people have their last score. */
export const END = monthOf(2025, 6);

// ---------------------------------------------------------------- policies

const valuesArbitrary: fc.Arbitrary<Values> = fc.record({
  salaries: fc.constantFrom<Values["salaries"]>(
    PRINTED_VALUES.salaries,
    [200_000, 230_050, 260_000, 300_000, null],
    [210_000, 220_000, 240_000, 280_000, 320_000],
  ),
  probationVariable: fc.constantFrom(null, null, true, false),
  thresholds: fc.constantFrom<Values["thresholds"]>(
    PRINTED_VALUES.thresholds,
    [1_000_000, 2_500_000, 4_000_000, null],
    [2_000_000, 3_000_000, 4_000_000, 5_500_000],
  ),
  rates: fc.constantFrom<Values["rates"]>(PRINTED_VALUES.rates, [65, 85, 110, 145]),
  printed: fc.constant(PRINTED_VALUES.printed),
  edges: fc.record({
    3: fc.constantFrom(null, null, 55, 60),
    2: fc.constantFrom(null, null, 75, 80, 82),
    1: fc.constantFrom(null, null, 88, 90, 91),
  }),
  shares: fc.constantFrom<Values["shares"]>(PRINTED_VALUES.shares, [1_800, 1_200, 400, 100]),
  streaks: fc.record({
    junior: fc.constantFrom(3, 3, 2),
    middle: fc.constantFrom(null, null, 4),
    senior: fc.constantFrom(5, 5, 4),
    reserve: fc.constantFrom(8, 8, 6),
  }),
  innerMonths: fc.constantFrom(2, 2, 1),
  windows: fc.record({ senior: fc.constantFrom(6, 6, 12), reserve: fc.constantFrom(12, 12, 6) }),
  failBelow: fc.constantFrom(60, 60, 65),
  failsForReview: fc.constantFrom(3, 3, 2),
  firstComplaint: fc.constantFrom(5_000, 5_000, 3_000),
  leave: fc.constantFrom(1_000, 2_000),
  complaintReview: fc.constantFrom(null, null, 2),
  probationMonths: fc.constantFrom(6, 6, 3, 2),
});

/** What is decided of a reading: mostly for all months, now and then again from a later one. */
function decisionsOn(reading: ReadingName): fc.Arbitrary<readonly Decision[]> {
  const options: readonly string[] = OPTIONS[reading];
  const decision = (from: fc.Arbitrary<Month | null>): fc.Arbitrary<Decision> =>
    fc.record({ reading: fc.constant(reading), option: fc.constantFrom(...options), from });
  const later = fc.integer({ min: 1, max: 14 }).map((back) => addMonths(END, -back));
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 3, arbitrary: fc.constant([{ reading, option: options[0] ?? "", from: null }]) },
    { weight: 2, arbitrary: decision(fc.constant(null)).map((one) => [one]) },
    {
      weight: 1,
      arbitrary: fc.tuple(decision(fc.constantFrom(null, addMonths(END, -20))), decision(later)),
    },
  );
}

export const policies: fc.Arbitrary<Policy> = fc.record({
  versions: fc
    .tuple(
      fc.oneof(
        { weight: 3, arbitrary: fc.constant(PRINTED_VALUES) },
        { weight: 1, arbitrary: valuesArbitrary },
      ),
      fc.array(fc.record({ back: fc.integer({ min: 0, max: 12 }), values: valuesArbitrary }), {
        maxLength: 2,
      }),
    )
    .map(([first, later]) => [
      { from: null, values: first },
      ...[...new Map(later.map((one) => [one.back, one])).values()]
        .sort((a, b) => b.back - a.back)
        .map(({ back, values }) => ({ from: addMonths(END, -back), values })),
    ]),
  decisions: fc.tuple(...READING_NAMES.map(decisionsOn)).map((all) => all.flat()),
});

// ---------------------------------------------------------------- months

export const points = (value: number): ScoreTruth => ({ kind: "points", points: value });

const noScore: fc.Arbitrary<ScoreTruth> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: "blank" } as const) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom("产假", "工伤", "年假")
      .map((word) => ({ kind: "leave", word }) as const),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom("病假", "-", "未考核")
      .map((word) => ({ kind: "reason", word }) as const),
  },
  { weight: 2, arbitrary: fc.constant({ kind: "zero" } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: "realZero" } as const) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(105, -5, 100.01)
      .map((value) => ({ kind: "beyond", points: value }) as const),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "word", word: "优秀" } as const) },
);

/** Scores of those who are good, of those who fail, and of anybody. */
const SCORES = {
  good: [95, 91, 92.5, 100, 97, 91, 96, 90.5, 85],
  fair: [85, 80, 91, 82, 95, 90, 79.99, 88],
  failing: [50, 55, 59.99, 45, 60, 58, 60.5, 70],
  any: [30, 59.5, 60, 60.5, 61, 72, 79.5, 79.999999, 80, 80.5, 85, 90, 90.4, 90.5, 91, 99.75, 100],
} as const;
type Temper = keyof typeof SCORES;

const score = (temper: Temper): fc.Arbitrary<ScoreTruth> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...SCORES[temper]).map(points) },
    { weight: 1, arbitrary: noScore },
  );

export const word = (text: string): NumberTruth => ({ word: text });
const sales: fc.Arbitrary<NumberTruth> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom<NumberTruth>(
      0,
      999_999,
      1_980_000,
      2_000_000,
      2_001_500,
      2_999_999,
      3_000_500,
      4_000_050,
      4_500_000,
      5_000_000,
      5_450_000,
      5_999_999,
      6_000_000,
      7_123_456,
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom<NumberTruth>(null, -150_000, 90_000_000, word("三万")) },
);
const extra = fc.constantFrom<NumberTruth>(
  null,
  null,
  null,
  null,
  0,
  20_000,
  12_345,
  -100,
  word("有"),
);
const complaints = fc.constantFrom<NumberTruth>(null, 0, 0, 0, 0, 1, 2, 3, 4, 1.5, -1, word("多"));
const leaves = fc.constantFrom<NumberTruth>(null, 0, 0, 0, 1, 2, word("x"));

type TypedSketch = "none" | "right" | "fenMore" | "word";
const typedSketch = fc.constantFrom<TypedSketch>("none", "right", "right", "fenMore", "word");

export const rarely = <T>(
  usual: T,
  weight: number,
  ...others: readonly [T, ...T[]]
): fc.Arbitrary<T> =>
  fc.oneof(
    { weight, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

const monthArbitrary = (temper: Temper) =>
  fc.record({
    there: rarely(true, 15, false),
    score: score(temper),
    sales,
    extra,
    complaints,
    leaves,
    level: rarely("right", 30, "blank", "unknown"),
    again: rarely("no", 40, "same", "otherScore", "otherSales", "otherLevel", "blankScore"),
    slip: rarely("no", 50, "unreadable", "future"),
    typed: fc.record({
      base: typedSketch,
      commission: typedSketch,
      performance: typedSketch,
      gross: typedSketch,
    }),
  });
export type MonthSketch = typeof monthArbitrary extends (temper: Temper) => fc.Arbitrary<infer T>
  ? T
  : never;

// ---------------------------------------------------------------- people

export const personSketches = fc
  .constantFrom<Temper>("good", "good", "fair", "failing", "any")
  .chain((temper) =>
    fc.record({
      months: fc.array(monthArbitrary(temper), { minLength: 1, maxLength: 16 }),
      /** Months since the last one; negative where it lies ahead. */
      ended: rarely(0, 6, 1, 2, 3, 7, -1, -2),
      level: fc.integer({ min: 0, max: 4 }),
      rises: fc.array(fc.record({ at: fc.integer({ min: 1, max: 15 }), by: rarely(1, 6, 2, -1) }), {
        maxLength: 2,
      }),
      hired: fc.option(
        fc.record({
          before: fc.constantFrom(0, 0, 0, 1, 4, 12, 30, -1),
          day: fc.constantFrom(1, 2, 15),
        }),
      ),
      tellsSince: rarely(false, 2, true),
      sinceBefore: fc.constantFrom(0, 1, 5, 14),
      left: rarely(false, 8, true),
      zerosEarned: rarely(false, 5, true),
      types: rarely(false, 2, true),
    }),
  );
export type PersonSketch = typeof personSketches extends fc.Arbitrary<infer T> ? T : never;
