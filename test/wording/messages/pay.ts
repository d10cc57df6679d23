import { fen } from "../../../src/units";
import type { PayCheckLine, PayMonth, Payslip, UnpaidReason } from "../../../src/views";
import * as wording from "../../../src/wording";
import {
  type Message,
  MONTH,
  texts,
  people,
  points,
  LEVELS,
  NAMED,
  EXCLUSIONS,
  option,
} from "./facts";

const unpaid = (n: number, kind = "noScore") => texts(n).map(() => ({ pay: { why: { kind } } }));

const NOBODY = { inMonth: 2, onPayroll: 2, left: [], probablyLeft: [], withoutRow: [] };

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

const CHECK_LINE: PayCheckLine = {
  key: "k",
  person: { key: "A", employeeId: "A", name: "A" },
  cell: null,
  part: "gross",
  verdict: "differs",
  typed: fen(300),
  seen: null,
  computed: fen(100),
  difference: fen(200),
  clause: "§6.C2",
  how: { kind: "base", level: LEVELS.low.name },
  explained: null,
  proration: null,
  sure: true,
  why: null,
};

/** A line of the pay check of each kind, with `n` parts that differ. */
const checkLines = (n: number): readonly PayCheckLine[] => [
  CHECK_LINE,
  {
    ...CHECK_LINE,
    explained: {
      parts: texts(n).map(() => ({ part: "commission", difference: fen(200) })),
      rest: fen(n === 0 ? 200 : 0),
    },
  },
  {
    ...CHECK_LINE,
    explained: { parts: [{ part: "base", difference: fen(-100) }], rest: fen(-100) },
    sure: false,
  },
  ...(["levelChanged", "hired", "left"] as const).map((proration) => ({
    ...CHECK_LINE,
    proration,
  })),
  {
    ...CHECK_LINE,
    verdict: "notRead",
    typed: null,
    difference: null,
    seen: { kind: "text", text: "x", suggestion: null },
  },
  { ...CHECK_LINE, person: null, verdict: "agrees", difference: fen(0) },
  { ...CHECK_LINE, part: "extra", verdict: "asTyped", how: null, clause: null },
  { ...CHECK_LINE, verdict: "beforeDeductions" },
  { ...CHECK_LINE, verdict: "notCalculated", typed: null, computed: null, difference: null },
  { ...CHECK_LINE, verdict: "open", computed: null, difference: null },
  { ...CHECK_LINE, verdict: "open", computed: null, difference: null, why: { kind: "noScore" } },
];

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
  check: { lines: n === 0 ? [] : [CHECK_LINE], people: n, differing: n },
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

export const payMessages = {
  namePayrollPeople: (n, language) =>
    wording.namePayrollPeople(
      { ...NOBODY, left: people(n), probablyLeft: people(n), withoutRow: people(n) },
      language,
    ),
  sayFinesNetted: (n, language) => wording.sayFinesNetted(n > 0, language),
  sayOwnHeading: (_, language) =>
    ([null, "gross", "fines", "net"] as const).map((known) =>
      wording.sayOwnHeading({ heading: "x", known }, language),
    ),
  sayPayAbout: (n, language) => wording.sayPayAbout(payMonth(n), "s", n > 0, language),
  sayPayByReading: (n, language) =>
    wording.sayPayByReading({ reading: NAMED, options: [option(n), option(0)] }, language),
  sayPayCheckAbout: (n, language) => wording.sayPayCheckAbout(payMonth(n), "s", n > 0, language),
  sayPayCheckColumn: (_, language) =>
    wording.PAY_CHECK_COLUMNS.map((name) => wording.sayPayCheckColumn(name, language)),
  sayPayCheckCounts: (n, language) => wording.sayPayCheckCounts(payMonth(n).check, language),
  sayPayCheckPart: (_, language) =>
    (["base", "commission", "performance", "extra", "gross"] as const).map((part) =>
      wording.sayPayCheckPart(part, language),
    ),
  sayPayCheckReason: (n, language) =>
    checkLines(n).map((line) => wording.sayPayCheckReason(line, language)),
  sayPayCheckSheetName: (n) => wording.sayPayCheckSheetName({ month: n === 0 ? null : MONTH }),
  sayPayColumn: (_, language) =>
    wording.PAY_COLUMNS.map((name) => wording.sayPayColumn(name, language)),
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
  sayPayStripsAbout: (n, language) => wording.sayPayStripsAbout(payMonth(n), "s", language),
  sayPayStripsName: (n) => wording.sayPayStripsName({ month: n === 0 ? null : MONTH }),
  sayPayUnderOption: (n, language) => wording.sayPayUnderOption(option(n), language),
  sayPayrollPeople: (n, language) =>
    wording.sayPayrollPeople(
      { ...NOBODY, left: people(n), probablyLeft: people(n), withoutRow: people(n) },
      language,
    ),
  saySigned: (n) => wording.saySigned(fen(n)),
  sayTyped: (n, language) => checkLines(n).map((line) => wording.sayTyped(line, language)),
  sayUnpaid: (_, language) => UNPAID.map((why) => wording.sayUnpaid(why, language)),
} satisfies Readonly<Record<string, Message>>;
