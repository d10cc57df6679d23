import { defineFormula } from "./define";
import { optional, parameters } from "./parameters";
import { paymentsAlong } from "./payment";
import { spread } from "./shapes";

/** Performance pay (§6.P). */
export const performancePay = defineFormula({
  id: "PERFPAY",
  description: {
    zh: "按绩效分数和级别计算绩效工资（元）",
    en: "Performance pay for a score and a level, in yuan",
  },
  parameters: {
    score: parameters.score,
    level: parameters.level,
    month: optional(parameters.month),
  },
  needsPolicy: true,
  compute: (inputs, policyIn) => {
    const paymentAt = paymentsAlong(inputs, policyIn);
    return spread(Object.values(inputs), (row, column) => paymentAt(row, column).performance);
  },
});
