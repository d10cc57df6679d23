// This room's tasks on months that HR closes: reading what is kept, comparing, writing, and what a policy would change.
export { compareClosed } from "./compareClosed";
export type { ClosedComparison } from "./compareClosed";
export { holdsSheet, OtherMonths } from "./closedFacts";
export { policyEffect } from "./policyEffect";
export type { ClosedEffect, PolicyEffectOptions } from "./policyEffect";
export { isClosed, readClosed } from "./readClosed";
export type { ClosedMonth, KeptMonth } from "./readClosed";
export { closeMonth, noteClosed, takeBackClosed, writeClosed } from "./writeClosed";
export type { CloseResult, ClosedSignature, ClosedWritten } from "./writeClosed";
