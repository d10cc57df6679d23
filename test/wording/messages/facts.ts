import type { Language } from "../../../src/wording";
import type { Requirement } from "../../../src/policy";
import { fen, monthOf, scoreFromPoints, type Score } from "../../../src/units";
import type { CandidateRow, Exclusion, PromotionFile } from "../../../src/views";

// Facts that messages of several pages are about.

/** Texts in any shape: a sentence, lines, what and next, rows of cells; n is a number of things. */
export type Message = (n: number, language: Language) => unknown;

export const WORDS = { zh: "甲", en: "Alpha" };

export const LEVEL = { id: "junior", name: WORDS };

export const MONTH = monthOf(2025, 6);

export const months = (count: number) => Array.from({ length: count }, () => MONTH);

export const texts = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `x${index}`);

export const people = (n: number) => texts(n).map((name) => ({ key: name, employeeId: "", name }));

export function points(value: number): Score {
  const score = scoreFromPoints(value);
  if (score === undefined) throw new Error(`${value} is no score`);
  return score;
}

export const sheet = (n: number) => ({
  name: "x",
  state: "hidden" as const,
  tag: null,
  formulas: n,
  calls: n,
  hiddenRows: n,
  hiddenColumns: n,
});

export const LEVELS = {
  low: { ...LEVEL, rank: 1, baseSalary: fen(200_000), variablePay: true, clause: "§3.1" as const },
  high: {
    ...LEVEL,
    id: "senior",
    rank: 2,
    baseSalary: fen(1),
    variablePay: true,
    clause: "§3.1" as const,
  },
};

export const SHEET = { id: "s", name: "s" };

export const CELL = { sheet: SHEET, row: 0, column: 0 };

export const PERSON = { key: "x", employeeId: "1", name: "x" };

export const NAMED = { id: "SCORE_80", title: WORDS } as const;

export const STEP = {
  kind: "vote",
  clauses: ["§5.2b"],
  label: WORDS,
  passMark: 60,
  scored: true,
} as const;

export const file = (n: number): PromotionFile => ({
  target: LEVELS.high,
  month: MONTH,
  steps: texts(n).flatMap(() =>
    (["open", "done", "refused"] as const).map((state) => ({
      step: STEP,
      clause: "§5.2b",
      state,
      record: null,
    })),
  ),
  unclear: [],
});

export const evidence = (score: Score | null) => ({
  month: MONTH,
  score,
  tier: score === null ? null : 2,
  inStreak: true,
  inWindow: true,
  beforePromotion: score === null,
});

export const requirements = (n: number): readonly Requirement[] => {
  const each = { met: false, clauses: ["§4.1.B"] as const, need: n, have: n, cells: [] };
  return [
    ...([1, 2] as const).map((worstTier) => ({
      ...each,
      kind: "streak" as const,
      worstTier,
      bound: "atLeast" as const,
    })),
    { ...each, kind: "streak", worstTier: 2, bound: "exactly" },
    { ...each, kind: "inner", tier: 1, bound: "atLeast" },
    { ...each, kind: "inner", tier: 2, bound: "exactly" },
    { ...each, kind: "window", worstTier: 3 },
  ];
};

export const row = (n: number, changed: Partial<CandidateRow> = {}): CandidateRow => ({
  person: PERSON,
  cell: CELL,
  level: LEVELS.low,
  levelSince: MONTH,
  target: LEVELS.high,
  status: "not_yet",
  verdict: {
    kind: "judged",
    status: "not_yet",
    target: LEVELS.high,
    rule: null,
    monthsShort: n === 0 ? null : n,
    blockAt: null,
    reasons: [
      { kind: "short", have: 0, need: n },
      { kind: "inner", have: 0, need: n },
      { kind: "window", have: 0, need: n },
    ],
    requirements: requirements(n),
    alsoMeets: null,
    skip: false,
  },
  evidence: [evidence(points(80)), evidence(null)],
  steps: [STEP],
  dependsOn: [],
  readings: [
    { ...NAMED, undecided: true },
    { ...NAMED, undecided: false },
  ],
  readingsTried: true,
  skipHint: LEVELS.high,
  monthsHeld: n,
  blockedBy: null,
  hasLeaveMonths: true,
  exclusion: null,
  risk: {
    kind: "at_risk",
    count: n,
    limit: 3,
    cells: months(n).map((month) => ({ month, index: 0 })),
  },
  ...changed,
});

export const rows = (n: number): readonly CandidateRow[] => [
  row(n),
  row(n, { blockedBy: evidence(points(50)), readings: [] }),
  row(n, { status: "missing_data", blockedBy: evidence(null), readingsTried: false }),
  row(n, { status: "missing_data" }),
  row(n, { status: "eligible", levelSince: null, level: null, target: null }),
  row(n, { status: "top_level", risk: null, monthsHeld: null }),
  ...EXCLUSIONS.map((exclusion) =>
    row(n, { status: "excluded", verdict: null, exclusion, evidence: [] }),
  ),
  row(n, { status: "no_data", risk: { kind: "dismissal_review", count: n, limit: 3, cells: [] } }),
];

export const EXCLUSIONS: readonly Exclusion[] = [
  { kind: "noLevelColumn" },
  { kind: "unknownLevel", text: "" },
  { kind: "unknownLevel", text: "x" },
  { kind: "dataError", cell: null, month: null },
  { kind: "dataError", cell: null, month: MONTH },
  { kind: "notCalculated", cell: null, month: null },
  { kind: "notCalculated", cell: null, month: MONTH },
  { kind: "scoresAsFractions" },
  { kind: "monthWithoutYear" },
  { kind: "monthInDoubt" },
  { kind: "gradesUnknown" },
  { kind: "refusedScore", month: null, reading: null, title: null },
  { kind: "refusedScore", month: MONTH, reading: "SCORE_80", title: WORDS },
  { kind: "unanswerable", reading: "STREAK_SCOPE", title: WORDS },
];

export const option = (n: number) => ({
  option: "x",
  label: WORDS,
  people: n,
  difference: fen(n * 100 - 100),
  newlyPaid: { people: n, amount: fen(1) },
  notPaid: { people: n, amount: fen(1) },
});

export const FINDING = {
  code: "F-HDR-05",
  kind: "data",
  severity: "error",
  cell: null,
  formula: false,
  person: null,
  month: null,
  clause: null,
} as const;
