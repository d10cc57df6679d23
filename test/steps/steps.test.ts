import { describe, expect, test } from "vitest";
import { mapSteps, runToEnd, yieldsAt } from "../../src/steps";

function* counting(steps: number): Generator<number, string> {
  for (let step = 1; step <= steps; step += 1) yield step;
  return `${steps} steps`;
}

describe("steps", () => {
  test.each([0, 1, 3])("of %i are told otherwise, one for one, and come to the same", (count) => {
    const told: string[] = [];
    const steps = mapSteps(counting(count), (step) => `step ${step}`);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) told.push(step.value);
    expect(told).toEqual(["step 1", "step 2", "step 3"].slice(0, count));
    expect(step.value).toBe(`${count} steps`);
  });

  test("of rows are yielded at the first and every few rows, so that no row is far from a pause", () => {
    const rows = Array.from({ length: 1_000 }, (_, row) => row).filter(yieldsAt);
    expect(rows[0]).toBe(0);
    const gaps = rows.slice(1).map((row, index) => row - (rows[index] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(20);
    expect(Math.min(...gaps)).toBeGreaterThan(1);
  });

  test("are taken only when they are asked for", () => {
    let taken = 0;
    const steps = mapSteps(counting(3), () => (taken += 1));
    expect(taken).toBe(0);
    steps.next();
    expect(taken).toBe(1);
  });

  test("run to their end come to what they return", () => {
    expect(runToEnd(counting(3))).toBe("3 steps");
  });

  test("hand on what they throw", () => {
    const failing = function* (): Generator<number, never> {
      yield 1;
      throw new RangeError("no such month");
    };
    expect(() => runToEnd(failing())).toThrow("no such month");
    expect(() => runToEnd(mapSteps(failing(), String))).toThrow("no such month");
  });
});
