import { describe, expect, it } from "vitest";
import {
  builtInValues,
  commissionOn,
  payFor,
  performancePay,
  policyFor,
  tierJudge,
  type EffectivePolicy,
  type PolicyValues,
} from "../../../src/policy";
import { fen, type Fen } from "../../../src/units";
import { decidedPolicy, level, ownBook, someMonth, type Options } from "../decided";
import { points } from "./history";

const yuan = (amount: number): Fen => fen(Math.round(amount * 100));
const own = (change: (values: PolicyValues) => PolicyValues): EffectivePolicy =>
  policyFor(ownBook(change(builtInValues)), someMonth);

describe("§6.C: commission", () => {
  const cases: readonly (readonly [
    says: string,
    sales: number,
    amount: number,
    clause: string,
    options?: Options,
  ])[] = [
    ["refunds beyond sales earn none", -5_000, 0, "§6.C0"],
    ["no sales", 0, 0, "§6.C0"],
    ["a fen below the first threshold", 19_999.99, 0, "§6.C0"],
    ["the first threshold", 20_000, 140, "§6.C4"],
    ["a fen below the second", 29_999.99, 210, "§6.C4"],
    ["the second", 30_000, 270, "§6.C3"],
    ["the third", 40_000, 400, "§6.C2"],
    ["a fen below the fourth", 59_999.99, 600, "§6.C2"],
    ["the fourth", 60_000, 780, "§6.C1"],
    ["half a fen rounds up", 20_015, 140.11, "§6.C4"],
    ["fixed amounts: between two thresholds", 45_000, 400, "§6.C2", { COMMISSION_MODE: "fixed" }],
    ["fixed amounts: far above", 100_000, 650, "§6.C1", { COMMISSION_MODE: "fixed" }],
    ["fixed amounts: below the first", 19_999, 0, "§6.C0", { COMMISSION_MODE: "fixed" }],
    ["slices: the first threshold alone", 20_000, 0, "§6.C4", { COMMISSION_MODE: "marginal" }],
    ["slices: half way", 25_000, 35, "§6.C4", { COMMISSION_MODE: "marginal" }],
    ["slices: two", 35_000, 115, "§6.C3", { COMMISSION_MODE: "marginal" }],
    ["slices: three", 45_000, 210, "§6.C2", { COMMISSION_MODE: "marginal" }],
    ["slices: four", 70_000, 490, "§6.C1", { COMMISSION_MODE: "marginal" }],
    ["slices: refunds", -1, 0, "§6.C0", { COMMISSION_MODE: "marginal" }],
  ];
  it.each(cases.map(([says, ...rest]) => [says, rest] as const))(
    "%s",
    (_, [sales, amount, clause, options]) => {
      const policy = decidedPolicy(options);
      const result = commissionOn(policy, yuan(sales));
      expect(result.amount).toBe(yuan(amount));
      expect(result).toMatchObject({ sales: yuan(sales), mode: policy.commission.mode, clause });
      expect(result.band?.clause ?? "§6.C0").toBe(clause);
    },
  );

  it.each([
    ["whole", 10_000, 25],
    ["whole", -10_000, 0],
    ["fixed", 10_000, 25],
    ["marginal", 10_000, 25],
    ["marginal", 25_000, 85],
    ["marginal", -10_000, 0],
  ] as const)(
    "%s: what a department pays below the first threshold, on %d",
    (mode, sales, amount) => {
      const policy = own((values) => ({
        ...values,
        commission: { ...values.commission, mode, belowFirstBasisPoints: 25 },
      }));
      expect(commissionOn(policy, yuan(sales)).amount).toBe(yuan(amount));
    },
  );

  it("a fixed amount that is not printed is the rate of the threshold", () => {
    const policy = own(({ commission, ...values }) => ({
      ...values,
      commission: {
        ...commission,
        mode: "fixed",
        bands: commission.bands.map((band) => ({ ...band, printedFen: null })),
      },
    }));
    expect(commissionOn(policy, yuan(100_000)).amount).toBe(yuan(780));
  });

  it.each([
    9_007_199_254_740_991, 9_007_199_254_740_961, 7_777_777_777_777_777, 69_285_000_000_001,
  ])("sales of %d fen are counted exactly", (sales) => {
    for (const mode of ["whole", "marginal"] as const) {
      const policy = decidedPolicy({ COMMISSION_MODE: mode });
      // The slices below 60,000 yuan come to 360 yuan.
      const exact =
        mode === "whole"
          ? BigInt(sales) * 130n
          : 360_000_000n + (BigInt(sales) - 6_000_000n) * 130n;
      expect(BigInt(commissionOn(policy, fen(sales)).amount)).toBe((exact + 5_000n) / 10_000n);
    }
  });
});

describe("§6.P: the tier of a score", () => {
  const judged = (score: number, policy: EffectivePolicy): string => {
    const placed = tierJudge(policy)(points(score));
    return placed.kind === "tier" ? String(placed.tier) : `refused ${placed.reading ?? "by none"}`;
  };
  const refusing: Options = {
    SCORE_60: "undefined",
    SCORE_80: "undefined",
    SCORE_90_91: "undefined",
  };
  it.each<readonly [score: number, tier: string, literal: string]>([
    [0, "4", "4"],
    [59.999999, "4", "4"],
    [60, "3", "refused SCORE_60"],
    [60.5, "3", "refused SCORE_60"],
    [60.999999, "3", "refused SCORE_60"],
    [61, "3", "3"],
    [79.999999, "3", "3"],
    [80, "2", "refused SCORE_80"],
    [80.000001, "2", "2"],
    [90, "2", "2"],
    [90.000001, "2", "refused SCORE_90_91"],
    [90.999999, "2", "refused SCORE_90_91"],
    [91, "1", "1"],
    [100, "1", "1"],
  ])("%d", (score, tier, literal) => {
    // Asked twice: what was answered before is answered again.
    const policies = [decidedPolicy(), decidedPolicy(refusing)];
    for (let times = 0; times < 2; times += 1)
      expect(policies.map((policy) => judged(score, policy))).toEqual([tier, literal]);
  });

  it("a gap of a department's own is refused, though no reading disputes it", () => {
    const policy = own(({ score, ...values }) => ({
      ...values,
      score: { ...score, bands: score.bands.filter(({ tier }) => tier !== 4) },
    }));
    expect([judged(30, policy), judged(30.5, policy), judged(70, policy)]).toEqual([
      "refused by none",
      "refused by none",
      "3",
    ]);
  });

  it.each([1, 2])("a score that stands in %d further bands is refused", (further) => {
    const policy = own(({ score, ...values }) => {
      const [lowest] = score.bands;
      if (lowest === undefined) throw new Error("There are bands");
      const more = Array.from({ length: further }, () => lowest);
      return { ...values, score: { ...score, bands: [...score.bands, ...more] } };
    });
    expect([judged(30, policy), judged(70, policy)]).toEqual(["refused by none", "3"]);
  });
});

describe("§6.P: performance pay", () => {
  it("tells base, score and band that it came from", () => {
    const policy = decidedPolicy();
    expect(performancePay(policy, level(policy, "junior"), points(95))).toMatchObject({
      kind: "amount",
      value: { amount: yuan(313.5), base: yuan(2_200), score: points(95), band: { tier: 1 } },
    });
    const rounded = decidedPolicy({ SCORE_ROUNDING: "integer" });
    expect(performancePay(rounded, level(rounded, "junior"), points(79.5))).toMatchObject({
      value: { amount: yuan(176), score: points(80), band: { tier: 2 } },
    });
  });

  it("in probation is nothing, with the band of a score and without a score", () => {
    const policy = decidedPolicy();
    const probation = level(policy, "probation");
    expect(performancePay(policy, probation, points(95))).toMatchObject({
      kind: "amount",
      value: { amount: 0, base: 0, score: points(95), band: { tier: 1 } },
    });
    expect(performancePay(policy, probation, null)).toEqual({
      kind: "amount",
      value: { amount: 0, base: 0, score: null, band: null },
    });
  });

  it.each<readonly [says: string, id: string, score: number | null, options: Options, why: object]>(
    [
      ["no score", "junior", null, {}, { kind: "noScore" }],
      [
        "a refused score",
        "junior",
        80,
        { SCORE_80: "undefined" },
        { kind: "refused", reading: "SCORE_80" },
      ],
      [
        "a refused score in probation",
        "probation",
        80,
        { SCORE_80: "undefined" },
        { kind: "refused", reading: "SCORE_80" },
      ],
    ],
  )("%s: no amount, and none of gross pay", (_, id, score, options, why) => {
    const policy = decidedPolicy(options);
    const parts = payFor(policy, level(policy, id), {
      sales: yuan(45_000),
      score: score === null ? null : points(score),
      extra: yuan(100),
    });
    expect(parts.performance).toEqual({
      kind: "none",
      why: expect.objectContaining(why) as unknown,
    });
    expect(parts.gross).toEqual(parts.performance);
  });
});

describe("§6.S: gross pay", () => {
  const inputs = { sales: yuan(45_000), score: points(90), extra: yuan(100.01) };

  const cases: readonly (readonly [
    id: string,
    base: number,
    commission: number,
    performance: number,
    options?: Options,
  ])[] = [
    ["probation", 2_200, 0, 0],
    ["probation", 2_200, 450, 198, { PROBATION_VARIABLE: "full" }],
    ["junior", 2_200, 450, 198],
    ["middle", 2_400, 450, 216],
    ["senior", 2_800, 450, 252],
    ["reserve", 3_000, 450, 270],
    ["reserve", 30_000, 450, 2_700, { SALARY_RESERVE: "30000" }],
    // 底薪 × 10 % × 90, as it is printed.
    ["junior", 2_200, 450, 19_800, { SCORE_IN_PAY: "raw" }],
  ];
  it.each(cases.map((row) => [`${row[0]} ${row[1]} ${row[2]} ${row[3]}`, row] as const))(
    "%s",
    (_, [id, base, commission, performance, options]) => {
      const policy = decidedPolicy(options);
      const parts = payFor(policy, level(policy, id), inputs);
      expect(parts).toMatchObject({
        base: { kind: "amount", value: yuan(base) },
        commissionAmount: yuan(commission),
        performance: { kind: "amount", value: { amount: yuan(performance) } },
        extra: inputs.extra,
        gross: { kind: "amount", value: yuan(base + commission + performance + 100.01) },
      });
      expect(parts.commission === null).toBe(commission === 0);
    },
  );

  it("waits for the one blocking reading", () => {
    const policy = policyFor(ownBook(builtInValues), someMonth);
    const reserve = level(policy, "reserve");
    const undecided = { kind: "none", why: { kind: "undecided", reading: "SALARY_RESERVE" } };
    expect(payFor(policy, reserve, inputs)).toMatchObject({
      base: undecided,
      performance: undecided,
      gross: undecided,
      commissionAmount: yuan(450),
    });
    expect(payFor(policy, reserve, { ...inputs, score: null }).gross).toEqual(undecided);
  });

  it("waits for it, too, where a level is paid its base salary alone", () => {
    const policy = own((values) => ({
      ...values,
      levels: values.levels.map((one) =>
        one.id === "reserve" ? { ...one, variablePay: false } : one,
      ),
    }));
    expect(payFor(policy, level(policy, "reserve"), inputs)).toMatchObject({
      performance: { kind: "amount", value: { amount: 0 } },
      gross: { kind: "none", why: { kind: "undecided", reading: "SALARY_RESERVE" } },
    });
  });
});
