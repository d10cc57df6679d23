import fc from "fast-check";
import type { Cell } from "../../src/grid";
import type { PolicyBook } from "../../src/policy";
import { judgeMonth, type JudgedMonth } from "../../src/month";
import type { ScoreSheet } from "../../src/scoresheet";
import { HEADER, TODAY, readSheet, rowsOf, type Someone } from "../findings/setup";

/** Runs a sequence to its end. */
export function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

export function judge(sheet: ScoreSheet, book: PolicyBook): JudgedMonth {
  return finish(judgeMonth({ sheet, book, today: TODAY }));
}

/** Somebody with one month: level, score and sales. */
export function oneMonth(
  id: string,
  level: string,
  score: Cell,
  sales: number,
  more = {},
): Someone {
  return { id, name: `人${id}`, level, scores: [score], sales, ...more };
}

export function monthOfPeople(...people: readonly Someone[]): ScoreSheet {
  return readSheet([HEADER, ...people.flatMap(rowsOf)]);
}

// No score that cannot be read: who is excluded in force is not judged under other options either.
const scores: fc.Arbitrary<Cell | undefined> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(50, 60, 60.5, 79.5, 80, 85, 90.5, 91, 95, 100) },
  { weight: 2, arbitrary: fc.constantFrom("产假", "病假", null, undefined, 0) },
);
const failing: fc.Arbitrary<Cell | undefined> = fc.constantFrom(50, 55, 58, 60, 70, undefined);

export const anybody: fc.Arbitrary<Someone> = fc.record({
  level: fc.constantFrom("试用", "初级", "中级", "高级", "储备主管", "经理"),
  scores: fc.oneof(
    { weight: 4, arbitrary: fc.array(scores, { minLength: 1, maxLength: 16 }) },
    { weight: 1, arbitrary: fc.array(failing, { minLength: 3, maxLength: 8 }) },
  ),
  sales: fc.constantFrom<Cell>(10_000, 30_000, 45_000, 55_000, 70_000, "三万", null),
  complaints: fc.constantFrom<Cell>(0, 1, 2, 3, 4, 1.5, "x"),
  leaves: fc.constantFrom<Cell>(0, 1, -1),
  hired: fc.constantFrom("2024-03-01", "2025-02-01"),
  since: fc.constantFrom("2024-09", "2025-01"),
});

export function sheetOf(people: readonly Someone[]): ScoreSheet {
  return monthOfPeople(...people.map((one, at) => ({ ...one, id: `P${at}`, name: `人${at}` })));
}
