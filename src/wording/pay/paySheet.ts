import type { PayByReading, PayMonth, PayUnderOption } from "../../views";
import { formatMonth, formatYuan } from "../../units";
import type { Both, Language } from "../language";
import { SHEET_NAMES } from "../sheet/inPolicyLanguage";
import { column, otherReadings, type WrittenColumn } from "../sheet/restricted";
import { bracketed, counted, joined, list, listed, NOTHING, quote, told } from "../say";
import { payrollPeopleSaid } from "./payrollPeople";
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
  employeeId: column({ zh: "工号", en: "Employee ID" }),
  name: column({ zh: "姓名", en: "Name" }),
  level: column({ zh: "级别", en: "Level" }),
  score: column({ zh: "绩效分数", en: "Score" }),
  sales: column({ zh: "销售额", en: "Sales" }),
  base: column({ zh: "底薪", en: "Base salary" }, "pay"),
  commission: column({ zh: "提成", en: "Commission" }, "pay"),
  performance: column({ zh: "绩效工资", en: "Performance pay" }, "pay"),
  extra: column({ zh: "额外奖励", en: "Extra award" }, "pay"),
  gross: column({ zh: "应发合计", en: "Gross pay" }, "pay"),
  adjustment: column({ zh: "人工调整", en: "Adjustment" }, "pay"),
  adjusted: column({ zh: "调整后合计", en: "Adjusted total" }, "pay"),
  fines: column({ zh: "罚款（仅列示，未扣）", en: "Fines (listed, not netted)" }, "fines"),
  clauses: column({ zh: "条款", en: "Clauses" }),
  note: column({ zh: "说明", en: "Note" }),
};

export function sayPayColumn(name: PayColumn, language: Language): string {
  return payColumns[name][language];
}

/** The texts around the payslips. */
export const paySheetWords = wordsOf({
  title: (month: string): Both => ({
    zh: `${SHEET_NAMES.payslips} ${month}`.trimEnd(),
    en: `Payslips ${month}`.trimEnd(),
  }),
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
  /** Above the department's own columns. */
  own: (sheetName: string): Both => ({
    zh: `本部门自有项目（照${quote(sheetName)}，未改动）`,
    en: `The department's own items (as on ${sheetName}, unchanged)`,
  }),
  /** Whoever signs below, each with a line to sign on. */
  preparedBy: { zh: "制表：", en: "Prepared by: " },
  reviewedBy: { zh: "审核：", en: "Reviewed by: " },
  approvedBy: { zh: "批准：", en: "Approved by: " },
  adjustmentHint: {
    zh: "按出勤折算等由人决定的金额（元），可正可负；更新工资表时按工号或姓名保留。",
    en: "Amounts in yuan that people decide, such as days worked; above or below 0. Kept by employee ID or name when the sheet is refreshed.",
  },
});

/** The texts on the strips to cut. */
export const payStripWords = wordsOf({
  title: (month: string): Both => ({
    zh: `${SHEET_NAMES.payStrips} ${month}`.trimEnd(),
    en: `Pay strips ${month}`.trimEnd(),
  }),
  month: { zh: "月份", en: "Month" },
});

/** 工资条 2025-06, in either language, so that the sheet is found again. */
export function sayPayStripsName({ month }: Pick<PayMonth, "month">): string {
  const { payStrips } = SHEET_NAMES;
  return month === null ? payStrips : `${payStrips} ${formatMonth(month)}`;
}

/** What stands above the strips: how many, from which sheet, and who has none. */
export function sayPayStripsAbout(
  { paid, unpaid }: PayMonth,
  sheetName: string,
  language: Language,
): readonly string[] {
  const names = unpaid.flatMap(({ person: { name, employeeId } }) =>
    name === "" && employeeId === "" ? [] : [name === "" ? employeeId : name],
  );
  return told([
    {
      zh: `成绩表：${sheetName}；${paid.length} 人，单位为元，未扣个人所得税和社会保险。`,
      en: `Score sheet: ${sheetName}; ${counted(paid.length, "person", "people")}, in yuan, before tax and social insurance.`,
    },
    names.length > 0 && {
      zh: `未能计算、没有工资条的人：${list(names, "zh")}`,
      en: `Not worked out, so without a strip: ${list(names, "en")}`,
    },
  ]).map((line) => line[language]);
}

/** 工资表 2025-06, in either language, so that the sheet is found again. */
export function sayPaySheetName({ month }: Pick<PayMonth, "month">): string {
  const { payslips } = SHEET_NAMES;
  return month === null ? payslips : `${payslips} ${formatMonth(month)}`;
}

/** The heading of a column of the department's own: its own words; one that the payroll has, too, says whose it is. */
export function sayOwnHeading(
  {
    heading,
    known,
  }: { readonly heading: string; readonly known: "gross" | "fines" | "net" | null },
  language: Language,
): string {
  if (known === null || known === "net") return heading;
  return { zh: `${heading}（表中）`, en: `${heading} (in the sheet)` }[language];
}

/** What stands above the payslips: month, policy, what the amounts are, readings nobody has decided. */
export function sayPayAbout(
  { month, policyName, policyFrom, undecided, people }: PayMonth,
  sheetName: string,
  formulas: boolean,
  language: Language,
): readonly string[] {
  const when = month === null ? "–" : formatMonth(month);
  const from = policyFrom === null ? null : formatMonth(policyFrom);
  const since = bracketed(from === null ? NOTHING : { zh: `自 ${from} 起`, en: `from ${from}` });
  const who = payrollPeopleSaid(people);
  const titles = listed(undecided.map(({ title }) => title));
  return told([
    {
      zh: `月份：${when}，成绩表：${sheetName}`,
      en: `Month: ${when}, score sheet: ${sheetName}`,
    },
    {
      zh: `制度：${policyName === "" ? "内置" : policyName}${since.zh}`,
      en: `Policy: ${policyName === "" ? "built in" : policyName}${since.en}`,
    },
    who ?? false,
    {
      zh: "单位为元，未扣个人所得税和社会保险；罚款只列示，未从应发合计中扣除。",
      en: "In yuan, before tax and social insurance; fines are listed and not taken off the gross pay.",
    },
    formulas && {
      zh: "金额为公式，随成绩表变化；人员或级别变动后请重新写出。",
      en: "Amounts are formulas that follow the score sheet; write it again when people or levels change.",
    },
    undecided.length > 0 && {
      zh: `尚未确认的口径（暂按推荐计算）：${titles.zh}`,
      en: `Undecided readings (recommended ones count): ${titles.en}`,
    },
  ]).map((line) => line[language]);
}

const signed = (amount: PayUnderOption["difference"]): string =>
  `${amount > 0 ? "+" : ""}${formatYuan(amount)}`;

function underOption({ label, people, difference, newlyPaid, notPaid }: PayUnderOption): Both {
  if (people === 0) return { zh: `${label.zh}：不变`, en: `${label.en}: no change` };
  const parts = told([
    difference !== 0 && { zh: `${signed(difference)} 元`, en: signed(difference) },
    newlyPaid.people > 0 && {
      zh: `${newlyPaid.people} 人可以计算，共 ${formatYuan(newlyPaid.amount)} 元`,
      en: `${counted(newlyPaid.people, "more person", "more people")} can be paid, ${formatYuan(newlyPaid.amount)} in all`,
    },
    notPaid.people > 0 && {
      zh: `${notPaid.people} 人无法计算`,
      en: `${counted(notPaid.people, "person", "people")} cannot be paid`,
    },
  ]);
  const moved: Both =
    parts.length === 0 ? { zh: "合计不变", en: "the same in all" } : joined(parts, "comma");
  return {
    zh: `${label.zh}：${people} 人变化，${moved.zh}`,
    en: `${label.en}: changes ${counted(people, "person", "people")}, ${moved.en}`,
  };
}

/** What one option of an undecided reading would move. */
export function sayPayUnderOption(option: PayUnderOption, language: Language): string {
  return underOption(option)[language];
}

/** A reading that nobody has decided with what its options would move. */
export function sayPayByReading({ reading, options }: PayByReading, language: Language): string {
  const moved = joined(options.map(underOption), "semicolon");
  return {
    zh: `${reading.title.zh} — ${moved.zh}`,
    en: `${reading.title.en} — ${moved.en}`,
  }[language];
}
