import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/findings";
import { formatAddress, type Cell } from "../../src/grid";
import { formatMonth } from "../../src/units";
import { HEADER, LAST, TODAY, book, readSheet, validate, type Circumstances } from "./setup";

const HEADINGS = [...HEADER, "额外奖励", "底薪", "提成", "绩效工资", "应发合计", "罚款"];
const SCORES: Cell[] = [
  85,
  91,
  95,
  70,
  50,
  80,
  90.5,
  0,
  "",
  null,
  "优秀",
  "产假",
  120,
  true,
  "#N/A",
];
const SALES: Cell[] = [0, 10_000, 19_900, 52_000, 900_000, -3, "", "三万", "#VALUE!"];
const LEVELS: Cell[] = ["初级客服", "中级客服", "新客服(试用)", "储备主管", "总监", ""];
const COUNTS: Cell[] = [0, 1, 3, 2.5, "", "多"];
const DATES: Cell[] = [null, "2025-03-10", "2025-05-01"];
const AMOUNTS: Cell[] = [0, 2200, 150, "", "待定"];
const PENDING: Cell[] = ["#BUSY!", "#GETTING_DATA", "#CONNECT!"];

const of = (cells: readonly Cell[]): fc.Arbitrary<Cell> => fc.constantFrom(...cells);

/** Three people over six months, now and then a month twice, without a month or without a name. */
const rows: fc.Arbitrary<Cell[][]> = fc
  .array(
    fc.tuple(
      fc.constantFrom<Cell>("A01", "A01", "A02", "A03", ""),
      fc.constantFrom<Cell>("王芳", "李娜", ""),
      fc.oneof(
        {
          weight: 9,
          arbitrary: fc
            .integer({ min: 0, max: 5 })
            .map((back): Cell => formatMonth((LAST - back) as typeof LAST)),
        },
        { weight: 1, arbitrary: of(["", "六月", "2025-13", "2025-09"]) },
      ),
      of(LEVELS),
      of(SCORES),
      of(SALES),
      of(COUNTS),
      of(COUNTS),
      of(DATES),
      of(DATES),
      of(AMOUNTS),
      of(AMOUNTS),
      of(AMOUNTS),
      of(AMOUNTS),
      of(AMOUNTS),
      of([0, 50, ""]),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((all) => all.map((row) => [...row]));

const marks = fc.array(fc.tuple(fc.nat(20), fc.nat(HEADINGS.length - 1), of(PENDING)), {
  minLength: 1,
  maxLength: 4,
});

/** The rows with some cells pending. */
function withPending(
  all: readonly Cell[][],
  at: readonly (readonly [number, number, Cell])[],
): Cell[][] {
  const copy = all.map((row) => [...row]);
  for (const [row, column, cell] of at) {
    const cells = copy[row % copy.length];
    if (cells !== undefined) cells[column] = cell;
  }
  return copy;
}

/** What a finding is about, without its figures. */
const keyOf = ({ code, cell, person, month }: Finding): string =>
  [code, cell === null ? "-" : formatAddress(cell), person?.key ?? "-", month ?? "-"].join(" ");

const given: Circumstances = {
  today: TODAY,
  asOf: formatMonth(LAST),
  book: book({}, ["SALARY_RESERVE", "SCORE_80"]),
};

describe("cells that Excel has not calculated", () => {
  test("raise no finding but F-CALC-01, whatever they come to", () => {
    fc.assert(
      fc.property(rows, marks, (all, at) => {
        const told = validate(readSheet([HEADINGS, ...withPending(all, at)]), given).findings;
        const known = new Set(validate(readSheet([HEADINGS, ...all]), given).findings.map(keyOf));
        const extra = told.filter(
          (finding) => finding.code !== "F-CALC-01" && !known.has(keyOf(finding)),
        );
        expect(extra.map(keyOf)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("nobody who waits for them is judged otherwise than once they are there", () => {
    const standing = (cells: Cell[][]) =>
      new Map(
        validate(readSheet([HEADINGS, ...cells]), given).people.map(({ person, verdict }) => [
          person.key,
          verdict?.kind === "judged" ? `${verdict.target.id} ${verdict.status}` : null,
        ]),
      );
    fc.assert(
      fc.property(rows, marks, (all, at) => {
        const now = standing(withPending(all, at));
        const then = standing(all);
        for (const [key, status] of now) if (status !== null) expect(then.get(key)).toBe(status);
      }),
      { numRuns: 500 },
    );
  });
});
