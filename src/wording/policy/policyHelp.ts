import type { ClauseClass, LegalNote } from "../../policy";
import type { ChapterId, ClauseUse } from "../../views";
import type { Both, Language } from "../language";

const classes: Readonly<Record<ClauseClass, Both>> = {
  computable: { zh: "可计算", en: "computed" },
  attested: { zh: "由人确认", en: "attested by a person" },
  process: { zh: "流程", en: "procedure" },
  penalty: { zh: "有处罚的规矩", en: "rule with a penalty" },
  duty: { zh: "行为要求", en: "duty" },
  information: { zh: "说明", en: "information" },
};

export function sayClauseClass(of: ClauseClass, language: Language): string {
  return classes[of][language];
}

const chapters: Readonly<Record<ChapterId, Both>> = {
  "0": { zh: "文件标题", en: "Titles" },
  "1": { zh: "第 1 章 目的", en: "1 Purpose" },
  "2": { zh: "第 2 章 原则", en: "2 Principles" },
  "3": { zh: "第 3 章 级别", en: "3 Levels" },
  "4": { zh: "第 4 章 各级条件", en: "4 Criteria" },
  "5": { zh: "第 5 章 晋升流程", en: "5 Procedures" },
  "6": { zh: "第 6 章 薪酬", en: "6 Pay" },
  R: { zh: "规章 R：工时、例会、备忘录、投诉", en: "R House rules: hours, meetings, complaints" },
  W: { zh: "规章 W：工作行为、离岗", en: "W Conduct at work, leaving the post" },
};

export function sayChapter(id: ChapterId, language: Language): string {
  return chapters[id][language];
}

const uses: Readonly<Record<ClauseUse, Both>> = {
  basePay: {
    zh: "底薪与应发（CS.BASEPAY、CS.PAY、CS.PAYSLIP）",
    en: "base and gross pay (CS.BASEPAY, CS.PAY, CS.PAYSLIP)",
  },
  commission: { zh: "提成（CS.COMMISSION、CS.PAY）", en: "commission (CS.COMMISSION, CS.PAY)" },
  tier: { zh: "绩效等级（CS.TIER）", en: "tier of a score (CS.TIER)" },
  performancePay: {
    zh: "绩效工资（CS.PERFPAY、CS.PAY）",
    en: "performance pay (CS.PERFPAY, CS.PAY)",
  },
  promotion: {
    zh: "晋升判断（校验、CS.ELIGIBLE、CS.MONTHSLEFT、CS.WHY）",
    en: "promotion (validating, CS.ELIGIBLE, CS.MONTHSLEFT, CS.WHY)",
  },
  skip: { zh: "越级提示（校验）", en: "hint at a skip (validating)" },
  procedure: { zh: "晋升候选人的待完成事项", en: "what a candidate still has to do" },
  review: { zh: "绩效复核（校验、CS.RISK）", en: "performance review (validating, CS.RISK)" },
  fines: { zh: "罚款列示（校验、CS.FINE）", en: "fines listed (validating, CS.FINE)" },
  probation: { zh: "试用期检查", en: "checks of probation" },
};

export function sayClauseUse(use: ClauseUse, language: Language): string {
  return uses[use][language];
}

/** The principles by which every recommended reading was chosen, in their order. */
const principles: readonly (Both & { readonly id: string })[] = [
  {
    id: "P0",
    zh: "有争议的地方从不悄悄计算：结果旁边写出所用的口径；牵涉金额时，同时写出另一口径下的金额。",
    en: "Nothing disputed is computed in silence: the result names its reading and, where money is at stake, the amount under the other one.",
  },
  {
    id: "P1",
    zh: "明写的参数（门槛、比例）优先于算例和对它的重复。",
    en: "A declared parameter goes before an example of it or a repetition.",
  },
  {
    id: "P2",
    zh: "结果不合情理的读法不采用。",
    en: "A reading with an absurd result is rejected.",
  },
  {
    id: "P3",
    zh: "写得绝对的外侧界限（低于、或者以上、等于或大于）不可突破；空档归给不突破界限的一侧，重叠归给对员工有利的一侧。",
    en: "Expressly drawn outer limits are hard; a gap goes to the neighbour that breaks none of them, an overlap to the employee.",
  },
  {
    id: "P4",
    zh: "“以上、以下、以内”包含本数，“超过、低于”不包含（参照民法典第 1259 条）。",
    en: "“Or more, or less, within” include the number; “over, below” exclude it (by analogy with Civil Code art. 1259).",
  },
  {
    id: "P5",
    zh: "不利于员工的条款从窄理解，结果只是“由人复核”，从不自动辞退。",
    en: "Clauses against the employee are read narrowly and end in a review by people, never in an automatic dismissal.",
  },
  {
    id: "P6",
    zh: "没有写的，不给钱，也不处罚。",
    en: "Silence grants no money and no penalty.",
  },
  {
    id: "P7",
    zh: "让人够得上高一级却够不上低一级的读法不采用。",
    en: "A reading by which somebody reaches a higher level and fails a lower one is rejected.",
  },
];

export function sayPrinciples(
  language: Language,
): readonly { readonly id: string; readonly text: string }[] {
  return principles.map((principle) => ({ id: principle.id, text: principle[language] }));
}

const legalNotes: Readonly<Record<LegalNote, { readonly title: Both; readonly text: Both }>> = {
  L1: {
    title: { zh: "罚款", en: "Fines" },
    text: {
      zh: "企业对职工罚款的旧依据（企业职工奖惩条例）已于 2008 年 1 月 15 日废止，许多仲裁会判退罚款；广东自 2013 年 5 月起对规章里的罚款可以处罚。工资支付暂行规定第 15、16 条只允许为赔偿经济损失扣款，每月不超过工资的 20%，扣后不低于当地最低工资。所以罚款只列示，不从工资里扣。",
      en: "The old basis for fining employees was repealed on 15 January 2008 and many tribunals refund fines; Guangdong has penalised fines in company rules since May 2013. Articles 15–16 of the interim rules on wage payment allow deductions for economic loss only, up to 20 % of the month's wage and never below the local minimum wage. Hence fines are listed, not deducted.",
    },
  },
  L2: {
    title: { zh: "试用期期限", en: "Length of probation" },
    text: {
      zh: "劳动合同法第 19 条：合同 3 个月至不满 1 年的，试用期最多 1 个月；1 年至不满 3 年的，最多 2 个月；3 年以上或无固定期限的，最多 6 个月。初级要求连续三个月成绩，只有 3 年以上的合同容得下。",
      en: "Labour Contract Law art. 19: at most 1 month of probation with a contract of 3 to 12 months, 2 months with 1 to 3 years, 6 months with 3 years or more or no fixed term. Three months of scores fit only contracts of 3 years or more.",
    },
  },
  L3: {
    title: { zh: "试用期工资", en: "Pay in probation" },
    text: {
      zh: "劳动合同法第 20 条：试用期工资不低于约定工资或同岗位最低档的 80%，也不低于当地最低工资。试用期底薪虽与初级相同，与初级的全部收入相比可能不足 80%；2200 元在不少地区已低于最低工资。请填写当地最低工资以便核对。",
      en: "Labour Contract Law art. 20: at least 80 % of the agreed wage or of the lowest grade of the post, and at least the local minimum wage. The base equals the junior's, but may be under 80 % of a junior's whole pay, and 2200 is below the minimum wage in a number of regions. Enter the local figure to have it checked.",
    },
  },
  L4: {
    title: { zh: "因考评解除劳动合同", en: "Ending employment over assessments" },
    text: {
      zh: "连续三个月不及格本身不是合法的解除理由。劳动合同法第 40 条第 2 项要求经培训或调岗后仍不能胜任，并提前 30 日通知或付代通知金，另付经济补偿；排名末位不等于不能胜任。第 42 条保护孕期、产期、哺乳期和医疗期。第 39 条第 2 项要求规章有效且违反严重。",
      en: "Three failed months are no lawful ground by themselves: art. 40(2) needs incompetence that persists after training or transfer, 30 days' notice or pay in lieu, and severance; ranking last is not incompetence. Art. 42 protects pregnancy, maternity, nursing and medical leave. Art. 39(2) needs a serious breach of valid rules.",
    },
  },
  L5: {
    title: { zh: "“自动离职”", en: "“Automatic departure”" },
    text: {
      zh: "投诉达到几次并不能自动终止劳动合同，须由人按法定程序处理。",
      en: "A number of complaints cannot end a contract by itself; people have to follow the legal procedure.",
    },
  },
  L6: {
    title: { zh: "制度的效力", en: "Validity of the rules" },
    text: {
      zh: "劳动合同法第 4 条：涉及报酬和纪律的规章须与职工民主协商并公示。文件里看不出做过这两步。",
      en: "Art. 4: rules on pay and discipline need consultation with staff and publication. The file shows neither.",
    },
  },
  L7: {
    title: { zh: "工时和加班", en: "Hours and overtime" },
    text: {
      zh: "9:00–18:00 或 15:00–24:00、每周单休，一周约 48 至 54 小时；标准工时是 40 小时（劳动法第 36 条为 44 小时），加班须协商、付加班费，每月不超过 36 小时。“自动延长”和配合调班加班的部分都要付加班费。",
      en: "9–18 or 15–24 with one rest day is about 48 to 54 hours a week; the standard is 40 (44 in art. 36 of the Labour Law). Overtime must be agreed and paid, at most 36 hours a month; extended shifts and promotion overtime count.",
    },
  },
  L8: {
    title: { zh: "少付工资", en: "Underpayment" },
    text: {
      zh: "提成起点、绩效比例、储备主管底薪若选对公司有利的一侧，可能构成少付：劳动合同法第 85 条可责令补足，并加付 50% 至 100%。",
      en: "Taking the employer's side on the commission threshold, the performance rate or the reserve supervisor's salary may be underpayment: art. 85 allows arrears plus 50 to 100 %.",
    },
  },
};

export function sayLegalNote(
  note: LegalNote,
  language: Language,
): { readonly title: string; readonly text: string } {
  const { title, text } = legalNotes[note];
  return { title: title[language], text: text[language] };
}

/** In their order. */
export function legalNoteIds(): readonly LegalNote[] {
  return ["L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8"];
}
