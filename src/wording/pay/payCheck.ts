import { fen, formatMonth, formatYuan, type Fen } from "../../units";
import type { GrossExplained, PayCheck, PayCheckLine, PayMonth } from "../../views";
import { PAY_PARTS, sayContent, sayHow, yuan } from "../findings/facts";
import type { Both, Language } from "../language";
import { bracketed, counted, joined, listed, number, told } from "../say";
import { SHEET_NAMES } from "../sheet/inPolicyLanguage";
import { column, type WrittenColumn } from "../sheet/restricted";
import { wordsOf } from "../words";
import { unpaidSaid } from "./payReasons";
import { payColumns } from "./paySheet";

/** The columns of the sheet 工资核对, in their order. */
export const PAY_CHECK_COLUMNS = [
  "employeeId",
  "name",
  "part",
  "typed",
  "computed",
  "difference",
  "reason",
  "clause",
  "cell",
] as const;
export type PayCheckColumn = (typeof PAY_CHECK_COLUMNS)[number];

export const payCheckColumns: Readonly<Record<PayCheckColumn, WrittenColumn>> = {
  employeeId: payColumns.employeeId,
  name: payColumns.name,
  part: column({ zh: "项目", en: "Item" }),
  typed: column({ zh: "表中", en: "In the sheet" }, "pay"),
  computed: column({ zh: "按制度", en: "By the policy" }, "pay"),
  difference: column({ zh: "差额", en: "Difference" }, "pay"),
  reason: column({ zh: "差额原因", en: "Why they differ" }, "pay"),
  clause: column({ zh: "条款", en: "Clause" }),
  cell: column({ zh: "单元格", en: "Cell" }),
};

export function sayPayCheckColumn(name: PayCheckColumn, language: Language): string {
  return payCheckColumns[name][language];
}

/** The fixed words of the check of typed pay. */
export const payCheckWords = wordsOf({
  title: { zh: "工资核对", en: "Pay check" },
  who: { zh: "姓名 · 项目", en: "Name · item" },
  onlyDifferent: { zh: "只看有差额", en: "Only differences" },
  write: { zh: "写出核对表", en: "Write the check" },
  none: {
    zh: "所填的工资与制度一致，没有差额。",
    en: "Typed pay agrees with the policy; there are no differences.",
  },
  sheetTitle: (month: string): Both => ({
    zh: `${SHEET_NAMES.payCheck} ${month}`.trimEnd(),
    en: `Pay check ${month}`.trimEnd(),
  }),
  nobody: { zh: "（没有工号和姓名）", en: "(neither employee ID nor name)" },
});

/** 工资核对 2025-06, in either language, so that the sheet is found again. */
export function sayPayCheckSheetName({ month }: Pick<PayMonth, "month">): string {
  const { payCheck } = SHEET_NAMES;
  return month === null ? payCheck : `${payCheck} ${formatMonth(month)}`;
}

const EXTRA: Both = { zh: "额外奖励", en: "Extra award" };
const partSaid = (part: PayCheckLine["part"]): Both => (part === "extra" ? EXTRA : PAY_PARTS[part]);

/** 底薪, 提成, …: which part of the pay a line is about. */
export function sayPayCheckPart(part: PayCheckLine["part"], language: Language): string {
  return partSaid(part)[language];
}

/** "+90.00", "−90.00", "0.00": how far a typed amount is from the policy's. */
export function saySigned(amount: Fen): string {
  return `${amount > 0 ? "+" : amount < 0 ? "−" : ""}${formatYuan(fen(Math.abs(amount)))}`;
}

/** What stands under 表中: the amount, or whatever else was typed. */
export function sayTyped({ typed, seen }: PayCheckLine, language: Language): string {
  if (typed !== null) return formatYuan(typed);
  return seen === null ? "–" : sayContent(seen)[language];
}

function moreOrLess(amount: Fen): Both {
  const { zh, en } = yuan(fen(Math.abs(amount)));
  return amount > 0 ? { zh: `多 ${zh}`, en: `${en} more` } : { zh: `少 ${zh}`, en: `${en} less` };
}

function explained({ parts, rest }: GrossExplained): Both[] {
  const from = listed(
    parts.map(({ part, difference }) => {
      const [said, by] = [partSaid(part), moreOrLess(difference)];
      return { zh: `${said.zh}${by.zh}`, en: `${said.en}, ${by.en}` };
    }),
  );
  const left = moreOrLess(rest);
  return told([
    parts.length > 0 && { zh: `差额来自${from.zh}`, en: `it comes from ${from.en}` },
    rest !== 0 && {
      zh: `比本行各项之和${left.zh}，没有说明`,
      en: `${left.en} than the items of the row add up to, unexplained`,
    },
  ]);
}

const PRORATION: Readonly<Record<NonNullable<PayCheckLine["proration"]>, Both>> = {
  levelChanged: {
    zh: "当月级别有变动，可能需要折算",
    en: "the level changed in the month, it may have to be shared out",
  },
  hired: {
    zh: "当月中途入职，可能需要折算",
    en: "hired within the month, it may have to be shared out",
  },
  left: {
    zh: "离职前最后一个月，可能需要折算",
    en: "the last month before leaving, it may have to be shared out",
  },
};

function reason(line: PayCheckLine): Both {
  const { verdict, how, proration, sure, why } = line;
  switch (verdict) {
    case "agrees":
      return { zh: "一致", en: "agrees" };
    case "asTyped":
      return {
        zh: "金额由公司决定，按表中的计入",
        en: "the company decides it; it counts as typed",
      };
    case "beforeDeductions":
      return {
        zh: "一致；本部门的扣款在应发之后才扣",
        en: "agrees; the department's deductions are taken off after the gross",
      };
    case "notCalculated":
      return { zh: "Excel 尚未算完", en: "Excel has not calculated it yet" };
    case "open":
      return why === null
        ? { zh: "制度还算不出这一项", en: "the policy cannot tell it yet" }
        : unpaidSaid(why);
    case "notRead":
    case "differs":
      return joined(
        told([
          verdict === "notRead" && { zh: "表中不是金额", en: "no amount is typed" },
          how !== null && {
            zh: `按制度：${sayHow(how).zh}`,
            en: `by the policy: ${sayHow(how).en}`,
          },
          ...(line.explained === null ? [] : explained(line.explained)),
          !sure && {
            zh: "公式无法解析，不能断定有误",
            en: "its formula cannot be followed, so it may be right",
          },
          proration !== null && PRORATION[proration],
        ]),
        "semicolon",
      );
  }
}

/** Why a typed part of the pay is what it is beside the policy. */
export function sayPayCheckReason(line: PayCheckLine, language: Language): string {
  return reason(line)[language];
}

/** How many have typed pay, and of how many it differs. */
export function sayPayCheckCounts({ people, differing }: PayCheck, language: Language): string {
  return {
    zh: `${people} 人填了工资，${differing} 人有差额。`,
    en: `Pay is typed for ${counted(people, "person", "people")}; of ${number(differing, "en")} it differs.`,
  }[language];
}

/** What stands above the sheet of the check: month, score sheet, policy, what the amounts mean. */
export function sayPayCheckAbout(
  { month, policyName, policyFrom, check }: PayMonth,
  sheetName: string,
  onlyDifferent: boolean,
  language: Language,
): readonly string[] {
  const when = month === null ? "–" : formatMonth(month);
  const from = policyFrom === null ? "" : formatMonth(policyFrom);
  const since = bracketed({
    zh: from === "" ? "" : `自 ${from} 起`,
    en: from === "" ? "" : `from ${from}`,
  });
  return told([
    {
      zh: `月份：${when}，成绩表：${sheetName}，制度：${policyName === "" ? "内置" : policyName}${since.zh}`,
      en: `Month: ${when}, score sheet: ${sheetName}, policy: ${policyName === "" ? "built in" : policyName}${since.en}`,
    },
    { zh: sayPayCheckCounts(check, "zh"), en: sayPayCheckCounts(check, "en") },
    onlyDifferent && { zh: "只列有差额的项目。", en: "Only what differs is listed." },
    {
      zh: "单位为元。差额 = 表中 − 按制度；应发合计的“按制度”包含表中公式加入的本部门自有项目（补贴、扣款）。",
      en: "In yuan. Difference = in the sheet − by the policy. The policy's gross takes in the department's own items (allowances, deductions) that the sheet adds.",
    },
  ]).map((line) => line[language]);
}
