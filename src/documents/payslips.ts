import {
  formatAddress,
  quoteSheetName,
  type CellStyle,
  type CellRef,
  type SheetContent,
  type SheetRef,
  type WrittenCell,
} from "../grid";
import type { OwnColumn, SheetRecord } from "../scoresheet";
import type { PaidEntry, PayComponent, PayMonth, UnpaidEntry } from "../views";
import { formatMonth, pointsFromScore, yuanFromFen, type Fen, type Month } from "../units";
import {
  PAY_COLUMNS,
  paySheetWords,
  sayPayAbout,
  sayPayByReading,
  sayPayColumn,
  sayPaySheetName,
  sayOwnHeading,
  sayUnpaid,
  marks,
  type Language,
  type PayColumn,
} from "../wording";
import { Adjustments, type KeptAdjustment } from "./adjustments";
import { SheetBuilder, text, type TablePlace } from "./builder";
import { brokenLines } from "./lines";
import { addSignatures } from "./signatures";
import { MONEY_STYLE } from "./styles";

/** The department's own columns of the score sheet, carried along as they stand (rule S5.2). */
export interface OwnPay {
  readonly columns: readonly Pick<OwnColumn, "heading" | "known">[];
  /** The cells of a person's row, in the order of the columns. */
  readonly rows: ReadonlyMap<SheetRecord, readonly WrittenCell[]>;
}

export const NOTHING_OWN: OwnPay = { columns: [], rows: new Map() };

export interface PayslipChoices {
  /** CS.PAYSLIP on the score sheet's cells instead of amounts. */
  readonly formulas: boolean;
  /** Differences under other readings, which are for HR's eyes. */
  readonly otherReadings: boolean;
}

export const WIDTHS: Readonly<Record<PayColumn, number>> = {
  employeeId: 10,
  name: 12,
  level: 13,
  score: 9,
  sales: 13,
  base: 11,
  commission: 11,
  performance: 11,
  extra: 11,
  gross: 12,
  adjustment: 12,
  adjusted: 12,
  fines: 13,
  clauses: 22,
  note: 28,
};

/** The width of a column of the department's own. */
export const OWN_WIDTH = 12;

/** Characters of a line that runs over all columns. */
const LINE_CHARACTERS = 170;

/** The column is HR's: its colour says that it may be filled in. */
const TYPED_STYLE: CellStyle = { ...MONEY_STYLE, fill: "#FFF8E1" };
const TOTAL_STYLE: CellStyle = { bold: true, fill: "#F3F5F8" };
/** Above the columns of the department's own. */
const OWN_STYLE: CellStyle = { bold: true, fill: "#E7EFE3", color: "#1F2A37" };

/** The amounts of CS.PAYSLIP, side by side. */
const AMOUNTS = [
  "base",
  "commission",
  "performance",
  "extra",
  "gross",
] as const satisfies readonly PayComponent[];

type Row = Readonly<Partial<Record<PayColumn, WrittenCell>>>;

const at = (column: PayColumn): number => PAY_COLUMNS.indexOf(column);
const money = (amount: Fen): WrittenCell => ({ number: yuanFromFen(amount) });
const cellsOf = (row: Row): WrittenCell[] => PAY_COLUMNS.map((column) => row[column] ?? null);

/** A cell of the score sheet as a formula names it. */
function referTo({ sheet, row, column }: CellRef): string {
  return `${quoteSheetName(sheet.name)}!${formatAddress({ row, column })}`;
}

/** "=CS.PAYSLIP(level, sales, score, extra, month)"; a column that the sheet lacks is left out. */
function payslipFormula({ record }: PaidEntry, month: Month): WrittenCell {
  const refer = (cell: CellRef | null | undefined, none: string): string =>
    cell ? referTo(cell) : none;
  const inputs = [
    refer(record?.level.cell, '""'),
    refer(record?.sales.cell, "0"),
    refer(record?.score.cell, '""'),
    refer(record?.extra.cell, ""),
    `"${formatMonth(month)}"`,
  ];
  return { formula: `=CS.PAYSLIP(${inputs.join(",")})` };
}

/** The five amounts; the formula spills over the four cells that are left blank beside it. */
function amountsOf(entry: PaidEntry, month: Month | null, formulas: boolean): Row {
  if (formulas && month !== null) return { base: payslipFormula(entry, month) };
  return Object.fromEntries(
    AMOUNTS.map((component) => [component, money(entry.pay[component].amount)]),
  );
}

export interface Writing {
  readonly pay: PayMonth;
  readonly language: Language;
  readonly choices: PayslipChoices;
  readonly adjustments: Adjustments;
  readonly own: OwnPay;
}

/** The cells of the department's own columns in somebody's row. */
function ownCells({ record }: PaidEntry | UnpaidEntry, { own }: Writing): readonly WrittenCell[] {
  const cells = record === null ? undefined : own.rows.get(record);
  return cells ?? own.columns.map(() => null);
}

function clausesOf({ base, commission, performance, fineClauses }: PaidEntry["pay"]): string {
  const parts = [base.clause, commission.clause, performance.clause, ...fineClauses];
  return [...new Set(parts)].join(" ");
}

function noteOf({ person, pay }: PaidEntry, { pay: { findings }, language }: Writing): string {
  const words = paySheetWords(language);
  const prorated = findings.some(
    (finding) => finding.type === "monthNotWhole" && finding.person?.key === person.key,
  );
  return [
    ...(prorated ? [words.prorated] : []),
    ...(pay.salesBlank ? [words.salesBlank] : []),
    ...(pay.fines === null ? [words.finesUnknown] : []),
  ].join(marks(language).semicolon);
}

/** Somebody's row of the payslips, the department's own columns last; `index` is the row that it stands in. */
export function paidRow(entry: PaidEntry, index: number, writing: Writing): WrittenCell[] {
  const { pay, language, choices, adjustments } = writing;
  const { person } = entry;
  const { level, score, sales, fines } = entry.pay;
  const gross = formatAddress({ row: index, column: at("gross") });
  const adjustment = formatAddress({ row: index, column: at("adjustment") });
  const ours = cellsOf({
    employeeId: text(person.employeeId),
    name: text(person.name),
    level: text(level.name[language]),
    score: score === null ? null : { number: pointsFromScore(score) },
    sales: money(sales),
    ...amountsOf(entry, pay.month, choices.formulas),
    adjustment: adjustments.take(person.employeeId, person.name),
    adjusted: { formula: `=ROUND(${gross}+${adjustment},2)` },
    fines: fines === null ? null : money(fines),
    clauses: text(clausesOf(entry.pay)),
    note: text(noteOf(entry, writing)),
  });
  return [...ours, ...ownCells(entry, writing)];
}

const SUMMED = [...AMOUNTS, "adjustment", "adjusted", "fines"] as const;

/** The totals of the rows from `first` on, and those of each level; none where nobody is paid. */
function totalRows({ pay, language, own }: Writing, first: number): WrittenCell[][] {
  if (pay.paid.length === 0) return [];
  const rows = pay.paid.length;
  const cells = (column: number): string => {
    const [from, to] = [first, first + rows - 1].map((row) => formatAddress({ row, column }));
    return `${from}:${to}`;
  };
  const row = (label: string, sum: (column: number) => string): WrittenCell[] => [
    ...cellsOf({
      level: text(label),
      ...Object.fromEntries(SUMMED.map((column) => [column, { formula: sum(at(column)) }])),
    }),
    ...own.columns.map((_, index) => ({ formula: sum(PAY_COLUMNS.length + index) })),
  ];
  return [
    row(paySheetWords(language).total, (column) => `=SUM(${cells(column)})`),
    ...pay.levels.map(({ level }) => {
      const name = level.name[language];
      const wanted = name.replaceAll('"', '""');
      const levels = cells(at("level"));
      return row(name, (column) => `=SUMIF(${levels},"${wanted}",${cells(column)})`);
    }),
  ];
}

function unpaidRow(entry: UnpaidEntry, writing: Writing): WrittenCell[] {
  const { person, record, pay } = entry;
  const ours = cellsOf({
    employeeId: text(person.employeeId),
    name: text(person.name),
    level: text(record?.level.seen ?? ""),
    adjustment: writing.adjustments.take(person.employeeId, person.name),
    note: text(sayUnpaid(pay.why, writing.language)),
  });
  return [...ours, ...ownCells(entry, writing)];
}

const goneRow = ({ employeeId, name, adjustment }: KeptAdjustment): WrittenCell[] =>
  cellsOf({ employeeId: text(employeeId), name: text(name), adjustment });

/** Those who cannot be paid, those who are gone, and what other readings would move. */
function addBelow(sheet: SheetBuilder, writing: Writing): void {
  const { pay, language, choices, adjustments } = writing;
  const words = paySheetWords(language);
  const unpaid = pay.unpaid.map((entry) => unpaidRow(entry, writing));
  const moved = choices.otherReadings
    ? pay.readings.flatMap((reading) =>
        brokenLines(sayPayByReading(reading, language), language, LINE_CHARACTERS),
      )
    : [];
  const sections: readonly (readonly [string, readonly WrittenCell[][]])[] = [
    [words.unpaid, unpaid],
    [words.gone, adjustments.left().map(goneRow)],
    [words.otherReadings, moved.map((line) => [text(line)])],
  ];
  for (const [title, rows] of sections) {
    if (rows.length === 0) continue;
    sheet.section(title, { across: true });
    for (const cells of rows) sheet.row(cells);
  }
}

/** The styles of the columns, from the headings to the last row of the sheet. */
function addStyles(
  sheet: SheetBuilder,
  { heading, first, count }: TablePlace,
  totals: number,
  own: OwnPay,
): void {
  const rows = sheet.next - first;
  const over = (
    style: CellStyle,
    from: PayColumn,
    to: PayColumn,
    row: number,
    many: number,
  ): void => sheet.style(style, row, at(from), at(to) - at(from) + 1, many);
  over({ align: "Right" }, "score", "fines", heading, 1);
  over({ align: "Center" }, "clauses", "clauses", heading, rows + 1);
  over(MONEY_STYLE, "sales", "fines", first, rows);
  if (own.columns.length > 0) {
    sheet.style({ align: "Right" }, heading, PAY_COLUMNS.length);
    sheet.style(MONEY_STYLE, first, PAY_COLUMNS.length, own.columns.length, rows);
  }
  sheet.style({ vertical: "Top" }, first, 0, sheet.columns, rows);
  over({ wrap: true }, "clauses", "note", first, rows);
  over(TYPED_STYLE, "adjustment", "adjustment", first, count);
  sheet.style(TOTAL_STYLE, first + count, 0, sheet.columns, totals);
}

/** Says above the department's own columns what they are; its row, null where there are none. */
function addBand(
  sheet: SheetBuilder,
  { columns }: OwnPay,
  scores: string,
  language: Language,
): number | null {
  if (columns.length === 0) return null;
  const label = text(paySheetWords(language).own(scores));
  const row = sheet.row([...PAY_COLUMNS.map(() => null), label]);
  sheet.style(OWN_STYLE, row, PAY_COLUMNS.length);
  return row;
}

/** The payslips of a month as a sheet that adds up, prints and leaves HR a column of its own. */
export function payslipDocument(
  {
    pay,
    sheet: scores,
    own = NOTHING_OWN,
  }: { readonly pay: PayMonth; readonly sheet: SheetRef; readonly own?: OwnPay },
  kept: readonly KeptAdjustment[],
  language: Language,
  choices: PayslipChoices,
): SheetContent {
  const words = paySheetWords(language);
  const writing: Writing = { pay, language, choices, adjustments: new Adjustments(kept), own };
  const sheet = new SheetBuilder([
    ...PAY_COLUMNS.map((column) => WIDTHS[column]),
    ...own.columns.map(() => OWN_WIDTH),
  ]);
  sheet.title(words.title(pay.month === null ? "" : formatMonth(pay.month)));
  for (const line of sayPayAbout(pay, scores.name, choices.formulas, language))
    sheet.note(brokenLines(line, language, LINE_CHARACTERS));
  const band = addBand(sheet, own, scores.name, language);
  const first = sheet.next + 1;
  const table = sheet.table(
    [
      ...PAY_COLUMNS.map((column) => sayPayColumn(column, language)),
      ...own.columns.map((column) => sayOwnHeading(column, language)),
    ],
    pay.paid.map((entry, index) => paidRow(entry, first + index, writing)),
  );
  const totals = totalRows(writing, first);
  for (const cells of totals) sheet.row(cells);
  addBelow(sheet, writing);
  addStyles(sheet, table, totals.length, own);
  // In none of the columns by which adjustments are found again.
  addSignatures(sheet, [
    { label: words.preparedBy, column: at("level") },
    { label: words.reviewedBy, column: at("commission") },
    { label: words.approvedBy, column: at("fines") },
  ]);
  return sheet.build({
    name: sayPaySheetName(pay),
    tag: choices.otherReadings ? "payslipsInFull" : "payslips",
    frozenRows: first,
    filter: table.count === 0 ? null : sheet.areaOf(table),
    print: {
      orientation: "landscape",
      titleRows: { first: band ?? table.heading, last: table.heading },
      breaksBefore: [],
    },
    hints: [
      {
        area: {
          row: table.heading,
          column: at("adjustment"),
          rows: table.count + 1,
          columns: 1,
        },
        title: sayPayColumn("adjustment", language),
        text: words.adjustmentHint,
      },
    ],
  });
}
