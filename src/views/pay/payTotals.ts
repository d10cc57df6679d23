import { nameReading, settlingOptions, type JudgedMonth, type Payslip } from "../../month";
import { readings, readingsIn, type EffectivePolicy, type ReadingId } from "../../policy";
import { addFen, fen, type Fen } from "../../units";
import { readingEffect } from "../readingEffects";
import type { PayByReading, PayTotals, PayUnderOption } from "./types";

/** The sums over payslips, to the fen. */
export function totalsOf(payslips: readonly Payslip[]): PayTotals {
  const sum = (of: (payslip: Payslip) => Fen): Fen => addFen(...payslips.map(of));
  return {
    people: payslips.length,
    base: sum(({ base }) => base.amount),
    commission: sum(({ commission }) => commission.amount),
    performance: sum(({ performance }) => performance.amount),
    extra: sum(({ extra }) => extra.amount),
    gross: sum(({ gross }) => gross.amount),
    fines: sum(({ fines }) => fines ?? fen(0)),
    net: sum(({ net }) => net),
  };
}

/** Undecided readings on which pay and fines rest, in the order in which they are shown. */
export function undecidedOfPay({ values, undecided }: EffectivePolicy): readonly ReadingId[] {
  const { levels, commission, performance, score, fines } = values;
  const concerned = readingsIn([levels, commission, performance, score, fines]);
  return readings.flatMap(({ id }) => (undecided.has(id) && concerned.has(id) ? [id] : []));
}

/** What settling each undecided reading otherwise would move of the payroll; yields between people. */
export function* payByReading(judged: JudgedMonth): Generator<void, readonly PayByReading[]> {
  const { asOf } = judged.setting.policies;
  const found: PayByReading[] = [];
  for (const reading of undecidedOfPay(asOf)) {
    const settling = settlingOptions(reading);
    const effect = yield* readingEffect(judged, reading);
    // The option that counts while nothing is decided moves nothing, unless nothing is paid without it.
    const options = effect.options.flatMap((one): PayUnderOption[] => {
      const { option, inForce, label, kinds, difference, newlyPaid, notPaid } = one;
      if (inForce || !settling.includes(option)) return [];
      return [{ option, label, people: kinds.pay, difference, newlyPaid, notPaid }];
    });
    if (options.some(({ people }) => people > 0))
      found.push({ reading: nameReading(reading), options });
  }
  return found;
}
