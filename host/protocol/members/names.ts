import type { Area, NamedItem, Sheet } from "../../core/workbook";
import { formatAddress } from "../../core/a1";
import type { Environment } from "../environment";
import { RichApiError, invalidArgument, itemNotFound } from "../errors";
import { bind, navigation, scalar } from "../objects";
import type { HostObject, ObjectType, Parameters } from "../objects";
import { namedArea, range } from "./range";
import { worksheet } from "./worksheet";

interface NamesTarget {
  readonly env: Environment;
  /** null for the names of the whole workbook. */
  readonly sheet: Sheet | null;
}

interface NameTarget {
  readonly env: Environment;
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

const rangeOf = ({ env, item }: NameTarget): HostObject | null => {
  const target = namedArea(env, item.formula);
  return target ? range(env, target.sheet, target.area) : null;
};

const NAMED_ITEM: ObjectType<NameTarget> = {
  name: "NamedItem",
  identity: ({ item }) => ({ _Id: item.name }),
  properties: {
    name: scalar(({ item }) => item.name),
    formula: scalar(
      ({ item }) => item.formula,
      ({ env, item }, value) => {
        if (typeof value !== "string") throw invalidArgument();
        env.workbook.setName({ ...item, formula: value });
      },
    ),
    value: scalar(({ item }) => item.formula.replace(/^=/, "")),
    type: scalar((target) => (rangeOf(target) ? "Range" : "String")),
    comment: scalar(
      ({ item }) => item.comment ?? "",
      ({ env, item }, value) => env.workbook.setName({ ...item, comment: String(value) }),
    ),
    visible: scalar(
      ({ item }) => item.visible !== false,
      ({ env, item }, value) => env.workbook.setName({ ...item, visible: value === true }),
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
