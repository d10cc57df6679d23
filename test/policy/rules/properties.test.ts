import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  commissionOn,
  judgePromotion,
  judgeReachedLevel,
  payFor,
  performancePay,
  promotionSensitivity,
  readings,
  singlePolicy,
  tierJudge,
  withOption,
  type EffectivePolicy,
} from "../../../src/policy";
import { fen, score, type Score } from "../../../src/units";
import { decidedPolicy, level, type Options } from "../decided";
import { historyOf, type CellSketch } from "./history";

const policy = decidedPolicy();
const boundary = fc.constantFrom(0, 59, 59.99, 60, 60.5, 61, 79.99, 80, 85, 90, 90.5, 91, 95, 100);
const points = fc.oneof(boundary, fc.integer({ min: 0, max: 100 }));
const cell: fc.Arbitrary<CellSketch> = fc.oneof(
  { weight: 8, arbitrary: points },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant("leave" as const) },
);
const good = fc.constantFrom(80, 85, 90, 91, 95, 100);
const list = fc.oneof(
  fc.array(cell, { maxLength: 16 }),
  fc.array(fc.oneof({ weight: 5, arbitrary: good }, { weight: 1, arbitrary: cell }), {
    maxLength: 16,
  }),
);
const currentLevel = fc.constantFrom("probation", "junior", "middle", "senior");
const ordinary: fc.Arbitrary<Options> = fc.record({
  SCORE_60: fc.constantFrom("T3", "T4"),
  SCORE_80: fc.constantFrom("T2", "T3"),
  SCORE_90_91: fc.constantFrom("T2", "T1"),
  WINDOW_KIND: fc.constantFrom("rolling", "preceding"),
  WINDOW_HISTORY: fc.constantFrom("full", "recorded"),
  STREAK_ANCHOR: fc.constantFrom("latest", "any"),
  MISSING_MONTH: fc.constantFrom("break", "bridge"),
  STATUTORY_LEAVE: fc.constantFrom("break", "bridge"),
  MIDDLE_MONTHS: fc.constantFrom("5", "3"),
  JUNIOR_H: fc.constantFrom("atLeast", "exactly"),
  MIDDLE_T1_COUNT: fc.constantFrom("atLeast", "exactly"),
});

function isEligible(scores: readonly CellSketch[], current: string, by: EffectivePolicy): boolean {
  const verdict = judgePromotion(historyOf(scores), level(by, current), singlePolicy(by));
  return verdict.kind === "judged" && verdict.status === "eligible";
}

describe("laws of the ladder", () => {
  it("whoever meets a level meets every level below it", () => {
    fc.assert(
      fc.property(list, (scores) => {
        const met = ["probation", "junior", "middle", "senior"].map((current) =>
          isEligible(scores, current, policy),
        );
        for (let i = 1; i < met.length; i += 1) if (met[i]) expect(met[i - 1]).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("months short is exact: that many further months suffice, no fewer do", () => {
    const tiers = [95, 85];
    const reaches = (
      scores: readonly CellSketch[],
      months: number,
      current: string,
      by: EffectivePolicy,
    ): boolean =>
      isEligible(scores, current, by) ||
      (months > 0 && tiers.some((next) => reaches([...scores, next], months - 1, current, by)));
    fc.assert(
      fc.property(list, currentLevel, ordinary, (scores, current, options) => {
        const by = decidedPolicy(options);
        // A list that ends in a blank would lose it, so the continuation begins after a scored month.
        const trimmed = [...scores];
        while (trimmed.length > 0 && typeof trimmed.at(-1) !== "number") trimmed.pop();
        const verdict = judgePromotion(historyOf(trimmed), level(by, current), singlePolicy(by));
        if (verdict.kind !== "judged") return;
        const short = verdict.monthsShort;
        if (short === null) throw new Error("Every built-in rule can be met in the end");
        if (short <= 8) expect(reaches(trimmed, short, current, by)).toBe(true);
        if (short > 0) expect(reaches(trimmed, Math.min(short - 1, 8), current, by)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it("a list without an as-of month is judged alike with and without blanks around it", () => {
    const blanks = fc.array(fc.constant(null), { maxLength: 4 });
    fc.assert(
      fc.property(
        list,
        blanks,
        blanks,
        currentLevel,
        ordinary,
        (scores, before, after, current, options) => {
          const by = singlePolicy(decidedPolicy(options));
          const plain = judgePromotion(historyOf(scores), level(by.asOf, current), by);
          const padded = judgePromotion(
            historyOf([...before, ...scores, ...after]),
            level(by.asOf, current),
            by,
          );
          expect(padded.kind).toBe(plain.kind);
          if (plain.kind !== "judged" || padded.kind !== "judged") return;
          expect(padded.status).toBe(plain.status);
          expect(padded.monthsShort).toBe(plain.monthsShort);
          expect(padded.alsoMeets).toBe(plain.alsoMeets);
          if (plain.blockAt !== null)
            expect(padded.blockAt?.index).toBe(plain.blockAt.index + before.length);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("a reading that the result does not depend on can be decided either way", () => {
    fc.assert(
      fc.property(list, currentLevel, fc.constantFrom(...readings), (scores, current, reading) => {
        const policies = singlePolicy(policy);
        const history = historyOf(scores);
        const sensitive = promotionSensitivity(history, level(policy, current), policies);
        for (const option of reading.options) {
          if (option.id === "undefined" || sensitive.includes(reading.id)) continue;
          const other = withOption(policy, reading.id, option.id);
          const verdict = judgePromotion(history, level(other, current), singlePolicy(other));
          if (verdict.kind !== "judged") continue;
          expect(verdict.status === "eligible").toBe(isEligible(scores, current, policy));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("readings about money, discipline and fines change no promotion and no tier", () => {
    const irrelevant = readings.filter(
      ({ id, level: kind }) => kind !== "eligibility" && !id.startsWith("SCORE_"),
    );
    fc.assert(
      fc.property(
        list,
        currentLevel,
        fc.constantFrom(...irrelevant),
        (scores, current, reading) => {
          for (const option of reading.options) {
            const other = withOption(policy, reading.id, option.id);
            const one = judgePromotion(
              historyOf(scores),
              level(policy, current),
              singlePolicy(policy),
            );
            const two = judgePromotion(
              historyOf(scores),
              level(other, current),
              singlePolicy(other),
            );
            expect({ ...two, target: null, alsoMeets: null }).toEqual({
              ...one,
              target: null,
              alsoMeets: null,
            });
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("the level reached is the highest that the step-by-step judgement grants", () => {
    fc.assert(
      fc.property(list, ordinary, (scores, options) => {
        const by = decidedPolicy(options);
        const reached = judgeReachedLevel(historyOf(scores), singlePolicy(by));
        const granted = by.levels
          .slice(1)
          .filter((target) => {
            const below = by.levels[target.rank - 1];
            return below !== undefined && isEligible(scores, below.id, by);
          })
          .at(-1);
        if (reached.kind === "noData") expect(granted).toBeUndefined();
        else expect(reached.kind === "reached" ? reached.level.id : undefined).toBe(granted?.id);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("laws of pay", () => {
  const anyScore = fc.integer({ min: 0, max: 100_000_000 }).map(score);
  const ladder = fc.constantFrom("probation", "junior", "middle", "senior", "reserve");

  it("performance pay never falls while the score rises within a tier", () => {
    fc.assert(
      fc.property(anyScore, anyScore, ladder, (one, two, id) => {
        const [low, high] = one <= two ? [one, two] : [two, one];
        const judge = tierJudge(policy);
        const tierOf = (value: Score): unknown => {
          const placed = judge(value);
          return placed.kind === "tier" ? placed.tier : placed;
        };
        if (tierOf(low) !== tierOf(high)) return;
        const amountOf = (value: Score): number => {
          const paid = performancePay(policy, level(policy, id), value);
          if (paid.kind !== "amount") throw new Error("Everything is decided");
          return paid.value.amount;
        };
        expect(amountOf(low)).toBeLessThanOrEqual(amountOf(high));
      }),
      { numRuns: 2000 },
    );
  });

  it("commission never falls while sales rise, in every mode", () => {
    const sales = fc.integer({ min: -1_000_000, max: 20_000_000 }).map(fen);
    fc.assert(
      fc.property(sales, sales, fc.constantFrom("whole", "fixed", "marginal"), (one, two, mode) => {
        const by = decidedPolicy({ COMMISSION_MODE: mode });
        const [low, high] = one <= two ? [one, two] : [two, one];
        expect(commissionOn(by, low).amount).toBeLessThanOrEqual(commissionOn(by, high).amount);
      }),
      { numRuns: 2000 },
    );
  });

  it("a payslip adds up", () => {
    const money = fc.integer({ min: 0, max: 20_000_000 }).map(fen);
    fc.assert(
      fc.property(money, money, anyScore, ladder, (sales, extra, value, id) => {
        const parts = payFor(policy, level(policy, id), { sales, score: value, extra });
        if (parts.gross.kind === "none" || parts.base.kind === "none") throw new Error("decided");
        if (parts.performance.kind === "none") throw new Error("scored");
        expect(parts.gross.value).toBe(
          parts.base.value + parts.commissionAmount + parts.performance.value.amount + extra,
        );
      }),
    );
  });

  it("commission on the whole amount equals exact arithmetic", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (cents) => {
        const rate =
          cents < 2_000_000
            ? 0
            : cents < 3_000_000
              ? 70
              : cents < 4_000_000
                ? 90
                : cents < 6_000_000
                  ? 100
                  : 130;
        const exact = (BigInt(cents) * BigInt(rate) * 2n + 10_000n) / 20_000n;
        expect(BigInt(commissionOn(policy, fen(cents)).amount)).toBe(exact);
      }),
      { numRuns: 3000 },
    );
  });
});
