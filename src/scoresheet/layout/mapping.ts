import { isBlank } from "../../grid";
import type { Cell, Grid } from "../../grid";
import { HEADER_ROWS, type ResolvedMapping } from "./layoutOptions";
import { headingKey } from "./headings";
import { seenText } from "../cells/readText";
import type { ColumnUse } from "../types";

/** A column that HR has said something of, known by its heading and by those beside it. */
export interface RememberedColumn {
  readonly use: ColumnUse;
  /** As compared; blank where the column has none. */
  readonly heading: string;
  readonly left: string;
  readonly right: string;
  /** Where it stood, from 0. */
  readonly column: number;
}

/** HR's mapping of one sheet: which row is the header, and what some of its columns are. */
export interface RememberedMapping {
  readonly headerRow: number;
  readonly columns: readonly RememberedColumn[];
}

function keyAt(cells: readonly Cell[], index: number): string {
  const cell = cells[index] ?? null;
  return isBlank(cell) ? "" : headingKey(seenText(cell));
}

/** What is to be remembered so that the columns are found again after others were inserted or deleted. */
export function rememberMapping(
  grid: Grid,
  headerRow: number,
  uses: ReadonlyMap<number, ColumnUse>,
): RememberedMapping {
  const cells = grid.rows[headerRow - grid.firstRow] ?? [];
  const columns = [...uses].map(([column, use]) => {
    const index = column - grid.firstColumn;
    return {
      use,
      heading: keyAt(cells, index),
      left: keyAt(cells, index - 1),
      right: keyAt(cells, index + 1),
      column,
    };
  });
  return { headerRow, columns: columns.sort((a, b) => a.column - b.column) };
}

/** The row that has most of the headings; of equals the one nearest to where the header was. */
function findHeaderRow(
  { rows, firstRow }: Grid,
  { headerRow, columns }: RememberedMapping,
): number | null {
  const wanted = new Set(
    columns.flatMap(({ heading, left, right }) => [heading, left, right]).filter(Boolean),
  );
  let best: { readonly index: number; readonly found: number } | null = null;
  for (let index = 0; index < Math.min(HEADER_ROWS.most, rows.length); index += 1) {
    const keys = new Set((rows[index] ?? []).map((_, column) => keyAt(rows[index] ?? [], column)));
    const found = [...wanted].filter((key) => keys.has(key)).length;
    const distance = Math.abs(firstRow + index - headerRow);
    const isNearer =
      best !== null &&
      found === best.found &&
      distance < Math.abs(firstRow + best.index - headerRow);
    if (best === null || found > best.found || isNearer) best = { index, found };
  }
  // A header that has lost most of its headings is another table.
  if (best === null || best.found * 2 < wanted.size) return null;
  return wanted.size === 0 ? headerRow - firstRow : best.index;
}

/** The places that may be the column: those with its heading; without one, those between its neighbours. */
function placesOf(keys: readonly string[], { heading, left, right }: RememberedColumn): number[] {
  const neighbours = (index: number): number =>
    Number((keys[index - 1] ?? "") === left) + Number((keys[index + 1] ?? "") === right);
  const all = keys.flatMap((key, index) => (key === heading ? [index] : []));
  if (heading === "") return all.filter((index) => neighbours(index) === 2);
  const most = Math.max(...all.map(neighbours));
  return all.filter((index) => neighbours(index) === most);
}

/**
 * Where the remembered columns stand now: by heading text, of several with the same text by the headings
 * beside it and by how far the others have moved. A column that is not found is left to be recognised.
 * Undefined where the sheet's header is another one.
 */
export function resolveMapping(
  grid: Grid,
  mapping: RememberedMapping,
): ResolvedMapping | undefined {
  const index = findHeaderRow(grid, mapping);
  if (index === null) return undefined;
  const cells = grid.rows[index] ?? [];
  const keys = cells.map((_, at) => keyAt(cells, at));
  const columns = new Map<number, ColumnUse>();
  const open: { readonly remembered: RememberedColumn; readonly places: readonly number[] }[] = [];
  const shifts: { readonly column: number; readonly shift: number }[] = [];
  const take = (remembered: RememberedColumn, place: number): void => {
    const column = grid.firstColumn + place;
    columns.set(column, remembered.use);
    shifts.push({ column: remembered.column, shift: column - remembered.column });
  };
  for (const remembered of mapping.columns) {
    const places = placesOf(keys, remembered);
    const [only, more] = places;
    if (only !== undefined && more === undefined) take(remembered, only);
    else if (more !== undefined) open.push({ remembered, places });
  }
  for (const { remembered, places } of open) {
    const nearest = shifts.reduce<(typeof shifts)[number] | null>(
      (best, one) =>
        best === null ||
        Math.abs(one.column - remembered.column) < Math.abs(best.column - remembered.column)
          ? one
          : best,
      null,
    );
    const expected = remembered.column + (nearest?.shift ?? 0) - grid.firstColumn;
    const free = places.filter((place) => !columns.has(grid.firstColumn + place));
    const [first, ...others] = free;
    if (first === undefined) continue;
    const place = others.reduce(
      (best, one) => (Math.abs(one - expected) < Math.abs(best - expected) ? one : best),
      first,
    );
    take(remembered, place);
  }
  return { headerRow: grid.firstRow + index, columns };
}
