import { MonthMemory, type PersonInMonth } from "../month";
import type { SheetRecord } from "../scoresheet";
import type { Finding } from "./types";

/** What was found in one row of a sheet. */
export interface RowFindings extends Pick<SheetRecord, "layout" | "row"> {
  readonly findings: readonly Finding[];
}

/** What was found of one person: in each row with findings, and of the person as a whole. */
export interface PersonFindings {
  readonly rows: readonly RowFindings[];
  readonly own: readonly Finding[];
}

/** What one check of a month leaves to the next: what was found of people who are the same as before. */
export class FindingsMemory extends MonthMemory {
  findings: ReadonlyMap<PersonInMonth, PersonFindings> = new Map();

  override forget(): void {
    super.forget();
    this.findings = new Map();
  }
}
