/**
 * What a column of a score sheet may hold. Here since the policy names the columns and the sheets are read by
 * them, and neither of the two knows the other.
 */
export const SHEET_FIELDS = [
  "employeeId",
  "name",
  "month",
  "level",
  "score",
  "sales",
  "extra",
  "complaints",
  "leaves",
  "hired",
  "confirmed",
  "levelSince",
  "note",
  "shopAccount",
  "basePaid",
  "commissionPaid",
  "performancePaid",
  "grossPaid",
  "finesPaid",
  "netPaid",
] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];
