import { fineFor, type EffectivePolicy, type Level, type PromotionRule } from "../../policy";
import { normaliseText, once, pointsFromScore, yuanFromFen, type Fen } from "../../units";
import type { Layout } from "./layout";
import { lowestScore, typedEdge } from "./lowestScore";
import { scoreSteps } from "./scoreSteps";
import type { PlainWords } from "./types";

/** Where the numbers of the policy stand, as references. */
export interface Parameters {
  readonly levels: {
    readonly spelling: string;
    readonly rank: string;
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
    /** The greatest sales, in yuan, that commission is computed of: above, the formula answers an error. */
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
  /** Null where scores do not divide as a formula takes them to. */
  readonly promotion: PromotionTable | null;
  readonly review: {
    readonly failBelow: string;
    readonly limit: string;
    /** Null: reviews apply to every level. */
    readonly scope: string | null;
  } | null;
}

/**
 * One row for each way to write a level that has a next one, lowest first; before them the row of no level, whose
 * target is the answer where no rule holds.
 */
export interface PromotionTable {
  readonly rank: string;
  readonly target: string;
  /** The scores that rules ask for, lowest first, and the column of months in a row that are to reach each. */
  readonly lines: readonly { readonly score: string; readonly months: string }[];
  /** What the rule toward a target asks for, as references to cells. */
  readonly rules: readonly RuleCells[];
  /** What a level's next one asks for, looked up by the text that gives the level as the table writes it. */
  readonly ruleFor: (spelling: string) => RuleCells;
}

/** A rule: months in a row at each line, and of the last `betterWithin` months `betterMonths` at a better score. */
export interface RuleCells {
  readonly rank: string;
  readonly target: string;
  readonly months: readonly string[];
  readonly betterMonths: string;
  readonly betterWithin: string;
  readonly betterLowest: string;
  readonly hasBetter: boolean;
}

/** Between the words of a list in one cell; nobody types it, and no word may hold it. */
export const BETWEEN_WORDS = "｜";

/**
 * The numbers of a policy on a sheet. A table is added when it is first needed, so that a copy discloses of
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

function levelTable(
  layout: Layout,
  policy: EffectivePolicy,
  { levels: words }: PlainWords,
): Parameters["levels"] {
  layout.section(words.heading);
  return layout.table(
    words.columns,
    policy.levels.flatMap((level) =>
      spellingsOf(level, policy).map((each) => ({
        spelling: each,
        rank: level.rank + 1,
        level: level.name.zh,
      })),
    ),
  );
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

function spellingsOf(level: Level, { words }: EffectivePolicy): readonly string[] {
  return spellings([level.name.zh, ...(words.aliases[level.rank] ?? [])]);
}

/** Each name as it is compared, and with full-width brackets, which not every spreadsheet program makes half-width. */
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
  const { statutoryLeave, otherReasons } = policy.words;
  const joined = (list: readonly string[]): string =>
    BETWEEN_WORDS + list.map((word) => normaliseText(word) + BETWEEN_WORDS).join("");
  layout.section(words.heading);
  return {
    leave: layout.value(words.leave, joined(statutoryLeave)),
    other: layout.value(words.other, joined(otherReasons)),
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
  { promotion: words, verdicts }: PlainWords,
): PromotionTable | null {
  const rules = policy.promotion.rules.map((rule) => ruleNumbers(rule, policy));
  if (rules.length === 0 || rules.includes(null)) return null;
  const known = rules.flatMap((rule) => rule ?? []);
  const lines = [...new Set(known.flatMap(({ needs }) => needs.map(({ lowest }) => lowest)))].sort(
    (one, other) => one - other,
  );
  layout.section(words.heading);
  const scores = lines.map((line, index) => layout.value(`${words.line}${index + 1}`, line));
  const [before, after] = words.needs;
  const { betterMonths, betterWithin, betterLowest, ...named } = words.columns;
  const monthKeys = lines.map((_, index) => `months${index}`);
  const headings: Readonly<Record<string, string>> = {
    ...named,
    ...Object.fromEntries(monthKeys.map((key, index) => [key, before + String(index + 1) + after])),
    betterMonths,
    betterWithin,
    betterLowest,
  };
  const rows = known.flatMap((rule) =>
    rule.spellings.map((spelling) => ({
      spelling,
      rank: rule.rank,
      target: rule.target,
      ...Object.fromEntries(
        monthKeys.map((key, index) => [key, monthsAt(rule, lines[index] ?? 0)]),
      ),
      betterMonths: rule.betterMonths,
      betterWithin: rule.betterWithin,
      betterLowest: rule.betterLowest,
    })),
  );
  const none = { rank: 0, target: verdicts.noLevel };
  const columns = layout.table(headings, [
    Object.fromEntries(Object.keys(headings).map((key) => [key, none[key as "rank"] ?? null])),
    ...rows,
  ]);
  const column = (key: string): string => columns[key] ?? "";
  const hasBetter = known.some((rule) => rule.betterMonths > 0);
  const ruleBy = (cell: (key: string) => string, has: boolean): RuleCells => ({
    rank: cell("rank"),
    target: cell("target"),
    months: monthKeys.map(cell),
    betterMonths: cell("betterMonths"),
    betterWithin: cell("betterWithin"),
    betterLowest: cell("betterLowest"),
    hasBetter: has,
  });
  const keys = Object.keys(headings);
  const whole = spanOf(column("spelling"), column("betterLowest"));
  return {
    rank: column("rank"),
    target: column("target"),
    lines: scores.map((score, index) => ({ score, months: column(monthKeys[index] ?? "") })),
    rules: known.map((rule) => {
      // After the row of no level; of several ways to write a level the first.
      const at = 1 + rows.findIndex(({ rank }) => rank === rule.rank);
      return ruleBy((key) => cellOf(column(key), at), rule.betterMonths > 0);
    }),
    ruleFor: (spelling) => {
      const lookUp = (key: string): string =>
        `VLOOKUP(${spelling},${whole},${String(1 + keys.indexOf(key))},0)`;
      return ruleBy(lookUp, hasBetter);
    },
  };
}

/** A rule as the table has it; null where its scores are not simply all from one on. */
function ruleNumbers(rule: PromotionRule, policy: EffectivePolicy) {
  const { inner, window } = rule;
  const lowest = lowestScore(rule.worstTier, policy);
  const betterLowest = lowestScore(inner?.tier ?? rule.worstTier, policy);
  const windowLowest = lowestScore(window?.worstTier ?? rule.worstTier, policy);
  const target = policy.levels.find(({ id }) => id === rule.target);
  const held = target === undefined ? undefined : policy.levels[target.rank - 1];
  if (lowest === null || betterLowest === null || windowLowest === null) return null;
  if (target === undefined || held === undefined) return null;
  return {
    spellings: spellingsOf(held, policy),
    rank: target.rank + 1,
    target: target.name.zh,
    needs: [
      { lowest, months: rule.streakMonths },
      { lowest: windowLowest, months: window?.months ?? 0 },
    ],
    betterMonths: inner?.months ?? 0,
    betterWithin: rule.streakMonths,
    betterLowest,
  };
}

function monthsAt({ needs }: NonNullable<ReturnType<typeof ruleNumbers>>, line: number): number {
  return Math.max(0, ...needs.filter(({ lowest }) => lowest === line).map(({ months }) => months));
}

const ENDS = /^(.*!)?\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/u;

/** A cell of a column, counted from 0. */
function cellOf(column: string, row: number): string {
  const [, sheet = "", letters = "", first = ""] = ENDS.exec(column) ?? [];
  return `${sheet}$${letters}$${String(Number(first) + row)}`;
}

/** From the first cell of a column to the last one of another. */
function spanOf(first: string, last: string): string {
  const [, sheet = "", letters = "", top = ""] = ENDS.exec(first) ?? [];
  const [, , only = "", single = "", right = only, bottom = single] = ENDS.exec(last) ?? [];
  return `${sheet}$${letters}$${top}:$${right}$${bottom}`;
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
