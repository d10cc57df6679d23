import type { Month } from "../../../src/units";
import type { Department } from "./department";
import { findingsOf, type Said } from "./findings";
import { asOfMonth } from "./months";
import { slipOf, type Slip } from "./payroll";
import { judgePersonOf, judgingOf, type Judged } from "./people";

/** What the text of the policy makes of a department's month. */
export interface Evaluation {
  readonly asOf: Month;
  /** Everybody, in the order of the sheet. */
  readonly everybody: readonly Judged[];
  readonly findings: readonly Said[];
  /** Everybody on the payroll; null for those who cannot be paid. */
  readonly payroll: ReadonlyMap<string, Slip | null>;
  readonly total: number;
}

/** Judges a department by docs/rules.md alone; null where the sheet has no month to judge. */
export function evaluate(department: Department): Evaluation | null {
  const asOf = asOfMonth(department);
  if (asOf === null) return null;
  const judging = judgingOf(department, asOf);
  const everybody = department.people.map((person) => judgePersonOf(person, judging));
  const payroll = new Map(
    everybody
      .filter(({ onPayroll }) => onPayroll)
      .map((judged) => [judged.person.id, slipOf(judged, judging)] as const),
  );
  const total = [...payroll.values()].reduce((sum, slip) => sum + (slip?.net ?? 0), 0);
  return { asOf, everybody, findings: findingsOf(everybody, judging), payroll, total };
}
