import { columnLetters, formatArea, type Area, type SheetRef } from "../../grid";
import type {
  CompanionMatch,
  JoinedPerson,
  ScoreSheet,
  SheetField,
  SheetLayout,
  SheetInput,
  SkippedKind,
} from "../../scoresheet";
import type { SheetSummary, SheetTable } from "../gateway";
import type { Offer } from "./companionSheets";
import type { LackingSheet } from "./otherSheets";

/** A column that means nothing to the product: its letters and its heading, line by line. */
export interface UnusedColumnNamed {
  readonly letters: string;
  readonly heading: string;
}

/** A sheet of another month that was not read since it lacks a column. */
export interface SheetLacking {
  readonly sheet: SheetRef;
  readonly field: SheetField;
  /** Headings that may be it. */
  readonly proposals: readonly string[];
}

/** Rows of one kind that are nobody's, by their numbers on the sheet. */
export interface RowsSkipped {
  readonly kind: SkippedKind;
  readonly sheet: string;
  readonly rows: readonly number[];
  /** What stands in the first of them. */
  readonly text: string;
}

/** What validating left aside, so that nobody takes it for read. */
export interface NotRead {
  /** Hidden sheets. */
  readonly hidden: readonly string[];
  /** Visible sheets that are neither ours nor belong to the one validated. */
  readonly sheets: readonly string[];
  readonly lacking: readonly SheetLacking[];
  /** Tables of the validated sheet that are not the one read: their names, or where they stand and their headings. */
  readonly tables: readonly string[];
  readonly columns: readonly UnusedColumnNamed[];
  readonly rows: readonly RowsSkipped[];
  /** People whose rows without 工号 were joined to those with one. */
  readonly joined: readonly JoinedPerson[];
  /** Sheets of the same people that were read along, and what of them. */
  readonly taken: readonly CompanionMatch[];
  /** Sheets that would tell what the score sheet lacks, for HR to say. */
  readonly offers: readonly Offer[];
  /** The workbook remembers something of its sheets that cannot be followed. */
  readonly memory: boolean;
}

interface NotReadInput {
  readonly sheets: readonly SheetSummary[];
  /** Ids of the sheets that were read. */
  readonly read: ReadonlySet<string>;
  readonly main: SheetInput;
  readonly records: ScoreSheet;
  readonly lacking: readonly LackingSheet[];
  readonly offers: readonly Offer[];
  readonly tables: readonly SheetTable[];
  readonly memory: boolean;
}

function usedColumns({ columns, months, blocks }: SheetLayout): number[] {
  return [
    ...Object.values(columns).map(({ column }) => column),
    ...months.map(({ column }) => column),
    ...Object.values(blocks).flatMap((block) => block.map(({ column }) => column)),
  ];
}

/** Tables of Excel's that the heading of the sheet is no part of. */
function otherTables(tables: readonly SheetTable[], layout: SheetLayout): string[] {
  const used = usedColumns(layout);
  const holds = ({ row, rows, column, columns }: Area): boolean =>
    layout.headerRow >= row &&
    layout.headerRow < row + rows &&
    used.some((one) => one >= column && one < column + columns);
  return tables.filter(({ area }) => !holds(area)).map(({ name }) => name);
}

/** The tables that stand beside, above or below the one read. */
export function tablesApart({ apart }: SheetLayout): string[] {
  return apart.map(({ row, firstColumn, lastColumn, headings }) => {
    const columns = lastColumn - firstColumn + 1;
    const area = formatArea({ row, column: firstColumn, rows: 1, columns });
    return `${area} ${headings.slice(0, 3).join("/")}`;
  });
}

/** Rows that are nobody's, by kind and sheet. */
export function rowsSkipped({ skipped }: Pick<ScoreSheet, "skipped">): RowsSkipped[] {
  const found = new Map<string, RowsSkipped & { rows: number[] }>();
  for (const { kind, sheet, row, text } of skipped) {
    const key = `${sheet.id} ${kind}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { kind, sheet: sheet.name, rows: [row + 1], text });
    else known.rows.push(row + 1);
  }
  return [...found.values()];
}

/** What was not read, given what was. */
export function notReadOf(input: NotReadInput): NotRead {
  const { sheets, read, main, records, offers, tables, memory } = input;
  const { layout } = main;
  const asked = offers.filter(({ declined }) => !declined);
  const beside = [...records.taken, ...asked].map(({ sheet }) => sheet.id);
  const lacking = input.lacking.filter(({ sheet }) => !beside.includes(sheet.id));
  const told = new Set([...read, ...beside, ...lacking.map(({ sheet }) => sheet.id)]);
  const left = sheets.filter(({ id, tag }) => !told.has(id) && tag === null);
  return {
    hidden: left.filter(({ visible }) => !visible).map(({ name }) => name),
    sheets: left.filter(({ visible }) => visible).map(({ name }) => name),
    lacking: lacking.flatMap(({ sheet, lacks }) =>
      lacks.map(({ field, proposals = [] }) => ({
        sheet,
        field,
        proposals: proposals.map(({ heading }) => heading),
      })),
    ),
    tables: [...otherTables(tables, layout), ...tablesApart(layout)],
    columns: layout.unused.map(({ column, lines }) => ({
      letters: columnLetters(column),
      heading: lines.join(" / "),
    })),
    rows: rowsSkipped(records),
    joined: records.joined,
    taken: records.taken,
    offers,
    memory,
  };
}
