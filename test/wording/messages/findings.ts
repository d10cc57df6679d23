import type { Finding, FindingFacts, FindingType } from "../../../src/findings";
import { addMonths, fen } from "../../../src/units";
import * as wording from "../../../src/wording";
import { FINDING, LEVEL, MONTH, months, NAMED, points, texts, WORDS, type Message } from "./facts";

type Facts = {
  readonly [Type in FindingType]: (
    n: number,
  ) => readonly Extract<FindingFacts, { readonly type: Type }>[];
};

const SEEN = [
  { kind: "text", text: "x", suggestion: null },
  { kind: "text", text: "x", suggestion: 85 },
  { kind: "boolean" },
  { kind: "error", error: "#N/A" },
] as const;
const failed = (n: number) => ({
  count: n,
  months: months(n),
  lastAssessed: MONTH,
  asOf: n === 0 ? addMonths(MONTH, 1) : MONTH,
  limit: n,
});
const tiers = [true, false].map((inForce) => ({
  option: WORDS,
  inForce,
  tier: 2,
  performance: inForce ? fen(100) : null,
}));
const effects = (n: number, other: number) => [
  { option: WORDS, inForce: true, people: 0, gross: fen(100) },
  { option: WORDS, inForce: false, people: n, gross: fen(other) },
];
/** A level as HR types it: in Chinese, whatever the pane speaks. */
const TYPED = { zh: "初级客服", en: "Junior" };
const LEVELS = { from: WORDS, to: WORDS, since: MONTH };

/** What findings state, each type in all its shapes; one that is missing does not compile. */
const FACTS: Facts = {
  columnMissing: (n) => [{ type: "columnMissing", heading: "h", synonyms: texts(n) }],
  columnTwice: () => [
    { type: "columnTwice", heading: "h", rivals: [{ heading: "x", column: "A" }] },
  ],
  monthHeaderWithoutYear: () => [
    { type: "monthHeaderWithoutYear", heading: "h", against: null },
    { type: "monthHeaderWithoutYear", heading: "h", against: "x" },
  ],
  monthHeaderUnusable: () => [
    { type: "monthHeaderUnusable", heading: "h", repeats: null },
    { type: "monthHeaderUnusable", heading: "h", repeats: { month: MONTH, column: "A" } },
  ],
  rowsHidden: (n) => [
    { type: "rowsHidden", rows: n },
    { type: "rowsHidden", rows: null },
  ],
  cellsMerged: (n) => [{ type: "cellsMerged", rows: n, columns: n }],
  cellsNotCalculated: (n) => [{ type: "cellsNotCalculated", cells: n, example: "F12" }],
  employeeMissing: (n) => [{ type: "employeeMissing", row: n }],
  namesake: (n) => [
    { type: "namesake", name: "x", namesakes: [...texts(n), ""], hasEmployeeId: true },
    { type: "namesake", name: "x", namesakes: texts(n), hasEmployeeId: false },
  ],
  nameVaries: (n) => [
    { type: "nameVaries", problem: { kind: "names", names: texts(n) } },
    { type: "nameVaries", problem: { kind: "stray", seen: "x ", clean: "x" } },
  ],
  noLongerScored: () => [
    { type: "noLongerScored", asOf: MONTH, lastScored: null },
    { type: "noLongerScored", asOf: MONTH, lastScored: MONTH },
  ],
  levelUnknown: (n) => [
    { type: "levelUnknown", text: "", levels: [TYPED, TYPED] },
    { type: "levelUnknown", text: `x${n}`, levels: [TYPED] },
  ],
  levelJumps: () => [
    { type: "levelJumps", ...LEVELS, falls: true },
    { type: "levelJumps", ...LEVELS, falls: false },
  ],
  levelWithoutRecord: () => [{ type: "levelWithoutRecord", ...LEVELS }],
  probationTooLong: (n) => [
    { type: "probationTooLong", since: MONTH, months: n, limit: n },
    { type: "probationTooLong", since: MONTH, months: n + 1, limit: n },
  ],
  monthUnusable: () => [
    { type: "monthUnusable", problem: { kind: "blank" } },
    { type: "monthUnusable", problem: { kind: "unreadable", text: "x" } },
    { type: "monthUnusable", problem: { kind: "withoutYear", text: "x" } },
    { type: "monthUnusable", problem: { kind: "otherYear", text: "x", year: 2025 } },
    { type: "monthUnusable", problem: { kind: "future", today: MONTH } },
  ],
  monthTwice: () => [
    { type: "monthTwice", identical: true, firstRow: 2, firstSheet: null },
    { type: "monthTwice", identical: false, firstRow: 2, firstSheet: "s" },
  ],
  scoredBeforeHired: () => [{ type: "scoredBeforeHired", hired: MONTH }],
  interiorMonthMissing: () => [
    { type: "interiorMonthMissing", unread: null },
    { type: "interiorMonthMissing", unread: "5月" },
  ],
  asOfMonthMissing: () => [
    { type: "asOfMonthMissing", unread: null },
    { type: "asOfMonthMissing", unread: "10月" },
  ],
  recordTooShort: (n) => [
    { type: "recordTooShort", begins: MONTH, lookBack: n, neededFrom: MONTH, hired: null },
    {
      type: "recordTooShort",
      begins: MONTH,
      lookBack: n,
      neededFrom: MONTH,
      hired: MONTH,
    },
  ],
  scoreNotNumber: () => SEEN.map((seen) => ({ type: "scoreNotNumber", seen })),
  scoreAsText: () =>
    (["text", "fullWidth", "unit", "separators"] as const).map((cleaned) => ({
      type: "scoreAsText",
      cleaned,
      seen: "x",
      score: points(85),
    })),
  scoreOutOfRange: () => [
    { type: "scoreOutOfRange", value: 105, minimum: points(0), maximum: points(100) },
    { type: "scoreOutOfRange", value: null, minimum: points(0), maximum: points(100) },
  ],
  scoreZero: () => [
    { type: "scoreZero", confirmed: true },
    { type: "scoreZero", confirmed: false },
  ],
  scoresAsFractions: (n) => [{ type: "scoresAsFractions", scores: n, greatest: points(1) }],
  scoreDisputed: () => [
    { type: "scoreDisputed", score: points(80), reading: NAMED, results: tiers },
  ],
  scoreShownOtherwise: () =>
    [
      [null, null],
      [1, 1],
      [1, 2],
    ].map(([tier = null, shownTier = null]) => ({
      type: "scoreShownOtherwise",
      shown: "80",
      score: points(79.6),
      tier,
      shownTier,
    })),
  scoreDecimals: () => [{ type: "scoreDecimals", score: points(80.125) }],
  typedAmongFormulas: (n) => [{ type: "typedAmongFormulas", formulas: n, column: "C" }],
  scoresAsGrades: (n) => [{ type: "scoresAsGrades", heading: "h", grades: texts(n) }],
  salesNotNumber: () => SEEN.map((seen) => ({ type: "salesNotNumber", seen })),
  salesNegative: () => [{ type: "salesNegative", sales: fen(-100) }],
  salesDisputed: () => [
    {
      type: "salesDisputed",
      sales: fen(100),
      reading: NAMED,
      results: [true, false].map((inForce) => ({
        threshold: fen(100),
        inForce,
        commission: fen(1),
      })),
    },
  ],
  salesMissing: () => [{ type: "salesMissing" }],
  salesBelowThreshold: () => [
    {
      type: "salesBelowThreshold",
      sales: fen(1),
      threshold: fen(2),
      commission: fen(0),
      reached: fen(1),
    },
  ],
  salesOutOfProportion: () => [{ type: "salesOutOfProportion", sales: fen(100), usual: fen(1) }],
  salesUnitUnknown: () =>
    [1_000, 10_000].map((factor) => ({ type: "salesUnitUnknown", text: "x", factor })),
  payDiffers: (n) => [
    ...([100, null] as const).map((typed) => ({
      type: "payDiffers" as const,
      part: "base" as const,
      typed: typed === null ? null : fen(typed),
      seen: typed === null ? SEEN[0] : null,
      computed: fen(1),
      how: { kind: "base" as const, level: WORDS },
    })),
    ...(["none", "whole", "fixed", "marginal"] as const).map((mode) => ({
      type: "payDiffers" as const,
      part: "commission" as const,
      typed: fen(1),
      seen: null,
      computed: fen(2),
      how: { kind: "commission" as const, sales: fen(1), mode, rate: 100 },
    })),
    ...([null, points(80)] as const).map((score) => ({
      type: "payDiffers" as const,
      part: "performance" as const,
      typed: fen(1),
      seen: null,
      computed: fen(2),
      how: { kind: "performance" as const, base: fen(1), rate: 100, score, raw: n > 0 },
    })),
    {
      type: "payDiffers" as const,
      part: "gross",
      typed: fen(1),
      seen: null,
      computed: fen(2),
      how: {
        kind: "gross",
        base: fen(1),
        commission: fen(1),
        performance: fen(1),
        extra: fen(1),
        fines: fen(n),
        own: texts(n).map((heading, index) => ({ heading, amount: fen(index - 1) })),
      },
    },
  ],
  rateDisputed: () => [
    {
      type: "rateDisputed",
      score: points(91),
      reading: NAMED,
      results: [true, false].map((inForce) => ({
        option: WORDS,
        inForce,
        rate: 2_000,
        performance: inForce ? fen(1) : null,
      })),
    },
  ],
  salaryUndecided: () => [
    {
      type: "salaryUndecided",
      level: WORDS,
      reading: NAMED,
      results: [true, false].map((inForce) => ({
        option: WORDS,
        inForce,
        base: fen(1),
        gross: inForce ? fen(1) : null,
      })),
    },
  ],
  probationPayDisputed: () => [
    { type: "probationPayDisputed", reading: NAMED, gross: fen(1), other: fen(2) },
  ],
  monthNotWhole: () =>
    (["levelChanged", "hired", "left"] as const).map((reason) => ({
      type: "monthNotWhole",
      reason,
    })),
  salaryTooLow: () => [
    {
      type: "salaryTooLow",
      level: WORDS,
      base: fen(1),
      than: { kind: "minimumWage", amount: fen(2) },
    },
    {
      type: "salaryTooLow",
      level: WORDS,
      base: fen(1),
      than: { kind: "share", level: WORDS, amount: fen(2), share: 8_000 },
    },
  ],
  failsReachReview: (n) => [{ type: "failsReachReview", ...failed(n) }],
  failsBelowReview: (n) => [{ type: "failsBelowReview", ...failed(n) }],
  complaintsReachReview: (n) => [{ type: "complaintsReachReview", complaints: n, from: 3 }],
  finesInPay: () => [
    { type: "finesInPay", netted: true, amount: fen(100) },
    { type: "finesInPay", netted: false, amount: fen(100) },
  ],
  countUnusable: () =>
    SEEN.flatMap((seen) => [
      { type: "countUnusable", of: "complaints" as const, seen },
      { type: "countUnusable", of: "leaves" as const, seen },
    ]),
  candidate: () => [{ type: "candidate", level: WORDS, target: WORDS }],
  oneMonthShort: () => [{ type: "oneMonthShort", level: WORDS, target: WORDS }],
  candidateDisputed: () => [{ type: "candidateDisputed", target: WORDS, readings: [NAMED, NAMED] }],
  alsoMeetsHigher: () => [{ type: "alsoMeetsHigher", target: WORDS, also: WORDS }],
  policyFaulty: (n) => [
    {
      type: "policyFaulty",
      fault: {
        check: "PC33",
        severity: "error",
        clause: null,
        facts: { problem: "inner", level: LEVEL, streakMonths: n, months: n },
      },
    },
  ],
  readingUndecided: (n) =>
    [true, false].flatMap((blocking) => [
      {
        type: "readingUndecided",
        reading: NAMED,
        blocking,
        people: n,
        options: effects(n, 100),
      },
      {
        type: "readingUndecided",
        reading: NAMED,
        blocking,
        people: n,
        options: effects(n, 200),
      },
    ]),
  policyUndated: () => [
    { type: "policyUndated", missing: ["issuer"] },
    { type: "policyUndated", missing: ["issuer", "effectiveFrom"] },
  ],
  decisionUnknown: () => [
    { type: "decisionUnknown", decisions: [{ reading: WORDS, option: "o" }] },
  ],
};

/** Every finding, in a cell that is typed and in one with a formula. */
function findings(n: number): readonly Finding[] {
  return Object.values<(n: number) => readonly FindingFacts[]>(FACTS).flatMap((of) =>
    of(n).flatMap((facts) =>
      [false, true].map((formula) => ({
        ...FINDING,
        formula,
        month: n === 0 ? null : MONTH,
        ...facts,
      })),
    ),
  );
}

export const findingsMessages = {
  sayFinding: (n, language) => findings(n).map((each) => wording.sayFinding(each, language)),
  sayFindingTitle: (_, language) =>
    findings(0).map(({ type }) => wording.sayFindingTitle(type, language)),
} satisfies Readonly<Record<string, Message>>;
