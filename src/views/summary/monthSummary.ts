import { addFen, fen, type Fen, type Month } from "../../units";
import type { CandidateRow, MonthReport } from "../types";
import { findingParts, isOfMonth } from "./findingParts";

/** The people of the month as they are listed. */
export interface PeopleParts {
  readonly candidates: readonly CandidateRow[];
  readonly oneShort: readonly CandidateRow[];
  /** Of whom nothing can be said, and why. */
  readonly excluded: readonly CandidateRow[];
  readonly others: readonly CandidateRow[];
}

function isOneShort({ status, verdict }: CandidateRow): boolean {
  return status === "not_yet" && verdict?.kind === "judged" && verdict.monthsShort === 1;
}

/** Everybody in one part, in the order of the report. */
export function peopleParts(people: readonly CandidateRow[]): PeopleParts {
  const parts: { readonly [Part in keyof PeopleParts]: CandidateRow[] } = {
    candidates: [],
    oneShort: [],
    excluded: [],
    others: [],
  };
  for (const row of people) {
    if (row.status === "eligible") parts.candidates.push(row);
    else if (row.status === "excluded") parts.excluded.push(row);
    else if (isOneShort(row)) parts.oneShort.push(row);
    else parts.others.push(row);
  }
  return parts;
}

/** What a validated month comes to, read in five seconds: what to mend, what to decide, who is a candidate. */
export interface MonthSummary {
  readonly asOf: Month | null;
  readonly people: number;
  /** Errors of the open month to mend, and those of other months. */
  readonly errors: number;
  readonly errorsOfOtherMonths: number;
  /** Open readings that change something of the month. */
  readonly decisions: number;
  /** How many of them stop somebody's pay. */
  readonly blocking: number;
  /** What each of the others can change in the month's payroll, added up. */
  readonly moves: Fen;
  readonly candidates: number;
  readonly oneShort: number;
  /** Findings that HR has set aside, of whichever month. */
  readonly ignored: number;
}

/** The counts of a validated month: views of what was judged and found, nothing is worked out again. */
export function monthSummary({ asOf, findings, ignored, people }: MonthReport): MonthSummary {
  const ofMonth = findings.filter((finding) => isOfMonth(finding, asOf));
  const { decisions } = findingParts(ofMonth);
  const { candidates, oneShort } = peopleParts(people);
  const isError = (finding: MonthReport["findings"][number]): boolean =>
    finding.severity === "error" && finding.kind === "data";
  const errors = ofMonth.filter(isError).length;
  return {
    asOf,
    people: people.length,
    errors,
    errorsOfOtherMonths: findings.filter(isError).length - errors,
    decisions: decisions.length,
    blocking: decisions.filter(({ blocking }) => blocking).length,
    moves: decisions.reduce<Fen>(
      (sum, { blocking, moves }) => (blocking ? sum : addFen(sum, moves)),
      fen(0),
    ),
    candidates: candidates.length,
    oneShort: oneShort.length,
    ignored: ignored.length,
  };
}
