import type { Cell } from "../../../src/grid";
import { HEADER, ledger, readSheet, rowsOf } from "../setup";
import type { CaseTable } from "./types";

const PAID = [...HEADER, "底薪", "提成"];
const paid = (...rows: readonly (readonly Cell[])[]) =>
  readSheet([
    PAID,
    ...rowsOf({ scores: [85, 86] }).map((row, at) => [...row, ...(rows[at] ?? [])]),
  ]);

export const cellsNotCalculated: CaseTable<"F-CALC-01"> = {
  code: "F-CALC-01",
  speaks: [
    { when: "a score is busy", sheet: ledger({ scores: [85, "#BUSY!"] }), at: ["info E3 -"] },
    {
      when: "sales wait for data and a level for a connection: once, at the first",
      sheet: ledger({
        scores: [85, 86],
        sales: ["#GETTING_DATA", 1],
        level: ["初级客服", "#CONNECT!"],
      }),
      at: ["info F2 -"],
    },
    {
      when: "a 工号 is busy, so that nobody knows whose row it is",
      sheet: ledger({ id: "#BUSY!", scores: [85] }),
      at: ["info A2 -"],
    },
    {
      when: "amounts of pay are",
      sheet: paid([2200, "#BUSY!"], ["#BUSY!", "#BUSY!"]),
      at: ["info L2 -"],
    },
    {
      when: "a month of a wide sheet is",
      sheet: readSheet([
        ["工号", "姓名", "级别", "2025年5月", "2025年6月"],
        ["A01", "王芳", "初级客服", 85, "#BUSY!"],
        ["A02", "李娜", "初级客服", "#BUSY!", 85],
      ]),
      at: ["info E2 -"],
    },
  ],
  silent: [
    { when: "all cells are calculated", sheet: ledger({ scores: [85] }) },
    {
      when: "an error is one for good",
      sheet: ledger({ scores: ["#N/A", "#NAME?", "#DIV/0!", "#VALUE!"] }),
    },
    {
      when: "the row is a sum, of which nothing is read",
      sheet: readSheet([HEADER, ...rowsOf({ scores: [85] }), ["合计", "", "", "", "#BUSY!"]]),
    },
    {
      when: "the column is one that nothing is read of",
      sheet: readSheet([
        [...HEADER, "备注"],
        ...rowsOf({ scores: [85] }).map((row) => [...row, "#BUSY!"]),
      ]),
    },
  ],
};
