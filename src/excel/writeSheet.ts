import {
  formatAbsoluteArea,
  quoteSheetName,
  type Area,
  type SheetContent,
  type SheetTag,
} from "../grid";
import { GatewayError, type WriteOptions, type WrittenSheet } from "../tasks";
import { contentArea, fillSheet, finishView, furnishSheet } from "./fillSheet";
import { rangeOf } from "./rangeOf";
import { runExcel } from "./run";
import { nameOfTag, tagOfNames, UNFINISHED } from "./sheetTags";

/** Excel's longest name of a sheet. */
const NAME_LIMIT = 31;

interface Standing {
  readonly worksheet: Excel.Worksheet;
  readonly names: ReadonlyMap<string, Excel.NamedItem>;
}

async function findSheets(context: Excel.RequestContext): Promise<Standing[]> {
  const { worksheets, protection } = context.workbook;
  worksheets.load("items/id,items/name,items/names/items/name");
  protection.load("protected");
  await context.sync();
  if (protection.protected) throw new GatewayError("structureProtected");
  return worksheets.items.map((worksheet) => ({
    worksheet,
    names: new Map(worksheet.names.items.map((item) => [item.name, item])),
  }));
}

/** The name with a number behind it: "结果 (2)". */
function numberedName(name: string, number: number): string {
  const suffix = number === 1 ? "" : ` (${number})`;
  return `${name.slice(0, NAME_LIMIT - suffix.length)}${suffix}`;
}

function freeName(wanted: string, sheets: readonly Standing[]): string {
  const taken = new Set(sheets.map(({ worksheet }) => worksheet.name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = numberedName(wanted, number);
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** Our earlier sheet of this content: one of ours under the wanted name, or that name with a number. */
function findEarlier(content: SheetContent, sheets: readonly Standing[]): Standing | undefined {
  const { tag, name } = content;
  if (tag === null) return undefined;
  const numbers = Array.from({ length: sheets.length }, (_, index) => index + 1);
  const wanted = new Set(numbers.map((number) => numberedName(name, number)));
  return sheets.find(
    ({ worksheet, names }) => tagOfNames([...names.keys()]) !== null && wanted.has(worksheet.name),
  );
}

interface Earlier {
  readonly worksheet: Excel.Worksheet;
  readonly tagged: Excel.NamedItem;
  readonly tag: SheetTag | null;
  /** The cells written before. */
  readonly written: Area;
  /** The cells that hold anything, HR's own notes too. */
  readonly used: Area;
  readonly charts: readonly Excel.Chart[];
}

/** Where our earlier cells are now; undefined where HR has deleted them. */
async function readEarlier(
  context: Excel.RequestContext,
  { worksheet, names }: Standing,
  content: SheetContent,
): Promise<Earlier | undefined> {
  const tag = tagOfNames([...names.keys()]);
  const tagged = tag === null ? undefined : names.get(nameOfTag(tag));
  if (tagged === undefined) return undefined;
  const range = tagged.getRangeOrNullObject();
  const used = worksheet.getUsedRangeOrNullObject(true);
  for (const each of [range, used]) each.load("rowIndex,columnIndex,rowCount,columnCount");
  worksheet.protection.load("protected");
  const ours = new Set(content.charts.map(({ name }) => name));
  if (ours.size > 0) worksheet.charts.load("items/name");
  await context.sync();
  if (worksheet.protection.protected)
    throw new GatewayError({ kind: "protected", sheetName: worksheet.name });
  if (range.isNullObject) return undefined;
  const written = areaOfRange(range);
  return {
    worksheet,
    tagged,
    tag,
    written,
    used: used.isNullObject ? written : areaOfRange(used),
    charts: ours.size > 0 ? worksheet.charts.items.filter(({ name }) => ours.has(name)) : [],
  };
}

function areaOfRange(range: Excel.Range): Area {
  return {
    row: range.rowIndex,
    column: range.columnIndex,
    rows: range.rowCount,
    columns: range.columnCount,
  };
}

/** What HR has written below or beside our cells moves on, so that more of them have room. */
function makeRoom({ worksheet, written, used }: Earlier, next: Area): void {
  const below = written.row + written.rows;
  const right = written.column + written.columns;
  const more = next.rows - written.rows;
  const wider = next.columns - written.columns;
  if (more > 0 && used.row + used.rows > below)
    worksheet.getRangeByIndexes(below, 0, more, 1).getEntireRow().insert("Down");
  if (wider > 0 && used.column + used.columns > right)
    worksheet.getRangeByIndexes(0, right, 1, wider).getEntireColumn().insert("Right");
}

/**
 * The prepared cells take the place of those that were written before: all of them in one action of one
 * request, the blank ones too, so that a failure leaves either the old ones or the new.
 */
async function replace(
  context: Excel.RequestContext,
  earlier: Earlier,
  staging: Excel.Worksheet,
  content: SheetContent,
  shows: boolean,
): Promise<void> {
  const { worksheet, tagged, tag, written, charts } = earlier;
  const prepared = contentArea(content);
  const next = { ...prepared, row: written.row, column: written.column };
  const both = {
    rows: Math.max(written.rows, next.rows),
    columns: Math.max(written.columns, next.columns),
  };
  makeRoom(earlier, next);
  tagged.formula = referenceTo(worksheet, { ...next, ...both });
  rangeOf(worksheet, { ...next, ...both }).copyFrom(rangeOf(staging, { ...prepared, ...both }));
  tagged.formula = referenceTo(worksheet, next);
  if (tag !== content.tag) {
    addTag(worksheet, content, next);
    tagged.delete();
  }
  for (const chart of charts) chart.delete();
  furnishSheet(worksheet, content, next);
  staging.delete();
  if (shows) worksheet.activate();
  await context.sync();
}

/** "='结果'!$A$1:$B$2". */
function referenceTo({ name }: Excel.Worksheet, area: Area): string {
  return `=${quoteSheetName(name)}!${formatAbsoluteArea(area)}`;
}

function addTag(worksheet: Excel.Worksheet, { tag }: SheetContent, area: Area): void {
  if (tag === null) return;
  worksheet.names.add(nameOfTag(tag), rangeOf(worksheet, area)).visible = false;
}

/** The prepared sheet becomes visible under its name; all in one request. */
async function show(
  context: Excel.RequestContext,
  staging: Excel.Worksheet,
  content: SheetContent,
  name: string,
  shows: boolean,
): Promise<void> {
  staging.name = name;
  staging.names.getItem(UNFINISHED).delete();
  addTag(staging, content, contentArea(content));
  furnishSheet(staging, content, { row: 0, column: 0 });
  if (content.table !== null) {
    const table = staging.tables.add(rangeOf(staging, content.table.area), true);
    table.name = content.table.name;
  }
  staging.visibility = Excel.SheetVisibility.visible;
  if (shows) staging.activate();
  await context.sync();
}

/** Removes what was prepared; the failure itself is what is reported. */
async function takeBack(staged: string): Promise<void> {
  await runExcel(async (context) => {
    const staging = context.workbook.worksheets.getItemOrNullObject(staged);
    staging.load("id");
    await context.sync();
    if (staging.isNullObject) return;
    staging.delete();
    await context.sync();
  }).catch(() => undefined);
}

/**
 * Writes or refreshes a sheet; see Gateway.writeSheet. Everything is prepared on a hidden sheet of its own and
 * takes its place in one last request, so that nobody ever sees half of it.
 */
export async function writeSheet(
  content: SheetContent,
  options: WriteOptions = {},
): Promise<WrittenSheet> {
  // The name, and once it is known the id, which stays when the name changes.
  let staged: string | null = null;
  const { show: shows = true } = options;
  try {
    return await runExcel(async (context) => {
      const sheets = await findSheets(context);
      const found = findEarlier(content, sheets);
      const earlier = found === undefined ? undefined : await readEarlier(context, found, content);
      for (const { worksheet, names } of sheets) if (names.has(UNFINISHED)) worksheet.delete();
      // Named beforehand: if the answer is lost, it can still be found and removed.
      const prepared = freeName(`${UNFINISHED} ${content.name}`, sheets);
      staged = prepared;
      const staging = context.workbook.worksheets.add(prepared);
      staging.visibility = Excel.SheetVisibility.hidden;
      staging.names.add(UNFINISHED, rangeOf(staging, contentArea(content))).visible = false;
      staging.load("id");
      await context.sync();
      staged = staging.id;
      await fillSheet(context, staging, content, options);
      if (earlier !== undefined) {
        const { worksheet } = earlier;
        await replace(context, earlier, staging, content, shows);
        await finishView(context, worksheet, { ...content, frozenRows: 0 });
        return { sheet: { id: worksheet.id, name: worksheet.name }, refreshed: true };
      }
      const name = freeName(content.name, sheets);
      await show(context, staging, content, name, shows);
      await finishView(context, staging, content);
      return { sheet: { id: staging.id, name }, refreshed: false };
    });
  } catch (error) {
    if (staged !== null) await takeBack(staged);
    throw error;
  }
}
