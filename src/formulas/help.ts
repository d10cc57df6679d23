import { allFormulas } from "./all";
import type { Words } from "./types";

/**
 * How each function is typed, over a long sheet whose columns are A 工号, C 月份, D 级别, E 分数, F 销售额,
 * G 额外奖励, H 投诉, I 离岗, or over a row of months from D on. What is best comes first: with the month,
 * since without one a month that was paid long ago changes with the next version of the policy.
 */
const examples: Readonly<Record<keyof typeof allFormulas, readonly string[]>> = {
  commission: ["=CS.COMMISSION(F4, C4)", "=CS.COMMISSION(F4)"],
  eligible: ["=CS.ELIGIBLE(D2:Q2, C2)", "=CS.ELIGIBLE(D2:Q2)"],
  monthsLeft: ["=CS.MONTHSLEFT(D2:Q2, C2)"],
  why: ["=CS.WHY(D2:Q2, C2)", "=CS.WHY(D2:Q2)"],
  tier: ["=CS.TIER(E4)"],
  performancePay: ["=CS.PERFPAY(E4, D4, C4)", "=CS.PERFPAY(E4, D4)"],
  basePay: ["=CS.BASEPAY(D4, C4)", "=CS.BASEPAY(D4)"],
  pay: ["=CS.PAY(D4, F4, E4, G4, C4)", "=CS.PAY(D4, F4, E4)"],
  payslip: ["=CS.PAYSLIP(D4:D9, F4:F9, E4:E9, G4:G9, C4:C9)", "=CS.PAYSLIP(D4:D9, F4:F9, E4:E9)"],
  risk: ["=CS.RISK(D2:Q2, C2)", "=CS.RISK(D2:Q2)"],
  fine: ["=CS.FINE(H4, I4)", "=CS.FINE(H4)"],
  clause: ['=CS.CLAUSE("4.1.H")'],
  history: ["=CS.HISTORY(1001, A2:A5000, C2:C5000, E2:E5000)"],
};

/** What holds for several functions. */
const notes: readonly Words[] = [
  {
    zh: "月份：工资类公式请写上月份。省略时按今天的月份，将来有了新版制度再打开文件，以前的工资也会跟着变。",
    en: "Month: give it in formulas of pay. Where it is omitted today's month holds, and once a new version is in force, pay of earlier months changes when the file is opened.",
  },
  {
    zh: "分数：数字 0 视为空白，真正的零分写 0分；产假、病假等词表示没有考核。",
    en: "Scores: the number 0 is blank, a real zero is written 0分; words such as 产假 or 病假 mean a month without assessment.",
  },
  {
    zh: "第几格：答案和说明里的“第3格”，指所选分数区域里的第 3 格，从最旧的一格数起。",
    en: "Cells: 第3格 in an answer is the third cell of the scores that were given, counted from the oldest.",
  },
  {
    zh: "区域：请引用有限的区域或表格的列，如 A2:A5000。网页版 Excel 不接受整列（A:A）；一次传给函数的参数和结果最多 5 MB，超过时单元格停在 #BUSY!。",
    en: "Ranges: refer to a range with an end or to a column of a table, such as A2:A5000. Excel on the web takes no whole column (A:A); the arguments and the result of a call may hold 5 MB at most, and beyond that the cell stays #BUSY!.",
  },
  {
    zh: "错误：#VALUE! 和 #N/A 附有说明，写明哪里不对、怎样改；单元格里原有的错误值原样传出。",
    en: "Errors: #VALUE! and #N/A come with a message, what is wrong and how to mend it; errors that stand in cells pass through.",
  },
];

/** What the page of help says beside the functions' metadata. */
export interface FunctionsHelp {
  readonly notes: readonly Words[];
  /** By the function's id. */
  readonly examples: Readonly<Record<string, readonly string[]>>;
}

export function functionsHelp(): FunctionsHelp {
  return {
    notes,
    examples: Object.fromEntries(
      Object.entries(allFormulas).map(([name, { id }]) => [
        id,
        examples[name as keyof typeof examples], // a key of both
      ]),
    ),
  };
}
