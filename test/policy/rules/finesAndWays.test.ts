import { describe, expect, it } from "vitest";
import {
  builtInValues,
  fineFor,
  isLeaveViolation,
  pathSteps,
  policyFor,
  skipWay,
  type EffectivePolicy,
  type PolicyValues,
} from "../../../src/policy";
import { decidedPolicy, level, ownBook, someMonth, type Options } from "../decided";

const own = (change: (values: PolicyValues) => PolicyValues): EffectivePolicy =>
  policyFor(ownBook(change(builtInValues)), someMonth);

describe("§R5b, §W4c: fines", () => {
  const fines: readonly (readonly [
    complaints: number,
    leaves: number,
    fine: number,
    review: boolean,
    options?: Options,
  ])[] = [
    [0, 0, 0, false],
    [1, 0, 50, false],
    [2, 0, 150, false],
    [3, 0, 150, true],
    [4, 0, 150, true],
    [2, 0, 100, false, { COMPLAINT_2ND: "total100" }],
    [3, 0, 350, true, { COMPLAINT_3RD_FINE: "keepDoubling" }],
    [4, 0, 750, true, { COMPLAINT_3RD_FINE: "keepDoubling" }],
    [3, 0, 150, false, { COMPLAINT_3_INCLUSIVE: "no" }],
    [4, 0, 150, true, { COMPLAINT_3_INCLUSIVE: "no" }],
    [0, 3, 30, false],
    [1, 2, 70, false],
    [1_000, 1_000, 10_150, true],
  ];
  it.each(
    fines.map((row) => [`${row[0]} complaints, ${row[1]} leaves: ${row[2]} yuan`, row] as const),
  )("%s", (_, [complaints, leaves, fine, separationReview, options]) => {
    expect(fineFor(decidedPolicy(options), complaints, leaves)).toEqual({
      kind: "fine",
      amount: fine * 100,
      separationReview,
    });
  });

  it.each([
    [-1, 0],
    [0, -1],
    [1.5, 0],
    [0, 0.5],
    [Number.NaN, 0],
    [1_001, 0],
    [0, 1_001],
  ])("%d complaints and %d leaves are no counts of a month", (complaints, leaves) => {
    expect(fineFor(decidedPolicy(), complaints, leaves)).toEqual({ kind: "badCount" });
  });

  it("up to the greatest sum, that sum included", () => {
    const upTo = (greatestFineFen: number): EffectivePolicy =>
      own((values) => ({ ...values, fines: { ...values.fines, greatestFineFen } }));
    expect(fineFor(upTo(15_000), 2, 0).kind).toBe("fine");
    expect(fineFor(upTo(14_999), 2, 0).kind).toBe("badCount");
  });

  const absences: readonly (readonly [
    minutes: number,
    approved: boolean,
    customersLost: boolean,
    violation: boolean,
    options?: Options,
  ])[] = [
    [11, false, true, true],
    [10, false, true, false],
    [10, false, true, true, { LEAVE_10: "atLeast" }],
    [9, false, true, false, { LEAVE_10: "atLeast" }],
    [11, true, true, false],
    [11, false, false, false],
    [11, false, false, true, { LEAVE_NEEDS_LOSS: "no" }],
    [11, true, false, false, { LEAVE_NEEDS_LOSS: "no" }],
  ];
  it.each(
    absences.map(
      (row) => [`${row[0]} minutes, approved ${row[1]}, customers lost ${row[2]}`, row] as const,
    ),
  )("%s", (_, [minutes, approved, customersLost, violation, options]) => {
    const leave = { minutes, approved, customersLost };
    expect(isLeaveViolation(decidedPolicy(options), leave)).toBe(violation);
  });
});

describe("§5, §2.3: the way to a level", () => {
  const policy = decidedPolicy();
  const kinds = (from: string, target: string): readonly string[] =>
    pathSteps(policy, level(policy, from), level(policy, target)).map(({ kind }) => kind);

  it.each([
    ["probation", "junior", 11, "assessment"],
    ["junior", "middle", 11, "vote"],
    ["middle", "senior", 10, "vote"],
    ["senior", "reserve", 12, "defence"],
  ])("from %s to %s: %d steps, among them %s", (from, target, count, kind) => {
    expect(kinds(from, target)).toHaveLength(count);
    expect(kinds(from, target)).toContain(kind);
  });
  it.each([
    ["junior", "senior"],
    ["middle", "junior"],
    ["middle", "middle"],
  ])("from %s to %s the policy describes none", (from, target) => {
    expect(kinds(from, target)).toEqual([]);
  });

  it.each([
    ["probation", "junior", "notASkip"],
    ["middle", "middle", "notASkip"],
    ["senior", "junior", "notASkip"],
    ["probation", "middle", "way"],
    ["junior", "senior", "way"],
    ["probation", "senior", "way"],
    ["middle", "reserve", "never"],
  ])("skipping from %s to %s: %s", (from, target, kind) => {
    expect(skipWay(policy, level(policy, from), level(policy, target)).kind).toBe(kind);
  });

  it("a skip takes its review, then the way from the level below the target", () => {
    const way = skipWay(policy, level(policy, "probation"), level(policy, "senior"));
    if (way.kind !== "way") throw new Error("Seniors may be skipped to");
    const [review, ...rest] = way.steps;
    expect(review).toEqual({
      kind: "review",
      clauses: ["§2.3"],
      label: { zh: "越级评审", en: "Review of a skip" },
      passMark: null,
      scored: false,
    });
    expect(rest).toEqual(pathSteps(policy, level(policy, "middle"), level(policy, "senior")));
  });

  it("nobody skips where the policy names no level up to which", () => {
    const without = own((values) => ({
      ...values,
      promotion: { ...values.promotion, skipLimit: "nobody" },
    }));
    expect(skipWay(without, level(without, "junior"), level(without, "senior")).kind).toBe("never");
  });
});
