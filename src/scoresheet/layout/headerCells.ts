import { monthOf } from "../../units";
import { errorOf, isBlank } from "../../grid";
import type { Cell, Grid } from "../../grid";
import type { HeadingWord } from "./headings";
import { readMonthHeading, readYearHeading, splitMonthHeading } from "./readMonthHeading";
import type { MonthHeading } from "./readMonthHeading";
import { seenText } from "../cells/readText";
import { remembered } from "../cells/remembered";
import { MONTHLY_FIELDS } from "../types";
import type { ColumnUse, MonthlyField, SheetField } from "../types";

/** What a column's heading says, from one header row or from two. */
export interface HeaderCell {
  readonly column: number;
  readonly heading: string;
  readonly word: HeadingWord | null;
  /** The month of the cells below; of a monthly field, or of scores where no field is named. */
  readonly says: MonthHeading | null;
  readonly chosen: ColumnUse | null;
}

export interface HeaderCells {
  readonly cells: readonly HeaderCell[];
  /** Columns whose meaning needs both rows. */
  readonly combined: number;
}

type ReadHeading = (cell: Cell) => HeadingWord | undefined;
type ReadToken = (cell: Cell) => Token;

const monthly: ReadonlySet<SheetField> = new Set<SheetField>(MONTHLY_FIELDS);

export function isMonthly(field: SheetField): field is MonthlyField {
  return monthly.has(field);
}

interface Token {
  readonly word: HeadingWord | null;
  readonly says: MonthHeading | null;
  readonly year: number | null;
}

const NOTHING: Token = { word: null, says: null, year: null };

function tokenOf(cell: Cell, read: ReadHeading): Token {
  if (isBlank(cell)) return NOTHING;
  if (errorOf(cell) !== undefined) return NOTHING;
  const word = read(cell);
  if (word !== undefined) return { ...NOTHING, word };
  const says = readMonthHeading(cell);
  if (says !== undefined) return { ...NOTHING, says };
  const split = splitMonthHeading(cell);
  const rest = split === undefined ? undefined : read(split.rest);
  if (split !== undefined && rest !== undefined && isMonthly(rest.field))
    return { ...NOTHING, word: rest, says: split.says };
  const year = readYearHeading(cell);
  return year === undefined ? NOTHING : { ...NOTHING, year };
}

/** What a cell says as a heading, remembered: rows that are no headings repeat the same scores. */
export function tokenReader(read: ReadHeading): ReadToken {
  return remembered((cell) => tokenOf(cell, read));
}

function withYear(says: MonthHeading | null, year: number | null): MonthHeading | null {
  return says?.kind === "monthNumber" && year !== null
    ? { kind: "month", month: monthOf(year, says.number) }
    : says;
}

/** An error between two months was a month once; behind the last it may be anything. */
function markBrokenMonths(
  cells: readonly HeaderCell[],
  row: readonly Cell[],
  firstColumn: number,
): readonly HeaderCell[] {
  const months = cells.flatMap(({ column, says }) => (says === null ? [] : [column]));
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return cells;
  const broken: HeaderCell[] = [];
  for (let column = first + 1; column < last; column += 1) {
    const cell = row[column - firstColumn] ?? null;
    if (errorOf(cell) === undefined) continue;
    const heading = seenText(cell).trim();
    broken.push({ column, heading, word: null, says: { kind: "unreadable" }, chosen: null });
  }
  return broken.length === 0 ? cells : [...cells, ...broken].sort((a, b) => a.column - b.column);
}

/** The headings of one row, as they stand. */
function fromOneRow(row: readonly Cell[], firstColumn: number, token: ReadToken): HeaderCells {
  const cells = row.flatMap((cell, index): HeaderCell[] => {
    const { word, says } = token(cell);
    if (word === null && says === null) return [];
    const heading = seenText(cell).trim();
    return [{ column: firstColumn + index, heading, word, says, chosen: null }];
  });
  return { cells: markBrokenMonths(cells, row, firstColumn), combined: 0 };
}

/**
 * The headings of two rows: the upper one names a month, a year or a field for the columns below it, as
 * merged cells do; null where the lower row is no header.
 */
function fromTwoRows(
  upper: readonly Cell[],
  lower: readonly Cell[],
  firstColumn: number,
  token: ReadToken,
): HeaderCells | null {
  const cells: HeaderCell[] = [];
  let combined = 0;
  let reaching = 0;
  let group: Token = NOTHING;
  let groupHeading = "";
  for (let index = 0; index < Math.max(upper.length, lower.length); index += 1) {
    const above = upper[index] ?? null;
    const below = lower[index] ?? null;
    const own = token(below);
    if (!isBlank(above)) {
      group = token(above);
      groupHeading = seenText(above).trim();
      const plain = group.word !== null && group.says === null && !isMonthly(group.word.field);
      // Below the heading of a name stands a name: the upper row is the header, the lower one data.
      if (plain && !isBlank(below) && own.word === null) return null;
    }
    if (own.word !== null && !isMonthly(own.word.field)) {
      const heading = seenText(below).trim();
      cells.push({
        column: firstColumn + index,
        heading,
        word: own.word,
        says: null,
        chosen: null,
      });
      continue;
    }
    if (isBlank(below)) {
      // A heading that reaches over both rows.
      if (isBlank(above) || (group.word === null && group.says === null)) continue;
      const { word, says } = group;
      reaching += 1;
      cells.push({ column: firstColumn + index, heading: groupHeading, word, says, chosen: null });
      continue;
    }
    if (own.word === null && own.says === null) continue;
    const fits = group.word === null || isMonthly(group.word.field);
    const word = own.word ?? (fits ? group.word : null);
    const says = withYear(own.says ?? (own.word === null ? null : group.says), group.year);
    if (
      (own.word !== null && own.says === null && group.says !== null) ||
      (own.word === null && own.says !== null && fits && group.word !== null) ||
      (own.says?.kind === "monthNumber" && group.year !== null)
    )
      combined += 1;
    const heading = seenText(below).trim();
    cells.push({ column: firstColumn + index, heading, word, says, chosen: null });
  }
  // Headings that reach down beside others that do not: only both rows together are the header.
  if (reaching > 0 && reaching < cells.length) combined += 1;
  return combined === 0 ? null : { cells: markBrokenMonths(cells, lower, firstColumn), combined };
}

/** What HR has said of columns, in place of what their headings say. */
function applyChoices(
  { cells, combined }: HeaderCells,
  choices: ReadonlyMap<number, ColumnUse>,
  row: readonly Cell[],
  firstColumn: number,
): HeaderCells {
  const others = cells.filter(({ column }) => !choices.has(column));
  const chosen = [...choices].flatMap(([column, use]): HeaderCell[] => {
    const heading = seenText(row[column - firstColumn] ?? null).trim();
    const place = { column, heading, chosen: use };
    switch (use.kind) {
      case "ignored":
        return [];
      case "field":
        return [{ ...place, word: { field: use.field, key: "", rank: -1 }, says: null }];
      case "month":
        return [
          {
            ...place,
            word: { field: use.field, key: "", rank: -1 },
            says: { kind: "month", month: use.month },
          },
        ];
    }
  });
  return { cells: [...others, ...chosen].sort((a, b) => a.column - b.column), combined };
}

/** The ways in which a row, alone or with the one above it, can be read as a header. */
export function headerCellsAt(
  grid: Grid,
  index: number,
  token: ReadToken,
  choices: ReadonlyMap<number, ColumnUse> = new Map(),
): readonly (HeaderCells & { readonly twoRows: boolean })[] {
  const row = grid.rows[index] ?? [];
  const { firstColumn } = grid;
  const ways = [{ ...fromOneRow(row, firstColumn, token), twoRows: false }];
  const above = grid.rows[index - 1];
  const two = above === undefined ? null : fromTwoRows(above, row, firstColumn, token);
  if (two !== null) ways.push({ ...two, twoRows: true });
  return choices.size === 0
    ? ways
    : ways.map((way) => ({ ...way, ...applyChoices(way, choices, row, firstColumn) }));
}
