import type { FindingType } from "../../findings";
import type { SheetField } from "../../scoresheet";
import type { Language } from "../language";

type Both = Readonly<Record<Language, string>>;

/** What a group of findings is called: the trouble in few words, since its rows tell the rest. */
const findingTitles: Readonly<Record<FindingType, Both>> = {
  columnMissing: { zh: "缺少必需的列", en: "Required column missing" },
  columnTwice: { zh: "两列含义相同", en: "Two columns mean the same" },
  monthHeaderWithoutYear: { zh: "月份列缺年份", en: "Month heading without year" },
  monthHeaderUnusable: { zh: "月份列无法识别或重复", en: "Month heading unreadable or repeated" },
  rowsHidden: { zh: "含隐藏的行", en: "Hidden rows are included" },
  cellsMerged: { zh: "有合并单元格", en: "Merged cells" },
  cellsNotCalculated: { zh: "Excel 还没有算完", en: "Not calculated yet" },
  employeeMissing: { zh: "没有工号和姓名", en: "No employee ID and no name" },
  namesake: { zh: "同名不同工号", en: "Same name, different IDs" },
  nameVaries: { zh: "工号或姓名写法不一致", en: "ID or name written differently" },
  noLongerScored: { zh: "近两月没有成绩", en: "No score for two months" },
  levelUnknown: { zh: "级别无法识别", en: "Unknown level" },
  levelJumps: { zh: "级别跳级或下降", en: "Level jumps or falls" },
  levelWithoutRecord: { zh: "升级没有流程记录", en: "Level change without a record" },
  probationTooLong: { zh: "试用期过长", en: "Long probation" },
  monthUnusable: { zh: "月份无法识别或在将来", en: "Month unreadable or in the future" },
  monthTwice: { zh: "同一人同一月重复", en: "Same person and month twice" },
  scoredBeforeHired: { zh: "成绩早于入职", en: "Score before the hiring date" },
  interiorMonthMissing: { zh: "中间缺月份成绩", en: "Score missing in between" },
  asOfMonthMissing: { zh: "评定月缺成绩", en: "Score of the assessed month missing" },
  recordTooShort: { zh: "记录开始得太晚", en: "Records begin too late" },
  scoreNotNumber: { zh: "成绩不是数字", en: "Score is not a number" },
  scoreAsText: { zh: "成绩写成了文本", en: "Score stored as text" },
  scoreOutOfRange: { zh: "成绩超出范围", en: "Score out of range" },
  scoreZero: { zh: "成绩为 0，待确认", en: "Score 0 to be confirmed" },
  scoresAsFractions: { zh: "成绩像是小数比例", en: "Scores look like fractions" },
  scoreDisputed: { zh: "成绩落在有争议的分界", en: "Score at a disputed limit" },
  scoreShownOtherwise: { zh: "显示与实际成绩不同档", en: "Shown in another tier than stored" },
  scoreDecimals: { zh: "成绩小数位过多", en: "Score with many decimals" },
  scoresAsGrades: { zh: "成绩填的是等级", en: "Grades instead of scores" },
  typedAmongFormulas: { zh: "公式列里有手填成绩", en: "Typed score among formulas" },
  salesNotNumber: { zh: "销售额不是数字", en: "Sales are not a number" },
  salesNegative: { zh: "销售额为负", en: "Negative sales" },
  salesDisputed: { zh: "销售额落在有争议的起点", en: "Sales at a disputed threshold" },
  salesMissing: { zh: "缺销售额", en: "Sales missing" },
  salesBelowThreshold: { zh: "销售额紧贴起点", en: "Sales just below a threshold" },
  salesUnitUnknown: { zh: "销售额的单位待确认", en: "Unit of sales to be confirmed" },
  salesOutOfProportion: { zh: "销售额远超平时", en: "Sales far above the usual" },
  payDiffers: { zh: "工资与制度不符", en: "Pay differs from the policy" },
  rateDisputed: { zh: "绩效比例有争议", en: "Disputed performance rate" },
  salaryUndecided: { zh: "底薪待定", en: "Base salary undecided" },
  probationPayDisputed: { zh: "试用期提成和绩效有争议", en: "Disputed pay in probation" },
  monthNotWhole: { zh: "当月须按天折算", en: "Month to be shared out by days" },
  salaryTooLow: { zh: "底薪低于法定要求", en: "Base salary below the law" },
  failsReachReview: { zh: "绩效复核", en: "Performance review" },
  failsBelowReview: { zh: "连续不及格预警", en: "Failing months in a row" },
  complaintsReachReview: { zh: "当月投诉过多", en: "Many complaints in the month" },
  finesInPay: { zh: "有罚款或从工资扣罚", en: "Fines in the sheet" },
  countUnusable: { zh: "次数填写有误", en: "Not a count" },
  candidate: { zh: "成绩达标", en: "Scores reach the next level" },
  oneMonthShort: { zh: "只差一个月", en: "One month short" },
  candidateDisputed: { zh: "结论取决于待定口径", en: "Result depends on an open reading" },
  alsoMeetsHigher: { zh: "同时满足更高级别", en: "Also meets a higher level" },
  policyFaulty: { zh: "制度设置有错误", en: "The policy has an error" },
  readingUndecided: { zh: "待定口径影响结果", en: "Open reading changes results" },
  policyUndated: { zh: "制度没有生效日期或发布人", en: "Policy without date or issuer" },
  decisionUnknown: { zh: "无法识别的口径设置", en: "Unknown decisions in the workbook" },
};

export function sayFindingTitle(type: FindingType, language: Language): string {
  return findingTitles[type][language];
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
