import { MAX_COLUMNS, MAX_ROWS, parseArea, splitAddress } from "../../core/a1";
import type { Area, Sheet } from "../../core/workbook";
import type { Environment } from "../environment";
import { invalidArgument } from "../errors";
import type { Parameters } from "../objects";
import type { RangeTarget, SheetTarget } from "./targets";

/** A cell by offset; Excel refuses what lies outside of the sheet. */
export function checkedArea(row: number, column: number, rows: number, columns: number): Area {
  if (
    row < 0 ||
    column < 0 ||
    rows < 1 ||
    columns < 1 ||
    row + rows > MAX_ROWS ||
    column + columns > MAX_COLUMNS
  ) {
    throw invalidArgument();
  }
  return { row, column, rows, columns };
}

/** The range that an address names, with or without its sheet; throws as Excel does. */
export function resolveReference(env: Environment, sheet: Sheet, reference: string): RangeTarget {
  const { sheetName, local } = splitAddress(reference);
  const wanted = sheetName?.toLowerCase();
  const named =
    wanted === undefined
      ? sheet
      : env.workbook.sheets().find(({ name }) => name.toLowerCase() === wanted);
  if (!named) throw invalidArgument();
  return resolveAddress(env, named, local);
}

/** The range that a call names: a proxy, or an address of this sheet. */
export function addressedArea(target: SheetTarget, parameters: Parameters): Area {
  const object = parameters.object(0);
  // An object of the type "Range" is always bound to such a target.
  const found = object
    ? (object.target as RangeTarget)
    : resolveReference(target.env, target.sheet, parameters.text(0));
  if (found.sheet.id !== target.sheet.id) throw invalidArgument();
  return found.area;
}

/** The range that an address names, on this sheet unless it names another; throws as Excel does. */
export function resolveAddress(env: Environment, sheet: Sheet, address: string): RangeTarget {
  const area = parseArea(address);
  if (area) return { env, sheet, area };
  const named = env.workbook
    .names()
    .find(({ name }) => name.toUpperCase() === address.toUpperCase());
  const target = named && namedArea(env, named.formula);
  if (!target) {
    throw invalidArgument();
  }
  return target;
}

/** The cells a reference formula ("=Sheet1!$A$1:$B$2") stands for, null if it is something else. */
export function namedArea(env: Environment, formula: string): RangeTarget | null {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/.exec(formula);
  if (!match) return null;
  const sheetName = match[1]?.replaceAll("''", "'") ?? match[2] ?? "";
  const sheet = env.workbook.sheets().find(({ name }) => name === sheetName);
  const area = parseArea(match[3] ?? "");
  return sheet && area ? { env, sheet, area } : null;
}
