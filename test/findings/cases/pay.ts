import { book, ledger, readSheet, type Someone } from "../setup";
import type { Cell } from "../../../src/grid";
import type { ReadingId } from "../../../src/policy";
import { builtInBook, builtInValues, type PolicyValues } from "../../../src/policy";
import type { CaseTable } from "./types";

const PAID = ["姓名", "月份", "级别", "绩效分数", "销售额", "额外奖励"];
/** A colleague's score settles the as-of month; the row of 王芳 is row 2. */
const paid = (headings: readonly string[], ...rows: readonly (readonly Cell[])[]) =>
  readSheet([
    [...PAID, ...headings],
    ...rows,
    ["同事", "2025-06", "初级", 70, 1000, null, ...headings.map(() => null)],
  ]);
const fang = (
  level: string,
  score: Cell,
  sales: Cell,
  extra: Cell,
  ...amounts: readonly Cell[]
) => ["王芳", "2025-06", level, score, sales, extra, ...amounts];
const ALL = ["底薪", "提成", "绩效工资", "应发合计"];

/** Parts that agree, 夜班补贴 50 and 全勤奖 200, and the gross in L2 with its formula. */
const withOwn = (gross: Cell, formula: string | null) =>
  readSheet(
    [
      [...PAID, "底薪", "提成", "绩效工资", "夜班补贴", "全勤奖", "应发合计"],
      fang("初级", 85, 45_000, null, 2200, 450, 187, 50, 200, gross),
      ["同事", "2025-06", "初级", 70, 1000, null, null, null, null, null, null, null],
    ],
    null,
    formula === null ? {} : { texts: { L2: formula } },
  );

// 初级 2200, 45,000 × 1% = 450, 2200 × 10% × 85% = 187.
export const payDiffers: CaseTable<"F-PAY-01"> = {
  code: "F-PAY-01",
  speaks: [
    {
      when: "each part is a fen off",
      sheet: paid(ALL, fang("初级", 85, 45_000, 50, 2200.01, 450.01, 186.99, 2887.01)),
      at: ["error G2 2025-06", "error H2 2025-06", "error I2 2025-06", "error J2 2025-06"],
    },
    {
      when: "an amount is a word",
      sheet: paid(["提成"], fang("初级", 85, 45_000, null, "未结")),
      at: ["error G2 2025-06"],
    },
    {
      when: "a zero stands where something was earned",
      sheet: paid(["提成"], fang("初级", 85, 20_000, null, 0)),
      at: ["error G2 2025-06"],
    },
    {
      when: "commission is paid in probation",
      sheet: paid(["提成"], fang("试用", 85, 45_000, null, 450)),
      at: ["error G2 2025-06"],
    },
    {
      when: "the score is missing: base and commission are known all the same",
      sheet: paid(ALL, fang("初级", null, 45_000, null, 2400, 451, 1, 9999)),
      at: ["error G2 2025-06", "error H2 2025-06"],
    },
    {
      when: "performance pay on probation, for a 0 that counts as no score",
      sheet: paid(ALL, fang("试用", 0, 45_000, null, 2200, 0, 100, 2200)),
      at: ["error I2 2025-06"],
    },
    {
      when: "commission on probation, without a column of sales",
      sheet: readSheet([
        ["姓名", "月份", "级别", "绩效分数", "提成", "应发合计"],
        ["王芳", "2025-06", "试用", 85, 450, 2200],
      ]),
      at: ["error E2 2025-06"],
    },
    {
      when: "the level changed in the month: only a warning",
      sheet: paid(
        ["底薪"],
        ["王芳", "2025-05", "试用", 85, 0, null, 2200],
        ["王芳", "2025-06", "初级", 85, 0, null, 1100],
      ),
      at: ["warning G3 2025-06"],
    },
    {
      when: "the formula of the gross adds allowances, and still it is off",
      sheet: withOwn(3087.01, "=SUM(G2:K2)"),
      at: ["error L2 2025-06"],
    },
    {
      when: "allowances typed between the parts and the gross, and still it is off",
      sheet: withOwn(3086, null),
      at: ["error L2 2025-06"],
    },
    {
      when: "an allowance that the formula leaves out is none of the gross",
      sheet: withOwn(3087, "=SUM(G2:J2)"),
      at: ["error L2 2025-06"],
    },
    {
      when: "nobody can tell what the formula adds: only a warning",
      sheet: withOwn(3088, "=VLOOKUP(A2,表!A:F,6,0)"),
      at: ["warning L2 2025-06"],
    },
    {
      when: "fines are netted by decision and were not taken off",
      sheet: readSheet([
        [...PAID, "投诉次数", "应发合计"],
        ["王芳", "2025-06", "初级", 85, 45_000, null, 1, 2837],
      ]),
      given: { book: book({ FINES_NETTED: "yes" }) },
      at: ["error H2 2025-06"],
    },
  ],
  silent: [
    {
      when: "the month of the row cannot be read: no version of the policy is known to hold",
      sheet: paid(ALL, ["王芳", "去年12月", "初级", 85, 45_000, 50, "#VALUE!", 1, 2, 3]),
    },
    {
      when: "everything agrees to the fen",
      sheet: paid(ALL, fang("初级", 85, 45_000, 50, 2200, 450, 187, 2887)),
    },
    {
      when: "amounts are text with a unit",
      sheet: paid(ALL, fang("初级", 85, 45_000, null, "2,200元", "¥450", "187.00", " 2837 ")),
    },
    {
      when: "the amounts are blank",
      sheet: paid(ALL, fang("初级", 85, 45_000, null, null, "", null, null)),
    },
    {
      when: "half a fen rounds up: 20,015 × 0.7% = 140.105",
      sheet: paid(["提成"], fang("初级", 85, 20_015, null, 140.11)),
    },
    {
      when: "sales and score cannot be read",
      sheet: paid(["提成", "绩效工资", "应发合计"], fang("初级", "优秀", "很多", null, 1, 2, 3)),
    },
    {
      when: "an extra award below 0 has to be corrected before there is a gross",
      sheet: paid(ALL, fang("初级", 85, 45_000, -50, 2200, 450, 187, 1)),
    },
    {
      when: "on probation, too, what cannot be read is an error of its own: no gross is known",
      sheet: paid(ALL, fang("试用", 85, "很多", null, 2200, 1, 0, 1), [
        "李娜",
        "2025-06",
        "试用",
        "优秀",
        45_000,
        null,
        2200,
        0,
        1,
        1,
      ]),
    },
    {
      when: "nobody has decided the base salary",
      sheet: paid(ALL, fang("储备主管", 85, 45_000, null, 3000, 450, 1, 2)),
      given: { book: book({}, ["SALARY_RESERVE"]) },
    },
    { when: "the level is unknown", sheet: paid(ALL, fang("资深", 85, 45_000, null, 1, 2, 3, 4)) },
    ...(
      [
        ["SUM over the row", 3087, "=SUM(G2:K2)"],
        ["a sum of cells", 3087, "=G2+H2+I2+J2+K2"],
        ["a rounded sum", 3087, "=ROUND(SUM(G2:I2)+J2+K2,2)"],
        ["one allowance is left out", 2887, "=SUM(G2:I2)+J2"],
        ["absolute columns", 3087, "=SUM($G2:$K2)"],
        ["a table's own references", 3087, "=SUM(表1[@[底薪]:[全勤奖]])"],
        ["typed by hand, the allowances beside", 3087, null],
        ["a formula that cannot be followed, but right", 3087, "=VLOOKUP(A2,表!A:F,6,0)"],
      ] as const
    ).map(([what, gross, formula]) => ({
      when: `allowances of the department's own: ${what}`,
      sheet: withOwn(gross, formula),
    })),
    {
      when: "deductions that the formula takes off",
      sheet: readSheet(
        [
          [...PAID, "底薪", "提成", "绩效工资", "社保", "迟到扣款", "应发合计"],
          fang("初级", 85, 45_000, null, 2200, 450, 187, 300, 20, 2517),
        ],
        null,
        { texts: { L2: "=G2+H2+I2-J2-K2" } },
      ),
    },
    {
      when: "deductions typed beside a gross before them, and after them",
      sheet: readSheet([
        [...PAID, "底薪", "提成", "绩效工资", "社保", "应发合计"],
        ["王芳", "2025-05", "初级", 85, 45_000, null, 2200, 450, 187, 300, 2837],
        fang("初级", 85, 45_000, null, 2200, 450, 187, 300, 2537),
      ]),
    },
    {
      when: "days between the parts and the gross are no amounts",
      sheet: readSheet([
        [...PAID, "底薪", "提成", "绩效工资", "出勤天数", "应发合计"],
        fang("初级", 85, 45_000, null, 2200, 450, 187, 22, 2837),
      ]),
    },
    {
      when: "net pay is never compared",
      sheet: paid(["实发工资"], fang("初级", 85, 45_000, null, 1)),
    },
    {
      when: "there is no sales column: commission came from elsewhere",
      sheet: readSheet([
        ["姓名", "月份", "级别", "绩效分数", "提成", "应发合计"],
        ["王芳", "2025-06", "初级", 85, 450, 2837],
      ]),
    },
  ],
};

const last = (who: Partial<Someone>) => ledger({ scores: [70, 95], ...who });
const open = (...readings: readonly ReadingId[]) => ({ book: book({}, readings) });

export const rateDisputed: CaseTable<"F-PAY-02"> = {
  code: "F-PAY-02",
  speaks: [91, 95, 100].map((score) => ({
    when: `${score} while the rate is undecided`,
    sheet: last({ scores: [70, score] }),
    given: open("PERF_T1_RATE"),
    at: ["warning E3 2025-06"],
  })),
  silent: [
    { when: "the rate is decided", sheet: last({}) },
    { when: "another tier", sheet: last({ scores: [70, 90] }), given: open("PERF_T1_RATE") },
    {
      when: "90.5 counts as the second tier",
      sheet: last({ scores: [70, 90.5] }),
      given: open("PERF_T1_RATE"),
    },
    {
      when: "probation earns no performance pay",
      sheet: last({ level: "试用" }),
      given: open("PERF_T1_RATE"),
    },
    { when: "the level is unknown", sheet: last({ level: "资深" }), given: open("PERF_T1_RATE") },
  ],
};

export const salaryUndecided: CaseTable<"F-PAY-03"> = {
  code: "F-PAY-03",
  speaks: [
    {
      when: "each month of a reserve supervisor",
      sheet: last({ level: ["高级", "储备主管"] }),
      given: open("SALARY_RESERVE"),
      at: ["warning D3 2025-06"],
    },
    {
      when: "sales without a score",
      sheet: last({ level: ["高级", "储备主管"], scores: [70, "产假"] }),
      given: open("SALARY_RESERVE"),
      at: ["warning D3 2025-06"],
    },
    {
      when: "a wide row: once, at its one level",
      sheet: readSheet([
        ["姓名", "级别", "2025-05", "2025-06"],
        ["王芳", "储备主管", 85, 86],
      ]),
      given: open("SALARY_RESERVE"),
      at: ["warning B2 -"],
    },
  ],
  silent: [
    { when: "it is decided", sheet: last({ level: "储备主管" }) },
    { when: "nobody holds the level", sheet: last({}), given: open("SALARY_RESERVE") },
    {
      when: "the row has neither score nor sales",
      sheet: last({ level: ["高级", "储备主管"], scores: [70, null], sales: [1000, null] }),
      given: open("SALARY_RESERVE"),
    },
  ],
};

const trial = (score: Cell, sales: Cell) => ({
  sheet: last({ level: "试用", scores: [50, score], sales: [0, sales] }),
  given: open("PROBATION_VARIABLE"),
});

export const probationPayDisputed: CaseTable<"F-PAY-04"> = {
  code: "F-PAY-04",
  speaks: [
    { when: "a score that would be paid", ...trial(60, 0), at: ["info E3 2025-06"] },
    { when: "sales that would be paid", ...trial(50, 20_000), at: ["info E3 2025-06"] },
    { when: "sales without a score", ...trial(null, 20_000), at: ["info F3 2025-06"] },
  ],
  silent: [
    { when: "neither reaches anything", ...trial(59.99, 19_999.99) },
    { when: "it is decided", sheet: trial(85, 45_000).sheet },
    { when: "a junior", sheet: last({}), given: open("PROBATION_VARIABLE") },
    { when: "neither can be read", ...trial("优秀", "很多") },
  ],
};

export const monthNotWhole: CaseTable<"F-PAY-05"> = {
  code: "F-PAY-05",
  speaks: [
    {
      when: "the level changes",
      sheet: ledger({ scores: [85, 85, 85], level: ["试用", "初级", "初级"] }),
      at: ["warning D3 2025-05"],
    },
    {
      when: "the level began in the month by its own column",
      sheet: ledger({ scores: [85, 85], level: "中级", since: "2025-06" }),
      at: ["warning D3 2025-06"],
    },
    {
      when: "hired on the second day",
      sheet: ledger({ scores: [85, 85], hired: "2025-05-02" }),
      at: ["warning I2 2025-05"],
    },
    {
      when: "the last month of somebody who left, as HR said",
      sheet: ledger({ scores: [85, 85], until: "2025-04" }),
      given: { hasLeft: ({ employeeId }) => employeeId === "A01" },
      at: ["warning E3 2025-04"],
    },
  ],
  silent: [
    { when: "one level throughout", sheet: ledger({ scores: [85, 85] }) },
    { when: "hired on the first", sheet: ledger({ scores: [85, 85], hired: "2025-05-01" }) },
    {
      when: "hired in a month without a day",
      sheet: ledger({ scores: [85, 85], hired: "2025-05" }),
    },
    {
      when: "hired before the sheet begins",
      sheet: ledger({ scores: [85, 85], hired: "2025-03-15" }),
    },
    {
      when: "nobody has said that the person left",
      sheet: ledger({ scores: [85, 85], until: "2025-04" }),
    },
    {
      when: "another name of the same level",
      sheet: ledger({ scores: [85, 85], level: ["初级", "初级客服"] }),
    },
  ],
};

const withValues = (change: Partial<PolicyValues>) => ({
  book: {
    ...book(),
    versions: [
      {
        ...builtInBook().versions[0],
        id: "own",
        from: null,
        name: "",
        locked: false,
        values: { ...builtInValues, ...change },
      },
    ],
  },
});
const lowTrial = {
  levels: builtInValues.levels.map((level) =>
    level.id === "probation" ? { ...level, baseSalaryFen: 175_999 } : level,
  ),
};

export const salaryTooLow: CaseTable<"F-PAY-06"> = {
  code: "F-PAY-06",
  speaks: [
    {
      when: "a level that somebody holds is below the local minimum wage",
      sheet: ledger({ scores: [85], level: "中级" }),
      given: withValues({ localMinimumWageFen: 220_001 }),
      at: ["warning - -"],
    },
    {
      when: "probation earns less than four fifths of the next level",
      sheet: ledger({ scores: [85], level: "试用" }),
      given: withValues(lowTrial),
      at: ["warning - -"],
    },
  ],
  silent: [
    {
      when: "exactly the minimum wage",
      sheet: ledger({ scores: [85], level: "试用" }),
      given: withValues({ localMinimumWageFen: 220_000 }),
    },
    { when: "no minimum wage is set", sheet: ledger({ scores: [85], level: "试用" }) },
    {
      when: "nobody is on probation",
      sheet: ledger({ scores: [85] }),
      given: withValues(lowTrial),
    },
  ],
};
