import type { CellRef } from "../grid";
import type { PersonInMonth } from "../month";
import type { Month } from "../units";

/** A run of failed months of somebody who is still there, and the cell of its last score. */
export function failedRun(person: PersonInMonth, asOf: Month | null) {
  const { risk, presence, months } = person;
  if (
    presence !== "inMonth" ||
    asOf === null ||
    (risk?.kind !== "at_risk" && risk?.kind !== "dismissal_review")
  )
    return null;
  const last = months[risk.cells.at(-1)?.index ?? -1];
  const assessed = months.filter(({ history }) => history.kind === "score").at(-1)?.month;
  if (last === undefined || assessed === undefined) return null;
  const cell: CellRef | null = last.record?.score.cell ?? null;
  return {
    review: risk.kind === "dismissal_review",
    month: last.month,
    cell,
    facts: {
      count: risk.count,
      limit: risk.limit,
      months: risk.cells.flatMap(({ month }) => (month === null ? [] : [month])),
      lastAssessed: assessed,
      asOf,
    },
  };
}
