import type { FindingCode } from "../findings";
import type { SheetField } from "../scoresheet";
import type { Language } from "./language";

type Both = Readonly<Record<Language, string>>;

/** What a group of findings is called: the trouble in few words, since its rows tell the rest. */
const findingTitles: Readonly<Record<FindingCode, Both>> = {
  "F-HDR-01": { zh: "缺少必需的列", en: "Required column missing" },
  "F-HDR-02": { zh: "两列含义相同", en: "Two columns mean the same" },
  "F-HDR-03": { zh: "月份列缺年份", en: "Month heading without year" },
  "F-HDR-04": { zh: "月份列无法识别或重复", en: "Month heading unreadable or repeated" },
  "F-EMP-01": { zh: "没有工号和姓名", en: "No employee ID and no name" },
  "F-EMP-02": { zh: "同名不同工号", en: "Same name, different IDs" },
  "F-EMP-03": { zh: "工号或姓名写法不一致", en: "ID or name written differently" },
  "F-EMP-04": { zh: "近两月没有成绩", en: "No score for two months" },
  "F-LVL-01": { zh: "级别无法识别", en: "Unknown level" },
  "F-LVL-02": { zh: "级别跳级或下降", en: "Level jumps or falls" },
  "F-MON-01": { zh: "月份无法识别或在将来", en: "Month unreadable or in the future" },
  "F-MON-02": { zh: "同一人同一月重复", en: "Same person and month twice" },
  "F-MIS-01": { zh: "中间缺月份成绩", en: "Score missing in between" },
  "F-MIS-02": { zh: "评定月缺成绩", en: "Score of the assessed month missing" },
  "F-MIS-03": { zh: "记录开始得太晚", en: "Records begin too late" },
  "F-SCO-01": { zh: "成绩不是数字", en: "Score is not a number" },
  "F-SCO-02": { zh: "成绩写成了文本", en: "Score stored as text" },
  "F-SCO-03": { zh: "成绩超出范围", en: "Score out of range" },
  "F-SCO-04": { zh: "成绩为 0，待确认", en: "Score 0 to be confirmed" },
  "F-SCO-05": { zh: "成绩像是小数比例", en: "Scores look like fractions" },
  "F-SCO-06": { zh: "成绩落在有争议的分界", en: "Score at a disputed limit" },
  "F-SAL-01": { zh: "销售额不是数字", en: "Sales are not a number" },
  "F-SAL-02": { zh: "销售额为负", en: "Negative sales" },
  "F-SAL-03": { zh: "销售额落在有争议的起点", en: "Sales at a disputed threshold" },
  "F-SAL-04": { zh: "缺销售额", en: "Sales missing" },
  "F-DIS-01": { zh: "绩效复核", en: "Performance review" },
  "F-DIS-02": { zh: "连续不及格预警", en: "Failing months in a row" },
  "F-DIS-03": { zh: "当月投诉过多", en: "Many complaints in the month" },
  "F-ELI-01": { zh: "成绩达标", en: "Scores reach the next level" },
  "F-ELI-02": { zh: "只差一个月", en: "One month short" },
  "F-ELI-03": { zh: "结论取决于待定口径", en: "Result depends on an open reading" },
  "F-ELI-04": { zh: "同时满足更高级别", en: "Also meets a higher level" },
  "F-POL-02": { zh: "待定口径影响结果", en: "Open reading changes results" },
};

export function sayFindingTitle(code: FindingCode, language: Language): string {
  return findingTitles[code][language];
}

const fieldNames: Readonly<Record<SheetField, Both>> = {
  employeeId: { zh: "工号", en: "Employee ID" },
  name: { zh: "姓名", en: "Name" },
  month: { zh: "月份", en: "Month" },
  level: { zh: "级别", en: "Level" },
  score: { zh: "绩效分数", en: "Score" },
  sales: { zh: "销售额", en: "Sales" },
  extra: { zh: "额外奖励", en: "Extra reward" },
  complaints: { zh: "投诉次数", en: "Complaints" },
  leaves: { zh: "离岗次数", en: "Leaves of post" },
  hired: { zh: "入职日期", en: "Hired on" },
  confirmed: { zh: "转正日期", en: "Confirmed on" },
  levelSince: { zh: "现级别起始月", en: "Level since" },
  note: { zh: "备注", en: "Note" },
  shopAccount: { zh: "旺旺名", en: "Shop account" },
  basePaid: { zh: "底薪", en: "Base pay" },
  commissionPaid: { zh: "提成", en: "Commission" },
  performancePaid: { zh: "绩效工资", en: "Performance pay" },
  grossPaid: { zh: "应发合计", en: "Gross pay" },
  finesPaid: { zh: "罚款", en: "Fines" },
  netPaid: { zh: "实发工资", en: "Net pay" },
};

export function sayField(field: SheetField, language: Language): string {
  return fieldNames[field][language];
}
