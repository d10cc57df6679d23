import {
  nameReading,
  optionLabel,
  payResult,
  settlingOptions,
  type MonthSetting,
  type PayrollEntry,
  type Payslip,
  type Unpaid,
} from "../../month";
import {
  readings,
  readingsIn,
  withOption,
  type EffectivePolicy,
  type ReadingId,
} from "../../policy";
import { addFen, fen, type Fen } from "../../units";
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

const netOf = (pay: Payslip | Unpaid): Fen | null => (pay.kind === "paid" ? pay.net : null);

type Paying = Pick<PayrollEntry, "month" | "pay">;

function underOption(
  months: readonly Paying[],
  setting: MonthSetting,
  reading: ReadingId,
  option: string,
): PayUnderOption {
  const policy = withOption(setting.policies.asOf, reading, option);
  const newlyPaid = { people: 0, amount: fen(0) };
  const notPaid = { people: 0, amount: fen(0) };
  let people = 0;
  let difference = fen(0);
  for (const { month, pay: inForce } of months) {
    const before = netOf(inForce);
    const after = netOf(payResult(month, policy, setting));
    if (before === after) continue;
    people += 1;
    if (before !== null && after !== null) difference = fen(difference + after - before);
    else {
      const group = after === null ? notPaid : newlyPaid;
      group.people += 1;
      group.amount = addFen(group.amount, after ?? before ?? fen(0));
    }
  }
  return { option, label: optionLabel(reading, option), people, difference, newlyPaid, notPaid };
}

/** What settling each undecided reading otherwise would move; yields between the options. */
export function* payByReading(
  months: readonly Paying[],
  setting: MonthSetting,
): Generator<void, readonly PayByReading[]> {
  const { asOf } = setting.policies;
  const found: PayByReading[] = [];
  for (const reading of undecidedOfPay(asOf)) {
    const blocked = asOf.levels.some(
      ({ baseSalary }) => typeof baseSalary === "object" && baseSalary.undecided === reading,
    );
    const options: PayUnderOption[] = [];
    for (const option of settlingOptions(reading)) {
      // The option that counts while nothing is decided moves nothing, unless nothing is paid without it.
      if (!blocked && option === asOf.options[reading]) continue;
      yield;
      options.push(underOption(months, setting, reading, option));
    }
    if (options.some(({ people }) => people > 0))
      found.push({ reading: nameReading(reading), options });
  }
  return found;
}
