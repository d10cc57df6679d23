import type { SheetRecord } from "../../scoresheet";
import { fen, type Fen } from "../../units";
import { atPerson, NONE, type Check } from "../check";
import type { PersonInMonth } from "../../month";

const TIMES = 10;
/** Fewer months make no habit. */
const LEAST_MONTHS = 3;

function median(sorted: readonly Fen[]): Fen {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? fen(0);
  if (sorted.length % 2 === 1) return upper;
  return fen(Math.round(((sorted[middle - 1] ?? upper) + upper) / 2));
}

function salesOf(person: PersonInMonth): readonly { record: SheetRecord; sales: Fen }[] {
  return person.months.flatMap(({ records }) =>
    records.flatMap((record) => {
      const { quantity } = record.sales;
      return quantity.kind === "value" && quantity.value > 0
        ? [{ record, sales: quantity.value }]
        : [];
    }),
  );
}

/** Sales more than ten times what the person usually sells: typed in another unit? */
export const salesOutOfProportion: Check = {
  type: "salesOutOfProportion",
  code: "F-SAL-06",
  group: "sales",
  severities: ["warning"],
  of: "person",
  kind: "data",
  find(person, { policies }) {
    // What is usual is not known before all of it is.
    const waits = ({ sales }: SheetRecord): boolean => sales.quantity.kind === "pending";
    if (person.months.some(({ records }) => records.some(waits))) return NONE;
    const all = salesOf(person);
    if (all.length < LEAST_MONTHS) return NONE;
    const usual = median(all.map(({ sales }) => sales).sort((a, b) => a - b));
    return all
      .filter(({ sales }) => sales > usual * TIMES)
      .map(({ record, sales }) =>
        atPerson(
          "warning",
          person,
          record.month.quantity.kind === "value" ? record.month.quantity.value : null,
          policies.asOf.commission.clause,
          { type: "salesOutOfProportion", sales, usual },
          record.sales.cell,
        ),
      );
  },
};
