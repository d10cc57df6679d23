// The room's part on the payroll of a month: payslips, who cannot be paid and why, totals.
export { payMonth } from "./payMonth";
export { PAY_COMPONENTS } from "./types";
export type {
  PaidEntry,
  PayByReading,
  PayComponent,
  PayMonth,
  PaySource,
  Payslip,
  PayTotals,
  PayUnderOption,
  UnpaidEntry,
  UnpaidReason,
} from "./types";
