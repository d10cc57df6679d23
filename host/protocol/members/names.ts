import type { Area, NamedItem, Sheet } from "../../core/workbook";
import { formatAddress } from "../../core/a1";
import type { Environment } from "../environment";
import { RichApiError, invalidArgument, itemNotFound } from "../errors";
import { bind, navigation, scalar } from "../objects";
import type { HostObject, ObjectType, Parameters } from "../objects";
import { namedArea } from "./addresses";
import { range, worksheet } from "./registry";

interface NamesTarget {
  readonly env: Environment;
  /** null for the names of the whole workbook. */
  readonly sheet: Sheet | null;
}

interface NameTarget {
  readonly env: Environment;
  /** As it was when it was found. */
  readonly item: NamedItem;
}

export function names(env: Environment, sheet: Sheet | null): HostObject {
  return bind(NAMED_ITEM_COLLECTION, { env, sheet });
}

function itemsOf({ env, sheet }: NamesTarget): NamedItem[] {
  return env.workbook.names().filter((item) => (item.sheetId ?? null) === (sheet?.id ?? null));
}

function find(target: NamesTarget, key: unknown): HostObject | null {
  const wanted = String(key).toUpperCase();
  const item = itemsOf(target).find(({ name }) => name.toUpperCase() === wanted);
  return item ? bind(NAMED_ITEM, { env: target.env, item }) : null;
}

function found(target: NamesTarget, key: unknown): HostObject {
  const item = find(target, key);
  if (!item) throw itemNotFound();
  return item;
}

function add(target: NamesTarget, formula: string, parameters: Parameters): HostObject {
  const { env, sheet } = target;
  const name = parameters.text(0);
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name)) throw invalidArgument();
  if (find(target, name)) {
    throw new RichApiError(
      "ItemAlreadyExists",
      "A resource with the same name or identifier already exists.",
    );
  }
  env.workbook.setName({
    name,
    formula,
    comment: parameters.given(2) ? parameters.text(2) : "",
    ...(sheet ? { sheetId: sheet.id } : {}),
  });
  return found(target, name);
}

function referenceOf(parameters: Parameters): string {
  const object = parameters.object(1);
  if (object?.typeName !== "Range") return parameters.text(1);
  // An object of the type "Range" is always bound to such a target.
  const { sheet, area } = object.target as { sheet: Sheet; area: Area };
  const address = formatAddress(sheet.name, area);
  const at = address.lastIndexOf("!") + 1;
  return `=${address.slice(0, at)}${address.slice(at).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
}

const NAMED_ITEM_COLLECTION: ObjectType<NamesTarget> = {
  name: "NamedItemCollection",
  items: (target) => itemsOf(target).map((item) => bind(NAMED_ITEM, { env: target.env, item })),
  item: found,
  methods: {
    add: (target, parameters) => {
      const reference = referenceOf(parameters);
      return add(target, reference.startsWith("=") ? reference : `="${reference}"`, parameters);
    },
    addFormulaLocal: (target, parameters) => add(target, parameters.text(1), parameters),
    getCount: (target) => itemsOf(target).length,
    getItem: (target, parameters) => found(target, parameters.at(0)),
    getItemOrNullObject: (target, parameters) => find(target, parameters.at(0)),
  },
};

/** The name as it is now: an earlier call of the same request may have changed it. */
function current({ env, item }: NameTarget): NamedItem {
  const name = item.name.toUpperCase();
  const found = env.workbook
    .names()
    .find((each) => each.name.toUpperCase() === name && each.sheetId === item.sheetId);
  if (!found) throw itemNotFound();
  return found;
}

function change(target: NameTarget, changed: Partial<NamedItem>): void {
  target.env.workbook.setName({ ...current(target), ...changed });
}

const rangeOf = (target: NameTarget): HostObject | null => {
  const found = namedArea(target.env, current(target).formula);
  return found ? range(target.env, found.sheet, found.area) : null;
};

function typeOf(target: NameTarget): string {
  if (rangeOf(target)) return "Range";
  return current(target).formula.includes("#REF!") ? "Error" : "String";
}

const NAMED_ITEM: ObjectType<NameTarget> = {
  name: "NamedItem",
  identity: ({ item }) => ({ _Id: item.name }),
  properties: {
    name: scalar(({ item }) => item.name),
    formula: scalar(
      (target) => current(target).formula,
      (target, value) => {
        if (typeof value !== "string") throw invalidArgument();
        change(target, { formula: value });
      },
    ),
    value: scalar((target) =>
      typeOf(target) === "Error" ? "#REF!" : current(target).formula.replace(/^=/, ""),
    ),
    type: scalar(typeOf),
    comment: scalar(
      (target) => current(target).comment ?? "",
      (target, value) => change(target, { comment: String(value) }),
    ),
    visible: scalar(
      (target) => current(target).visible !== false,
      (target, value) => change(target, { visible: value === true }),
    ),
    scope: scalar(({ item }) => (item.sheetId === undefined ? "Workbook" : "Worksheet")),
    worksheetOrNullObject: navigation(({ env, item }) => {
      const sheet = item.sheetId === undefined ? undefined : env.workbook.sheet(item.sheetId);
      return sheet ? worksheet(env, sheet) : null;
    }),
  },
  methods: {
    delete: ({ env, item }) => env.workbook.deleteName(item.name, item.sheetId),
    getRange: (target) => {
      const object = rangeOf(target);
      if (!object) throw itemNotFound();
      return object;
    },
    getRangeOrNullObject: rangeOf,
  },
};
