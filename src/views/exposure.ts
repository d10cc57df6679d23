import { canBeTold, outcomeOf, type JudgedMonth } from "../month";
import {
  fullReadingOf,
  optionUnder,
  readingOf,
  readings,
  withOption,
  type EffectivePolicy,
  type ReadingId,
  type Words,
} from "../policy";
import { addFen, fen, type Fen } from "../units";

/** What the month's payroll would be more under the employee-favourable readings (rule R4). */
export interface Exposure {
  /** Under the readings in force, undecided ones by their default. */
  readonly payroll: Fen;
  readonly favourable: Fen;
  /** `favourable` − `payroll`; negative where the readings in force favour employees more. */
  readonly exposure: Fen;
  /** People of the payroll in both sums, and those whose pay one of them cannot tell. */
  readonly people: number;
  readonly notCounted: number;
  /** Blocking readings that are undecided: their people stand here instead of in the sums. */
  readonly blocking: readonly BlockingLine[];
}

/** A reading without which nothing is paid, with what its people earn together under each option. */
export interface BlockingLine {
  readonly reading: ReadingId;
  readonly title: Words;
  readonly people: number;
  readonly options: readonly {
    readonly option: string;
    readonly label: Words;
    readonly payroll: Fen;
    /** The exposure of these people by all other readings, were this option decided. */
    readonly exposure: Fen;
  }[];
}

const isBlocking = (reading: ReadingId): boolean => readingOf(reading).level === "blocking";

/** Every reading but a blocking one as the employee-favourable preset has it. */
function favourableTo(policy: EffectivePolicy): EffectivePolicy {
  return readings
    .filter(({ id }) => !isBlocking(id))
    .reduce((other, { id }) => {
      const option = optionUnder("favourable", id);
      return other.options[id] === option ? other : withOption(other, id, option);
    }, policy);
}

/**
 * The exposure of a judged month, yielding at each person. `policy` is the one in force in that month; another may be given
 * that has decisions taken since, so that a click is answered without judging everybody again.
 */
export function* exposureOf(
  { setting, everybody }: JudgedMonth,
  policy: EffectivePolicy = setting.policies.asOf,
): Generator<void, Exposure> {
  const waiting = policy.levels.flatMap(({ id, baseSalary }) =>
    typeof baseSalary === "object" ? [[id, baseSalary.undecided] as const] : [],
  );
  const readingOfLevel = new Map(waiting);
  const paying = canBeTold(setting) ? everybody.filter(({ onPayroll }) => onPayroll) : [];
  const months = paying.map((person) => person.months.at(-1));
  const held = months.map((month) => readingOfLevel.get(month?.level?.id ?? ""));
  function* sums(
    inForce: EffectivePolicy,
    reading: ReadingId | undefined,
  ): Generator<void, Omit<Exposure, "blocking">> {
    const favourable = favourableTo(inForce);
    let [paid, more, counted, notCounted] = [fen(0), fen(0), 0, 0];
    for (const [index, month] of months.entries()) {
      yield;
      if (held[index] !== reading) continue;
      const one = outcomeOf(month, inForce).pay;
      const other = outcomeOf(month, favourable).pay;
      if (one !== null) paid = addFen(paid, one);
      if (one === null || other === null) {
        notCounted += 1;
        continue;
      }
      counted += 1;
      more = fen(more + other - one);
    }
    return {
      payroll: paid,
      favourable: fen(paid + more),
      exposure: more,
      people: counted,
      notCounted,
    };
  }
  const all = yield* sums(policy, undefined);
  const blocking: BlockingLine[] = [];
  for (const reading of new Set(readingOfLevel.values())) {
    const { title, options } = fullReadingOf(reading);
    const count = held.filter((one) => one === reading).length;
    if (count === 0) continue;
    const lines: BlockingLine["options"][number][] = [];
    for (const { id, label } of options) {
      const { payroll, exposure } = yield* sums(withOption(policy, reading, id), reading);
      lines.push({ option: id, label, payroll, exposure });
    }
    blocking.push({ reading, title, people: count, options: lines });
  }
  return { ...all, blocking };
}
