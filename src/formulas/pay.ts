import { defineFormula } from "./define";
import { optional, parameters } from "./parameters";
import { paymentsAlong } from "./payment";
import { spread } from "./shapes";

/** Gross pay of a month (§6.S): base, commission, performance pay and extra award, nothing deducted. */
export const pay = defineFormula({
  id: "PAY",
  description: {
    zh: "应发工资（元）：底薪＋提成＋绩效工资＋额外奖励，不扣罚款、税和社保",
    en: "Gross pay in yuan: base, commission, performance pay and extra award; fines, tax and insurance are not deducted",
  },
  parameters: {
    level: parameters.level,
    sales: parameters.sales,
    score: parameters.score,
    extra: optional(parameters.extra),
    month: optional(parameters.month),
  },
  needsPolicy: true,
  compute: (inputs, policyIn) => {
    const paymentAt = paymentsAlong(inputs, policyIn);
    return spread(Object.values(inputs), (row, column) => paymentAt(row, column).gross);
  },
});
