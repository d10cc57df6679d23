import { policyFor } from "../../../src/policy";
import type { LayoutProblem, MonthClue, SheetLayout } from "../../../src/scoresheet";
import type { MonthReport } from "../../../src/views";
import * as wording from "../../../src/wording";
import { decidedBook } from "../../policy/decided";
import {
  type Message,
  MONTH,
  months,
  texts,
  SHEET,
  CELL,
  PERSON,
  NAMED,
  rows,
  FINDING,
} from "./facts";

const ROW = {
  employeeId: "1",
  name: "x",
  month: MONTH,
  level: "",
  score: 80,
  source: { file: "f", cell: { sheet: { id: "s", name: "s" }, row: 0, column: 0 } },
};

const CONFLICT = { row: ROW, other: 1, otherSource: null };

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
  ignored: [],
  people: rows(n),
  reviews: [],
});

const FIX = { cell: CELL, kind: "text", before: "x" } as const;

/** Another sheet of the same people. */
const beside = (people: number, missing: number) => ({
  sheet: { name: "s" },
  fields: missing === 0 ? [] : (["sales", "level"] as const),
  people,
  matched: people,
  unmatched: texts(missing),
});

export const sheetMessages = {
  sayAside: (n, language) => wording.sayAside("f s", ["x", "y"].slice(0, n + 1), language),
  sayAmountUnit: (_, language) =>
    [1, 1_000, 10_000].map((factor) => wording.sayAmountUnit(factor, language)),
  sayCellsChanged: (n, language) => wording.sayCellsChanged(n, n, language),
  sayCellsRestored: (n, language) => wording.sayCellsRestored(n, n, language),
  sayClue: () => CLUES.map((each) => wording.sayClue(each)),
  sayFault: () => wording.sayFault({ code: "monthNeeded" }),
  sayField: (_, language) => wording.sayField("score", language),
  sayFileFrom1904: (_, language) => wording.sayFileFrom1904("f", language),
  sayFileNotRead: (n, language) => wording.sayFileNotRead("f", texts(n), texts(n), language),
  sayFileOutOfReach: (_, language) => wording.sayFileOutOfReach("f", language),
  sayFileRead: (n, language) => [
    wording.sayFileRead("f", n, [MONTH, MONTH], language),
    wording.sayFileRead("f", n, null, language),
  ],
  sayFileRefused: (_, language) => wording.sayFileRefused("f", "damaged", language),
  sayFindingForSheet: (n, language) =>
    [true, false].map((otherReadings) =>
      wording.sayFindingForSheet({ ...FINDING, type: "rowsHidden", rows: n }, language, {
        otherReadings,
      }),
    ),
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
  sayHeadingsOf: (_, language) => wording.sayHeadingsOf("f", language),
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
  sayLacking: (n, language) => wording.sayLacking("s", "score", texts(n), language),
  sayLayout: (n, language) => layouts(n).map((each) => wording.sayLayout(each, language)),
  sayMonthFrom: (n, language) => layouts(n).map((each) => wording.sayMonthFrom(each, language)),
  sayMoreFixes: (n, language) => wording.sayMoreFixes(n, language),
  sayMoreHistory: (n, language) => wording.sayMoreHistory(n, language),
  sayNewScoreSheet: (_, language) =>
    wording.sayNewScoreSheet(policyFor(decidedBook(), MONTH), language),
  sayNoFixes: (_, language) => wording.sayNoFixes(language),
  sayOffer: (n, language) =>
    [0, n].map((missing) => wording.sayOffer(beside(n, missing), language)),
  sayQuoteOpen: (n, language) => wording.sayQuoteOpen("f", n, language),
  sayTaken: (n, language) =>
    [0, n].map((missing) => wording.sayTaken(beside(n, missing), language)),
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
  sayOrder: (_, language) => [
    wording.sayOrder([MONTH, MONTH], null, language),
    ...(["rising", "falling", "mixed"] as const).map((order) =>
      wording.sayOrder([MONTH], order, language),
    ),
  ],
  sayResultsSheet: (n, language) =>
    wording.sayResultsSheet(report(n), SHEET, language, { otherReadings: n > 0 }),
  saySheetDoubt: (_, language) =>
    [...LAYOUT_PROBLEMS, "fractions" as const].map((problem) =>
      wording.saySheetDoubt("s", problem, language),
    ),
  sayUse: (_, language) =>
    (
      [
        { kind: "ignored" },
        { kind: "year" },
        { kind: "field", field: "score" },
        { kind: "month", field: "score", month: MONTH },
      ] as const
    ).map((use) => wording.sayUse(use, language)),
  sayVerdict: () => wording.sayVerdict({ kind: "topLevel" }),
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
} satisfies Readonly<Record<string, Message>>;
