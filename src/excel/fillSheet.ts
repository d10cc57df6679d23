import {
  formatAddress,
  mergeAddresses,
  type Area,
  type CellStyle,
  type SheetContent,
} from "../grid";
import type { WriteOptions } from "../tasks";
import { cellInput } from "./cellText";
import { rangeOf } from "./rangeOf";

/** The size a request may have, in bytes: far from Excel's limit of 5 MB, and small enough to show progress. */
const REQUEST_BYTES = 1_500_000;
/** Excel cuts address lists off at 8,192 characters silently. */
const ADDRESS_LIMIT = 4_000;
/** Address lists that get their style in one round trip. */
const LISTS_PER_REQUEST = 40;
/** Points of a character of the standard font, and of a cell's margins. */
const POINTS_PER_CHARACTER = 5.25;
const MARGIN_POINTS = 3.75;
/** Of a chart's or a page's whole. */
const ONE_PAGE = 1;

/** The area of the whole content. */
export function contentArea({ rows, columnWidths }: SheetContent): Area {
  return { row: 0, column: 0, rows: rows.length, columns: columnWidths.length };
}

/** How many of the rows from `start` on fit into one request. */
function rowsThatFit(rows: readonly (readonly (string | number)[])[], start: number): number {
  let bytes = 0;
  let count = 0;
  for (let index = start; index < rows.length; index += 1) {
    // A character of Chinese takes three bytes.
    bytes += (rows[index] ?? []).reduce<number>(
      (sum, cell) => sum + String(cell).length * 3 + 3,
      2,
    );
    if (bytes > REQUEST_BYTES && count > 0) break;
    count += 1;
  }
  return count;
}

async function writeRows(
  context: Excel.RequestContext,
  range: Excel.Range,
  rows: (string | number)[][],
): Promise<void> {
  range.formulas = rows;
  await context.sync();
}

async function writeCells(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  content: SheetContent,
  { signal, onProgress }: WriteOptions,
): Promise<void> {
  const rows = content.rows.map((row) => row.map(cellInput));
  for (let start = 0; start < rows.length;) {
    signal?.throwIfAborted();
    const count = rowsThatFit(rows, start);
    const area = { ...contentArea(content), row: start, rows: count };
    await writeRows(context, rangeOf(worksheet, area), rows.slice(start, start + count));
    start += count;
    onProgress?.({ rows: start, of: rows.length });
  }
}

function applyStyle(format: Excel.RangeFormat, style: CellStyle): void {
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.italic !== undefined) format.font.italic = style.italic;
  if (style.size !== undefined) format.font.size = style.size;
  if (style.color !== undefined) format.font.color = style.color;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.align !== undefined) format.horizontalAlignment = style.align;
  if (style.vertical !== undefined) format.verticalAlignment = style.vertical;
  if (style.wrap !== undefined) format.wrapText = style.wrap;
}

/** Single cells far apart share an address list; rectangles have a range of their own. */
function addressLists(areas: readonly Area[]): string[] {
  const cells = areas.filter(({ rows, columns }) => rows === 1 && columns === 1);
  const blocks = areas
    .filter(({ rows, columns }) => rows > 0 && columns > 0 && (rows > 1 || columns > 1))
    .map(({ row, column, rows, columns }) => {
      const last = { row: row + rows - 1, column: column + columns - 1 };
      return `${formatAddress({ row, column })}:${formatAddress(last)}`;
    });
  const lists = mergeAddresses(cells, ADDRESS_LIMIT);
  let list = "";
  for (const block of blocks) {
    if (list !== "" && list.length + 1 + block.length > ADDRESS_LIMIT) {
      lists.push(list);
      list = "";
    }
    list = list === "" ? block : `${list},${block}`;
  }
  return list === "" ? lists : [...lists, list];
}

async function applyStyles(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  lists: readonly { readonly style: CellStyle; readonly addresses: string }[],
): Promise<void> {
  for (const { style, addresses } of lists)
    applyStyle(worksheet.getRanges(addresses).format, style);
  await context.sync();
}

async function writeStyles(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  { styles }: SheetContent,
  { signal }: WriteOptions,
): Promise<void> {
  const lists = styles.flatMap(({ style, areas }) =>
    addressLists(areas).map((addresses) => ({ style, addresses })),
  );
  for (let start = 0; start < lists.length; start += LISTS_PER_REQUEST) {
    signal?.throwIfAborted();
    await applyStyles(context, worksheet, lists.slice(start, start + LISTS_PER_REQUEST));
  }
}

/** Formats of numbers go before the cells, so that a text format is there when the text comes. */
function writeNumberFormats(worksheet: Excel.Worksheet, { styles }: SheetContent): void {
  for (const { style, areas } of styles) {
    const { numberFormat } = style;
    if (numberFormat === undefined) continue;
    for (const area of areas.filter(({ rows }) => rows > 0))
      rangeOf(worksheet, area).numberFormat = Array.from({ length: area.rows }, () =>
        Array.from({ length: area.columns }, () => numberFormat),
      );
  }
}

function setUp(worksheet: Excel.Worksheet, content: SheetContent): void {
  content.columnWidths.forEach((characters, column) => {
    const points = characters * POINTS_PER_CHARACTER + MARGIN_POINTS;
    worksheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = points;
  });
  writeNumberFormats(worksheet, content);
  for (const { area, words } of content.lists)
    rangeOf(worksheet, area).dataValidation.rule = {
      list: { inCellDropDown: true, source: words.join(",") },
    };
  for (const { area, title, text } of content.hints)
    rangeOf(worksheet, area).dataValidation.prompt = { showPrompt: true, title, message: text };
}

/** Writes cells and styles onto a sheet that nobody sees yet. */
export async function fillSheet(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  content: SheetContent,
  options: WriteOptions,
): Promise<void> {
  setUp(worksheet, content);
  await writeCells(context, worksheet, content, options);
  await writeStyles(context, worksheet, content, options);
}

/**
 * What belongs to the sheet rather than to its cells: how it prints, what can be filtered, charts. Rows become
 * as high as their texts ask for: Excel does that by itself only for what is typed.
 */
export function furnishSheet(
  worksheet: Excel.Worksheet,
  content: SheetContent,
  at: { readonly row: number; readonly column: number },
): void {
  const moved = (area: Area): Area => ({
    ...area,
    row: area.row + at.row,
    column: area.column + at.column,
  });
  const { filter, print, charts } = content;
  rangeOf(worksheet, moved(contentArea(content))).format.autofitRows();
  if (filter !== null) worksheet.autoFilter.apply(rangeOf(worksheet, moved(filter)));
  if (print !== null) printSheet(worksheet, print, moved(contentArea(content)), at.row);
  for (const { name, title, type, source, place } of charts) {
    const chart = worksheet.charts.add(
      CHART_TYPES[type],
      rangeOf(worksheet, moved(source)),
      Excel.ChartSeriesBy.columns,
    );
    chart.name = name;
    chart.title.text = title;
    const covered = moved(place);
    chart.setPosition(
      formatAddress(covered),
      formatAddress({
        row: covered.row + covered.rows - 1,
        column: covered.column + covered.columns - 1,
      }),
    );
  }
}

/**
 * What Excel takes of a sheet that is on screen only: frozen rows, and on some how many pages wide it prints. None of
 * it is worth losing the sheet for.
 */
export async function finishView(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  { frozenRows, print }: SheetContent,
): Promise<void> {
  try {
    if (frozenRows > 0) worksheet.freezePanes.freezeRows(frozenRows);
    const { pageLayout } = worksheet;
    if (print !== null) pageLayout.load("zoom");
    await context.sync();
    if (print === null || pageLayout.zoom.horizontalFitToPages === ONE_PAGE) return;
    pageLayout.zoom = { horizontalFitToPages: ONE_PAGE };
    await context.sync();
  } catch {
    // The sheet itself is there, as it was written.
  }
}

const CHART_TYPES = {
  columnStacked: "ColumnStacked",
  columnClustered: "ColumnClustered",
  line: "Line",
} as const;

/** Narrow, so that wide tables stay readable; the footer has the sheet's name and the page's number. */
const MARGINS = { top: 1.2, bottom: 1.5, left: 1, right: 1, header: 0.6, footer: 0.7 };

function printSheet(
  worksheet: Excel.Worksheet,
  { orientation, titleRows, breaksBefore }: NonNullable<SheetContent["print"]>,
  area: Area,
  firstRow: number,
): void {
  const { pageLayout } = worksheet;
  pageLayout.orientation = orientation === "portrait" ? "Portrait" : "Landscape";
  pageLayout.paperSize = Excel.PaperType.a4;
  pageLayout.setPrintMargins("Centimeters", MARGINS);
  pageLayout.headersFooters.defaultForAllPages.leftFooter = "&A";
  pageLayout.headersFooters.defaultForAllPages.rightFooter = "&P / &N";
  // As long as it needs: without a number of pages down.
  pageLayout.zoom = { horizontalFitToPages: ONE_PAGE };
  pageLayout.setPrintArea(rangeOf(worksheet, area));
  if (titleRows !== null)
    pageLayout.setPrintTitleRows(
      `$${firstRow + titleRows.first + 1}:$${firstRow + titleRows.last + 1}`,
    );
  worksheet.horizontalPageBreaks.removePageBreaks();
  for (const row of breaksBefore)
    worksheet.horizontalPageBreaks.add(formatAddress({ row: row + firstRow, column: 0 }));
}
