import { readingOf, withOption, type ReadingId } from "../../policy";
import { addFen, fen, type Fen } from "../../units";
import { atSheet, type Check } from "../check";
import type { OptionEffect } from "../facts";
import type { PersonInMonth } from "../judgePerson";
import { alternativesOf, nameReading, optionLabel, settlingOptions } from "../nameReading";
import { outcomeOf } from "../outcome";
import type { MonthSetting } from "../setting";
import type { Finding } from "../types";
import { outcomeInForce, outcomeUnder, sameOutcome, variantOf } from "../variant";

/** People between two pauses: each is judged under every option that can matter. */
const PEOPLE_A_STEP = 8;
const NO_MONEY = fen(0);

/** Gross pay of one person under an option, as far as it can be told. */
function payUnder(
  person: PersonInMonth,
  setting: MonthSetting,
  reading: ReadingId,
  option: string,
): Fen {
  const policy = withOption(setting.policies.asOf, reading, option);
  return outcomeOf(person.months.at(-1), policy).pay ?? NO_MONEY;
}

function report(
  setting: MonthSetting,
  reading: ReadingId,
  concerned: readonly PersonInMonth[],
  peopleUnder: (option: string) => number,
): Finding {
  const { options } = setting.policies.asOf;
  const { level, clauses } = readingOf(reading);
  const blocking = level === "blocking";
  const effects = settlingOptions(reading).map((option): OptionEffect => ({
    option: optionLabel(reading, option),
    inForce: !blocking && options[reading] === option,
    people: peopleUnder(option),
    gross: concerned.reduce(
      (sum, person) => addFen(sum, payUnder(person, setting, reading, option)),
      NO_MONEY,
    ),
  }));
  return atSheet(blocking ? "error" : "warning", null, clauses[0] ?? null, {
    code: "F-POL-02",
    reading: nameReading(reading),
    blocking,
    people: concerned.length,
    options: effects,
  });
}

/** Whoever holds a level in the as-of month whose base salary waits for the reading. */
function holdersOf(reading: ReadingId, people: readonly PersonInMonth[]): readonly PersonInMonth[] {
  return people.filter(
    ({ level, left }) =>
      !left &&
      level !== null &&
      typeof level.baseSalary !== "number" &&
      level.baseSalary.undecided === reading,
  );
}

/**
 * F-POL-02: an undecided reading that changes a result of this month. Each of its options is tried
 * alone on everybody judged; what an option provably cannot touch is not judged again.
 */
export const readingUndecided: Check = {
  code: "F-POL-02",
  of: "sheet",
  *find(setting, people) {
    const { asOf, policies, blanket, scoredMonths } = setting;
    if (asOf === null || (blanket !== null && blanket.kind !== "noLevelColumn")) return;
    const open = [...policies.asOf.undecided];
    const months = scoredMonths.filter((month) => month <= asOf);
    const tallies = open
      .filter((reading) => readingOf(reading).level !== "blocking")
      .flatMap((reading) =>
        alternativesOf(policies.asOf, reading).map((option) => {
          const variant = variantOf(policies, reading, option, months);
          return { reading, option, variant, people: 0 };
        }),
      )
      .filter(
        ({ variant }) =>
          variant.tiers || variant.review || variant.month || variant.changed.size > 0,
      );
    const concerned = new Map<ReadingId, Set<PersonInMonth>>();
    yield null;
    for (const [index, person] of people.entries()) {
      if (index % PEOPLE_A_STEP === 0) yield null;
      if (person.left) continue;
      const inForce = outcomeInForce(person, policies);
      for (const tally of tallies) {
        if (sameOutcome(inForce, outcomeUnder(tally.variant, person, policies, inForce))) continue;
        tally.people += 1;
        const who = concerned.get(tally.reading);
        if (who === undefined) concerned.set(tally.reading, new Set([person]));
        else who.add(person);
      }
    }
    for (const reading of open) {
      yield null;
      const blocking = readingOf(reading).level === "blocking";
      const who = blocking ? holdersOf(reading, people) : [...(concerned.get(reading) ?? [])];
      if (who.length === 0) continue;
      yield report(
        setting,
        reading,
        who,
        (option) =>
          tallies.find((tally) => tally.reading === reading && tally.option === option)?.people ??
          0,
      );
    }
  },
};
