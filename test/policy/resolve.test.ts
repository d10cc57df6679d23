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
} from "../../src/policy";
import { monthOf, type Month } from "../../src/units";
import { decidedBook, decidedPolicy, level, someMonth } from "./decided";

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

describe("readings and values", () => {
  it("every reading moves a value of the built-in policy", () => {
    expect([...readingsIn(builtInValues)].sort()).toEqual([...READING_IDS].sort());
  });

  it("another option is another policy, and the first stays as it was", () => {
    const policy = decidedPolicy();
    const other = withOption(policy, "COMMISSION_T1_FROM", "50000");
    expect(other.commission.bands.at(-1)?.from).toBe(5_000_000);
    expect(policy.commission.bands.at(-1)?.from).toBe(6_000_000);
    expect(withOption(policy, "COMMISSION_T1_FROM", "50000")).toBe(other);
  });
});
