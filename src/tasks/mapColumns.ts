import type { Cell, Grid, SheetRef } from "../grid";
import { policyFor } from "../policy";
import {
  findLayout,
  MONTHLY_FIELDS,
  rememberMapping,
  type ColumnFound,
  type ColumnUse,
  type SheetLayout,
} from "../scoresheet";
import { GatewayError } from "./gateway";
import { layoutOptionsOf } from "./layoutOptionsOf";
import { layoutOptionsFor, monthsOfSheets } from "./otherSheets";
import {
  changeSheetMemory,
  readSheetMemory,
  rememberedSheet,
  withSheet,
  type StoredMemory,
} from "./sheetMemory";
import type { ValidateOptions } from "./validateSheet";

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

/** Reads the first rows of a sheet, as the product understands them with this row as the header. */
export async function readColumns(
  options: ValidateOptions,
  sheet: SheetRef,
  headerRow: number | null = null,
): Promise<ColumnsRead> {
  const { gateway, policy, today } = options;
  if (policy.kind === "unreadable") throw new GatewayError("notFound");
  const memory = await readSheetMemory(gateway);
  if (memory.kind === "unreadable") throw new GatewayError("memoryUnreadable");
  const { stored } = memory;
  const head = await readHead(options, sheet);
  if (head === null || head.rows.length === 0) throw new GatewayError("notFound", "", sheet.name);
  const base = layoutOptionsOf(policyFor(policy.book, today));
  const tabs = monthsOfSheets(await gateway.listSheets(), stored);
  const known = layoutOptionsFor(head, base, tabs, stored);
  const asked =
    headerRow === null ? known : { ...known, chosen: { headerRow, columns: new Map() } };
  const layout = findLayout(head, asked);
  const found = layout.kind === "none" ? null : layout;
  const row = headerRow ?? found?.headerRow ?? known.chosen?.headerRow ?? head.firstRow;
  const missing = found?.problems.find(({ code }) => code === "monthWithoutYear");
  const { tabYear } = stored;
  const ofTab = tabs.get(sheet.id) !== undefined;
  return {
    sheet,
    head,
    headerRow: row,
    rows: head.rows.slice(0, HEADER_ROWS).map((cells, index) => ({
      row: head.firstRow + index,
      text: cells.map(textOf).filter(Boolean).join(" · ").slice(0, 60),
    })),
    columns: columnsOf(head, row, found),
    yearless: missing?.code === "monthWithoutYear" ? missing.heading : null,
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
