import { HEADER, ledger, readSheet, rowsOf, type Circumstances } from "../setup";
import type { SheetDisplay } from "../../../src/scoresheet";
import type { CaseTable } from "./types";

const months = ["2025年3月", "2025年4月", "2025年5月", "2025年6月"];
const wide = (...headings: readonly string[]) =>
  readSheet([
    ["工号", "姓名", "级别", ...headings],
    ["A01", "王芳", "初级客服", ...headings.map(() => 85)],
    ["A02", "李娜", "初级客服", ...headings.map(() => 86)],
  ]);
const withHeader = (change: (heading: string) => string | null) =>
  readSheet([HEADER.map(change), ...rowsOf({ scores: [85, 85, 85, 85] })]);

export const columnMissing: CaseTable<"F-HDR-01"> = {
  code: "F-HDR-01",
  speaks: [
    {
      when: "the score column has an unknown heading",
      sheet: withHeader((heading) => (heading === "绩效分数" ? "本期" : heading)),
      at: ["error - -"],
    },
    {
      when: "nobody's name or 工号 has a heading",
      sheet: withHeader((heading) => (["工号", "姓名"].includes(heading) ? null : heading)),
      at: ["error - -"],
    },
  ],
  silent: [
    { when: "all columns are there", sheet: ledger({ scores: [85] }) },
    {
      when: "a synonym heads the column",
      sheet: withHeader((heading) => (heading === "绩效分数" ? "考核得分" : heading)),
    },
    {
      when: "sales and level have no column: they are not required",
      sheet: withHeader((heading) => (["销售额", "级别"].includes(heading) ? null : heading)),
    },
    {
      when: "names are enough to know people",
      sheet: withHeader((heading) => (heading === "工号" ? null : heading)),
    },
  ],
};

export const columnTwice: CaseTable<"F-HDR-02"> = {
  code: "F-HDR-02",
  speaks: [
    {
      when: "two columns have the same exact name",
      sheet: withHeader((heading) => (heading === "离岗次数" ? "绩效分数" : heading)),
      at: ["error H1 -"],
    },
  ],
  silent: [
    {
      when: "the exact name beats a synonym",
      sheet: withHeader((heading) => (heading === "离岗次数" ? "考核得分" : heading)),
    },
    { when: "every field has one column", sheet: ledger({ scores: [85] }) },
  ],
};

export const monthHeaderWithoutYear: CaseTable<"F-HDR-03"> = {
  code: "F-HDR-03",
  speaks: [
    {
      when: "no month heading names a year",
      sheet: wide("3月", "4月", "5月", "6月"),
      at: ["error D1 -"],
    },
    {
      when: "most rows of a long sheet name no year: told once",
      sheet: readSheet([
        ["姓名", "月份", "级别", "绩效分数"],
        ["王芳", "5月", "初级", 85],
        ["王芳", "6月", "初级", 86],
      ]),
      at: ["error B1 -"],
    },
    {
      when: "a title and a label name different months",
      sheet: readSheet([
        ["客服部2025年5月绩效考核表"],
        ["考核月份：2025年6月"],
        ["姓名", "级别", "绩效分数"],
        ["王芳", "初级", 85],
      ]),
      at: ["error A2 -"],
    },
    {
      when: "the months are written in words",
      sheet: wide("十一月", "十二月", "一月", "二月"),
      at: ["error D1 -"],
    },
    {
      when: "the months are written in English, the latest first",
      sheet: wide("Feb", "Jan", "Dec", "Nov"),
      at: ["error D1 -"],
    },
    {
      when: "the digits are full-width, with an average between the months",
      sheet: wide("３月", "４月", "平均", "５月"),
      at: ["error D1 -"],
    },
  ],
  silent: [
    { when: "every heading names its year", sheet: wide(...months) },
    { when: "the first heading names the year", sheet: wide("2025年3月", "4月", "5月", "6月") },
    {
      when: "the first heading names the year, and December comes before January",
      sheet: wide("2024年11月", "12月", "1月", "2月"),
    },
    {
      when: "the first heading names the year, the latest month first",
      sheet: wide("2025年2月", "1月", "12月", "11月"),
    },
  ],
};

export const monthHeaderUnusable: CaseTable<"F-HDR-04"> = {
  code: "F-HDR-04",
  speaks: [
    {
      when: "one month stands twice",
      sheet: wide("2025年3月", "2025年4月", "2025-04", "2025年6月"),
      at: ["error F1 -"],
    },
    {
      when: "there is no thirteenth month",
      sheet: wide("2025年3月", "2025年4月", "2025年13月", "2025年6月"),
      at: ["error F1 -"],
    },
  ],
  silent: [
    {
      when: "the months are spelled differently",
      sheet: wide("2025年3月", "2025-04", "2025/5", "202506"),
    },
    {
      when: "a column between months is an average",
      sheet: wide("2025年3月", "平均", "2025年5月"),
    },
  ],
};

const display = (change: Partial<SheetDisplay>): Circumstances => ({
  display: { hiddenRows: 0, merged: [], shown: () => undefined, ...change },
});
const merged = (row: number, column: number) => ({
  cell: { sheet: { id: "{1}", name: "成绩" }, row, column },
  rows: 2,
  columns: 1,
});

export const rowsHidden: CaseTable<"F-HDR-05"> = {
  code: "F-HDR-05",
  speaks: [
    {
      when: "one row is hidden",
      sheet: ledger({ scores: [85] }),
      given: display({ hiddenRows: 1 }),
      at: ["info - -"],
    },
    {
      when: "some are, nobody can tell how many",
      sheet: ledger({ scores: [85] }),
      given: display({ hiddenRows: null }),
      at: ["info - -"],
    },
  ],
  silent: [{ when: "everything is seen", sheet: ledger({ scores: [85] }), given: display({}) }],
};

export const cellsMerged: CaseTable<"F-HDR-06"> = {
  code: "F-HDR-06",
  speaks: [
    {
      when: "two cells are one",
      sheet: ledger({ scores: [85, 85] }),
      given: display({ merged: [merged(1, 1)] }),
      at: ["warning B2 -"],
    },
    {
      when: "each is told",
      sheet: ledger({ scores: [85, 85] }),
      given: display({ merged: [merged(1, 0), merged(1, 1)] }),
      at: ["warning A2 -", "warning B2 -"],
    },
  ],
  silent: [
    { when: "none are merged", sheet: ledger({ scores: [85] }), given: display({}) },
    {
      when: "the title of a team is merged over its row",
      sheet: readSheet([HEADER, ["售前白班组"], ...rowsOf({ scores: [85] })]),
      given: display({ merged: [{ ...merged(1, 0), rows: 1, columns: 10 }] }),
    },
  ],
};
