import { clauses as CLAUSES, policyFor } from "../../src/policy";
import type { Requirement } from "../../src/policy";
import type { LayoutProblem, MonthClue, SheetLayout } from "../../src/scoresheet";
import { fen, monthOf, scoreFromPoints, type Score } from "../../src/units";
import { policySheet } from "../../src/views";
import type {
  CandidateRow,
  EvidencePoint,
  Exclusion,
  MonthReport,
  PayMonth,
  Payslip,
  PromotionFile,
  ReportEntry,
  UnpaidReason,
} from "../../src/views";
import * as wording from "../../src/wording";
import type { Language } from "../../src/wording";
import { decidedBook } from "../policy/decided";

// Every message of the product with facts of every kind, so that all of it can be walked in both languages.

/** The functions that say something; the rest of the door are tables, lists and types. */
type MessageName = Extract<
  keyof typeof wording,
  `say${string}` | `describe${string}` | `name${string}` | `${string}SheetName`
>;

/** Texts in any shape: a sentence, lines, what and next, rows of cells. */
export type Message = (n: number, language: Language) => unknown;

const WORDS = { zh: "甲", en: "Alpha" };
const LEVEL = { id: "junior", name: WORDS };
const MONTH = monthOf(2025, 6);
const months = (count: number) => Array.from({ length: count }, () => MONTH);
const texts = (count: number): string[] => Array.from({ length: count }, (_, index) => `x${index}`);
const unpaid = (n: number, kind = "noScore") => texts(n).map(() => ({ pay: { why: { kind } } }));
const people = (n: number) => texts(n).map((name) => ({ key: name, employeeId: "", name }));
const NOBODY = { inMonth: 2, onPayroll: 2, left: [], probablyLeft: [], withoutRow: [] };

function points(value: number): Score {
  const score = scoreFromPoints(value);
  if (score === undefined) throw new Error(`${value} is no score`);
  return score;
}
const COPY = {
  sheets: [],
  troubled: [],
  noPlain: [],
  addInsGone: 0,
};
const copy = (n: number) => ({
  ...COPY,
  sheetsLeftOut: texts(n),
  frozen: n,
  frozenForLeftOut: n,
  blanked: n,
  plain: n,
  troubledCount: n,
  namesGone: texts(n),
  rulesGone: n,
  checksGone: n,
  columnsLeftOut: texts(n),
  notesGone: n,
  pivotsGone: n,
  people: n,
});
const sheet = (n: number) => ({
  name: "x",
  state: "hidden" as const,
  tag: null,
  formulas: n,
  calls: n,
  hiddenRows: n,
  hiddenColumns: n,
});
const outcome = (n: number) => ({
  option: "x",
  label: WORDS,
  people: n,
  kinds: { pay: n, tier: n, promotion: n, review: n, fine: n },
  difference: fen(0),
  newlyPaid: { people: n, amount: fen(100) },
  notPaid: { people: n, amount: fen(100) },
});

const ROW = {
  employeeId: "1",
  name: "x",
  month: MONTH,
  level: "",
  score: 80,
  source: { file: "f", cell: { sheet: { id: "s", name: "s" }, row: 0, column: 0 } },
};
const CONFLICT = { row: ROW, other: 1, otherSource: null };

const LEVELS = {
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
const SHEET = { id: "s", name: "s" };
const CELL = { sheet: SHEET, row: 0, column: 0 };
const PERSON = { key: "x", employeeId: "1", name: "x" };
const NAMED = { id: "SCORE_80", title: WORDS } as const;
const STEP = {
  kind: "vote",
  clauses: ["§5.2b"],
  label: WORDS,
  passMark: 60,
  scored: true,
} as const;
const SUMMARY = (n: number) => ({ decisions: n, versions: n, by: texts(n + 2), lines: [] });
const VERSION = { id: "v", name: "v", from: MONTH };

const file = (n: number): PromotionFile => ({
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

const evidence = (score: Score | null) => ({
  month: MONTH,
  score,
  tier: score === null ? null : 2,
  inStreak: true,
  inWindow: true,
  beforePromotion: score === null,
});

const requirements = (n: number): readonly Requirement[] => {
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

const row = (n: number, changed: Partial<CandidateRow> = {}): CandidateRow => ({
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

const rows = (n: number): readonly CandidateRow[] => [
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

const EXCLUSIONS: readonly Exclusion[] = [
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

const point = (n: number, kind: EvidencePoint["kind"]): EvidencePoint => ({
  ...evidence(kind === "score" ? points(80) : null),
  kind,
  beforePromotion: n > 1,
  levelChange: n === 0 ? null : { from: LEVELS.low, to: LEVELS.high },
  complaints: n,
  leaves: n,
});
const POINTS = ["score", "missing", "leave", "unreadable", "before"] as const;

const PAY_SOURCES = ["score", "sales", "extra", "complaints", "leaves"] as const;
const UNPAID: readonly UnpaidReason[] = [
  ...EXCLUSIONS.map((exclusion) => ({ kind: "sheet" as const, exclusion })),
  { kind: "noRow" },
  { kind: "nameless" },
  { kind: "contradicted" },
  { kind: "future" },
  { kind: "levelBlank" },
  { kind: "levelUnknown", text: "x" },
  { kind: "noSalesColumn" },
  ...PAY_SOURCES.map((source) => ({ kind: "unreadable" as const, source })),
  ...PAY_SOURCES.map((source) => ({ kind: "negative" as const, source })),
  ...([...PAY_SOURCES, "level", "month"] as const).map((source) => ({
    kind: "notCalculated" as const,
    source,
  })),
  { kind: "zeroScore" },
  { kind: "noScore" },
  { kind: "undecided", reading: NAMED },
  { kind: "refusedScore", reading: null },
  { kind: "refusedScore", reading: NAMED },
];

const option = (n: number) => ({
  option: "x",
  label: WORDS,
  people: n,
  difference: fen(n * 100 - 100),
  newlyPaid: { people: n, amount: fen(1) },
  notPaid: { people: n, amount: fen(1) },
});
const CLAUSED = { amount: fen(100), clause: "§6.C2" as const };
const PAYSLIP: Payslip = {
  kind: "paid",
  level: LEVELS.low,
  score: points(80),
  sales: fen(1),
  salesBlank: false,
  base: CLAUSED,
  commission: { ...CLAUSED, rate: 100 },
  performance: { ...CLAUSED, rate: 100 },
  extra: CLAUSED,
  gross: CLAUSED,
  fines: fen(100),
  fineClauses: ["R5b", "W3"],
  net: fen(1),
};
const payMonth = (n: number): PayMonth => ({
  month: n === 0 ? null : MONTH,
  months: [],
  policyName: n === 0 ? "" : "p",
  policyFrom: n === 0 ? null : MONTH,
  finesNetted: false,
  people: { ...NOBODY, left: people(n), probablyLeft: people(n), withoutRow: people(n) },
  total: fen(1),
  paid: [],
  unpaid: [],
  findings: [],
  totals: {
    people: n,
    fines: fen(1),
    net: fen(1),
    base: fen(1),
    commission: fen(1),
    performance: fen(1),
    extra: fen(1),
    gross: fen(1),
  },
  levels: [],
  readings: [],
  undecided: texts(n).map(() => NAMED),
});

const clue = (source: MonthClue["source"]): MonthClue => ({
  source,
  year: 2025,
  number: 6,
  text: "x",
  cell: source === "tab" ? null : { row: 1, column: 1 },
});
const CLUES = (["label", "title", "tab", "file", "said"] as const).map(clue);
const UNIT = { field: "sales", column: 1, factor: 10_000, why: "above", text: "x" } as const;
const LAYOUT: SheetLayout = {
  kind: "long",
  sheet: SHEET,
  headerRow: 1,
  twoHeaderRows: false,
  firstRow: 2,
  lastRow: 3,
  columns: {},
  months: [],
  blocks: {},
  sheetMonth: { month: MONTH, text: "x", why: "title", from: CLUES },
  year: null,
  order: null,
  reasons: (["name", "synonym", "joined", "content", "chosen"] as const).map((how) => ({
    field: "score",
    column: 1,
    lines: ["x", "y"],
    word: how === "name" ? null : "w",
    how,
  })),
  unused: [],
  apart: [],
  unit: { ...UNIT, settled: true },
  grades: null,
  problems: [],
};
const layouts = (n: number): readonly SheetLayout[] => [
  LAYOUT,
  {
    ...LAYOUT,
    kind: "wide",
    twoHeaderRows: true,
    months: months(n).map((month) => ({ column: 1, month, heading: "x" })),
    sheetMonth: null,
    year: { year: 2025, first: 1, column: null, from: clue("title") },
    unit: { ...UNIT, factor: 1_000, settled: false },
    reasons: [],
  },
  {
    ...LAYOUT,
    sheetMonth: null,
    year: { year: null, first: 1, column: 2, from: null },
    unit: null,
  },
  { ...LAYOUT, sheetMonth: null, year: { year: 2025, first: 1, column: null, from: null } },
];
const AT = { row: 1, column: 1, heading: "x" };
const LAYOUT_PROBLEMS: readonly LayoutProblem[] = [
  { code: "columnMissing", field: "month", row: 1 },
  { code: "columnTwice", field: "score", columns: [AT, AT], row: 1 },
  { code: "monthWithoutYear", ...AT },
  { code: "monthUnreadable", ...AT },
  { code: "monthTwice", ...AT, month: MONTH, firstColumn: 1 },
  { code: "monthContradicts", row: 1, clues: [clue("title"), clue("tab")] },
  { code: "headerInDoubt", row: 1, other: 2, headings: [] },
  { code: "unitInDoubt", row: 1, unit: { ...UNIT, settled: false } },
  { code: "gradesUnknown", ...AT, grades: ["A", "B"] },
];

const report = (n: number): MonthReport => ({
  asOf: n === 0 ? null : MONTH,
  months: [],
  layout: LAYOUT,
  monthColumns: [],
  policyName: "p",
  undecided: [],
  undecidedReadings: texts(n).map(() => NAMED),
  policyFrom: n === 0 ? null : MONTH,
  findings: [],
  people: rows(n),
  reviews: [],
});
const candidateReport = (n: number) => ({
  asOf: MONTH,
  policy: {
    name: n === 0 ? "" : "p",
    from: n === 0 ? null : MONTH,
    issuer: n === 0 ? null : "i",
    effectiveFrom: n === 0 ? null : "2025-01-01",
  },
  checked: n,
  counts: { eligible: n, oneMonthShort: n, missingData: n, excluded: n },
  readings: texts(n).map((_, index) => ({ ...NAMED, option: WORDS, undecided: index === 0 })),
  tiers: [1, 2, 3],
  tierCounts: [],
  entries: [],
  reviews: null,
});
const entries = (n: number): readonly ReportEntry[] =>
  rows(n).map((each) => ({
    group: each.status === "excluded" ? "excluded" : "eligible",
    row: each,
    line: { points: [], tierLines: [], lowest: points(0), highest: points(100) },
    noted: { complaints: n, leaves: n, missing: n },
    pay: {
      before: { base: fen(1), gross: n === 0 ? null : fen(1) },
      after: { base: null, gross: null },
      waitsFor: n === 0 ? null : NAMED,
    },
    file: n === 0 ? null : file(n - 1),
    skip: n === 0 ? null : file(n - 1),
  }));
const ZERO = { ...option(0), kinds: { pay: 0, tier: 0, promotion: 0, review: 0, fine: 0 } };

const FINDING = {
  code: "F-HDR-05",
  severity: "error",
  cell: null,
  formula: false,
  person: null,
  month: null,
  clause: null,
} as const;
const PLACE = { sheet: "s", row: 0, column: 0 };
const FIX = { cell: CELL, kind: "text", before: "x" } as const;
const LINTS = [
  { check: "PC01", facts: { problem: "field", path: "$.x", expected: "string", received: "1" } },
  { check: "PC01", facts: { problem: "duplicate", what: "level", id: "x" } },
  { check: "PC02", facts: { problem: "noClause", path: "$.x" } },
  { check: "PC02", facts: { problem: "unknownClause", path: "$.x", id: "x" } },
  { check: "PC02", facts: { problem: "noRestatement", id: "§3.1", language: "en" } },
  { check: "PC44", facts: { missing: "issuer" } },
  { check: "PC44", facts: { missing: "effectiveFrom" } },
  { check: "PC50", facts: { note: "L1" } },
] as const;

/** Every message, by the function that says it, with facts in which n is a number of things. */
export const MESSAGES: Readonly<Record<MessageName, Message>> = {
  candidatesSheetName: () => wording.candidatesSheetName({ asOf: MONTH }),
  describeCandidate: (n, language) =>
    rows(n).map((each) => wording.describeCandidate(each, language)),
  namePayrollPeople: (n, language) =>
    wording.namePayrollPeople(
      { ...NOBODY, left: people(n), probablyLeft: people(n), withoutRow: people(n) },
      language,
    ),
  reviewsSheetName: () => wording.reviewsSheetName({ asOf: MONTH }),
  sayAmountUnit: (_, language) =>
    [1, 1_000, 10_000].map((factor) => wording.sayAmountUnit(factor, language)),
  sayBlockingLine: (n, language) =>
    wording.sayBlockingLine(
      {
        reading: "SCORE_80",
        title: WORDS,
        people: n,
        options: [
          { option: "x", label: WORDS, payroll: fen(100), exposure: fen(0) },
          { option: "y", label: WORDS, payroll: fen(200), exposure: fen(0) },
        ],
      },
      language,
    ),
  sayByReading: (_, language) => wording.sayByReading(WORDS, language),
  sayCandidate: (n, language) => rows(n).map((each) => wording.sayCandidate(each, language)),
  sayCandidatesFooter: (_, language) => wording.sayCandidatesFooter(language),
  sayCellsChanged: (n, language) => wording.sayCellsChanged(n, n, language),
  sayCellsRestored: (n, language) => wording.sayCellsRestored(n, n, language),
  sayChapter: (_, language) => wording.sayChapter("R", language),
  sayClauseClass: (_, language) => wording.sayClauseClass("duty", language),
  sayClauseUse: (_, language) => wording.sayClauseUse("fines", language),
  sayCleared: (n, language) => wording.sayCleared(n, language),
  sayClue: () => CLUES.map((each) => wording.sayClue(each)),
  sayColleagues: (_, language) => wording.sayColleagues(language),
  sayColumnLacking: (_, language) => wording.sayColumnLacking("x", language),
  sayCopyDiffers: (n, language) => wording.sayCopyDiffers(n === 0 ? "" : "2026-11-30", language),
  sayCopyFacts: (n, language) =>
    wording.sayCopyFacts(
      {
        ...copy(n),
        addInsGone: n,
        noPlain: texts(n).map(() => ({ call: "WHY", why: "shape", count: n, first: PLACE })),
      },
      language,
    ),
  sayCounts: (n, language) => wording.sayCounts({ error: n, warning: n, info: n }, n, language),
  sayCover: (n, language) =>
    (["numbers", "remove", "keep"] as const).map((who) =>
      wording.sayCover(
        {
          copy: copy(n),
          day: "2026-11-25",
          by: n === 0 ? "" : "b",
          policyName: n === 0 ? "" : "p",
          readings: [
            { title: "t", option: "o", decided: true },
            { title: "t", option: "o", decided: false },
          ],
          errors: n === 0 ? "keep" : "blank",
          people: who,
        },
        language,
      ),
    ),
  sayDecided: (_, language) => wording.sayDecided(WORDS, WORDS, language),
  sayDecisionRecord: (n, language) =>
    wording.sayDecisionRecord(
      { by: "b", on: "2025-01-01", from: n === 0 ? null : "2025-01", note: "" },
      language,
    ),
  sayDraftState: (n, language) => wording.sayDraftState(n, n, language),
  sayEditProblem: (n, language) =>
    (
      [
        { code: "required" },
        { code: "otherKind" },
        { code: "notANumber", text: "x" },
        { code: "largeUnit", text: "3万", meant: "30000" },
        { code: "otherUnit", text: "x", unit: "yuan" },
        { code: "notWhole", text: "x" },
        { code: "tooPrecise", text: "x", decimals: n },
        { code: "tooSmall", least: n, unit: "months" },
        { code: "tooLarge", most: n, unit: "points" },
        { code: "tooLong", most: n },
        { code: "tooMany", most: n },
        { code: "twice", word: "x" },
        { code: "numberAsWord", word: "1" },
        { code: "headingTaken", word: "x", field: "score" },
        { code: "wordTaken", word: "x" },
        { code: "unknownOption", option: "x" },
        { code: "unknownReading", reading: "x" },
        { code: "unknownLevel", level: "x" },
        { code: "unknownTier", tier: 9, worst: n },
        { code: "unknownClause", clause: "x" },
        { code: "unknownField", path: "$.x" },
        { code: "unknownVersion", version: "x" },
        { code: "notAMonth", text: "x" },
        { code: "notADay", text: "x" },
        { code: "notAfter", previous: "2025-01" },
        { code: "notBefore", next: "2025-01" },
        { code: "locked", version: "x" },
        { code: "changedMeanwhile" },
        { code: "earliest", version: "x" },
        { code: "decisionTaken", from: null },
        { code: "decisionTaken", from: "2025-01" },
        { code: "notDecided", reading: "x" },
        { code: "onlyLevel" },
        { code: "onlyTier" },
        { code: "outsideTier", tier: 2 },
        { code: "thresholdTaken", fromFen: 3_000_000 },
        { code: "form", expected: "string", received: "1" },
      ] as const
    ).map((problem) => wording.sayEditProblem(problem, language)),
  sayEvidencePoint: (n, language) =>
    POINTS.map((kind) => wording.sayEvidencePoint(point(n, kind), language)),
  sayExample: (n, language) =>
    (
      [
        { kind: "base", level: WORDS, amount: fen(200_000) },
        { kind: "base", level: WORDS, amount: null },
        { kind: "commission", sales: fen(1), amount: fen(1) },
        { kind: "performance", level: WORDS, score: points(n), amount: null },
        { kind: "gross", level: WORDS, sales: fen(1), score: points(n), amount: fen(1) },
        { kind: "tier", score: points(n), tier: null },
        { kind: "tier", score: points(n), tier: 2 },
        ...(["eligible", "not_yet", "missing_data", "no_data", null] as const).map((status) => ({
          kind: "promotion" as const,
          from: WORDS,
          to: WORDS,
          months: [
            { month: MONTH, score: points(80), leave: false },
            { month: null, score: null, leave: true },
            { month: null, score: null, leave: false },
          ],
          sincePromotion: n === 0 ? null : n,
          status,
          monthsShort: n === 0 ? null : n,
        })),
        ...(["ok", "at_risk", "dismissal_review", "no_data", "excluded"] as const).map(
          (result) => ({
            kind: "review" as const,
            level: WORDS,
            months: [],
            result,
            count: n,
            limit: 3,
          }),
        ),
        { kind: "complaints", complaints: n, amount: fen(0), separationReview: true },
        { kind: "complaints", complaints: n, amount: null, separationReview: false },
        { kind: "leave", minutes: n, customersLost: false, amount: fen(0) },
        { kind: "leave", minutes: n, customersLost: true, amount: fen(0) },
        { kind: "netted", gross: fen(1), complaints: n, fine: fen(1), paid: fen(1) },
      ] as const
    ).map((line) => wording.sayExample(line, language)),
  sayExclusion: (_, language) => EXCLUSIONS.map((each) => wording.sayExclusion(each, language)),
  sayExposure: (n, language) =>
    [-100, 100].map((exposure) =>
      wording.sayExposure(
        {
          payroll: fen(0),
          favourable: fen(100),
          exposure: fen(exposure),
          people: n,
          notCounted: n,
          blocking: [],
        },
        language,
      ),
    ),
  sayFault: () => wording.sayFault({ code: "monthNeeded" }),
  sayField: (_, language) => wording.sayField("score", language),
  sayFieldName: (_, language) => wording.sayFieldName("windowHistory", language),
  sayFieldOption: (_, language) => wording.sayFieldOption("windowHistory", "full", language),
  sayFieldValue: (n, language) => [
    wording.sayFieldValue(
      "window",
      { kind: "window" },
      { months: n, worstTier: 2 },
      language,
      () => undefined,
    ),
    wording.sayFieldValue("leaveNeedsLoss", { kind: "yesNo" }, n > 0, language, () => undefined),
  ],
  sayFileContent: (n, language) =>
    wording.sayFileContent({ decisions: n, versions: texts(n) }, language),
  sayFileFrom1904: (_, language) => wording.sayFileFrom1904("f", language),
  sayFileLoses: (n, language) =>
    wording.sayFileLoses({ lostDecisions: n, lostVersions: texts(n) }, language),
  sayFileNotRead: (n, language) => wording.sayFileNotRead("f", texts(n), texts(n), language),
  sayFileOutOfReach: (_, language) => wording.sayFileOutOfReach("f", language),
  sayFileRead: (n, language) => [
    wording.sayFileRead("f", n, [MONTH, MONTH], language),
    wording.sayFileRead("f", n, null, language),
  ],
  sayFileRefused: (_, language) => wording.sayFileRefused("f", "damaged", language),
  sayFinding: (n, language) =>
    wording.sayFinding({ ...FINDING, type: "rowsHidden", rows: n }, language),
  sayFindingForSheet: (n, language) =>
    [true, false].map((otherReadings) =>
      wording.sayFindingForSheet({ ...FINDING, type: "rowsHidden", rows: n }, language, {
        otherReadings,
      }),
    ),
  sayFindingTitle: (_, language) => wording.sayFindingTitle("rowsHidden", language),
  sayFinesNetted: (n, language) => wording.sayFinesNetted(n > 0, language),
  sayFixKind: (_, language) => wording.sayFixKind("unit", language),
  sayFixedValue: () => [
    wording.sayFixedValue({ ...FIX, after: { text: "x" }, numberFormat: null }),
    wording.sayFixedValue({ ...FIX, after: { number: 45_000 }, numberFormat: "yyyy-mm" }),
  ],
  sayFixesCount: (n, language) => wording.sayFixesCount(n, language),
  sayFormulaColumn: (_, language) => wording.sayFormulaColumn("risk", language),
  sayFormulaHeading: () => wording.sayFormulaHeading("risk"),
  sayFormulaLack: (_, language) => [
    wording.sayFormulaLack({ kind: "columns", fields: ["score", "sales"] }, language),
    wording.sayFormulaLack({ kind: "monthsApart" }, language),
  ],
  sayFormulaPlace: (n, language) => wording.sayFormulaPlace("C", n, language),
  sayFound: (n, language) => wording.sayFound(n === 0 ? undefined : "x", language),
  sayHighlighted: (n, language) => wording.sayHighlighted(n, language),
  sayHistoryConflict: (n, language) =>
    wording.sayHistoryConflict(
      { who: PERSON, month: MONTH, score: 1, other: "x" },
      "p",
      n === 0 ? null : "q",
      language,
    ),
  sayHistoryFault: (_, language) =>
    (["who", "month", "score"] as const).map((why) =>
      wording.sayHistoryFault({ why, seen: "x", source: ROW.source }, "p", language),
    ),
  sayHistoryNotWritten: (_, language) =>
    (["unknownColumns", "taken"] as const).map((why) =>
      wording.sayHistoryNotWritten(why, language),
    ),
  sayHistoryPlan: (n, language) =>
    wording.sayHistoryPlan(
      {
        rows: texts(n).map((id) => ({ ...ROW, employeeId: id, name: id })),
        known: n,
        waiting: n,
        leftOut: n,
        conflicts: texts(n).map(() => CONFLICT),
        questions: [],
      },
      n,
      language,
    ),
  sayHistoryWritten: (n, language) => wording.sayHistoryWritten(n, language),
  sayIfScored: (n, language) => wording.sayIfScored(MONTH, n > 0, language),
  sayImported: (_, language) => wording.sayImported(language),
  sayLacking: (n, language) => wording.sayLacking("s", "score", texts(n), language),
  sayLastUndone: (_, language) => wording.sayLastUndone(language),
  sayLayout: (n, language) => layouts(n).map((each) => wording.sayLayout(each, language)),
  sayLegalNote: (_, language) => wording.sayLegalNote("L1", language),
  sayLint: (n, language) => [
    ...LINTS.map((each) => wording.sayLint({ ...each, severity: "error", clause: null }, language)),
    ...(["window", "inner"] as const).map((problem) =>
      wording.sayLint(
        {
          check: "PC33",
          severity: "error",
          clause: null,
          facts: { problem, level: LEVEL, streakMonths: n, months: n },
        },
        language,
      ),
    ),
  ],
  sayList: (n, language) => wording.sayList(texts(n), language),
  sayLive: (_, language) => wording.sayLive("retry", language),
  sayLost: (n, language) =>
    wording.sayLost(
      { ...SUMMARY(n), by: n === 0 ? [] : texts(n + 2) },
      n === 0 ? "" : "d",
      language,
    ),
  sayLostForGood: (_, language) =>
    (["broken", "newer"] as const).map((why) => wording.sayLostForGood(why, language)),
  sayManyDecided: (n, language) => wording.sayManyDecided(n, language),
  sayMatches: (n, language) => wording.sayMatches(n, language),
  sayMonthFrom: (n, language) => layouts(n).map((each) => wording.sayMonthFrom(each, language)),
  sayMonthWeighed: (n, language) => wording.sayMonthWeighed("s", "2025-06", n, language),
  sayMoreFindings: (n, language) => wording.sayMoreFindings(n, language),
  sayMoreFixes: (n, language) => wording.sayMoreFixes(n, language),
  sayMoreHistory: (n, language) => wording.sayMoreHistory(n, language),
  sayMoreLines: (n, language) => wording.sayMoreLines(n, language),
  sayMoreTroubled: (n, language) => wording.sayMoreTroubled(n, language),
  sayNewScoreSheet: (_, language) =>
    wording.sayNewScoreSheet(policyFor(decidedBook(), MONTH), language),
  sayNewerSchema: (_, language) => wording.sayNewerSchema(9, language),
  sayNoFixes: (_, language) => wording.sayNoFixes(language),
  sayNoHost: (_, language) =>
    (["noOffice", "noExcel"] as const).map((why) => wording.sayNoHost(why, language)),
  sayNoMonth: (_, language) => wording.sayNoMonth(language),
  sayNoPlain: (_, language) => wording.sayNoPlain("shape", language),
  sayNoPolicyFile: (_, language) => wording.sayNoPolicyFile(language),
  sayNotUsed: (n, language) =>
    wording.sayNotUsed(
      {
        hidden: texts(n),
        sheets: texts(n + 8),
        columns: texts(n).map((heading) => ({ letters: "A", heading })),
        tables: texts(n),
        rows: (["sum", "signature", "hint", "group", "heading", "table"] as const).map(
          (kind, index) => ({
            kind,
            sheet: n === 0 ? "s" : `s${index}`,
            rows: texts(n).map((_text, at) => at),
            text: "",
          }),
        ),
        joined: texts(n).map((name) => ({ name, employeeId: "1" })),
        memory: true,
      },
      language,
    ),
  sayNothingToImport: (_, language) => wording.sayNothingToImport(language),
  sayOnlyValue: (n, language) =>
    wording.sayOnlyValue({ call: "WHY", why: "noPlainFormula", count: n }, "A1", language),
  sayOptionOutcome: (n, language) =>
    [ZERO, outcome(n), { ...outcome(n), difference: fen(-100) }, { ...ZERO, people: 1 }].map(
      (each) => wording.sayOptionOutcome(each, language),
    ),
  sayOrder: (_, language) => [
    wording.sayOrder([MONTH, MONTH], null, language),
    ...(["rising", "falling", "mixed"] as const).map((order) =>
      wording.sayOrder([MONTH], order, language),
    ),
  ],
  sayOutdated: (_, language) =>
    (["colleague", "notFollowed", "failed"] as const).map((why) =>
      wording.sayOutdated(why, language),
    ),
  sayPartProblem: (n, language) =>
    (
      [
        { code: "tooLarge", limit: n },
        { code: "tooDeep", limit: n },
        { code: "notXml" },
        { code: "documentType" },
        { code: "otherRoot", name: "x", namespace: "" },
        { code: "unexpectedMarkup", name: "x" },
        { code: "notJson" },
        { code: "forbiddenKey", path: "$.x" },
        { code: "field", path: "$.x", expected: "string", received: "undefined" },
        { code: "field", path: "$.x", expected: "string", received: "1" },
      ] as const
    ).map((problem) => wording.sayPartProblem(problem, language)),
  sayPartReport: (_, language) =>
    (
      [
        { kind: "unknownReading", path: "$.x", reading: "r" },
        { kind: "unknownOption", path: "$.x", reading: "r", option: "o" },
        { kind: "unknownField", path: "$.x" },
      ] as const
    ).map((each) => wording.sayPartReport(each, language)),
  sayPastPromotion: (n, language) =>
    rows(n).map((each, index) =>
      wording.sayPastPromotion(
        {
          person: { ...PERSON, name: index === 0 ? "" : "x" },
          from: LEVELS.low,
          to: LEVELS.high,
          month: MONTH,
          skipped: n > 0,
          evidence: each,
          before: { month: MONTH, base: fen(1), gross: fen(1) },
          after: { month: MONTH, base: null, gross: null },
          file: index === 0 ? null : file(index === 1 ? 0 : n),
        },
        language,
      ),
    ),
  sayPayAbout: (n, language) => wording.sayPayAbout(payMonth(n), "s", n > 0, language),
  sayPayByReading: (n, language) =>
    wording.sayPayByReading({ reading: NAMED, options: [option(n), option(0)] }, language),
  sayPayColumn: (_, language) =>
    wording.PAY_COLUMNS.map((name) => wording.sayPayColumn(name, language)),
  sayPayEffect: (n, language) =>
    entries(n).map(({ pay }) => (pay === null ? "" : wording.sayPayEffect(pay, language))),
  sayPayMonth: (n, language) =>
    (["noScore", "nameless"] as const).map((why) =>
      wording.sayPayMonth(
        { month: n === 0 ? null : MONTH, paid: texts(n), unpaid: unpaid(n, why) },
        "s",
        language,
      ),
    ),
  sayPayParts: (n, language) =>
    wording.sayPayParts({ ...PAYSLIP, fines: n === 0 ? null : fen(n) }, language),
  sayPaySheetName: (n) => wording.sayPaySheetName({ month: n === 0 ? null : MONTH }),
  sayPayUnderOption: (n, language) => wording.sayPayUnderOption(option(n), language),
  sayPayrollPeople: (n, language) =>
    wording.sayPayrollPeople(
      { ...NOBODY, left: people(n), probablyLeft: people(n), withoutRow: people(n) },
      language,
    ),
  sayPicture: (_, language) => wording.sayPicture("x", language),
  sayPointMark: (_, language) => POINTS.map((kind) => wording.sayPointMark(kind, language)),
  sayPolicyConflict: (_, language) =>
    (
      [
        { kind: "version", id: "v", name: "" },
        { kind: "version", id: "v", name: "n" },
        { kind: "field", name: "words" },
        { kind: "field", name: "other" },
        { kind: "decision", title: WORDS, from: null, taken: WORDS, other: WORDS },
        { kind: "decision", title: WORDS, from: "2025-01", taken: WORDS, other: WORDS },
      ] as const
    ).map((each) => wording.sayPolicyConflict(each, language)),
  sayPolicyLine: (n, language) => [
    wording.sayPolicyLine({ kind: "version", name: "v", from: n === 0 ? "" : "2025-01" }, language),
    wording.sayPolicyLine(
      {
        kind: "decision",
        title: WORDS,
        option: WORDS,
        by: n === 0 ? "" : "b",
        on: n < 2 ? "" : "2025-01-01",
        from: n === 0 ? "" : "2025-01",
      },
      language,
    ),
  ],
  sayPolicySettled: (_, language) => wording.sayPolicySettled(language),
  sayPolicySheet: (_, language) =>
    wording.sayPolicySheet(policySheet(decidedBook(), MONTH, { openQuestions: true }), language),
  sayPrinciples: (_, language) => wording.sayPrinciples(language),
  sayPromotionScope: (n, language) =>
    wording.sayPromotionScope({ sheet: "s", month: MONTH, people: n }, language),
  sayRecordSaved: (_, language) => wording.sayRecordSaved(language),
  sayRefusal: (n, language) =>
    wording.sayRefusal({ code: "damaged", part: n === 0 ? null : "x" }, language),
  sayRemoveWord: (_, language) => wording.sayRemoveWord("x", language),
  sayReportColumn: (_, language) => wording.sayReportColumn("pay", language),
  sayReportFoot: (_, language) => wording.sayReportFoot(language),
  sayReportHead: (n, language) => wording.sayReportHead(candidateReport(n), language),
  sayReportRow: (n, language) =>
    entries(n).map((entry) =>
      wording.sayReportRow(entry, new Map(CLAUSES.map((each) => [each.id, each])), language),
    ),
  sayReportWritten: (n, language) =>
    wording.sayReportWritten({ sheet: { name: "s" }, refreshed: n > 0 }, language),
  sayRequirementOf: (n, language) =>
    requirements(n).map((each) => wording.sayRequirementOf(each, language)),
  sayRestoreUndone: (_, language) => wording.sayRestoreUndone(language),
  sayRestored: (n, language) => wording.sayRestored(SUMMARY(n), language),
  sayResultsSheet: (n, language) =>
    wording.sayResultsSheet(report(n), SHEET, language, { otherReadings: n > 0 }),
  sayReview: (n, language) =>
    wording.sayReview(
      {
        person: PERSON,
        level: null,
        failed: texts(n).map((_text, index) => ({
          month: MONTH,
          score: index === 0 ? null : points(50),
        })),
        complaints: { count: n, fine: fen(100) },
      },
      language,
    ),
  sayReviewNote: (_, language) => wording.sayReviewNote(language),
  sayReviewStatus: (_, language) => wording.sayReviewStatus(language),
  sayReviews: (_, language) => wording.sayReviews(MONTH, language),
  sayRows: (n, language) => wording.sayRows(n, n, language),
  saySheetDoubt: (_, language) =>
    [...LAYOUT_PROBLEMS, "fractions" as const].map((problem) =>
      wording.saySheetDoubt("s", problem, language),
    ),
  saySheetWritten: (n, language) => wording.saySheetWritten("s", n > 0, language),
  sayStage: (_, language) => wording.sayStage("copying", language),
  sayStartedAfresh: (_, language) => wording.sayStartedAfresh(language),
  sayStep: (_, language) => wording.sayStep(STEP, language),
  sayStepRecord: (n, language) =>
    wording.sayStepRecord(
      {
        row: 1,
        figure: n === 0 ? { kind: "withheld" } : { kind: "text", text: "x" },
        handledBy: "b",
        date: "",
        note: "n",
        byOrder: n > 0,
      },
      language,
    ),
  sayStepRecorded: (_, language) =>
    (["open", "done", "refused"] as const).map((state) =>
      wording.sayStepRecorded("x", state, language),
    ),
  sayStepsDone: (n, language) => wording.sayStepsDone(file(n), language),
  sayStripMonth: (n) => wording.sayStripMonth(point(n, "score")),
  sayStripPoint: (n, language) =>
    POINTS.map((kind) => wording.sayStripPoint(point(n, kind), language)),
  saySubject: (_, language) =>
    wording.saySubject({ kind: "path", from: WORDS, to: WORDS }, language),
  saySupposed: (n, language) =>
    wording.saySupposed(
      {
        asOf: MONTH,
        row: row(n),
        line: { points: [], tierLines: [], lowest: points(0), highest: points(100) },
      },
      language,
    ),
  saySurvey: (n, language) =>
    wording.saySurvey(
      {
        sheets: texts(n).map(() => sheet(1)),
        troubled: [],
        troubledCount: 0,
        people: n,
        columns: [],
        notes: n,
        plain: null,
        goes: { rules: 0, checks: 0, sheets: [], names: [] },
        hasMacros: n > 0,
        startsAddIns: false,
      },
      language,
    ),
  sayTableCreated: (n, language) => wording.sayTableCreated(n === 0 ? null : "x", language),
  sayTierNumber: (_, language) => wording.sayTierNumber(2, language),
  sayTimeLeft: (n, language) => wording.sayTimeLeft(n * 50, language),
  sayTrouble: (_, language) =>
    wording.sayTrouble({ kind: "readOnly", doing: "savingPolicy" }, language),
  sayTroubled: (n, language) => wording.sayTroubled({ error: n === 0 ? null : "#N/A" }, language),
  sayUndecidedCount: (n, language) => wording.sayUndecidedCount(n, language),
  sayUndone: (_, language) => wording.sayUndone(WORDS, language),
  sayUnit: (_, language) => wording.sayUnit("months", language),
  sayUnpaid: (_, language) => UNPAID.map((why) => wording.sayUnpaid(why, language)),
  sayUse: (_, language) =>
    (
      [
        { kind: "ignored" },
        { kind: "year" },
        { kind: "field", field: "score" },
        { kind: "month", field: "score", month: MONTH },
      ] as const
    ).map((use) => wording.sayUse(use, language)),
  sayValueChange: (n, language) =>
    (["changed", "added", "removed"] as const).map((change) =>
      wording.sayValueChange(
        {
          path: "$.x",
          name: "leaveMinutes",
          subject: n === 0 ? { kind: "policy" } : { kind: "tier", tier: 2 },
          kind: { kind: "text", optional: false },
          change,
          before: "a",
          after: "b",
        },
        language,
        () => undefined,
      ),
    ),
  sayVerdict: () => wording.sayVerdict({ kind: "topLevel" }),
  sayVersion: (_, language) => [
    wording.sayVersion(VERSION, language),
    wording.sayVersion({ ...VERSION, name: "" }, language),
    wording.sayVersion({ ...VERSION, from: null }, language),
    wording.sayVersion({ id: "built-in", name: "", from: null }, language),
  ],
  sayVersionRemoved: (_, language) => wording.sayVersionRemoved("v", language),
  sayVersionSaved: (n, language) => wording.sayVersionSaved(n === 0 ? null : "2025-01", language),
  sayVersionsRestored: (_, language) => wording.sayVersionsRestored(language),
  sayWaiting: (n, language) => wording.sayWaiting(WORDS, n, language),
  sayWhatGoes: (n, language) =>
    wording.sayWhatGoes({ rules: n, checks: n, sheets: texts(n), names: texts(n) }, language),
  sayWho: () => wording.sayWho(PERSON),
  sayWhoQuestion: (n, language) =>
    (["noId", "otherName", "otherId"] as const).map((why) =>
      wording.sayWhoQuestion(
        { key: "x", who: PERSON, why, rows: n, candidates: [], mayBeNew: false },
        language,
      ),
    ),
  sayWhy: (n, language) =>
    (["name", "synonym", "joined", "content", "chosen", "month"] as const).map((why) =>
      wording.sayWhy(why, language, n === 0 ? null : "w"),
    ),
  sayYearAsked: (_, language) => wording.sayYearAsked("f", "h", language),
  sayYuan: (_, language) => wording.sayYuan(240_000, language),
};
