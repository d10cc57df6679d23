import { fineFor, type EffectivePolicy, type Level } from "../../policy";
import { normaliseText, pointsFromScore, yuanFromFen, type Fen } from "../../units";
import type { Layout } from "./layout";
import { lowestScore, typedEdge } from "./lowestScore";
import { scoreSteps } from "./scoreSteps";
import type { PlainWords } from "./types";

/** Where the numbers of the policy stand, as references. */
export interface Parameters {
  readonly levels: {
    readonly spelling: string;
    readonly rank: string;
    /** Spelling and rank side by side, for a look-up from left to right. */
    readonly ranks: string;
  };
  readonly salaries: {
    readonly spelling: string;
    readonly base: string;
    /** 1 where commission and performance pay are earned, else 0. */
    readonly variablePay: string;
    /** What performance pay is a share of: 0 where none is earned. */
    readonly performanceBase: string;
  };
  readonly commission: {
    readonly from: string;
    readonly rate: string;
    /** By how much the rate is higher than the one before. */
    readonly more: string;
    readonly fixed: string;
    /** Sales up to here are computed. */
    readonly greatest: string;
  };
  readonly scores: {
    readonly from: string;
    readonly tier: string;
    readonly minimum: string;
    readonly maximum: string;
  };
  readonly performance: { readonly tier: string; readonly rate: string };
  readonly notAssessed: { readonly leave: string; readonly other: string };
  readonly fines: {
    readonly complaints: string;
    /** What so many complaints cost together. */
    readonly total: string;
    readonly leave: string;
    readonly greatestComplaints: string;
    readonly greatestLeaves: string;
    /** Null where no counts that are allowed can pass it. */
    readonly greatestFine: string | null;
  };
  /** One row a rule, lowest target first; null where scores do not divide as a formula takes them to. */
  readonly promotion: Readonly<Record<keyof PlainWords["promotion"]["columns"], string>> | null;
  readonly review: {
    readonly failBelow: string;
    readonly limit: string;
    /** Null: reviews apply to every level. */
    readonly scope: string | null;
  } | null;
}

/** Between the words of a list in one cell; nobody types it, and no word may hold it. */
export const BETWEEN_WORDS = "｜";

/**
 * The numbers of a policy on a sheet. A table is laid down when it is first asked for, so that a copy tells of
 * the policy no more than its formulas need.
 */
export function parametersOn(
  layout: Layout,
  policy: EffectivePolicy,
  words: PlainWords,
): Parameters {
  const levels = once(() => levelTable(layout, policy, words));
  const salaries = once(() => salaryTable(layout, policy, words));
  const commission = once(() => commissionTable(layout, policy, words));
  const scores = once(() => scoreTable(layout, policy, words));
  const performance = once(() => performanceTable(layout, policy, words));
  const notAssessed = once(() => wordLists(layout, policy, words));
  const fines = once(() => fineTable(layout, policy, words));
  const promotion = once(() => promotionTable(layout, policy, words));
  const review = once(() => reviewValues(layout, policy, words));
  return {
    get levels() {
      return levels();
    },
    get salaries() {
      return salaries();
    },
    get commission() {
      return commission();
    },
    get scores() {
      return scores();
    },
    get performance() {
      return performance();
    },
    get notAssessed() {
      return notAssessed();
    },
    get fines() {
      return fines();
    },
    get promotion() {
      return promotion();
    },
    get review() {
      return review();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function levelTable(
  layout: Layout,
  policy: EffectivePolicy,
  { levels: words }: PlainWords,
): Parameters["levels"] {
  layout.section(words.heading);
  const { spelling, rank } = layout.table(
    words.columns,
    policy.levels.flatMap((level) =>
      spellingsOf(level, policy).map((each) => ({
        spelling: each,
        rank: level.rank + 1,
        level: level.name.zh,
      })),
    ),
  );
  // The two columns stand side by side.
  const [first = ""] = spelling.split(":");
  const [, last = ""] = rank.split(":");
  return { spelling, rank, ranks: `${first}:${last}` };
}

function salaryTable(
  layout: Layout,
  policy: EffectivePolicy,
  { salaries: words }: PlainWords,
): Parameters["salaries"] {
  layout.section(words.heading);
  return layout.table(
    words.columns,
    policy.levels.flatMap((level) => {
      const base =
        typeof level.baseSalary === "number" ? yuanFromFen(level.baseSalary) : words.undecided;
      return spellingsOf(level, policy).map((spelling) => ({
        spelling,
        base,
        variablePay: level.variablePay ? 1 : 0,
        performanceBase: level.variablePay ? base : 0,
      }));
    }),
  );
}

function spellingsOf(level: Level, { values }: EffectivePolicy): readonly string[] {
  return spellings([level.name.zh, ...(values.levels[level.rank]?.aliases ?? [])]);
}

/** Each name as it is compared, and with full-width brackets, which not every office makes half-width. */
function spellings(names: readonly string[]): readonly string[] {
  return [
    ...new Set(
      names
        .map(normaliseText)
        .flatMap((name) => [name, name.replaceAll("(", "（").replaceAll(")", "）")]),
    ),
  ];
}

/** No real sales are near it, and below it the product of fen and a rate is exact. */
const GREATEST_SALES = 100_000_000;

function commissionTable(
  layout: Layout,
  policy: EffectivePolicy,
  { commission: words }: PlainWords,
): Parameters["commission"] {
  const { bands, belowFirst, mode } = policy.commission;
  layout.section(words.heading);
  const references = layout.table(words.columns, [
    { from: 0, rate: percent(belowFirst), more: percent(belowFirst), fixed: 0 },
    ...bands.map((band, index) => ({
      from: yuanFromFen(band.from),
      rate: percent(band.rate),
      more: percent(band.rate - (bands[index - 1]?.rate ?? belowFirst)),
      fixed: yuanFromFen(band.fixed),
    })),
    ...(mode === "marginal"
      ? []
      : [{ from: GREATEST_SALES, rate: words.beyond, more: words.beyond, fixed: words.beyond }]),
  ]);
  const greatest = layout.value(words.greatest, GREATEST_SALES);
  layout.line(words.mode, words.modes[mode]);
  return { ...references, greatest };
}

function scoreTable(
  layout: Layout,
  policy: EffectivePolicy,
  { scores: words }: PlainWords,
): Parameters["scores"] {
  layout.section(words.heading);
  const references = layout.table(
    words.columns,
    scoreSteps(policy).map((step) => ({
      from: pointsFromScore(step.from),
      tier: step.tier ?? words.refused,
    })),
  );
  const minimum = layout.value(words.minimum, pointsFromScore(policy.score.minimum));
  const maximum = layout.value(words.maximum, pointsFromScore(policy.score.maximum));
  layout.line(words.rounding, words.roundings[policy.score.rounding]);
  return { ...references, minimum, maximum };
}

function performanceTable(
  layout: Layout,
  policy: EffectivePolicy,
  { performance: words }: PlainWords,
): Parameters["performance"] {
  layout.section(words.heading);
  const references = layout.table(
    words.columns,
    [...policy.score.bands]
      .sort((a, b) => a.tier - b.tier)
      .map((band) => ({ tier: band.tier, rate: percent(band.rate) })),
  );
  layout.line(words.scoreInPay, words.scoresInPay[policy.performance.scoreInPay]);
  return references;
}

function wordLists(
  layout: Layout,
  policy: EffectivePolicy,
  { notAssessed: words }: PlainWords,
): Parameters["notAssessed"] {
  const { statutoryLeave, other } = policy.values.notAssessed;
  const joined = (list: readonly string[]): string =>
    BETWEEN_WORDS + list.map((word) => normaliseText(word) + BETWEEN_WORDS).join("");
  layout.section(words.heading);
  return {
    leave: layout.value(words.leave, joined(statutoryLeave)),
    other: layout.value(words.other, joined(other)),
  };
}

function fineTable(
  layout: Layout,
  policy: EffectivePolicy,
  { fines: words }: PlainWords,
): Parameters["fines"] {
  const { greatestCount, greatestFine, leave } = policy.fines;
  const costs = complaintCosts(policy);
  layout.section(words.heading);
  const references = layout.table(
    words.columns,
    costs.map((cost, complaints) => ({ complaints, total: yuanFromFen(cost) })),
  );
  // Where another complaint costs nothing more, the list ends with the last one that does.
  const isEndless = policy.fines.furtherComplaints === "none";
  const greatestComplaints = isEndless ? greatestCount : Math.min(greatestCount, costs.length - 1);
  const most = Math.max(...costs) + leave * greatestCount;
  return {
    ...references,
    greatestComplaints: layout.value(words.greatestComplaints, greatestComplaints),
    leave: layout.value(words.leave, yuanFromFen(leave)),
    greatestLeaves: layout.value(words.greatestLeaves, greatestCount),
    greatestFine:
      most > greatestFine ? layout.value(words.greatestFine, yuanFromFen(greatestFine)) : null,
  };
}

/** What 0, 1, 2 … complaints cost together, as far as another one costs more and the fine is one. */
function complaintCosts(policy: EffectivePolicy): readonly Fen[] {
  const costs: Fen[] = [];
  const last = policy.fines.furtherComplaints === "none" ? 2 : policy.fines.greatestCount;
  for (let complaints = 0; complaints <= last; complaints += 1) {
    const fine = fineFor(policy, complaints, 0);
    if (fine.kind === "badCount") break;
    costs.push(fine.amount);
  }
  return costs;
}

function promotionTable(
  layout: Layout,
  policy: EffectivePolicy,
  { promotion: words }: PlainWords,
): Parameters["promotion"] {
  const rows = policy.promotion.rules.flatMap((rule) => {
    const { inner, window } = rule;
    const lowest = lowestScore(rule.worstTier, policy);
    const innerLowest = lowestScore(inner?.tier ?? rule.worstTier, policy);
    const windowLowest = lowestScore(window?.worstTier ?? rule.worstTier, policy);
    const target = policy.levels.find(({ id }) => id === rule.target)?.name.zh;
    if (lowest === null || innerLowest === null || windowLowest === null || target === undefined)
      return [];
    return {
      target,
      months: rule.streakMonths,
      lowest,
      inner: inner?.months ?? 0,
      innerLowest,
      window: window?.months ?? 0,
      windowLowest,
    };
  });
  if (rows.length === 0 || rows.length < policy.promotion.rules.length) return null;
  layout.section(words.heading);
  return layout.table(words.columns, rows);
}

function reviewValues(
  layout: Layout,
  policy: EffectivePolicy,
  { review: words }: PlainWords,
): Parameters["review"] {
  const { definition, failBelow, failTier, streak, scope } = policy.review;
  const below =
    definition === "below" ? typedEdge(failBelow, policy) : lowestScore(failTier - 1, policy);
  if (below === null) return null;
  const top = policy.levels.find(({ id }) => id === scope);
  layout.section(words.heading);
  return {
    failBelow: layout.value(words.failBelow, below),
    limit: layout.value(words.limit, streak),
    scope: top === undefined ? null : layout.value(words.scope, top.rank + 1),
  };
}

/** A rate of basis points as the number of percent. */
function percent(basisPoints: number): number {
  return basisPoints / 100;
}
