import {
  comparePay,
  placeOf,
  prorationOf,
  seenContent,
  type PayComparison,
  type RecordPlace,
} from "../../findings";
import type { JudgedMonth, MonthSetting, PayEntry, PayrollEntry, UnpaidReason } from "../../month";
import type { SheetRecord } from "../../scoresheet";
import { fen, type Fen } from "../../units";
import type { GrossExplained, PayCheck, PayCheckLine } from "./types";

/** Whether a typed part is not what the policy makes of the row, as F-PAY-01 says it. */
export function isDifferent({ verdict }: Pick<PayCheckLine, "verdict">): boolean {
  return verdict === "differs" || verdict === "notRead";
}

function typedOf({ typed: { quantity } }: PayComparison): Fen | null {
  return quantity.kind === "value" ? quantity.value : null;
}

/** What stands as the policy's amount: of an award what is typed, of a gross before deductions what it is then. */
function computedOf(one: PayComparison): Fen | null {
  if (one.verdict === "asTyped" || one.verdict === "beforeDeductions") return typedOf(one);
  return one.rule?.amount ?? null;
}

function differenceOf(one: PayComparison): Fen | null {
  const typed = typedOf(one);
  const computed = computedOf(one);
  return typed === null || computed === null ? null : fen(typed - computed);
}

/** Where the difference of the gross comes from: parts of the same row that differ, and what they leave. */
function explain(difference: Fen, row: readonly PayComparison[]): GrossExplained {
  const parts = row.flatMap((one) => {
    const own = one.part === "gross" ? null : differenceOf(one);
    return own === null || own === 0 ? [] : [{ part: one.part, difference: own }];
  });
  return {
    parts,
    rest: parts.reduce<Fen>((rest, part) => fen(rest - part.difference), difference),
  };
}

interface Row {
  readonly place: RecordPlace;
  readonly why: UnpaidReason | null;
}

function linesOf({ place, why }: Row, setting: MonthSetting): readonly PayCheckLine[] {
  const row = comparePay(place);
  const { record, person } = place;
  return row.map((one): PayCheckLine => {
    const { part, typed, rule, verdict, sure } = one;
    const difference = differenceOf(one);
    const differs = isDifferent(one);
    return {
      key: `${record.layout.sheet.id} ${record.row} ${typed.cell?.column ?? ""} ${part}`,
      person: person?.ref ?? null,
      cell: typed.cell,
      part,
      verdict,
      typed: typedOf(one),
      seen: seenContent(typed),
      computed: computedOf(one),
      difference,
      clause: rule?.clause ?? null,
      how: rule?.how ?? null,
      explained:
        part === "gross" && verdict === "differs" && difference !== null
          ? explain(difference, row)
          : null,
      proration: differs ? (prorationOf(place, setting)?.reason ?? null) : null,
      sure,
      why: verdict === "open" ? why : null,
    };
  });
}

function reasonOf({ pay }: PayEntry): UnpaidReason | null {
  return pay.kind === "unpaid" ? pay.why : null;
}

/**
 * Typed pay of the month beside the policy, for those on the payroll and the rows of nobody (rule S5.3): what F-PAY-01
 * finds is what differs here. Yields at each person.
 */
export function* payCheck(
  { setting }: JudgedMonth,
  entries: readonly PayrollEntry[],
  nameless: readonly (PayEntry & { readonly record: SheetRecord | null })[],
): Generator<void, PayCheck> {
  const lines: PayCheckLine[] = [];
  const seen = new Set<PayrollEntry["judged"]>();
  const differing = new Set<PayrollEntry["judged"]>();
  for (const entry of entries) {
    yield;
    const { judged } = entry;
    for (const record of judged.months.at(-1)?.records ?? []) {
      const place = placeOf(record, judged, setting);
      const found = linesOf({ place, why: reasonOf(entry) }, setting);
      if (found.length > 0) seen.add(judged);
      if (found.some(isDifferent)) differing.add(judged);
      for (const line of found) lines.push(line);
    }
  }
  for (const entry of nameless) {
    if (entry.record === null) continue;
    const place = placeOf(entry.record, null, setting);
    lines.push(...linesOf({ place, why: reasonOf(entry) }, setting));
  }
  return { lines, people: seen.size, differing: differing.size };
}
