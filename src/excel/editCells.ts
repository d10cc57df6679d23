import type { Cell, SheetRef, WrittenCell } from "../grid";
import { GatewayError, type CellEdit, type CellsEdited, type WriteOptions } from "../tasks";
import { cellInput } from "./cellText";
import { rangeOf } from "./rangeOf";
import { runExcel } from "./run";

/** Edits this close in a column are read as one range: some cells more are cheaper than a range more. */
const GAP_ROWS = 16;
/** Cells read in one round trip. */
const CELLS_PER_REQUEST = 30_000;
/** What a run costs to write beside its rows, as so many rows more. */
const ROWS_A_RUN_COSTS = 20;
const WRITTEN_PER_REQUEST = 2_000 * ROWS_A_RUN_COSTS;

/** Edits in one column, from the top. */
interface Run {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly edits: readonly CellEdit[];
}

/** An edit, and what stands in its cell now. */
interface Found {
  readonly edit: CellEdit;
  readonly content: unknown;
  readonly numberFormat: string;
}

/** Edits as runs down their columns, with at most so many rows between two of a run. */
function runsOf(edits: readonly CellEdit[], gap: number): Run[] {
  const sorted = [...edits].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: CellEdit[][] = [];
  for (const edit of sorted) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last?.column === edit.column && edit.row - last.row <= gap)
      run.push(edit);
    else runs.push([edit]);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    const last = run.at(-1);
    if (first === undefined || last === undefined) return [];
    return { row: first.row, column: first.column, rows: last.row - first.row + 1, edits: run };
  });
}

/** Runs in portions whose sizes add up to no more than the limit. */
function portions<T>(all: readonly T[], sizeOf: (one: T) => number, limit: number): T[][] {
  const found: T[][] = [];
  let size = Infinity;
  for (const one of all) {
    size += sizeOf(one);
    if (size > limit) {
      found.push([]);
      size = sizeOf(one);
    }
    found.at(-1)?.push(one);
  }
  return found;
}

async function readRuns(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  runs: readonly Run[],
): Promise<Found[]> {
  const ranges = runs.map((run) => {
    const range = rangeOf(worksheet, { ...run, columns: 1 });
    range.load("formulas,numberFormat");
    return { run, range };
  });
  await context.sync();
  return ranges.flatMap(({ run, range }) =>
    run.edits.map((edit) => {
      const at = edit.row - run.row;
      const content: unknown = range.formulas[at]?.[0];
      return { edit, content, numberFormat: String(range.numberFormat[at]?.[0] ?? "General") };
    }),
  );
}

/** Formulas are compared without the spaces and capitals that Excel may change. */
function comparable(content: unknown): unknown {
  if (content === null || content === undefined) return "";
  return typeof content === "string" && content.startsWith("=")
    ? content.replace(/\s+/gu, "").toUpperCase()
    : content;
}

function holds(content: unknown, expected: Cell): boolean {
  const wanted = typeof expected === "object" && expected !== null ? expected.error : expected;
  return comparable(content) === comparable(wanted);
}

/** What an edit writes, as a later edit would find it. */
function asFound(cell: WrittenCell): Cell {
  if (cell === null) return null;
  if ("number" in cell) return cell.number;
  return "formula" in cell ? cell.formula : cell.text;
}

function asWritten(content: unknown): WrittenCell {
  if (typeof content === "number") return { number: content };
  if (typeof content !== "string" || content === "") return null;
  return content.startsWith("=") ? { formula: content } : { text: content };
}

/** A number in a cell of text would become text again. */
function formatFor({ edit, numberFormat }: Found): string | null {
  if (edit.numberFormat !== null) return edit.numberFormat;
  const isText = edit.after !== null && "text" in edit.after;
  return numberFormat === "@" && !isText && edit.after !== null ? "General" : null;
}

function undoOf(found: Found): CellEdit {
  const { edit, content, numberFormat } = found;
  return {
    row: edit.row,
    column: edit.column,
    before: asFound(edit.after),
    after: asWritten(content),
    numberFormat: formatFor(found) === null ? null : numberFormat,
  };
}

async function writeRuns(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  runs: readonly Run[],
): Promise<void> {
  for (const run of runs) {
    const range = rangeOf(worksheet, { ...run, columns: 1 });
    // Formats first: what a cell makes of a value depends on them. Null leaves a cell's alone.
    if (run.edits.some(({ numberFormat }) => numberFormat !== null))
      range.numberFormat = run.edits.map(({ numberFormat }) => [numberFormat]);
    range.formulas = run.edits.map(({ after }) => [cellInput(after)]);
  }
  await context.sync();
}

async function writeAll(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  edits: readonly CellEdit[],
  { signal, onProgress }: WriteOptions,
): Promise<void> {
  let done = 0;
  for (const portion of portions(
    runsOf(edits, 1),
    ({ rows }) => rows + ROWS_A_RUN_COSTS,
    WRITTEN_PER_REQUEST,
  )) {
    signal?.throwIfAborted();
    await writeRuns(context, worksheet, portion);
    done += portion.reduce((sum, run) => sum + run.edits.length, 0);
    onProgress?.({ rows: done, of: edits.length });
  }
}

/** Puts back what a failed writing has changed; the failure itself is what is reported. */
async function takeBack(sheet: SheetRef, undo: readonly CellEdit[]): Promise<void> {
  await runExcel((context) =>
    writeAll(context, context.workbook.worksheets.getItem(sheet.id), undo, {}),
  ).catch(() => undefined);
}

/** Changes single cells; see Gateway.editCells. */
export async function editCells(
  sheet: SheetRef,
  edits: readonly CellEdit[],
  options: WriteOptions = {},
): Promise<CellsEdited> {
  let undo: CellEdit[] = [];
  let writing = false;
  try {
    return await runExcel(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet.id);
      const { protection } = worksheet;
      protection.load("protected");
      await context.sync();
      if (protection.protected)
        throw new GatewayError({ kind: "protected", sheetName: sheet.name });
      const found: Found[] = [];
      for (const portion of portions(
        runsOf(edits, GAP_ROWS),
        ({ rows }) => rows,
        CELLS_PER_REQUEST,
      )) {
        options.signal?.throwIfAborted();
        found.push(...(await readRuns(context, worksheet, portion)));
      }
      const wanted = found.filter(({ content, edit }) => holds(content, edit.before));
      undo = wanted.map(undoOf);
      writing = true;
      await writeAll(
        context,
        worksheet,
        wanted.map((each) => ({ ...each.edit, numberFormat: formatFor(each) })),
        options,
      );
      const skipped = found.filter(({ content, edit }) => !holds(content, edit.before));
      return { undo, skipped: skipped.map(({ edit }) => edit) };
    });
  } catch (error) {
    if (writing) await takeBack(sheet, undo);
    throw error;
  }
}
