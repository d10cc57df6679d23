import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { optionUnder, policyFor, readings, withOption, type ReadingId } from "../../src/policy";
import { exposureOf as exposureSteps, type Exposure } from "../../src/views";
import { sayBlockingLine, sayExposure } from "../../src/wording";
import { book, LAST, type Options } from "../findings/setup";
import { anybody, finish, judge, monthOfPeople, oneMonth, sheetOf } from "./people";

const all = readings.map(({ id }) => id);

const exposureOf = (...given: Parameters<typeof exposureSteps>): Exposure =>
  finish(exposureSteps(...given));

describe("the exposure of a month", () => {
  const sheet = monthOfPeople(
    oneMonth("A", "初级客服", 95, 55_000), // 15 % → 20 %: +104.50, commission 550 → 715: +165
    oneMonth("B", "试用", 90, 45_000), // commission 450, performance 198: +648
    oneMonth("C", "初级客服", 90.5, 0), // 199.10 → 20 % × 2200 × 0.905 = 398.20: +199.10
    oneMonth("D", "初级客服", 70, 0),
    oneMonth("E", "储备主管", 95, 60_000),
    oneMonth("F", "经理", 95, 60_000),
  );
  const rise = 10_450 + 16_500 + 64_800 + 19_910;

  it("is what the favourable readings cost more, undecided ones counting by default", () => {
    const found = exposureOf(judge(sheet, book({}, all)));
    expect(found.exposure).toBe(rise);
    expect(found.favourable - found.payroll).toBe(rise);
    // F holds no level of the policy: nobody can say what F is paid, and nobody is dropped silently (rule M2).
    expect(found).toMatchObject({ people: 4, notCounted: 1 });
  });

  it("keeps the reserve supervisor's salary out: both amounts on a line of its own", () => {
    const { blocking } = exposureOf(judge(sheet, book({}, all)));
    expect(blocking).toMatchObject([
      {
        reading: "SALARY_RESERVE",
        people: 1,
        options: [
          { option: "3000", payroll: 420_750, exposure: 14_250 },
          { option: "30000", payroll: 3_505_500, exposure: 142_500 },
        ],
      },
    ]);
    const [line] = blocking;
    expect(line === undefined ? "" : sayBlockingLine(line, "zh")).toContain("35,055.00 元");
  });

  it("counts the reserve supervisor once that is decided, with the salary on both sides", () => {
    const found = exposureOf(judge(sheet, book({ SALARY_RESERVE: "3000" })));
    expect(found.blocking).toEqual([]);
    expect(found).toMatchObject({ people: 5, exposure: rise + 14_250 });
  });

  it("is nothing where the favourable readings are decided", () => {
    const options = Object.fromEntries(
      all.map((id) => [id, id === "SALARY_RESERVE" ? "3000" : optionUnder("favourable", id)]),
    );
    expect(exposureOf(judge(sheet, book(options))).exposure).toBe(0);
  });

  it("can be negative, and is said so", () => {
    const found = exposureOf(judge(sheet, book({ SCORE_IN_PAY: "raw" })));
    expect(found.exposure).toBeLessThan(0);
    expect(sayExposure(found, "zh")).toContain("少付");
    expect(sayExposure(exposureOf(judge(sheet, book({}, all))), "zh")).toBe(
      "若都按对员工有利的口径，当月要多付 1,116.60 元（4 人）；另有 1 人的工资算不全，未计入",
    );
  });

  it("names those whose pay the readings in force refuse", () => {
    const found = exposureOf(
      judge(monthOfPeople(oneMonth("A", "初级客服", 60, 0)), book({ SCORE_60: "undefined" })),
    );
    expect(found).toMatchObject({ people: 0, notCounted: 1, exposure: 0 });
    expect(sayExposure(found, "en")).toContain(
      "1 person whose pay cannot be told on both sides is left out",
    );
  });

  it("follows a decision taken since without judging anybody again", () => {
    const choice = fc.constantFrom(
      ...readings.flatMap(({ id, options }) =>
        options.map((option): [ReadingId, string] => [id, option.id]),
      ),
    );
    fc.assert(
      fc.property(
        fc.array(anybody, { minLength: 1, maxLength: 6 }),
        choice,
        (people, [id, option]) => {
          const one = sheetOf(people);
          const before = judge(one, book({}, all));
          const decided: Options = { [id]: option };
          const after = judge(
            one,
            book(
              decided,
              all.filter((other) => other !== id),
            ),
          );
          expect(exposureOf(before, withOption(before.setting.policies.asOf, id, option))).toEqual(
            exposureOf(after),
          );
        },
      ),
      { numRuns: 60, seed: 5 },
    );
    expect(policyFor(book({}, all), LAST).undecided.size).toBe(30);
  });
});
