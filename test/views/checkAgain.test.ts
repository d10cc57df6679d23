import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell } from "../../src/grid";
import { builtInBook } from "../../src/policy";
import { checkMonth, ReportMemory, type MonthReport } from "../../src/views";
import type { ScoreSheet } from "../../src/scoresheet";
import { HEADER, readSheet, rowsOf, TODAY } from "../findings/setup";
import { anybody, finish } from "./people";

type Rows = readonly (readonly Cell[])[];

const book = builtInBook();

function check(sheet: ScoreSheet, memory: ReportMemory | null): MonthReport {
  return finish(checkMonth({ sheet, book, today: TODAY }, memory));
}

/** The rows with one cell changed: that row is another array, all others are the same. */
function changed(rows: Rows, row: number, column: number, cell: Cell): Rows {
  return rows.map((cells, index) =>
    index === row ? cells.map((before, at) => (at === column ? cell : before)) : cells,
  );
}

const contents: fc.Arbitrary<Cell> = fc.constantFrom<Cell>(
  "",
  null,
  0,
  85,
  "85分",
  120,
  0.9,
  "产假",
  "优秀",
  "P0",
  "P1",
  "人0",
  "人1",
  " 人1",
  "合计",
  "2025-06",
  "2025-07",
  "2024-01",
  "三月",
  "中级客服",
  "储备主管",
  30_000,
  55_000,
  "2025-02-01",
);
const scores: fc.Arbitrary<Cell> = fc.constantFrom<Cell>("", 55, 80, 85, 92, "产假", 0);
const edits = fc.array(
  fc.record({ row: fc.nat(), column: fc.nat({ max: HEADER.length - 1 }), cell: contents }),
  { minLength: 1, maxLength: 3 },
);
const long = fc
  .array(anybody, { minLength: 2, maxLength: 4 })
  .map((people): Rows => [
    HEADER,
    ...people.flatMap((one, at) => rowsOf({ ...one, id: `P${at}`, name: `人${at}` })),
  ]);
const wide = fc
  .array(fc.array(scores, { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 5 })
  .map((people): Rows => [
    ["工号", "姓名", "级别", "2025-03", "2025-04", "2025-05", "2025-06"],
    ...people.map((scores, at): Cell[] => [`P${at}`, `人${at}`, "初级客服", ...scores]),
  ]);

describe("after an edit", () => {
  test.each([
    { kind: "long", sheets: long },
    { kind: "wide", sheets: wide },
  ])("checking again says what checking everything says ($kind)", ({ sheets }) => {
    fc.assert(
      fc.property(sheets, edits, (start, typed) => {
        const memory = new ReportMemory();
        let rows = start;
        let sheet = readSheet(rows);
        check(sheet, memory);
        for (const { row, column, cell } of typed) {
          rows = changed(rows, 1 + (row % (rows.length - 1)), column, cell);
          sheet = readSheet(rows, sheet);
          const [again, anew] = [check(sheet, memory), check(readSheet(rows), null)];
          expect(JSON.stringify(again)).toBe(JSON.stringify(anew));
        }
      }),
      { numRuns: 5 },
    );
  });

  const ledger: Rows = [
    HEADER,
    ...["P0", "P1", "P2"].flatMap((id) =>
      rowsOf({ id, name: `人${id}`, level: "初级", scores: [85, 88, 91], sales: 30_000 }),
    ),
  ];

  test("only the people whom it concerns are judged again", () => {
    const memory = new ReportMemory();
    const before = readSheet(ledger);
    const first = check(before, memory);
    const after = readSheet(changed(ledger, 5, 4, "优秀"), before);
    const again = check(after, memory);
    expect(after.people.map((person, at) => person === before.people[at])).toEqual([
      true,
      false,
      true,
    ]);
    const same = again.people.filter((row) => first.people.includes(row));
    expect(same.map(({ person }) => person.employeeId)).toEqual(["P0", "P2"]);
    const kept = again.findings.filter((finding) => first.findings.includes(finding));
    expect(kept.every(({ person }) => person?.employeeId !== "P1")).toBe(true);
  });

  test("an edit that moves the month judges everybody again", () => {
    const memory = new ReportMemory();
    const before = readSheet(ledger);
    const first = check(before, memory);
    const rows = [3, 6, 9].reduce((found, row) => changed(found, row, 4, ""), ledger);
    const again = check(readSheet(rows, before), memory);
    expect(first.asOf).not.toBe(again.asOf);
    expect(again.people.some((row) => first.people.includes(row))).toBe(false);
  });

  test("other headings are read anew, whatever is the same below them", () => {
    const memory = new ReportMemory();
    const before = readSheet(ledger);
    check(before, memory);
    const rows = [
      HEADER.map((heading) => (heading === "销售额" ? "备注" : heading)),
      ...ledger.slice(1),
    ];
    const after = readSheet(rows, before);
    expect(after.records.some((record) => before.records.includes(record))).toBe(false);
    expect(check(after, memory)).toEqual(check(readSheet(rows), null));
  });
});
