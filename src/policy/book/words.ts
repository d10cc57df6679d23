import type { FieldId, LevelId, SheetWords } from "../types";

// Words by which sheets are read beside those of a version's values. They are no values of a policy: they hold for
// all months at once, and in either language of the pane.

const headings: Readonly<Partial<Record<FieldId, readonly string[]>>> = {
  employeeId: [
    "客服编号",
    "客服工号",
    "员工号",
    "员工工号",
    "人员编号",
    "账号工号",
    "Employee ID",
    "Employee No",
    "Employee number",
    "Staff No",
    "Staff ID",
    "Emp ID",
  ],
  name: [
    "名字",
    "员工",
    "客服",
    "人员",
    "人员姓名",
    "Name",
    "Employee",
    "Employee name",
    "Full name",
    "Staff name",
    "Agent",
    "Agent name",
  ],
  month: ["年度月份", "统计月份", "考核年月", "考核周期", "期间", "Month", "Period"],
  level: [
    "岗位等级",
    "客服级别",
    "职等",
    "岗位层级",
    "当前级别",
    "现级别",
    "员工级别",
    "Level",
    "Grade",
    "Position",
  ],
  score: [
    "考核分",
    "绩效分",
    "考核总分",
    "绩效总分",
    "综合得分",
    "绩效考核得分",
    "考核成绩",
    "绩效成绩",
    "月度得分",
    "总得分",
    "总分",
    "成绩",
    "Score",
    "KPI score",
    "Performance score",
    "Total score",
    "KPI",
    "Performance",
    "Rating",
  ],
  sales: [
    "销售金额",
    "实际成交额",
    "成交金额",
    "实际销售金额",
    "业绩额",
    "GMV",
    "Sales",
    "Sales amount",
    "Revenue",
  ],
  extra: ["Bonus", "Extra"],
  complaints: [
    "有效投诉",
    "有效投诉次数",
    "客户投诉",
    "客户投诉次数",
    "投诉数",
    "投诉量",
    "被投诉次数",
    "Complaints",
  ],
  leaves: [
    "擅自离岗",
    "擅自离岗次数",
    "私自离岗次数",
    "违规离岗次数",
    "脱岗次数",
    "脱岗",
    "Absences from post",
  ],
  hired: ["入职日", "入司日期", "入司时间", "Hired", "Hire date", "Start date", "Date hired"],
  note: ["说明", "备注说明", "Note", "Notes", "Remark", "Remarks", "Comment", "Comments"],
  basePaid: ["基本薪资", "固定工资", "基本底薪", "Base", "Base salary", "Base pay"],
  commissionPaid: ["业绩提成", "提成金额", "提成工资", "Commission"],
  performancePaid: ["绩效奖", "绩效金额", "Performance pay"],
  grossPaid: [
    "应发金额",
    "应发工资合计",
    "税前合计",
    "税前工资",
    "工资合计",
    "Gross",
    "Gross pay",
    "Gross salary",
  ],
  finesPaid: ["Fines"],
  netPaid: ["实发", "实发金额", "实发合计", "Net pay", "Net"],
};

/** A level in English, alone and as the level of an agent. */
const english = (...names: string[]): string[] =>
  names.flatMap((name) => [name, `${name} agent`, `${name} CS`]);

const levels: Readonly<Record<LevelId, readonly string[]>> = {
  probation: english("Probation", "Trainee"),
  junior: english("Junior"),
  middle: english("Intermediate", "Middle"),
  senior: english("Senior"),
  reserve: ["Reserve supervisor", "Team lead designate"],
};

/** As people type it: sick leave, Sick leave, Sick Leave. */
function typed(words: string): string[] {
  const first = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
  return [...new Set([words, first(words), words.split(" ").map(first).join(" ")])];
}

export const builtInWords: SheetWords = {
  headings,
  levels,
  statutoryLeave: [
    "maternity leave",
    "paternity leave",
    "work injury",
    "marriage leave",
    "bereavement leave",
    "annual leave",
  ].flatMap(typed),
  otherReasons: ["请假", "sick leave", "personal leave", "leave", "not assessed"].flatMap(typed),
};
