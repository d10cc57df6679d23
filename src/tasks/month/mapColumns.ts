import type { Cell, Grid, SheetRef } from "../../grid";
import { policyFor } from "../../policy";
import {
  findLayout,
  MONTHLY_FIELDS,
  rememberMapping,
  type ColumnFound,
  type ColumnUse,
  type NoLayout,
  type SheetLayout,
} from "../../scoresheet";
import { yearOf, type Month } from "../../units";
import { GatewayError } from "../gateway";
import { layoutOptionsOf } from "./layoutOptionsOf";
import { layoutOptionsFor, monthsOfSheets } from "./otherSheets";
import {
  changeSheetMemory,
  readSheetMemory,
  rememberedSheet,
  withSheet,
  type StoredMemory,
} from "./sheetMemory";
import type { ValidateOptions } from "./readScoreSheet";

/** One column as the product understands it: for HR to correct. */
export interface MappedColumn {
  readonly column: number;
  readonly heading: string;
  /** The first filled cells below the heading. */
  readonly samples: readonly Cell[];
  /** What it is taken for; null where it means nothing to the product. */
  readonly use: ColumnUse | null;
  /** Why; a month heading speaks for itself. */
  readonly why: ColumnFound["why"] | "month" | null;
}

/** The first rows of a sheet and what is made of them. */
export interface ColumnsRead {
  readonly sheet: SheetRef;
  readonly head: Grid;
  readonly headerRow: number;
  /** The rows that can be the header, with what stands in them. */
  readonly rows: readonly { readonly row: number; readonly text: string }[];
  readonly columns: readonly MappedColumn[];
  /** A month heading, or the sheet's name, that names no year; null where none is asked for. */
  readonly yearless: string | null;
  /** The year that was given before. */
  readonly year: number | null;
  /** Where a year is asked for: the one by which no month with anything in it lies ahead, for HR to confirm. */
  readonly suggestedYear: number | null;
}

const HEADER_ROWS = 20;
const SAMPLES = 3;
/** Columns beyond are not laid out: nobody maps so many by hand. */
const COLUMNS = 200;

function textOf(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "object" ? cell.error : String(cell).trim();
}

function usesOf(layout: SheetLayout): ReadonlyMap<number, Pick<MappedColumn, "use" | "why">> {
  const uses = new Map<number, Pick<MappedColumn, "use" | "why">>();
  for (const { field, column, why } of Object.values(layout.columns))
    uses.set(column, { use: { kind: "field", field }, why });
  for (const field of MONTHLY_FIELDS) {
    const months = field === "score" ? layout.months : (layout.blocks[field] ?? []);
    for (const { column, month } of months)
      uses.set(column, { use: { kind: "month", field, month }, why: "month" });
  }
  return uses;
}

function columnsOf(head: Grid, headerRow: number, layout: SheetLayout | null): MappedColumn[] {
  const uses = layout === null ? new Map<number, never>() : usesOf(layout);
  const index = headerRow - head.firstRow;
  const width = Math.min(COLUMNS, head.rows[0]?.length ?? 0);
  return Array.from({ length: width }, (_, at): MappedColumn => {
    const column = head.firstColumn + at;
    const samples = head.rows
      .slice(index + 1)
      .map((cells) => cells[at] ?? null)
      .filter((cell) => textOf(cell) !== "")
      .slice(0, SAMPLES);
    const found = uses.get(column);
    return {
      column,
      heading: textOf(head.rows[index]?.[at] ?? null),
      samples,
      use: found?.use ?? null,
      why: found?.why ?? null,
    };
  }).filter(({ heading, samples }) => heading !== "" || samples.length > 0);
}

/** Years back from the current one that are tried. */
const YEARS = 3;
const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)/u;

/** The latest month of a sheet that holds anything in its first rows. */
function lastFilledMonth({ rows, firstRow, firstColumn }: Grid, layout: SheetLayout): Month | null {
  if (layout.kind === "long") return layout.sheetMonth?.month ?? null;
  const filled = layout.months.filter(({ column }) =>
    rows.some(
      (cells, at) =>
        firstRow + at > layout.headerRow && textOf(cells[column - firstColumn] ?? null) !== "",
    ),
  );
  return filled.at(-1)?.month ?? layout.months[0]?.month ?? null;
}

/** A year that the rows above the headings, or the sheet's name, speak of. */
function yearAbove({ sheet, rows, firstRow }: Grid, headerRow: number): number | null {
  const above = rows.slice(0, Math.max(0, headerRow - firstRow)).flat();
  for (const text of [...above.map(textOf), sheet.name]) {
    const year = YEAR.exec(text)?.[1];
    if (year !== undefined) return Number(year);
  }
  return null;
}

/** The years that can be meant: by them no month with anything in it lies ahead; the likeliest first. */
function suggestYear(
  head: Grid,
  headerRow: number,
  today: Month,
  layoutIn: (year: number) => SheetLayout | NoLayout,
): number | null {
  const years = Array.from({ length: YEARS }, (_, back) => yearOf(today) - back).filter((year) => {
    const layout = layoutIn(year);
    const last = layout.kind === "none" ? null : lastFilledMonth(head, layout);
    return last !== null && last <= today;
  });
  const named = yearAbove(head, headerRow);
  return years.find((year) => year === named) ?? years[0] ?? named;
}

async function readHead(
  { gateway, signal }: ValidateOptions,
  sheet: SheetRef,
): Promise<Grid | null> {
  let head: Grid | null = null;
  const whole = await gateway.readSheet(sheet, {
    signal,
    accept: (first) => {
      head = { ...first, rows: [...first.rows] };
      return false;
    },
  });
  return head ?? whole;
}

/** Whether HR is to be asked how a sheet is meant: headings that do not tell, or columns told by what they hold. */
export function isInDoubt({ problems, columns }: SheetLayout): boolean {
  return problems.length > 0 || Object.values(columns).some(({ why }) => why === "content");
}

/** Reads the first rows of a sheet, as the product understands them with this row as the header. */
export async function readColumns(
  options: ValidateOptions,
  sheet: SheetRef,
  headerRow: number | null = null,
): Promise<ColumnsRead> {
  const { gateway, policy, today } = options;
  if (policy.kind === "unreadable")
    throw new GatewayError({ kind: "policyUnreadable", why: policy.why });
  const memory = await readSheetMemory(gateway);
  if (memory.kind === "unreadable") throw new GatewayError("memoryUnreadable");
  const { stored } = memory;
  const head = await readHead(options, sheet);
  if (head === null || head.rows.length === 0)
    throw new GatewayError({ kind: "noScoreSheet", sheetName: sheet.name, lacks: [] });
  const base = layoutOptionsOf(policyFor(policy.book, today));
  const sheets = await gateway.listSheets();
  const tabs = monthsOfSheets(sheets, stored);
  const known = layoutOptionsFor(head, base, tabs, stored);
  const asked =
    headerRow === null ? known : { ...known, chosen: { headerRow, columns: new Map() } };
  const layout = findLayout(head, asked);
  const found = layout.kind === "none" ? null : layout;
  const row = headerRow ?? found?.headerRow ?? known.chosen?.headerRow ?? head.firstRow;
  const missing = found?.problems.find(({ code }) => code === "monthWithoutYear");
  const { tabYear } = stored;
  const ofTab = tabs.get(sheet.id) !== undefined;
  const yearless = missing?.code === "monthWithoutYear" ? missing.heading : null;
  const layoutIn = (year: number): SheetLayout | NoLayout => {
    const sheetMonths = monthsOfSheets(sheets, { ...stored, tabYear: year });
    const sheetMonth = sheetMonths.get(sheet.id) ?? asked.sheetMonth;
    return findLayout(head, { ...asked, year, sheetMonth });
  };
  const suggestedYear = yearless === null ? null : suggestYear(head, row, today, layoutIn);
  const dated = suggestedYear === null ? null : layoutIn(suggestedYear);
  return {
    sheet,
    head,
    headerRow: row,
    rows: head.rows.slice(0, HEADER_ROWS).map((cells, index) => ({
      row: head.firstRow + index,
      text: cells.map(textOf).filter(Boolean).join(" · ").slice(0, 60),
    })),
    // Months without a year are shown with the one that is suggested.
    columns: columnsOf(head, row, dated === null || dated.kind === "none" ? found : dated),
    yearless,
    suggestedYear,
    year: (ofTab ? tabYear : rememberedSheet(stored, sheet).year) ?? null,
  };
}

/** What HR has said: of the columns that are not what they were taken for, and of the year. */
export interface ColumnChoices {
  readonly headerRow: number;
  readonly uses: ReadonlyMap<number, ColumnUse>;
  readonly year: number | null;
}

/** Remembers HR's mapping of a sheet in the workbook. */
export async function saveColumns(
  { gateway }: Pick<ValidateOptions, "gateway">,
  { sheet, head }: ColumnsRead,
  { headerRow, uses, year }: ColumnChoices,
): Promise<void> {
  const sheets = await gateway.listSheets();
  await changeSheetMemory(gateway, (stored) => {
    const isTab = monthsOfSheets(sheets, stored).has(sheet.id);
    const before = rememberedSheet(stored, sheet);
    const kept = new Map<number, ColumnUse>();
    for (const { column, use } of before.mapping?.columns ?? []) kept.set(column, use);
    for (const [column, use] of uses) kept.set(column, use);
    const next: StoredMemory = withSheet(stored, sheet, {
      year: isTab ? (before.year ?? null) : (year ?? before.year ?? null),
      mapping: rememberMapping(
        head,
        headerRow,
        before.mapping?.headerRow === headerRow ? kept : uses,
      ),
    });
    return isTab && year !== null ? { ...next, tabYear: year } : next;
  });
}

/** Forgets what HR has said of a sheet's columns and year: it is recognised anew. */
export async function forgetColumns(
  { gateway }: Pick<ValidateOptions, "gateway">,
  sheet: SheetRef,
): Promise<void> {
  await changeSheetMemory(gateway, (stored) =>
    withSheet(stored, sheet, { year: null, mapping: null }),
  );
}
