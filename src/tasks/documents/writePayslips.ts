import {
  columnLetters,
  formatAddress,
  type Area,
  type CellLook,
  type CellRef,
  type SheetContent,
  type WrittenCell,
} from "../../grid";
import { PAY_COMPONENTS, type PaidEntry, type PayMonth, type UnpaidEntry } from "../../views";
import { formatMonth, pointsFromScore, yuanFromFen, type Fen, type Month } from "../../units";
import {
  PAY_COLUMNS,
  paySheetWords,
  sayPayAbout,
  sayPayByReading,
  sayPayColumn,
  sayPaySheetName,
  sayUnpaid,
  type Language,
  type PayColumn,
} from "../../wording";
import type { Gateway, WriteOptions, WrittenSheet } from "../gateway";
import { Adjustments, readAdjustments, type KeptAdjustment } from "./payAdjustments";
import type { PayRead } from "../month/payMonth";
import { HEADING_LOOK, MONEY_LOOK, NOTE_LOOK, SECTION_LOOK, TITLE_LOOK } from "./sheetStyles";
import { brokenLines, text } from "./sheetRows";

export interface PayslipChoices {
  /** CS.PAYSLIP on the score sheet's cells instead of amounts. */
  readonly formulas: boolean;
  /** Differences under other readings, which are for HR's eyes. */
  readonly otherReadings: boolean;
}

const WIDTHS: Readonly<Record<PayColumn, number>> = {
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

/** Characters of a line that runs over all columns. */
const LINE = 170;

/** The column is HR's: it looks like one to write in. */
const OWN_LOOK: CellLook = { ...MONEY_LOOK, fill: "#FFF8E1" };
const TOTAL_LOOK: CellLook = { bold: true, fill: "#F3F5F8" };

type Row = Readonly<Partial<Record<PayColumn, WrittenCell>>>;

const at = (column: PayColumn): number => PAY_COLUMNS.indexOf(column);
const money = (amount: Fen): WrittenCell => ({ number: yuanFromFen(amount) });
const cellsOf = (row: Row): WrittenCell[] => PAY_COLUMNS.map((column) => row[column] ?? null);
const line = (said: string): WrittenCell[] => cellsOf({ employeeId: text(said) });

/** A cell of the score sheet as a formula names it. */
function referTo({ sheet, row, column }: CellRef): string {
  return `'${sheet.name.replaceAll("'", "''")}'!${formatAddress({ row, column })}`;
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
    PAY_COMPONENTS.map((component) => [component, money(entry.pay[component].amount)]),
  );
}

interface Writing {
  readonly pay: PayMonth;
  readonly language: Language;
  readonly choices: PayslipChoices;
  readonly adjustments: Adjustments;
}

function clausesOf({ base, commission, performance, fineClauses }: PaidEntry["pay"]): string {
  const parts = [base.clause, commission.clause, performance.clause, ...fineClauses];
  return [...new Set(parts)].join(" ");
}

function noteOf({ person, pay }: PaidEntry, { pay: { findings }, language }: Writing): string {
  const words = paySheetWords(language);
  const prorated = findings.some(
    (finding) => finding.code === "F-PAY-05" && finding.person?.key === person.key,
  );
  return [
    ...(prorated ? [words.prorated] : []),
    ...(pay.salesBlank ? [words.salesBlank] : []),
    ...(pay.fines === null ? [words.finesUnknown] : []),
  ].join(language === "zh" ? "；" : "; ");
}

function paidRow(entry: PaidEntry, index: number, writing: Writing): WrittenCell[] {
  const { pay, language, choices, adjustments } = writing;
  const { person } = entry;
  const { level, score, sales, fines } = entry.pay;
  const row = String(index + 1);
  const gross = `${columnLetters(at("gross"))}${row}`;
  const adjustment = `${columnLetters(at("adjustment"))}${row}`;
  return cellsOf({
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
}

const SUMMED = [...PAY_COMPONENTS, "adjustment", "adjusted", "fines"] as const;

/** The totals of the rows from `first` on, and those of each level. */
function totalRows({ pay, language }: Writing, first: number): WrittenCell[][] {
  const last = first + pay.paid.length;
  const cells = (column: PayColumn): string =>
    `${columnLetters(at(column))}${first + 1}:${columnLetters(at(column))}${last}`;
  const row = (label: string, sum: (column: PayColumn) => string): WrittenCell[] =>
    cellsOf({
      level: text(label),
      ...Object.fromEntries(SUMMED.map((column) => [column, { formula: sum(column) }])),
    });
  return [
    row(paySheetWords(language).total, (column) => `=SUM(${cells(column)})`),
    ...pay.levels.map(({ level }) => {
      const name = level.name[language];
      const wanted = name.replaceAll('"', '""');
      return row(name, (column) => `=SUMIF(${cells("level")},"${wanted}",${cells(column)})`);
    }),
  ];
}

function unpaidRow({ person, record, pay: { why } }: UnpaidEntry, writing: Writing): WrittenCell[] {
  return cellsOf({
    employeeId: text(person.employeeId),
    name: text(person.name),
    level: text(record?.level.seen ?? ""),
    adjustment: writing.adjustments.take(person.employeeId, person.name),
    note: text(sayUnpaid(why, writing.language)),
  });
}

const goneRow = ({ employeeId, name, adjustment }: KeptAdjustment): WrittenCell[] =>
  cellsOf({ employeeId: text(employeeId), name: text(name), adjustment });

/** A section below the totals; nothing where it has no rows. */
function section(title: string, rows: readonly WrittenCell[][]): WrittenCell[][] {
  return rows.length === 0 ? [] : [line(""), line(title), ...rows];
}

/** The payslips of a month as a sheet that adds up, prints and leaves HR a column of its own. */
export function payslipContent(
  { pay, sheet }: Pick<PayRead, "pay" | "sheet">,
  kept: readonly KeptAdjustment[],
  language: Language,
  choices: PayslipChoices,
): SheetContent {
  const words = paySheetWords(language);
  const writing: Writing = { pay, language, choices, adjustments: new Adjustments(kept) };
  const inLines = (said: string): string[] => brokenLines(said, language, LINE);
  const about = sayPayAbout(pay, sheet.name, choices.formulas, language).flatMap(inLines);
  const heading = 1 + about.length;
  const first = heading + 1;
  const paid = pay.paid.map((entry, index) => paidRow(entry, first + index, writing));
  const totals = paid.length === 0 ? [] : totalRows(writing, first);
  const unpaid = pay.unpaid.map((entry) => unpaidRow(entry, writing));
  const below = [
    ...section(words.unpaid, unpaid),
    ...section(words.gone, writing.adjustments.left().map(goneRow)),
    ...section(
      words.otherReadings,
      choices.otherReadings
        ? pay.readings.flatMap((reading) => inLines(sayPayByReading(reading, language))).map(line)
        : [],
    ),
  ];
  const rows = [
    line(words.title(pay.month === null ? "" : formatMonth(pay.month))),
    ...about.map(line),
    PAY_COLUMNS.map((column) => text(sayPayColumn(column, language))),
    ...paid,
    ...totals,
    ...below,
  ];
  const width = PAY_COLUMNS.length;
  const afterTotals = first + paid.length + totals.length;
  const whole = (row: number, count: number): Area => ({
    row,
    column: 0,
    rows: count,
    columns: width,
  });
  const columnsOf = (from: PayColumn, to: PayColumn, count: number): Area => ({
    row: first,
    column: at(from),
    rows: count,
    columns: at(to) - at(from) + 1,
  });
  const body = rows.length - first;
  const titles = below.flatMap((cells, index) =>
    index > 0 && (below[index - 1] ?? []).every((cell) => cell === null) && cells.some(Boolean)
      ? [whole(afterTotals + index, 1)]
      : [],
  );
  return {
    name: sayPaySheetName(pay),
    tag: choices.otherReadings ? "payslipsInFull" : "payslips",
    rows,
    looks: [
      { look: TITLE_LOOK, areas: [{ row: 0, column: 0, rows: 1, columns: 1 }] },
      { look: NOTE_LOOK, areas: [{ row: 1, column: 0, rows: heading - 1, columns: 1 }] },
      { look: HEADING_LOOK, areas: [whole(heading, 1)] },
      {
        look: { align: "Right" } as const,
        areas: [{ ...columnsOf("score", "fines", 1), row: heading }],
      },
      {
        look: { align: "Center" } as const,
        areas: [{ ...columnsOf("clauses", "clauses", body + 1), row: heading }],
      },
      ...(body === 0
        ? []
        : [
            { look: MONEY_LOOK, areas: [columnsOf("sales", "fines", body)] },
            { look: { vertical: "Top" } as const, areas: [whole(first, body)] },
            { look: { wrap: true } as const, areas: [columnsOf("clauses", "note", body)] },
          ]),
      ...(paid.length === 0
        ? []
        : [
            { look: OWN_LOOK, areas: [columnsOf("adjustment", "adjustment", paid.length)] },
            { look: TOTAL_LOOK, areas: [whole(first + paid.length, totals.length)] },
          ]),
      ...(titles.length === 0 ? [] : [{ look: SECTION_LOOK, areas: titles }]),
    ],
    columnWidths: PAY_COLUMNS.map((column) => WIDTHS[column]),
    frozenRows: first,
    filter: paid.length === 0 ? null : whole(heading, paid.length + 1),
    print: {
      orientation: "landscape",
      titleRows: { first: heading, last: heading },
      breaksBefore: [],
    },
    lists: [],
    hints: [
      {
        area: { row: heading, column: at("adjustment"), rows: paid.length + 1, columns: 1 },
        title: sayPayColumn("adjustment", language),
        text: words.adjustmentHint,
      },
    ],
    table: null,
    charts: [],
  };
}

/** "写出工资表": writes the month's payslips, or refreshes those there are and keeps HR's adjustments. */
export async function writePayslips(
  gateway: Pick<Gateway, "listSheets" | "readSheet" | "readAreas" | "writeSheet">,
  read: Pick<PayRead, "pay" | "sheet">,
  language: Language,
  choices: PayslipChoices,
  options: WriteOptions = {},
): Promise<WrittenSheet> {
  const { signal } = options;
  const kept = await readAdjustments(
    gateway,
    { name: sayPaySheetName(read.pay), language },
    { signal },
  );
  return gateway.writeSheet(payslipContent(read, kept, language, choices), options);
}
