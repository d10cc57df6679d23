import { commissionOn, withOption, type EffectivePolicy, type ReadingId } from "../../policy";
import { fen, type Fen } from "../../units";
import { atRecord, type Check } from "../check";
import type { CommissionUnderOption } from "../facts";
import { nameReading, settlingOptions } from "../../month";

interface DisputedThreshold {
  readonly reading: ReadingId;
  readonly clause: string;
  /** What each option makes the threshold. */
  readonly thresholds: ReadonlyMap<string, Fen>;
  readonly lowest: number;
  readonly highest: number;
}

const known = new WeakMap<EffectivePolicy, readonly DisputedThreshold[]>();

function disputedThresholds(policy: EffectivePolicy): readonly DisputedThreshold[] {
  let thresholds = known.get(policy);
  if (thresholds === undefined) known.set(policy, (thresholds = readThresholds(policy)));
  return thresholds;
}

function readThresholds({ values }: EffectivePolicy): readonly DisputedThreshold[] {
  return values.commission.bands.flatMap(({ fromFen, clause }) => {
    if (typeof fromFen === "number") return [];
    const { reading, choices } = fromFen;
    const thresholds = new Map(
      settlingOptions(reading).flatMap((option) => {
        const amount = choices[option];
        return amount === undefined ? [] : [[option, fen(amount)] as const];
      }),
    );
    const amounts = [...thresholds.values()];
    return [
      {
        reading,
        clause,
        thresholds,
        lowest: Math.min(...amounts),
        highest: Math.max(...amounts),
      },
    ];
  });
}

/** Sales between two readings of a threshold, as long as nobody has decided which. */
export const salesDisputed: Check = {
  type: "salesDisputed",
  code: "F-SAL-03",
  group: "sales",
  severities: ["warning"],
  of: "record",
  kind: "decision",
  find(place) {
    const { policy, level, record } = place;
    const { quantity, cell } = record.sales;
    if (quantity.kind !== "value" || record.level.pending || level?.variablePay === false)
      return null;
    const sales = quantity.value;
    const disputed = disputedThresholds(policy).find(
      ({ reading, lowest, highest }) =>
        policy.undecided.has(reading) && sales >= lowest && sales < highest,
    );
    if (disputed === undefined) return null;
    const { reading, thresholds, clause } = disputed;
    const results = [...thresholds].map(([option, threshold]): CommissionUnderOption => ({
      threshold,
      inForce: policy.options[reading] === option,
      commission: commissionOn(withOption(policy, reading, option), sales).amount,
    }));
    return atRecord("warning", place, cell, clause, {
      type: "salesDisputed",
      sales,
      reading: nameReading(reading),
      results,
    });
  },
};
