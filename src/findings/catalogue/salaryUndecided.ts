import { levelById, payFor, withOption } from "../../policy";
import { isUnknown } from "../../scoresheet";
import { fen } from "../../units";
import { atRecord, type Check } from "../check";
import type { PayUnderOption } from "../facts";
import { hasScoreEntry, nameReading, optionLabel, settlingOptions } from "../../month";

/** A month of a level whose base salary nobody has decided: its pay cannot be determined. */
export const salaryUndecided: Check = {
  type: "salaryUndecided",
  code: "F-PAY-03",
  group: "pay",
  severities: ["warning"],
  of: "record",
  kind: "decision",
  find(place) {
    const { policy, level, record } = place;
    if (level === undefined || typeof level.baseSalary === "number") return null;
    const { sales, score } = record;
    if (!hasScoreEntry(record) && sales.quantity.kind !== "value") return null;
    const known = ![sales, score, record.extra].some(({ quantity }) => isUnknown(quantity));
    const reading = level.baseSalary.undecided;
    const results = settlingOptions(reading).flatMap((option): PayUnderOption[] => {
      const other = withOption(policy, reading, option);
      const paid = levelById(other, level.id);
      if (paid === undefined || typeof paid.baseSalary !== "number") return [];
      const { gross } = payFor(other, paid, {
        sales: sales.quantity.kind === "value" ? sales.quantity.value : fen(0),
        score: score.quantity.kind === "value" ? score.quantity.value : null,
        extra: record.extra.quantity.kind === "value" ? record.extra.quantity.value : fen(0),
      });
      return [
        {
          option: optionLabel(reading, option),
          inForce: false,
          base: paid.baseSalary,
          gross: known && gross.kind === "amount" ? gross.value : null,
        },
      ];
    });
    // The one level of a wide row is of no month in particular.
    const wide = record.layout.kind === "wide";
    return atRecord(
      "warning",
      { ...place, month: wide ? null : place.month },
      record.level.cell,
      level.clause,
      {
        type: "salaryUndecided",
        level: level.name,
        reading: nameReading(reading),
        results: wide ? results.map((result) => ({ ...result, gross: null })) : results,
      },
    );
  },
};
