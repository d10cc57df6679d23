import { commissionOn, levelById, performancePay, withOption } from "../../policy";
import { isUnknown } from "../../scoresheet";
import { addFen, fen, type Fen } from "../../units";
import { atRecord, type Check, type RecordPlace } from "../check";
import { nameReading, settlingOptions } from "../../month";

/** What the row would earn beside its base salary under an option; 0 where the level earns nothing more. */
function variableUnder({ policy, level, record }: RecordPlace, option: string): Fen | null {
  if (level === undefined) return null;
  const stored = policy.values.levels.find(({ id }) => id === level.id);
  if (stored === undefined || typeof stored.variablePay === "boolean") return null;
  const other = withOption(policy, stored.variablePay.reading, option);
  const paid = levelById(other, level.id);
  if (paid === undefined) return null;
  if (!paid.variablePay) return fen(0);
  const { sales, score } = record;
  const commission =
    sales.quantity.kind === "value" ? commissionOn(other, sales.quantity.value).amount : fen(0);
  const performance =
    score.quantity.kind === "value" ? performancePay(other, paid, score.quantity.value) : null;
  return performance?.kind === "amount" ? addFen(commission, performance.value.amount) : commission;
}

/** A month of probation that another reading would pay more for. */
export const probationPayDisputed: Check = {
  type: "probationPayDisputed",
  code: "F-PAY-04",
  group: "pay",
  severities: ["info"],
  of: "record",
  kind: "decision",
  find(place) {
    const { policy, level, record } = place;
    if (level === undefined || level.variablePay || typeof level.baseSalary !== "number")
      return null;
    const stored = policy.values.levels.find(({ id }) => id === level.id);
    if (stored === undefined || typeof stored.variablePay === "boolean") return null;
    const { reading } = stored.variablePay;
    if (!policy.undecided.has(reading)) return null;
    const { extra, score, sales } = record;
    if ([sales, score, extra].some(({ quantity }) => isUnknown(quantity))) return null;
    const more = Math.max(
      ...settlingOptions(reading).map((option) => variableUnder(place, option) ?? 0),
    );
    if (more <= 0) return null;
    const inForce = addFen(
      level.baseSalary,
      extra.quantity.kind === "value" ? extra.quantity.value : fen(0),
    );
    const cell = score.quantity.kind === "value" ? score.cell : sales.cell;
    return atRecord("info", place, cell, level.clause, {
      type: "probationPayDisputed",
      reading: nameReading(reading),
      gross: inForce,
      other: addFen(inForce, fen(more)),
    });
  },
};
