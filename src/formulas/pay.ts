import { defineFormula } from "./define";
import { optional, parameters } from "./parameters";
import { paymentsAlong } from "./payment";
import { spread } from "./shapes";
import type { Words } from "./types";

/** Gross pay of a month (§6.S): base, commission, performance pay and extra award, nothing deducted. */
export const pay = defineFormula({
  id: "PAY",
  parameters: {
    level: parameters.level,
    sales: parameters.sales,
    score: parameters.score,
    extra: optional(parameters.extra),
    month: optional(parameters.month),
  },
  compute: (inputs, policyIn) => {
    const paymentAt = paymentsAlong(inputs, policyIn);
    return spread(Object.values(inputs), (row, column) => paymentAt(row, column).gross);
  },
});

/** What Excel says of the function; apart, since it answers without it. */
export const payWords: Words = {
  zh: "应发工资（元）：底薪＋提成＋绩效工资＋额外奖励，不扣罚款、税和社保",
  en: "Gross pay in yuan: base, commission, performance pay and extra award; fines, tax and insurance are not deducted",
};
