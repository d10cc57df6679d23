import { ScoredElsewhere, type RowRecord } from "./rowRecord";
import type { SheetLayout, SheetRecord } from "../types";

function monthOf({ month }: SheetRecord): number | null {
  return month.quantity.kind === "value" ? month.quantity.value : null;
}

/** Whether the earlier record says nothing of the score that the sheet of the month does not say. */
function addsNothing(earlier: SheetRecord, own: readonly SheetRecord[]): boolean {
  const { quantity } = earlier.score;
  if (quantity.kind === "blank") return true;
  return own.some(({ score }) => {
    if (quantity.kind === "value")
      return score.quantity.kind === "value" && score.quantity.value === quantity.value;
    return score.quantity.kind !== "blank";
  });
}

/**
 * Of a month that both 历史成绩 and the sheet of the month have, only one record stays where they agree or
 * only one has a score; two different scores stay two records (monthTwice). Changes the people's lists and
 * gives the way to change a list of all records alike.
 */
export function settleHistory(
  people: readonly { readonly records: RowRecord[] }[],
  history: SheetLayout,
): (records: readonly RowRecord[]) => readonly RowRecord[] {
  const isEarlier = ({ layout }: RowRecord): boolean => layout.sheet.id === history.sheet.id;
  const dropped = new Set<RowRecord>();
  const replaced = new Map<RowRecord, RowRecord>();
  for (const person of people) {
    const earlier = person.records.filter(isEarlier);
    if (earlier.length === 0 || earlier.length === person.records.length) continue;
    const own = new Map<number, RowRecord[]>();
    for (const record of person.records) {
      const month = monthOf(record);
      if (isEarlier(record) || month === null) continue;
      const list = own.get(month);
      if (list === undefined) own.set(month, [record]);
      else list.push(record);
    }
    const before = dropped.size;
    for (const record of earlier) {
      const month = monthOf(record);
      const same = month === null ? undefined : own.get(month);
      if (same === undefined) continue;
      const [first] = same;
      if (addsNothing(record, same)) dropped.add(record);
      else if (first !== undefined && same.every(({ score }) => score.quantity.kind === "blank")) {
        // The month's own row has everything but the score.
        replaced.set(first, new ScoredElsewhere(first, record));
        dropped.add(record);
      }
    }
    if (dropped.size > before) change(person.records);
  }
  function change(records: RowRecord[]): void {
    const kept = changed(records);
    records.splice(0, records.length, ...kept);
  }
  function changed(records: readonly RowRecord[]): RowRecord[] {
    return records.flatMap((record) =>
      dropped.has(record) ? [] : [replaced.get(record) ?? record],
    );
  }
  return dropped.size === 0 ? (records) => records : changed;
}
