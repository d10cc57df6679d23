import { defineFormula } from "./define";
import { optional, parameters } from "./parameters";
import { paymentsAlong } from "./payment";
import { spread } from "./shapes";
import type { Words } from "./types";

/** Performance pay (§6.P). */
export const performancePay = defineFormula({
  id: "PERFPAY",
  parameters: {
    score: parameters.score,
    level: parameters.level,
    month: optional(parameters.month),
  },
  compute: (inputs, policyIn) => {
    const paymentAt = paymentsAlong(inputs, policyIn);
    return spread(Object.values(inputs), (row, column) => paymentAt(row, column).performance);
  },
});

/** What Excel says of the function; apart, since it answers without it. */
export const performancePayWords: Words = {
  zh: "按绩效分数和级别计算绩效工资（元）",
  en: "Performance pay for a score and a level, in yuan",
};
