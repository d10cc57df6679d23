// This room's views of a month that HR has closed: what is kept of it, and what has changed since.
export { closedChanges, totalOf } from "./closedChanges";
export { closedFacts, factsText, inputsText } from "./closedFacts";
export { CLOSED_FIELDS } from "./types";
export type {
  AmountOf,
  CellChange,
  ChangedPerson,
  ClosedChanges,
  ClosedEntry,
  ClosedField,
  ClosedPay,
  ClosedPerson,
  ClosedPolicy,
  ClosedRecord,
  CurrentFacts,
  MonthFacts,
  PolicyLineChange,
  ResultChange,
} from "./types";
