import { HEADER, ledger, readSheet, rowsOf } from "../setup";
import type { CaseTable } from "./types";

const steady = [85, 85, 85, 85];

export const employeeMissing: CaseTable<"F-EMP-01"> = {
  code: "F-EMP-01",
  speaks: [
    {
      when: "a row with a score names nobody",
      sheet: ledger({ scores: steady }, { id: null, name: null, scores: [83] }),
      at: ["error B6 2025-06"],
    },
    {
      when: "a row with sales names nobody",
      sheet: ledger({ id: null, name: "  ", scores: [null], sales: 30_000 }),
      at: ["error B2 2025-06"],
    },
    {
      when: "there are no names, and a row lacks its 工号",
      sheet: readSheet([
        HEADER.filter((heading) => heading !== "姓名"),
        ...rowsOf({ id: null, scores: [85] }).map((row) => row.filter((_, i) => i !== 1)),
      ]),
      at: ["error A2 2025-06"],
    },
  ],
  silent: [
    { when: "a name is enough", sheet: ledger({ id: null, scores: steady }) },
    { when: "a 工号 is enough", sheet: ledger({ name: null, scores: steady }) },
    {
      when: "a row prepared for later says nothing yet",
      sheet: ledger({ id: null, name: null, scores: [null], sales: null }),
    },
    {
      when: "the row is later than the as-of month",
      sheet: ledger({ scores: [85, 85] }, { id: null, name: null, scores: [83] }),
      given: { asOf: "2025-05" },
    },
  ],
};

export const namesake: CaseTable<"F-EMP-02"> = {
  code: "F-EMP-02",
  speaks: [
    {
      when: "two people have one name: each is shown in the lowest row",
      sheet: ledger({ id: "A01", scores: [85, 85] }, { id: "A02", scores: [86, 86] }),
      at: ["warning B3 -", "warning B5 -"],
    },
    {
      when: "some rows of a name lack the 工号",
      sheet: ledger({ id: "A01", scores: [85, 85] }, { id: null, scores: [86] }),
      at: ["warning B3 -", "warning B4 -"],
    },
    {
      when: "the names differ by a space only",
      sheet: ledger({ id: "A01", scores: [85] }, { id: "A02", name: "王 芳", scores: [86] }),
      at: ["warning B2 -", "warning B3 -"],
    },
  ],
  silent: [
    {
      when: "the names differ",
      sheet: ledger({ id: "A01", scores: [85] }, { id: "A02", name: "王方", scores: [86] }),
    },
    {
      when: "nobody has a 工号, so one name is one person",
      sheet: ledger({ id: null, scores: [85, 86] }),
    },
    {
      when: "two people have no name",
      sheet: ledger({ name: null, scores: [85] }, { id: "A02", name: null, scores: [86] }),
    },
  ],
};

const renamed = (name: string) =>
  ledger(
    { scores: [85], until: "2025-04" },
    { name, scores: [85], until: "2025-05" },
    { scores: [85] },
  );

export const nameVaries: CaseTable<"F-EMP-03"> = {
  code: "F-EMP-03",
  speaks: [
    {
      when: "one 工号 has two names",
      sheet: ledger({ scores: [85], until: "2025-05" }, { name: "王方", scores: [85] }),
      at: ["warning B3 -"],
    },
    { when: "a name is padded", sheet: renamed("王 芳"), at: ["warning B3 -"] },
    { when: "a name ends in a space", sheet: renamed("王芳 "), at: ["warning B3 -"] },
    {
      when: "a name is padded with a full-width space",
      sheet: renamed("王　芳"),
      at: ["warning B3 -"],
    },
    {
      when: "a 工号 is full-width: it is still the same person",
      sheet: ledger({ id: "Ａ０１", scores: [85], until: "2025-05" }, { scores: [85] }),
      at: ["warning A2 -"],
    },
    {
      when: "several rows are padded: the lowest is shown",
      sheet: ledger({ name: " 王芳", scores: [85, 85, 85] }),
      at: ["warning B4 -"],
    },
  ],
  silent: [
    { when: "name and 工号 agree", sheet: ledger({ scores: [85, 85] }) },
    { when: "a Latin name has its space", sheet: ledger({ name: "Li Na", scores: [85, 85] }) },
    {
      when: "brackets are full-width, as Chinese is written",
      sheet: ledger({ name: "王芳（大）", scores: [85] }),
    },
    { when: "a 工号 is a number", sheet: ledger({ id: 1001, scores: [85, 85] }) },
    {
      when: "a row leaves the name out",
      sheet: ledger({ name: null, scores: [85], until: "2025-05" }, { scores: [85] }),
    },
  ],
};

export const noLongerScored: CaseTable<"F-EMP-04"> = {
  code: "F-EMP-04",
  speaks: [
    {
      when: "two months have passed without a row",
      sheet: ledger({ scores: [85, 85], until: "2025-04" }),
      at: ["info B3 2025-06"],
    },
    {
      when: "the two months are blank",
      sheet: ledger({ scores: [85, 85, null, null] }),
      at: ["info B5 2025-06"],
    },
    {
      when: "two zeros wait for confirmation",
      sheet: ledger({ scores: [85, 0, 0] }),
      at: ["info B4 2025-06"],
    },
    {
      when: "nobody ever scored the person",
      sheet: ledger({ scores: [null] }),
      at: ["info B2 2025-06"],
    },
    {
      when: "HR chose a later month",
      sheet: ledger({ scores: [85, 85] }),
      given: { asOf: "2025-08" },
      at: ["info B3 2025-08", "info B15 2025-08"],
    },
  ],
  silent: [
    {
      when: "the two months hold a dash: a reason says that somebody is there (5.5)",
      sheet: ledger({ scores: [85, "-", "-"] }),
    },
    {
      when: "both months are statutory leave",
      sheet: ledger({ scores: [85, "产假", "产假"] }),
    },
    {
      when: "only the as-of month is missing",
      sheet: ledger({ scores: [85, 85], until: "2025-05" }),
    },
    { when: "only the month before is missing", sheet: ledger({ scores: [85, undefined, 85] }) },
    {
      when: "what is in the as-of month cannot be read",
      sheet: ledger({ scores: [85, null, "优秀"] }),
    },
    {
      when: "one of the two months is statutory leave, the other is scored",
      sheet: ledger({ scores: [85, 85, "产假"] }),
    },
    {
      when: "HR chose an earlier month",
      sheet: ledger({ scores: [85, 85], until: "2025-04" }),
      given: { asOf: "2025-05" },
    },
  ],
};
