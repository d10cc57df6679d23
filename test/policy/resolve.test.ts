import { describe, expect, it } from "vitest";
import {
  READING_IDS,
  builtInBook,
  builtInValues,
  policyFor,
  readingsIn,
  withOption,
  type Decision,
  type PolicyBook,
  type PolicyValues,
} from "../../src/policy";
import { monthOf, type Month } from "../../src/units";
import { decidedBook, decidedPolicy, level, ownBook, someMonth } from "./decided";

const decision = (option: string, from?: Month, reading = "SCORE_80"): Decision => ({
  reading,
  option,
  by: "HR",
  on: "2025-01-01",
  note: "",
  ...(from === undefined ? {} : { from }),
});
const withDecisions = (...decisions: readonly Decision[]): PolicyBook => ({
  ...builtInBook(),
  decisions,
});

describe("decisions", () => {
  const march = monthOf(2025, 3);
  const june = monthOf(2025, 6);
  it.each<[string, readonly Decision[], Month, string, boolean]>([
    ["nothing decided: the default, marked undecided", [], june, "T2", true],
    ["decided with the default is decided", [decision("T2")], june, "T2", false],
    ["without a month it holds always", [decision("T3")], monthOf(2000, 1), "T3", false],
    ["before its first month the reading is undecided", [decision("T3", june)], march, "T2", true],
    ["in its first month it holds", [decision("T3", june)], june, "T3", false],
    [
      "the latest first month wins, whatever the order in the file",
      [decision("T3", june), decision("T2", march)],
      june,
      "T3",
      false,
    ],
    [
      "a decision with a month beats one without",
      [decision("T3", march), decision("T2")],
      june,
      "T3",
      false,
    ],
    [
      "before the month of the later one, the one without a month holds",
      [decision("T3", june), decision("T2")],
      march,
      "T2",
      false,
    ],
    [
      "of two for one month the last in the list holds",
      [decision("T2"), decision("T3")],
      june,
      "T3",
      false,
    ],
    ["an unknown option counts as undecided", [decision("T9")], june, "T2", true],
    ["an unknown reading changes nothing", [decision("x", undefined, "NEW")], june, "T2", true],
  ])("%s", (_, decisions, month, option, undecided) => {
    const policy = policyFor(withDecisions(...decisions), month);
    expect(policy.options.SCORE_80).toBe(option);
    expect(policy.undecided.has("SCORE_80")).toBe(undecided);
  });

  it("only the blocking reading leaves a value open while undecided", () => {
    const policy = policyFor(builtInBook(), someMonth);
    expect(level(policy, "reserve").baseSalary).toEqual({ undecided: "SALARY_RESERVE" });
    expect(level(policy, "senior").baseSalary).toBe(280_000);
    expect(policy.undecided.size).toBe(READING_IDS.length);
  });

  it("a salary that another reading disputes is that of its default meanwhile", () => {
    const baseSalaryFen = {
      reading: "MIDDLE_MONTHS",
      choices: { 5: 240_000, 3: 230_000 },
    } as const;
    const levels = builtInValues.levels.map((one) =>
      one.id === "middle" ? { ...one, baseSalaryFen } : one,
    );
    const policy = policyFor(ownBook({ ...builtInValues, levels }), someMonth);
    expect(level(policy, "middle").baseSalary).toBe(240_000);
  });
});

describe("versions", () => {
  const own = (id: string, from: Month, salary: number): PolicyBook["versions"][number] => ({
    id,
    from,
    name: id,
    locked: false,
    values: {
      ...builtInValues,
      levels: builtInValues.levels.map((one) =>
        one.id === "junior" ? { ...one, baseSalaryFen: salary } : one,
      ),
    },
  });
  const book: PolicyBook = {
    ...decidedBook(),
    versions: [own("one", monthOf(2025, 1), 210_000), own("two", monthOf(2025, 7), 230_000)],
  };
  it.each([
    ["before the first version the first holds", monthOf(2024, 5), 210_000],
    ["the first month of the first", monthOf(2025, 1), 210_000],
    ["the last month before the second", monthOf(2025, 6), 210_000],
    ["the first month of the second", monthOf(2025, 7), 230_000],
    ["long after", monthOf(2030, 1), 230_000],
  ])("%s", (_, month, salary) => {
    expect(level(policyFor(book, month), "junior").baseSalary).toBe(salary);
  });

  it("a dispute that HR settled with a plain value asks nothing any more", () => {
    const settled: PolicyBook = {
      ...builtInBook(),
      versions: [
        {
          ...own("settled", monthOf(2025, 1), 220_000),
          values: {
            ...builtInValues,
            levels: builtInValues.levels.map((one) =>
              one.id === "reserve" ? { ...one, baseSalaryFen: 320_000 } : one,
            ),
          },
        },
      ],
    };
    const policy = policyFor(settled, someMonth);
    expect(policy.undecided.has("SALARY_RESERVE")).toBe(false);
    expect(level(policy, "reserve").baseSalary).toBe(320_000);
  });
});

describe("the built-in policy", () => {
  it("is one version without decisions, for all months, and may be edited", () => {
    expect(builtInBook()).toEqual({
      versions: [{ id: "built-in", from: null, name: "", locked: false, values: builtInValues }],
      decisions: [],
      acknowledged: [],
    });
    expect(builtInBook()).toBe(builtInBook());
  });

  it("tells which scores its readings dispute", () => {
    const { disputed } = policyFor(builtInBook(), someMonth).score;
    expect(disputed).toEqual([
      { reading: "SCORE_60", from: 60_000_000, to: 61_000_000 },
      { reading: "SCORE_80", from: 80_000_000, to: 80_000_000 },
      { reading: "SCORE_90_91", from: 90_000_000, to: 91_000_000 },
    ]);
  });

  it("disputes the same scores in whatever order the options name them", () => {
    const [lowest, ...others] = builtInValues.score.bands;
    if (lowest === undefined) throw new Error("There are bands");
    const end = (points: number) => ({ points, inclusive: false });
    const values: PolicyValues = {
      ...builtInValues,
      score: {
        ...builtInValues.score,
        bands: [
          {
            ...lowest,
            to: { reading: "SCORE_60", choices: { T4: end(62), T3: end(58), undefined: end(60) } },
          },
          ...others,
        ],
      },
    };
    expect(policyFor(ownBook(values), someMonth).score.disputed[0]).toEqual({
      reading: "SCORE_60",
      from: 58_000_000,
      to: 62_000_000,
    });
  });

  it.each([
    ["rolling", 12],
    ["calendar", 12],
    ["preceding", 20],
  ])("%s windows: the longest rule looks back over %d months", (option, months) => {
    expect(decidedPolicy({ WINDOW_KIND: option }).promotion.lookBack).toBe(months);
  });

  it("looks back as far as the streak where no rule has a window", () => {
    const rules = builtInValues.promotion.rules.map((rule) => ({ ...rule, window: null }));
    const values = { ...builtInValues, promotion: { ...builtInValues.promotion, rules } };
    expect(policyFor(ownBook(values), someMonth).promotion.lookBack).toBe(8);
  });

  it.each([
    ["entry", ["junior", "middle", "senior", "reserve"], ["junior", "middle", "senior", "reserve"]],
    ["exit", ["middle", "senior", "reserve"], ["junior", "middle", "senior"]],
  ])("%s: the rules lead to %j by the lists of %j", (option, targets, lists) => {
    const { rules } = decidedPolicy({ CRITERIA_ROLE: option }).promotion;
    expect(rules.map(({ target }) => target)).toEqual(targets);
    expect(rules.map(({ listOf }) => listOf)).toEqual(lists);
  });

  it("no rule leads to the lowest level, though its holders may have a list", () => {
    const [first, ...others] = builtInValues.promotion.rules;
    if (first === undefined) throw new Error("There are rules");
    const rules = [{ ...first, level: "probation" }, first, ...others];
    const values = { ...builtInValues, promotion: { ...builtInValues.promotion, rules } };
    const { promotion } = policyFor(ownBook(values), someMonth);
    expect(promotion.rules.map(({ target }) => target)).not.toContain("probation");
  });
});

describe("a policy that cannot be followed", () => {
  it("has no version", () => {
    const book: PolicyBook = { versions: [], decisions: [], acknowledged: [] };
    expect(() => policyFor(book, someMonth)).toThrow("at least one version");
  });

  it("gives an option no value", () => {
    const mode = { reading: "COMMISSION_MODE", choices: { fixed: "fixed" } } as const;
    const values: PolicyValues = {
      ...builtInValues,
      commission: { ...builtInValues.commission, mode },
    };
    expect(() => policyFor(ownBook(values), someMonth)).toThrow(
      'The policy gives COMMISSION_MODE no value for "whole"',
    );
  });

  it("has points that are no number", () => {
    const score = { ...builtInValues.score, maximumPoints: Number.NaN };
    expect(() => policyFor(ownBook({ ...builtInValues, score }), someMonth)).toThrow(
      "Not a number of points: NaN",
    );
  });
});

describe("the same policy", () => {
  const march = monthOf(2025, 3);
  const june = monthOf(2025, 6);

  it("is given for months between which nothing changes, and another after a change", () => {
    const book = withDecisions(decision("T3", june), decision("T2", march));
    expect(policyFor(book, march)).toBe(policyFor(book, monthOf(2025, 5)));
    expect(policyFor(book, june)).toBe(policyFor(book, monthOf(2026, 1)));
    expect(policyFor(book, march)).not.toBe(policyFor(book, june));
  });

  it.each([
    ["the later decision first in the file", [decision("T3", june), decision("T2", march)]],
    ["the earlier one first", [decision("T2", march), decision("T3", june)]],
  ])("%s: whichever month was asked first", (_, decisions) => {
    for (const asked of [
      [march, june, monthOf(2025, 7)],
      [monthOf(2025, 7), june, march],
    ]) {
      const book = withDecisions(...decisions);
      const options = asked.map((month) => policyFor(book, month).options.SCORE_80);
      expect(options).toEqual(asked.map((month) => (month >= june ? "T3" : "T2")));
    }
  });
});

describe("readings and values", () => {
  it.each<[says: string, part: unknown, found: readonly string[]]>([
    ["a dispute", { reading: "SCORE_80", choices: {} }, ["SCORE_80"]],
    ["a dispute inside of a list", [{ to: { reading: "SCORE_60", choices: {} } }], ["SCORE_60"]],
    ["no choices", { reading: "SCORE_80" }, []],
    ["no reading", { choices: {} }, []],
    ["a reading of nobody", { reading: "SCORE_99", choices: {} }, []],
    ["a reading that is no text", { reading: 80, choices: {} }, []],
    ["a text", "SCORE_80", []],
    ["nothing", null, []],
  ])("%s", (_, part, found) => {
    expect([...readingsIn(part)]).toEqual(found);
  });

  it("every reading moves a value of the built-in policy", () => {
    expect([...readingsIn(builtInValues)].sort()).toEqual([...READING_IDS].sort());
  });

  it("another option is another policy, and the first stays as it was", () => {
    const policy = decidedPolicy();
    const other = withOption(policy, "COMMISSION_T1_FROM", "50000");
    expect(other.commission.bands.at(-1)?.from).toBe(5_000_000);
    expect(policy.commission.bands.at(-1)?.from).toBe(6_000_000);
    expect(withOption(policy, "COMMISSION_T1_FROM", "50000")).toBe(other);
    const fixed = withOption(policy, "COMMISSION_MODE", "fixed");
    expect([fixed.commission.mode, fixed.commission.bands.at(-1)?.from]).toEqual([
      "fixed",
      6_000_000,
    ]);
  });
});
