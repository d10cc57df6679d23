import { nameReading, type NamedReading, type PersonInMonth } from "../../month";
import { basePay, levelById, payFor, type EffectivePolicy, type Level } from "../../policy";
import { isUnknown } from "../../scoresheet";
import { fen, type Fen } from "../../units";

/** A level's pay as far as it can be determined. */
export interface PayAtLevel {
  readonly base: Fen | null;
  /** Base, commission and performance pay at the sales and score of the as-of month, no extras. */
  readonly gross: Fen | null;
}

/** What a promotion would change in a month like the last one. */
export interface PayEffect {
  readonly before: PayAtLevel;
  readonly after: PayAtLevel;
  /** The reading that a base salary waits for. */
  readonly waitsFor: NamedReading | null;
}

function payAt(level: Level, person: PersonInMonth, policy: EffectivePolicy): PayAtLevel {
  const base = basePay(level);
  const month = person.months.at(-1);
  const record = month?.record ?? null;
  const sales = record?.sales.quantity;
  const known = base.kind === "amount" ? base.value : null;
  if (month === undefined || record === null || sales === undefined || isUnknown(sales))
    return { base: known, gross: null };
  const score = month.history.kind === "score" ? month.history.score : null;
  const { gross } = payFor(policy, level, {
    sales: sales.kind === "value" ? sales.value : fen(0),
    score,
    extra: fen(0),
  });
  return { base: known, gross: gross.kind === "amount" ? gross.value : null };
}

/** Pay before and after a promotion at the as-of month's sales and score (rule V6), under that month's policy. */
export function payEffect(
  person: PersonInMonth,
  from: Level,
  target: Level,
  policy: EffectivePolicy,
): PayEffect {
  const [before, after] = [from, target].map(({ id }) => levelById(policy, id) ?? null);
  const waiting = [before, after].flatMap((level) =>
    typeof level?.baseSalary === "object" ? [level.baseSalary.undecided] : [],
  )[0];
  const none: PayAtLevel = { base: null, gross: null };
  return {
    before: before ? payAt(before, person, policy) : none,
    after: after ? payAt(after, person, policy) : none,
    waitsFor: waiting === undefined ? null : nameReading(waiting),
  };
}
