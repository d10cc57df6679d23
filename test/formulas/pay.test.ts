import { describe, expect, it } from "vitest";
import { builtInPolicy } from "../../src/formulas";
import { builtInBook, type PolicyBook } from "../../src/policy";
import { monthOf } from "../../src/units";
import {
  blanks,
  column,
  message,
  NA,
  row,
  runCases,
  table,
  value,
  VALUE,
  type Argument,
  type Seen,
} from "./evaluate";

const DIV0: Seen = { error: "#DIV/0!" };

describe("TIER", () => {
  runCases("TIER", [
    ["just below a limit", [59.999999], 4],
    ["on a limit", [60], 3],
    ["noise of an average below a limit", [90.9999999], 1],
    ["the least score", ["0分"], 4],
    ["just above 0", [0.000001], 4],
    ["the greatest score", [100], 1],
    ["just below the scale", [-0.000001], VALUE],
    ["just above the scale", [100.000001], VALUE],
    ["full-width digits", ["８５"], 2],
    ["a unit and spaces", [" 85 分 "], 2],
    ["text with decimals", ["90.5"], 2],
    ["a Chinese number is no score", ["八十五"], VALUE],
    ["a percentage is no score", ["85%"], VALUE],
    ["a boolean is no score", [false], VALUE],
    ["a word for not assessed is blank", ["病假"], ""],
    ["statutory leave is blank", ["产假"], ""],
    ["a single 0 is blank", [0], ""],
    ["in a range 0 is blank, 0分 is a score", [row(0, "0分", "0", 95)], [["", 4, 4, 1]]],
    [
      "a block keeps its shape",
      [
        [
          [85, 95],
          [0, "x"],
        ],
      ],
      [
        [2, 1],
        ["", VALUE],
      ],
    ],
    ["an error passes through", [{ error: "#DIV/0!" }], DIV0],
    ["an error as text passes through", ["#N/A"], NA],
    [
      "one bad cell spoils its own place only",
      [column(85, "?", 101, null)],
      [[2], [VALUE], [VALUE], [""]],
    ],
    ["a refused score", [60.5], NA, { SCORE_60: "undefined" }],
    ["a score beside the refused ones", [61], 3, { SCORE_60: "undefined" }],
    ["rounding comes first", [90.5], 1, { SCORE_ROUNDING: "integer" }],
  ]);
  it.each(blanks)("%j is blank", (blank) => expect(value("TIER", [blank])).toBe(""));

  it("says which reading refuses a score, and where to decide it, without its id", () => {
    const text = message("TIER", [80], { options: { SCORE_80: "undefined" } });
    expect(text).toContain("80分归哪一档");
    expect(text).toContain("请在任务窗格“制度”页确认");
    expect(text).not.toContain("SCORE_80");
  });
  it("says what was typed and what may stand there", () => {
    expect(message("TIER", ["八十五"])).toContain("八十五");
    expect(message("TIER", ["八十五"])).toContain("85");
    expect(message("TIER", [120])).toMatch(/120.*0 到 100/u);
    expect(message("TIER", [{ error: "#REF!" }])).toContain("#REF!");
    expect(message("TIER", [true])).toContain("TRUE");
  });
});

describe("COMMISSION", () => {
  runCases("COMMISSION", [
    ["a fen below the first threshold", [19999.99], 0],
    ["on the first threshold", [20000], 140],
    ["half a fen is rounded up", [20015], 140.11],
    ["another half fen", [30005], 270.05],
    ["noise of a sum", [29999.999999999996], 270],
    ["a fen below the top threshold", [59999.99], 600],
    ["on the top threshold", [60000], 780],
    ["negative sales earn nothing", [-100], 0],
    ["0 is 0", [0], 0],
    ["0 in a range is 0 too", [row(0, 20000)], [[0, 140]]],
    ["text with separators and unit", ["30,000元"], 270],
    ["full-width with a currency sign", ["￥３００００"], 270],
    ["misplaced separators", ["3,00,00"], VALUE],
    ["万 is not read", ["3万"], VALUE],
    ["a boolean", [true], VALUE],
    ["a word", ["无"], VALUE],
    ["beyond any sum of money", [1e300], VALUE],
    ["an error", [{ error: "#DIV/0!" }], DIV0],
    ["a column spills", [column(20000, null, "x")], [[140], [""], [VALUE]]],
    ["months along the sales", [column(20000, 20000), column(202501, "??")], [[140], [VALUE]]],
    ["one month for all", [row(20000, 30000), "2025-03"], [[140, 270]]],
    ["one amount for all months", [20000, row("2025-03", "2025年4月")], [[140, 140]]],
    ["a row does not match a column", [row(1, 2), column(202501, 202502)], VALUE],
    ["sizes differ", [column(1, 2, 3), column(202501, 202502)], VALUE],
    ["marginal", [40000], 160, { COMMISSION_MODE: "marginal" }],
    ["marginal below the first threshold", [19999], 0, { COMMISSION_MODE: "marginal" }],
    ["fixed", [45000], 400, { COMMISSION_MODE: "fixed" }],
    ["the other threshold", [55000], 715, { COMMISSION_T1_FROM: "50000" }],
  ]);
  it.each(blanks)("%j is blank", (blank) => expect(value("COMMISSION", [blank])).toBe(""));

  it.each([null, "", 0, undefined])("month %j is today's", (month) =>
    expect(value("COMMISSION", [20000, month])).toBe(140),
  );
  it.each(["3月", "Mar", "2025-13", "昨天", true, -5, "2025"])("month %j is unreadable", (month) =>
    expect(value("COMMISSION", [20000, month])).toEqual(VALUE),
  );
  it("names both shapes", () => {
    const text = message("COMMISSION", [column(1, 2, 3), row(202501, 202502)]);
    expect(text).toContain("销售额是3行1列");
    expect(text).toContain("月份是1行2列");
  });
  it("asks for the year", () =>
    expect(message("COMMISSION", [1, "3月"])).toMatch(/“3月”缺少年份/u));
});

describe("which version and which decisions", () => {
  const changed: PolicyBook = {
    ...builtInBook(),
    decisions: [
      {
        reading: "COMMISSION_T1_FROM",
        option: "50000",
        by: "",
        on: "",
        note: "",
        from: monthOf(2025, 3),
      },
    ],
  };
  const policy = { kind: "book", book: changed } as const;

  it.each([
    [202502, 550],
    [202503, 715],
    ["2025年2月", 550],
    [45717, 715], // 2025-03-01
    [45716, 550],
    [190001, 550],
  ])("in %j 55,000 yuan earn %d", (month, amount) => {
    expect(value("COMMISSION", [55000, month], { policy })).toBe(amount);
  });
  it("takes today's where there is no month", () => {
    expect(value("COMMISSION", [55000], { policy, today: monthOf(2025, 2) })).toBe(550);
    expect(value("COMMISSION", [55000], { policy, today: monthOf(2025, 3) })).toBe(715);
  });
});

describe("BASEPAY", () => {
  runCases("BASEPAY", [
    ["full-width parentheses", ["新客服（试用）"], 2200],
    ["an alias with spaces", [" 试用期 "], 2200],
    ["a compatibility form", ["⾼级"], 2800],
    ["an unknown level", ["经理"], NA],
    ["a number is no level", [3], NA],
    ["a boolean is no level", [true], NA],
    ["0 is blank", [0], ""],
    ["an error passes through", [{ error: "#NULL!" }], { error: "#NULL!" }],
    ["a column", [column("初级", "?", "")], [[2200], [NA], [""]]],
    ["a blank level beside a bad month", ["", "??"], ""],
    ["a bad month", ["初级", "??"], VALUE],
  ]);
  it.each(blanks)("%j is blank", (blank) => expect(value("BASEPAY", [blank])).toBe(""));
  it("lists the five levels", () => {
    const text = message("BASEPAY", ["经理"]);
    for (const level of ["新客服(试用)", "初级客服", "中级客服", "高级客服", "储备主管"])
      expect(text).toContain(level);
    expect(text).toContain("经理");
  });
  it("waits for the one blocking reading and blocks nothing else", () => {
    const policy = builtInPolicy();
    expect(value("BASEPAY", ["储备主管"], { policy })).toEqual(NA);
    expect(value("BASEPAY", ["高级客服"], { policy })).toBe(2800);
    expect(message("BASEPAY", ["储备主管"], { policy })).toMatch(
      /“储备主管底薪”.*请在任务窗格“制度”页确认/u,
    );
    for (const score of [0, 59, 95])
      expect(value("PERFPAY", [score, "储备"], { policy })).toEqual(NA);
    expect(table("PAYSLIP", ["储备", 20000, 95, 10], { policy })).toEqual([[NA, 140, NA, 10, NA]]);
  });
});

describe("PERFPAY", () => {
  runCases("PERFPAY", [
    ["half a fen is rounded up", [91.05, "初级"], 300.47],
    ["a single 0 is blank", [0, "初级"], NA],
    ["a single 0分 is a score", ["0分", "初级"], 0],
    ["a blank score is never 0", [null, "初级"], NA],
    ["a word for not assessed", ["病假", "初级"], NA],
    ["a blank score in probation", ["", "试用"], 0],
    [
      "a blank score in probation with variable pay",
      ["", "试用"],
      NA,
      { PROBATION_VARIABLE: "full" },
    ],
    ["an unreadable score in probation", ["优秀", "试用"], VALUE],
    ["a refused score in probation", [60, "试用"], NA, { SCORE_60: "undefined" }],
    ["a blank level with a score", [85, ""], NA],
    ["a blank level with 0", [0, 0], ""],
    ["a blank level with a word of absence", ["产假", null], ""],
    ["a blank level with a month", ["", "", 202503], NA],
    ["an unknown level comes before the score", ["优秀", "经理"], NA],
    ["an error of the level", [85, { error: "#DIV/0!" }], DIV0],
    ["in a range 0 is blank", [column(0, 95), "初级"], [[NA], [313.5]]],
    ["filled down ahead", [column(95, 0), column("初级", 0)], [[313.5], [""]]],
    ["raw scores", [75, "初级"], 8250, { SCORE_IN_PAY: "raw" }],
    ["sizes differ", [column(1, 2), row("初级", "初级")], VALUE],
  ]);
});

describe("PAY", () => {
  runCases("PAY", [
    ["blank sales count as 0", ["初级", "", 85], 2387],
    ["a blank score", ["初级", 45000, null], NA],
    ["an omitted extra and one of null", ["初级", 45000, 85, null], 2837],
    ["a negative extra", ["初级", 45000, 85, -1], VALUE],
    ["an extra that is no number", ["初级", 45000, 85, "些"], VALUE],
    ["probation is paid base and extra", ["试用", 45000, 90, 300], 2500],
    ["unreadable sales in probation are still an error", ["试用", "x", 90], VALUE],
    ["the leftmost error counts", ["初级", "x", 120], VALUE],
    ["the score's error, nothing before it", ["初级", 1, 120], VALUE],
    ["an unknown level comes first", ["经理", "x", 120], NA],
    ["a blank row", ["", null, 0, "", undefined], ""],
    ["a blank level beside sales", [0, 1, 0], NA],
    ["a blank level beside an error", ["", { error: "#DIV/0!" }, ""], NA],
    ["a blank level beside a month", ["", "", "", "", 202503], NA],
    ["a column of people", [column("初级", ""), column(45000, 0), column(85, 0)], [[2837], [""]]],
    ["an amount beyond any sum", ["初级", 9e13, 85, 9e13], VALUE],
  ]);
});

describe("PAYSLIP", () => {
  runCases("PAYSLIP", [
    ["five columns", ["初级", 45000, 85, 100], [[2200, 450, 187, 100, 2937]]],
    [
      "one row per employee",
      [column("初级", "中级"), 20000, column(85, 95)],
      [
        [2200, 140, 187, 0, 2527],
        [2400, 140, 342, 0, 2882],
      ],
    ],
    [
      "each error in its own cell, the leftmost in gross",
      ["初级", "x", 120, -1],
      [[2200, VALUE, VALUE, VALUE, VALUE]],
    ],
    ["an unknown level", ["经理", 45000, 85, 100], [[NA, NA, NA, 100, NA]]],
    ["a blank level beside sales", ["", 45000, 85, 100], [[NA, NA, NA, 100, NA]]],
    ["a whole blank row", ["", "", "", ""], [["", "", "", "", ""]]],
    ["a bad month", ["初级", 0, 85, 5, "??"], [[VALUE, VALUE, VALUE, 5, VALUE]]],
    ["inputs in a row", [row("初级", "中级"), 0, 85], VALUE],
    [
      "a block",
      [
        "初级",
        [
          [1, 2],
          [3, 4],
        ],
        85,
      ],
      VALUE,
    ],
    ["columns of different length", [column("初级", "中级"), column(1, 2, 3), 85], VALUE],
    [
      "in a column 0 is no score",
      ["初级", 0, column(0, 85)],
      [
        [2200, 0, NA, 0, NA],
        [2200, 0, 187, 0, 2387],
      ],
    ],
  ]);
  it("names the input that lies in a row", () =>
    expect(message("PAYSLIP", ["初级", row(1, 2), 85])).toMatch(/销售额.*1行2列/u));
});

describe("FINE", () => {
  runCases("FINE", [
    ["nothing", [0, 0], 0],
    ["one", [1], 50],
    ["two", [2], 150],
    ["three cost what two cost", [3], 150],
    ["leaves are added", [1, 3], 80],
    ["text and full-width", ["２"], 150],
    ["a fraction", [1.5], VALUE],
    ["a negative count", [-1], VALUE],
    ["a fraction of leaves", [0, 0.5], VALUE],
    ["a thousand", [1000], 150],
    ["more than a thousand", [1001], VALUE],
    ["a word", ["两次"], VALUE],
    ["a boolean", [true], VALUE],
    ["an error", [0, { error: "#DIV/0!" }], DIV0],
    ["doubling", [3], 350, { COMPLAINT_3RD_FINE: "keepDoubling" }],
    ["doubling beyond any sum", [45], VALUE, { COMPLAINT_3RD_FINE: "keepDoubling" }],
    ["a column", [column(1, "", -1)], [[50], [0], [VALUE]]],
    ["sizes differ", [column(1, 2), row(1, 2)], VALUE],
  ]);
  it.each([...blanks, 0])("%j counts as none", (blank) =>
    expect(value("FINE", [blank, blank])).toBe(0),
  );
});

describe("CLAUSE", () => {
  const text = value("CLAUSE", ["§4.1.H"]);
  it("says a clause in Chinese, however its id is typed", () => {
    expect(text).toMatch(/\p{Script=Han}/u);
    for (const typed of ["4.1.H", "4.1.h", "§ 4.1.h", "４．１．Ｈ"])
      expect(value("CLAUSE", [typed])).toBe(text);
  });
  runCases("CLAUSE", [
    ["an unknown id", ["§9.9"], NA],
    ["the noise of the download site", ["§X.4"], NA],
    ["a boolean", [true], NA],
    ["0 is blank", [0], ""],
    ["an error", [{ error: "#DIV/0!" }], DIV0],
    ["a column", [column("§4.1.H", "", "?")], [[text], [""], [NA]]],
  ]);
  it.each(blanks)("%j is blank", (blank) => expect(value("CLAUSE", [blank])).toBe(""));
  it("names the literal value of the disputed salary", () =>
    expect(value("CLAUSE", ["6.S5"])).toContain("30000"));
});

describe("a policy that cannot be read", () => {
  const given: Readonly<Record<string, readonly Argument[]>> = {
    COMMISSION: [1],
    ELIGIBLE: [row(85, 85)],
    MONTHSLEFT: [row(85, 85), "初级"],
    WHY: [row(85, 85)],
    TIER: [85],
    PERFPAY: [85, "初级"],
    BASEPAY: ["初级"],
    PAY: ["初级", 1, 85],
    PAYSLIP: ["初级", 1, 85],
    RISK: [row(85, 85)],
    FINE: [1],
    HISTORY: ["甲", column("甲"), column(202501), column(85)],
  };
  it.each(Object.entries(given))("%s answers #N/A and says so", (id, args) => {
    for (const cause of ["broken", "newer", "tooLarge", "notReached"] as const) {
      const policy = { kind: "unreadable", cause } as const;
      expect(value(id, args, { policy })).toEqual(NA);
      expect(message(id, args, { policy })).toContain("本工作簿的制度设置无法读取");
    }
  });
  it("does not keep the clauses back", () => {
    const policy = { kind: "unreadable", cause: "broken" } as const;
    expect(value("CLAUSE", ["§1"], { policy })).toBe(value("CLAUSE", ["§1"]));
  });
});
