import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInBook, policyFor, type PolicyValues } from "../../../src/policy";
import { fromMonthOn, setValue } from "../../../src/policy/edit";
import { toBook, type StoredDecision, type StoredPolicy } from "../../../src/policy/part";
import { formatMonth } from "../../../src/units";
import { done, month } from "./setup";

/** What a month goes by. */
function inForce(stored: StoredPolicy, at: string): unknown {
  const { options, undecided, values } = policyFor(toBook(stored), month(at));
  return { options, undecided: [...undecided].sort(), values };
}

const MONTHS = ["2025-12", "2026-01", "2026-02", "2026-03", "2026-04", "2026-05"];

const built: PolicyValues | undefined = builtInBook().versions[0]?.values;
if (built === undefined) throw new Error("No version");
const start = built;
const withSalary = (yuan: string): PolicyValues =>
  done(setValue(start, "$.levels[1].baseSalaryFen", yuan));
const VALUES = [{}, withSalary("2300"), withSalary("2400")] as const;

const starts = fc.option(fc.constantFrom(...MONTHS), { nil: undefined });
const decision: fc.Arbitrary<StoredDecision> = fc
  .record({
    choice: fc.constantFrom<readonly [string, string]>(
      ["PERF_T1_RATE", "15"],
      ["PERF_T1_RATE", "20"],
      ["SALARY_RESERVE", "3000"],
      ["SALARY_RESERVE", "30000"],
    ),
    from: starts,
  })
  .map(({ choice: [reading, option], from }) => ({
    reading,
    option,
    ...(from === undefined ? {} : { from }),
  }));
const versions = fc
  .uniqueArray(
    fc.record({ from: fc.constantFrom(...MONTHS), values: fc.constantFrom(...VALUES) }),
    {
      selector: ({ from }) => from,
      maxLength: 3,
    },
  )
  .map((list) => list.map((one) => ({ id: one.from, ...one })));
const stored: fc.Arbitrary<StoredPolicy> = fc
  .record({ decisions: fc.array(decision, { maxLength: 4 }), versions })
  .map((one) => ({
    schema: 1 as const,
    decisions: one.decisions,
    ...(one.versions.length === 0 ? {} : { versions: one.versions }),
  }));

describe("a change held back until a month", () => {
  it("leaves every earlier month as it was, and gives that month and later ones what the change says", () => {
    let told = 0;
    fc.assert(
      fc.property(stored, stored, fc.constantFrom(...MONTHS), (before, after, at) => {
        const held = fromMonthOn(before, after, month(at));
        if (held === null) return;
        told += 1;
        for (const one of MONTHS)
          expect(inForce(held, one), `${one}, from ${at}`).toEqual(
            inForce(one < at ? before : after, one),
          );
        const ids = (held.versions ?? []).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 500 },
    );
    expect(told).toBeGreaterThan(100);
  });

  const all = (option: string, from?: string): StoredPolicy => ({
    schema: 1,
    decisions: [{ reading: "PERF_T1_RATE", option, ...(from === undefined ? {} : { from }) }],
  });

  it.each<[string, StoredPolicy, StoredPolicy, StoredPolicy["decisions"] | null]>([
    ["a first decision", { schema: 1, decisions: [] }, all("20"), all("20", "2026-03").decisions],
    [
      "another one",
      all("15"),
      all("20"),
      [...all("15").decisions, ...all("20", "2026-03").decisions],
    ],
    ["one that begins later", all("15"), all("20", "2026-04"), null],
    ["undecided again", all("20"), { schema: 1, decisions: [] }, null],
    ["undecided again from that month", all("20", "2026-03"), { schema: 1, decisions: [] }, []],
  ])("%s", (_, before, after, expected) => {
    expect(fromMonthOn(before, after, month("2026-03"))?.decisions ?? null).toEqual(expected);
  });

  it("makes values of an earlier version one of its own from that month on; what else the file holds is the change's", () => {
    const before: StoredPolicy = {
      schema: 1,
      decisions: [],
      versions: [{ id: "a", from: "2026-01", name: "甲", values: withSalary("2300") }],
    };
    const after = {
      ...before,
      acknowledged: ["L1"],
      versions: [{ id: "a", from: "2026-01", name: "甲", values: withSalary("2400") }],
    };
    const held = fromMonthOn(before, after, month("2026-03"));
    expect(held?.acknowledged).toEqual(["L1"]);
    expect(held?.versions?.map(({ id, from }) => [id, from])).toEqual([
      ["a", "2026-01"],
      ["2026-03", "2026-03"],
    ]);
    expect(formatMonth(month(held?.versions?.[1]?.from ?? ""))).toBe("2026-03");
  });
});
