import type { FieldKind, FieldName } from "../../../src/policy";
import { fen } from "../../../src/units";
import { policySheet } from "../../../src/views";
import * as wording from "../../../src/wording";
import { decidedBook } from "../../policy/decided";
import { type Message, WORDS, LEVEL, MONTH, texts, points, option } from "./facts";

const outcome = (n: number) => ({
  option: "x",
  label: WORDS,
  people: n,
  kinds: { pay: n, tier: n, promotion: n, review: n, fine: n },
  difference: fen(0),
  newlyPaid: { people: n, amount: fen(100) },
  notPaid: { people: n, amount: fen(100) },
});

const SUMMARY = (n: number) => ({ decisions: n, versions: n, by: texts(n + 2), lines: [] });

const VERSION = { id: "v", name: "v", from: MONTH };

const ZERO = { ...option(0), kinds: { pay: 0, tier: 0, promotion: 0, review: 0, fine: 0 } };

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

const UNITS = ["yuan", "percent", "points", "months", "count", "minutes", "tier"] as const;
const amountIn = (unit: (typeof UNITS)[number]) =>
  ({ kind: "number", unit, decimals: 2, least: 0, most: 100, optional: false }) as const;

/** A value of every kind. */
const VALUES = (
  n: number,
): readonly (readonly [FieldName, FieldKind, Parameters<typeof wording.sayFieldValue>[2]])[] => [
  ["window", { kind: "window" }, { months: n, worstTier: 2 }],
  ["leaveNeedsLoss", { kind: "yesNo" }, n > 0],
  ...UNITS.map((unit) => ["leaveMinutes", amountIn(unit), n] as const),
  ["localMinimumWage", amountIn("yuan"), null],
  ["localMinimumWage", { kind: "text", optional: true }, null],
  ["issuer", { kind: "text", optional: true }, "x"],
  ["windowHistory", { kind: "choice", options: ["full"] }, "full"],
  ["windowHistory", { kind: "choice", options: ["full"] }, "of another version"],
  ["reviewScope", { kind: "level", optional: true }, LEVEL.id],
  ["reviewScope", { kind: "level", optional: true }, "x"],
  ["reviewScope", { kind: "level", optional: true }, null],
  ["leaveWords", { kind: "words" }, texts(n)],
  ["bandFrom", { kind: "bandEnd" }, { points: n, inclusive: n > 0 }],
  ["inner", { kind: "inner" }, { months: n, tier: 1, bound: "atLeast" }],
  ["inner", { kind: "inner" }, { months: n, tier: 1, bound: "exactly" }],
  [
    "inner",
    { kind: "inner" },
    { months: n, tier: 1, bound: { reading: "SCORE_80", choices: { a: "atLeast" } } },
  ],
  ["leaveMinutes", amountIn("minutes"), { reading: "SCORE_80", choices: { a: n, b: n + 1, c: n } }],
];

export const policyMessages = {
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
  sayByDepartment: (n, language) => wording.sayByDepartment(n === 0 ? "" : "2026-01", language),
  sayChapter: (_, language) => wording.sayChapter("R", language),
  sayClauseClass: (_, language) => wording.sayClauseClass("duty", language),
  sayClauseUse: (_, language) => wording.sayClauseUse("fines", language),
  sayCopyDiffers: (n, language) => wording.sayCopyDiffers(n === 0 ? "" : "2026-11-30", language),
  sayQuestionPlace: (n, language) => wording.sayQuestionPlace(n, n, language),
  sayStillFold: (n, language) => wording.sayStillFold(n, "2026-10", language),
  sayDecidedFold: (n, language) => wording.sayDecidedFold(n, language),
  sayFirstRun: (n, language) => wording.sayFirstRun(n, { title: WORDS, pay: fen(100) }, language),
  sayFromOpen: (_, language) => wording.sayFromOpen("2026-10", language),
  sayPastEffect: (n, language) =>
    wording.sayPastEffect(
      { months: n, people: n, difference: n - 1, newlyPaid: n, notPaid: n },
      language,
    ),
  sayPolicyFile: (_, language) => wording.sayPolicyFile("2026-10", language),
  saySigner: (_, language) => wording.saySigner("HR", language),
  sayDecided: (_, language) => wording.sayDecided(WORDS, WORDS, language),
  sayDecisionRecord: (n, language) =>
    wording.sayDecisionRecord(
      { by: "b", on: "2025-01-01", from: n === 0 ? null : "2025-01", note: "" },
      language,
    ),
  sayDepartmentDiffers: (n, language) =>
    wording.sayDepartmentDiffers(n === 0 ? "" : "2026-01", language),
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
  sayFieldName: (_, language) => wording.sayFieldName("windowHistory", language),
  sayFieldOption: (_, language) => wording.sayFieldOption("windowHistory", "full", language),
  sayFieldValue: (n, language) =>
    VALUES(n).map(([name, kind, value]) =>
      wording.sayFieldValue(name, kind, value, language, (id) =>
        id === LEVEL.id ? LEVEL.name : undefined,
      ),
    ),
  sayFileContent: (n, language) =>
    wording.sayFileContent({ decisions: n, versions: texts(n) }, language),
  sayFileLoses: (n, language) =>
    wording.sayFileLoses({ lostDecisions: n, lostVersions: texts(n) }, language),
  sayImported: (_, language) => wording.sayImported(language),
  sayLastUndone: (_, language) => wording.sayLastUndone(language),
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
  sayMonthWeighed: (n, language) => wording.sayMonthWeighed("s", "2025-06", n, language),
  sayMoreLines: (n, language) => wording.sayMoreLines(n, language),
  sayNewerSchema: (_, language) => wording.sayNewerSchema(9, language),
  sayNoPolicyFile: (_, language) => wording.sayNoPolicyFile(language),
  sayOptionOutcome: (n, language) =>
    [ZERO, outcome(n), { ...outcome(n), difference: fen(-100) }, { ...ZERO, people: 1 }].map(
      (each) => wording.sayOptionOutcome(each, language),
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
  sayRecordSaved: (_, language) => wording.sayRecordSaved(language),
  sayRemoveWord: (_, language) => wording.sayRemoveWord("x", language),
  sayRestoreUndone: (_, language) => wording.sayRestoreUndone(language),
  sayRestored: (n, language) => wording.sayRestored(SUMMARY(n), language),
  saySheetWritten: (n, language) => wording.saySheetWritten("s", n > 0, language),
  sayStartedAfresh: (_, language) => wording.sayStartedAfresh(language),
  saySubject: (_, language) =>
    wording.saySubject({ kind: "path", from: WORDS, to: WORDS }, language),
  sayTakenOver: (_, language) => wording.sayTakenOver(language),
  sayTakeOverUndone: (_, language) => wording.sayTakeOverUndone(language),
  sayTierNumber: (_, language) => wording.sayTierNumber(2, language),
  sayUndecidedCount: (n, language) => wording.sayUndecidedCount(n, language),
  sayUndone: (_, language) => wording.sayUndone(WORDS, language),
  sayUnit: (_, language) => wording.sayUnit("months", language),
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
  sayYuan: (_, language) => wording.sayYuan(240_000, language),
} satisfies Readonly<Record<string, Message>>;
