import { ledger, readSheet, rowsOf, HEADER } from "../setup";
import type { Cell } from "../../../src/grid";
import type { CaseTable } from "./types";

const wide = (...scores: readonly Cell[]) =>
  readSheet([
    ["工号", "姓名", "级别", "2025-03", "2025-04", "2025-05", "2025-06"],
    ["A01", "王芳", "初级", ...scores],
    ["A02", "李娜", "初级", 70, 70, 70, 70],
    ["A03", "张敏", "初级", 70, 70, 70, 70],
  ]);

export const interiorMonthMissing: CaseTable<"F-MIS-01"> = {
  code: "F-MIS-01",
  speaks: [
    {
      when: "a month has no row",
      sheet: ledger({ scores: [85, undefined, 85] }),
      at: ["warning B3 2025-05"],
    },
    {
      when: "a row has no score",
      sheet: ledger({ scores: [85, null, 85] }),
      at: ["warning E3 2025-05"],
    },
    {
      when: "two months are missing: one finding each",
      sheet: ledger({ scores: [85, undefined, null, 85] }),
      at: ["warning B4 2025-04", "warning E3 2025-05"],
    },
    {
      when: "a cell of a wide row is blank",
      sheet: wide(85, null, 85, 85),
      at: ["warning E2 2025-04"],
    },
    {
      when: "the month before the as-of month is missing",
      sheet: ledger({ scores: [85, 85, undefined, 85] }),
      at: ["warning B4 2025-05"],
    },
  ],
  silent: [
    { when: "every month is scored", sheet: ledger({ scores: [85, 85, 85] }) },
    { when: "the cell holds a reason", sheet: ledger({ scores: [85, "病假", 85] }) },
    { when: "the cell holds statutory leave", sheet: ledger({ scores: [85, "产假", 85] }) },
    { when: "the cell holds a zero", sheet: ledger({ scores: [85, 0, 85] }) },
    { when: "the cell holds something unreadable", sheet: ledger({ scores: [85, "优秀", 85] }) },
    { when: "a leading month is blank", sheet: ledger({ scores: [null, 85, 85] }) },
    { when: "the as-of month is missing", sheet: ledger({ scores: [85, 85, null] }) },
    { when: "the person has left", sheet: ledger({ scores: [85, undefined, 85, null, null] }) },
  ],
};

export const asOfMonthMissing: CaseTable<"F-MIS-02"> = {
  code: "F-MIS-02",
  speaks: [
    {
      when: "no row",
      sheet: ledger({ scores: [85, 85], until: "2025-05" }),
      at: ["warning B3 2025-06"],
    },
    {
      when: "no score in the row",
      sheet: ledger({ scores: [85, 85, null] }),
      at: ["warning E4 2025-06"],
    },
    {
      when: "a blank cell of a wide row",
      sheet: wide(85, 85, 85, null),
      at: ["warning G2 2025-06"],
    },
  ],
  silent: [
    { when: "the score is there", sheet: ledger({ scores: [85, 85] }) },
    { when: "a reason is there", sheet: ledger({ scores: [85, "休假"] }) },
    { when: "a zero is there", sheet: ledger({ scores: [85, 0] }) },
    { when: "something unreadable is there", sheet: ledger({ scores: [85, "优秀"] }) },
    { when: "the month before is missing as well", sheet: ledger({ scores: [85, null, null] }) },
    {
      when: "HR chose the month before",
      sheet: ledger({ scores: [85, 85, null] }),
      given: { asOf: "2025-05" },
    },
  ],
};

const begun = (count: number, hired: Cell = null) =>
  readSheet([HEADER, ...rowsOf({ scores: Array<Cell>(count).fill(70), hired })]);

export const recordTooShort: CaseTable<"F-MIS-03"> = {
  code: "F-MIS-03",
  speaks: [
    { when: "eleven months, where a rule looks at twelve", sheet: begun(11), at: ["info - -"] },
    {
      when: "somebody is known to have been there earlier",
      sheet: begun(11, "2024-03-01"),
      at: ["info - -", "info B12 -"],
    },
    {
      when: "somebody came with the sheet's first month",
      sheet: begun(11, "2024-08-15"),
      at: ["info - -"],
    },
  ],
  silent: [
    { when: "twelve months", sheet: begun(12, "2020-01-01") },
    { when: "thirteen months", sheet: begun(13) },
  ],
};
