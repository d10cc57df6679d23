import type { FilterCriteria } from "../../core/sheetParts";
import type { Sheet } from "../../core/workbook";
import { assertWritable } from "../environment";
import { invalidArgument, itemNotFound, notImplemented } from "../errors";
import { bind, scalar } from "../objects";
import type { HostObject, ObjectType } from "../objects";
import { displayText } from "../values";
import { addressedArea } from "./addresses";
import { range } from "./registry";
import type { SheetTarget } from "./targets";

export function autoFilter(target: SheetTarget): HostObject {
  return bind(AUTO_FILTER, target);
}

function asCriteria(value: unknown): FilterCriteria {
  if (typeof value !== "object" || value === null) throw invalidArgument();
  const { filterOn, values, criterion1, criterion2, operator } = value as Readonly<
    Record<string, unknown>
  >;
  if (filterOn === "Values" && Array.isArray(values)) {
    const texts = values.filter((each) => typeof each === "string");
    if (texts.length < values.length) throw notImplemented("AutoFilter.apply (dates)");
    return { filterOn, values: texts };
  }
  if (filterOn === "Custom" && typeof criterion1 === "string") {
    return {
      filterOn,
      criterion1,
      ...(typeof criterion2 === "string" && { criterion2 }),
      ...((operator === "And" || operator === "Or") && { operator }),
    };
  }
  throw notImplemented(`AutoFilter.apply(${String(filterOn)})`);
}

const CRITERION = /^(>=|<=|<>|>|<|=)?(.*)$/s;

/** Whether a cell meets ">=80", "<>" or "=王*" ("*" and "?" stand for any characters, for one). */
function meets(sheet: Sheet, row: number, column: number, criterion: string): boolean {
  const [, operator = "=", operand = ""] = CRITERION.exec(criterion) ?? [];
  const value = sheet.value(row, column);
  const limit = Number(operand);
  const numeric = operand.trim() !== "" && Number.isFinite(limit);
  if (operator !== "=" && operator !== "<>") {
    if (!numeric || typeof value !== "number") return false;
    if (operator === ">") return value > limit;
    if (operator === "<") return value < limit;
    return operator === ">=" ? value >= limit : value <= limit;
  }
  const pattern = operand
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  const same =
    numeric && typeof value === "number"
      ? value === limit
      : new RegExp(`^${pattern}$`, "is").test(textOf(sheet, row, column));
  return operator === "=" ? same : !same;
}

const textOf = (sheet: Sheet, row: number, column: number): string =>
  displayText(sheet.value(row, column), sheet.style(row, column).numberFormat ?? "General");

function passes(sheet: Sheet, row: number, column: number, criteria: FilterCriteria): boolean {
  if (criteria.filterOn === "Values") return criteria.values.includes(textOf(sheet, row, column));
  const first = meets(sheet, row, column, criteria.criterion1);
  if (criteria.criterion2 === undefined) return first;
  const second = meets(sheet, row, column, criteria.criterion2);
  return criteria.operator === "Or" ? first || second : first && second;
}

/** Hides the rows that do not pass, and shows all others below the headings. */
function reapply({ sheet }: SheetTarget): void {
  const filter = sheet.parts.autoFilter;
  if (!filter) return;
  const { row: heading, column, rows } = filter.area;
  for (let row = heading + 1; row < heading + rows; row += 1) {
    const shown = [...filter.criteria].every(([place, criteria]) =>
      passes(sheet, row, column + place, criteria),
    );
    if (sheet.rowHidden(row) === shown) sheet.hideRows(row, 1, !shown);
  }
}

function setCriteria(target: SheetTarget, criteria: ReadonlyMap<number, FilterCriteria>): void {
  const { parts } = target.sheet;
  if (!parts.autoFilter) return;
  parts.autoFilter = { ...parts.autoFilter, criteria };
  reapply(target);
}

const rangeOf = ({ env, sheet }: SheetTarget): HostObject | null =>
  sheet.parts.autoFilter ? range(env, sheet, sheet.parts.autoFilter.area) : null;

const AUTO_FILTER: ObjectType<SheetTarget> = {
  name: "AutoFilter",
  properties: {
    enabled: scalar(({ sheet }) => sheet.parts.autoFilter !== null),
    isDataFiltered: scalar(({ sheet }) => (sheet.parts.autoFilter?.criteria.size ?? 0) > 0),
    criteria: scalar(({ sheet }) => {
      const filter = sheet.parts.autoFilter;
      return Array.from(
        { length: filter?.area.columns ?? 0 },
        (_, place) => filter?.criteria.get(place) ?? null,
      );
    }),
  },
  methods: {
    apply: (target, parameters) => {
      const { sheet } = target;
      assertWritable(sheet);
      const area = addressedArea(target, parameters);
      const standing = sheet.parts.autoFilter;
      const same = standing && JSON.stringify(standing.area) === JSON.stringify(area);
      if (standing && !same) setCriteria(target, new Map());
      const criteria = new Map(same ? standing.criteria : []);
      if (parameters.given(1)) {
        const place = parameters.integer(1);
        if (place < 0 || place >= area.columns) throw invalidArgument();
        if (parameters.given(2)) criteria.set(place, asCriteria(parameters.at(2)));
        else criteria.delete(place);
      }
      sheet.parts.autoFilter = { area, criteria };
      reapply(target);
    },
    clearCriteria: (target) => setCriteria(target, new Map()),
    reapply,
    remove: (target) => {
      assertWritable(target.sheet);
      setCriteria(target, new Map());
      target.sheet.parts.autoFilter = null;
    },
    getRange: (target) => {
      const found = rangeOf(target);
      if (!found) throw itemNotFound();
      return found;
    },
    getRangeOrNullObject: rangeOf,
  },
};
