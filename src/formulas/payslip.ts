import { defineFormula } from "./define";
import { faultOf } from "./faults";
import { optional, parameters } from "./parameters";
import { paymentsAlong } from "./payment";
import { commonShape, shapeOf, single } from "./shapes";
import type { Words } from "./types";

/** The parts of gross pay (§6.S), five columns without a header, one row per employee. */
export const payslip = defineFormula({
  id: "PAYSLIP",
  parameters: {
    level: parameters.level,
    sales: parameters.sales,
    score: parameters.score,
    extra: optional(parameters.extra),
    month: optional(parameters.month),
  },
  compute: (inputs, policyIn) => {
    const given = Object.values(inputs);
    for (const { name, block } of given) {
      const shape = shapeOf(block);
      if (shape.columns > 1)
        return single(faultOf("#VALUE!", { code: "columnOnly", input: name, shape }));
    }
    const shape = commonShape(given);
    if ("kind" in shape) return single(shape);
    const paymentAt = paymentsAlong(inputs, policyIn);
    return Array.from({ length: shape.rows }, (_, row) => {
      const { base, commission, performance, extra, gross } = paymentAt(row, 0);
      return [base, commission, performance, extra, gross];
    });
  },
});

/** What Excel says of the function; apart, since it answers without it. */
export const payslipWords: Words = {
  zh: "工资条：底薪、提成、绩效工资、额外奖励、应发合计五列，每人一行",
  en: "Payslip in five columns, one row per employee: base, commission, performance pay, extra award, gross",
};
