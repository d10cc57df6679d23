import { describe, expect, it } from "vitest";
import { judgePromotion, levelById, payFor, policyFor, singlePolicy } from "../../../src/policy";
import {
  acknowledge,
  addCommissionBand,
  addStep,
  decideRecommended,
  fieldsOf,
  removeCommissionBand,
  removeLevel,
  removeRule,
  removeScoreTier,
  removeStep,
  saveValues,
  setTierLimit,
  setValue,
  validateDraft,
  withValues,
} from "../../../src/policy/edit";
import { LEGAL_NOTES } from "../../../src/policy/lint";
import { readPolicyJson, toBook, writePolicyJson } from "../../../src/policy/part";
import type { StoredPolicy } from "../../../src/policy/part";
import type { PolicyValues } from "../../../src/policy";
import { fen, formatMonth, scoreFromPoints } from "../../../src/units";
import { NA, row, value } from "../../formulas/evaluate";
import { HR, OPEN, done, edit, month, ownVersion, valuesIn } from "./setup";

const set = (path: string, input: Parameters<typeof setValue>[2]) => (values: PolicyValues) =>
  setValue(values, path, input);

/** Paths of all values of a name: what the page's forms go through. */
const pathsOf = (values: PolicyValues, name: string): string[] =>
  fieldsOf(values)
    .filter((field) => field.name === name)
    .map(({ path }) => path);

/** Another department: trainee, agent, lead; three tiers; marginal commission from 10,000. */
function threeLevels(start: PolicyValues): PolicyValues {
  const shaped = edit(
    start,
    (values) => removeLevel(values, "senior"),
    (values) => removeLevel(values, "reserve"),
    (values) => removeScoreTier(values, 3, "worse"),
    (values) => setTierLimit(values, 1, { points: "90分", inBetter: true }),
    (values) => setTierLimit(values, 2, { points: "70", inBetter: true }),
    (values) => removeCommissionBand(values, 3),
    (values) => removeCommissionBand(values, 2),
    (values) => addCommissionBand(values, { from: "１０,０００元", rate: "0.5%" }),
    (values) => removeRule(values, "junior"),
  );
  const named = edit(
    shaped,
    set("$.levels[0].name.zh", "学员"),
    set("$.levels[0].name.en", "Trainee"),
    set("$.levels[0].aliases", ["学徒"]),
    set("$.levels[0].baseSalaryFen", "2,500元"),
    set("$.levels[0].variablePay", false),
    set("$.levels[1].name.zh", "专员"),
    set("$.levels[1].name.en", "Agent"),
    set("$.levels[1].aliases", []),
    set("$.levels[1].baseSalaryFen", "3000"),
    set("$.levels[2].name.zh", "组长"),
    set("$.levels[2].name.en", "Lead"),
    set("$.levels[2].aliases", ["小组长"]),
    set("$.levels[2].baseSalaryFen", "¥4,000.50"),
    set("$.commission.mode", "marginal"),
    set("$.commission.belowFirstBasisPoints", "0"),
    set("$.score.bands[2].rateBasisPoints", "15%"),
    set("$.promotion.criteriaRole", "entry"),
    set("$.localMinimumWageFen", "2000"),
    set("$.document.issuer", "售后部"),
    set("$.document.effectiveFrom", "2026-01-01"),
  );
  const freed = edit(
    named,
    ...[...pathsOf(named, "printedAmount"), ...pathsOf(named, "formulaRate")].map((path) =>
      set(path, ""),
    ),
    ...pathsOf(named, "inferred").map((path) => set(path, false)),
  );
  const rule = freed.promotion.rules.findIndex(({ level }) => level === "middle");
  return edit(
    freed,
    set(`$.promotion.rules[${rule}].streakMonths`, "4个月"),
    set(`$.promotion.rules[${rule}].inner`, { months: "1", tier: "1", bound: "atLeast" }),
    set(`$.promotion.rules[${rule}].window`, null),
    ...pathsOf(freed, "periodMonths").map((path) => set(path, "")),
    ...fieldsOf(freed)
      .filter(({ name, path }) => name === "passMark" && asksForScores(freed, path))
      .map(({ path }) => set(path, "60分")),
    (values) =>
      addStep(
        values,
        { from: "junior", to: "middle" },
        {
          kind: "approval",
          name: "店长批准",
          nameEnglish: "Approval by the manager",
          clauses: [],
          scored: false,
        },
        0,
      ),
    (values) => removeStep(values, { from: "junior", to: "middle" }, 1),
  );
}

function asksForScores(values: PolicyValues, path: string): boolean {
  const scored = fieldsOf(values).find(
    (field) => field.path === path.replace(/passMark$/u, "scored"),
  );
  return scored?.value === true;
}

function build(): { readonly stored: StoredPolicy; readonly id: string } {
  const { stored, id } = ownVersion();
  const values = threeLevels(valuesIn(stored));
  const saved = done(saveValues(stored, id, values, OPEN));
  const decided = done(decideRecommended(saved, OPEN, HR));
  return {
    stored: LEGAL_NOTES.reduce((policy, note) => acknowledge(policy, note, true), decided),
    id,
  };
}

const points = (value: number) => {
  const score = scoreFromPoints(value);
  if (score === undefined) throw new Error(`Not a score: ${value}`);
  return score;
};

describe("a department with three levels and marginal commission, built through the forms alone", () => {
  const { stored, id } = build();
  const book = toBook(stored);
  const policy = policyFor(book, OPEN);
  const level = (name: string) => {
    const found = levelById(policy, name);
    if (found === undefined) throw new Error(`No level ${name}`);
    return found;
  };

  it("passes every check but those about the letters of the clauses", () => {
    const { lint, blocking, fields } = validateDraft(stored, stored, id, OPEN);
    expect(blocking).toEqual([]);
    expect(lint.map(({ check, severity }) => `${check} ${severity}`)).toEqual([
      "PC42 info",
      "PC42 info",
      "PC42 info",
    ]);
    expect(fields).toEqual([]);
  });

  it("leaves no reading undecided", () => {
    expect([...policy.undecided]).toEqual([]);
    expect(policy.levels.map(({ name }) => name.zh)).toEqual(["学员", "专员", "组长"]);
  });

  it("pays by it", () => {
    // From 10,000 at 0.5 %, from 20,000 at 0.7 %, from 30,000 at 0.9 %.
    const agent = payFor(policy, level("junior"), {
      sales: fen(3_500_000),
      score: points(95),
      extra: fen(0),
    });
    expect(agent.commissionAmount).toBe(5_000 + 7_000 + 4_500);
    // 3,000 × 15 % × 0.95
    expect(agent.performance).toMatchObject({ value: { amount: 42_750 } });
    expect(agent.gross).toEqual({ kind: "amount", value: 300_000 + 16_500 + 42_750 });
    const trainee = payFor(policy, level("probation"), {
      sales: fen(3_500_000),
      score: points(95),
      extra: fen(0),
    });
    expect(trainee.gross).toEqual({ kind: "amount", value: 250_000 });
  });

  it("judges promotions by it", () => {
    const judge = (from: string, ...scores: number[]) =>
      judgePromotion(
        { cells: scores.map((score) => ({ kind: "score", score: points(score) })) },
        level(from),
        singlePolicy(policy),
      );
    expect(judge("junior", 70, 75, 80, 90)).toMatchObject({ status: "eligible" });
    expect(judge("junior", 70, 75, 80, 89.5)).toMatchObject({ status: "not_yet", monthsShort: 1 });
    expect(judge("junior", 69, 75, 80, 90)).toMatchObject({ status: "not_yet", monthsShort: 1 });
    expect(judge("middle", 95, 95, 95, 95)).toEqual({ kind: "topLevel" });
  });

  it("answers in the functions", () => {
    const setting = { policy: { kind: "book", book }, today: OPEN } as const;
    expect(value("BASEPAY", ["小组长"], setting)).toBe(4000.5);
    expect(value("COMMISSION", [35_000], setting)).toBe(165);
    expect(value("TIER", [69.5], setting)).toBe(3);
    expect(value("ELIGIBLE", [row(70, 75, 80, 90), "专员"], setting)).toBe("成绩达标：组长");
    expect(value("ELIGIBLE", [row(70, 75, 80, 85), "专员"], setting)).toBe("最快还需1个月：组长");
    expect(value("BASEPAY", ["高级客服"], setting)).toEqual(NA);
  });

  it("keeps the months before as they were", () => {
    const before = policyFor(book, month("2025-12"));
    expect(before.levels).toHaveLength(5);
    expect(before.version.id).toBe("built-in");
  });

  it("survives the file", () => {
    const read = readPolicyJson(writePolicyJson(stored));
    expect(read).toMatchObject({ kind: "read", reports: [] });
    if (read.kind !== "read") return;
    expect(policyFor(toBook(read.book), OPEN).levels).toEqual(policy.levels);
  });

  it("cannot be saved into a version that is locked, or with a hole in the scale", () => {
    const values = valuesIn(stored);
    const holed = done(setValue(values, "$.score.bands[1].to", { points: "80", inclusive: false }));
    const result = saveValues(stored, id, holed, OPEN);
    expect(result.kind).toBe("refused");
    const draft = validateDraft(withValues(stored, id, holed), stored, id, OPEN);
    expect(draft.blocking.map(({ path, problem }) => `${path} ${problem.code}`)).toContain(
      "$.score.bands[2].from lint",
    );
  });

  it("starts in the month that was typed", () => {
    const from = book.versions.map((version) => version.from);
    expect(from.map((one) => (one === null ? null : formatMonth(one)))).toEqual([null, "2026-01"]);
  });
});
