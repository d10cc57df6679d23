import { basePay } from "./basePay";
import { clause } from "./clause";
import { commission } from "./commission";
import { eligible } from "./eligible";
import { fine } from "./fine";
import { history } from "./history";
import { monthsLeft } from "./monthsLeft";
import { pay } from "./pay";
import { payslip } from "./payslip";
import { performancePay } from "./performancePay";
import { registerFormulas } from "./registry";
import { risk } from "./risk";
import { tier } from "./tier";
import { why } from "./why";

/** The functions of the product, in the order in which people are shown them. */
export const allFormulas = {
  commission,
  eligible,
  monthsLeft,
  why,
  tier,
  performancePay,
  basePay,
  pay,
  payslip,
  risk,
  fine,
  clause,
  history,
};

/** The functions by id. */
export const formulas = registerFormulas(Object.values(allFormulas));
