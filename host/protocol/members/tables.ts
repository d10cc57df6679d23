import { parseArea, splitAddress } from "../../core/a1";
import { NEW_TABLE } from "../../core/sheetParts";
import type { TableAppearance } from "../../core/sheetParts";
import type { Area, Sheet, Table } from "../../core/workbook";
import type { Environment } from "../environment";
import { assertWritable } from "../environment";
import { invalidArgument, itemNotFound } from "../errors";
import { bind, navigation, scalar } from "../objects";
import type { HostObject, ObjectType, Parameters, Property } from "../objects";
import { outgoing } from "../values";
import { EVENT, eventMethods } from "./events";
import { rows } from "./tableRows";
import { range, worksheet } from "./registry";
import { current } from "./tableOf";
import type { TableTarget } from "./targets";

interface TablesTarget {
  readonly env: Environment;
  /** null for all tables of the workbook. */
  readonly sheet: Sheet | null;
}

export function tables(env: Environment, sheet: Sheet | null): HostObject {
  return bind(TABLE_COLLECTION, { env, sheet });
}

function tablesOf({ env, sheet }: TablesTarget): Table[] {
  return env.workbook.tables().filter((table) => !sheet || table.sheetId === sheet.id);
}

function find(target: TablesTarget, key: unknown): HostObject | null {
  const wanted = String(key).toLowerCase();
  const table = tablesOf(target).find(
    ({ id, name }) => id === key || name.toLowerCase() === wanted,
  );
  return table ? bind(TABLE, { env: target.env, id: table.id }) : null;
}

function found(target: TablesTarget, key: unknown): HostObject {
  const table = find(target, key);
  if (!table) throw itemNotFound();
  return table;
}

/** The cells a call names: a range, or an address with or without its sheet. */
function addressed(
  { env, sheet }: TablesTarget,
  parameters: Parameters,
): { sheet: Sheet; area: Area } {
  const object = parameters.object(0);
  // An object of the type "Range" is always bound to such a target.
  if (object?.typeName === "Range") return object.target as { sheet: Sheet; area: Area };
  const { sheetName, local } = splitAddress(parameters.text(0));
  const named =
    sheetName === null
      ? (sheet ?? env.workbook.activeSheet())
      : env.workbook.sheets().find(({ name }) => name === sheetName);
  const area = parseArea(local);
  if (!named || !area) throw invalidArgument();
  return { sheet: named, area };
}

const TABLE_COLLECTION: ObjectType<TablesTarget> = {
  name: "TableCollection",
  properties: { count: scalar((target) => tablesOf(target).length) },
  items: (target) => tablesOf(target).map(({ id }) => bind(TABLE, { env: target.env, id })),
  item: found,
  methods: {
    add: (target, parameters) => {
      const { sheet, area } = addressed(target, parameters);
      assertWritable(sheet);
      const taken = new Set(target.env.workbook.tables().map(({ name }) => name));
      let number = taken.size + 1;
      while (taken.has(`Table${number}`)) number += 1;
      if (!parameters.flag(1)) throw invalidArgument("Tables without headings are not emulated.");
      writeHeadings(sheet, area);
      const { id } = target.env.workbook.addTable({
        name: `Table${number}`,
        sheetId: sheet.id,
        area,
        showHeaders: true,
      });
      return bind(TABLE, { env: target.env, id });
    },
    getCount: (target) => tablesOf(target).length,
    getItem: (target, parameters) => found(target, parameters.at(0)),
    getItemAt: (target, parameters) => {
      const table = tablesOf(target)[parameters.integer(0)];
      if (!table) throw invalidArgument();
      return bind(TABLE, { env: target.env, id: table.id });
    },
    getItemOrNullObject: (target, parameters) => find(target, parameters.at(0)),
    ...eventMethods<TablesTarget>(
      { DataChanged: EVENT.tableChanged },
      ({ env }) => env,
      ({ sheet }) => sheet?.id ?? EVENT.wholeWorkbook,
    ),
  },
};

/** Headings are texts that differ: Excel makes them so when it makes a table. */
function writeHeadings(sheet: Sheet, { row, column, columns }: Area): void {
  const taken = new Set<string>();
  for (let index = 0; index < columns; index += 1) {
    const value = sheet.value(row, column + index);
    const word = value === null ? `Column${index + 1}` : String(outgoing(value));
    let text = word;
    for (let number = 2; taken.has(text.toLowerCase()); number += 1) text = `${word}${number}`;
    taken.add(text.toLowerCase());
    if (text !== value) sheet.write(row, column + index, [[{ value: text }]]);
  }
}

const appearanceOf = (target: TableTarget): TableAppearance =>
  current(target).sheet.parts.tableAppearances.get(target.id) ?? NEW_TABLE;

function appearance<K extends keyof TableAppearance>(
  key: K,
  accept: (value: unknown) => TableAppearance[K] | undefined,
): Property<TableTarget> {
  return scalar(
    (target) => appearanceOf(target)[key],
    (target, value) => {
      const accepted = accept(value);
      if (accepted === undefined) throw invalidArgument();
      const { parts } = current(target).sheet;
      parts.tableAppearances.set(target.id, { ...appearanceOf(target), [key]: accepted });
    },
  );
}

const asFlag = (value: unknown): boolean | undefined =>
  typeof value === "boolean" ? value : undefined;

function part(target: TableTarget, change: (area: Area) => Area): HostObject {
  const { table, sheet } = current(target);
  return range(target.env, sheet, change(table.area));
}

const bodyOf = (area: Area): Area => ({
  ...area,
  row: area.row + 1,
  rows: Math.max(area.rows - 1, 1),
});

const TABLE: ObjectType<TableTarget> = {
  name: "Table",
  identity: ({ id }) => ({ Id: id }),
  properties: {
    id: scalar(({ id }) => id),
    name: scalar(
      (target) => current(target).table.name,
      ({ env, id }, value) => {
        if (typeof value !== "string" || !/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(value)) {
          throw invalidArgument();
        }
        env.workbook.changeTable(id, { name: value });
      },
    ),
    showHeaders: scalar((target) => current(target).table.showHeaders),
    showTotals: scalar(() => false),
    style: appearance("style", (value) => (typeof value === "string" ? value : undefined)),
    showBandedRows: appearance("showBandedRows", asFlag),
    showFilterButton: appearance("showFilterButton", asFlag),
    worksheet: navigation((target) => worksheet(target.env, current(target).sheet)),
    columns: navigation((target) => bind(COLUMNS, target)),
    rows: navigation((target) => rows(target)),
  },
  methods: {
    getRange: (target) => part(target, (area) => area),
    getHeaderRowRange: (target) => part(target, (area) => ({ ...area, rows: 1 })),
    getDataBodyRange: (target) => part(target, bodyOf),
    resize: (target, parameters) => {
      const { sheet } = current(target);
      const { area } = addressed({ env: target.env, sheet }, parameters);
      target.env.workbook.changeTable(target.id, { area });
    },
    delete: (target) => {
      const { table, sheet } = current(target);
      assertWritable(sheet);
      target.env.workbook.deleteTable(target.id);
      sheet.clear(table.area);
    },
    convertToRange: (target) => {
      const whole = part(target, (area) => area);
      target.env.workbook.deleteTable(target.id);
      return whole;
    },
    ...eventMethods<TableTarget>(
      { DataChanged: EVENT.tableChanged },
      ({ env }) => env,
      ({ id }) => id,
    ),
  },
};

interface ColumnTarget extends TableTarget {
  readonly index: number;
}

const heading = (target: ColumnTarget): string => {
  const { table, sheet } = current(target);
  const value = sheet.value(table.area.row, table.area.column + target.index);
  return value === null || typeof value === "object" ? "" : String(value);
};

const columnsOf = (target: TableTarget): ColumnTarget[] =>
  Array.from({ length: current(target).table.area.columns }, (_, index) => ({
    ...target,
    index,
  }));

function findColumn(target: TableTarget, key: unknown): HostObject | null {
  const column = columnsOf(target).find((each) =>
    typeof key === "number" ? each.index + 1 === key : heading(each) === key,
  );
  return column ? bind(COLUMN, column) : null;
}

const COLUMNS: ObjectType<TableTarget> = {
  name: "TableColumnCollection",
  properties: { count: scalar((target) => columnsOf(target).length) },
  items: (target) => columnsOf(target).map((column) => bind(COLUMN, column)),
  item: (target, key) => {
    const column = findColumn(target, key);
    if (!column) throw itemNotFound();
    return column;
  },
  methods: {
    getCount: (target) => columnsOf(target).length,
    getItem: (target, parameters) => {
      const column = findColumn(target, parameters.at(0));
      if (!column) throw itemNotFound();
      return column;
    },
    getItemAt: (target, parameters) => {
      const column = columnsOf(target)[parameters.integer(0)];
      if (!column) throw invalidArgument();
      return bind(COLUMN, column);
    },
    getItemOrNullObject: (target, parameters) => findColumn(target, parameters.at(0)),
  },
};

const COLUMN: ObjectType<ColumnTarget> = {
  name: "TableColumn",
  identity: ({ index }) => ({ Id: index + 1 }),
  properties: {
    id: scalar(({ index }) => index + 1),
    index: scalar(({ index }) => index),
    name: scalar(heading, (target, value) => {
      const { table, sheet } = current(target);
      assertWritable(sheet);
      if (typeof value !== "string" || value === "") throw invalidArgument();
      const taken = columnsOf(target).some(
        (each) =>
          each.index !== target.index && heading(each).toLowerCase() === value.toLowerCase(),
      );
      if (taken) throw invalidArgument();
      sheet.write(table.area.row, table.area.column + target.index, [[{ value }]]);
    }),
  },
  methods: {
    getHeaderRowRange: (target) =>
      part(target, (area) => ({
        ...area,
        rows: 1,
        column: area.column + target.index,
        columns: 1,
      })),
    getRange: (target) =>
      part(target, (area) => ({ ...area, column: area.column + target.index, columns: 1 })),
    getDataBodyRange: (target) =>
      part(target, (area) => ({ ...bodyOf(area), column: area.column + target.index, columns: 1 })),
  },
};
