import { joinChunks, type Area, type Cell, type Grid, type SheetRef } from "../grid";
import { pause, type ReadOptions, type ReadProgress } from "../tasks";
import { ChunkSize } from "./chunkSize";
import { toGatewayError } from "./problems";
import { runExcel } from "./run";
import { readUsedArea } from "./usedArea";

type Property = "values" | "formulas";
type Rows = Cell[][];
/** The library leaves the type of a cell open: a number, a text, a boolean, "" or, when it gave up, null. */
type Answer = Rows | null;

/** Rows within which a sheet's headings stand, with some to spare: enough to tell what sheet it is. */
const HEAD_ROWS = 40;

/** Excel answers nulls instead of an error where a read is too large for it. */
function isAllNull(rows: Answer): rows is null {
  return rows === null || rows.every((row) => row.every((cell) => cell === null));
}

async function requestValues(context: Excel.RequestContext, range: Excel.Range): Promise<Answer> {
  range.load("values");
  await context.sync();
  return range.values as Answer;
}

async function requestFormulas(context: Excel.RequestContext, range: Excel.Range): Promise<Answer> {
  range.load("formulas");
  await context.sync();
  return range.formulas as Answer;
}

/** The rows, or null where Excel says that the answer would be too large. */
async function tryRows(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  area: Area,
  property: Property,
): Promise<Answer> {
  const range = worksheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
  try {
    return await (property === "values"
      ? requestValues(context, range)
      : requestFormulas(context, range));
  } catch (error) {
    if (toGatewayError(error).problem === "tooLarge" && area.rows > 1) return null;
    throw error;
  }
}

interface ChunkOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
}

/** The rows of an area, chunk by chunk, in one round trip each; what is refused is asked for in halves. */
async function* readChunks(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  area: Area,
  property: Property,
  { signal, onProgress }: ChunkOptions,
): AsyncGenerator<Rows, void> {
  const size = new ChunkSize(area.columns);
  // Some builds hand blank cells over as null: then nulls in a single row say that it is blank.
  let nullIsBlank = false;
  let done = 0;
  while (done < area.rows) {
    signal?.throwIfAborted();
    const rows = Math.min(size.rows(), area.rows - done);
    const part = { ...area, row: area.row + done, rows };
    const answer = await tryRows(context, worksheet, part, property);
    if (answer === null || (!nullIsBlank && isAllNull(answer))) {
      if (rows > 1) {
        size.refuse(rows);
        continue;
      }
      nullIsBlank = true;
      size.allow();
    }
    const read = answer ?? [Array.from({ length: area.columns }, () => null)];
    size.weigh(read);
    done += read.length;
    onProgress?.({ rows: done, of: area.rows });
    await pause();
    yield read;
  }
}

const noFormula = (): boolean => false;

/** Different texts of which one copy is kept for all cells that hold them. */
const TEXTS_KEPT = 100_000;

/** The same few names, months and levels stand in thousands of rows, and each cell arrives with a copy of its own. */
function shareTexts(rows: Rows, known: Map<string, string>): void {
  for (const row of rows)
    for (let column = 0; column < row.length; column += 1) {
      const cell = row[column];
      if (typeof cell !== "string" || cell === "") continue;
      const text = known.get(cell);
      if (text !== undefined) row[column] = text;
      else if (known.size < TEXTS_KEPT) known.set(cell, cell);
    }
}

/** The values of a sheet's used range; see Gateway.readSheet. */
export function readSheet(sheet: SheetRef, options: ReadOptions = {}): Promise<Grid | null> {
  return runExcel(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet.id);
    const area = await readUsedArea(context, worksheet);
    if (area === null)
      return { sheet, firstRow: 0, firstColumn: 0, rows: [], isFormula: noFormula };
    // Put together once: one list of a million rows would be copied again and again while it grows.
    const chunks: Rows[] = [];
    const gridSoFar = (): Grid => ({
      sheet,
      firstRow: area.row,
      firstColumn: area.column,
      rows: joinChunks(chunks),
      isFormula: noFormula,
    });
    const texts = new Map<string, string>();
    let asked = options.accept === undefined;
    let read = 0;
    for await (const chunk of readChunks(context, worksheet, area, "values", options)) {
      shareTexts(chunk, texts);
      chunks.push(chunk);
      read += chunk.length;
      if (asked || (read < HEAD_ROWS && read < area.rows)) continue;
      asked = true;
      if (options.accept?.(gridSoFar()) === false) return null;
    }
    return gridSoFar();
  });
}

/** Sets the flags of the formulas among the cells of a chunk, from `index` on; gives the index after them. */
function flagFormulas(rows: Rows, found: Uint8Array, index: number): number {
  let next = index;
  for (const row of rows) {
    // Counted, since iterators over millions of cells make work for the garbage collector.
    for (let column = 0; column < row.length; column += 1) {
      const cell = row[column];
      if (typeof cell === "string" && cell.startsWith("=")) found[next] = 1;
      next += 1;
    }
  }
  return next;
}

/** Of so many cells it is first asked whether there is any formula among them: to read all costs some requests. */
const ASKED_FIRST = 200_000;

/** Whether Excel says that no cell holds a formula; false wherever that is uncertain. */
async function hasNoFormulas(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  area: Area,
): Promise<boolean> {
  try {
    const range = worksheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
    const formulas = range.getSpecialCellsOrNullObject("Formulas");
    // On a protected sheet Excel may find none although there are some.
    const { protection } = worksheet.load("protection/protected");
    await context.sync();
    return formulas.isNullObject && !protection.protected;
  } catch {
    return false;
  }
}

/** Which cells of an area hold formulas; see Gateway.findFormulas. */
export function findFormulas(
  sheet: SheetRef,
  area: Area,
  options: ChunkOptions = {},
): Promise<Grid["isFormula"]> {
  return runExcel(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet.id);
    const cells = area.rows * area.columns;
    if (cells > ASKED_FIRST && (await hasNoFormulas(context, worksheet, area))) return noFormula;
    const found = new Uint8Array(cells);
    let index = 0;
    for await (const chunk of readChunks(context, worksheet, area, "formulas", options))
      index = flagFormulas(chunk, found, index);
    return (row, column) => {
      const down = row - area.row;
      const across = column - area.column;
      if (down < 0 || across < 0 || across >= area.columns) return false;
      return found[down * area.columns + across] === 1;
    };
  });
}
