import { findLevel, type EffectivePolicy } from "../../policy";
import {
  fallsShort,
  greatest,
  isAfter,
  isFrom,
  isUpTo,
  positive,
  reaches,
  type Months,
} from "./months";
import type { PromotionTable, RuleCells } from "./parameters";
import { isBlankLevel, rankOfLevel, tidy } from "./read";
import type { FormulaContext } from "./formulaContext";
import type { Translator } from "./translator";
import { call, choose, iff, quote } from "./syntax";

// A rule asks for so many newest months in a row at each of some lines of scores, and that of the newest
// months some are at a better score. Statutory leave is no month; months without score count as missing.
// Places are those of the cells, so that what stands between two of them can be counted.

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
  readonly #promotion: PromotionTable;
  /** 1 for cells that are months: all but statutory leave, where it is skipped. */
  readonly #counts: string;
  /** The most months of a better score that any rule asks for. */
  readonly #mostBetter: number;

  constructor(months: Months, promotion: PromotionTable, policy: EffectivePolicy) {
    this.#months = months;
    this.#promotion = promotion;
    this.#counts = policy.promotion.statutoryLeave === "bridge" ? `${months.worked}*` : "";
    this.#mostBetter = Math.max(
      0,
      ...policy.promotion.rules.map(({ inner }) => inner?.months ?? 0),
    );
  }

  /** How many months up to the newest score reach a score without a gap. */
  #run(lowest: string): string {
    const { points, place, last, scored } = this.#months;
    const breaks = `${fallsShort(points, lowest)}*${this.#counts}${isUpTo(place, last)}*${place}`;
    return call("SUMPRODUCT", `${scored}*${isAfter(place, greatest(breaks))}`);
  }

  /** How many of the newest `months` scores reach a score. */
  #countBetter(lowest: string, months: string): string {
    const { points, place, scored } = this.#months;
    const from = call("LARGE", `${scored}*${place}`, this.#within(months));
    return call("SUMPRODUCT", `${reaches(points, lowest)}*${isFrom(place, from)}`);
  }

  /** The fewest further months of the best tier that make the rule hold. */
  monthsShort({ months, betterMonths, betterWithin, betterLowest, hasBetter }: RuleCells): string {
    const { lines } = this.#promotion;
    const most = hasBetter ? this.#mostBetter : 0;
    const lacking = Array.from({ length: most }, (_, k) => {
      const later = k === 0 ? "" : `-${String(k)}`;
      return `(${this.#countBetter(betterLowest, betterWithin + later)}<${betterMonths}${later})`;
    });
    return call(
      "MAX",
      "0",
      ...lines.map(({ score }, index) => `${months[index] ?? "0"}-${this.#run(score)}`),
      ...(lacking.length === 0 ? [] : [lacking.join("+")]),
    );
  }

  /** Whether the rule holds once every missing month between scores is filled with the best tier. */
  holdsWhenFilled({
    months,
    betterMonths,
    betterWithin,
    betterLowest,
    hasBetter,
  }: RuleCells): string {
    const { points, place, scored, last } = this.#months;
    const from = (count: string): string => isFrom(place, this.#placeOf(count));
    const below = this.#promotion.lines.map(({ score }, index) => {
      const count = months[index] ?? "0";
      return `${call("SIGN", count)}*${fallsShort(points, score)}*${from(count)}`;
    });
    // The first score's place is that of the greatest 1/place.
    const first = call("ROUND", `1/${greatest(`${scored}/${place}`)}`, "0");
    const length = `${this.#counts}${isUpTo(place, last)}*${isFrom(place, first)}`;
    const better = `(${reaches(points, betterLowest)}+(1-${scored}))*${this.#counts}${isUpTo(place, last)}*${from(betterWithin)}`;
    return call(
      "AND",
      `${call("SUMPRODUCT", length)}>=${call("MAX", ...months)}`,
      `${call("SUMPRODUCT", `${scored}*(${below.join("+")})`)}=0`,
      ...(hasBetter ? [`${call("SUMPRODUCT", better)}>=${betterMonths}`] : []),
    );
  }

  /** The place of the newest missing month between scores, 0 without one. */
  newestMissing(): string {
    const { place, scored, last } = this.#months;
    return greatest(`(1-${scored})*${this.#counts}${isUpTo(place, last)}*${place}`);
  }

  /** Whether a missing month stands among those that the rule looks at. */
  missesOne({ months }: RuleCells): string {
    // Inside of SUMPRODUCT every spreadsheet program takes arrays without being asked to.
    const oldest = call("SUMPRODUCT", this.#placeOf(call("MAX", ...months)));
    return `${this.newestMissing()}>=${oldest}`;
  }

  /** The highest level whose rule holds, or the answer where none does. */
  reached(): string {
    const { lines, rules, rank, target } = this.#promotion;
    const holds = lines.map(({ score, months }) => positive(`${this.#run(score)}-${months}+0.5`));
    // Only some rules ask for better months: there, the rank falls to 0 without them.
    const betterMonths = rules
      .filter(({ hasBetter }) => hasBetter)
      .map((rule) => {
        const lacks = `(${this.#countBetter(rule.betterLowest, rule.betterWithin)}<${rule.betterMonths})`;
        return `(1-(1-${call("ABS", call("SIGN", `${rank}-${rule.rank}`))})*${lacks})`;
      });
    return call("LOOKUP", greatest([...holds, ...betterMonths, rank].join("*")), rank, target);
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

/** What the next level still lacks; for a level known and not the highest. */
function towardNext(
  judgement: Judgement,
  months: Months,
  rule: RuleCells,
  { words: { verdicts } }: FormulaContext,
): string {
  const [missingBefore, missingAfter] = verdicts.missing;
  const [shortBefore, shortAfter] = verdicts.monthsShort;
  const missing = `${quote(missingBefore)}&${judgement.newestMissing()}-${months.before}&${quote(missingAfter)}`;
  const eligible = `${quote(verdicts.eligible)}&${rule.target}`;
  return iff(
    judgement.holdsWhenFilled(rule),
    iff(judgement.missesOne(rule), missing, eligible),
    `${quote(shortBefore)}&${judgement.monthsShort(rule)}&${quote(shortAfter)}&${rule.target}`,
  );
}

const CONSTANT = /^"((?:[^"]|"")*)"$/u;

export const eligiblePlain: Translator = {
  kind: "scores",
  write: (months, level, context) => {
    const { parameters, policy, words } = context;
    if (!isFollowed(policy)) return "reading";
    const { promotion } = parameters;
    if (promotion === null) return "reading";
    const judgement = new Judgement(months, promotion, policy);
    const none = `${months.scores}=0`;
    const free = (): string => iff(none, quote(""), judgement.reached());
    const given = (answer: string): string[] => [iff(months.sound, answer, quote(""))];
    if (level === null) return given(free());
    const toward = (rule: RuleCells): string =>
      iff(none, quote(words.verdicts.noScores), towardNext(judgement, months, rule, context));
    // A level that stands in the formula is known now: no look-up, and nothing for a level left blank.
    const named = CONSTANT.exec(level)?.[1]?.replaceAll('""', '"');
    if (named !== undefined && named.trim() !== "") {
      const found = findLevel(policy, named);
      if (found === undefined) return given("NA()");
      const rule = promotion.rules[found.rank];
      return given(rule === undefined ? quote(words.verdicts.topLevel) : toward(rule));
    }
    const isHighest = `${rankOfLevel(level, parameters)}=${String(policy.levels.length)}`;
    const next = toward(promotion.ruleFor(tidy(level)));
    const held = choose([[isHighest, quote(words.verdicts.topLevel)]], next);
    return given(iff(isBlankLevel(level), free(), held));
  },
};
