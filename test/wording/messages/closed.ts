import { fen } from "../../../src/units";
import type {
  CellChange,
  ClosedChanges,
  ClosedEntry,
  ClosedPerson,
  ClosedRecord,
  ResultChange,
} from "../../../src/views";
import * as wording from "../../../src/wording";
import { type Message, MONTH, NAMED, texts, WORDS } from "./facts";

const KINDS = ["closed", "explained", "reopened"] as const;
const ENTRIES = (n: number): readonly ClosedEntry[] =>
  KINDS.map((kind) => ({
    kind,
    by: "x",
    on: "2026-11-05",
    reason: n === 0 ? "" : "y",
    changes: n,
    difference: fen(n === 2 ? 0 : n * 100),
    facts: "",
  }));

const ENTRY = (n: number): ClosedEntry => ENTRIES(n)[0] as ClosedEntry;

const person = (name: string, pay: ClosedPerson["pay"]): ClosedPerson => ({
  key: name,
  employeeId: "1",
  name,
  cells: { level: "a", score: "1", sales: "2", extra: "", complaints: "", leaves: "" },
  at: { level: "A2", score: "B2", sales: "C2", extra: "", complaints: "", leaves: "" },
  tier: 1,
  status: "eligible",
  pay,
});

const RECORD = (n: number): ClosedRecord => ({
  month: MONTH,
  sheet: { id: "1", name: "s" },
  language: "zh",
  inputs: "sha256:0",
  policy: {
    name: n === 0 ? "" : "p",
    from: n === 0 ? null : MONTH,
    values: "",
    options: {},
    undecided: [],
  },
  people: texts(n).map((name) => person(name, { kind: "unpaid", why: "noScore" })),
  log: ENTRIES(n),
});

const WHO = { key: "1", employeeId: "1", name: "x" };
const CELLS: readonly CellChange[] = (
  ["level", "score", "sales", "extra", "complaints", "leaves"] as const
).flatMap((field) =>
  ["", "B2"].map((at) => ({
    kind: "cell" as const,
    person: WHO,
    field,
    cell: null,
    at,
    before: at === "" ? "" : "1",
    after: at === "" ? "2" : "",
  })),
);

const STATUSES = [
  "eligible",
  "not_yet",
  "missing_data",
  "no_data",
  "top_level",
  "excluded",
] as const;

const AMOUNTS = ["base", "commission", "performance", "extra", "gross", "fines", "net"] as const;

const RESULTS: readonly ResultChange[] = [
  ...(["same", "came", "gone"] as const).map((presence) => ({
    kind: "result" as const,
    person: WHO,
    cell: null,
    presence,
    amounts: AMOUNTS.map((of) => ({
      of,
      before: fen(1),
      after: presence === "gone" ? null : fen(2),
    })),
    tier: { before: null, after: 2 },
    status: { before: null, after: "eligible" as const },
  })),
  ...STATUSES.map((after) => ({
    kind: "result" as const,
    person: WHO,
    cell: null,
    presence: "same" as const,
    amounts: [{ of: "base" as const, before: null, after: fen(1) }],
    tier: null,
    status: { before: "not_yet" as const, after },
  })),
];

const changes = (n: number): ClosedChanges => ({
  lines: Array.from({ length: n }, () => RESULTS).flat(),
  policy: [],
  paid: n,
  total: { before: fen(100), after: fen(100 + n * 10) },
});

const READING = { reading: NAMED, before: WORDS, after: WORDS };

export const closedMessages = {
  sayCannotClose: (_, language) =>
    (["noMonth", "pending"] as const).map((why) => wording.sayCannotClose(why, language)),
  sayClosedAbout: (n, language) => wording.sayClosedAbout(RECORD(n), fen(n), language),
  sayClosedChange: (_, language) =>
    [...CELLS, ...RESULTS].map((line) => wording.sayClosedChange(line, language)),
  sayClosedColumn: (_, language) =>
    wording.CLOSED_COLUMNS.map((name) => wording.sayClosedColumn(name, language)),
  sayClosedDoubt: (n, language) =>
    [
      { kind: "edited" as const, cells: n, first: "A1" },
      { kind: "foreign" as const },
      { kind: "damaged" as const },
      { kind: "missing" as const },
    ].map((doubt) => wording.sayClosedDoubt(doubt, "x", language)),
  sayClosedEffect: (n, language) =>
    [null, changes(n)].map((each) =>
      wording.sayClosedEffect(
        { month: MONTH, last: ENTRY(n), changes: each, sheetName: "s" },
        language,
      ),
    ),
  sayClosedEntry: (n, language) =>
    ENTRIES(n).map((entry) => wording.sayClosedEntry(entry, language)),
  sayClosedLine: (n, language) =>
    ENTRIES(n).flatMap((last) =>
      [null, n].flatMap((count) =>
        [true, false].map((explained) =>
          wording.sayClosedLine({ month: MONTH, last, changes: count, explained }, language),
        ),
      ),
    ),
  sayClosedLog: (n, language) => ENTRIES(n).map((entry) => wording.sayClosedLog(entry, language)),
  sayClosedPolicy: (n, language) =>
    [
      { kind: "version" as const, before: n === 0 ? "" : "a", after: "b" },
      { kind: "values" as const },
      { kind: "reading" as const, ...READING },
    ].map((line) => wording.sayClosedPolicy(line, language)),
  sayClosedSheetName: () => wording.sayClosedSheetName({ month: MONTH }),
  sayClosedStatus: (_, language) =>
    [null, ...STATUSES].map((status) => wording.sayClosedStatus(status, language)),
  sayClosedTotal: (n, language) => wording.sayClosedTotal(changes(n), language),
  sayClosedUndone: (_, language) => wording.sayClosedUndone(MONTH, language),
  sayClosingDoubts: (n, language) =>
    wording.sayClosingDoubts({ unpaid: n + 1, undecided: texts(n).map(() => WORDS) }, language),
  sayMonthClosed: (_, language) =>
    KINDS.map((kind) => wording.sayMonthClosed(MONTH, kind, "x", language)),
  sayReadingThen: (n, language) =>
    wording.sayReadingThen({ title: WORDS, option: WORDS, decided: n > 0 }, language),
} satisfies Readonly<Record<string, Message>>;
