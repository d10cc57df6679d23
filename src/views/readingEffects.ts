import {
  canBeTold,
  nameReading,
  outcomeInForce,
  Refusal,
  sameFine,
  Variant,
  type JudgedMonth,
  type MonthSetting,
  type PersonInMonth,
  type PersonOutcome,
} from "../month";
import {
  fullReadingOf,
  readingOf,
  readings,
  readingsIn,
  type ReadingId,
  type Words,
} from "../policy";
import { addFen, fen, type Fen, type Month } from "../units";

/** What of a person's month an option changes; `review` is the run of failed months. */
export const EFFECT_KINDS = ["pay", "tier", "promotion", "review", "fine"] as const;
export type EffectKind = (typeof EFFECT_KINDS)[number];

/** What one option comes to beside the readings in force. */
export interface OptionOutcome {
  /** People of whom any result differs. */
  readonly people: number;
  readonly kinds: Readonly<Record<EffectKind, number>>;
  /** The month's payroll less that in force, of those whose pay can be determined under both. */
  readonly difference: Fen;
  /** Whose pay can be determined under this option only, and what they earn together. */
  readonly newlyPaid: { readonly people: number; readonly amount: Fen };
  /** Whose pay can be determined in force only, and what they earn together. */
  readonly notPaid: { readonly people: number; readonly amount: Fen };
}

export interface ReadingEffect {
  readonly reading: ReadingId;
  readonly title: Words;
  readonly undecided: boolean;
  readonly options: readonly (OptionOutcome & {
    readonly option: string;
    readonly label: Words;
    /** The option that holds, by decision or as the default; none of a blocking reading undecided. */
    readonly inForce: boolean;
  })[];
}

/** Somebody whom a reading can concern, with the results in force. */
interface Compared {
  readonly person: PersonInMonth;
  readonly inForce: PersonOutcome;
}

const comparedIn = new WeakMap<JudgedMonth, readonly Compared[]>();

/** Those of a judged month whom a reading can concern: the people of the month and those on its payroll. */
function* comparedOf(judged: JudgedMonth): Generator<void, readonly Compared[]> {
  const known = comparedIn.get(judged);
  if (known !== undefined) return known;
  const { setting, everybody } = judged;
  const compared: Compared[] = [];
  if (canBeTold(setting))
    for (const person of everybody) {
      yield;
      if (!person.waiting && (person.presence === "inMonth" || person.onPayroll))
        compared.push({ person, inForce: outcomeInForce(person, setting.policies) });
    }
  comparedIn.set(judged, compared);
  return compared;
}

/** What differs between results, person by person, in people and in yuan. */
class Sum {
  #people = 0;
  readonly #kinds: Record<EffectKind, number> = {
    pay: 0,
    tier: 0,
    promotion: 0,
    review: 0,
    fine: 0,
  };
  #difference = fen(0);
  readonly #newlyPaid = { people: 0, amount: fen(0) };
  readonly #notPaid = { people: 0, amount: fen(0) };

  /** Says whether any result differs. */
  add(before: PersonOutcome, after: PersonOutcome): boolean {
    let changed = false;
    const note = (kind: EffectKind, differs: boolean): void => {
      if (!differs) return;
      changed = true;
      this.#kinds[kind] += 1;
    };
    note("pay", before.pay !== after.pay);
    note("tier", before.tier !== after.tier);
    note("promotion", before.promotion !== after.promotion);
    note("review", before.risk !== after.risk);
    note("fine", !sameFine(before.fine, after.fine));
    if (changed) this.#people += 1;
    if (before.pay !== null && after.pay !== null)
      this.#difference = fen(this.#difference + after.pay - before.pay);
    else if (after.pay !== null) count(this.#newlyPaid, after.pay);
    else if (before.pay !== null) count(this.#notPaid, before.pay);
    return changed;
  }

  result(): OptionOutcome {
    const people = this.#people;
    const kinds = this.#kinds;
    const difference = this.#difference;
    const newlyPaid = this.#newlyPaid;
    const notPaid = this.#notPaid;
    return { people, kinds, difference, newlyPaid, notPaid };
  }
}

function count(group: { people: number; amount: Fen }, pay: Fen): void {
  group.people += 1;
  group.amount = addFen(group.amount, pay);
}

const NOTHING: OptionOutcome = new Sum().result();

/** What each option of a reading changes in the month, beside the readings in force; worked out once for a month. */
export function* readingEffect(
  judged: JudgedMonth,
  reading: ReadingId,
): Generator<void, ReadingEffect> {
  let effects = effectsOf.get(judged);
  if (effects === undefined) effectsOf.set(judged, (effects = new Map<ReadingId, ReadingEffect>()));
  const known = effects.get(reading);
  if (known !== undefined) return known;
  const effect = yield* weigh(judged, reading);
  effects.set(reading, effect);
  return effect;
}

function* weigh(judged: JudgedMonth, reading: ReadingId): Generator<void, ReadingEffect> {
  const { setting } = judged;
  const { asOf } = setting.policies;
  const undecided = asOf.undecided.has(reading);
  const nothingHolds = undecided && readingOf(reading).level === "blocking";
  const counted = yield* countedSums(judged, reading);
  const options: ReadingEffect["options"][number][] = [];
  for (const { id, label } of fullReadingOf(reading).options) {
    const inForce = !nothingHolds && asOf.options[reading] === id;
    const outcome = inForce
      ? NOTHING
      : counted === null || id === "undefined"
        ? yield* optionOutcome(judged, reading, id)
        : (counted.get(id)?.result() ?? NOTHING);
    options.push({ option: id, label, inForce, ...outcome });
  }
  return { reading, title: nameReading(reading).title, undecided, options };
}

/** The same of every reading that the month's policy disputes, in the order in which they are shown. */
export function* readingEffects(judged: JudgedMonth): Generator<void, readonly ReadingEffect[]> {
  const disputed = readingsIn(judged.setting.policies.asOf.values);
  const effects: ReadingEffect[] = [];
  for (const { id } of readings)
    if (disputed.has(id)) effects.push(yield* readingEffect(judged, id));
  return effects;
}

function* optionOutcome(
  judged: JudgedMonth,
  reading: ReadingId,
  option: string,
): Generator<void, OptionOutcome> {
  const { setting } = judged;
  yield;
  const variant = variantOf(setting, reading, option);
  if (!variant.matters) return NOTHING;
  const refusal = option === "undefined" ? new Refusal(variant) : null;
  const sum = new Sum();
  for (const { person, inForce } of yield* comparedOf(judged)) {
    yield;
    sum.add(inForce, (refusal ?? variant).outcomeOf(person, inForce));
  }
  return sum.result();
}

/**
 * The sums of each option of an undecided reading from what looking for readingUndecided has worked out of everybody; null where
 * it has not looked at somebody.
 */
function* countedSums(
  judged: JudgedMonth,
  reading: ReadingId,
): Generator<void, ReadonlyMap<string, Sum> | null> {
  const { memory } = judged.setting;
  const place = memory?.counted.indexOf(reading) ?? -1;
  // Of a blocking reading it looks at the pay alone.
  if (memory === null || place < 0 || readingOf(reading).level === "blocking") return null;
  const sums = new Map<string, Sum>();
  for (const { person, inForce } of yield* comparedOf(judged)) {
    const count = memory.counts.get(person)?.[place];
    if (count === undefined) return null;
    if (count === null) continue;
    yield;
    for (const { option, outcome } of count.different) {
      let sum = sums.get(option);
      if (sum === undefined) sums.set(option, (sum = new Sum()));
      sum.add(inForce, outcome);
    }
  }
  return sums;
}

const effectsOf = new WeakMap<JudgedMonth, Map<ReadingId, ReadingEffect>>();

/** The variant that judging the month has made already, or one for an option that it does not try. */
function variantOf(setting: MonthSetting, reading: ReadingId, option: string): Variant {
  const { policies, scoredMonths, variants, asOf } = setting;
  const upTo = (month: Month): boolean => asOf === null || month <= asOf;
  return (
    variants.of(reading).find((one) => one.option === option) ??
    new Variant(policies, reading, option, scoredMonths.filter(upTo))
  );
}

/** What one policy changes beside another: the same month judged under each. `note` is told of whom a result differs. */
export function* versionEffect(
  before: JudgedMonth,
  after: JudgedMonth,
  note?: (key: string) => void,
): Generator<void, OptionOutcome> {
  const later = new Map(
    (yield* comparedOf(after)).map(({ person, inForce }) => [person.person.key, inForce]),
  );
  const sum = new Sum();
  for (const { person, inForce } of yield* comparedOf(before)) {
    yield;
    const { key } = person.person;
    const other = later.get(key);
    if (other !== undefined && sum.add(inForce, other)) note?.(key);
  }
  return sum.result();
}
