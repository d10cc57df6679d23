import { isBlank } from "../../grid";
import type { Cell, Grid } from "../../grid";
import { readText } from "../cells/readText";
import type { SheetField, TableApart } from "../types";
import { UNREAD } from "./columns";
import type { HeaderCell } from "./headerCells";

/** Cells looked at below a heading to see where its table ends. */
const CELLS_LOOKED_AT = 20_000;
const ROWS_LOOKED_AT = 200;
/** A part of a table stands beside so many of its rows; a legend beside fewer. */
const SHARE_BESIDE = 0.6;

/** Columns that hang together: no blank column between them. */
interface Segment {
  readonly first: number;
  readonly last: number;
  readonly cells: readonly HeaderCell[];
}

/** The lines of a header, as indices of the grid's rows. */
interface Lines {
  readonly top: number;
  readonly bottom: number;
}

function rowsBelow({ rows }: Grid, bottom: number, width: number): (readonly Cell[])[] {
  const most = Math.min(ROWS_LOOKED_AT, Math.max(5, Math.floor(CELLS_LOOKED_AT / width)));
  return rows.slice(bottom + 1, bottom + 1 + most);
}

function cellAt(cells: readonly Cell[], column: number, firstColumn: number): Cell {
  return cells[column - firstColumn] ?? null;
}

/** The columns of a header, cut where a column is blank from its headings down. */
function segmentsOf(
  grid: Grid,
  { top, bottom }: Lines,
  cells: readonly HeaderCell[],
  below: readonly (readonly Cell[])[],
): Segment[] {
  const { firstColumn } = grid;
  const lines = grid.rows.slice(top, bottom + 1);
  const width = Math.max(...lines.map((line) => line.length));
  const last = cells.at(-1)?.column ?? firstColumn;
  const isBlankColumn = (column: number): boolean =>
    [...lines, ...below].every((row) => isBlank(cellAt(row, column, firstColumn)));
  const segments: Segment[] = [];
  let start: number | null = null;
  const close = (end: number): void => {
    if (start === null) return;
    const first = start;
    const held = cells.filter(({ column }) => column >= first && column <= end);
    if (held.length > 0) segments.push({ first, last: end, cells: held });
    start = null;
  };
  for (let column = firstColumn; column < firstColumn + width; column += 1) {
    const named = lines.some((line) => !isBlank(cellAt(line, column, firstColumn)));
    if (!named && isBlankColumn(column)) close(column - 1);
    else start ??= column;
    if (start === null && column > last) break;
  }
  close(firstColumn + width - 1);
  return segments;
}

/** Whether a heading leaves a column without one between others: only then a table may end there. */
function hasGap({ rows, firstColumn }: Grid, { top, bottom }: Lines, cells: readonly HeaderCell[]) {
  const first = cells[0]?.column ?? firstColumn;
  const last = cells.at(-1)?.column ?? firstColumn;
  const lines = rows.slice(top, bottom + 1);
  for (let column = first + 1; column < last; column += 1)
    if (lines.every((line) => isBlank(cellAt(line, column, firstColumn)))) return true;
  return false;
}

const WHO: readonly SheetField[] = ["name", "employeeId"];

function fieldsOf({ cells }: Segment): Set<SheetField> {
  return new Set(
    cells.flatMap(({ word, says }) => (word === null || says !== null ? [] : [word.field])),
  );
}

/** The segment whose rows are people: the one that names most, and them. */
function anchorOf(segments: readonly Segment[]): Segment | undefined {
  const weight = (segment: Segment): number => {
    const fields = fieldsOf(segment);
    return segment.cells.length + (WHO.some((field) => fields.has(field)) ? 1_000 : 0);
  };
  return segments.reduce<Segment | undefined>(
    (best, one) => (best === undefined || weight(one) > weight(best) ? one : best),
    undefined,
  );
}

export interface Bounds {
  readonly cells: readonly HeaderCell[];
  readonly apart: readonly TableApart[];
}

function filledRows(segment: Segment, below: readonly (readonly Cell[])[], firstColumn: number) {
  const filled = new Set<number>();
  for (const [index, row] of below.entries())
    for (let column = segment.first; column <= segment.last; column += 1)
      if (!isBlank(cellAt(row, column, firstColumn))) {
        filled.add(index);
        break;
      }
  return filled;
}

/** Whether cells are a list of what there is, each once: a legend of levels. */
function isLegendOfLevels(
  segment: Segment,
  below: readonly (readonly Cell[])[],
  firstColumn: number,
  isLevel: (text: string) => boolean,
): boolean {
  const fields = fieldsOf(segment);
  const column = segment.cells.find(({ word }) => word?.field === "level")?.column;
  if (column === undefined || fields.has("score")) return false;
  const texts = below
    .map((row) => readText(cellAt(row, column, firstColumn)))
    .filter((text) => text !== "");
  return (
    texts.length > 1 && texts.every((text) => isLevel(text)) && new Set(texts).size === texts.length
  );
}

/** Whether columns behind a blank one belong to the table: they stand beside its people and say something new of them. */
function belongs(
  segment: Segment,
  anchor: Segment,
  taken: ReadonlySet<SheetField>,
  grid: Grid,
  below: readonly (readonly Cell[])[],
  isLevel: (text: string) => boolean,
): boolean {
  // What HR has said of a column holds wherever it stands.
  if (segment.cells.some(({ chosen }) => chosen !== null)) return true;
  const fields = fieldsOf(segment);
  if ([...fields].some((field) => taken.has(field) && !UNREAD.has(field))) return false;
  const people = filledRows(anchor, below, grid.firstColumn);
  if (people.size === 0) return true;
  const own = filledRows(segment, below, grid.firstColumn);
  if ([...own].some((row) => !people.has(row))) return false;
  if (isLegendOfLevels(segment, below, grid.firstColumn, isLevel)) return false;
  if (own.size >= people.size * SHARE_BESIDE) return true;
  // Few of the rows: scattered among the people as extras are, or the first few as a legend's are.
  const first = [...people].slice(0, own.size);
  return own.size > 0 && first.some((row) => !own.has(row));
}

/**
 * The columns of a table (rule S1.5): a blank column ends it, unless what stands behind belongs to the same people.
 */
export function tableBounds(
  grid: Grid,
  lines: Lines,
  cells: readonly HeaderCell[],
  isLevel: (text: string) => boolean,
): Bounds {
  if (cells.length < 2 || !hasGap(grid, lines, cells)) return { cells, apart: [] };
  const below = rowsBelow(grid, lines.bottom, grid.rows[lines.bottom]?.length ?? 1);
  const segments = segmentsOf(grid, lines, cells, below);
  const anchor = anchorOf(segments);
  if (anchor === undefined || segments.length < 2) return { cells, apart: [] };
  const taken = fieldsOf(anchor);
  const kept = [anchor];
  const apart: TableApart[] = [];
  for (const segment of segments) {
    if (segment === anchor) continue;
    if (belongs(segment, anchor, taken, grid, below, isLevel)) {
      kept.push(segment);
      for (const field of fieldsOf(segment)) taken.add(field);
    } else {
      apart.push({
        row: grid.firstRow + lines.bottom,
        firstColumn: segment.first,
        lastColumn: segment.last,
        headings: segment.cells.map(({ heading }) => heading),
      });
    }
  }
  const all = kept.flatMap((segment) => segment.cells);
  return { cells: all.sort((a, b) => a.column - b.column), apart };
}
