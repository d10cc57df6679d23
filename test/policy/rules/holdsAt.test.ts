import fc from "fast-check";
import { expect, it } from "vitest";
import { prepareLine, singlePolicy } from "../../../src/policy";
import { holdsAt, reasonsAt } from "../../../src/policy/rules/ruleAt";
import { monthOf } from "../../../src/units";
import { decidedPolicy } from "../decided";
import { historyOf, type CellSketch } from "./history";

const cell: fc.Arbitrary<CellSketch> = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(55, 70, 80, 85, 91, 95) },
  { weight: 1, arbitrary: fc.constantFrom(null, "leave" as const, "?" as const) },
);

it("a rule holds exactly where no reason speaks against it", () => {
  let held = 0;
  fc.assert(
    fc.property(
      fc.array(cell, { maxLength: 20 }),
      fc.record({
        WINDOW_KIND: fc.constantFrom("rolling", "calendar", "preceding"),
        WINDOW_HISTORY: fc.constantFrom("full", "recorded"),
        JUNIOR_H: fc.constantFrom("atLeast", "exactly"),
        MIDDLE_T1_COUNT: fc.constantFrom("atLeast", "exactly"),
        CRITERIA_ROLE: fc.constantFrom("entry", "exit"),
        MISSING_MONTH: fc.constantFrom("break", "bridge"),
      }),
      (cells, options) => {
        const policy = decidedPolicy(options);
        const line = prepareLine(
          historyOf(cells, { from: monthOf(2024, 4), endsAsOf: true }),
          singlePolicy(policy),
        );
        for (const rule of policy.promotion.rules)
          for (let end = 0; end <= line.tiers.length; end += 1) {
            const holds = holdsAt(rule, line, end, policy);
            expect(holds).toBe(reasonsAt(rule, line, end, policy).length === 0);
            if (holds) held += 1;
          }
      },
    ),
    { seed: 20_261_125, numRuns: 400 },
  );
  expect(held).toBeGreaterThan(100);
});
