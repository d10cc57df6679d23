import { intersection } from "../../core/a1";
import type { Area, Sheet } from "../../core/workbook";
import { assertWritable } from "../environment";
import { invalidArgument, notImplemented } from "../errors";
import { bind, scalar } from "../objects";
import type { HostObject, ObjectType } from "../objects";
import { interpret, outgoing } from "../values";
import { range } from "./registry";
import { current } from "./tableOf";
import type { TableTarget } from "./targets";

export function rows(target: TableTarget): HostObject {
  return bind(ROWS, target);
}

interface RowTarget extends TableTarget {
  readonly index: number;
}

const countOf = (target: TableTarget): number => current(target).table.area.rows - 1;

function areaOf(target: RowTarget): Area {
  const { area } = current(target).table;
  return { ...area, row: area.row + 1 + target.index, rows: 1 };
}

function rowAt(target: TableTarget, index: number): HostObject {
  if (index < 0 || index >= countOf(target)) throw invalidArgument();
  return bind(ROW, { ...target, index });
}

function asLines(value: unknown, columns: number): readonly (readonly unknown[])[] {
  const lines: unknown[] = Array.isArray(value) ? value : [value];
  return lines.map((line): readonly unknown[] => {
    const cells: readonly unknown[] | null = Array.isArray(line) ? line : null;
    if (cells ? cells.length !== columns : columns !== 1) throw invalidArgument();
    return cells ?? [line];
  });
}

function write(sheet: Sheet, area: Area, lines: readonly (readonly unknown[])[]): void {
  sheet.write(
    area.row,
    area.column,
    lines.map((line, down) =>
      line.map((value, across) =>
        interpret(
          value,
          sheet.style(area.row + down, area.column + across).numberFormat ?? "General",
        ),
      ),
    ),
  );
}

/** Whether whole rows may move for the table's sake: nothing stands beside or below it. */
function standsAlone(sheet: Sheet, area: Area): boolean {
  const used = sheet.usedArea(true);
  if (!used) return true;
  const sides = [
    { ...area, column: 0, columns: area.column },
    { ...area, column: area.column + area.columns, columns: used.column + used.columns },
  ];
  return sides.every((side) => {
    const common = side.columns > 0 ? intersection(side, used) : null;
    return !common || isBlank(sheet, common);
  });
}

function isBlank(sheet: Sheet, area: Area): boolean {
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      if (sheet.value(row, column) !== null || sheet.formula(row, column) !== null) return false;
    }
  }
  return true;
}

async function add(target: TableTarget, index: number | null, value: unknown): Promise<HostObject> {
  const { table, sheet } = current(target);
  assertWritable(sheet);
  const { area } = table;
  const lines = asLines(value ?? [new Array<string>(area.columns).fill("")], area.columns);
  // A table always has a row; a blank one takes the first values.
  const body = { ...area, row: area.row + 1, rows: area.rows - 1 };
  const onlyBlank = body.rows === 1 && isBlank(sheet, body);
  const place = onlyBlank ? 0 : (index ?? countOf(target));
  if (place < 0 || place > countOf(target)) throw invalidArgument();
  const first = { ...area, row: area.row + 1 + place, rows: lines.length };
  const growth = lines.length - (onlyBlank ? 1 : 0);
  const below = { ...area, row: area.row + area.rows, rows: growth };
  const atEnd = place === countOf(target) || onlyBlank;
  if (growth > 0 && !(atEnd && isBlank(sheet, below))) {
    if (!standsAlone(sheet, area)) {
      throw notImplemented("TableRowCollection.add beside other cells that would stay");
    }
    await sheet.insertRows(first.row + (onlyBlank ? 1 : 0), growth);
  }
  const grown = current(target).table.area;
  const rowsNow = area.rows + growth;
  if (grown.rows !== rowsNow) {
    target.env.workbook.changeTable(target.id, { area: { ...area, rows: rowsNow } });
  }
  write(sheet, first, lines);
  return rowAt(target, place);
}

async function remove(target: TableTarget, index: number, count: number): Promise<void> {
  const { table, sheet } = current(target);
  assertWritable(sheet);
  const { area } = table;
  if (index < 0 || count < 1 || index + count > countOf(target)) throw invalidArgument();
  const first = area.row + 1 + index;
  if (count === countOf(target)) {
    // The last row stays, empty.
    sheet.clear({ ...area, row: first, rows: count });
    target.env.workbook.changeTable(target.id, { area: { ...area, rows: 2 } });
    return;
  }
  if (!standsAlone(sheet, area)) {
    throw notImplemented("TableRow.delete beside other cells that would stay");
  }
  await sheet.deleteRows(first, count);
  const left = { ...area, rows: area.rows - count };
  if (current(target).table.area.rows !== left.rows) {
    target.env.workbook.changeTable(target.id, { area: left });
  }
}

const ROWS: ObjectType<TableTarget> = {
  name: "TableRowCollection",
  properties: { count: scalar(countOf) },
  items: (target) => Array.from({ length: countOf(target) }, (_, index) => rowAt(target, index)),
  methods: {
    add: (target, parameters) =>
      add(target, parameters.given(0) ? parameters.integer(0) : null, parameters.at(1)),
    deleteRowsAt: (target, parameters) =>
      remove(target, parameters.integer(0), parameters.integer(1, 1)),
    getCount: countOf,
    getItemAt: (target, parameters) => rowAt(target, parameters.integer(0)),
  },
};

const ROW: ObjectType<RowTarget> = {
  name: "TableRow",
  identity: ({ index }) => ({ _Id: index }),
  properties: {
    index: scalar(({ index }) => index),
    values: scalar(
      (target) => {
        const { sheet } = current(target);
        const { row, column, columns } = areaOf(target);
        return [
          Array.from({ length: columns }, (_, across) =>
            outgoing(sheet.value(row, column + across)),
          ),
        ];
      },
      (target, value) => {
        const { sheet } = current(target);
        assertWritable(sheet);
        const area = areaOf(target);
        write(sheet, area, asLines(value, area.columns));
      },
    ),
  },
  methods: {
    delete: (target) => remove(target, target.index, 1),
    getRange: (target) => range(target.env, current(target).sheet, areaOf(target)),
  },
};
