// This room's views of the payroll of a month: payslips, who cannot be paid and why, totals.
export { PAY_COMPONENTS, payrollPeopleOf } from "../../month";
export type {
  PaidEntry,
  PayComponent,
  PayrollPeople,
  PaySource,
  Payslip,
  UnpaidEntry,
  UnpaidReason,
} from "../../month";
export { isDifferent } from "./payCheck";
export { payMonth } from "./payMonth";
export type {
  GrossExplained,
  PayByReading,
  PayCheck,
  PayCheckLine,
  PayMonth,
  PayTotals,
  PayUnderOption,
} from "./types";
