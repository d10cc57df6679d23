import type { SheetField } from "../../units";
import type {
  BandEnd,
  ClauseId,
  FieldNames,
  PathStep,
  PolicyValues,
  PromotionPathValue,
  ReadingId,
  Words,
} from "../types";

// The numbers and words of the department's policy. Code elsewhere holds none of them.

const at = (points: number): BandEnd => ({ points, inclusive: true });
const short = (points: number): BandEnd => ({ points, inclusive: false });
const by = <T, O extends string>(reading: ReadingId, choices: Record<O, T>) => ({
  reading,
  choices,
});

// ---------------------------------------------------------------- promotion paths

const words = (zh: string, en: string): Words => ({ zh, en });

const attest = (clause: ClauseId, zh: string, en: string, ...more: ClauseId[]): PathStep => ({
  kind: "attestation",
  clauses: [clause, ...more],
  label: words(zh, en),
  scored: false,
  passMark: null,
});

const step = (
  kind: PathStep["kind"],
  clauses: readonly ClauseId[],
  zh: string,
  en: string,
  scored = false,
): PathStep => ({ kind, clauses, label: words(zh, en), scored, passMark: null });

const ownApplication = step("application", ["§6.Z"], "本人申请", "Own application");
const noBreach = attest("§4.1.A", "遵守制度、无违纪", "Obeys the rules, no breach");
const notice = step("notice", ["§6.Z"], "行政部通知", "Notice by administration");

const steppedReview: readonly PathStep[] = [
  step("vote", ["§5.2b"], "部门匿名评选", "Anonymous vote in the department", true),
  step("recommendation", ["§5.2c"], "部门领导推举", "Recommendation by the department head"),
  step("review", ["§5.2c", "§6.Z"], "总经办、领导组审核", "Review by the general manager's office"),
  step("approval", ["§5.2c"], "员工晋升审批流程", "Promotion approval flow"),
  notice,
];

const paths: readonly PromotionPathValue[] = [
  {
    from: "probation",
    to: "junior",
    periodMonths: null,
    clauses: ["§5.1"],
    inferred: false,
    steps: [
      ownApplication,
      noBreach,
      attest("§4.1.B", "认同企业文化、有职业涵养", "Fits the culture, professional manner"),
      attest("§4.1.C", "诚信务实、积极创新", "Honest, diligent, proactive"),
      attest("§4.1.D", "精通本职与流程知识", "Masters own work and processes"),
      attest("§4.1.E", "工作业绩突出", "Outstanding results"),
      attest("§4.1.F", "试用期知识技巧考核合格", "Passed the probation test"),
      step("assessment", ["§5.1"], "部门转正考核", "Department's confirmation assessment", true),
      step("review", ["§6.Z"], "领导组审核", "Review by the leadership group"),
      step("approval", ["§5.1"], "员工转正审批流程", "Confirmation approval flow"),
      notice,
    ],
  },
  {
    from: "junior",
    to: "middle",
    periodMonths: 3,
    clauses: ["§5.2a", "§5.2b", "§5.2c"],
    inferred: false,
    steps: [
      ownApplication,
      noBreach,
      attest("§4.2.A", "沟通表达获客户与同事认可", "Communication praised by others"),
      attest("§4.2.B", "熟练掌握店铺后台操作", "Masters the shop's operations"),
      attest("§4.2.C", "主动发现不足并提出改善", "Finds gaps, proposes improvements"),
      attest("§4.2.E", "协助领导完成本职以外工作", "Helps the head beyond own duties"),
      ...steppedReview,
    ],
  },
  {
    from: "middle",
    to: "senior",
    periodMonths: 6,
    clauses: ["§5.2a", "§5.2b", "§5.2c"],
    inferred: true,
    steps: [
      ownApplication,
      noBreach,
      attest(
        "§4.3.A",
        "沟通出色、转化高、乐于分享经验",
        "Strong communication, high conversion, shares experience",
        "§4.3.A+",
      ),
      attest("§4.3.B", "主动补位、总结产品与常见问题", "Covers for others, writes up knowledge"),
      attest("§4.3.C", "提出有效方案、完善流程", "Effective solutions, better processes"),
      ...steppedReview,
    ],
  },
  {
    from: "senior",
    to: "reserve",
    periodMonths: 12,
    clauses: ["§5.3a", "§5.3b", "§5.3c"],
    inferred: false,
    steps: [
      step("recommendation", ["§5.3b"], "部门领导推举", "Recommendation by the department head"),
      step("application", ["§5.3b"], "本人向总经理申请", "Own application to the general manager"),
      noBreach,
      attest("§4.4.A", "任高级客服表现突出、独当一面", "Outstanding in the senior post"),
      attest("§4.4.B", "业绩突出、认同企业、积极影响同事", "Outstanding, loyal, optimistic"),
      attest("§4.4.C", "能独立编写流程制度与方案", "Writes process documents alone"),
      attest("§4.4.D", "能独立组织部门培训", "Runs the department's training"),
      attest("§4.4.E", "能代理部门领导安排工作", "Stands in for the head"),
      attest("§4.4.F", "冷静处理突发事件", "Handles incidents calmly"),
      step("review", ["§5.3c"], "推举与申请的审核", "Review of recommendation and application"),
      step(
        "defence",
        ["§5.3c"],
        "晋升答辩：演讲、评审团评分、问答",
        "Promotion defence: speech, panel scores, questions",
        true,
      ),
      notice,
    ],
  },
];

// ---------------------------------------------------------------- headings

const field = (name: string, ...synonyms: string[]): FieldNames => ({ name, synonyms });

const headings: Record<SheetField, FieldNames> = {
  employeeId: field("工号", "员工编号", "编号", "ID", "员工ID"),
  name: field("姓名", "员工姓名", "客服姓名"),
  month: field("月份", "考核月份", "年月", "所属月份", "考核期", "月"),
  level: field("级别", "职级", "岗位", "客服等级", "岗位级别"),
  score: field(
    "绩效分数",
    "绩效考核分数",
    "考核得分",
    "绩效得分",
    "考评分",
    "得分",
    "分数",
    "绩效",
  ),
  sales: field("销售额", "实际销售额", "当月销售额", "业绩", "成交额", "销售业绩"),
  extra: field("额外奖励", "奖金", "其他奖励", "奖励"),
  complaints: field("投诉次数", "买家投诉", "投诉", "客诉"),
  leaves: field("离岗次数", "违规离岗", "私自离岗"),
  hired: field("入职日期", "入职时间", "到岗日期"),
  confirmed: field("转正日期"),
  levelSince: field("现级别起始月", "晋升日期", "任现级日期"),
  note: field("备注"),
  shopAccount: field("旺旺名"),
  basePaid: field("底薪", "基本工资", "岗位底薪"),
  commissionPaid: field("提成", "销售提成"),
  performancePaid: field("绩效工资", "绩效奖金"),
  grossPaid: field("应发合计", "应发工资", "应发"),
  finesPaid: field("罚款", "扣款"),
  netPaid: field("实发工资"),
};

// ---------------------------------------------------------------- the policy

export const builtInValues: PolicyValues = {
  levels: [
    {
      id: "probation",
      name: words("新客服(试用)", "Probation"),
      aliases: ["新客服", "新员工", "试用", "试用期"],
      baseSalaryFen: 220_000,
      variablePay: by("PROBATION_VARIABLE", { none: false, full: true }),
      clause: "§6.S1",
    },
    {
      id: "junior",
      name: words("初级客服", "Junior agent"),
      aliases: ["初级"],
      baseSalaryFen: 220_000,
      variablePay: true,
      clause: "§6.S2",
    },
    {
      id: "middle",
      name: words("中级客服", "Intermediate agent"),
      aliases: ["中级"],
      baseSalaryFen: 240_000,
      variablePay: true,
      clause: "§6.S3",
    },
    {
      id: "senior",
      name: words("高级客服", "Senior agent"),
      aliases: ["高级"],
      baseSalaryFen: 280_000,
      variablePay: true,
      clause: "§6.S4",
    },
    {
      id: "reserve",
      name: words("储备主管", "Reserve supervisor"),
      aliases: ["储备"],
      baseSalaryFen: by("SALARY_RESERVE", { "3000": 300_000, "30000": 3_000_000 }),
      variablePay: true,
      clause: "§6.S5",
    },
  ],
  score: {
    minimumPoints: 0,
    maximumPoints: 100,
    rounding: by("SCORE_ROUNDING", { none: "none", integer: "integer" }),
    bands: [
      {
        tier: 4,
        from: at(0),
        to: by("SCORE_60", { T3: short(60), T4: short(61), undefined: short(60) }),
        rateBasisPoints: 0,
        formulaBasisPoints: 0,
        clause: "§6.P4",
      },
      {
        tier: 3,
        from: by("SCORE_60", { T3: at(60), T4: at(61), undefined: at(61) }),
        to: by("SCORE_80", { T2: short(80), T3: at(80), undefined: at(80) }),
        rateBasisPoints: 500,
        formulaBasisPoints: 500,
        clause: "§6.P3",
      },
      {
        tier: 2,
        from: by("SCORE_80", { T2: at(80), T3: short(80), undefined: at(80) }),
        to: by("SCORE_90_91", { T2: short(91), T1: at(90), undefined: at(90) }),
        rateBasisPoints: 1000,
        formulaBasisPoints: 1000,
        clause: "§6.P2",
      },
      {
        tier: 1,
        from: by("SCORE_90_91", { T2: at(91), T1: short(90), undefined: at(91) }),
        to: at(100),
        rateBasisPoints: by("PERF_T1_RATE", { "15": 1500, "20": 2000 }),
        formulaBasisPoints: 2000,
        clause: "§6.P1",
      },
    ],
  },
  commission: {
    mode: by("COMMISSION_MODE", { whole: "whole", fixed: "fixed", marginal: "marginal" }),
    belowFirstBasisPoints: 0,
    bands: [
      { fromFen: 2_000_000, rateBasisPoints: 70, printedFen: 14_000, clause: "§6.C4" },
      { fromFen: 3_000_000, rateBasisPoints: 90, printedFen: 27_000, clause: "§6.C3" },
      { fromFen: 4_000_000, rateBasisPoints: 100, printedFen: 40_000, clause: "§6.C2" },
      {
        fromFen: by("COMMISSION_T1_FROM", { "60000": 6_000_000, "50000": 5_000_000 }),
        rateBasisPoints: 130,
        printedFen: 65_000,
        clause: "§6.C1",
      },
    ],
    clause: "§6.C0",
  },
  performance: {
    scoreInPay: by("SCORE_IN_PAY", { fraction: "fraction", raw: "raw" }),
    clause: "§6.P0",
  },
  promotion: {
    criteriaRole: by("CRITERIA_ROLE", { entry: "entry", exit: "exit" }),
    windowKind: by("WINDOW_KIND", {
      rolling: "rolling",
      calendar: "calendar",
      preceding: "preceding",
    }),
    windowHistory: by("WINDOW_HISTORY", { full: "full", recorded: "recorded" }),
    streakAnchor: by("STREAK_ANCHOR", { latest: "latest", any: "any" }),
    streakScope: by("STREAK_SCOPE", {
      history: "history",
      sinceLastPromotion: "sinceLastPromotion",
    }),
    missingMonth: by("MISSING_MONTH", { break: "break", bridge: "bridge" }),
    statutoryLeave: by("STATUTORY_LEAVE", { bridge: "bridge", break: "break" }),
    rules: [
      {
        level: "junior",
        streakMonths: 3,
        worstTier: 2,
        tierBound: by("JUNIOR_H", { atLeast: "atLeast", exactly: "exactly" }),
        inner: null,
        window: null,
        clauses: ["§4.1.H"],
      },
      {
        level: "middle",
        streakMonths: by("MIDDLE_MONTHS", { "5": 5, "3": 3 }),
        worstTier: 2,
        tierBound: "atLeast",
        inner: {
          months: 2,
          tier: 1,
          bound: by("MIDDLE_T1_COUNT", { atLeast: "atLeast", exactly: "exactly" }),
        },
        window: null,
        clauses: ["§4.2.F"],
      },
      {
        level: "senior",
        streakMonths: 5,
        worstTier: 1,
        tierBound: "atLeast",
        inner: null,
        window: { months: 6, worstTier: 2 },
        clauses: ["§4.3.E"],
      },
      {
        level: "reserve",
        streakMonths: 8,
        worstTier: 1,
        tierBound: "atLeast",
        inner: null,
        window: { months: 12, worstTier: 2 },
        clauses: ["§4.4.H"],
      },
    ],
    paths,
    skipLimit: "senior",
    skipClause: "§2.3",
  },
  review: {
    streak: 3,
    failBelowPoints: 60,
    failTier: 4,
    definition: by("FAIL_DEF", { below60: "below", tier4: "tier" }),
    basis: by("DISMISSAL_BASIS", { months: "months", assessments: "assessments" }),
    scope: by("DISMISSAL_SCOPE", { all: null, juniorOnly: "junior" }),
    anchor: by("DISMISSAL_ANCHOR", { latest: "latest", any: "any" }),
    clause: "§4.1.G",
  },
  fines: {
    firstComplaintFen: 5_000,
    twoComplaintsFen: by("COMPLAINT_2ND", { second100: 15_000, total100: 10_000 }),
    furtherComplaints: by("COMPLAINT_3RD_FINE", { none: "none", keepDoubling: "keepDoubling" }),
    separationReviewFrom: by("COMPLAINT_3_INCLUSIVE", { yes: 3, no: 4 }),
    complaintClause: "§R5b",
    leaveFen: 1_000,
    leaveMinutes: 10,
    leaveBound: by("LEAVE_10", { over: "over", atLeast: "atLeast" }),
    leaveNeedsLoss: by("LEAVE_NEEDS_LOSS", { yes: true, no: false }),
    leaveClause: "§W4c",
    netted: by("FINES_NETTED", { no: false, yes: true }),
    greatestCount: 1_000,
    greatestFineFen: 100_000_000_000_000,
  },
  probation: {
    level: "probation",
    limitMonths: 6,
    leastShareBasisPoints: 8_000,
    clause: "§6.S1",
  },
  localMinimumWageFen: null,
  notAssessed: {
    statutoryLeave: ["产假", "陪产假", "工伤", "婚假", "丧假", "年假"],
    other: ["-", "—", "–", "/", "\\", "无", "未考核", "未评", "休假", "病假", "事假", "N/A", "n/a"],
  },
  headings,
  document: { issuer: null, effectiveFrom: null },
};
