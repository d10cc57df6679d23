import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { FindingFacts } from "../../src/findings";
import { fen, monthOf, scoreFromPoints, type Score } from "../../src/units";
import {
  sayCellsChanged,
  sayCellsRestored,
  sayCopyFacts,
  sayCounts,
  sayCover,
  sayDraftState,
  sayEditProblem,
  sayExample,
  sayExposure,
  sayFieldValue,
  sayFileContent,
  sayFileLoses,
  sayFileNotRead,
  sayFileRead,
  sayFinding,
  sayFixesCount,
  sayFormulaPlace,
  sayHighlighted,
  sayHistoryPlan,
  sayHistoryWritten,
  sayLint,
  sayManyDecided,
  sayMatches,
  sayMonthWeighed,
  sayMoreFindings,
  sayNotUsed,
  sayOnlyValue,
  sayOptionOutcome,
  sayPartProblem,
  sayPayMonth,
  sayPayrollPeople,
  sayPayUnderOption,
  sayPromotionScope,
  sayRequirementOf,
  sayReview,
  sayRows,
  saySurvey,
  sayUndecidedCount,
  sayWaiting,
  sayWhatGoes,
  sayWhoQuestion,
} from "../../src/wording";
import { agree, allOf, counted, list, number, oneOf, quote } from "../../src/wording/say";

const WORDING = path.join(import.meta.dirname, "..", "..", "src", "wording");

describe("what sentences of all pages have in common", () => {
  test.each([
    [0, "0 errors"],
    [1, "1 error"],
    [2, "2 errors"],
    [1_234, "1,234 errors"],
    [1.5, "1.5 errors"],
    [-1, "-1 error"],
  ])("%d is counted as “%s”", (count, said) => {
    expect(counted(count, "error")).toBe(said);
  });

  test("numbers, agreement, lists and quotes in both languages", () => {
    expect([number(12_345.5, "zh"), number(12_345.5, "en")]).toEqual(["12,345.5", "12,345.5"]);
    expect([0, 1, 2].map((count) => agree(count, "is", "are"))).toEqual(["are", "is", "are"]);
    const items = ["a", "b", "c"];
    const shown = (each: typeof list) =>
      [0, 1, 2, 3].map((length) => each(items.slice(0, length), "en"));
    expect(shown(list)).toEqual(["", "a", "a, b", "a, b, c"]);
    expect(shown(allOf)).toEqual(["", "a", "a and b", "a, b, and c"]);
    expect(shown(oneOf)).toEqual(["", "a", "a or b", "a, b, or c"]);
    expect([list(items, "zh"), allOf(items, "zh"), oneOf(items, "zh")]).toEqual([
      "a、b、c",
      "a、b和c",
      "a、b或c",
    ]);
    expect(quote("a“b”c")).toBe("“a‘b’c”");
    expect([quote("𠮷𠮷𠮷", 2), quote("𠮷𠮷", 2)]).toEqual(["“𠮷𠮷…”", "“𠮷𠮷”"]);
  });
});

/** The text of every file of the wording. */
const sources = readdirSync(WORDING, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith("say.ts"))
  .map((file) => ({ file, text: readFileSync(path.join(WORDING, file), "utf8") }));

/** The nouns that are counted anywhere: `counted(n, "formula that …", "formulas that …")` counts formulas. */
const nouns = new Map<string, string>();
for (const { text } of sources)
  for (const [, one = "", other] of text.matchAll(
    /counted\(\s*[^"`]*?,\s*"([^"]+)"(?:,\s*"([^"]+)")?/g,
  )) {
    const words = one.split(" ");
    const others = (other ?? `${one}s`).split(" ");
    const at = words.findIndex((word, index) => word !== others[index]);
    nouns.set(words[at] ?? "", others[at] ?? "");
  }

test("nouns are known by what is counted", () => {
  expect(nouns.size).toBeGreaterThan(20);
  for (const [one, other] of [
    ["error", "errors"],
    ["person", "people"],
    ["formula", "formulas"],
  ] as const)
    expect(nouns.get(one)).toBe(other);
});

test("no English sentence puts a noun that is counted behind a number by hand", () => {
  const wanted = new Set([...nouns].flat());
  const found = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/\$\{((?:[^{}]|\{[^{}]*\})*)\} ([a-z-]+)/g)].flatMap(
      ([, value = "", noun = ""]) =>
        wanted.has(noun) &&
        !value.includes("counted(") &&
        !value.endsWith(".en") &&
        !NO_NUMBERS.has(`${value} ${noun}`)
          ? [`${file}: \${${value}} ${noun}`]
          : [],
    ),
  );
  expect(found).toEqual([]);
});

/** Texts, not numbers, in front of such a noun. */
const NO_NUMBERS: ReadonlySet<string> = new Set([
  "quote(option.en) changes",
  "facts.path points",
  'rule.tierBound === "exactly" ? "exactly" : "at least" tier',
  "when scores",
]);

/** A number before a plural where it is one, or before a singular where it is not. */
function slips(text: string): string[] {
  return [...nouns]
    .flatMap(([one, other]) => {
      const before = "(?<![\\d.,/–-])";
      const adjective =
        "(?: (?:hidden|more|safe|failed|such|consecutive|unapproved|conditional|data|pivot|month))*";
      return [
        ...text.matchAll(new RegExp(`${before}1${adjective} ${other}\\b`, "g")),
        ...text.matchAll(new RegExp(`${before}[02]${adjective} ${one}\\b`, "g")),
      ].map(([slip]) => slip);
    })
    .sort();
}

test("slips are seen", () => {
  expect(slips("Highlighted 1 cells, 2 hidden row.")).toEqual(["1 cells", "2 hidden row"]);
  expect(slips("Highlighted 1 cell, 0 hidden rows, 11 cells, 2025-01 rows.")).toEqual([]);
});

const WORDS = { zh: "甲", en: "Alpha" };
const LEVEL = { id: "junior", name: WORDS };
const MONTH = monthOf(2025, 6);
const months = (count: number) => Array.from({ length: count }, () => MONTH);
const texts = (count: number): string[] => Array.from({ length: count }, (_, index) => `x${index}`);
const unpaid = (n: number, kind = "noScore") => texts(n).map(() => ({ pay: { why: { kind } } }));
const people = (n: number) => texts(n).map((name) => ({ key: name, employeeId: "", name }));
const NOBODY = { inMonth: 2, onPayroll: 2, left: [], probablyLeft: [], withoutRow: [] };
const READING = { id: "SCORE_80", title: WORDS } as const;

function points(value: number): Score {
  const score = scoreFromPoints(value);
  if (score === undefined) throw new Error(`${value} is no score`);
  return score;
}
const finding = (facts: FindingFacts): string =>
  sayFinding(
    {
      code: "F-ANY-01",
      kind: "data",
      severity: "error",
      cell: null,
      formula: false,
      person: null,
      month: null,
      clause: null,
      ...facts,
    },
    "en",
  ).text;
const failed = (count: number) => ({
  count,
  months: months(count),
  lastAssessed: MONTH,
  asOf: MONTH,
  limit: count,
});
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

/** Every message with a number in it, by that number. */
const MESSAGES: Readonly<Record<string, (n: number) => string | readonly string[]>> = {
  counts: (n) => sayCounts({ error: n, warning: n, info: n }, n, "en"),
  highlighted: (n) => sayHighlighted(n, "en"),
  rows: (n) => sayRows(n, n, "en"),
  moreFindings: (n) => sayMoreFindings(n, "en"),
  fixes: (n) => sayFixesCount(n, "en"),
  changed: (n) => Object.values<string>({ ...sayCellsChanged(n, n, "en") }),
  restored: (n) => Object.values<string>({ ...sayCellsRestored(n, n, "en") }),
  formulaPlace: (n) => sayFormulaPlace("C", n, "en"),
  notRead: (n) =>
    sayNotUsed(
      {
        hidden: texts(n),
        sheets: texts(n),
        columns: texts(n).map((heading) => ({ letters: "A", heading })),
        tables: texts(n),
        rows: [
          { kind: "sum", sheet: "s", rows: texts(n).map((_, row) => row), text: "" },
          { kind: "group", sheet: "t", rows: texts(n).map((_, row) => row), text: "" },
        ],
        joined: texts(n).map((name) => ({ name, employeeId: "1" })),
        memory: true,
      },
      "en",
    ).join("\n"),
  fileRead: (n) => sayFileRead("f", n, [MONTH, MONTH], "en"),
  fileNotRead: (n) => sayFileNotRead("f", texts(n), texts(n), "en"),
  historyPlan: (n) =>
    sayHistoryPlan(
      {
        rows: texts(n).map((id) => ({ ...ROW, employeeId: id, name: id })),
        known: n,
        waiting: n,
        leftOut: n,
        conflicts: texts(n).map(() => CONFLICT),
        questions: [],
      },
      n,
      "en",
    ),
  historyWritten: (n) => Object.values<string>({ ...sayHistoryWritten(n, "en") }),
  whoQuestion: (n) =>
    (["noId", "otherName", "otherId"] as const).map((why) =>
      sayWhoQuestion(
        {
          key: "x",
          who: { employeeId: "1", name: "x" },
          why,
          rows: n,
          candidates: [],
          mayBeNew: false,
        },
        "en",
      ),
    ),
  manyDecided: (n) => Object.values<string>({ ...sayManyDecided(n, "en") }),
  monthWeighed: (n) => sayMonthWeighed("s", "2025-06", n, "en"),
  undecided: (n) => sayUndecidedCount(n, "en"),
  matches: (n) => sayMatches(n, "en"),
  waiting: (n) => sayWaiting(WORDS, n, "en"),
  draft: (n) => sayDraftState(n, n, "en"),
  fileContent: (n) => sayFileContent({ decisions: n, versions: texts(n) }, "en"),
  fileLoses: (n) => sayFileLoses({ lostDecisions: n, lostVersions: texts(n) }, "en"),
  partProblem: (n) => [
    sayPartProblem({ code: "tooLarge", limit: n }, "en"),
    sayPartProblem({ code: "tooDeep", limit: n }, "en"),
  ],
  editProblem: (n) => [
    sayEditProblem({ code: "tooLong", most: n }, "en"),
    sayEditProblem({ code: "tooPrecise", text: "x", decimals: n }, "en"),
    sayEditProblem({ code: "unknownTier", tier: 9, worst: n }, "en"),
  ],
  lint: (n) =>
    (["window", "inner"] as const).map((problem) =>
      sayLint(
        {
          check: "PC33",
          severity: "error",
          clause: null,
          facts: { problem, level: LEVEL, streakMonths: n, months: n },
        },
        "en",
      ),
    ),
  fieldValue: (n) =>
    sayFieldValue("window", { kind: "window" }, { months: n, worstTier: 2 }, "en", () => undefined),
  outcome: (n) => sayOptionOutcome(outcome(n), "en"),
  exposure: (n) =>
    sayExposure(
      {
        payroll: fen(0),
        favourable: fen(100),
        exposure: fen(100),
        people: n,
        notCounted: n,
        blocking: [],
      },
      "en",
    ),
  example: (n) => [
    sayExample(
      { kind: "complaints", complaints: n, amount: fen(0), separationReview: false },
      "en",
    ),
    sayExample({ kind: "leave", minutes: n, customersLost: false, amount: fen(0) }, "en"),
    sayExample({ kind: "performance", level: WORDS, score: points(n), amount: null }, "en"),
  ],
  payMonth: (n) => sayPayMonth({ month: MONTH, paid: texts(n), unpaid: unpaid(n) }, "s", "en"),
  payMonthNameless: (n) =>
    sayPayMonth({ month: MONTH, paid: texts(n), unpaid: unpaid(n, "nameless") }, "s", "en"),
  payrollPeople: (n) => sayPayrollPeople({ ...NOBODY, withoutRow: people(n) }, "en"),
  payOption: (n) =>
    sayPayUnderOption(
      {
        option: "x",
        label: WORDS,
        people: n,
        difference: fen(0),
        newlyPaid: { people: n, amount: fen(1) },
        notPaid: { people: n, amount: fen(1) },
      },
      "en",
    ),
  promotionScope: (n) => sayPromotionScope({ sheet: "s", month: MONTH, people: n }, "en"),
  requirement: (n) => [
    sayRequirementOf(
      {
        kind: "streak",
        cells: [],
        clauses: [],
        met: false,
        have: n,
        need: n,
        worstTier: 2,
        bound: "atLeast",
      },
      "en",
    ),
    sayRequirementOf(
      { kind: "window", cells: [], clauses: [], met: false, have: n, need: n, worstTier: 2 },
      "en",
    ),
  ],
  review: (n) =>
    Object.values(
      sayReview(
        {
          person: { key: "x", employeeId: "1", name: "x" },
          level: null,
          failed: texts(n).map(() => ({ month: MONTH, score: null })),
          complaints: { count: n, fine: fen(0) },
        },
        "en",
      ),
    ),
  copyFacts: (n) => sayCopyFacts(copy(n), "en"),
  cover: (n) =>
    sayCover(
      {
        copy: copy(n),
        day: "2026-11-25",
        by: "",
        policyName: "",
        readings: [],
        errors: "keep",
        people: "numbers",
      },
      "en",
    ).rows.map(({ text }) => text),
  survey: (n) =>
    saySurvey(
      {
        sheets: texts(n).map(() => sheet(1)),
        troubled: [],
        troubledCount: 0,
        people: n,
        columns: [],
        notes: n,
        plain: null,
        goes: { rules: 0, checks: 0, sheets: [], names: [] },
        hasMacros: false,
        startsAddIns: false,
      },
      "en",
    ),
  onlyValue: (n) => sayOnlyValue({ call: "WHY", why: "noPlainFormula", count: n }, "A1", "en"),
  whatGoes: (n) =>
    sayWhatGoes({ rules: n, checks: n, sheets: texts(n), names: texts(n) }, "en") ?? "",
  findings: (n) => [
    finding({ type: "rowsHidden", rows: n }),
    finding({ type: "cellsNotCalculated", cells: n, example: "F12" }),
    finding({ type: "probationTooLong", since: MONTH, months: n, limit: n }),
    finding({ type: "recordTooShort", begins: MONTH, lookBack: n, neededFrom: MONTH, hired: null }),
    finding({ type: "scoresAsFractions", scores: n, greatest: points(1) }),
    finding({ type: "typedAmongFormulas", formulas: n, column: "C" }),
    finding({ type: "failsReachReview", ...failed(n) }),
    finding({ type: "failsBelowReview", ...failed(n) }),
    finding({ type: "complaintsReachReview", complaints: n, from: 3 }),
    finding({
      type: "readingUndecided",
      reading: READING,
      blocking: false,
      people: n,
      options: [],
    }),
  ],
};

const ROW = {
  employeeId: "1",
  name: "x",
  month: MONTH,
  level: "",
  score: 80,
  source: { file: "f", cell: { sheet: { id: "s", name: "s" }, row: 0, column: 0 } },
};
const CONFLICT = { row: ROW, other: 1, otherSource: null };

describe("every message with a number", () => {
  test.each(Object.entries(MESSAGES))("%s: 0, 1 and 2", (_, say) => {
    for (const n of [0, 1, 2]) {
      const text = [say(n)].flat().join("\n");
      expect(slips(text), text).toEqual([]);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});
