import { describe, expect, it } from "vitest";
import { addMonths, monthOf } from "../../../src/units";
import type { PolicyValues, PolicyVersion, ScoreBandValue } from "../../../src/policy";
import { lintPolicy, type LintCode, type LintInput } from "../../../src/policy/lint";
import { sayLint } from "../../../src/wording/policy/lint";
import { soundBook, soundBut, soundInput, soundValues } from "./input";

// Each faulty policy differs from the sound one in one thing and raises one code; beside it stands a
// policy that comes as near as possible without a fault.

interface FaultyBook {
  readonly name: string;
  readonly code: LintCode;
  readonly facts: object;
  readonly input: LintInput;
  readonly nearMiss: LintInput;
}

const { levels, score, commission, promotion } = soundValues;

function band(tier: number, more: Partial<ScoreBandValue>): LintInput {
  const bands = score.bands.map((one) => (one.tier === tier ? { ...one, ...more } : one));
  return soundBut(() => ({ score: { ...score, bands } }));
}

function thresholds(fromFen: readonly number[], rates = [70, 90, 100, 130]): LintInput {
  const bands = fromFen.map((from, index) => ({
    fromFen: from,
    rateBasisPoints: rates[index] ?? 0,
    printedFen: null,
    clause: "§6.C4",
  }));
  return soundBut(() => ({ commission: { ...commission, bands } }));
}

function paying(mode: "whole" | "fixed" | "marginal", printedFen: readonly number[]): LintInput {
  const bands = commission.bands.map((one, index) => ({
    ...one,
    printedFen: printedFen[index] ?? null,
  }));
  return soundBut(() => ({ commission: { ...commission, mode, bands } }));
}

function salaries(...fen: readonly number[]): LintInput {
  return soundBut(() => ({
    localMinimumWageFen: 0,
    levels: levels.map((level, index) => ({ ...level, baseSalaryFen: fen[index] ?? 0 })),
  }));
}

function rule(level: string, more: Partial<PolicyValues["promotion"]["rules"][number]>): LintInput {
  const rules = promotion.rules.map((one) => (one.level === level ? { ...one, ...more } : one));
  return soundBut(() => ({ promotion: { ...promotion, rules } }));
}

function path(to: string, more: Partial<PolicyValues["promotion"]["paths"][number]>): LintInput {
  const paths = promotion.paths.map((one) => (one.to === to ? { ...one, ...more } : one));
  return soundBut(() => ({ promotion: { ...promotion, paths } }));
}

function aliases(...typed: readonly (readonly string[])[]): LintInput {
  return soundBut(() => ({
    levels: levels.map((level, index) => ({ ...level, aliases: typed[index] ?? [] })),
  }));
}

const june = monthOf(2026, 6);
function versions(...from: readonly (number | null)[]): LintInput {
  const made = from.map((months, index): PolicyVersion => ({
    id: `v${index}`,
    from: months === null ? null : addMonths(june, months),
    name: "",
    locked: false,
    values: soundValues,
  }));
  return { ...soundInput, book: { ...soundBook, versions: made } };
}

const at = (points: number) => ({ points, inclusive: true });
const short = (points: number) => ({ points, inclusive: false });
const [firstLevel, secondLevel] = levels;
if (firstLevel === undefined || secondLevel === undefined) throw new Error("Two levels at least");

const faultyBooks: readonly FaultyBook[] = [
  {
    name: "half a fen",
    code: "PC01",
    facts: { problem: "field", path: "$.fines.leaveFen" },
    input: soundBut(({ fines }) => ({ fines: { ...fines, leaveFen: 1000.5 } })),
    nearMiss: soundBut(({ fines }) => ({ fines: { ...fines, leaveFen: 1001 } })),
  },
  {
    name: "a dispute without a value for one option",
    code: "PC01",
    facts: { problem: "field", path: "$.fines.netted.choices.yes" },
    input: soundBut(({ fines }) => ({
      fines: { ...fines, netted: { reading: "FINES_NETTED", choices: { no: false } } },
    })),
    nearMiss: soundBut(({ fines }) => ({ fines: { ...fines, netted: false } })),
  },
  {
    name: "a tier twice",
    code: "PC01",
    facts: { problem: "duplicate", what: "tier", id: "1" },
    input: soundBut(() => ({
      score: {
        ...score,
        bands: [
          ...score.bands.filter(({ tier }) => tier > 1),
          {
            tier: 1,
            from: at(91),
            to: short(95),
            rateBasisPoints: 1500,
            formulaBasisPoints: null,
            clause: "§6.P1",
          },
          {
            tier: 1,
            from: at(95),
            to: at(100),
            rateBasisPoints: 1500,
            formulaBasisPoints: null,
            clause: "§6.P1",
          },
        ],
      },
    })),
    nearMiss: soundInput,
  },
  {
    name: "a version id twice",
    code: "PC01",
    facts: { problem: "duplicate", what: "version", id: "a" },
    input: {
      ...soundInput,
      book: {
        ...soundBook,
        versions: [
          { id: "a", from: null, name: "", locked: false, values: soundValues },
          { id: "a", from: june, name: "", locked: false, values: soundValues },
        ],
      },
    },
    nearMiss: versions(null, 0),
  },
  {
    name: "a missing clause",
    code: "PC02",
    facts: { problem: "unknownClause", path: "$.commission", id: "§6.C9" },
    input: soundBut(() => ({ commission: { ...commission, clause: "§6.C9" } })),
    nearMiss: soundBut(() => ({ commission: { ...commission, clause: "§6.C1" } })),
  },
  {
    name: "a rule that rests on nothing",
    code: "PC02",
    facts: { problem: "noClause", path: "$.promotion.rules[0]" },
    input: rule("junior", { clauses: [] }),
    nearMiss: rule("junior", { clauses: ["§4.1.H", "§4.1.A"] }),
  },
  {
    name: "a clause without English",
    code: "PC02",
    facts: { problem: "noRestatement", id: "§W1", language: "en" },
    input: {
      ...soundInput,
      clauses: soundInput.clauses.map((clause) =>
        clause.id === "§W1" ? { ...clause, restatement: { zh: "有。", en: " " } } : clause,
      ),
    },
    nearMiss: soundInput,
  },
  {
    name: "a gap between bands",
    code: "PC03",
    facts: { from: 79, fromInclusive: false, to: 80, toInclusive: false },
    input: band(3, { to: at(79) }),
    nearMiss: band(3, { to: short(80) }),
  },
  {
    name: "a single score left out",
    code: "PC03",
    facts: { from: 91, fromInclusive: true, to: 91, toInclusive: true },
    input: band(1, { from: short(91) }),
    nearMiss: band(1, { from: at(91) }),
  },
  {
    name: "overlapping tiers",
    code: "PC04",
    facts: { from: 80, fromInclusive: true, to: 85, toInclusive: false, tiers: [2, 3] },
    input: band(3, { to: short(85) }),
    nearMiss: band(3, { to: short(80) }),
  },
  {
    name: "bands that end below the greatest score",
    code: "PC05",
    facts: { end: "maximum", expected: 100, actual: 100, inclusive: false },
    input: band(1, { to: short(100) }),
    nearMiss: band(1, { to: at(100) }),
  },
  {
    name: "bands that start below the least score",
    code: "PC05",
    facts: { end: "minimum", expected: 0, actual: -1, inclusive: true },
    input: band(4, { from: at(-1) }),
    nearMiss: band(4, { from: at(0) }),
  },
  {
    name: "a better tier with a lower rate",
    code: "PC06",
    facts: { problem: "rate", better: 1, worse: 2 },
    input: band(1, { rateBasisPoints: 999 }),
    nearMiss: band(1, { rateBasisPoints: 1000 }),
  },
  {
    name: "tiers in the wrong order",
    code: "PC06",
    facts: { problem: "order", better: 1, worse: 2 },
    input: soundBut(() => ({
      score: {
        ...score,
        bands: score.bands.map((one) => ({
          ...one,
          tier: one.tier === 1 ? 2 : one.tier === 2 ? 1 : one.tier,
          rateBasisPoints: 1000,
        })),
      },
    })),
    nearMiss: soundBut(() => ({
      score: { ...score, bands: score.bands.map((one) => ({ ...one, rateBasisPoints: 1000 })) },
    })),
  },
  {
    name: "a rate that its formula contradicts",
    code: "PC07",
    facts: { tier: 2, rateBasisPoints: 1000, formulaBasisPoints: 1001 },
    input: band(2, { formulaBasisPoints: 1001 }),
    nearMiss: band(2, { formulaBasisPoints: 1000 }),
  },
  {
    name: "descending thresholds",
    code: "PC10",
    facts: { problem: "notAscending", fromFen: 2_999_999, previousFen: 3_000_000 },
    input: thresholds([2_000_000, 3_000_000, 2_999_999, 6_000_000]),
    nearMiss: thresholds([2_000_000, 3_000_000, 3_000_001, 6_000_000]),
  },
  {
    name: "the same threshold twice",
    code: "PC10",
    facts: { problem: "notAscending", fromFen: 3_000_000 },
    input: thresholds([2_000_000, 3_000_000, 3_000_000, 6_000_000]),
    nearMiss: thresholds([2_000_000, 3_000_000, 3_000_001, 6_000_000]),
  },
  {
    name: "a threshold of zero",
    code: "PC10",
    facts: { problem: "notPositive", fromFen: 0 },
    input: thresholds([0, 3_000_000, 4_000_000, 6_000_000]),
    nearMiss: thresholds([1, 3_000_000, 4_000_000, 6_000_000]),
  },
  {
    name: "a falling commission rate",
    code: "PC11",
    facts: { fromFen: 4_000_000, rateBasisPoints: 89, previousBasisPoints: 90 },
    input: thresholds([2_000_000, 3_000_000, 4_000_000, 6_000_000], [70, 90, 89, 130]),
    nearMiss: thresholds([2_000_000, 3_000_000, 4_000_000, 6_000_000], [70, 90, 90, 130]),
  },
  {
    name: "a printed amount one fen off",
    code: "PC12",
    facts: { computedFen: 78_000, printedFen: 78_001 },
    input: paying("marginal", [14_000, 27_000, 40_000, 78_001]),
    nearMiss: paying("marginal", [14_000, 27_000, 40_000, 78_000]),
  },
  {
    name: "fixed amounts that jump",
    code: "PC13",
    facts: { fromFen: 2_000_000, jumpFen: 14_000 },
    input: soundBut(() => ({
      commission: { ...commission, mode: "whole", bands: commission.bands.slice(0, 1) },
    })),
    nearMiss: soundBut(() => ({
      commission: { ...commission, mode: "marginal", bands: commission.bands.slice(0, 1) },
    })),
  },
  {
    name: "silence below the first threshold",
    code: "PC14",
    facts: { firstFromFen: 2_000_000 },
    input: soundBut(() => ({ commission: { ...commission, belowFirstBasisPoints: null } })),
    nearMiss: soundBut(() => ({ commission: { ...commission, belowFirstBasisPoints: 70 } })),
  },
  {
    name: "a falling salary",
    code: "PC20",
    facts: { level: { id: "middle" }, below: { id: "junior" } },
    input: salaries(220_000, 230_000, 229_999, 280_000, 300_000),
    nearMiss: salaries(220_000, 230_000, 230_001, 280_000, 300_000),
  },
  {
    name: "equal neighbours",
    code: "PC21",
    facts: { level: { id: "senior" }, below: { id: "middle" }, baseFen: 240_000 },
    input: salaries(220_000, 230_000, 240_000, 240_000, 300_000),
    nearMiss: salaries(220_000, 230_000, 240_000, 240_001, 300_000),
  },
  {
    name: "a salary of more than twice the level below",
    code: "PC22",
    facts: { level: { id: "reserve" }, baseFen: 560_001, belowFen: 280_000 },
    input: salaries(220_000, 230_000, 240_000, 280_000, 560_001),
    nearMiss: salaries(220_000, 230_000, 240_000, 280_000, 560_000),
  },
  {
    name: "a salary below the minimum wage",
    code: "PC23",
    facts: { problem: "below", level: { id: "probation" }, minimumFen: 220_001 },
    input: soundBut(() => ({ localMinimumWageFen: 220_001 })),
    nearMiss: soundBut(() => ({ localMinimumWageFen: 220_000 })),
  },
  {
    name: "an unknown minimum wage",
    code: "PC23",
    facts: { problem: "notSet" },
    input: soundBut(() => ({ localMinimumWageFen: null })),
    nearMiss: soundBut(() => ({ localMinimumWageFen: 0 })),
  },
  {
    name: "probation below 80 % of the next base",
    code: "PC24",
    facts: { of: "base", probationFen: 183_999, nextFen: 230_000 },
    input: salaries(183_999, 230_000, 240_000, 280_000, 300_000),
    nearMiss: salaries(184_000, 230_000, 240_000, 280_000, 300_000),
  },
  {
    name: "probation below 80 % of the next level's pay",
    code: "PC24",
    facts: { of: "package", probationFen: 220_000, nextFen: 275_001 },
    input: { ...soundInput, nextLevelPackageFen: 275_001 },
    nearMiss: { ...soundInput, nextLevelPackageFen: 275_000 },
  },
  {
    name: "an alias twice",
    code: "PC30",
    facts: { problem: "name", levels: [{ id: "probation" }, { id: "junior" }] },
    input: aliases(["新人（甲）"], [" 新人(甲) "]),
    nearMiss: aliases(["新人（甲）", "新人(甲)"], ["新人(乙)"]),
  },
  {
    name: "an alias that is another level's name",
    code: "PC30",
    facts: { problem: "name", levels: [{ id: "probation" }, { id: "reserve" }] },
    input: aliases(["储备主管"]),
    nearMiss: aliases(["储备主管助理"]),
  },
  {
    name: "a path down the ladder",
    code: "PC30",
    facts: { problem: "step", from: "senior", to: "junior" },
    input: soundBut(() => ({
      promotion: {
        ...promotion,
        paths: [
          ...promotion.paths,
          {
            from: "senior",
            to: "junior",
            periodMonths: null,
            steps: [],
            clauses: ["§5.1"],
            inferred: false,
          },
        ],
      },
    })),
    nearMiss: soundInput,
  },
  {
    name: "a step without a procedure",
    code: "PC31",
    facts: { problem: "missing", from: { id: "senior" }, to: { id: "reserve" } },
    input: soundBut(() => ({
      promotion: { ...promotion, paths: promotion.paths.filter(({ to }) => to !== "reserve") },
    })),
    nearMiss: soundInput,
  },
  {
    name: "an inferred procedure",
    code: "PC31",
    facts: { problem: "inferred", to: { id: "middle" } },
    input: path("middle", { inferred: true }),
    nearMiss: path("middle", { inferred: false }),
  },
  {
    name: "a lower level that somebody can be too good for",
    code: "PC32",
    facts: { higher: { id: "senior" }, lower: { id: "middle" }, witness: Array(12).fill(1) },
    input: rule("middle", { inner: { months: 4, tier: 1, bound: "exactly" } }),
    nearMiss: rule("middle", { inner: { months: 5, tier: 1, bound: "exactly" } }),
  },
  {
    name: "a window shorter than the streak",
    code: "PC33",
    facts: { problem: "window", level: { id: "junior" }, streakMonths: 3, months: 2 },
    input: rule("junior", { window: { months: 2, worstTier: 2 } }),
    nearMiss: rule("junior", { window: { months: 3, worstTier: 2 } }),
  },
  {
    name: "more good months than the streak has",
    code: "PC33",
    facts: { problem: "inner", level: { id: "reserve" }, streakMonths: 8, months: 9 },
    input: rule("reserve", { inner: { months: 9, tier: 1, bound: "atLeast" } }),
    nearMiss: rule("reserve", { inner: { months: 8, tier: 1, bound: "atLeast" } }),
  },
  {
    name: "a period that the rule does not look at",
    code: "PC34",
    facts: { to: { id: "senior" }, periodMonths: 5, ruleMonths: 6 },
    input: path("senior", { periodMonths: 5 }),
    nearMiss: path("senior", { periodMonths: 6 }),
  },
  {
    name: "a vote without a pass mark",
    code: "PC35",
    facts: { to: { id: "junior" }, step: { zh: "投票" } },
    input: path("junior", {
      steps: [
        {
          kind: "vote",
          clauses: ["§5.1"],
          label: { zh: "投票", en: "Vote" },
          passMark: null,
          scored: true,
        },
      ],
    }),
    nearMiss: path("junior", {
      steps: [
        {
          kind: "vote",
          clauses: ["§5.1"],
          label: { zh: "投票", en: "Vote" },
          passMark: 0,
          scored: true,
        },
        {
          kind: "notice",
          clauses: ["§5.1"],
          label: { zh: "通知", en: "Notice" },
          passMark: null,
          scored: false,
        },
      ],
    }),
  },
  {
    name: "a reading whose default is none of its options",
    code: "PC40",
    facts: { problem: "option", reading: "SCORE_80", of: "default", option: "T7" },
    input: {
      ...soundInput,
      readings: soundInput.readings.map((one) =>
        one.id === "SCORE_80" ? { ...one, default: "T7" } : one,
      ),
    },
    nearMiss: {
      ...soundInput,
      readings: soundInput.readings.map((one) =>
        one.id === "SCORE_80" ? { ...one, default: "T3" } : one,
      ),
    },
  },
  {
    name: "a reading of a clause that is none",
    code: "PC40",
    facts: { problem: "clause", reading: "JUNIOR_H", id: "§4.1.Z" },
    input: {
      ...soundInput,
      readings: soundInput.readings.map((one) =>
        one.id === "JUNIOR_H" ? { ...one, clauses: ["§4.1.Z"] } : one,
      ),
    },
    nearMiss: soundInput,
  },
  {
    name: "a level that is nowhere on the ladder",
    code: "PC40",
    facts: { problem: "level", path: "$.promotion.skipLimit", id: "chief" },
    input: soundBut(() => ({ promotion: { ...promotion, skipLimit: "chief" } })),
    nearMiss: soundBut(() => ({ promotion: { ...promotion, skipLimit: "reserve" } })),
  },
  {
    name: "a review up to a level that is none",
    code: "PC40",
    facts: { problem: "level", path: "$.review.scope.choices.juniorOnly", id: "intern" },
    input: soundBut(({ review }) => ({
      review: {
        ...review,
        scope: { reading: "DISMISSAL_SCOPE", choices: { all: null, juniorOnly: "intern" } },
      },
    })),
    nearMiss: soundBut(({ review }) => ({ review: { ...review, scope: null } })),
  },
  {
    name: "an open blocking reading",
    code: "PC41",
    facts: { reading: "SALARY_RESERVE" },
    input: {
      ...soundInput,
      effective: { ...soundInput.effective, undecided: new Set(["SALARY_RESERVE"] as const) },
    },
    nearMiss: {
      ...soundInput,
      effective: { ...soundInput.effective, undecided: new Set(["SCORE_80"] as const) },
    },
  },
  {
    name: "a letter left out",
    code: "PC42",
    facts: { chapter: "§4.4", level: { id: "reserve" }, missing: ["B", "C"] },
    input: {
      ...soundInput,
      clauses: soundInput.clauses.filter(({ id }) => id !== "§4.4.B" && id !== "§4.4.C"),
      values: {
        ...soundValues,
        promotion: {
          ...promotion,
          paths: promotion.paths.map((one) => ({
            ...one,
            steps: one.steps.filter(({ clauses: [id] }) => id !== "§4.4.B" && id !== "§4.4.C"),
          })),
        },
      },
    },
    nearMiss: {
      ...soundInput,
      // The second half of a clause and the last letter of a list leave no hole.
      clauses: soundInput.clauses.filter(({ id }) => id !== "§4.3.A+" && id !== "§4.2.F"),
      values: {
        ...soundValues,
        promotion: {
          ...promotion,
          rules: promotion.rules.map((one) =>
            one.level === "middle" ? { ...one, clauses: ["§4.2.E"] } : one,
          ),
          paths: promotion.paths.map((one) => ({
            ...one,
            steps: one.steps.map((step) => ({
              ...step,
              clauses: step.clauses.filter((id) => id !== "§4.3.A+"),
            })),
          })),
        },
      },
      readings: soundInput.readings.map((one) => ({
        ...one,
        clauses: one.clauses.filter((id) => id !== "§4.2.F"),
      })),
    },
  },
  {
    name: "two versions from the same month",
    code: "PC43",
    facts: { problem: "sameStart", earlier: "v1", later: "v2" },
    input: versions(null, 3, 3),
    nearMiss: versions(null, 3, 4),
  },
  {
    name: "two versions from the beginning",
    code: "PC43",
    facts: { problem: "sameStart", earlier: "v0", later: "v1" },
    input: versions(null, null),
    nearMiss: versions(null, -1000),
  },
  {
    name: "versions out of order",
    code: "PC43",
    facts: { problem: "disorder", earlier: "v0", later: "v1" },
    input: versions(1, 0),
    nearMiss: versions(0, 1),
  },
  {
    name: "no version for any month",
    code: "PC43",
    facts: { problem: "none" },
    input: versions(),
    nearMiss: versions(0),
  },
  {
    name: "an unknown issuer",
    code: "PC44",
    facts: { missing: "issuer" },
    input: soundBut(() => ({ document: { issuer: " ", effectiveFrom: "2026-01-01" } })),
    nearMiss: soundBut(() => ({ document: { issuer: "总", effectiveFrom: "2026-01-01" } })),
  },
  {
    name: "a legal note that nobody has seen",
    code: "PC50",
    facts: { note: "L8" },
    input: {
      ...soundInput,
      book: { ...soundBook, acknowledged: ["L1", "L2", "L3", "L4", "L5", "L6", "L7", "L9"] },
    },
    nearMiss: {
      ...soundInput,
      book: { ...soundBook, acknowledged: [...soundBook.acknowledged].reverse() },
    },
  },
];

describe("a sound policy", () => {
  it("passes every check", () => {
    expect(lintPolicy(soundInput)).toEqual([]);
  });
});

describe("a faulty policy raises its code and no other", () => {
  it.each(faultyBooks)("$name: $code", ({ code, facts, input }) => {
    const found = lintPolicy(input);
    expect(found.map(({ check }) => check)).toEqual([code]);
    expect(found[0]?.facts).toMatchObject(facts);
  });

  it.each(faultyBooks)("$name: a near miss passes", ({ nearMiss }) => {
    expect(lintPolicy(nearMiss)).toEqual([]);
  });

  it("for every check there is", () => {
    const tried = new Set(faultyBooks.map(({ code }) => code));
    const all =
      "01 02 03 04 05 06 07 10 11 12 13 14 20 21 22 23 24 30 31 32 33 34 35 40 41 42 43 44 50";
    expect([...tried].sort()).toEqual(all.split(" ").map((number) => `PC${number}`));
  });

  it("is described in both languages with what was seen", () => {
    const said = faultyBooks.flatMap(({ input }) =>
      lintPolicy(input).map((result) => [sayLint(result, "zh"), sayLint(result, "en")]),
    );
    expect(said).toHaveLength(faultyBooks.length);
    for (const [zh = "", en = ""] of said) {
      expect(zh).toMatch(/\p{Script=Han}.*。$/u);
      expect(en).toMatch(/[.?]$/u);
      expect(zh + en).not.toMatch(/NaN|\[object|[A-Z]_[A-Z]/u);
    }
    const sentence = (name: string, language: "zh" | "en"): string =>
      faultyBooks
        .filter((one) => one.name === name)
        .flatMap(({ input }) => lintPolicy(input))
        .map((result) => sayLint(result, language))
        .join();
    expect(sentence("a gap between bands", "zh")).toBe("分数 (79, 80) 不属于任何等级。");
    expect(sentence("a printed amount one fen off", "en")).toBe(
      "60,000 yuan × 1.3% = 780 yuan, but 780.01 yuan is printed beside it.",
    );
    expect(sentence("a salary of more than twice the level below", "zh")).toBe(
      "储备主管的底薪 5,600.01 元是高级客服 2,800 元的 2 倍，请核对是否多写了一个 0。",
    );
  });
});

describe("an empty band", () => {
  it("is reported with what it leaves open", () => {
    const found = lintPolicy(band(2, { from: short(80), to: short(80) }));
    expect(found.map(({ check, facts }) => [check, facts])).toContainEqual([
      "PC06",
      { problem: "emptyBand", tier: 2 },
    ]);
    expect(found.map(({ check }) => check)).toContain("PC03");
  });
});

describe("jumps of commission", () => {
  it("under fixed amounts are the differences of the amounts paid", () => {
    const jumps = lintPolicy(paying("fixed", [14_000, 27_000, 40_000, 65_000])).flatMap((result) =>
      result.check === "PC13" ? [result.facts.jumpFen] : [],
    );
    expect(jumps).toEqual([14_000, 13_000, 13_000, 25_000]);
  });
});
