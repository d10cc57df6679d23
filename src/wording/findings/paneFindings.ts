import type { FindingCode } from "../../findings";
import type { SheetField } from "../../scoresheet";
import type { Language } from "../language";

type Both = Readonly<Record<Language, string>>;

/** What a group of findings is called: the trouble in few words, since its rows tell the rest. */
const findingTitles: Readonly<Record<FindingCode, Both>> = {
  "F-HDR-01": { zh: "缺少必需的列", en: "Required column missing" },
  "F-HDR-02": { zh: "两列含义相同", en: "Two columns mean the same" },
  "F-HDR-03": { zh: "月份列缺年份", en: "Month heading without year" },
  "F-HDR-04": { zh: "月份列无法识别或重复", en: "Month heading unreadable or repeated" },
  "F-HDR-05": { zh: "含隐藏的行", en: "Hidden rows are included" },
  "F-HDR-06": { zh: "有合并单元格", en: "Merged cells" },
  "F-CALC-01": { zh: "Excel 还没有算完", en: "Not calculated yet" },
  "F-EMP-01": { zh: "没有工号和姓名", en: "No employee ID and no name" },
  "F-EMP-02": { zh: "同名不同工号", en: "Same name, different IDs" },
  "F-EMP-03": { zh: "工号或姓名写法不一致", en: "ID or name written differently" },
  "F-EMP-04": { zh: "近两月没有成绩", en: "No score for two months" },
  "F-LVL-01": { zh: "级别无法识别", en: "Unknown level" },
  "F-LVL-02": { zh: "级别跳级或下降", en: "Level jumps or falls" },
  "F-LVL-03": { zh: "升级没有流程记录", en: "Level change without a record" },
  "F-LVL-04": { zh: "试用期过长", en: "Long probation" },
  "F-MON-01": { zh: "月份无法识别或在将来", en: "Month unreadable or in the future" },
  "F-MON-02": { zh: "同一人同一月重复", en: "Same person and month twice" },
  "F-MON-03": { zh: "成绩早于入职", en: "Score before the hiring date" },
  "F-MIS-01": { zh: "中间缺月份成绩", en: "Score missing in between" },
  "F-MIS-02": { zh: "评定月缺成绩", en: "Score of the assessed month missing" },
  "F-MIS-03": { zh: "记录开始得太晚", en: "Records begin too late" },
  "F-SCO-01": { zh: "成绩不是数字", en: "Score is not a number" },
  "F-SCO-02": { zh: "成绩写成了文本", en: "Score stored as text" },
  "F-SCO-03": { zh: "成绩超出范围", en: "Score out of range" },
  "F-SCO-04": { zh: "成绩为 0，待确认", en: "Score 0 to be confirmed" },
  "F-SCO-05": { zh: "成绩像是小数比例", en: "Scores look like fractions" },
  "F-SCO-06": { zh: "成绩落在有争议的分界", en: "Score at a disputed limit" },
  "F-SCO-07": { zh: "显示与实际成绩不同档", en: "Shown in another tier than stored" },
  "F-SCO-08": { zh: "成绩小数位过多", en: "Score with many decimals" },
  "F-SCO-10": { zh: "成绩填的是等级", en: "Grades instead of scores" },
  "F-SCO-09": { zh: "公式列里有手填成绩", en: "Typed score among formulas" },
  "F-SAL-01": { zh: "销售额不是数字", en: "Sales are not a number" },
  "F-SAL-02": { zh: "销售额为负", en: "Negative sales" },
  "F-SAL-03": { zh: "销售额落在有争议的起点", en: "Sales at a disputed threshold" },
  "F-SAL-04": { zh: "缺销售额", en: "Sales missing" },
  "F-SAL-05": { zh: "销售额紧贴起点", en: "Sales just below a threshold" },
  "F-SAL-07": { zh: "销售额的单位待确认", en: "Unit of sales to be confirmed" },
  "F-SAL-06": { zh: "销售额远超平时", en: "Sales far above the usual" },
  "F-PAY-01": { zh: "工资与制度不符", en: "Pay differs from the policy" },
  "F-PAY-02": { zh: "绩效比例有争议", en: "Disputed performance rate" },
  "F-PAY-03": { zh: "底薪待定", en: "Base salary undecided" },
  "F-PAY-04": { zh: "试用期提成和绩效有争议", en: "Disputed pay in probation" },
  "F-PAY-05": { zh: "当月须按天折算", en: "Month to be shared out by days" },
  "F-PAY-06": { zh: "底薪低于法定要求", en: "Base salary below the law" },
  "F-DIS-01": { zh: "绩效复核", en: "Performance review" },
  "F-DIS-02": { zh: "连续不及格预警", en: "Failing months in a row" },
  "F-DIS-03": { zh: "当月投诉过多", en: "Many complaints in the month" },
  "F-DIS-04": { zh: "有罚款或从工资扣罚", en: "Fines in the sheet" },
  "F-DIS-05": { zh: "次数填写有误", en: "Not a count" },
  "F-ELI-01": { zh: "成绩达标", en: "Scores reach the next level" },
  "F-ELI-02": { zh: "只差一个月", en: "One month short" },
  "F-ELI-03": { zh: "结论取决于待定口径", en: "Result depends on an open reading" },
  "F-ELI-04": { zh: "同时满足更高级别", en: "Also meets a higher level" },
  "F-POL-01": { zh: "制度设置有错误", en: "The policy has an error" },
  "F-POL-02": { zh: "待定口径影响结果", en: "Open reading changes results" },
  "F-POL-03": { zh: "制度没有生效日期或发布人", en: "Policy without date or issuer" },
  "F-POL-04": { zh: "无法识别的口径设置", en: "Unknown decisions in the workbook" },
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
