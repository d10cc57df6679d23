import type { Area, CellRef, SheetRef } from "../grid";
import type { MergedArea, ReadOptions, SheetTable } from "../tasks";
import { rangeOf } from "./rangeOf";
import { runExcel } from "./run";

type Cancellable = Pick<ReadOptions, "signal">;

/** Cells whose texts are asked for in one request. */
const TEXTS_PER_REQUEST = 500;

/** How many of the rows are hidden, counted by a column of visible cells in one request. */
async function countByVisibleCells(sheet: SheetRef, area: Area): Promise<number> {
  return runExcel(async (context) => {
    const column = rangeOf(context.workbook.worksheets.getItem(sheet.id), { ...area, columns: 1 });
    const visible = column.getSpecialCellsOrNullObject("Visible");
    visible.load("cellCount");
    await context.sync();
    return area.rows - (visible.isNullObject ? 0 : visible.cellCount);
  });
}

/** Whether all, none or some (null) of the rows are hidden: which a protected sheet still reveals. */
async function countByRows(sheet: SheetRef, area: Area): Promise<number | null> {
  return runExcel(async (context) => {
    const range = rangeOf(context.workbook.worksheets.getItem(sheet.id), area);
    range.load("rowHidden");
    await context.sync();
    // Null where the rows differ, whatever the types say.
    const hidden: boolean | null = range.rowHidden;
    return hidden === null ? null : hidden ? area.rows : 0;
  });
}

/** How many rows of an area are hidden; see Gateway.countHiddenRows. */
export async function countHiddenRows(sheet: SheetRef, area: Area): Promise<number | null> {
  const rough = await countByRows(sheet, area);
  if (rough !== null) return rough;
  try {
    return await countByVisibleCells(sheet, area);
  } catch {
    return null;
  }
}

/** The tables of a sheet; see Gateway.listTables. */
export function listTables(sheet: SheetRef): Promise<readonly SheetTable[]> {
  return runExcel(async (context) => {
    const { tables } = context.workbook.worksheets.getItem(sheet.id);
    tables.load("items/name");
    await context.sync();
    if (tables.items.length === 0) return [];
    const ranges = tables.items.map((table) => ({
      name: table.name,
      range: table.getRange().load("rowIndex,columnIndex,rowCount,columnCount"),
    }));
    await context.sync();
    return ranges.map(({ name, range }) => ({
      name,
      area: {
        row: range.rowIndex,
        column: range.columnIndex,
        rows: range.rowCount,
        columns: range.columnCount,
      },
    }));
  });
}

/** The merged cells of an area; see Gateway.findMerged. */
export function findMerged(sheet: SheetRef, area: Area): Promise<readonly MergedArea[]> {
  return runExcel(async (context) => {
    if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13")) return [];
    const range = rangeOf(context.workbook.worksheets.getItem(sheet.id), area);
    const merged = range.getMergedAreasOrNullObject();
    merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
    await context.sync();
    if (merged.isNullObject) return [];
    return merged.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
      cell: { sheet, row: rowIndex, column: columnIndex },
      rows: rowCount,
      columns: columnCount,
    }));
  });
}

async function requestTexts(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  cells: readonly CellRef[],
): Promise<readonly string[]> {
  const ranges = cells.map(({ row, column }) => worksheet.getCell(row, column).load("text"));
  await context.sync();
  return ranges.map((range) => range.text[0]?.[0] ?? "");
}

/** Cells of one sheet as Excel shows them; see Gateway.readTexts. */
export function readTexts(
  sheet: SheetRef,
  cells: readonly CellRef[],
  { signal }: Cancellable = {},
): Promise<readonly string[]> {
  return runExcel(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet.id);
    const texts: string[] = [];
    for (let start = 0; start < cells.length; start += TEXTS_PER_REQUEST) {
      signal?.throwIfAborted();
      const part = cells.slice(start, start + TEXTS_PER_REQUEST);
      texts.push(...(await requestTexts(context, worksheet, part)));
    }
    return texts;
  });
}
