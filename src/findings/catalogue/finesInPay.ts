import { payFor } from "../../policy";
import { isUnknown, type SheetRecord } from "../../scoresheet";
import { addFen, fen, type Fen } from "../../units";
import { atRecord, type Check, type RecordPlace } from "../check";
import { fineOf } from "../../month";
import type { Found } from "../types";

/** The fine by which the typed gross pay falls short of what the row earns, to the fen; null otherwise. */
function nettedFine({ record, policy, level }: RecordPlace): Fen | null {
  const typed = record.paid.gross.quantity;
  const fine = fineOf(record, policy);
  if (typed.kind !== "value" || fine?.kind !== "fine" || fine.amount === 0) return null;
  if (level === undefined) return null;
  const { sales, score, extra } = record;
  if ([sales, score, extra].some(({ quantity }) => isUnknown(quantity))) return null;
  const { gross } = payFor(policy, level, {
    sales: sales.quantity.kind === "value" ? sales.quantity.value : fen(0),
    score: score.quantity.kind === "value" ? score.quantity.value : null,
    extra: extra.quantity.kind === "value" ? extra.quantity.value : fen(0),
  });
  if (gross.kind !== "amount") return null;
  const own = record.ownPay.amounts.reduce<Fen>(
    (sum, { amount }) => addFen(sum, amount),
    gross.value,
  );
  const deducted = deductedFine(record);
  if (deducted !== null) return deducted;
  return own - typed.value === fine.amount ? fine.amount : null;
}

/** What the formula of the gross takes off as a fine; null where it takes off none. */
function deductedFine({ ownPay: own, layout }: SheetRecord): Fen | null {
  const column = layout.columns.finesPaid?.column;
  const fine = own.amounts.find((one) => one.column === column && one.amount < 0);
  return own.by !== "formula" || fine === undefined ? null : fen(Math.abs(fine.amount));
}

/** A column of fines that holds some, or gross pay from which a fine was taken. */
export const finesInPay: Check = {
  type: "finesInPay",
  code: "F-DIS-04",
  group: "conduct",
  severities: ["warning"],
  of: "record",
  kind: "notice",
  find(place) {
    const { paid } = place.record;
    const { complaintClause } = place.policy.fines;
    const findings: Found[] = [];
    const typed = paid.fines.quantity;
    if (typed.kind === "value" && typed.value !== 0)
      findings.push(
        atRecord("warning", place, paid.fines.cell, complaintClause, {
          type: "finesInPay",
          netted: false,
          // Written as a deduction or as an amount: the fine is the same.
          amount: fen(Math.abs(typed.value)),
        }),
      );
    const netted = nettedFine(place);
    if (netted !== null)
      findings.push(
        atRecord("warning", place, paid.gross.cell, complaintClause, {
          type: "finesInPay",
          netted: true,
          amount: netted,
        }),
      );
    return findings;
  },
};
