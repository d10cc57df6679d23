import type { SheetField } from "../../scoresheet";
import type { Both, Language } from "../language";

/** What the columns of a score sheet are called in sentences. */
export const fieldNames: Readonly<Record<SheetField, Both>> = {
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
