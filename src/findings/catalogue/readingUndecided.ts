import {
  clausesOfReading,
  readingOf,
  withOption,
  type EffectivePolicy,
  type ReadingId,
} from "../../policy";
import { addFen, fen, type Fen } from "../../units";
import { atSheet, type Check } from "../check";
import {
  nameReading,
  optionLabel,
  outcomeInForce,
  outcomeOf,
  sameOutcome,
  settlingOptions,
  type MonthSetting,
  type PersonInMonth,
  type PersonOutcome,
  type ReadingCount,
} from "../../month";
import type { Found } from "../types";

/** What one undecided reading comes to, people added one after another. */
class Effect {
  readonly blocking: boolean;
  #people = 0;
  readonly #options: readonly {
    readonly id: string;
    readonly policy: EffectivePolicy;
    people: number;
    gross: Fen;
  }[];

  readonly #setting: MonthSetting;

  constructor(
    setting: MonthSetting,
    readonly reading: ReadingId,
  ) {
    this.#setting = setting;
    this.blocking = readingOf(reading).level === "blocking";
    const { asOf } = setting.policies;
    this.#options = settlingOptions(reading).map((id) => ({
      id,
      policy: withOption(asOf, reading, id),
      people: 0,
      gross: fen(0),
    }));
  }

  /** What a person adds; null for nothing. */
  of(person: PersonInMonth, inForce: PersonOutcome): ReadingCount | null {
    if (this.blocking) {
      const salary = person.level?.baseSalary;
      const waits = typeof salary === "object" && salary.undecided === this.reading;
      return waits ? this.#counted(person, []) : null;
    }
    const different = this.#setting.variants.of(this.reading).flatMap((variant) => {
      const outcome = variant.outcomeOf(person, inForce);
      return sameOutcome(inForce, outcome) ? [] : [{ option: variant.option, outcome }];
    });
    return different.length > 0 ? this.#counted(person, different) : null;
  }

  #counted(person: PersonInMonth, different: ReadingCount["different"]): ReadingCount {
    const month = person.months.at(-1);
    return { different, pays: this.#options.map(({ policy }) => outcomeOf(month, policy).pay) };
  }

  add({ different, pays }: ReadingCount): void {
    this.#people += 1;
    for (const [index, option] of this.#options.entries()) {
      if (different.some((one) => one.option === option.id)) option.people += 1;
      const pay = pays[index] ?? null;
      if (pay !== null) option.gross = addFen(option.gross, pay);
    }
  }

  finding(): Found | null {
    if (this.#people === 0) return null;
    const { reading, blocking } = this;
    const people = this.#people;
    const inForce = this.#setting.policies.asOf.options[reading];
    return atSheet("warning", null, clausesOfReading(reading)[0] ?? null, {
      type: "readingUndecided",
      reading: nameReading(reading),
      blocking,
      people,
      options: this.#options.map(({ id, people: changed, gross }) => ({
        option: optionLabel(reading, id),
        inForce: !blocking && id === inForce,
        people: changed,
        gross,
      })),
    });
  }
}

/**
 * An undecided reading that changes a result of this month. Each of its options is tried
 * alone on everybody judged; a blocking one is reported where somebody holds a level that waits for it.
 */
export const readingUndecided: Check = {
  type: "readingUndecided",
  code: "F-POL-02",
  group: "policy",
  severities: ["warning"],
  of: "sheet",
  kind: "decision",
  *find(setting, people) {
    const { asOf, policies, blanket, memory } = setting;
    if (asOf === null || (blanket !== null && blanket.kind !== "noLevelColumn")) return;
    const effects: Effect[] = [];
    for (const reading of policies.asOf.undecided) {
      yield null;
      const effect = new Effect(setting, reading);
      if (effect.blocking || setting.variants.of(reading).length > 0) effects.push(effect);
    }
    if (memory !== null) memory.counted = effects.map(({ reading }) => reading);
    for (const person of people) {
      yield null;
      if (person.waiting || (person.presence !== "inMonth" && !person.onPayroll)) continue;
      let counts = memory?.counts.get(person);
      if (counts === undefined) {
        const inForce = outcomeInForce(person, policies);
        counts = effects.map((effect) => effect.of(person, inForce));
        memory?.counts.set(person, counts);
      }
      for (const [place, effect] of effects.entries()) {
        const count = counts[place] ?? null;
        if (count !== null) effect.add(count);
      }
    }
    for (const effect of effects) yield effect.finding();
  },
};
