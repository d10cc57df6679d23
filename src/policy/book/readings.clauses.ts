import type { ClauseId, ReadingId } from "./types";

/** The clauses that each reading is about, the first one that it is named after; apart, since functions name none. */
const clauses: Readonly<Record<ReadingId, readonly ClauseId[]>> = {
  SALARY_RESERVE: ["§6.S5"],
  COMMISSION_T1_FROM: ["§6.C1"],
  COMMISSION_MODE: ["§6.C1", "§6.C2", "§6.C3", "§6.C4"],
  PROBATION_VARIABLE: ["§6.S1"],
  PERF_T1_RATE: ["§6.P1"],
  SCORE_IN_PAY: ["§6.P1", "§6.P2", "§6.P3"],
  SCORE_60: ["§6.P4", "§6.P3"],
  SCORE_80: ["§6.P2", "§6.P3"],
  SCORE_90_91: ["§6.P1", "§6.P2"],
  SCORE_ROUNDING: ["§6.P1", "§6.P2", "§6.P3", "§6.P4"],
  CRITERIA_ROLE: ["§4.1.H", "§4.2.F", "§4.3.E", "§4.4.H", "§5.2a"],
  JUNIOR_H: ["§4.1.H"],
  MIDDLE_T1_COUNT: ["§4.2.F"],
  MIDDLE_MONTHS: ["§4.2.F", "§5.2a"],
  WINDOW_KIND: ["§4.3.E", "§4.4.H"],
  WINDOW_HISTORY: ["§4.3.E", "§4.4.H", "§5.2a", "§5.3a"],
  STREAK_ANCHOR: ["§4.1.H", "§4.2.F", "§4.3.E", "§4.4.H"],
  STREAK_SCOPE: ["§4.4.A", "§5.2a", "§5.3a"],
  MISSING_MONTH: ["§4.1.H", "§4.2.F", "§4.3.E", "§4.4.H"],
  STATUTORY_LEAVE: ["§4.1.H", "§4.2.F", "§4.3.E", "§4.4.H"],
  FAIL_DEF: ["§4.1.G", "§6.P4"],
  DISMISSAL_BASIS: ["§4.1.G"],
  DISMISSAL_SCOPE: ["§4.1.G"],
  DISMISSAL_ANCHOR: ["§4.1.G"],
  COMPLAINT_2ND: ["§R5b"],
  COMPLAINT_3_INCLUSIVE: ["§R5b"],
  COMPLAINT_3RD_FINE: ["§R5b"],
  LEAVE_10: ["§W4b"],
  LEAVE_NEEDS_LOSS: ["§W4c"],
  FINES_NETTED: ["§R5b", "§W4c"],
};

/** The clauses in dispute. */
export function clausesOfReading(id: ReadingId): readonly ClauseId[] {
  return clauses[id];
}
