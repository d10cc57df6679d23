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
  goesByPolicy: true,
  load: async () => (await import("./longSheet")).takeHistory,
});

/** What Excel says of the function; apart, since it answers without it. */
export const historyWords: Words = {
  zh: "从长表（每人每月一行）取出一位员工的各月分数，排成一行，旧月在前，可交给 ELIGIBLE、RISK、WHY",
  en: "One employee's scores from a long sheet (a row per person and month) as one row, oldest first; feeds ELIGIBLE, RISK and WHY",
};
