import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  builtInValues,
  judgePromotion,
  judgeReachedLevel,
  levelAbove,
  policyFor,
  quickLine,
  readings,
  singlePolicy,
  tierJudge,
  type EffectivePolicy,
  type QuickLine,
} from "../../../src/policy";
import { decidedPolicy, ownBook, someMonth } from "../decided";
import { historyOf, points, type CellSketch } from "./history";

/** Scores on both sides of every limit, months without one and months of leave. */
const sketch: fc.Arbitrary<CellSketch> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(91, 95, 100) },
  { weight: 5, arbitrary: fc.constantFrom(80, 85, 90.5) },
  { weight: 1, arbitrary: fc.constantFrom(0, 59.99, 60, 79.99) },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant<CellSketch>("leave") },
);
const list = fc.array(sketch, { maxLength: 40 });

function lineOf(policy: EffectivePolicy): QuickLine {
  const line = quickLine(policy);
  if (line === null) throw new Error("These readings are judged by the general algorithm");
  return line;
}

function feed(line: QuickLine, policy: EffectivePolicy, cells: readonly CellSketch[]): void {
  const judge = tierJudge(policy);
  line.start();
  cells.forEach((cell, index) => {
    if (typeof cell !== "number") {
      line.skip(cell === "leave");
      return;
    }
    const placed = judge(points(cell));
    if (placed.kind === "refused") throw new Error(`No tier for ${cell}`);
    line.score(index, placed.tier);
  });
}

function expectAlike(line: QuickLine, policy: EffectivePolicy, cells: readonly CellSketch[]): void {
  const policies = singlePolicy(policy);
  const history = historyOf(cells);
  feed(line, policy, cells);
  const reached = judgeReachedLevel(history, policies);
  expect(line.isScored).toBe(reached.kind !== "noData");
  if (!line.isScored) return;
  expect(line.reached()).toBe(reached.kind === "reached" ? reached.level : null);
  for (const level of policy.levels) {
    const target = levelAbove(policy, level);
    if (target === undefined) continue;
    const quick = line.toward(target);
    const clear = judgePromotion(history, level, policies);
    if (clear.kind !== "judged") throw new Error(`Not judged: ${clear.kind}`);
    if (quick === undefined) {
      expect(clear.status).toBe("missing_data");
      expect(cells).toContain("leave");
      continue;
    }
    expect(quick.status).toBe(clear.status);
    expect(quick.monthsShort).toBe(clear.monthsShort);
    if (clear.status === "missing_data") expect(quick.blockAt).toBe(clear.blockAt?.index);
  }
}

describe("the quick line", () => {
  it.each<[string, EffectivePolicy]>([
    ["the recommended readings", decidedPolicy()],
    ["three months for the middle level", decidedPolicy({ MIDDLE_MONTHS: "3" })],
    ["criteria read as those of leaving", decidedPolicy({ CRITERIA_ROLE: "exit" })],
    ["80 in the third tier", decidedPolicy({ SCORE_80: "T3", SCORE_90_91: "T1" })],
  ])("judges as the clear judgement does under %s", (_, policy) => {
    const line = lineOf(policy);
    fc.assert(
      fc.property(list, (cells) => expectAlike(line, policy, cells)),
      { seed: 20251124, numRuns: 400 },
    );
  });

  it("judges values of a department's own alike", () => {
    const promotion = {
      ...builtInValues.promotion,
      rules: builtInValues.promotion.rules.map((rule) => ({
        ...rule,
        streakMonths: rule.level === "reserve" ? 30 : 2,
        window: rule.window === null ? null : { months: 30, worstTier: 2 },
        // More months of tier 1 than the streak has: nobody ever gets there.
        inner: rule.inner === null ? null : { ...rule.inner, months: 3 },
      })),
    };
    const policy = policyFor(ownBook({ ...builtInValues, promotion }), someMonth);
    const line = lineOf(policy);
    fc.assert(
      fc.property(fc.array(sketch, { maxLength: 70 }), (cells) => expectAlike(line, policy, cells)),
      { seed: 20251125, numRuns: 200 },
    );
  });

  type Rule = (typeof builtInValues.promotion.rules)[number];
  const withRules = (change: (rule: Rule) => Rule): EffectivePolicy => {
    const rules = builtInValues.promotion.rules.map(change);
    const promotion = { ...builtInValues.promotion, rules };
    return policyFor(ownBook({ ...builtInValues, promotion }), someMonth);
  };

  it.each<[says: string, policy: EffectivePolicy]>([
    [
      "windows of the first tier alone",
      withRules((rule) => ({
        ...rule,
        worstTier: 2,
        window: rule.window === null ? null : { ...rule.window, worstTier: 1 },
      })),
    ],
    [
      "runs down to the third tier, some months of the second",
      withRules((rule) => ({
        ...rule,
        worstTier: 3,
        inner: rule.inner === null ? null : { ...rule.inner, tier: 2 },
        window: rule.window === null ? null : { ...rule.window, worstTier: 3 },
      })),
    ],
    [
      "one tier for all",
      withRules((rule) => ({
        ...rule,
        worstTier: 2,
        inner: null,
        window: rule.window === null ? null : { ...rule.window, worstTier: 2 },
      })),
    ],
    [
      "runs of the second tier, some months of the first",
      withRules((rule) => ({ ...rule, worstTier: 2 })),
    ],
    [
      "runs of which some months are of the tier that all are",
      withRules((rule) => ({
        ...rule,
        inner: rule.inner === null ? null : { ...rule.inner, tier: 2 },
      })),
    ],
    [
      "windows shorter than the run",
      withRules((rule) => ({
        ...rule,
        window: rule.window === null ? null : { months: 3, worstTier: 2 },
      })),
    ],
  ])("judges %s alike", (_, policy) => {
    const line = lineOf(policy);
    fc.assert(
      fc.property(list, (cells) => expectAlike(line, policy, cells)),
      { seed: 20251126, numRuns: 200 },
    );
  });

  it("leaves rules of three tiers to the clear judgement", () => {
    const policy = withRules((rule) => ({
      ...rule,
      window: rule.window === null ? null : { ...rule.window, worstTier: 3 },
    }));
    expect(quickLine(policy)).toBeNull();
  });

  it("looks back over any number of blank months", () => {
    const policy = decidedPolicy();
    const line = lineOf(policy);
    for (const gap of [29, 30, 31, 32, 33, 64])
      for (const after of [1, 6, 12, 30]) {
        const cells = [...fill(95, 12), ...fill(null, gap), ...fill(95, after)];
        expectAlike(line, policy, cells);
      }
  });

  it("leaves to the clear judgement what it does not know, and nothing else", () => {
    const known = new Set(["CRITERIA_ROLE", "MIDDLE_MONTHS"]);
    for (const reading of readings) {
      if (reading.level !== "eligibility") continue;
      for (const option of reading.options) {
        const policy = decidedPolicy({ [reading.id]: option.id });
        const isUsual = option.id === reading.default || known.has(reading.id);
        expect(quickLine(policy) !== null, `${reading.id} ${option.id}`).toBe(isUsual);
      }
    }
  });

  it("leaves rules that look further back than it can", () => {
    const promotion = {
      ...builtInValues.promotion,
      rules: builtInValues.promotion.rules.map((rule) => ({ ...rule, streakMonths: 31 })),
    };
    expect(quickLine(policyFor(ownBook({ ...builtInValues, promotion }), someMonth))).toBeNull();
  });
});

function fill(cell: CellSketch, count: number): CellSketch[] {
  return Array<CellSketch>(count).fill(cell);
}
