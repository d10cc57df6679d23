import { levelById } from "../policy";
import type { Month } from "../units";
import type { CellRef } from "../grid";
import { hasPayContent, levelIsOfMonth, type MonthSetting, type PersonInMonth } from "../month";
import type { RecordPlace } from "./check";
import type { ProrationReason } from "./facts";

export interface Proration {
  readonly reason: ProrationReason;
  readonly cell: CellRef | null;
}

/** Whether the level of the month is another one than that of the nearest earlier month that names one. */
function levelChanged({ months }: PersonInMonth, month: Month): boolean {
  const first = months[0]?.month;
  if (first === undefined) return false;
  const at = month - first;
  const own = months[at];
  if (own?.level === undefined || !levelIsOfMonth(own)) return false;
  for (let index = at - 1; index >= 0; index -= 1) {
    const before = months[index];
    if (before?.level !== undefined && levelIsOfMonth(before))
      return before.level.id !== own.level.id;
  }
  return false;
}

/** Whether this is the last month with anything due to somebody who, as HR said, left. */
function isLastMonth(person: PersonInMonth, month: Month, setting: MonthSetting): boolean {
  if (!setting.hasLeft(person.person)) return false;
  return person.months.filter(({ records }) => records.some(hasPayContent)).at(-1)?.month === month;
}

/** Why this row's pay is for HR to share out by days; null where it is a whole month of one level, or it cannot be determined yet. */
export function prorationOf(place: RecordPlace, setting: MonthSetting): Proration | null {
  const { record, person, month, level } = place;
  if (person === null || person.waiting || month === null || level === undefined) return null;
  const lowest = levelById(setting.policies.asOf, level.id)?.rank === 0;
  const since = record.levelSince.quantity;
  const hired = record.hired.quantity;
  const isHireMonth = hired.kind === "value" && hired.value === month;
  if (
    levelChanged(person, month) ||
    (since.kind === "value" && since.value === month && !lowest && !isHireMonth)
  )
    return { reason: "levelChanged", cell: record.level.cell };
  if (isHireMonth && (record.hiredDay ?? 1) > 1)
    return { reason: "hired", cell: record.hired.cell };
  return isLastMonth(person, month, setting)
    ? { reason: "left", cell: record.score.cell ?? record.sales.cell }
    : null;
}
