import type { EffectivePolicy } from "../../policy";
import { fallsShort, greatest, isAfter, isFrom, isUpTo, reaches, type Months } from "./months";
import type { Parameters } from "./parameters";
import { isBlankLevel, rankOfLevel } from "./read";
import type { Kitchen } from "./kitchen";
import type { Recipe } from "./recipe";
import { call, choose, iff, quote } from "./syntax";

// The rule: the last N months reach a tier (`lowest`), M of them a better one (`innerLowest`), and the last
// W months none below a third (`windowLowest`). Statutory leave is no month; months without score count
// as missing. Places are those of the cells, so that what stands between two of them can be counted.

/** A rule's numbers, as references or look-ups. */
interface Rule {
  readonly months: string;
  readonly lowest: string;
  readonly inner: string;
  readonly innerLowest: string;
  readonly window: string;
  readonly windowLowest: string;
}

/** Whether the readings in force are those that a formula follows. */
function isFollowed({ promotion, levels }: EffectivePolicy): boolean {
  return (
    promotion.windowKind === "rolling" &&
    promotion.windowHistory === "full" &&
    promotion.streakAnchor === "latest" &&
    promotion.streakScope === "history" &&
    promotion.missingMonth === "break" &&
    promotion.rules.length === levels.length - 1 &&
    promotion.rules.every(
      ({ tierBound, inner }) =>
        tierBound === "atLeast" && (inner === null || inner.bound === "atLeast"),
    )
  );
}

class Judgement {
  readonly #months: Months;
  /** 1 for cells that are months: all but statutory leave, where it is skipped. */
  readonly #counts: string;
  /** The most months of a better tier that any rule asks for. */
  readonly #mostInner: number;

  constructor(months: Months, { promotion }: EffectivePolicy) {
    this.#months = months;
    this.#counts = promotion.statutoryLeave === "bridge" ? `(1-${months.leave})*` : "";
    this.#mostInner = Math.max(0, ...promotion.rules.map(({ inner }) => inner?.months ?? 0));
  }

  /** How many months up to the newest score reach a score without a gap. */
  run(lowest: string): string {
    const { points, place, last, scored } = this.#months;
    const breaks = `${fallsShort(points, lowest)}*${this.#counts}${isUpTo(place, last)}*${place}`;
    return call("SUMPRODUCT", `${scored}*${isAfter(place, greatest(breaks))}`);
  }

  /** How many of the newest `months` scores reach a score. */
  inner(lowest: string, months: string): string {
    const { points, place, scored } = this.#months;
    const from = call("LARGE", `${scored}*${place}`, this.#within(months));
    return call("SUMPRODUCT", `${reaches(points, lowest)}*${isFrom(place, from)}`);
  }

  /** The fewest further months of the best tier that make the rule hold. */
  monthsShort(rule: Rule): string {
    const lacking = Array.from({ length: this.#mostInner }, (_, k) => {
      const later = k === 0 ? "" : `-${String(k)}`;
      return `(${this.inner(rule.innerLowest, rule.months + later)}<${rule.inner}${later})`;
    });
    return call(
      "MAX",
      "0",
      `${rule.months}-${this.run(rule.lowest)}`,
      `${rule.window}-${this.run(rule.windowLowest)}`,
      ...(lacking.length === 0 ? [] : [lacking.join("+")]),
    );
  }

  /** Whether the rule holds once every missing month between scores is filled with the best tier. */
  holdsWhenFilled(rule: Rule): string {
    const { points, place, scored, last } = this.#months;
    const from = (months: string): string => this.#placeOf(months);
    const below = (lowest: string, months: string): string =>
      call("SUMPRODUCT", `${scored}*${fallsShort(points, lowest)}*${isFrom(place, from(months))}`);
    // The first score's place is that of the greatest 1/place.
    const first = call("ROUND", `1/${greatest(`${scored}/${place}`)}`, "0");
    const length = `${this.#counts}${isUpTo(place, last)}*${isFrom(place, first)}`;
    const better = `(${reaches(points, rule.innerLowest)}+(1-${scored}))*${this.#counts}${isUpTo(place, last)}*${isFrom(place, from(rule.months))}`;
    return call(
      "AND",
      `${call("SUMPRODUCT", length)}>=${call("MAX", rule.months, rule.window)}`,
      `${below(rule.lowest, rule.months)}+${below(rule.windowLowest, rule.window)}=0`,
      ...(this.#mostInner === 0 ? [] : [`${call("SUMPRODUCT", better)}>=${rule.inner}`]),
    );
  }

  /** The place of the newest missing month between scores, 0 without one. */
  newestMissing(): string {
    const { place, scored, last } = this.#months;
    return greatest(`(1-${scored})*${this.#counts}${isUpTo(place, last)}*${place}`);
  }

  /** Whether a missing month stands among those that the rule looks at. */
  missesOne(rule: Rule): string {
    return `${this.newestMissing()}>=${this.#placeOf(call("MAX", rule.months, rule.window))}`;
  }

  /** The place of the oldest of so many newest months. */
  #placeOf(months: string): string {
    const { place, last } = this.#months;
    return call("LARGE", `${this.#counts}${isUpTo(place, last)}*${place}`, this.#within(months));
  }

  #within(months: string): string {
    return call("MAX", "1", call("MIN", String(this.#months.count), months));
  }
}

type Promotion = NonNullable<Parameters["promotion"]>;

/** One row of the sheet's rules; `at` counts from 1 as a number or as a look-up. */
function ruleAt(promotion: Promotion, at: string): Rule {
  const of = (column: keyof Rule): string => call("INDEX", promotion[column], at);
  return {
    months: of("months"),
    lowest: of("lowest"),
    inner: of("inner"),
    innerLowest: of("innerLowest"),
    window: of("window"),
    windowLowest: of("windowLowest"),
  };
}

/** What the next level still lacks; `rank` is that of a level known and not the highest. */
function towardNext(
  judgement: Judgement,
  months: Months,
  promotion: Promotion,
  rank: string,
  { words: { verdicts } }: Kitchen,
): string {
  const rule = ruleAt(promotion, rank);
  const target = call("INDEX", promotion.target, rank);
  const [missingBefore, missingAfter] = verdicts.missing;
  const [shortBefore, shortAfter] = verdicts.monthsShort;
  const missing = `${quote(missingBefore)}&${judgement.newestMissing()}-${months.before}&${quote(missingAfter)}`;
  const eligible = `${quote(verdicts.eligible)}&${target}`;
  return iff(
    judgement.holdsWhenFilled(rule),
    iff(judgement.missesOne(rule), missing, eligible),
    `${quote(shortBefore)}&${judgement.monthsShort(rule)}&${quote(shortAfter)}&${target}`,
  );
}

/** The highest level whose rule holds. */
function reached(judgement: Judgement, promotion: Promotion, kitchen: Kitchen): string {
  const { rules } = kitchen.policy.promotion;
  const branches = rules
    .map(({ inner, window }, index) => {
      const rule = ruleAt(promotion, String(index + 1));
      const holds = [
        `${judgement.run(rule.lowest)}>=${rule.months}`,
        ...(window === null ? [] : [`${judgement.run(rule.windowLowest)}>=${rule.window}`]),
        ...(inner === null
          ? []
          : [`${judgement.inner(rule.innerLowest, rule.months)}>=${rule.inner}`]),
      ];
      const target = call("INDEX", promotion.target, String(index + 1));
      return [call("AND", ...holds), target] as const;
    })
    .reverse();
  return choose(branches, quote(kitchen.words.verdicts.noLevel));
}

export const eligiblePlain: Recipe = {
  kind: "scores",
  write: (months, level, kitchen) => {
    const { parameters, policy, words } = kitchen;
    const { promotion } = parameters;
    if (promotion === null || !isFollowed(policy)) return "reading";
    const judgement = new Judgement(months, policy);
    const none = `${months.scores}=0`;
    const free = iff(none, quote(""), reached(judgement, promotion, kitchen));
    if (level === null) return [iff(months.sound, free, quote(""))];
    const rank = rankOfLevel(level, parameters);
    const next = call(
      "VLOOKUP",
      call("TRIM", call("ASC", level)),
      parameters.levels.ranks,
      "2",
      "0",
    );
    const held = choose(
      [
        [`${rank}=${String(policy.levels.length)}`, quote(words.verdicts.topLevel)],
        [none, quote(words.verdicts.noScores)],
      ],
      towardNext(judgement, months, promotion, next, kitchen),
    );
    return [iff(months.sound, iff(isBlankLevel(level), free, held), quote(""))];
  },
};
