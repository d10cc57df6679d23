import type { PayComponent, PayMonth, Payslip } from "../../views";
import { formatMonth, formatYuan, type Fen } from "../../units";
import type { Language } from "../language";
import { sayPayColumn } from "./paySheet";
import { counted, number } from "../say";

/** The fixed words of the page "薪资". */
export interface PayPageWords {
  readonly writePayslips: string;
  readonly formulas: string;
  readonly withOtherReadings: string;
  readonly workOut: string;
  readonly findings: string;
  readonly noFindings: string;
  readonly totals: string;
  readonly component: string;
  readonly amount: string;
  readonly level: string;
  readonly people: string;
  readonly net: string;
  readonly fines: string;
  readonly byReading: string;
  readonly noReadings: string;
  readonly unpaid: string;
  readonly unpaidHint: string;
  readonly payslips: string;
  readonly nobody: string;
  readonly noMonth: string;
  readonly nameless: string;
}

const zh: PayPageWords = {
  writePayslips: "写出工资表",
  formulas: "公式",
  withOtherReadings: "工资表包含其他口径下的差额",
  workOut: "重新计算",
  findings: "先核对",
  noFindings: "已填的工资与制度一致，没有需要核对的。",
  totals: "合计",
  component: "项目",
  amount: "金额（元）",
  level: "级别",
  people: "人数",
  net: "扣罚款后",
  fines: "罚款",
  byReading: "未确认的口径会改变多少",
  noReadings: "没有未确认的口径影响当月工资。",
  unpaid: "未能计算",
  unpaidHint: "不计入合计，也不按 0 计。",
  payslips: "工资明细",
  nobody: "当月没有人的工资可以计算。",
  noMonth: "表中没有绩效分数，找不到月份。",
  nameless: "（没有工号和姓名）",
};

const en: PayPageWords = {
  writePayslips: "Write payslips",
  formulas: "Formulas",
  withOtherReadings: "Include differences under other readings in the sheet",
  workOut: "Work out again",
  findings: "To check first",
  noFindings: "Typed pay agrees with the policy; there is nothing to check.",
  totals: "Totals",
  component: "Component",
  amount: "Yuan",
  level: "Level",
  people: "People",
  net: "After fines",
  fines: "Fines",
  byReading: "What undecided readings would move",
  noReadings: "No undecided reading moves this month's pay.",
  unpaid: "Not worked out",
  unpaidHint: "Not in the totals, and not counted as 0.",
  payslips: "Payslips",
  nobody: "Nobody's pay of this month can be worked out.",
  noMonth: "The sheet holds no scores, so no month is found.",
  nameless: "(neither employee ID nor name)",
};

export function payPageWords(language: Language): PayPageWords {
  return language === "zh" ? zh : en;
}

/** What is counted of a payroll: who is paid, and who cannot be for which reason. */
type PayCounted = Pick<PayMonth, "month"> & {
  readonly paid: { readonly length: number };
  readonly unpaid: readonly { readonly pay: { readonly why: { readonly kind: string } } }[];
};

/** Which month and sheet the page is about, and for how many people. */
export function sayPayMonth(
  { month, paid, unpaid }: PayCounted,
  sheetName: string,
  language: Language,
): string {
  const when = month === null ? "–" : formatMonth(month);
  // A row of nobody is no person of the payroll (policy 5.5).
  const nameless = unpaid.filter(({ pay }) => pay.why.kind === "nameless").length;
  const not = unpaid.length - nameless;
  if (language === "zh") {
    const rows = nameless === 0 ? "" : `，另有 ${nameless} 行没有工号和姓名`;
    return `${sheetName}，${when}：${paid.length} 人可以计算，${not} 人未能计算${rows}。税前，未扣社会保险。`;
  }
  const rows = nameless === 0 ? "" : `; ${counted(nameless, "row names", "rows name")} nobody`;
  return `${sheetName}, ${when}: pay of ${counted(paid.length, "person", "people")} worked out, of ${number(not, "en")} not${rows}. Before tax and social insurance.`;
}

/** How fines stand beside the pay under the reading in force. */
export function sayFinesNetted(netted: boolean, language: Language): string {
  if (language === "zh")
    return netted
      ? "按选定的口径，本页的实发扣除罚款；工资表只列示罚款，不扣。"
      : "罚款只列示，不从工资里扣。";
  return netted
    ? "Under the reading decided this page takes fines off; the written sheet lists them only."
    : "Fines are listed and not taken off the pay.";
}

/** An amount of a payslip with its clause: 提成 450.00（§6.C2）. */
export interface PayPartSaid {
  readonly label: string;
  readonly amount: string;
  readonly clause: string;
}

/** The parts of a payslip, the fines last. */
export function sayPayParts(pay: Payslip, language: Language): readonly PayPartSaid[] {
  const parts: readonly PayComponent[] = ["base", "commission", "performance", "extra"];
  const fines: Fen | null = pay.fines;
  return [
    ...parts.map((part) => ({
      label: sayPayColumn(part, language),
      amount: formatYuan(pay[part].amount),
      clause: pay[part].clause,
    })),
    ...(fines === 0
      ? []
      : [
          {
            label: language === "zh" ? zh.fines : en.fines,
            amount: fines === null ? "?" : formatYuan(fines),
            clause: pay.fineClauses.join(language === "zh" ? "、" : ", "),
          },
        ]),
  ];
}
