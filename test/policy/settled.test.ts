import { describe, expect, expectTypeOf, it } from "vitest";
import { builtInValues, policyFor, withOption } from "../../src/policy";
import { chosen, everyValue, mapChoice } from "../../src/policy/choice";
import { settle, toScore } from "../../src/policy/settled";
import type { BasisPoints, Fen, Score } from "../../src/units";
import { decidedPolicy, ownBook, someMonth } from "./decided";

const { options } = decidedPolicy({ SCORE_80: "T3" });

describe("a value that a reading disputes", () => {
  const disputed = { reading: "SCORE_80", choices: { T2: 85, T3: 79, other: 1 } } as const;

  it.each<[says: string, choice: Parameters<typeof chosen<number>>[0], value: number]>([
    ["is that of the option in force", disputed, 79],
    [
      "is that of the default where the policy does not know the option",
      { reading: "SCORE_80", choices: { T2: 85 } },
      85,
    ],
    ["is itself where nothing is disputed", 12, 12],
  ])("%s", (_, choice, value) => {
    expect(chosen(choice, options)).toBe(value);
  });

  it("is missing where neither option nor default has one, be the option a name that every object has", () => {
    const nothing = { reading: "SCORE_80", choices: {} } as const;
    for (const option of ["T2", "toString"])
      expect(() => chosen(nothing, { ...options, SCORE_80: option })).toThrow(
        `The policy gives SCORE_80 no value for "${option}"`,
      );
  });

  it("is no list and no part that has a reading or choices alone", () => {
    for (const plain of [[1], { reading: "SCORE_80" }, { choices: {} }, null, "T2"])
      expect(chosen<unknown>(plain, options)).toBe(plain);
  });

  it("may come to be each of its values, and each is changed alike", () => {
    expect(everyValue(disputed)).toEqual([85, 79, 1]);
    expect(everyValue(12)).toEqual([12]);
    expect(mapChoice(disputed, (points) => points + 1)).toEqual({
      reading: "SCORE_80",
      choices: { T2: 86, T3: 80, other: 2 },
    });
    expect(mapChoice(12, (points) => points + 1)).toBe(13);
  });
});

describe("stored values with every choice made", () => {
  it.each<[says: string, stored: object, settled: object]>([
    ["amounts", { leaveFen: 1_000 }, { leave: 1_000 }],
    ["rates, which are no points", { rateBasisPoints: 130 }, { rate: 130 }],
    ["points", { failBelowPoints: 60.5 }, { failBelow: 60_500_000 }],
    ["points without a further name are the stored ones", { points: 60 }, { points: 60 }],
    ["an amount that is not printed", { printedFen: null }, { printed: null }],
    ["what has no unit", { tier: 2, name: "一级", on: true }, { tier: 2, name: "一级", on: true }],
    [
      "lists and parts inside of parts",
      { bands: [{ fromFen: 1 }, { fromFen: 2 }, 3] },
      { bands: [{ from: 1 }, { from: 2 }, 3] },
    ],
    [
      "a choice, its values being parts",
      { to: { reading: "SCORE_80", choices: { T2: { leaveFen: 1 }, T3: { leaveFen: 2 } } } },
      { to: { leave: 2 } },
    ],
    [
      "a choice of amounts",
      { baseFen: { reading: "SCORE_80", choices: { T2: 1, T3: 2 } } },
      { base: 2 },
    ],
    // Fields of a later product may be anything, and stay as they are.
    ["parts of a fen", { leaveFen: 1.5 }, { leave: 1.5 }],
    ["parts of a basis point", { rateBasisPoints: 0.5 }, { rate: 0.5 }],
    ["points beyond exact numbers", { failBelowPoints: 1e300 }, { failBelow: 1e300 }],
    ["a text", { leaveFen: "10" }, { leave: "10" }],
    ["a text of points", { failBelowPoints: "60" }, { failBelow: "60" }],
  ])("%s", (_, stored, settled) => {
    expect(settle(stored, options)).toEqual(settled);
  });

  it.each([Number.NaN, Infinity])("points are a number: %d is none", (points) => {
    const message = `Not a number of points: ${points}`;
    expect(() => settle({ failBelowPoints: points }, options)).toThrow(message);
    expect(() => toScore(points)).toThrow(message);
  });

  it("parts without a choice are made once, the others for each option", () => {
    const values = {
      plain: { fines: [{ leaveFen: 1_000 }] },
      disputed: { fines: [{ leaveFen: { reading: "SCORE_80", choices: { T2: 1, T3: 2 } } }] },
    };
    const under = (option: string) => settle(values, { ...options, SCORE_80: option });
    expect(under("T2")).toEqual({
      plain: { fines: [{ leave: 1_000 }] },
      disputed: { fines: [{ leave: 1 }] },
    });
    expect(under("T3").disputed).toEqual({ fines: [{ leave: 2 }] });
    expect(under("T3").plain).toBe(under("T2").plain);
  });
});

describe("the policy in force", () => {
  const policy = decidedPolicy();

  it("has each value under its name less its unit, and of the type of its unit", () => {
    expectTypeOf(policy.fines.leave).toEqualTypeOf<Fen>();
    expectTypeOf(policy.review.failBelow).toEqualTypeOf<Score>();
    expectTypeOf(policy.probation.leastShare).toEqualTypeOf<BasisPoints>();
    expectTypeOf(policy.localMinimumWage).toEqualTypeOf<Fen | null>();
    expectTypeOf(policy.promotion.windowHistory).toEqualTypeOf<"full" | "recorded">();
    expect(policy.probation.leastShare).toBe(builtInValues.probation.leastShareBasisPoints);
  });

  it("has what no reading decides once for all options", () => {
    const other = withOption(policy, "FINES_NETTED", "yes");
    expect(other.fines).not.toEqual(policy.fines);
    expect(other.promotion.paths).toBe(policy.promotion.paths);
  });

  it("is not stopped by what a later product has added", () => {
    const fines = { ...builtInValues.fines, bonusFen: 1.5, sharePoints: 1e300, tipsFen: {} };
    const later = policyFor(ownBook({ ...builtInValues, fines }), someMonth);
    expect(later.fines.leave).toBe(policy.fines.leave);
  });
});
