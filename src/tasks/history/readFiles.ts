import type { Grid } from "../../grid";
import type { EffectivePolicy } from "../../policy";
import { historyRowsOf, type HistoryFault, type HistoryRow } from "../../views";
import {
  fillMerged,
  fileNameIn,
  findLayout,
  findMonthIn,
  readRecordsInSteps,
  settleSheetMonths,
  type LayoutOptions,
  type LayoutProblem,
  type SheetLayout,
  type SheetMonth,
} from "../../scoresheet";
import {
  limits,
  readWorkbookGrids,
  FileRefusal,
  type RefusalCode,
  type SheetOfFile,
} from "../../sharing";
import type { Month } from "../../units";
import { layoutOptionsOf } from "../month/layoutOptionsOf";
import { runInSlices } from "../run/slices";

/** A file that HR has picked. */
export interface PickedFile {
  readonly name: string;
  readonly size: number;
  readonly bytes: () => Promise<Uint8Array>;
}

/** A file as it was opened; its sheets are kept, since a year may still be asked for. */
export type OpenedFile =
  | {
      readonly kind: "opened";
      readonly name: string;
      readonly sheets: readonly SheetOfFile[];
      readonly hidden: readonly string[];
    }
  | { readonly kind: "refused"; readonly name: string; readonly why: RefusalCode }
  /** Its dates are counted from 1904: its months would be others. */
  | { readonly kind: "from1904"; readonly name: string }
  /** The computer does not let the file be read, as when it was moved. */
  | { readonly kind: "outOfReach"; readonly name: string };

export interface OpenOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with how much of the file is read, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** Opens a file; what cannot be opened is returned as a reason, never thrown. */
export async function openFile(
  file: PickedFile,
  { signal, onProgress }: OpenOptions,
): Promise<OpenedFile> {
  const { name } = file;
  if (file.size > limits.file) return { kind: "refused", name, why: "fileTooLarge" };
  let bytes: Uint8Array;
  try {
    bytes = await file.bytes();
  } catch {
    return { kind: "outOfReach", name };
  }
  signal?.throwIfAborted();
  try {
    const { sheets, hidden, from1904 } = await runInSlices(readWorkbookGrids(bytes), {
      signal,
      onPause: ({ done, total }) => onProgress?.(total === 0 ? 0 : done / total),
    });
    return from1904 ? { kind: "from1904", name } : { kind: "opened", name, sheets, hidden };
  } catch (error) {
    if (error instanceof FileRefusal) return { kind: "refused", name, why: error.code };
    throw error;
  }
}

/** Why nothing was taken of a sheet that looks like a score sheet. */
export type SheetDoubt =
  | { readonly kind: "layout"; readonly sheet: string; readonly problem: LayoutProblem }
  /** Scores from 0 to 1. */
  | { readonly kind: "fractions"; readonly sheet: string };

/** What an opened file came to. */
export interface FileContent {
  readonly name: string;
  readonly rows: readonly HistoryRow[];
  /** The first and the last month of the rows. */
  readonly span: readonly [Month, Month] | null;
  readonly faults: readonly HistoryFault[];
  readonly doubts: readonly SheetDoubt[];
  /** Sheets in which no scores were found. */
  readonly others: readonly string[];
  readonly hidden: readonly string[];
  /** A heading or the name of a sheet that names a month without its year: nothing is taken until it is given. */
  readonly yearless: string | null;
  /** A year that the file itself names, for HR to confirm. */
  readonly suggestedYear: number | null;
}

/** The months that the names of a file's sheets give; of the first without a year HR is asked. */
function monthsOf(
  sheets: readonly SheetOfFile[],
  year: number | undefined,
): Map<string, SheetMonth> {
  const named = sheets.flatMap(({ grid: { sheet } }) => {
    const says = findMonthIn(sheet.name);
    return says === undefined || says.kind === "unreadable" ? [] : [{ sheet, says }];
  });
  const months = settleSheetMonths(
    named.map(({ says }) => says),
    year,
  );
  return new Map(
    named.map(({ sheet }, index) => [
      sheet.id,
      { month: months[index] ?? null, text: sheet.name, why: "tab" },
    ]),
  );
}

const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)/u;
const TITLE_ROWS = 5;

function yearIn(file: string, grids: readonly Grid[]): number | null {
  const texts = [
    file,
    ...grids.flatMap(({ sheet, rows }) => [
      sheet.name,
      ...rows.slice(0, TITLE_ROWS).flatMap((row) => row.filter((cell) => typeof cell === "string")),
    ]),
  ];
  for (const text of texts) {
    const year = YEAR.exec(text)?.[1];
    if (year !== undefined) return Number(year);
  }
  return null;
}

/** Fields in which two columns that mean the same would have to be chosen from. */
const TAKEN: ReadonlySet<string> = new Set(["employeeId", "name", "month", "level", "score"]);

function doubtOf({ problems }: SheetLayout): LayoutProblem | undefined {
  return problems.find((problem) => {
    switch (problem.code) {
      case "monthWithoutYear":
      case "unitInDoubt":
        return false;
      case "columnTwice":
        return TAKEN.has(problem.field);
      case "columnMissing":
      case "monthTwice":
      case "monthUnreadable":
      case "monthContradicts":
      case "headerInDoubt":
      case "gradesUnknown":
        return true;
    }
  });
}

/** The first and the last month of rows; null where there are none. */
function spanOf(rows: readonly HistoryRow[]): readonly [Month, Month] | null {
  let span: readonly [Month, Month] | null = null;
  for (const { month } of rows)
    span =
      span === null
        ? [month, month]
        : [month < span[0] ? month : span[0], month > span[1] ? month : span[1]];
  return span;
}

function optionsFor(
  base: LayoutOptions,
  { grid }: SheetOfFile,
  months: ReadonlyMap<string, SheetMonth>,
  file: string,
  year: number | undefined,
): LayoutOptions {
  return { ...base, year, sheetMonth: months.get(grid.sheet.id), file: fileNameIn(file) };
}

/** Reads the scores of an opened file; `year` is that of its first month without one, once HR has given it. */
export async function readFile(
  file: Extract<OpenedFile, { kind: "opened" }>,
  policy: EffectivePolicy,
  year: number | undefined,
  signal: AbortSignal | undefined,
): Promise<FileContent> {
  const { name, sheets, hidden } = file;
  const base = layoutOptionsOf(policy);
  const months = monthsOf(sheets, year);
  const rows: HistoryRow[] = [];
  const faults: HistoryFault[] = [];
  const doubts: SheetDoubt[] = [];
  const others: string[] = [];
  let yearless: string | null = null;
  for (const sheet of sheets) {
    const { grid, merged } = sheet;
    const called = grid.sheet.name;
    const layout = findLayout(grid, optionsFor(base, sheet, months, name, year));
    if (layout.kind === "none") {
      if (grid.rows.length > 0) others.push(called);
      continue;
    }
    const problem = doubtOf(layout);
    if (problem !== undefined) {
      doubts.push({ kind: "layout", sheet: called, problem });
      continue;
    }
    const asks = layout.problems.find(({ code }) => code === "monthWithoutYear");
    if (asks?.code === "monthWithoutYear") {
      yearless ??= asks.heading;
      continue;
    }
    const filled = fillMerged(
      grid,
      layout,
      merged.map((area) => ({
        cell: { sheet: grid.sheet, row: area.row, column: area.column },
        rows: area.rows,
        columns: area.columns,
      })),
    );
    const read = await runInSlices(
      readRecordsInSteps(filled, layout, { limits: base.limits, headings: base.headings }),
      {
        signal,
      },
    );
    const found = await runInSlices(historyRowsOf(read, policy, name), { signal });
    if (found.fractions) {
      doubts.push({ kind: "fractions", sheet: called });
      continue;
    }
    for (const row of found.rows) rows.push(row);
    for (const fault of found.faults) faults.push(fault);
  }
  return {
    name,
    rows,
    span: spanOf(rows),
    faults,
    doubts,
    others,
    hidden,
    yearless,
    suggestedYear: yearIn(
      name,
      sheets.map(({ grid }) => grid),
    ),
  };
}
