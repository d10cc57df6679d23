import type { AutoFilter, FilterCriteria } from "../../host";
import { blockAddress, parseBlock, toArea, toBlock } from "./addresses";
import type { SheetWriter } from "./sheetWriter";
import { childOf, childrenOf, type XmlElement } from "../../src/ooxml";
import { isOn, openingTag, textElement } from "./xml";

const OPERATORS = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  greaterThanOrEqual: ">=",
  lessThan: "<",
  lessThanOrEqual: "<=",
} as const;

type Operator = keyof typeof OPERATORS;

function readCriteria(column: XmlElement): FilterCriteria | null {
  const values = childOf(column, "filters");
  if (values) {
    return {
      filterOn: "Values",
      values: childrenOf(values, "filter").map(({ attributes }) => attributes["val"] ?? ""),
    };
  }
  const custom = childOf(column, "customFilters");
  const [first, second] = childrenOf(custom, "customFilter").map(({ attributes }) => {
    const operator = attributes["operator"] ?? "equal";
    // Another word would be none of the format's.
    return `${OPERATORS[operator as Operator] ?? "="}${attributes["val"] ?? ""}`;
  });
  if (first === undefined) return null;
  return {
    filterOn: "Custom",
    criterion1: first,
    ...(second !== undefined && {
      criterion2: second,
      operator: isOn(custom?.attributes["and"]) ? ("And" as const) : ("Or" as const),
    }),
  };
}

/** The filter of a sheet; what its columns are filtered by is read where the host knows it. */
export function readFilter(root: XmlElement): AutoFilter | null {
  const element = childOf(root, "autoFilter");
  const ref = element?.attributes["ref"];
  if (ref === undefined) return null;
  const criteria = new Map(
    childrenOf(element, "filterColumn").flatMap((column): [number, FilterCriteria][] => {
      const read = readCriteria(column);
      return read ? [[Number(column.attributes["colId"] ?? 0), read]] : [];
    }),
  );
  return { area: toArea(parseBlock(ref)), criteria };
}

function criterionXml(criterion: string): string {
  const [, sign = "=", val = ""] = /^(>=|<=|<>|>|<|=)?(.*)$/s.exec(criterion) ?? [];
  // The sign is one of the table, whose keys are its names.
  const operator = (Object.keys(OPERATORS) as Operator[]).find((key) => OPERATORS[key] === sign);
  return textElement("customFilter", {
    operator: operator === "equal" ? undefined : operator,
    val,
  });
}

function criteriaXml(criteria: FilterCriteria): string {
  if (criteria.filterOn === "Values") {
    const values = criteria.values.map((val) => textElement("filter", { val }));
    return `<filters>${values.join("")}</filters>`;
  }
  const { criterion1, criterion2, operator } = criteria;
  const tag = openingTag("customFilters", { and: operator === "And" ? 1 : undefined });
  const second = criterion2 === undefined ? "" : criterionXml(criterion2);
  return `${tag}${criterionXml(criterion1)}${second}</customFilters>`;
}

export function writeFilter(writer: SheetWriter, now: AutoFilter | null): void {
  if (now === null) return writer.replace("autoFilter", "");
  const tag = openingTag("autoFilter", { ref: blockAddress(toBlock(now.area)) });
  const columns = [...now.criteria]
    .sort(([a], [b]) => a - b)
    .map(
      ([place, criteria]) =>
        `${openingTag("filterColumn", { colId: place })}${criteriaXml(criteria)}</filterColumn>`,
    );
  writer.replace("autoFilter", `${tag}${columns.join("")}</autoFilter>`);
}
