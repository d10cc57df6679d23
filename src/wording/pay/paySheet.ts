import type { PayByReading, PayMonth, PayUnderOption } from "../../views";
import { formatMonth, formatYuan } from "../../units";
import type { Language } from "../language";
import { column, otherReadings, type WrittenColumn } from "../sheet/restricted";
import { counted } from "../say";
import { sayPayrollPeople } from "./payrollPeople";
import { wordsOf } from "../words";

/** The columns of the payslips, in their order; the five from the base on are those of CS.PAYSLIP. */
export const PAY_COLUMNS = [
  "employeeId",
  "name",
  "level",
  "score",
  "sales",
  "base",
  "commission",
  "performance",
  "extra",
  "gross",
  "adjustment",
  "adjusted",
  "fines",
  "clauses",
  "note",
] as const;
export type PayColumn = (typeof PAY_COLUMNS)[number];

export const payColumns: Readonly<Record<PayColumn, WrittenColumn>> = {
  employeeId: column("工号", "Employee ID"),
  name: column("姓名", "Name"),
  level: column("级别", "Level"),
  score: column("绩效分数", "Score"),
  sales: column("销售额", "Sales"),
  base: column("底薪", "Base salary", "pay"),
  commission: column("提成", "Commission", "pay"),
  performance: column("绩效工资", "Performance pay", "pay"),
  extra: column("额外奖励", "Extra award", "pay"),
  gross: column("应发合计", "Gross pay", "pay"),
  adjustment: column("人工调整", "Adjustment", "pay"),
  adjusted: column("调整后合计", "Adjusted total", "pay"),
  fines: column("罚款（仅列示，未扣）", "Fines (listed, not netted)", "fines"),
  clauses: column("条款", "Clauses"),
  note: column("说明", "Note"),
};

export function sayPayColumn(name: PayColumn, language: Language): string {
  return payColumns[name][language];
}

/** The texts around the payslips. */
export const paySheetWords = wordsOf({
  title: {
    zh: (month: string): string => `工资表 ${month}`.trimEnd(),
    en: (month: string): string => `Payslips ${month}`.trimEnd(),
  },
  total: { zh: "合计", en: "Total" },
  unpaid: { zh: "未能计算的人（不计入合计）", en: "Not worked out (not in the totals)" },
  gone: {
    zh: "已不在本月名单、但写过人工调整的人（不计入合计）",
    en: "No longer in this month, but with an adjustment (not in the totals)",
  },
  otherReadings: {
    zh: `${otherReadings.zh}下的差额`,
    en: `Differences under ${otherReadings.en}s`,
  },
  prorated: {
    zh: "当月须按天折算，请写人工调整",
    en: "To be shared out by days: write an adjustment",
  },
  salesBlank: { zh: "销售额空白，按 0 计", en: "Sales are blank and count as 0" },
  finesUnknown: {
    zh: "投诉或离岗次数无法读取，罚款未列",
    en: "Complaints or leaves cannot be read; fines are not listed",
  },
  adjustmentHint: {
    zh: "按出勤折算等由人决定的金额（元），可正可负；更新工资表时按工号或姓名保留。",
    en: "Amounts in yuan that people decide, such as days worked; above or below 0. Kept by employee ID or name when the sheet is refreshed.",
  },
});
export type PaySheetWords = ReturnType<typeof paySheetWords>;

/** 工资表 2025-06, in either language, so that the sheet is found again. */
export function sayPaySheetName({ month }: Pick<PayMonth, "month">): string {
  return month === null ? "工资表" : `工资表 ${formatMonth(month)}`;
}

/** What stands above the payslips: month, policy, what the amounts are, readings nobody has decided. */
export function sayPayAbout(
  { month, policyName, policyFrom, undecided, people }: PayMonth,
  sheetName: string,
  formulas: boolean,
  language: Language,
): readonly string[] {
  const when = month === null ? "–" : formatMonth(month);
  const from = policyFrom === null ? "" : formatMonth(policyFrom);
  const who = [sayPayrollPeople(people, language)].filter((line) => line !== "");
  const titles = undecided.map(({ title }) => title[language]);
  return {
    zh: [
      `月份：${when}，成绩表：${sheetName}`,
      `制度：${policyName === "" ? "内置" : policyName}${from === "" ? "" : `（自 ${from} 起）`}`,
      ...who,
      "单位为元，未扣个人所得税和社会保险；罚款只列示，未从应发合计中扣除。",
      ...(formulas ? ["金额为公式，随成绩表变化；人员或级别变动后请重新写出。"] : []),
      ...(titles.length === 0 ? [] : [`尚未确认的口径（暂按推荐计算）：${titles.join("、")}`]),
    ],
    en: [
      `Month: ${when}, score sheet: ${sheetName}`,
      `Policy: ${policyName === "" ? "built in" : policyName}${from === "" ? "" : ` (from ${from})`}`,
      ...who,
      "In yuan, before tax and social insurance; fines are listed and not taken off the gross pay.",
      ...(formulas
        ? [
            "Amounts are formulas that follow the score sheet; write it again when people or levels change.",
          ]
        : []),
      ...(titles.length === 0
        ? []
        : [`Undecided readings (recommended ones count): ${titles.join(", ")}`]),
    ],
  }[language];
}

const signed = (amount: PayUnderOption["difference"]): string =>
  `${amount > 0 ? "+" : ""}${formatYuan(amount)}`;

/** What one option of an undecided reading would move. */
export function sayPayUnderOption(option: PayUnderOption, language: Language): string {
  const { label, people, difference, newlyPaid, notPaid } = option;
  if (people === 0) return { zh: `${label.zh}：不变`, en: `${label.en}: no change` }[language];
  const parts = [
    ...(difference === 0
      ? []
      : [{ zh: `${signed(difference)} 元`, en: signed(difference) }[language]]),
    ...(newlyPaid.people === 0
      ? []
      : [
          {
            zh: `${newlyPaid.people} 人可以计算，共 ${formatYuan(newlyPaid.amount)} 元`,
            en: `${counted(newlyPaid.people, "more person", "more people")} can be paid, ${formatYuan(newlyPaid.amount)} in all`,
          }[language],
        ]),
    ...(notPaid.people === 0
      ? []
      : [
          {
            zh: `${notPaid.people} 人无法计算`,
            en: `${counted(notPaid.people, "person", "people")} cannot be paid`,
          }[language],
        ]),
  ];
  return {
    zh: `${label.zh}：${people} 人变化，${parts.length === 0 ? "合计不变" : parts.join("，")}`,
    en: `${label.en}: changes ${counted(people, "person", "people")}, ${parts.length === 0 ? "the same in all" : parts.join(", ")}`,
  }[language];
}

/** A reading that nobody has decided with what its options would move. */
export function sayPayByReading({ reading, options }: PayByReading, language: Language): string {
  const moved = options.map((option) => sayPayUnderOption(option, language));
  return {
    zh: `${reading.title.zh} — ${moved.join("；")}`,
    en: `${reading.title.en} — ${moved.join("; ")}`,
  }[language];
}
