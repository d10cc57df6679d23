import type { Month } from "../../../src/units";

// The policy as its text has it, for a judge that shares nothing with the product: rules P2 to P6.

export type LevelName = "probation" | "junior" | "middle" | "senior" | "reserve";
export const LADDER: readonly LevelName[] = ["probation", "junior", "middle", "senior", "reserve"];
export type Tier = 1 | 2 | 3 | 4;

/** Each reading with its options; the first is the default. Those of a single leave of post change no cell of a sheet. */
export const OPTIONS = {
  SALARY_RESERVE: ["3000", "30000"],
  COMMISSION_T1_FROM: ["60000", "50000"],
  COMMISSION_MODE: ["whole", "fixed", "marginal"],
  PROBATION_VARIABLE: ["none", "full"],
  PERF_T1_RATE: ["15", "20"],
  SCORE_IN_PAY: ["fraction", "raw"],
  SCORE_60: ["T3", "T4", "undefined"],
  SCORE_80: ["T2", "T3", "undefined"],
  SCORE_90_91: ["T2", "T1", "undefined"],
  SCORE_ROUNDING: ["none", "integer"],
  CRITERIA_ROLE: ["entry", "exit"],
  JUNIOR_H: ["atLeast", "exactly"],
  MIDDLE_T1_COUNT: ["atLeast", "exactly"],
  MIDDLE_MONTHS: ["5", "3"],
  WINDOW_KIND: ["rolling", "calendar", "preceding"],
  WINDOW_HISTORY: ["full", "recorded"],
  STREAK_ANCHOR: ["latest", "any"],
  STREAK_SCOPE: ["history", "sinceLastPromotion"],
  MISSING_MONTH: ["break", "bridge"],
  STATUTORY_LEAVE: ["bridge", "break"],
  FAIL_DEF: ["below60", "tier4"],
  DISMISSAL_BASIS: ["months", "assessments"],
  DISMISSAL_SCOPE: ["all", "juniorOnly"],
  DISMISSAL_ANCHOR: ["latest", "any"],
  COMPLAINT_2ND: ["second100", "total100"],
  COMPLAINT_3_INCLUSIVE: ["yes", "no"],
  COMPLAINT_3RD_FINE: ["none", "keepDoubling"],
  FINES_NETTED: ["no", "yes"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type ReadingName = keyof typeof OPTIONS;
export const READING_NAMES = Object.keys(OPTIONS) as readonly ReadingName[];
const DEFAULTS = Object.fromEntries(
  Object.entries(OPTIONS).map(([reading, [byDefault]]) => [reading, byDefault]),
) as Record<ReadingName, string>;
type Options = Readonly<Record<ReadingName, string>>;

/** What a version of the policy says; null where its words are disputed and a reading decides. */
export interface Values {
  /** Base salaries in fen, lowest level first. */
  readonly salaries: readonly [number, number, number, number, number | null];
  readonly probationVariable: boolean | null;
  /** From which sales in fen each commission rate is earned, in hundredths of a per cent. */
  readonly thresholds: readonly [number, number, number, number | null];
  readonly rates: readonly [number, number, number, number];
  /** The amounts printed beside the rates, in fen. */
  readonly printed: readonly [number, number, number, number];
  /** Where tiers 3, 2 and 1 begin, in points. */
  readonly edges: {
    readonly 3: number | null;
    readonly 2: number | null;
    readonly 1: number | null;
  };
  /** Performance pay of tiers 1 to 4 in hundredths of a per cent of the base salary. */
  readonly shares: readonly [number | null, number, number, number];
  readonly streaks: {
    readonly junior: number;
    readonly middle: number | null;
    readonly senior: number;
    readonly reserve: number;
  };
  readonly innerMonths: number;
  readonly windows: { readonly senior: number; readonly reserve: number };
  readonly failBelow: number;
  readonly failsForReview: number;
  /** Fines in fen: the first complaint, and each leave of post. */
  readonly firstComplaint: number;
  readonly leave: number;
  /** From how many complaints somebody must review it. */
  readonly complaintReview: number | null;
  readonly probationMonths: number;
}

export const PRINTED_VALUES: Values = {
  salaries: [220_000, 220_000, 240_000, 280_000, null],
  probationVariable: null,
  thresholds: [2_000_000, 3_000_000, 4_000_000, null],
  rates: [70, 90, 100, 130],
  printed: [14_000, 27_000, 40_000, 65_000],
  edges: { 3: null, 2: null, 1: null },
  shares: [null, 1_000, 500, 0],
  streaks: { junior: 3, middle: null, senior: 5, reserve: 8 },
  innerMonths: 2,
  windows: { senior: 6, reserve: 12 },
  failBelow: 60,
  failsForReview: 3,
  firstComplaint: 5_000,
  leave: 1_000,
  complaintReview: null,
  probationMonths: 6,
};

export interface Decision {
  readonly reading: ReadingName;
  readonly option: string;
  readonly from: Month | null;
}

/** Versions ascending by their first month, which the first one lacks. */
export interface Policy {
  readonly versions: readonly { readonly from: Month | null; readonly values: Values }[];
  readonly decisions: readonly Decision[];
}

/** What holds in one month. */
export interface InForce {
  readonly values: Values;
  readonly options: Options;
  readonly undecided: ReadonlySet<ReadingName>;
}

function decidedIn(policy: Policy, reading: ReadingName, month: Month): string | undefined {
  const holding = policy.decisions.filter(
    (decision) => decision.reading === reading && (decision.from ?? -Infinity) <= month,
  );
  const latest = Math.max(...holding.map(({ from }) => from ?? -Infinity));
  return holding.filter(({ from }) => (from ?? -Infinity) === latest).at(-1)?.option;
}

/** The version and the decisions in force in a month; a month before the first version follows the first. */
export function inForce(policy: Policy, month: Month): InForce {
  const [first] = policy.versions;
  if (first === undefined) throw new Error("A policy has a version");
  const version =
    policy.versions.filter(({ from }) => (from ?? -Infinity) <= month).at(-1) ?? first;
  const undecided = new Set<ReadingName>();
  const options = { ...DEFAULTS };
  for (const reading of READING_NAMES) {
    const decided = decidedIn(policy, reading, month);
    const known: readonly string[] = OPTIONS[reading];
    if (decided === undefined || !known.includes(decided)) undecided.add(reading);
    else options[reading] = decided;
  }
  return { values: version.values, options, undecided };
}

/** The score as every rule uses it: in points, whole ones where the reading rounds first. */
export function guarded(points: number, { options }: InForce): number {
  return options.SCORE_ROUNDING === "integer" ? Math.floor(points + 0.5) : points;
}

/** The tier of a score (rule P2); null where the option in force refuses it. */
export function tierOf(score: number, holds: InForce): Tier | null {
  const { values, options } = holds;
  const points = guarded(score, holds);
  const [three, two, one] = [values.edges[3], values.edges[2], values.edges[1]];
  if (points >= (one ?? 91)) return 1;
  if (one === null && points > 90 && options.SCORE_90_91 !== "T2")
    return options.SCORE_90_91 === "T1" ? 1 : null;
  if (two === null && points === 80 && options.SCORE_80 !== "T2")
    return options.SCORE_80 === "T3" ? 3 : null;
  if (points >= (two ?? 80)) return 2;
  if (three === null && points >= 60 && points < 61 && options.SCORE_60 !== "T3")
    return options.SCORE_60 === "T4" ? 4 : null;
  return points >= (three ?? 60) ? 3 : 4;
}

/** Whether a month was failed (§4.1.G); null where the score is refused. */
export function hasFailed(score: number, holds: InForce): boolean | null {
  const tier = tierOf(score, holds);
  if (tier === null) return null;
  return holds.options.FAIL_DEF === "tier4"
    ? tier === 4
    : guarded(score, holds) < holds.values.failBelow;
}
