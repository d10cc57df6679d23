import { basisPoints, takeShare, type Month, type Score } from "../units";
import { readingOf, readings } from "./book/readings";
import { builtInValues } from "./book/values";
import { everyValue, isDisputed } from "./choice";
import { settle, toScore, type Settled } from "./settled";
import {
  READING_IDS,
  type BandEnd,
  type Choice,
  type Decision,
  type DisputedScores,
  type EffectivePolicy,
  type Level,
  type PolicyBook,
  type PolicyValues,
  type PolicyVersion,
  type PromotionRule,
  type ReadingId,
  type ScoreBand,
  type ScoreBandValue,
  type Undecided,
  type WordsInForce,
} from "./types";
import { wordsInForce } from "./words";

type Options = Readonly<Record<ReadingId, string>>;

const readingIds: ReadonlySet<string> = new Set(READING_IDS);

export function isReadingId(id: string): id is ReadingId {
  return readingIds.has(id);
}

/** The readings on which a part of the policy's values depends. */
export function readingsIn(part: unknown): ReadonlySet<ReadingId> {
  const found = new Set<ReadingId>();
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (
      "reading" in value &&
      "choices" in value &&
      typeof value.reading === "string" &&
      isReadingId(value.reading)
    )
      found.add(value.reading);
    for (const inner of Object.values(value)) walk(inner);
  };
  walk(part);
  return found;
}

// ---------------------------------------------------------------- which version, which options

const builtIn: PolicyBook = {
  versions: [{ id: "built-in", from: null, name: "", locked: false, values: builtInValues }],
  decisions: [],
  acknowledged: [],
};

/** The department's policy as it stands in the product, nothing decided. */
export function builtInBook(): PolicyBook {
  return builtIn;
}

function versionFor(book: PolicyBook, month: Month): PolicyVersion {
  let found: PolicyVersion | undefined;
  for (const version of book.versions)
    if (found === undefined || version.from === null || version.from <= month) found = version;
  if (found === undefined) throw new RangeError("A policy book has at least one version");
  return found;
}

/** The decision that holds in a month: the latest `from`, of equal ones the last in the list. */
export function decisionFor(
  book: PolicyBook,
  reading: ReadingId,
  month: Month,
): Decision | undefined {
  let found: Decision | undefined;
  for (const decision of book.decisions) {
    if (decision.reading !== reading) continue;
    if (decision.from !== undefined && decision.from > month) continue;
    if (found === undefined || (decision.from ?? -Infinity) >= (found.from ?? -Infinity))
      found = decision;
  }
  return found;
}

const policies = new WeakMap<PolicyBook, Map<number, EffectivePolicy>>();

/** The policy in force in a month: its version, its decisions, defaults where nothing is decided. */
export function policyFor(book: PolicyBook, month: Month): EffectivePolicy {
  let known = policies.get(book);
  if (known === undefined) policies.set(book, (known = new Map<number, EffectivePolicy>()));
  let policy = known.get(month);
  if (policy === undefined) {
    // What holds since a change holds until the next.
    let since = -Infinity;
    for (const { from } of [...book.versions, ...book.decisions])
      if (from && from <= month && from > since) since = from;
    policy = known.get(since) ?? inForce(book, month);
    known.set(since, policy).set(month, policy);
  }
  return policy;
}

function inForce(book: PolicyBook, month: Month): EffectivePolicy {
  const version = versionFor(book, month);
  const options = {} as Record<ReadingId, string>; // filled in the loop, one entry a reading
  const undecided = new Set<ReadingId>();
  const disputed = readingsIn(version.values);
  for (const reading of readings) {
    const decision = decisionFor(book, reading.id, month);
    const known = reading.options.some((option) => option.id === decision?.option);
    options[reading.id] = known && decision !== undefined ? decision.option : reading.default;
    if (!known && disputed.has(reading.id)) undecided.add(reading.id);
  }
  return compile(version, wordsInForce(book, version), options, undecided);
}

const alternatives = new WeakMap<EffectivePolicy, Map<string, EffectivePolicy>>();

/** The same policy with one reading decided otherwise: to compare what a choice changes. */
export function withOption(
  policy: EffectivePolicy,
  reading: ReadingId,
  option: string,
): EffectivePolicy {
  let byOption = alternatives.get(policy);
  if (byOption === undefined)
    alternatives.set(policy, (byOption = new Map<string, EffectivePolicy>()));
  const key = `${reading} ${option}`;
  let other = byOption.get(key);
  if (other === undefined) {
    const undecided = new Set(policy.undecided);
    undecided.delete(reading);
    const options = { ...policy.options, [reading]: option };
    byOption.set(key, (other = compile(policy.version, policy.words, options, undecided)));
  }
  return other;
}

// ---------------------------------------------------------------- values under the options

function compile(
  version: PolicyVersion,
  words: WordsInForce,
  options: Options,
  undecided: ReadonlySet<ReadingId>,
): EffectivePolicy {
  const { values } = version;
  const settled = settle(values, options);
  const { score, commission, promotion } = settled;
  const rules = promotionRules(settled);
  return {
    ...settled,
    version,
    values,
    words,
    options,
    undecided,
    levels: settled.levels.map((level, rank): Level => ({
      ...level,
      rank,
      baseSalary: waitsFor(values.levels[rank]?.baseSalaryFen, undecided) ?? level.baseSalary,
    })),
    score: {
      ...score,
      bands: score.bands.map(({ from, to, ...band }): ScoreBand => ({
        ...band,
        from: toScore(from.points),
        fromInclusive: from.inclusive,
        to: toScore(to.points),
        toInclusive: to.inclusive,
      })),
      disputed: disputedScores(values.score.bands),
    },
    commission: {
      ...commission,
      belowFirst: commission.belowFirst ?? basisPoints(0),
      bands: commission.bands.map((band) => ({
        ...band,
        fixed: band.printed ?? takeShare(band.from, [band.rate], 10_000),
      })),
    },
    promotion: {
      ...promotion,
      rules,
      lookBack: Math.max(0, ...rules.map((rule) => reach(rule, promotion.windowKind))),
    },
  };
}

/** The blocking reading on which a salary waits. */
function waitsFor(
  salary: Choice<number> | undefined,
  undecided: ReadonlySet<ReadingId>,
): Undecided | undefined {
  return isDisputed(salary) &&
    undecided.has(salary.reading) &&
    readingOf(salary.reading).level === "blocking"
    ? { undecided: salary.reading }
    : undefined;
}

/** How many months back a rule looks from the assessed month. */
function reach(rule: PromotionRule, windowKind: "rolling" | "calendar" | "preceding"): number {
  if (rule.window === null) return rule.streakMonths;
  if (windowKind === "preceding") return rule.streakMonths + rule.window.months;
  return Math.max(rule.streakMonths, rule.window.months);
}

/** The rules by the level they lead to: under `exit` a level's list is what its holders need to leave it. */
function promotionRules({ levels, promotion }: Settled<PolicyValues>): PromotionRule[] {
  const shift = promotion.criteriaRole === "exit" ? 1 : 0;
  return levels.flatMap(({ id: target }, rank) => {
    const list = levels[rank - shift];
    const found = promotion.rules.find((candidate) => candidate.level === list?.id);
    if (rank === 0 || found === undefined) return [];
    const { level: listOf, ...rule } = found;
    return [{ target, listOf, ...rule }];
  });
}

function disputedScores(bands: readonly ScoreBandValue[]): DisputedScores[] {
  const ranges = new Map<ReadingId, { from: Score; to: Score }>();
  const widen = (end: Choice<BandEnd>): void => {
    if (!isDisputed(end)) return;
    for (const { points } of everyValue(end)) {
      const edge = toScore(points);
      const range = ranges.get(end.reading);
      if (range === undefined) ranges.set(end.reading, { from: edge, to: edge });
      else {
        if (edge < range.from) range.from = edge;
        if (edge > range.to) range.to = edge;
      }
    }
  };
  for (const band of bands) {
    widen(band.from);
    widen(band.to);
  }
  return [...ranges].map(([reading, range]) => ({ reading, ...range }));
}
