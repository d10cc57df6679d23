import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeMonth, type MonthInput } from "../../src/month";
import { readings } from "../../src/policy";
import {
  monthReport,
  payMonth,
  promotionMonth,
  readingEffect,
  ReportMemory,
} from "../../src/views";
import type { Person } from "../../src/scoresheet";
import { book, TODAY } from "../findings/setup";
import { anybody, finish, sheetOf } from "./people";

/** Whatever validating has worked out is taken over by the other pages: it must be what they would find themselves. */

const departments = fc
  .array(fc.record({ one: anybody, left: fc.boolean() }), { minLength: 1, maxLength: 6 })
  .map((people): MonthInput => ({
    sheet: sheetOf(people.map(({ one }) => one)),
    book: book({}, [
      "SALARY_RESERVE",
      "PERF_T1_RATE",
      "SCORE_80",
      "COMPLAINT_2ND",
      "MISSING_MONTH",
    ]),
    today: TODAY,
    hasLeft: ({ employeeId }: Person) => people[Number(employeeId.slice(1))]?.left === true,
  }));

describe("after validating", () => {
  it("each reading's effect is the one that is found without", () => {
    fc.assert(
      fc.property(departments, (input) => {
        const alone = finish(judgeMonth(input));
        const memory = new ReportMemory();
        const validated = finish(judgeMonth(input, memory));
        finish(monthReport(validated, memory));
        for (const { id } of readings)
          expect(finish(readingEffect(validated, id))).toEqual(finish(readingEffect(alone, id)));
      }),
      { numRuns: 40 },
    );
  });

  it("the payroll with its findings and everybody's promotion are those that are found without", () => {
    fc.assert(
      fc.property(departments, (input) => {
        const alone = finish(judgeMonth(input));
        const memory = new ReportMemory();
        const validated = finish(judgeMonth(input, memory));
        const report = finish(monthReport(validated, memory));
        expect(finish(payMonth(validated, report))).toEqual(finish(payMonth(alone)));
        expect(finish(promotionMonth(validated, report)).people.map(({ row }) => row)).toEqual(
          finish(promotionMonth(alone)).people.map(({ row }) => row),
        );
      }),
      { numRuns: 60 },
    );
  });
});
