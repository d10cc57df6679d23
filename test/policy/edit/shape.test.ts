import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  builtInValues,
  judgePromotion,
  judgeRisk,
  levelById,
  payFor,
  policyFor,
  singlePolicy,
  tierJudge,
  type EffectivePolicy,
  type PolicyValues,
} from "../../../src/policy";
import {
  addCommissionBand,
  addLevel,
  addRule,
  addScoreTier,
  addStep,
  lintBook,
  moveStep,
  removeCommissionBand,
  removeLevel,
  removeRule,
  removeScoreTier,
  removeStep,
  setTierLimit,
  setValue,
  type Edited,
} from "../../../src/policy/edit";
import { fen, scoreFromPoints } from "../../../src/units";
import { ownBook, someMonth } from "../decided";
import { done, edit, problemOf, refusals } from "./setup";

const newLevel = (above: string | null) => ({
  above,
  name: "资深客服",
  nameEnglish: "Expert",
  baseSalary: "3000",
  variablePay: true,
});

const policyOf = (values: PolicyValues): EffectivePolicy => policyFor(ownBook(values), someMonth);
const errors = (values: PolicyValues): string[] =>
  lintBook(ownBook(values), someMonth)
    .filter(({ severity, check }) => severity === "error" && check !== "PC41")
    .map(({ check }) => check);

const points = (value: number) => {
  const score = scoreFromPoints(value);
  if (score === undefined) throw new Error(`Not a score: ${value}`);
  return score;
};

describe("adding a level", () => {
  it.each([
    ["at the bottom", null, ["level-6", "probation", "junior", "middle", "senior", "reserve"]],
    ["in between", "middle", ["probation", "junior", "middle", "level-6", "senior", "reserve"]],
    ["at the top", "reserve", ["probation", "junior", "middle", "senior", "reserve", "level-6"]],
  ])("%s keeps one ladder, with a rule and a path for each step", (_, above, ladder) => {
    const values = done(addLevel(builtInValues, newLevel(above)));
    expect(values.levels.map(({ id }) => id)).toEqual(ladder);
    expect(values.promotion.paths.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(
      ladder
        .slice(1)
        .map((to, index) => `${ladder[index] ?? ""} ${to}`)
        .sort(),
    );
    for (const target of ladder.slice(1))
      expect(values.promotion.rules.map(({ level }) => level)).toContain(target);
    // A salary below its neighbour's is HR's to mend, and shown.
    expect(errors(values).filter((code) => code !== "PC20")).toEqual([]);
    const { promotion } = policyOf(values);
    expect(promotion.rules.map(({ target }) => target)).toEqual(ladder.slice(1));
  });

  it.each([
    [{ above: "nobody" }, "above unknownLevel"],
    [{ name: "" }, "name required"],
    [{ nameEnglish: " " }, "nameEnglish required"],
    [{ baseSalary: "多" }, "baseSalary notANumber"],
    [{ baseSalary: "-3000" }, "baseSalary tooSmall"],
  ])("refuses %j", (wrong, expected) => {
    expect(refusals(addLevel(builtInValues, { ...newLevel("middle"), ...wrong }))).toEqual([
      expected,
    ]);
  });

  it("gives each new level an id of its own, one that was removed before as well", () => {
    const values = edit(
      builtInValues,
      (one) => addLevel(one, newLevel("middle")),
      (one) => addLevel(one, { ...newLevel("middle"), name: "另一级" }),
      (one) => removeLevel(one, "junior"),
      (one) => addLevel(one, { ...newLevel("middle"), name: "第三级" }),
    );
    expect(new Set(values.levels.map(({ id }) => id)).size).toBe(values.levels.length);
  });
});

describe("removing a level", () => {
  it.each(["probation", "junior", "middle", "senior", "reserve"])(
    "%s leaves nothing that points to it",
    (id) => {
      const values = done(removeLevel(builtInValues, id));
      expect(JSON.stringify(values)).not.toContain(`:"${id}"`);
      expect(errors(values).filter((code) => code !== "PC22")).toEqual([]);
      expect(values.promotion.paths).toHaveLength(3);
      expect(() => policyOf(values)).not.toThrow();
    },
  );

  it("moves what named it to a neighbour, under every option of a reading", () => {
    const values = done(removeLevel(builtInValues, "junior"));
    expect(values.review.scope).toEqual({
      reading: "DISMISSAL_SCOPE",
      choices: { all: null, juniorOnly: "probation" },
    });
    expect(done(removeLevel(builtInValues, "senior")).promotion.skipLimit).toBe("middle");
    expect(done(removeLevel(builtInValues, "probation")).probation.level).toBe("junior");
  });

  it("undoes adding one", () => {
    for (const above of [null, "probation", "middle", "reserve"]) {
      const added = done(addLevel(builtInValues, newLevel(above)));
      const removed = done(removeLevel(added, "level-6"));
      expect(removed.levels).toEqual(builtInValues.levels);
      expect(policyOf(removed).promotion.rules).toEqual(policyOf(builtInValues).promotion.rules);
      expect(removed.promotion.paths.map(({ from, to, steps }) => [from, to, steps])).toEqual(
        builtInValues.promotion.paths.map(({ from, to, steps }) => [from, to, steps]),
      );
    }
  });

  it("refuses the last one and those that do not exist", () => {
    const one = edit(
      builtInValues,
      ...["probation", "junior", "middle", "senior"].map(
        (id) => (values: PolicyValues) => removeLevel(values, id),
      ),
    );
    expect(problemOf(removeLevel(one, "reserve"))).toEqual({ code: "onlyLevel" });
    expect(problemOf(removeLevel(one, "junior"))).toMatchObject({ code: "unknownLevel" });
  });
});

// ---------------------------------------------------------------- tiers

const scores = fc.array(
  fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(59.5, 60.5, 79.999, 90.5)),
  { minLength: 1, maxLength: 13 },
);

/** Everything that a policy makes of somebody's scores, without the numbers of tiers. */
function results(policy: EffectivePolicy, given: readonly number[]): unknown {
  const history = {
    cells: given.map((score) => ({ kind: "score", score: points(score) }) as const),
  };
  const policies = singlePolicy(policy);
  return policy.levels.map((level) => {
    const verdict = judgePromotion(history, level, policies);
    const risk = judgeRisk(history, level, policies);
    const pay = payFor(policy, level, {
      sales: fen(4_500_000),
      score: points(given[0] ?? 0),
      extra: fen(0),
    });
    return [
      verdict.kind === "judged" ? [verdict.status, verdict.monthsShort] : verdict.kind,
      risk.kind === "excluded" ? risk.kind : [risk.kind, risk.count],
      pay.gross.kind === "amount" ? pay.gross.value : null,
    ];
  });
}

describe("dividing a tier", () => {
  it.each([
    [1, 95],
    [2, 85],
    [3, 70],
    [4, 30],
  ])("tier %i at %i changes nobody's result", (tier, at) => {
    const tierFails = edit(builtInValues, (one) => setValue(one, "$.review.definition", "tier"));
    for (const before of [builtInValues, tierFails]) {
      const after = done(addScoreTier(before, tier, { points: String(at) }));
      expect(errors(after)).toEqual([]);
      const [old, divided] = [policyOf(before), policyOf(after)];
      fc.assert(
        fc.property(scores, (given) => {
          expect(results(divided, given)).toEqual(results(old, given));
        }),
        { numRuns: 60, seed: 11 },
      );
      expect(tierJudge(divided)(points(at))).toMatchObject({ tier });
    }
  });

  it("is undone by merging the parts", () => {
    for (const [tier, at] of [
      [1, "95"],
      [2, "85"],
      [4, "30"],
    ] as const) {
      const there = done(addScoreTier(builtInValues, tier, { points: at }));
      expect(done(removeScoreTier(there, tier + 1, "better"))).toEqual(builtInValues);
    }
  });

  it.each<[number, string, string]>([
    [1, "91", "points outsideTier"],
    [1, "90.5", "points outsideTier"],
    [2, "80", "points outsideTier"],
    [2, "9o", "points notANumber"],
    [2, "85%", "points otherUnit"],
    [3, "", "points required"],
    [5, "50", "tier unknownTier"],
    [0, "50", "tier unknownTier"],
  ])("tier %i at %j is refused: %s", (tier, at, expected) => {
    expect(refusals(addScoreTier(builtInValues, tier, { points: at }))).toEqual([expected]);
  });
});

describe("merging a tier", () => {
  it.each<[number, "better" | "worse"]>([
    [4, "better"],
    [3, "better"],
    [3, "worse"],
    [2, "better"],
    [2, "worse"],
    [1, "worse"],
  ])("tier %i into the %s one leaves a complete scale", (tier, into) => {
    const values = done(removeScoreTier(builtInValues, tier, into));
    expect(values.score.bands.map((band) => band.tier).sort()).toEqual([1, 2, 3]);
    expect(errors(values).filter((code) => code !== "PC32")).toEqual([]);
    for (let score = 0; score <= 100; score += 0.5)
      expect(tierJudge(policyOf(values))(points(score)).kind).toBe("tier");
  });

  it("refuses a neighbour that is not there", () => {
    expect(refusals(removeScoreTier(builtInValues, 1, "better"))).toEqual(["into unknownTier"]);
    expect(refusals(removeScoreTier(builtInValues, 4, "worse"))).toEqual(["into unknownTier"]);
    expect(refusals(removeScoreTier(builtInValues, 7, "worse"))).toEqual(["tier unknownTier"]);
    const one = edit(
      builtInValues,
      ...[2, 2, 2].map((tier) => (values: PolicyValues) => removeScoreTier(values, tier, "better")),
    );
    expect(refusals(removeScoreTier(one, 1, "better"))).toEqual(["tier onlyTier"]);
  });
});

describe("the limit between two tiers", () => {
  it("moves for both at once", () => {
    const values = done(setTierLimit(builtInValues, 2, { points: "75", inBetter: false }));
    expect(errors(values)).toEqual([]);
    const judge = tierJudge(policyOf(values));
    expect([75, 75.5, 74].map((score) => judge(points(score)))).toMatchObject([
      { tier: 3 },
      { tier: 2 },
      { tier: 3 },
    ]);
  });

  it.each<[number, string, string]>([
    [4, "10", "tier unknownTier"],
    [2, "", "points required"],
    [2, "-1", "points tooSmall"],
  ])("of tier %i at %j is refused: %s", (tier, at, expected) => {
    expect(refusals(setTierLimit(builtInValues, tier, { points: at, inBetter: true }))).toEqual([
      expected,
    ]);
  });
});

// ---------------------------------------------------------------- commission, steps, rules

describe("commission bands", () => {
  it("go to their places and come out again", () => {
    for (const from of ["10000", "25,000", "55000", "99999.99"]) {
      const values = done(addCommissionBand(builtInValues, { from, rate: "0.95%" }));
      const place = values.commission.bands.findIndex((band) => band.rateBasisPoints === 95);
      expect(errors(values).filter((code) => code !== "PC11")).toEqual([]);
      expect(done(removeCommissionBand(values, place))).toEqual(builtInValues);
    }
  });

  it.each([
    [{ from: "20000", rate: "1%" }, "from thresholdTaken"],
    [{ from: "60000", rate: "1%" }, "from thresholdTaken"],
    [{ from: "0", rate: "1%" }, "from tooSmall"],
    [{ from: "5万", rate: "1%" }, "from largeUnit"],
    [{ from: "25000", rate: "one" }, "rate notANumber"],
  ])("%j is refused", (input, expected) => {
    expect(refusals(addCommissionBand(builtInValues, input))).toEqual([expected]);
  });

  it("that do not exist cannot be removed", () => {
    expect(problemOf(removeCommissionBand(builtInValues, 4))?.code).toBe("unknownField");
    expect(problemOf(removeCommissionBand(builtInValues, -1))?.code).toBe("unknownField");
  });
});

describe("steps of a path", () => {
  const ends = { from: "junior", to: "middle" };
  const step = {
    kind: "approval",
    name: "店长批准",
    nameEnglish: "Approval",
    clauses: [],
    scored: false,
  } as const;

  it("are added, moved and removed", () => {
    const added = done(addStep(builtInValues, ends, step, 2));
    const names = (values: PolicyValues) =>
      values.promotion.paths[1]?.steps.map(({ label }) => label.zh);
    expect(names(added)?.[2]).toBe("店长批准");
    expect(names(done(moveStep(added, ends, 2, 0)))?.[0]).toBe("店长批准");
    expect(done(moveStep(done(moveStep(added, ends, 2, 0)), ends, 0, 2))).toEqual(added);
    expect(done(removeStep(added, ends, 2))).toEqual(builtInValues);
  });

  it.each<[string, Edited<unknown>, string]>([
    [
      "no path",
      addStep(builtInValues, { from: "junior", to: "senior" }, step, 0),
      "path unknownLevel",
    ],
    ["no name", addStep(builtInValues, ends, { ...step, name: "" }, 0), "name required"],
    [
      "no such clause",
      addStep(builtInValues, ends, { ...step, clauses: ["§8"] }, 0),
      "clauses unknownClause",
    ],
    ["no such step", removeStep(builtInValues, ends, 99), "step unknownField"],
    ["nowhere to go", moveStep(builtInValues, ends, 0, 99), "step unknownField"],
  ])("are refused: %s", (_, result, expected) => {
    expect(refusals(result)).toEqual([expected]);
  });
});

describe("score criteria of a level", () => {
  it("can be taken away and given back", () => {
    const without = done(removeRule(builtInValues, "middle"));
    expect(policyOf(without).promotion.rules.map(({ target }) => target)).toEqual([
      "junior",
      "senior",
      "reserve",
    ]);
    const again = done(addRule(without, "middle"));
    expect(policyOf(again).promotion.rules.map(({ target }) => target)).toEqual([
      "junior",
      "middle",
      "senior",
      "reserve",
    ]);
    expect(levelById(policyOf(again), "middle")?.rank).toBe(2);
    expect(problemOf(removeRule(without, "middle"))?.code).toBe("unknownLevel");
    expect(problemOf(addRule(without, "nobody"))?.code).toBe("unknownLevel");
  });
});
