import { defineLazyFormula } from "./define";
import { parameters } from "./parameters";
import type { Words } from "./types";

/** One employee's scores from a long sheet as a row of months, for ELIGIBLE, RISK and WHY. */
export const history = defineLazyFormula({
  id: "HISTORY",
  parameters: {
    employee: parameters.employee,
    employees: parameters.employees,
    months: parameters.months,
    scores: parameters.historyScores,
  },
  usesPolicy: true,
  load: async () => (await import("./longSheet")).takeHistory,
});

/** What Excel says of the function; apart, since it answers without it. */
export const historyWords: Words = {
  zh: "从长表（每人每月一行）取出一位员工的各月分数，排成一行，旧月在前，可交给 ELIGIBLE、RISK、WHY。请引用有限的区域（如 A2:A5000）或表格的列：网页版不接受整列，参数合计最多 5 MB",
  en: "One employee's scores from a long sheet (a row per person and month) as one row, oldest first; feeds ELIGIBLE, RISK and WHY. Give ranges with an end (A2:A5000) or columns of a table: Excel on the web takes no whole columns, and arguments may hold 5 MB at most",
};
