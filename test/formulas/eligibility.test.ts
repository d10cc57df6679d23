import { describe, expect, it } from "vitest";
import { builtInPolicy } from "../../src/formulas";
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
const textOf = (seen: Seen | undefined): string => (typeof seen === "string" ? seen : "");
const best = (months: number): number[] => Array<number>(months).fill(95);
const good = (months: number): number[] => Array<number>(months).fill(85);

describe("ELIGIBLE without a level", () => {
  runCases("ELIGIBLE", [
    ["a month short of the lowest rule", [row(...good(2))], "未达标"],
    ["on the lowest rule", [row(...good(3))], "初级客服"],
    ["a column is one employee too", [column(...good(3))], "初级客服"],
    ["a month short of the window", [row(...best(5))], "中级客服"],
    ["on the window", [row(...best(6))], "高级客服"],
    ["a month short of the year", [row(...best(11))], "高级客服"],
    ["on the year", [row(...best(12))], "储备主管"],
    ["a list that is longer than any rule", [row(50, ...best(40))], "储备主管"],
    ["a single score", [85], "未达标"],
    ["a single 0 is blank", [0], ""],
    ["blanks around are trimmed", [row(null, "", ...good(3), 0, null)], "初级客服"],
    ["a blank inside breaks", [row(85, null, 85, 85)], "未达标"],
    ["0分 inside is a real zero", [row(85, 85, "0分", 85, 85)], "未达标"],
    ["leave inside is left out", [row(85, "产假", 85, 85)], "初级客服"],
    [
      "a block is one employee per row",
      [[good(3), [85, 70, 85], [0, null, 0]]],
      [["初级客服"], ["未达标"], [""]],
    ],
    ["full-width and text", [row("８５", "85分", " 85 ")], "初级客服"],
    ["the first bad cell counts", [row(85, 101, "优秀")], VALUE],
    ["the first bad cell counts, the other way round", [row(85, "优秀", 101)], VALUE],
    ["a refused score before a bad one", [row(60, "优秀")], NA, { SCORE_60: "undefined" }],
    ["a bad score before a refused one", [row("优秀", 60)], VALUE, { SCORE_60: "undefined" }],
    [
      "a refused score that no rule looks at",
      [row(60, ...best(12))],
      NA,
      { SCORE_60: "undefined" },
    ],
    ["an error in an old month", [row({ error: "#DIV/0!" }, ...best(12))], DIV0],
    [
      "one bad employee spoils their own result only",
      [[good(3), [85, "x", 85]]],
      [["初级客服"], [VALUE]],
    ],
    ["a boolean", [row(85, true, 85)], VALUE],
    ["calendar windows need months", [row(...good(3))], NA, { WINDOW_KIND: "calendar" }],
    ["calendar windows, nothing scored", [row("", "")], "", { WINDOW_KIND: "calendar" }],
    [
      "streaks since the last promotion need its month",
      [row(...good(3))],
      NA,
      { STREAK_SCOPE: "sinceLastPromotion" },
    ],
    ["preceding window", [row(...good(6), ...best(5))], "高级客服", { WINDOW_KIND: "preceding" }],
    ["exit leaves the lowest step without a rule", [row(85)], "未达标", { CRITERIA_ROLE: "exit" }],
  ]);
  it.each([null, "", 0, "  "])("scores of %j are blank", (blank) =>
    expect(value("ELIGIBLE", [row(blank, blank)])).toBe(""),
  );
  it.each([...blanks, 0])("a level of %j counts as left out", (blank) =>
    expect(value("ELIGIBLE", [row(...good(3)), blank])).toBe("初级客服"),
  );
});

describe("ELIGIBLE with a level", () => {
  runCases("ELIGIBLE", [
    ["met", [row(...good(3)), "试用"], "成绩达标：初级客服"],
    ["one month short", [row(85, 85, 95, 95), "初级客服"], "最快还需1个月：中级客服"],
    [
      "a bad month must leave the window",
      [row(...best(11), 79), "高级"],
      "最快还需12个月：储备主管",
    ],
    [
      "a missing month, counted from the first cell given",
      [row(null, 85, null, 85), "试用"],
      "缺成绩：第3格",
    ],
    [
      "the newest missing month in the way",
      [row(91, null, 91, null, 91, 91, 91), "中级"],
      "缺成绩：第4格",
    ],
    ["a missing month after leave", [row(85, "产假", null, 85), "试用"], "缺成绩：第3格"],
    [
      "a real break beside a missing month",
      [row(85, null, 70, 95, 95), "初级"],
      "最快还需3个月：中级客服",
    ],
    ["nothing scored", [row("", null, 0), "初级"], "无成绩"],
    ["only words", [row("病假", "产假"), "初级"], "无成绩"],
    ["the top", [row(...best(12)), "储备主管"], "已是最高级"],
    ["the top, nothing scored", [row("", ""), "储备"], "已是最高级"],
    ["an unknown level", [row(...good(3)), "经理"], NA],
    ["an unknown level, nothing scored", [row("", ""), "经理"], NA],
    ["a bad score comes before an unknown level", [row("x"), "经理"], VALUE],
    ["an error of the level", [row(85), { error: "#DIV/0!" }], DIV0],
    ["a bad score comes before an error of the level", [row(101), { error: "#DIV/0!" }], VALUE],
    [
      "exit: probation has no score rule",
      [row(10), "试用"],
      "成绩达标：初级客服",
      { CRITERIA_ROLE: "exit" },
    ],
    [
      "calendar windows concern the levels with one",
      [row(...good(3)), "试用"],
      "成绩达标：初级客服",
      { WINDOW_KIND: "calendar" },
    ],
    ["calendar windows need months", [row(...good(3)), "中级"], NA, { WINDOW_KIND: "calendar" }],
    ["calendar windows, nothing scored", [row(""), "中级"], "无成绩", { WINDOW_KIND: "calendar" }],
    [
      "the top comes before what is not given",
      [row(95), "储备"],
      "已是最高级",
      { STREAK_SCOPE: "sinceLastPromotion" },
    ],
    ["since the last promotion", [row(95), "初级"], NA, { STREAK_SCOPE: "sinceLastPromotion" }],
    ["bridged", [row(85, null, 85, 85), "试用"], "成绩达标：初级客服", { MISSING_MONTH: "bridge" }],
    [
      "recorded history only",
      [row(...best(5)), "中级"],
      "成绩达标：高级客服",
      { WINDOW_HISTORY: "recorded" },
    ],
    ["any run", [row(85, 85, 85, 50), "试用"], "成绩达标：初级客服", { STREAK_ANCHOR: "any" }],
    [
      "leave breaks",
      [row(85, "产假", 85, 85), "试用"],
      "缺成绩：第2格",
      { STATUTORY_LEAVE: "break" },
    ],
  ]);
});

describe("which way employees run", () => {
  const names: Argument = column("试用", "初级", "");
  runCases("ELIGIBLE", [
    [
      "a column of levels goes with rows",
      [[good(3), [85, 85, 85], good(3)], names],
      [["成绩达标：初级客服"], ["最快还需2个月：中级客服"], ["初级客服"]],
    ],
    [
      "a column of levels, scores a single column",
      [column(85, 0, 95), names],
      [["最快还需2个月：初级客服"], ["无成绩"], ["未达标"]],
    ],
    [
      "a row of levels goes with columns",
      [
        [
          [85, 95],
          [85, 95],
          [85, 95],
        ],
        row("试用", "中级"),
      ],
      [["成绩达标：初级客服", "最快还需3个月：高级客服"]],
    ],
    [
      "a row of levels, scores a single row",
      [row(85, 95), row("试用", "储备")],
      [["最快还需2个月：初级客服", "已是最高级"]],
    ],
    [
      "one level for a block",
      [[good(3), best(3)], "试用"],
      [["成绩达标：初级客服"], ["成绩达标：初级客服"]],
    ],
    [
      "a square block goes by the lie of the levels",
      [
        [
          [85, 95],
          [85, 95],
        ],
        column("试用", "试用"),
      ],
      [["最快还需1个月：初级客服"], ["最快还需1个月：初级客服"]],
    ],
    ["too few levels", [[good(3), good(3), good(3)], column("试用", "试用")], VALUE],
    ["one employee with several levels", [85, column("试用", "初级")], VALUE],
    [
      "a row of scores with a column of levels",
      [row(...good(3)), column("试用", "试用", "试用")],
      VALUE,
    ],
    [
      "a block of levels",
      [
        [good(2), good(2)],
        [
          ["试用", "试用"],
          ["试用", "试用"],
        ],
      ],
      VALUE,
    ],
  ]);
  it("names both shapes and says what goes", () => {
    const text = message("ELIGIBLE", [[good(3), good(3), good(3)], column("试用", "试用")]);
    expect(text).toContain("各月分数是3行3列");
    expect(text).toContain("级别是2行1列");
  });
});

describe("MONTHSLEFT", () => {
  runCases("MONTHSLEFT", [
    ["met", [row(...good(3)), "试用"], 0],
    ["short", [row(95, 95, 85, 85, 85, 85), "初级"], 2],
    ["missing months stay missing", [row(85, null, 85), "试用"], 2],
    ["nothing scored: the full number", [row("", ""), "初级"], 5],
    ["nothing scored: the full window", [row(0, 0), "高级"], 12],
    ["the top", [row(95), "储备主管"], NA],
    ["unknown", [row(95), "经理"], NA],
    ["a blank level", [row(95), ""], NA],
    ["a level of 0", [row(95), 0], NA],
    ["a blank level beside a bad score", [row("x"), ""], VALUE],
    ["both blank", [row(null, ""), null], ""],
    ["a column of levels", [[good(3), ["", "", ""]], column("试用", "")], [[0], [""]]],
    ["what is not given", [row(95), "初级"], NA, { STREAK_SCOPE: "sinceLastPromotion" }],
    [
      "nothing scored comes before what is not given",
      [row(""), "初级"],
      5,
      { STREAK_SCOPE: "sinceLastPromotion" },
    ],
    ["exit: met without a rule", [row(85), "试用"], 0, { CRITERIA_ROLE: "exit" }],
    ["exactly: months of tier 2", [row(95, 95), "试用"], 3, { JUNIOR_H: "exactly" }],
  ]);
  it("says why there is nothing to count", () => {
    expect(message("MONTHSLEFT", [row(95), "储备主管"])).toContain("已是最高级");
    expect(message("MONTHSLEFT", [row(95), ""])).toContain("储备主管");
    expect(
      message("MONTHSLEFT", [row(95), "初级"], { options: { STREAK_SCOPE: "sinceLastPromotion" } }),
    ).toContain("升级前的月份是否计入");
  });
});

describe("RISK", () => {
  runCases("RISK", [
    ["passed", [row(60, 60, 60)], "正常"],
    ["just failed", [59.99], "预警1/3"],
    ["a single 0 is blank", [0], ""],
    ["two", [row(85, 50, 50)], "预警2/3"],
    ["three", [row(50, 50, 50)], "绩效复核"],
    ["four", [row(50, 50, 50, 50)], "绩效复核"],
    ["recovered", [row(50, 50, 50, 60)], "正常"],
    ["blanks are no fails", [row(0, 0, 0)], ""],
    ["0分 is one", [row("0分", "0分", "0分")], "绩效复核"],
    ["trailing blanks are the future", [row(50, 50, 50, 0, 0)], "绩效复核"],
    ["a month of leave ends the run", [row(50, "产假", 50, 50)], "预警2/3"],
    ["the top is judged like any other", [row(50, 50, 50), "储备主管"], "绩效复核"],
    ["an unknown level", [row(50), "经理"], NA],
    ["nothing scored beside a level", [row(""), "初级"], ""],
    ["nothing scored beside an unknown level", [row(""), "经理"], NA],
    ["a bad score in an old month", [row("x", 85, 85)], VALUE],
    [
      "a block with levels",
      [
        [
          [50, 50, 50],
          [50, 85, 50],
        ],
        column("高级", ""),
      ],
      [["绩效复核"], ["预警1/3"]],
    ],
    [
      "kept from a review",
      [row(50, 50, 50, 50), "高级"],
      "预警3/3",
      { DISMISSAL_SCOPE: "juniorOnly" },
    ],
    ["not kept below", [row(50, 50, 50), "初级"], "绩效复核", { DISMISSAL_SCOPE: "juniorOnly" }],
    [
      "without a level as for a junior",
      [row(50, 50, 50)],
      "绩效复核",
      { DISMISSAL_SCOPE: "juniorOnly" },
    ],
    ["assessments", [row(50, null, 50, 50)], "绩效复核", { DISMISSAL_BASIS: "assessments" }],
    ["any run", [row(50, 50, 50, 90)], "绩效复核", { DISMISSAL_ANCHOR: "any" }],
    [
      "readings of eligibility do not concern it",
      [row(50)],
      "预警1/3",
      { STREAK_SCOPE: "sinceLastPromotion", WINDOW_KIND: "calendar" },
    ],
  ]);
  it("never says more than a review", () => {
    expect(JSON.stringify(table("RISK", [row(50, 50, 50)]))).not.toMatch(/辞退|离职|解/u);
  });
});

describe("WHY", () => {
  const header = ["条款", "要求", "依据", "结论"];
  const explained = (...given: Argument[]) => table("WHY", given);

  it("gives requirements with their cells, the readings that matter, and what the result depends on", () => {
    const rows = explained(row(80, 91, 91, 91, 91, 91), "中级");
    expect(rows[0]).toEqual(header);
    expect(rows.every((cells) => cells.length === 4)).toBe(true);
    expect(rows[1]).toEqual([
      "§4.3.E",
      "高级客服：连续5个月都在第一等级",
      "第2格=91，第3格=91，第4格=91，第5格=91，第6格=91",
      "满足",
    ]);
    expect(rows[2]?.[2]).toContain("第1格=80");
    expect(rows[2]?.[3]).toBe("满足");
    const named = rows.slice(3, -1).map(([, what]) => what);
    expect(named).toContain("口径：80分归哪一档");
    expect(rows.at(-1)?.[3]).toBe("受口径影响：80分归哪一档、半年、一年怎么算");
  });
  it("says that nothing depends on a reading", () => {
    expect(explained(row(85, 85, 85), "试用").at(-1)?.[3]).toBe("不受口径影响");
  });
  it("names the missing cell and what falls short", () => {
    const rows = explained(row(85, null, 85), "试用");
    expect(rows[1]?.[2]).toBe("第1格=85，第2格=缺，第3格=85");
    expect(rows[1]?.[3]).toMatch(/^未满足/u);
  });
  it("explains without a level what is reached and what the next one lacks", () => {
    const what = explained(row(85, 85, 85)).map((cells) => textOf(cells[1]));
    expect(what.some((text) => text.startsWith("初级客服："))).toBe(true);
    expect(what.some((text) => text.startsWith("中级客服："))).toBe(true);
  });
  it("marks what is not decided", () => {
    const rows = table("WHY", [row(85, 85, 85), "试用"], { policy: builtInPolicy() });
    expect(rows.slice(2, -1).every((cells) => textOf(cells[3]).startsWith("未确认"))).toBe(true);
  });
  it("never shows the id of a reading", () => {
    for (const scores of [row(80, 60, 90.5, null, "产假", 91, 91), row(...best(12))])
      for (const level of ["试用", "初级", "中级", "高级", null])
        expect(JSON.stringify(explained(scores, level))).not.toMatch(/[A-Z]{3,}_[A-Z0-9]/u);
  });
  runCases("WHY", [
    ["nothing at all", [row("", null), ""], ""],
    ["nothing scored", [row("", null), "初级"], "无成绩"],
    ["the top", [row(95), "储备"], "已是最高级"],
    ["an unknown level", [row(95), "经理"], NA],
    ["a bad score", [row(95, 101), "初级"], VALUE],
    ["an error", [row(95, { error: "#DIV/0!" })], DIV0],
    ["two employees", [[good(3), good(3)], "初级"], VALUE],
    ["two levels", [row(...good(3)), row("初级", "中级", "高级")], VALUE],
    ["what is not given", [row(95), "初级"], NA, { STREAK_SCOPE: "sinceLastPromotion" }],
  ]);
});

describe("HISTORY", () => {
  const people = column("甲", "乙", "甲", "甲", null, "");
  const months = column(202503, 202503, "2025年1月", 45778, null, ""); // 45778 is 2025-05-01
  const scores = column(85, 70, "90分", 88, null, "");
  const given = (employee: Argument, s: Argument = scores, m: Argument = months): Argument[] => [
    employee,
    people,
    m,
    s,
  ];
  runCases("HISTORY", [
    ["one row, oldest first, a cell a month", given("甲"), [[90, "", 85, "", 88]]],
    ["keys as trimmed NFKC text", given(" 甲 "), [[90, "", 85, "", 88]]],
    ["a single month", given("乙"), [[70]]],
    ["an unknown employee", given("丙"), NA],
    ["a blank employee", given(""), ""],
    ["an employee of 0 is a blank", given(0), ""],
    ["an error for an employee", given({ error: "#DIV/0!" }), DIV0],
    ["several employees", given(column("甲", "乙")), VALUE],
    [
      "numbers and texts are one key",
      [1001, column("1001", 1001, "１００１"), column(202501, 202502, 202503), column(80, 81, 82)],
      [[80, 81, 82]],
    ],
    [
      "two different scores",
      ["甲", column("甲", "甲"), column(202501, "2025-01"), column(80, 81)],
      VALUE,
    ],
    [
      "the same score twice",
      ["甲", column("甲", "甲"), column(202501, 202501), column(80, "80分")],
      [[80]],
    ],
    [
      "a word gives way to a score",
      ["甲", column("甲", "甲"), column(202501, 202501), column("病假", 80)],
      [[80]],
    ],
    [
      "a word of its own month stays, so that leave is seen",
      ["甲", column("甲", "甲", "甲"), column(202501, 202502, 202503), column(80, "产假", 81)],
      [[80, "产假", 81]],
    ],
    [
      "words do not widen the span",
      ["甲", column("甲", "甲", "甲"), column(202501, 202502, 202503), column("病假", 80, "产假")],
      [[80]],
    ],
    ["nothing scored", ["甲", column("甲", "乙"), column(202501, 202501), column("病假", 1)], ""],
    [
      "an unreadable score in its own cell",
      ["甲", column("甲", "甲", "甲"), column(202501, 202502, 202503), column(80, "优秀", 101)],
      [[80, VALUE, VALUE]],
    ],
    [
      "an unreadable month of theirs",
      ["甲", column("甲", "乙"), column("??", 202501), column(80, 81)],
      VALUE,
    ],
    [
      "an unreadable month without a score",
      ["甲", column("甲", "甲"), column("??", 202501), column("", 81)],
      VALUE,
    ],
    [
      "an unreadable month of somebody else",
      ["乙", column("甲", "乙"), column("??", 202501), column(80, 81)],
      [[81]],
    ],
    ["a month without its year", ["甲", column("甲"), column("3月"), column(80)], VALUE],
    [
      "a score without a month",
      ["甲", column("甲", "甲"), column("", 202501), column(80, 81)],
      VALUE,
    ],
    [
      "a row of theirs with nothing in it",
      ["甲", column("甲", "甲"), column(0, 202501), column(0, 81)],
      [[81]],
    ],
    [
      "in a range 0 is no score",
      ["甲", column("甲", "甲"), column(202501, 202502), column(0, 81)],
      [[81]],
    ],
    [
      "a real zero stays one",
      ["甲", column("甲", "甲"), column(202501, 202502), column("0分", 81)],
      [["0分", 81]],
    ],
    [
      "rows instead of columns",
      ["甲", row("甲", "甲"), row(202501, 202502), row(80, 81)],
      [[80, 81]],
    ],
    ["unequal shapes", ["甲", column("甲", "甲"), column(202501), column(80, 81)], VALUE],
    ["unequal lie", ["甲", column("甲", "甲"), row(202501, 202502), column(80, 81)], VALUE],
  ]);
  it.each([null, "", 0])("blank rows of whole columns may be %j", (blank) => {
    const tail = Array<typeof blank>(50).fill(blank);
    expect(
      table("HISTORY", ["甲", column("甲", ...tail), column(202501, ...tail), column(80, ...tail)]),
    ).toEqual([[80]]);
  });
  it("feeds the other functions", () => {
    const [line = []] = table("HISTORY", [
      "甲",
      column("甲", "甲", "甲", "甲"),
      column(202501, 202502, 202503, 202504),
      column(85, "产假", 85, 85),
    ]);
    const cells = line.map((cell) => (typeof cell === "object" ? null : cell));
    expect(value("ELIGIBLE", [row(...cells)])).toBe("初级客服");
  });
  it("names the month with two scores, and both", () => {
    const text = message("HISTORY", [
      "甲",
      column("甲", "甲"),
      column(202501, 202501),
      column(80, 81),
    ]);
    expect(text).toMatch(/2025-01.*80、81/u);
    expect(message("HISTORY", given("丙"))).toContain("丙");
  });
});

describe("messages of lists", () => {
  it("say which cell", () => {
    expect(message("ELIGIBLE", [row(85, 85, "优秀")])).toMatch(/第3格“优秀”/u);
    expect(message("RISK", [row(85, 120)])).toMatch(/第2格是 120/u);
    expect(message("ELIGIBLE", [row(85, { error: "#REF!" })])).toMatch(/第2格是错误值 #REF!/u);
    expect(message("ELIGIBLE", [row(85, 60)], { options: { SCORE_60: "undefined" } })).toMatch(
      /“60分归哪一档”.*第2格.*60/u,
    );
  });
  it("never show the id of a reading", () => {
    for (const reading of ["STREAK_SCOPE", "WINDOW_KIND"] as const) {
      const options =
        reading === "STREAK_SCOPE"
          ? ({ STREAK_SCOPE: "sinceLastPromotion" } as const)
          : ({ WINDOW_KIND: "calendar" } as const);
      expect(message("ELIGIBLE", [row(95)], { options })).not.toContain(reading);
    }
  });
});
