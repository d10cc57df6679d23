import { MAX_COLUMNS, MAX_ROWS, parseArea, splitAddress } from "../../core/a1";
import type { Area, Sheet } from "../../core/workbook";
import {
  accessDenied,
  generalException,
  invalidArgument,
  itemNotFound,
  RichApiError,
} from "../errors";
import { assertStructure } from "../environment";
import type { Environment } from "../environment";
import { bind, navigation, scalar } from "../objects";
import type { HostObject, ObjectType } from "../objects";
import { autoFilter } from "./autoFilter";
import { charts } from "./charts";
import { comments } from "./comments";
import { EVENT, eventMethods } from "./events";
import { names } from "./names";
import { pageBreaks, pageLayout } from "./pageLayout";
import { tables } from "./tables";
import { checkedArea, resolveAddress } from "./addresses";
import { range, rangeAreas, worksheet } from "./registry";
import type { SheetTarget } from "./targets";

/** Excel cuts a list of addresses off after this many characters, silently. */
const MAX_ADDRESS_LIST = 8192;

function rangeOf({ env, sheet }: SheetTarget, address: unknown): HostObject {
  if (address === undefined || address === null) {
    return range(env, sheet, { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS });
  }
  if (typeof address !== "string") throw invalidArgument();
  const { sheetName, local } = splitAddress(address);
  if (sheetName !== null && sheetName !== sheet.name) throw invalidArgument();
  const found = resolveAddress(env, sheet, local);
  return range(env, found.sheet, found.area);
}

function areasOf({ sheet }: SheetTarget, list: string): Area[] {
  const kept = list.slice(0, MAX_ADDRESS_LIST);
  const parts = kept.split(",");
  // What is left of the address in which the list was cut off.
  if (list.length > MAX_ADDRESS_LIST && list[MAX_ADDRESS_LIST] !== ",") parts.pop();
  return parts.map((part) => {
    const { sheetName, local } = splitAddress(part.trim());
    const area = parseArea(local);
    if (!area || (sheetName !== null && sheetName !== sheet.name)) throw invalidArgument();
    return area;
  });
}

function checkedName(env: Environment, name: unknown, own?: Sheet): string {
  if (typeof name !== "string" || name === "" || name.length > 31 || /[\\/?*[\]:]/.test(name)) {
    throw invalidArgument();
  }
  const clash = env.workbook
    .sheets()
    .some((sheet) => sheet.id !== own?.id && sheet.name.toLowerCase() === name.toLowerCase());
  if (clash) {
    throw new RichApiError(
      "ItemAlreadyExists",
      "A resource with the same name or identifier already exists.",
    );
  }
  return name;
}

export const WORKSHEET: ObjectType<SheetTarget> = {
  name: "Worksheet",
  identity: ({ sheet }) => ({ Id: sheet.id }),
  properties: {
    id: scalar(({ sheet }) => sheet.id),
    name: scalar(
      ({ sheet }) => sheet.name,
      ({ env, sheet }, value) => {
        assertStructure(env);
        sheet.name = checkedName(env, value, sheet);
      },
    ),
    position: scalar(
      ({ env, sheet }) => env.workbook.sheets().findIndex(({ id }) => id === sheet.id),
      ({ env, sheet }, value) => {
        assertStructure(env);
        if (typeof value !== "number") throw invalidArgument();
        env.workbook.moveSheet(sheet.id, value);
      },
    ),
    visibility: scalar(
      ({ sheet }) => sheet.visibility,
      ({ env, sheet }, value) => {
        assertStructure(env);
        if (value !== "Visible" && value !== "Hidden" && value !== "VeryHidden") {
          throw invalidArgument();
        }
        sheet.visibility = value;
      },
    ),
    tabColor: scalar(
      ({ sheet }) => sheet.tabColor,
      ({ sheet }, value) => {
        sheet.tabColor = typeof value === "string" ? value : "";
      },
    ),
    showGridlines: scalar(
      ({ sheet }) => sheet.showGridlines,
      ({ sheet }, value) => {
        sheet.showGridlines = value === true;
      },
    ),
    // The client's name for it on the wire.
    gridlines: scalar(
      ({ sheet }) => sheet.showGridlines,
      ({ sheet }, value) => {
        sheet.showGridlines = value === true;
      },
    ),
    tables: navigation(({ env, sheet }) => tables(env, sheet)),
    names: navigation(({ env, sheet }) => names(env, sheet)),
    protection: navigation((target) => bind(PROTECTION, target)),
    freezePanes: navigation((target) => bind(FREEZE_PANES, target)),
    autoFilter: navigation(autoFilter),
    charts: navigation(charts),
    comments: navigation(({ env, sheet }) => comments(env, sheet)),
    horizontalPageBreaks: navigation((target) => pageBreaks(target, "row")),
    verticalPageBreaks: navigation((target) => pageBreaks(target, "column")),
    pageLayout: navigation(pageLayout),
    customProperties: navigation((target) => bind(CUSTOM_PROPERTIES, target)),
  },
  methods: {
    getRange: (target, parameters) => rangeOf(target, parameters.at(0)),
    getRanges: (target, parameters) =>
      rangeAreas({ ...target, areas: areasOf(target, parameters.text(0)) }),
    getCell: ({ env, sheet }, parameters) =>
      range(env, sheet, checkedArea(parameters.integer(0), parameters.integer(1), 1, 1)),
    getRangeByIndexes: ({ env, sheet }, parameters) =>
      range(
        env,
        sheet,
        checkedArea(
          parameters.integer(0),
          parameters.integer(1),
          parameters.integer(2),
          parameters.integer(3),
        ),
      ),
    getUsedRange: ({ env, sheet }, parameters) =>
      range(
        env,
        sheet,
        sheet.usedArea(parameters.flag(0)) ?? { row: 0, column: 0, rows: 1, columns: 1 },
      ),
    getUsedRangeOrNullObject: ({ env, sheet }, parameters) => {
      const used = sheet.usedArea(parameters.flag(0));
      return used ? range(env, sheet, used) : null;
    },
    activate: ({ env, sheet }) => env.workbook.activate(sheet.id),
    delete: ({ env, sheet }) => {
      assertStructure(env);
      const others = env.workbook.sheets().filter(({ id }) => id !== sheet.id);
      if (!others.some(({ visibility }) => visibility === "Visible")) {
        throw new RichApiError("InvalidOperation", "The operation is invalid.");
      }
      env.workbook.deleteSheet(sheet.id);
    },
    calculate: ({ env, sheet }) => env.workbook.calculateSheet(sheet.id),
    ...eventMethods<SheetTarget>(
      {
        Activated: EVENT.sheetActivated,
        Deactivated: EVENT.sheetDeactivated,
        DataChanged: EVENT.dataChanged,
        SelectionChanged: EVENT.selectionChanged,
        Calculated: EVENT.calculated,
      },
      ({ env }) => env,
      ({ sheet }) => sheet.id,
    ),
  },
};

function sheetCollectionItem(env: Environment, key: unknown): HostObject {
  const sheet = findSheet(env, key);
  if (!sheet) throw itemNotFound();
  return worksheet(env, sheet);
}

/** By id or, in any case, by name. */
function findSheet(env: Environment, key: unknown): Sheet | undefined {
  if (typeof key !== "string") return undefined;
  const name = key.toLowerCase();
  return env.workbook
    .sheets()
    .find((sheet) => sheet.id === key || sheet.name.toLowerCase() === name);
}

export function worksheets(env: Environment): HostObject {
  return bind(WORKSHEET_COLLECTION, env);
}

const WORKSHEET_COLLECTION: ObjectType<Environment> = {
  name: "WorksheetCollection",
  items: (env) => env.workbook.sheets().map((sheet) => worksheet(env, sheet)),
  item: sheetCollectionItem,
  methods: {
    getItem: (env, parameters) => sheetCollectionItem(env, parameters.at(0)),
    getItemOrNullObject: (env, parameters) => {
      const sheet = findSheet(env, parameters.at(0));
      return sheet ? worksheet(env, sheet) : null;
    },
    getActiveWorksheet: (env) => worksheet(env, env.workbook.activeSheet()),
    getFirst: (env, parameters) => {
      const sheet = env.workbook
        .sheets()
        .find(({ visibility }) => !parameters.flag(0) || visibility === "Visible");
      if (!sheet) throw itemNotFound();
      return worksheet(env, sheet);
    },
    getCount: (env, parameters) =>
      env.workbook
        .sheets()
        .filter(({ visibility }) => !parameters.flag(0) || visibility === "Visible").length,
    add: (env, parameters) => {
      assertStructure(env);
      const taken = new Set(env.workbook.sheets().map(({ name }) => name));
      let number = taken.size + 1;
      while (taken.has(`Sheet${number}`)) number += 1;
      const name = parameters.given(0) ? checkedName(env, parameters.at(0)) : `Sheet${number}`;
      return worksheet(env, env.workbook.addSheet(name));
    },
    ...eventMethods<Environment>(
      {
        Activated: EVENT.sheetActivated,
        Deactivated: EVENT.sheetDeactivated,
        Added: EVENT.sheetAdded,
        Deleted: EVENT.sheetDeleted,
        DataChanged: EVENT.dataChanged,
        SelectionChanged: EVENT.selectionChanged,
        Calculated: EVENT.calculated,
      },
      (env) => env,
      () => EVENT.wholeWorkbook,
    ),
  },
};

const PROTECTION: ObjectType<SheetTarget> = {
  name: "WorksheetProtection",
  properties: {
    protected: scalar(({ sheet }) => sheet.parts.protection.protected),
    options: scalar(({ sheet }) => sheet.parts.protection.options),
  },
  methods: {
    protect: ({ sheet }, parameters) => {
      const { protection } = sheet.parts;
      if (protection.protected) throw accessDenied();
      const options = parameters.at(0);
      protection.protected = true;
      protection.options = typeof options === "object" && options ? { ...options } : {};
      protection.password = parameters.given(1) ? parameters.text(1) : null;
    },
    unprotect: ({ sheet }, parameters) => {
      const { protection } = sheet.parts;
      if (!protection.protected) throw accessDenied();
      const password = parameters.given(0) ? parameters.text(0) : null;
      if (protection.password !== null && protection.password !== password) throw accessDenied();
      protection.protected = false;
      protection.options = {};
      protection.password = null;
    },
  },
};

const FREEZE_PANES: ObjectType<SheetTarget> = {
  name: "WorksheetFreezePanes",
  methods: {
    freezeRows: ({ env, sheet }, parameters) => {
      if (sheet.visibility !== "Visible" && env.behaves("freezeNeedsVisibleSheet"))
        throw generalException();
      sheet.freeze(parameters.integer(0, 1), sheet.frozen().columns);
    },
    freezeColumns: ({ sheet }, parameters) =>
      sheet.freeze(sheet.frozen().rows, parameters.integer(0, 1)),
    freezeAt: ({ sheet }, parameters) => {
      const area = parseArea(
        splitAddress(
          parameters.object(0) ? addressOfRange(parameters.object(0)) : parameters.text(0),
        ).local,
      );
      if (!area) throw invalidArgument();
      sheet.freeze(
        area.rows === MAX_ROWS ? 0 : area.row + area.rows,
        area.columns === MAX_COLUMNS ? 0 : area.column + area.columns,
      );
    },
    unfreeze: ({ sheet }) => sheet.freeze(0, 0),
    getLocationOrNullObject: ({ env, sheet }) => {
      const { rows, columns } = sheet.frozen();
      if (rows === 0 && columns === 0) return null;
      return range(env, sheet, {
        row: 0,
        column: 0,
        rows: rows === 0 ? MAX_ROWS : rows,
        columns: columns === 0 ? MAX_COLUMNS : columns,
      });
    },
  },
};

function addressOfRange(object: HostObject | null): string {
  const address = object?.typeName === "Range" ? object.read("address") : null;
  if (typeof address !== "string") throw invalidArgument();
  return address;
}

interface PropertyTarget extends SheetTarget {
  readonly key: string;
}

const customProperty = (target: SheetTarget, key: string): HostObject =>
  bind(CUSTOM_PROPERTY, { ...target, key });

function customPropertyItem(target: SheetTarget, key: unknown): HostObject {
  const found = findProperty(target, key);
  if (found === null) throw itemNotFound();
  return customProperty(target, found);
}

function findProperty({ sheet }: SheetTarget, key: unknown): string | null {
  const wanted = String(key).toLowerCase();
  return (
    [...sheet.parts.customProperties.keys()].find((each) => each.toLowerCase() === wanted) ?? null
  );
}

const CUSTOM_PROPERTIES: ObjectType<SheetTarget> = {
  name: "WorksheetCustomPropertyCollection",
  items: (target) =>
    [...target.sheet.parts.customProperties.keys()].map((key) => customProperty(target, key)),
  item: customPropertyItem,
  methods: {
    add: (target, parameters) => {
      const key = findProperty(target, parameters.text(0)) ?? parameters.text(0);
      target.sheet.parts.customProperties.set(key, parameters.text(1));
      return customProperty(target, key);
    },
    getCount: ({ sheet }) => sheet.parts.customProperties.size,
    getItem: (target, parameters) => customPropertyItem(target, parameters.at(0)),
    getItemOrNullObject: (target, parameters) => {
      const key = findProperty(target, parameters.at(0));
      return key === null ? null : customProperty(target, key);
    },
  },
};

const CUSTOM_PROPERTY: ObjectType<PropertyTarget> = {
  name: "WorksheetCustomProperty",
  identity: ({ key }) => ({ _Id: key }),
  properties: {
    key: scalar(({ key }) => key),
    value: scalar(
      ({ sheet, key }) => sheet.parts.customProperties.get(key) ?? "",
      ({ sheet, key }, value) => {
        sheet.parts.customProperties.set(key, String(value));
      },
    ),
  },
  methods: { delete: ({ sheet, key }) => void sheet.parts.customProperties.delete(key) },
};
