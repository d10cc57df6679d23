import { describe, expect, test } from "vitest";
import type { Area, Cell, Grid } from "../../src/grid";
import type { Gateway } from "../../src/tasks";
import { calculatedValue, readCalculated } from "../../src/tasks/month/readCalculated";

describe("#NAME? beside its formula", () => {
  test.each<[string, Cell]>([
    ["=CS.COMMISSION(F4)", "#BUSY!"],
    ["=cs.commission(F4)", "#BUSY!"],
    ["=_xldudf_CS_COMMISSION(F4)", "#BUSY!"],
    ["=_xlfn._xldudf_CS_PAY(A1,B1,C1)", "#BUSY!"],
    ["=_xlfn.CS.PAY(A1,B1,C1)", "#BUSY!"],
    ['=IFERROR(CS.TIER(E4),"")+1', "#BUSY!"],
    ["=SUM(F4)", "#NAME?"],
    ["=COMISSION(F4)", "#NAME?"],
    ["=CSV.READ(F4)", "#NAME?"],
    ['="CS.TIER(E4)"&X', "#NAME?"],
    ["#NAME?", "#NAME?"],
  ])("%s is %s", (formula, value) => {
    expect(calculatedValue("#NAME?", formula)).toBe(value);
  });

  test("other values stay, whatever the formula", () => {
    for (const value of [85, "", "#N/A", "#BUSY!", true, null])
      expect(calculatedValue(value, "=CS.TIER(E4)")).toBe(value);
  });
});

/** A sheet of values whose cells hold `formula` where they are errors. */
function gatewayOf(rows: Grid["rows"], formula: (row: number) => string) {
  const asked: Area[] = [];
  const sheet = { id: "1", name: "成绩" };
  const gateway: Pick<Gateway, "readSheet" | "readAreas"> = {
    readSheet: () =>
      Promise.resolve({ sheet, firstRow: 2, firstColumn: 1, rows, isFormula: () => false }),
    readAreas: (_, areas) => {
      asked.push(...areas);
      return Promise.resolve({
        used: null,
        sheetName: sheet.name,
        areas: areas.map(({ row, rows: count }) => ({
          values: [],
          formulas: Array.from({ length: count }, (_each, down) => [formula(row + down)]),
        })),
      });
    },
  };
  return { asked, read: () => readCalculated(gateway, sheet, {}) };
}

describe("a sheet with functions that Excel does not know yet", () => {
  test("is read with them on their way, others as they are", async () => {
    const { asked, read } = gatewayOf(
      [
        ["林晓", "#NAME?", 85],
        ["周宁", "#NAME?", "#N/A"],
        ["王芳", 1, 90],
      ],
      (row) => (row === 2 ? "=CS.TIER(D3)" : "=TIERS(D4)"),
    );
    expect((await read())?.rows).toEqual([
      ["林晓", "#BUSY!", 85],
      ["周宁", "#NAME?", "#N/A"],
      ["王芳", 1, 90],
    ]);
    expect(asked).toEqual([{ row: 2, column: 2, rows: 2, columns: 1 }]);
  });

  test("without any nothing more is asked", async () => {
    const { asked, read } = gatewayOf([["林晓", "#BUSY!", 85]], () => "");
    expect((await read())?.rows).toEqual([["林晓", "#BUSY!", 85]]);
    expect(asked).toEqual([]);
  });

  test("long columns are asked for in parts", async () => {
    const rows = Array.from({ length: 25_000 }, () => ["#NAME?"]);
    const { asked, read } = gatewayOf(rows, () => "=CS.TIER(D3)");
    expect((await read())?.rows.every(([cell]) => cell === "#BUSY!")).toBe(true);
    expect(asked.map((area) => area.rows)).toEqual([10_000, 10_000, 5_000]);
  });
});
