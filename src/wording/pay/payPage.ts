import type { PayComponent, PayMonth, Payslip } from "../../views";
import { formatMonth, formatYuan, type Fen } from "../../units";
import type { Both, Language } from "../language";
import { sayPayColumn } from "./paySheet";
import { counted, list, NOTHING, number } from "../say";
import { wordsOf } from "../words";

/** The fixed words of the page "薪资". */
export const payPageWords = wordsOf({
  writePayslips: { zh: "写出工资表", en: "Write payslips" },
  writeStrips: { zh: "写出工资条", en: "Write strips" },
  formulas: { zh: "公式", en: "Formulas" },
  withOtherReadings: {
    zh: "工资表包含其他口径下的差额",
    en: "Include differences under other readings in the sheet",
  },
  workOut: { zh: "重新计算", en: "Work out again" },
  findings: { zh: "先核对", en: "To check first" },
  noFindings: {
    zh: "已填的工资与制度一致，没有需要核对的。",
    en: "Typed pay agrees with the policy; there is nothing to check.",
  },
  totals: { zh: "合计", en: "Totals" },
  component: { zh: "项目", en: "Component" },
  amount: { zh: "金额（元）", en: "Yuan" },
  level: { zh: "级别", en: "Level" },
  people: { zh: "人数", en: "People" },
  net: { zh: "扣罚款后", en: "After fines" },
  fines: { zh: "罚款", en: "Fines" },
  byReading: { zh: "未确认的口径会改变多少", en: "What undecided readings would move" },
  noReadings: {
    zh: "没有未确认的口径影响当月工资。",
    en: "No undecided reading moves this month's pay.",
  },
  unpaid: { zh: "未能计算", en: "Not worked out" },
  unpaidHint: { zh: "不计入合计，也不按 0 计。", en: "Not in the totals, and not counted as 0." },
  payslips: { zh: "工资明细", en: "Payslips" },
  nobody: { zh: "当月没有人的工资可以计算。", en: "Nobody's pay of this month can be worked out." },
  noMonth: {
    zh: "表中没有绩效分数，找不到月份。",
    en: "The sheet holds no scores, so no month is found.",
  },
  monthUnknown: {
    zh: "还不知道这张表是哪年哪月，工资先不计算。",
    en: "The year and month of the sheet are not known yet, so no pay is worked out.",
  },
  nameless: { zh: "（没有工号和姓名）", en: "(neither employee ID nor name)" },
});

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
  // A row of nobody is no person of the payroll (rule M2.4).
  const nameless = unpaid.filter(({ pay }) => pay.why.kind === "nameless").length;
  const not = unpaid.length - nameless;
  const rows: Both =
    nameless === 0
      ? NOTHING
      : {
          zh: `，另有 ${nameless} 行没有工号和姓名`,
          en: `; ${counted(nameless, "row names", "rows name")} nobody`,
        };
  return {
    zh: `${sheetName}，${when}：${paid.length} 人可以计算，${not} 人未能计算${rows.zh}。税前，未扣社会保险。`,
    en: `${sheetName}, ${when}: pay of ${counted(paid.length, "person", "people")} worked out, of ${number(not, "en")} not${rows.en}. Before tax and social insurance.`,
  }[language];
}

/** How fines stand beside the pay under the reading in force. */
export function sayFinesNetted(netted: boolean, language: Language): string {
  return (
    netted
      ? {
          zh: "按选定的口径，本页的实发扣除罚款；工资表只列示罚款，不扣。",
          en: "Under the reading decided this page takes fines off; the written sheet lists them only.",
        }
      : { zh: "罚款只列示，不从工资里扣。", en: "Fines are listed and not taken off the pay." }
  )[language];
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
            label: payPageWords(language).fines,
            amount: fines === null ? "?" : formatYuan(fines),
            clause: list(pay.fineClauses, language),
          },
        ]),
  ];
}
