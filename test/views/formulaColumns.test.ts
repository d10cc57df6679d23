import { describe, expect, test } from "vitest";
import type { Cell } from "../../src/grid";
import { formulaColumn, type FormulaColumnKind } from "../../src/views";
import { month, readSheet } from "../findings/setup";

const LONG: Cell[][] = [
  ["工号", "姓名", "月份", "级别", "绩效分数", "销售额", "额外奖励"],
  ["A01", "林晓", "2025-05", "初级客服", 85, 31_000, 0],
  ["A01", "林晓", "2025-06", "初级客服", 86, 32_000, 0],
  ["A02", "周敏", "2025-06", "中级客服", 91, 45_000, 100],
];
const WIDE: Cell[][] = [
  ["工号", "姓名", "级别", "2025-04", "2025-05", "2025-06"],
  ["A01", "林晓", "初级客服", 85, 86, 87],
];

const column = (rows: Cell[][], kind: FormulaColumnKind) =>
  formulaColumn(kind, readSheet(rows), month("2025-06"));

describe("a long sheet", () => {
  test.each<[FormulaColumnKind, string]>([
    ["commission", '=IF(F2="","",CS.COMMISSION(F2,C2))'],
    ["performance", '=IF(E2="","",CS.PERFPAY(E2,D2,C2))'],
    ["gross", '=IF(D2="","",CS.PAY(D2,F2,E2,G2,C2))'],
  ])("%s goes beside every row, blanks asked for first", (kind, first) => {
    const found = column(LONG, kind);
    if (found.kind !== "formulas") throw new Error(found.kind);
    expect(found.rows.map(({ row }) => row)).toEqual([1, 2, 3]);
    expect(found.rows[0]?.formula).toBe(first);
  });

  test("promotion stands once a person, in the newest row up to the month", () => {
    const found = column(LONG, "promotion");
    if (found.kind !== "formulas") throw new Error(found.kind);
    expect(found.rows).toEqual([
      {
        row: 2,
        formula: '=IF(D3="","",CS.ELIGIBLE(CS.HISTORY(A3,$A$2:$A$4,$C$2:$C$4,$E$2:$E$4),D3))',
      },
      {
        row: 3,
        formula: '=IF(D4="","",CS.ELIGIBLE(CS.HISTORY(A4,$A$2:$A$4,$C$2:$C$4,$E$2:$E$4),D4))',
      },
    ]);
  });

  test("says which columns it would need", () => {
    const bare = LONG.map((row) => row.slice(0, 3).concat(row.slice(4, 5)));
    expect(column(bare, "gross")).toEqual({
      kind: "lacks",
      lack: { kind: "columns", fields: ["level", "sales"] },
    });
  });
});

describe("a wide sheet", () => {
  test.each<[FormulaColumnKind, string]>([
    ["promotion", '=IF(C2="","",CS.ELIGIBLE(D2:F2,C2))'],
    ["risk", '=IF(C2="","",CS.RISK(D2:F2,C2))'],
  ])("%s reads the months of the row", (kind, formula) => {
    expect(column(WIDE, kind)).toEqual({ kind: "formulas", rows: [{ row: 1, formula }] });
  });

  test("whose months run from new to old, or have a column between, cannot be a range", () => {
    const falling = WIDE.map(([id = "", name = "", level = "", ...months]) => [
      id,
      name,
      level,
      ...months.reverse(),
    ]);
    const apart = WIDE.map((row, index) => row.toSpliced(5, 0, index === 0 ? "平均" : 85.5));
    for (const rows of [falling, apart])
      expect(column(rows, "risk")).toEqual({ kind: "lacks", lack: { kind: "monthsApart" } });
  });
});
