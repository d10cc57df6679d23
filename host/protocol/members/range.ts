import {
  Bounds,
  MAX_COLUMNS,
  MAX_ROWS,
  boundingArea,
  formatAddress,
  intersection,
  parseArea,
} from "../../core/a1";
import type { Area, CellInput, Sheet } from "../../core/workbook";
import { assertWritable } from "../environment";
import { invalidArgument, itemNotFound, notImplemented } from "../errors";
import { bind, navigation, scalar } from "../objects";
import type { HostObject, ObjectType, Parameters } from "../objects";
import { displayText, interpret, outgoing, valueType } from "../values";
import { clearConditionalFormats, conditionalFormats } from "./conditionalFormats";
import { copyFrom } from "./copy";
import { clearValidation, dataValidation } from "./dataValidation";
import { CLEARED_STYLE, rangeFormat } from "./format";
import { HYPERLINK, clearHyperlinks } from "./hyperlinks";
import { specialCells } from "./specialCells";
import { checkedArea } from "./addresses";
import { range, rangeAreas, worksheet } from "./registry";
import type { RangeTarget } from "./targets";

/** Whole rows and columns are handed out only as far as cells are in use. */
function isUnbounded({ area }: RangeTarget): boolean {
  return area.rows === MAX_ROWS || area.columns === MAX_COLUMNS;
}

/** A matrix over the cells; null where Excel answers null. */
function matrixOf<V>(
  target: RangeTarget,
  read: (sheet: Sheet, row: number, column: number) => V,
): V[][] | null {
  const { area, sheet, env } = target;
  if (isUnbounded(target) || area.rows * area.columns > env.readNullAbove()) return null;
  const lines: V[][] = [];
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    const line: V[] = [];
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      line.push(read(sheet, row, column));
    }
    lines.push(line);
  }
  return lines;
}

const numberFormatOf = (sheet: Sheet, row: number, column: number): string =>
  sheet.style(row, column).numberFormat ?? "General";

const formulaOf = (sheet: Sheet, row: number, column: number): string | number | boolean =>
  sheet.formula(row, column) ?? outgoing(sheet.value(row, column));

const textOf = (sheet: Sheet, row: number, column: number): string =>
  displayText(sheet.value(row, column), sheet.style(row, column).numberFormat ?? "General");

const WRONG_SIZE =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/** Calls back for each cell of a written matrix; null or undefined leave a cell alone. */
function forWritten(
  { area }: RangeTarget,
  value: unknown,
  write: (value: unknown, rowOffset: number, columnOffset: number) => void,
): void {
  const matrix = Array.isArray(value) ? value : null;
  if (
    matrix &&
    (matrix.length !== area.rows ||
      matrix.some((line) => !Array.isArray(line) || line.length !== area.columns))
  ) {
    throw invalidArgument(WRONG_SIZE);
  }
  for (let row = 0; row < area.rows; row += 1) {
    const line: unknown = matrix?.[row];
    for (let column = 0; column < area.columns; column += 1) {
      const single: unknown = Array.isArray(line) ? line[column] : value;
      if (single !== null && single !== undefined) write(single, row, column);
    }
  }
}

function writeCells(target: RangeTarget, value: unknown): void {
  const { area, sheet } = target;
  assertWritable(sheet);
  if (isUnbounded(target)) throw invalidArgument();
  const cells: (CellInput | undefined)[][] = Array.from({ length: area.rows }, () =>
    new Array<CellInput | undefined>(area.columns).fill(undefined),
  );
  forWritten(target, value, (single, rowOffset, columnOffset) => {
    const format = numberFormatOf(sheet, area.row + rowOffset, area.column + columnOffset);
    const line = cells[rowOffset];
    if (line) line[columnOffset] = interpret(single, format);
  });
  sheet.write(area.row, area.column, cells);
}

function writeNumberFormats(target: RangeTarget, value: unknown): void {
  const { area, sheet } = target;
  assertWritable(sheet, "formatCells");
  if (typeof value === "string") {
    sheet.patchStyle(area, { numberFormat: value });
    return;
  }
  forWritten(target, value, (single, rowOffset, columnOffset) => {
    if (typeof single !== "string") throw invalidArgument();
    const cell = {
      row: area.row + rowOffset,
      column: area.column + columnOffset,
      rows: 1,
      columns: 1,
    };
    sheet.patchStyle(cell, { numberFormat: single });
  });
}

/** true or false where all agree, null where they differ. */
function agreed(first: number, count: number, read: (index: number) => boolean): boolean | null {
  const value = read(first);
  for (let index = first + 1; index < first + count; index += 1) {
    if (read(index) !== value) return null;
  }
  return value;
}

const CLEARED = ["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks"];

function clear(target: RangeTarget, parameters: Parameters): void {
  const { env, sheet, area } = target;
  const what = parameters.given(0) ? parameters.text(0) : "All";
  if (!CLEARED.includes(what)) throw notImplemented(`Range.clear(${what})`);
  assertWritable(sheet);
  if (what === "All" || what === "Contents") sheet.clear(area);
  if (what !== "Contents" && what !== "Formats") clearHyperlinks(target);
  if (what !== "All" && what !== "Formats") return;
  const used = sheet.usedArea(false);
  const styled = used && intersection(used, area);
  if (styled) sheet.patchStyle(styled, CLEARED_STYLE);
  clearConditionalFormats({ env, sheet, areas: [area] });
  for (const merged of sheet.mergedAreas()) if (intersection(merged, area)) sheet.unmerge(merged);
  if (what === "All") clearValidation(target);
}

async function shiftCells(
  { env, sheet, area }: RangeTarget,
  direction: string,
  operation: "insert" | "delete",
): Promise<HostObject | null> {
  assertWritable(sheet);
  const wholeRows = area.columns === MAX_COLUMNS;
  const wholeColumns = area.rows === MAX_ROWS;
  if (!wholeRows && !wholeColumns) {
    throw notImplemented(`Range.${operation}(${direction}) of part of a row or column`);
  }
  if (operation === "insert") {
    if (wholeRows) await sheet.insertRows(area.row, area.rows);
    else await sheet.insertColumns(area.column, area.columns);
    return range(env, sheet, area);
  }
  if (wholeRows) await sheet.deleteRows(area.row, area.rows);
  else await sheet.deleteColumns(area.column, area.columns);
  return null;
}

/** A range by its size and offset from this one. */
function relative({ env, sheet, area }: RangeTarget, change: Partial<Area>): HostObject {
  const next = { ...area, ...change };
  return range(env, sheet, checkedArea(next.row, next.column, next.rows, next.columns));
}

/** The other range of a call: a proxy, or an address on the same sheet. */
function otherArea({ sheet }: RangeTarget, parameters: Parameters): Area {
  const object = parameters.object(0);
  if (object?.typeName === "Range") {
    // An object of the type "Range" is always bound to this target.
    const other = object.target as RangeTarget;
    if (other.sheet.id !== sheet.id) throw invalidArgument();
    return other.area;
  }
  const area = parseArea(parameters.text(0));
  if (!area) throw invalidArgument();
  return area;
}

function usedPart(target: RangeTarget, valuesOnly: boolean): HostObject | null {
  const { env, sheet, area } = target;
  const used = sheet.usedArea(valuesOnly);
  const common = used && intersection(used, area);
  if (!common) return null;
  if (!valuesOnly && !isUnbounded(target)) return range(env, sheet, common);
  // Shrinks to the cells in use within this range, as Excel does.
  const bounds = new Bounds();
  for (let row = common.row; row < common.row + common.rows; row += 1) {
    for (let column = common.column; column < common.column + common.columns; column += 1) {
      if (sheet.value(row, column) !== null || sheet.formula(row, column) !== null) {
        bounds.include(row, column);
      }
    }
  }
  const tight = bounds.area();
  return tight ? range(env, sheet, tight) : null;
}

/** Rows of visible cells as the user sees them. */
function visibleView(target: RangeTarget): HostObject {
  const { sheet, area } = target;
  const rows = indices(area.row, area.rows).filter((row) => !sheet.rowHidden(row));
  const columns = indices(area.column, area.columns).filter(
    (column) => !sheet.columnHidden(column),
  );
  return bind(RANGE_VIEW, { ...target, rows, columns });
}

function indices(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}

interface RangeViewTarget extends RangeTarget {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

function viewMatrix<V>(
  { sheet, rows, columns }: RangeViewTarget,
  read: (sheet: Sheet, row: number, column: number) => V,
): V[][] {
  return rows.map((row) => columns.map((column) => read(sheet, row, column)));
}

const valueOf = (sheet: Sheet, row: number, column: number) => outgoing(sheet.value(row, column));
const typeOf = (sheet: Sheet, row: number, column: number) => valueType(sheet.value(row, column));

const RANGE_VIEW: ObjectType<RangeViewTarget> = {
  name: "RangeView",
  properties: {
    values: scalar((target) => viewMatrix(target, valueOf)),
    formulas: scalar((target) => viewMatrix(target, formulaOf)),
    text: scalar((target) => viewMatrix(target, textOf)),
    valueTypes: scalar((target) => viewMatrix(target, typeOf)),
    numberFormat: scalar((target) => viewMatrix(target, numberFormatOf)),
    cellAddresses: scalar((target) =>
      viewMatrix(target, (sheet, row, column) =>
        formatAddress(sheet.name, { row, column, rows: 1, columns: 1 }),
      ),
    ),
    rowCount: scalar(({ rows }) => rows.length),
    columnCount: scalar(({ columns }) => columns.length),
  },
};

export const RANGE: ObjectType<RangeTarget> = {
  name: "Range",
  kept: true,
  properties: {
    values: scalar((target) => matrixOf(target, valueOf), writeCells),
    formulas: scalar((target) => matrixOf(target, formulaOf), writeCells),
    text: scalar((target) => matrixOf(target, textOf)),
    valueTypes: scalar((target) => matrixOf(target, typeOf)),
    numberFormat: scalar((target) => matrixOf(target, numberFormatOf), writeNumberFormats),
    address: scalar(({ sheet, area }) => formatAddress(sheet.name, area)),
    addressLocal: scalar(({ sheet, area }) => formatAddress(sheet.name, area)),
    rowIndex: scalar(({ area }) => area.row),
    columnIndex: scalar(({ area }) => area.column),
    rowCount: scalar(({ area }) => area.rows),
    columnCount: scalar(({ area }) => area.columns),
    cellCount: scalar(({ area }) => {
      const cells = area.rows * area.columns;
      return cells > 2 ** 31 - 1 ? -1 : cells;
    }),
    rowHidden: scalar(
      ({ sheet, area }) => agreed(area.row, area.rows, (row) => sheet.rowHidden(row)),
      ({ sheet, area }, hidden) => {
        assertWritable(sheet, "formatRows");
        sheet.hideRows(area.row, area.rows, hidden === true);
      },
    ),
    columnHidden: scalar(
      ({ sheet, area }) =>
        agreed(area.column, area.columns, (column) => sheet.columnHidden(column)),
      ({ sheet, area }, hidden) => {
        assertWritable(sheet, "formatColumns");
        sheet.hideColumns(area.column, area.columns, hidden === true);
      },
    ),
    hidden: scalar(({ sheet, area }) => {
      const rows = agreed(area.row, area.rows, (row) => sheet.rowHidden(row));
      const columns = agreed(area.column, area.columns, (column) => sheet.columnHidden(column));
      if (rows === true || columns === true) return true;
      return rows === null || columns === null ? null : false;
    }),
    isEntireRow: scalar(({ area }) => area.columns === MAX_COLUMNS),
    isEntireColumn: scalar(({ area }) => area.rows === MAX_ROWS),
    hasSpill: scalar(({ sheet, area }) => {
      const flags = indices(area.row, area.rows).flatMap((row) =>
        indices(area.column, area.columns).map((column) => sheet.spilled(row, column)),
      );
      if (flags.every(Boolean)) return true;
      return flags.some(Boolean) ? null : false;
    }),
    format: navigation((target) => rangeFormat([target])),
    worksheet: navigation(({ env, sheet }) => worksheet(env, sheet)),
    conditionalFormats: navigation(({ env, sheet, area }) =>
      conditionalFormats({ env, sheet, areas: [area] }),
    ),
    dataValidation: navigation((target) => dataValidation(target)),
    hyperlink: HYPERLINK,
  },
  methods: {
    _KeepReference: () => null,
    select: ({ env, sheet, area }) => env.workbook.select(sheet.id, area),
    clear,
    // The client asks before it sends a large matrix in blocks of rows.
    _ValidateArraySize: ({ area }, parameters) => {
      if (parameters.integer(0) !== area.rows || parameters.integer(1) !== area.columns)
        throw invalidArgument(WRONG_SIZE);
    },
    copyFrom,
    getCell: (target, parameters) => {
      const row = target.area.row + parameters.integer(0);
      const column = target.area.column + parameters.integer(1);
      return relative(target, { row, column, rows: 1, columns: 1 });
    },
    getRow: (target, parameters) =>
      relative(target, { row: target.area.row + parameters.integer(0), rows: 1 }),
    getColumn: (target, parameters) =>
      relative(target, { column: target.area.column + parameters.integer(0), columns: 1 }),
    getLastRow: (target) =>
      relative(target, { row: target.area.row + target.area.rows - 1, rows: 1 }),
    getLastColumn: (target) =>
      relative(target, { column: target.area.column + target.area.columns - 1, columns: 1 }),
    getLastCell: ({ env, sheet, area }) =>
      range(env, sheet, {
        row: area.row + area.rows - 1,
        column: area.column + area.columns - 1,
        rows: 1,
        columns: 1,
      }),
    getResizedRange: (target, parameters) =>
      relative(target, {
        rows: target.area.rows + parameters.integer(0),
        columns: target.area.columns + parameters.integer(1),
      }),
    getAbsoluteResizedRange: (target, parameters) =>
      relative(target, { rows: parameters.integer(0), columns: parameters.integer(1) }),
    getOffsetRange: (target, parameters) =>
      relative(target, {
        row: target.area.row + parameters.integer(0),
        column: target.area.column + parameters.integer(1),
      }),
    getEntireRow: (target) => relative(target, { column: 0, columns: MAX_COLUMNS }),
    getEntireColumn: (target) => relative(target, { row: 0, rows: MAX_ROWS }),
    getIntersection: (target, parameters) => {
      const common = intersection(target.area, otherArea(target, parameters));
      if (!common) throw itemNotFound();
      return range(target.env, target.sheet, common);
    },
    getIntersectionOrNullObject: (target, parameters) => {
      const common = intersection(target.area, otherArea(target, parameters));
      return common ? range(target.env, target.sheet, common) : null;
    },
    getBoundingRect: (target, parameters) => {
      const area = boundingArea([target.area, otherArea(target, parameters)]);
      return area ? range(target.env, target.sheet, area) : null;
    },
    getUsedRange: (target, parameters) =>
      usedPart(target, parameters.flag(0)) ?? relative(target, { rows: 1, columns: 1 }),
    getUsedRangeOrNullObject: (target, parameters) => usedPart(target, parameters.flag(0)),
    getMergedAreasOrNullObject: ({ env, sheet, area }) => {
      const merged = sheet
        .mergedAreas()
        .filter((each) => intersection({ ...each, rows: 1, columns: 1 }, area));
      return merged.length > 0 ? rangeAreas({ env, sheet, areas: merged }) : null;
    },
    getSpecialCells: (target, parameters) => {
      const areas = specialCells(target.sheet, [target.area], parameters);
      if (areas.length === 0) throw itemNotFound();
      return rangeAreas({ env: target.env, sheet: target.sheet, areas });
    },
    getSpecialCellsOrNullObject: ({ env, sheet, area }, parameters) => {
      const areas = specialCells(sheet, [area], parameters);
      return areas.length > 0 ? rangeAreas({ env, sheet, areas }) : null;
    },
    getVisibleView: visibleView,
    merge: ({ sheet, area }, parameters) => {
      assertWritable(sheet);
      if (!parameters.flag(0)) sheet.merge(area);
      else for (const row of indices(area.row, area.rows)) sheet.merge({ ...area, row, rows: 1 });
    },
    unmerge: ({ sheet, area }) => {
      assertWritable(sheet);
      sheet.unmerge(area);
    },
    insert: (target, parameters) => shiftCells(target, parameters.text(0), "insert"),
    delete: (target, parameters) => shiftCells(target, parameters.text(0), "delete"),
    calculate: ({ env, sheet }) => env.workbook.calculateSheet(sheet.id),
  },
};
