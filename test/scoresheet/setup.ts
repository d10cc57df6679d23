import { findLayout, readRecords } from "../../src/scoresheet";
import type {
  HeadingNames,
  LayoutOptions,
  NoLayout,
  Quantity,
  ScoreLimits,
  ScoreSheet,
  SheetField,
  SheetLayout,
} from "../../src/scoresheet";
import type { Cell, Grid } from "../../src/grid";
import { formatMonth, score } from "../../src/units";
import type { Month } from "../../src/units";

/** Words of a policy as a department would set them; this room takes them as they come. */
export const limits: ScoreLimits = {
  minimum: score(0),
  maximum: score(100_000_000),
  statutoryLeave: new Set(["产假", "陪产假", "工伤", "婚假", "丧假", "年假"]),
  otherReasons: new Set(["-", "—", "–", "/", "\\", "无", "未考核", "休假", "病假", "N/A", "n/a"]),
};

const names = (name: string, ...synonyms: string[]): { name: string; synonyms: string[] } => ({
  name,
  synonyms,
});

export const headings: HeadingNames<SheetField> = {
  employeeId: names("工号", "员工编号", "编号", "ID", "员工ID"),
  name: names("姓名", "员工姓名", "客服姓名"),
  month: names("月份", "考核月份", "年月", "所属月份", "考核期", "月"),
  level: names("级别", "职级", "岗位", "客服等级", "岗位级别"),
  score: names(
    "绩效分数",
    "绩效考核分数",
    "考核得分",
    "绩效得分",
    "考评分",
    "得分",
    "分数",
    "绩效",
  ),
  sales: names("销售额", "实际销售额", "当月销售额", "业绩", "成交额", "销售业绩"),
  extra: names("额外奖励", "奖金", "其他奖励", "奖励"),
  complaints: names("投诉次数", "买家投诉", "投诉", "客诉"),
  leaves: names("离岗次数", "违规离岗", "私自离岗"),
  hired: names("入职日期", "入职时间", "到岗日期"),
  confirmed: names("转正日期"),
  levelSince: names("现级别起始月", "晋升日期", "任现级日期"),
  note: names("备注"),
  shopAccount: names("旺旺名"),
  basePaid: names("底薪", "基本工资", "岗位底薪"),
  commissionPaid: names("提成", "销售提成"),
  performancePaid: names("绩效工资", "绩效奖金"),
  grossPaid: names("应发合计", "应发工资", "应发"),
  finesPaid: names("罚款", "扣款"),
  netPaid: names("实发工资"),
};

const levels = new Set(["初级", "初级客服", "中级", "中级客服", "高级客服", "储备主管", "试用期"]);

export const options: LayoutOptions = {
  headings,
  others: {
    year: ["年份", "年度", "年"],
    period: ["考核周期", "期间"],
    ordinal: ["序号"],
  },
  limits,
  isLevel: (text) => levels.has(text),
};

export interface GridSketch {
  readonly firstRow?: number;
  readonly firstColumn?: number;
  readonly formulas?: readonly string[];
}

export function gridOf(rows: readonly (readonly Cell[])[], sketch: GridSketch = {}): Grid {
  const formulas = new Set(sketch.formulas);
  return {
    sheet: { id: "{1}", name: "成绩" },
    firstRow: sketch.firstRow ?? 0,
    firstColumn: sketch.firstColumn ?? 0,
    rows,
    isFormula: (row, column) => formulas.has(`${row},${column}`),
  };
}

export function layoutOf(grid: Grid, more: Partial<LayoutOptions> = {}): SheetLayout {
  const found = findLayout(grid, { ...options, ...more });
  if (found.kind === "none") throw new Error(`No layout: ${JSON.stringify(found.problems)}`);
  return found;
}

export function noLayoutOf(grid: Grid): NoLayout {
  const found = findLayout(grid, options);
  if (found.kind !== "none") throw new Error(`A layout: ${JSON.stringify(found)}`);
  return found;
}

export function sheetOf(rows: readonly (readonly Cell[])[], sketch: GridSketch = {}): ScoreSheet {
  const grid = gridOf(rows, sketch);
  return readRecords(grid, layoutOf(grid), { limits });
}

/** A quantity in a word or two, for tables: 85, "blank", "zero", "leave 产假", "notNumber? 85". */
export function brief(quantity: Quantity<number>): number | string {
  switch (quantity.kind) {
    case "value":
      return quantity.cleaned === null ? quantity.value : `${quantity.value} ${quantity.cleaned}`;
    case "blank":
    case "zero":
      return quantity.kind;
    case "notAssessed":
      return `${quantity.leave ? "leave" : "reason"} ${quantity.word}`;
    case "pending":
      return `pending ${quantity.error}`;
    case "problem":
      return briefProblem(quantity.problem);
  }
}

function briefProblem(problem: (Quantity<never> & { kind: "problem" })["problem"]): string {
  switch (problem.code) {
    case "error":
      return problem.error;
    case "notNumber":
      return problem.suggestion === undefined
        ? problem.code
        : `${problem.code}? ${problem.suggestion}`;
    case "outOfRange":
    case "notWhole":
      return `${problem.code} ${problem.value}`;
    case "otherYear":
      return `${problem.code} ${problem.year}`;
    case "grade":
    case "unitUnknown":
      return `${problem.code} ${problem.text}`;
    case "boolean":
    case "tooLarge":
    case "unreadableMonth":
    case "monthWithoutYear":
      return problem.code;
  }
}

export function briefMonth(quantity: Quantity<Month>): string {
  return quantity.kind === "value" ? formatMonth(quantity.value) : String(brief(quantity));
}
