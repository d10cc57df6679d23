import type { CellRef } from "../grid";
import type { MonthSetting, PersonInMonth } from "../month";
import type { ClauseId, EffectivePolicy, Level } from "../policy";
import type { SheetRecord } from "../scoresheet";
import type { Month } from "../units";
import type { FactsByGroup, FindingCode, FindingFacts, FindingGroup } from "./facts";
import type { Finding, FindingKind, Found, Severity } from "./types";

/** A row of the sheet (a month's cell of a wide one) with what is known of it. */
export interface RecordPlace {
  readonly record: SheetRecord;
  /** Null for a row without 工号 and name. */
  readonly person: PersonInMonth | null;
  readonly month: Month | null;
  /** The policy of that month. */
  readonly policy: EffectivePolicy;
  /** The level typed in the row, as that policy has it. */
  readonly level: Level | undefined;
}

/** What a finding is called, of which group it is and which number it has. */
type Row = {
  readonly [Group in FindingGroup]: {
    readonly type: FactsByGroup[Group]["type"];
    readonly group: Group;
    readonly code: FindingCode;
  };
}[FindingGroup];

/**
 * One finding of the catalogue: what it examines and when it applies. Rows after the as-of month are
 * not looked at, except by a check that asks for them. A sheet's check yields null where it may pause.
 */
export type Check = Row & {
  /** The severities it may have, the most severe first. */
  readonly severities: readonly Severity[];
  readonly kind: FindingKind;
} & (
    | {
        readonly of: "sheet";
        readonly find: (
          setting: MonthSetting,
          people: readonly PersonInMonth[],
        ) => Iterable<Found | null>;
      }
    | {
        readonly of: "person";
        readonly find: (person: PersonInMonth, setting: MonthSetting) => readonly Found[];
      }
    | {
        readonly of: "record";
        readonly laterToo?: boolean;
        readonly find: (
          place: RecordPlace,
          setting: MonthSetting,
        ) => Found | readonly Found[] | null;
      }
  );

export const NONE: readonly Found[] = [];

/** What a check found, with its number, its kind and whether its cell holds a formula, which no check has to ask. */
export function findingOf(found: Found, { code, kind }: Check, { sheet }: MonthSetting): Finding {
  return { ...found, code, kind, formula: found.cell !== null && sheet.isFormula(found.cell) };
}

/** A finding about a row, at one of its cells. */
export function atRecord(
  severity: Severity,
  { person, month }: Pick<RecordPlace, "person" | "month">,
  cell: CellRef | null,
  clause: ClauseId | null,
  facts: FindingFacts,
): Found {
  return { severity, cell, person: person?.ref ?? null, month, clause, ...facts };
}

/** A finding about a person; without a cell of its own it stands at the name in the lowest row. */
export function atPerson(
  severity: Severity,
  person: PersonInMonth,
  month: Month | null,
  clause: ClauseId | null,
  facts: FindingFacts,
  cell: CellRef | null = person.person.cell,
): Found {
  return { severity, cell, person: person.ref, month, clause, ...facts };
}

/** A finding about the header row or the sheet as a whole. */
export function atSheet(
  severity: Severity,
  cell: CellRef | null,
  clause: ClauseId | null,
  facts: FindingFacts,
): Found {
  return { severity, cell, person: null, month: null, clause, ...facts };
}
