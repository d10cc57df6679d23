import { describe, expect, it } from "vitest";
import { clausesIn, promotionRecordsOf, readPromotionSheet } from "../../src/scoresheet";
import type { PromotionSheet } from "../../src/scoresheet";
import type { Cell } from "../../src/grid";
import { briefMonth, gridOf } from "./setup";

const HEADER = [
  "工号",
  "姓名",
  "目标级别",
  "考核月",
  "项目(条款号)",
  "结果(通过/不通过/待定)",
  "得分/票数",
  "经办人",
  "日期",
  "备注",
].map((heading) => heading.replace("(通过/不通过/待定)", ""));

function read(...rows: readonly (readonly Cell[])[]): PromotionSheet {
  const found = readPromotionSheet(gridOf([["晋升记录"], HEADER, ...rows]));
  if (found === null) throw new Error("No table");
  return found;
}

const row = (...cells: readonly Cell[]): Cell[] => [...cells];

describe("the table 晋升流程", () => {
  it("is read row by row below its title, with the cells of what was typed", () => {
    const [record] = read(
      row(
        "A01",
        " 王 芳 ",
        "中级客服",
        "2025年6月",
        "部门匿名评选（§5.2b）",
        "通过",
        "8/9",
        "赵",
        45_840,
        "",
      ),
    ).records;
    expect(record).toMatchObject({
      row: 2,
      employeeId: { text: "A01" },
      name: { text: "王芳", cell: { row: 2, column: 1 } },
      target: { text: "中级客服" },
      clauses: ["§5.2b"],
      result: "passed",
      figure: { seen: "8/9" },
      handledBy: { text: "赵" },
    });
    expect(record && briefMonth(record.month.quantity)).toBe("2025-06");
    expect(record && briefMonth(record.date.quantity)).toBe("2025-07");
  });

  it("takes a result only from its words", () => {
    const results = ["通过", "不通过", "未通过", " 待定 ", "", "也许", null].map(
      (said) => read(row("A01", "王芳", "中级客服", "2025-06", "§4.1.A", said)).records[0]?.result,
    );
    expect(results).toEqual(["passed", "failed", "failed", "pending", null, null, null]);
  });

  it("leaves out rows of nobody, sums and rows without an item", () => {
    const { records } = read(
      row("", "", "中级客服", "2025-06", "§4.1.A", "通过"),
      row("A01", "王芳", "中级客服", "2025-06", "", "通过"),
      row("合计", "", "", "", "3", ""),
      row("", "制表人：", "", "", "赵", ""),
      row("", "王芳", "中级客服", "someday", "§4.1.A", "通过"),
    );
    expect(records.map((record) => record.row)).toEqual([6]);
    expect(records[0] && briefMonth(records[0].month.quantity)).toBe("unreadableMonth");
  });

  it("is no table of promotions without target and item", () => {
    expect(readPromotionSheet(gridOf([["工号", "姓名", "月份", "绩效分数"]]))).toBeNull();
    expect(readPromotionSheet(gridOf([["目标级别", "项目"]]))).toBeNull();
    expect(readPromotionSheet(gridOf([]))).toBeNull();
  });
});

describe("clauses in an item", () => {
  it.each([
    ["§4.2.A", ["§4.2.A"]],
    ["4.2.A", ["§4.2.A"]],
    ["沟通 § 4.3.A，§4.3.A+", ["§4.3.A", "§4.3.A+"]],
    ["部门匿名评选（§5.2b）", ["§5.2b"]],
    ["匿名评选", []],
    ["", []],
  ])("%s", (item, clauses) => {
    expect(clausesIn(item)).toEqual(clauses);
  });
});

describe("whose row it is", () => {
  const sheet = read(
    row("A01", "王芳", "中级客服", "2025-06", "§4.1.A", "通过"),
    row("", "王芳", "中级客服", "2025-06", "§4.2.A", "通过"),
    row("", "李娜", "中级客服", "2025-06", "§4.2.B", "通过"),
  );
  const items = (
    who: { employeeId: string; name: string },
    ...others: { employeeId: string; name: string }[]
  ) => promotionRecordsOf(sheet, [who, ...others])(who).map(({ item }) => item.text);

  it("goes by 工号, and by name for whoever has none", () => {
    expect(items({ employeeId: "", name: "李娜" })).toEqual(["§4.2.B"]);
    expect(items({ employeeId: "A09", name: "张三" })).toEqual([]);
  });

  it("a row without 工号 is somebody's with one only where the name is theirs alone", () => {
    const fang = { employeeId: "A01", name: "王芳" };
    expect(items(fang)).toEqual(["§4.1.A", "§4.2.A"]);
    expect(items(fang, { employeeId: "A02", name: "王芳" })).toEqual(["§4.1.A"]);
  });
});
