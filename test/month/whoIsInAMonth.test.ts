import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { payslipDocument } from "../../src/documents";
import { columnLetters, type Cell, type WrittenCell } from "../../src/grid";
import {
  judgeMonth,
  PAY_COMPONENTS,
  payrollOf,
  type JudgedMonth,
  type MonthInput,
} from "../../src/month";
import { readings, type PolicyBook } from "../../src/policy";
import type { CellOf, Person, ScoreSheet, SheetRecord } from "../../src/scoresheet";
import { formatMonth, type Fen, type Month } from "../../src/units";
import { exposureOf, monthReport, payMonth, promotionMonth, readingEffect } from "../../src/views";
import { book, month, readSheet, TODAY } from "../findings/setup";
import { table, value } from "../formulas/evaluate";
import { anybody, finish, sheetOf } from "../views/people";
import { HEADER } from "../setup/ledger";

const HEADINGS = [...HEADER, "额外奖励", "应发合计"];
/** 2025-05 is the month before, 2025-06 the month itself. */
const BEFORE = "2025-05";
const NOW = "2025-06";

type Row = readonly [when: string, score: Cell, sales?: Cell, extra?: Cell, gross?: Cell];

/** Somebody's rows beside a colleague who settles the month. */
function sheetWith(rows: readonly Row[], more: readonly (readonly Cell[])[] = []): ScoreSheet {
  const own = rows.map(([when, score, sales = null, extra = null, gross = null]) => [
    "A",
    "周敏",
    when,
    "初级客服",
    score,
    sales,
    extra,
    gross,
  ]);
  const colleague = [BEFORE, NOW].map((when) => ["Z", "同事", when, "初级客服", 70, 0, null, null]);
  return readSheet([HEADINGS, ...own, ...colleague, ...more]);
}

function judged(sheet: ScoreSheet, given: Partial<MonthInput> = {}): JudgedMonth {
  return finish(judgeMonth({ sheet, book: book(), today: TODAY, asOf: month(NOW), ...given }));
}

const hasLeft = ({ employeeId }: Person): boolean => employeeId === "A";

/** How 周敏 stands: presence, and whether the payroll has her. */
function standing(rows: readonly Row[], saidLeft = false): string {
  const { everybody } = judged(sheetWith(rows), saidLeft ? { hasLeft } : {});
  const found = everybody.find(({ ref }) => ref.employeeId === "A");
  if (found === undefined) throw new Error("Nobody is 周敏");
  return `${found.presence}${found.onPayroll ? ", paid" : ""}`;
}

describe("who is in a month (rule M2)", () => {
  it.each<[string, readonly Row[], string]>([
    ["a score in the month", [[NOW, 85]], "inMonth, paid"],
    ["a score in the month before, no row in this one", [[BEFORE, 85]], "inMonth"],
    [
      "a score in the month before, a blank row in this one",
      [
        [BEFORE, 85],
        [NOW, null],
      ],
      "inMonth, paid",
    ],
    ["a score two months before", [["2025-04", 85]], "probablyLeft"],
    [
      "a reason in the month",
      [
        ["2025-04", 85],
        [NOW, "病假"],
      ],
      "inMonth, paid",
    ],
    ["a reason in the month before", [[BEFORE, "产假"]], "inMonth"],
    ["a word that is neither score nor reason", [[NOW, "优秀"]], "inMonth, paid"],
    [
      "a 0 that nobody has confirmed",
      [
        ["2025-04", 85],
        [NOW, 0],
      ],
      "probablyLeft",
    ],
    [
      "blank rows in both months",
      [
        [BEFORE, null],
        [NOW, null],
      ],
      "probablyLeft",
    ],
    [
      "no score, but sales in the month",
      [
        ["2025-04", 85],
        [NOW, null, 30_000],
      ],
      "probablyLeft, paid",
    ],
    [
      "no score, sales of 0 typed",
      [
        ["2025-04", 85],
        [NOW, null, 0],
      ],
      "probablyLeft, paid",
    ],
    [
      "no score, but an extra award",
      [
        ["2025-04", 85],
        [NOW, null, null, 100],
      ],
      "probablyLeft, paid",
    ],
    [
      "no score, but typed pay",
      [
        ["2025-04", 85],
        [NOW, null, null, null, 2200],
      ],
      "probablyLeft, paid",
    ],
    [
      "sales in the month before only",
      [
        [BEFORE, null, 30_000],
        [NOW, null],
      ],
      "probablyLeft",
    ],
  ])("%s", (_, rows, expected) => expect(standing(rows)).toBe(expected));

  it.each<[string, readonly Row[], string]>([
    ["a score in the month: the last month is due", [[NOW, 85]], "left, paid"],
    [
      "a blank row in the month",
      [
        [BEFORE, 85],
        [NOW, null],
      ],
      "left, paid",
    ],
    ["a score in the month before, no row in this one", [[BEFORE, 85]], "left"],
    ["nothing for long", [["2025-01", 85]], "left"],
  ])("said by HR to have left, %s", (_, rows, expected) =>
    expect(standing(rows, true)).toBe(expected),
  );

  it("a row of nobody is on no list of people, and not payable", () => {
    const month = judged(
      sheetWith([[NOW, 85]], [[null, null, NOW, "初级客服", 70, 0, null, null]]),
    );
    const { nameless, people } = finish(payrollOf(month));
    expect(month.everybody).toHaveLength(2);
    expect(nameless.map(({ pay }) => pay.why.kind)).toEqual(["nameless"]);
    expect(people).toMatchObject({ inMonth: 2, onPayroll: 2 });
  });

  it("a data error of an earlier month excludes from the promotion, not from the pay", () => {
    const month = judged(
      sheetWith([
        [BEFORE, "优秀"],
        [NOW, 85, 0],
      ]),
    );
    const person = month.people.find(({ ref }) => ref.employeeId === "A");
    expect(person?.exclusion).toMatchObject({ kind: "dataError" });
    expect(finish(payMonth(month)).paid.map((entry) => entry.person.employeeId)).toContain("A");
  });

  it("a sheet of six of whom one has left and one has no score for two months says one thing everywhere", () => {
    const sheet = readSheet([
      HEADINGS,
      ...["A", "B", "C", "D"].flatMap((id) =>
        [BEFORE, NOW].map((when) => [id, `人${id}`, when, "初级客服", 85, 20_000, null, null]),
      ),
      ["E", "人E", BEFORE, "初级客服", 85, 20_000, null, null],
      ["E", "人E", NOW, "试用", null, null, null, null],
      ["F", "人F", "2025-03", "试用", 85, null, null, null],
      ["F", "人F", NOW, "试用", null, 5_000, null, null],
    ]);
    const left = ({ employeeId }: Person): boolean => employeeId === "E";
    const month = judged(sheet, { hasLeft: left });
    const pay = finish(payMonth(month));
    expect(month.people.map(({ ref }) => ref.employeeId)).toEqual(["A", "B", "C", "D"]);
    expect(pay.people).toMatchObject({ inMonth: 4, onPayroll: 6 });
    expect(pay.people.left.map(({ employeeId }) => employeeId)).toEqual(["E"]);
    expect(pay.people.probablyLeft.map(({ employeeId }) => employeeId)).toEqual(["F"]);
    // 4 × (2200 + 140 + 187) + 2 × 2200 on probation.
    expect(pay.total).toBe(1_450_800);
    expect(finish(exposureOf(month))).toMatchObject({
      payroll: 1_450_800,
      people: 4,
      // Without a score nobody can say what the two on probation would be paid under the other readings.
      notCounted: 2,
    });
  });
});

/** A department at random: people of all kinds, some of whom HR has said to have left. */
const departments = fc
  .array(fc.record({ one: anybody, left: fc.boolean() }), { minLength: 1, maxLength: 6 })
  .map((people) => ({
    sheet: sheetOf(people.map(({ one }) => one)),
    hasLeft: ({ employeeId }: Person): boolean =>
      people[Number(employeeId.slice(1))]?.left === true,
  }));

const policies = fc.constantFrom<PolicyBook>(
  book(),
  book({ FINES_NETTED: "yes" }),
  book({ SCORE_60: "undefined", SCORE_80: "undefined" }),
  book({}, ["SALARY_RESERVE", "PERF_T1_RATE", "COMMISSION_T1_FROM"]),
);

/** The arguments of CS.PAY from a row's own cells. */
function rowOf(record: SheetRecord | null, when: Month): readonly Cell[] {
  const number = ({ quantity }: CellOf<number>, unit: number): Cell =>
    quantity.kind === "value" ? quantity.value / unit : "";
  if (record === null) throw new Error("Nobody is paid without a row");
  const { level, sales, score, extra } = record;
  return [
    level.text,
    number(sales, 100),
    number(score, 1_000_000),
    number(extra, 100),
    formatMonth(when),
  ];
}

const isText = (cell: WrittenCell | undefined, text: string): boolean =>
  typeof cell === "object" && cell !== null && "text" in cell && cell.text === text;
const fenOf = (cell: WrittenCell | undefined): number =>
  typeof cell === "object" && cell !== null && "number" in cell
    ? Math.round(cell.number * 100)
    : NaN;

const totalOf = (month: JudgedMonth): Fen => finish(payrollOf(month)).total;

describe("the laws of rule M3 on random sheets", () => {
  it("the people of validating are those of promotions and of their report", () => {
    fc.assert(
      fc.property(departments, policies, ({ sheet, hasLeft: left }, by) => {
        const month = finish(judgeMonth({ sheet, book: by, today: TODAY, hasLeft: left }));
        const keys = month.people.map(({ ref }) => ref.key).sort();
        const listed = finish(monthReport(month)).people.map(({ person }) => person.key);
        const promoted = finish(promotionMonth(month)).people.map(({ row }) => row.person.key);
        expect([...listed].sort()).toEqual(keys);
        expect([...promoted].sort()).toEqual(keys);
      }),
    );
  });

  it("the payroll's total is the base of the policy page's figures, the people of the blocking lines apart", () => {
    fc.assert(
      fc.property(departments, policies, ({ sheet, hasLeft: left }, by) => {
        const month = finish(judgeMonth({ sheet, book: by, today: TODAY, hasLeft: left }));
        if (month.setting.asOf === null) return;
        const pay = finish(payMonth(month));
        const exposure = finish(exposureOf(month));
        expect(pay.total).toBe(pay.totals.net);
        expect(exposure.payroll).toBe(pay.total);
        const waiting = exposure.blocking.reduce((sum, { people }) => sum + people, 0);
        expect(exposure.people + exposure.notCounted + waiting).toBe(pay.people.onPayroll);
      }),
    );
  });

  it("each figure of a reading is the month judged anew less the month in force", () => {
    fc.assert(
      fc.property(departments, policies, ({ sheet, hasLeft: left }, by) => {
        const input = { sheet, today: TODAY, hasLeft: left };
        const month = finish(judgeMonth({ ...input, book: by }));
        if (month.setting.asOf === null) return;
        const inForce = totalOf(month);
        for (const { id } of readings)
          for (const effect of finish(readingEffect(month, id)).options) {
            const decisions = [
              ...by.decisions.filter(({ reading }) => reading !== id),
              { reading: id, option: effect.option, by: "", on: "", note: "" },
            ];
            const anew = totalOf(finish(judgeMonth({ ...input, book: { ...by, decisions } })));
            const moved = effect.difference + effect.newlyPaid.amount - effect.notPaid.amount;
            expect(moved, `${id} ${effect.option}`).toBe(effect.inForce ? 0 : anew - inForce);
          }
      }),
      { numRuns: 30 },
    );
  });

  it("the gross of the payroll is the sum of CS.PAY over the same rows", () => {
    fc.assert(
      fc.property(departments, policies, ({ sheet, hasLeft: left }, by) => {
        const month = finish(judgeMonth({ sheet, book: by, today: TODAY, hasLeft: left }));
        const { asOf } = month.setting;
        if (asOf === null) return;
        const { paid, totals } = finish(payMonth(month));
        const byFunction = paid.map(({ record }) =>
          value("PAY", rowOf(record, asOf), { policy: { kind: "book", book: by }, today: TODAY }),
        );
        const sum = byFunction.reduce<number>(
          (fenSoFar, yuan) => fenSoFar + Math.round(Number(yuan) * 100),
          0,
        );
        expect(sum).toBe(totals.gross);
      }),
    );
  });

  it("the written payslips add up to the payroll, row by row and in the total", () => {
    fc.assert(
      fc.property(departments, policies, ({ sheet, hasLeft: left }, by) => {
        const month = finish(judgeMonth({ sheet, book: by, today: TODAY, hasLeft: left }));
        const pay = finish(payMonth(month));
        const scores = { id: "1", name: "成绩" };
        const { rows } = payslipDocument({ pay, sheet: scores }, [], "zh", {
          formulas: false,
          otherReadings: false,
        });
        const heading = rows.findIndex((cells) => cells.some((cell) => isText(cell, "应发合计")));
        const gross = (rows[heading] ?? []).findIndex((cell) => isText(cell, "应发合计"));
        const paid = rows.slice(heading + 1, heading + 1 + pay.paid.length);
        const sum = paid.reduce((fenSoFar, cells) => fenSoFar + fenOf(cells[gross]), 0);
        expect(sum).toBe(pay.totals.gross);
        if (pay.paid.length === 0) return;
        // The total is a formula over exactly those rows.
        const letter = columnLetters(gross);
        expect(rows[heading + 1 + pay.paid.length]?.[gross]).toEqual({
          formula: `=SUM(${letter}${heading + 2}:${letter}${heading + 1 + pay.paid.length})`,
        });
      }),
    );
  });

  it("the payslips of CS.PAYSLIP add up to the payroll, part by part", () => {
    fc.assert(
      fc.property(departments, policies, ({ sheet, hasLeft: left }, by) => {
        const month = finish(judgeMonth({ sheet, book: by, today: TODAY, hasLeft: left }));
        const { asOf } = month.setting;
        const { paid, totals } = finish(payMonth(month));
        if (asOf === null || paid.length === 0) return;
        const rows = paid.map(({ record }) => rowOf(record, asOf));
        const columns = [0, 1, 2, 3, 4].map((at) => rows.map((cells) => [cells[at] ?? ""]));
        const slips = table("PAYSLIP", columns, {
          policy: { kind: "book", book: by },
          today: TODAY,
        });
        for (const [at, component] of PAY_COMPONENTS.entries())
          expect(
            slips.reduce((sum, cells) => sum + Math.round(Number(cells[at]) * 100), 0),
            component,
          ).toBe(totals[component]);
      }),
    );
  });
});
