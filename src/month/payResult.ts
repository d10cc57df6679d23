import { levelById, payFor, type EffectivePolicy, type Unpayable } from "../policy";
import { isUnknown, type CellOf, type SheetRecord } from "../scoresheet";
import { fen, type Fen } from "../units";
import type { PersonMonth } from "./judged";
import { nameReading } from "./nameReading";
import { fineOf } from "./outcome";
import type { PaySource, Payslip, Unpaid, UnpaidReason } from "./payTypes";
import type { MonthSetting } from "./setting";

const NOTHING = fen(0);

const unpaid = (why: UnpaidReason, cell: Unpaid["cell"] = null): Unpaid => ({
  kind: "unpaid",
  why,
  cell,
});

/** An amount or count that may be left blank; null where it cannot be read. */
function orNothing({ quantity }: CellOf<Fen>): Fen | null {
  if (quantity.kind === "value") return quantity.value;
  return isUnknown(quantity) ? null : NOTHING;
}

function reasonOf(why: Unpayable): UnpaidReason {
  switch (why.kind) {
    case "noScore":
      return why;
    case "undecided":
      return { kind: "undecided", reading: nameReading(why.reading) };
    case "refused":
      return {
        kind: "refusedScore",
        reading: why.reading === null ? null : nameReading(why.reading),
      };
  }
}

function unreadable(record: SheetRecord, sources: readonly PaySource[]): Unpaid | null {
  for (const source of sources) {
    const { quantity, cell } = record[source];
    if (quantity.kind === "pending") return unpaid({ kind: "notCalculated", source }, cell);
    if (quantity.kind === "problem") return unpaid({ kind: "unreadable", source }, cell);
  }
  return null;
}

/** What is wrong with the month's rows before any rule is asked; null where nothing is. */
function rowProblem(
  month: PersonMonth,
  record: SheetRecord,
  policy: EffectivePolicy,
): Unpaid | null {
  if (month.history.kind === "unreadable" && !isUnknown(record.score.quantity))
    return unpaid(
      { kind: month.records.length > 1 ? "contradicted" : "future" },
      record.month.cell?.row === record.row ? record.month.cell : record.score.cell,
    );
  if (record.level.pending)
    return unpaid({ kind: "notCalculated", source: "level" }, record.level.cell);
  if (month.level === undefined)
    return record.level.text === ""
      ? unpaid({ kind: "levelBlank" }, record.level.cell)
      : unpaid({ kind: "levelUnknown", text: record.level.seen }, record.level.cell);
  const counts: readonly PaySource[] = policy.fines.netted ? ["complaints", "leaves"] : [];
  const wrong = unreadable(record, ["score", "sales", "extra", ...counts]);
  if (wrong !== null) return wrong;
  const extra = orNothing(record.extra);
  return extra !== null && extra < 0
    ? unpaid({ kind: "negative", source: "extra" }, record.extra.cell)
    : null;
}

/** One person's pay of a month under a policy, or why it cannot be determined: never 0 for want of something. */
export function payResult(
  month: PersonMonth | undefined,
  policy: EffectivePolicy,
  { blanket }: Pick<MonthSetting, "blanket">,
): Payslip | Unpaid {
  if (blanket !== null && blanket.kind !== "noLevelColumn")
    return unpaid({ kind: "sheet", exclusion: blanket });
  const record = month?.record ?? null;
  if (month === undefined || record === null) return unpaid({ kind: "noRow" });
  const wrong = rowProblem(month, record, policy);
  if (wrong !== null) return wrong;
  const level = month.level === undefined ? undefined : levelById(policy, month.level.id);
  if (level === undefined)
    return unpaid({ kind: "levelUnknown", text: record.level.seen }, record.level.cell);
  const { sales: salesCell, score: scoreCell } = record;
  if (level.variablePay && salesCell.cell === null) return unpaid({ kind: "noSalesColumn" });
  const score = month.history.kind === "score" ? month.history.score : null;
  const sales = orNothing(salesCell) ?? NOTHING;
  const parts = payFor(policy, level, {
    sales,
    score,
    extra: orNothing(record.extra) ?? NOTHING,
  });
  const { base, commission, commissionAmount, performance, extra, gross } = parts;
  if (base.kind === "none") return unpaid(reasonOf(base.why), record.level.cell);
  if (performance.kind === "none")
    return unpaid(
      scoreCell.quantity.kind === "zero" ? { kind: "zeroScore" } : reasonOf(performance.why),
      scoreCell.cell,
    );
  if (gross.kind === "none") return unpaid(reasonOf(gross.why), record.level.cell);
  const fine = fineOf(record, policy);
  const fines = fine?.kind === "fine" ? fine.amount : null;
  if (policy.fines.netted && fines === null)
    return unpaid({ kind: "unreadable", source: "complaints" }, record.complaints.cell);
  const { band } = performance.value;
  return {
    kind: "paid",
    level,
    score,
    sales,
    salesBlank: level.variablePay && salesCell.quantity.kind !== "value",
    base: { amount: base.value, clause: level.clause },
    commission: {
      amount: commissionAmount,
      clause: commission?.clause ?? level.clause,
      rate: commission === null ? 0 : (commission.band?.rate ?? policy.commission.belowFirst),
    },
    performance: {
      amount: performance.value.amount,
      clause: level.variablePay && band !== null ? band.clause : level.clause,
      rate: level.variablePay ? (band?.rate ?? 0) : 0,
    },
    extra: { amount: extra, clause: level.clause },
    gross: { amount: gross.value, clause: level.clause },
    fines,
    fineClauses:
      fines === 0
        ? []
        : [
            ...(isSome(record.complaints) ? [policy.fines.complaintClause] : []),
            ...(isSome(record.leaves) ? [policy.fines.leaveClause] : []),
          ],
    net: policy.fines.netted ? fen(gross.value - (fines ?? 0)) : gross.value,
  };
}

function isSome({ quantity }: CellOf<number>): boolean {
  return quantity.kind === "value" && quantity.value !== 0;
}
