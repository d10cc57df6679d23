import { fen } from "../../../src/units";
import type { PayMonth, Payslip, UnpaidReason } from "../../../src/views";
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

export const payMessages = {
  namePayrollPeople: (n, language) =>
    wording.namePayrollPeople(
      { ...NOBODY, left: people(n), probablyLeft: people(n), withoutRow: people(n) },
      language,
    ),
  sayFinesNetted: (n, language) => wording.sayFinesNetted(n > 0, language),
  sayPayAbout: (n, language) => wording.sayPayAbout(payMonth(n), "s", n > 0, language),
  sayPayByReading: (n, language) =>
    wording.sayPayByReading({ reading: NAMED, options: [option(n), option(0)] }, language),
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
  sayPayUnderOption: (n, language) => wording.sayPayUnderOption(option(n), language),
  sayPayrollPeople: (n, language) =>
    wording.sayPayrollPeople(
      { ...NOBODY, left: people(n), probablyLeft: people(n), withoutRow: people(n) },
      language,
    ),
  sayUnpaid: (_, language) => UNPAID.map((why) => wording.sayUnpaid(why, language)),
} satisfies Readonly<Record<string, Message>>;
