import { basisPoints, fen, scoreFromPoints, takeShare, type Month, type Score } from "../units";
import { readingOf, readings } from "./book/readings";
import { builtInValues } from "./book/values";
import {
  READING_IDS,
  type BandEnd,
  type Choice,
  type Decision,
  type DisputedScores,
  type Disputed,
  type EffectivePolicy,
  type Level,
  type PolicyBook,
  type PolicyValues,
  type PolicyVersion,
  type PromotionRule,
  type PromotionRuleValue,
  type ReadingId,
  type ScoreBandValue,
  type WordsInForce,
} from "./types";
import { wordsInForce } from "./words";

type Options = Readonly<Record<ReadingId, string>>;

const readingIds: ReadonlySet<string> = new Set(READING_IDS);

export function isReadingId(id: string): id is ReadingId {
  return readingIds.has(id);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isDisputed<T>(choice: Choice<T>): choice is Disputed<T> {
  return isObject(choice) && "reading" in choice && "choices" in choice;
}

/** The readings on which a part of the policy's values depends. */
export function readingsIn(part: unknown): ReadonlySet<ReadingId> {
  const found = new Set<ReadingId>();
  const walk = (value: unknown): void => {
    if (!isObject(value)) return;
    if ("choices" in value && typeof value.reading === "string" && isReadingId(value.reading))
      found.add(value.reading);
    for (const inner of Object.values(value)) walk(inner);
  };
  walk(part);
  return found;
}

// ---------------------------------------------------------------- which version, which options

let builtIn: PolicyBook | undefined;

/** The department's policy as it stands in the product, nothing decided. */
export function builtInBook(): PolicyBook {
  builtIn ??= {
    versions: [{ id: "built-in", from: null, name: "", locked: false, values: builtInValues }],
    decisions: [],
    acknowledged: [],
  };
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
    policy = known.get(since) ?? settle(book, month);
    known.set(since, policy).set(month, policy);
  }
  return policy;
}

function settle(book: PolicyBook, month: Month): EffectivePolicy {
  const version = versionFor(book, month);
  const options: Partial<Record<ReadingId, string>> = {};
  const undecided = new Set<ReadingId>();
  const disputed = readingsIn(version.values);
  for (const reading of readings) {
    const decision = decisionFor(book, reading.id, month);
    const known = reading.options.some((option) => option.id === decision?.option);
    options[reading.id] = known && decision !== undefined ? decision.option : reading.default;
    if (!known && disputed.has(reading.id)) undecided.add(reading.id);
  }
  return compile(version, wordsInForce(book, version), completeOptions(options), undecided);
}

function completeOptions(options: Partial<Record<ReadingId, string>>): Options {
  const complete = {} as Record<ReadingId, string>; // filled in the next line, one entry a reading
  for (const reading of readings) complete[reading.id] = options[reading.id] ?? reading.default;
  return complete;
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
  const pick = <T>(choice: Choice<T>): T => pickOption(choice, options);
  const levels = values.levels.map((level, rank): Level => {
    const blocked =
      isDisputed(level.baseSalaryFen) &&
      undecided.has(level.baseSalaryFen.reading) &&
      readingOf(level.baseSalaryFen.reading).level === "blocking";
    return {
      id: level.id,
      rank,
      name: level.name,
      baseSalary:
        blocked && isDisputed(level.baseSalaryFen)
          ? { undecided: level.baseSalaryFen.reading }
          : fen(pick(level.baseSalaryFen)),
      variablePay: pick(level.variablePay),
      clause: level.clause,
    };
  });
  const windowKind = pick(values.promotion.windowKind);
  const rules = promotionRules(values, options);
  return {
    version,
    values,
    words,
    options,
    undecided,
    levels,
    score: {
      minimum: toScore(values.score.minimumPoints),
      maximum: toScore(values.score.maximumPoints),
      rounding: pick(values.score.rounding),
      bands: values.score.bands.map((band) => {
        const from = pick(band.from);
        const to = pick(band.to);
        return {
          tier: band.tier,
          from: toScore(from.points),
          fromInclusive: from.inclusive,
          to: toScore(to.points),
          toInclusive: to.inclusive,
          rate: basisPoints(pick(band.rateBasisPoints)),
          clause: band.clause,
        };
      }),
      disputed: disputedScores(values.score.bands),
    },
    commission: {
      mode: pick(values.commission.mode),
      belowFirst: basisPoints(values.commission.belowFirstBasisPoints ?? 0),
      bands: values.commission.bands.map((band) => {
        const from = fen(pick(band.fromFen));
        return {
          from,
          rate: basisPoints(band.rateBasisPoints),
          fixed:
            band.printedFen === null
              ? takeShare(from, [band.rateBasisPoints], 10_000)
              : fen(band.printedFen),
          clause: band.clause,
        };
      }),
      clause: values.commission.clause,
    },
    performance: {
      scoreInPay: pick(values.performance.scoreInPay),
      clause: values.performance.clause,
    },
    promotion: {
      criteriaRole: pick(values.promotion.criteriaRole),
      windowKind,
      windowHistory: pick(values.promotion.windowHistory),
      streakAnchor: pick(values.promotion.streakAnchor),
      streakScope: pick(values.promotion.streakScope),
      missingMonth: pick(values.promotion.missingMonth),
      statutoryLeave: pick(values.promotion.statutoryLeave),
      rules,
      paths: values.promotion.paths,
      skipLimit: values.promotion.skipLimit,
      skipClause: values.promotion.skipClause,
      lookBack: rules.reduce((longest, rule) => Math.max(longest, reach(rule, windowKind)), 0),
    },
    review: {
      streak: values.review.streak,
      failBelow: toScore(values.review.failBelowPoints),
      failTier: values.review.failTier,
      definition: pick(values.review.definition),
      basis: pick(values.review.basis),
      scope: pick(values.review.scope),
      anchor: pick(values.review.anchor),
      clause: values.review.clause,
    },
    fines: {
      firstComplaint: fen(values.fines.firstComplaintFen),
      twoComplaints: fen(pick(values.fines.twoComplaintsFen)),
      furtherComplaints: pick(values.fines.furtherComplaints),
      separationReviewFrom: pick(values.fines.separationReviewFrom),
      complaintClause: values.fines.complaintClause,
      leave: fen(values.fines.leaveFen),
      leaveMinutes: values.fines.leaveMinutes,
      leaveBound: pick(values.fines.leaveBound),
      leaveNeedsLoss: pick(values.fines.leaveNeedsLoss),
      leaveClause: values.fines.leaveClause,
      netted: pick(values.fines.netted),
      greatestCount: values.fines.greatestCount,
      greatestFine: fen(values.fines.greatestFineFen),
    },
  };
}

function pickOption<T>(choice: Choice<T>, options: Options): T {
  if (!isDisputed(choice)) return choice;
  const chosen = options[choice.reading];
  const option = Object.hasOwn(choice.choices, chosen) ? chosen : readingOf(choice.reading).default;
  const value = choice.choices[option];
  if (value === undefined)
    throw new RangeError(`The policy gives ${choice.reading} no value for "${option}"`);
  return value;
}

function toScore(points: number): Score {
  const value = scoreFromPoints(points);
  if (value === undefined) throw new RangeError(`Not a number of points: ${points}`);
  return value;
}

/** How many months back a rule looks from the assessed month. */
function reach(rule: PromotionRule, windowKind: "rolling" | "calendar" | "preceding"): number {
  if (rule.window === null) return rule.streakMonths;
  if (windowKind === "preceding") return rule.streakMonths + rule.window.months;
  return Math.max(rule.streakMonths, rule.window.months);
}

/** The rules by the level they lead to: under `exit` a level's list is what its holders need to leave it. */
function promotionRules(values: PolicyValues, options: Options): PromotionRule[] {
  const shift = pickOption(values.promotion.criteriaRole, options) === "exit" ? 1 : 0;
  return values.levels.flatMap((target, rank) => {
    const list = values.levels[rank - shift];
    const rule = values.promotion.rules.find((candidate) => candidate.level === list?.id);
    return rank === 0 || rule === undefined ? [] : [compileRule(rule, target.id, options)];
  });
}

function compileRule(rule: PromotionRuleValue, target: string, options: Options): PromotionRule {
  return {
    target,
    listOf: rule.level,
    streakMonths: pickOption(rule.streakMonths, options),
    worstTier: rule.worstTier,
    tierBound: pickOption(rule.tierBound, options),
    inner:
      rule.inner === null
        ? null
        : {
            months: rule.inner.months,
            tier: rule.inner.tier,
            bound: pickOption(rule.inner.bound, options),
          },
    window: rule.window,
    clauses: rule.clauses,
  };
}

function disputedScores(bands: readonly ScoreBandValue[]): DisputedScores[] {
  const ranges = new Map<ReadingId, { from: Score; to: Score }>();
  const widen = (end: Choice<BandEnd>): void => {
    if (!isDisputed(end)) return;
    for (const choice of Object.values(end.choices)) {
      const edge = toScore(choice.points);
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
