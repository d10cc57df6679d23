// Takes: a gateway to the workbook, the day, an abort signal.
// Gives: the sequences behind buttons and commands, with progress and cancel.
// Never: Excel, React, judgements of its own.
export { areaOf, GatewayError } from "./gateway";
export type {
  Area,
  Gateway,
  GatewayProblem,
  ReadOptions,
  ReadProgress,
  SheetSummary,
} from "./gateway";
export { runInSlices, throwIfCancelled } from "./slices";
export type { SliceOptions } from "./slices";
