import type { IStyleBase } from "@univerjs/core";
import { blockAddress, cellAddress, parseBlocks, type CellBlock } from "./addresses";
import { readColor, toArgb } from "./colors";
import { fromFileFormula, toFileFormula } from "./formulaText";
import {
  childOf,
  childrenOf,
  escapeXml,
  prefixOf,
  type Edit,
  type XmlElement,
} from "../../src/ooxml";
import { changePrefix, insertInSequence, isOn, openingTag, textElement } from "./xml";
import type { StyleWriter, Styles } from "./styles";

/** What a rule looks at, in the words of the grid's conditional formats. */
export type Condition =
  | { readonly subType: "formula"; readonly value: string }
  | {
      readonly subType: "number";
      readonly operator: NumberOperator;
      readonly value: number | readonly [number, number];
    }
  | { readonly subType: "text"; readonly operator: string; readonly value?: string }
  | { readonly subType: "duplicateValues" }
  | { readonly subType: "uniqueValues" }
  | {
      readonly subType: "rank";
      readonly isBottom: boolean;
      readonly isPercent: boolean;
      readonly value: number;
    }
  | { readonly subType: "average"; readonly operator: NumberOperator }
  | { readonly subType: "timePeriod"; readonly operator: string };

export type NumberOperator =
  | "greaterThan"
  | "greaterThanOrEqual"
  | "lessThan"
  | "lessThanOrEqual"
  | "notBetween"
  | "between"
  | "equal"
  | "notEqual";

interface Limit {
  readonly type: string;
  readonly value?: number | string;
}

export type FormatRule =
  | ({ readonly type: "highlightCell"; readonly style: IStyleBase } & Condition)
  | {
      readonly type: "colorScale";
      readonly config: readonly { index: number; color: string; value: Limit }[];
    }
  | {
      readonly type: "dataBar";
      readonly isShowValue: boolean;
      readonly config: {
        min: Limit;
        max: Limit;
        isGradient: boolean;
        positiveColor: string;
        nativeColor: string;
      };
    }
  | { readonly type: "iconSet" };

/** A conditional format of the grid; the first of a sheet's list has the highest priority. */
export interface ConditionalFormat {
  readonly cfId: string;
  readonly ranges: readonly CellBlock[];
  readonly stopIfTrue: boolean;
  readonly rule: FormatRule;
}

interface FileRule {
  readonly holder: XmlElement;
  readonly element: XmlElement;
  readonly priority: number;
  /** Undefined where the grid has no such rule; the file keeps it. */
  readonly format: ConditionalFormat | undefined;
}

const SIGNS: Readonly<Record<string, string>> = {
  greaterThan: ">",
  greaterThanOrEqual: ">=",
  lessThan: "<",
  lessThanOrEqual: "<=",
  equal: "=",
  notEqual: "<>",
};

const isNumberOperator = (name: string): name is NumberOperator =>
  name in SIGNS || name === "between" || name === "notBetween";

function readCellIs(
  rule: XmlElement,
  formulas: readonly string[],
  first: string,
): Condition | undefined {
  const operator = rule.attributes["operator"] ?? "";
  const [low = "", high = ""] = formulas;
  if (!isNumberOperator(operator)) return undefined;
  const numbers = formulas.map(Number);
  const [lowNumber = NaN, highNumber = NaN] = numbers;
  const span = operator === "between" || operator === "notBetween";
  if (formulas.every((formula) => formula.trim() !== "") && !numbers.some(Number.isNaN)) {
    return { subType: "number", operator, value: span ? [lowNumber, highNumber] : lowNumber };
  }
  if (span) {
    const inside = `AND(${first}>=(${low}),${first}<=(${high}))`;
    const value = fromFileFormula(operator === "between" ? inside : `NOT(${inside})`);
    return { subType: "formula", value };
  }
  const value = fromFileFormula(`${first}${SIGNS[operator] ?? "="}(${low})`);
  return { subType: "formula", value };
}

function readCondition(rule: XmlElement, ranges: readonly CellBlock[]): Condition | undefined {
  const { type = "", text = "", rank, bottom, percent } = rule.attributes;
  const formulas = childrenOf(rule, "formula").map((formula) => formula.text);
  const corner = ranges[0];
  const first = corner === undefined ? "A1" : cellAddress(corner.startRow, corner.startColumn);
  switch (type) {
    case "expression":
      return { subType: "formula", value: fromFileFormula(formulas[0] ?? "FALSE") };
    case "cellIs":
      return readCellIs(rule, formulas, first);
    case "containsText":
    case "notContainsText":
    case "beginsWith":
    case "endsWith":
      return { subType: "text", operator: type, value: text };
    case "containsBlanks":
    case "notContainsBlanks":
    case "containsErrors":
    case "notContainsErrors":
      return { subType: "text", operator: type };
    case "duplicateValues":
    case "uniqueValues":
      return { subType: type };
    case "top10":
      return {
        subType: "rank",
        isBottom: isOn(bottom),
        isPercent: isOn(percent),
        value: Number(rank ?? 10),
      };
    case "aboveAverage": {
      if (rule.attributes["stdDev"] !== undefined) return undefined;
      const below = rule.attributes["aboveAverage"] === "0";
      const equal = isOn(rule.attributes["equalAverage"]) ? "OrEqual" : "";
      return { subType: "average", operator: `${below ? "lessThan" : "greaterThan"}${equal}` };
    }
    case "timePeriod":
      return { subType: "timePeriod", operator: rule.attributes["timePeriod"] ?? "today" };
    default:
      return undefined;
  }
}

function readLimit(limit: XmlElement | undefined): Limit {
  const { type = "min", val } = limit?.attributes ?? {};
  if (val === undefined) return { type };
  if (type === "formula") return { type, value: fromFileFormula(val) };
  return { type, value: Number(val) };
}

function readRule(
  rule: XmlElement,
  ranges: readonly CellBlock[],
  styles: Styles,
): FormatRule | undefined {
  const scale = childOf(rule, "colorScale");
  if (scale !== undefined) {
    const limits = childrenOf(scale, "cfvo");
    const config = childrenOf(scale, "color").map((color, index) => ({
      index,
      color: readColor(color, styles.theme) ?? "#FFFFFF",
      value: readLimit(limits[index]),
    }));
    return { type: "colorScale", config };
  }
  const bar = childOf(rule, "dataBar");
  if (bar !== undefined) {
    const [min, max] = childrenOf(bar, "cfvo");
    return {
      type: "dataBar",
      isShowValue: bar.attributes["showValue"] !== "0",
      config: {
        min: readLimit(min),
        max: readLimit(max),
        isGradient: true,
        positiveColor: readColor(childOf(bar, "color"), styles.theme) ?? "#638EC6",
        nativeColor: "#FF0000",
      },
    };
  }
  const condition = readCondition(rule, ranges);
  const style = styles.differential[Number(rule.attributes["dxfId"] ?? -1)] ?? {};
  return condition === undefined ? undefined : { type: "highlightCell", style, ...condition };
}

/** All rules of a sheet; the ids depend on their order in the file alone. */
function readFileRules(root: XmlElement, sheetId: string, styles: Styles): FileRule[] {
  return childrenOf(root, "conditionalFormatting").flatMap((holder) => {
    const ranges = parseBlocks(holder.attributes["sqref"] ?? "");
    return childrenOf(holder, "cfRule").map((element): FileRule => {
      const rule = readRule(element, ranges, styles);
      const stopIfTrue = isOn(element.attributes["stopIfTrue"]);
      const cfId = `${sheetId}-${element.span.start}`;
      return {
        holder,
        element,
        priority: Number(element.attributes["priority"] ?? 0),
        format: rule === undefined ? undefined : { cfId, ranges, stopIfTrue, rule },
      };
    });
  });
}

/** The conditional formats that the grid can show, highest priority first. */
export function readConditionalFormats(
  root: XmlElement,
  sheetId: string,
  styles: Styles,
): ConditionalFormat[] {
  return readFileRules(root, sheetId, styles)
    .sort((a, b) => a.priority - b.priority)
    .flatMap(({ format }) => format ?? []);
}

/** One spelling for equal formats, whatever order their fields have. */
function fingerprint({ ranges, stopIfTrue, rule }: ConditionalFormat): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return entries.map(([key, entry]) => [key, sorted(entry)]);
  };
  return JSON.stringify([ranges.map(blockAddress), stopIfTrue, sorted(rule)]);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** The formulas that stand beside a text condition in the file. */
function textFormula(operator: string, value: string, first: string): string | undefined {
  const text = quoted(value);
  switch (operator) {
    case "containsText":
      return `NOT(ISERROR(SEARCH(${text},${first})))`;
    case "notContainsText":
      return `ISERROR(SEARCH(${text},${first}))`;
    case "beginsWith":
      return `LEFT(${first},LEN(${text}))=${text}`;
    case "endsWith":
      return `RIGHT(${first},LEN(${text}))=${text}`;
    case "containsBlanks":
      return `LEN(TRIM(${first}))=0`;
    case "notContainsBlanks":
      return `LEN(TRIM(${first}))>0`;
    case "containsErrors":
      return `ISERROR(${first})`;
    case "notContainsErrors":
      return `NOT(ISERROR(${first}))`;
    default:
      return undefined;
  }
}

type RuleText = { readonly attributes: Record<string, string | number>; readonly inner: string };

const formulaElement = (formula: string): string => `<formula>${escapeXml(formula)}</formula>`;

function conditionText(condition: Condition, first: string): RuleText | undefined {
  switch (condition.subType) {
    case "formula": {
      const inner = formulaElement(toFileFormula(condition.value));
      return { attributes: { type: "expression" }, inner };
    }
    case "number": {
      const values = typeof condition.value === "number" ? [condition.value] : condition.value;
      const inner = values.map((value) => formulaElement(String(value))).join("");
      return { attributes: { type: "cellIs", operator: condition.operator }, inner };
    }
    case "text": {
      const { operator, value = "" } = condition;
      if (operator === "equal" || operator === "notEqual") {
        return { attributes: { type: "cellIs", operator }, inner: formulaElement(quoted(value)) };
      }
      const formula = textFormula(operator, value, first);
      if (formula === undefined) return undefined;
      const worded = ["containsText", "notContainsText", "beginsWith", "endsWith"];
      const extra: Record<string, string> = worded.includes(operator)
        ? { operator: operator === "notContainsText" ? "notContains" : operator, text: value }
        : {};
      return { attributes: { type: operator, ...extra }, inner: formulaElement(formula) };
    }
    case "duplicateValues":
    case "uniqueValues":
      return { attributes: { type: condition.subType }, inner: "" };
    case "rank": {
      const { isBottom, isPercent, value } = condition;
      const flags = { ...(isBottom && { bottom: 1 }), ...(isPercent && { percent: 1 }) };
      return { attributes: { type: "top10", rank: value, ...flags }, inner: "" };
    }
    case "average": {
      const below = condition.operator.startsWith("less");
      const flags = {
        ...(below && { aboveAverage: 0 }),
        ...(condition.operator.endsWith("OrEqual") && { equalAverage: 1 }),
      };
      return { attributes: { type: "aboveAverage", ...flags }, inner: "" };
    }
    case "timePeriod":
      return undefined;
  }
}

function limitXml({ type, value }: Limit): string {
  const text = typeof value === "string" ? toFileFormula(value) : value;
  return textElement("cfvo", { type, val: text });
}

function colorXml(color: string): string {
  return textElement("color", { rgb: toArgb(color) ?? "FF000000" });
}

function ruleText(rule: FormatRule, first: string, writer: StyleWriter): RuleText | undefined {
  switch (rule.type) {
    case "highlightCell": {
      const condition = conditionText(rule, first);
      if (condition === undefined) return undefined;
      const dxfId = writer.differentialFormat(rule.style);
      return { ...condition, attributes: { ...condition.attributes, dxfId } };
    }
    case "colorScale": {
      const limits = rule.config.map(({ value }) => limitXml(value)).join("");
      const colors = rule.config.map(({ color }) => colorXml(color)).join("");
      const inner = `<colorScale>${limits}${colors}</colorScale>`;
      return { attributes: { type: "colorScale" }, inner };
    }
    case "dataBar": {
      const { min, max, positiveColor } = rule.config;
      const tag = openingTag("dataBar", { showValue: rule.isShowValue ? undefined : 0 });
      const inner = `${tag}${limitXml(min)}${limitXml(max)}${colorXml(positiveColor)}</dataBar>`;
      return { attributes: { type: "dataBar" }, inner };
    }
    case "iconSet":
      return undefined;
  }
}

/** The order of a worksheet's parts. */
export const SHEET_SEQUENCE =
  `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection
  protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells
  phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup
  headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing
  legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst`.split(
    /\s+/,
  );

/**
 * The edits that turn a sheet's rules into `formats` (highest priority first). Rules that did not
 * change stay as they are written; those that the grid cannot show are never touched.
 * `unwritable` counts the new rules that have no counterpart here.
 */
export function patchConditionalFormats(
  root: XmlElement,
  sheetId: string,
  formats: readonly ConditionalFormat[],
  styles: Styles,
  writer: StyleWriter,
): { edits: Edit[]; unwritable: number } {
  const standing = readFileRules(root, sheetId, styles);
  const wanted = new Map(formats.map((format) => [format.cfId, fingerprint(format)]));
  const isKept = ({ format }: FileRule): boolean =>
    format === undefined || wanted.get(format.cfId) === fingerprint(format);
  const kept = standing.filter(isKept).sort((a, b) => a.priority - b.priority);
  const keptById = new Map(kept.flatMap((rule) => (rule.format ? [[rule.format.cfId, rule]] : [])));

  // New rules stand before the kept rule that follows them in the grid's list.
  const order: (FileRule | ConditionalFormat)[] = [...kept];
  const added = formats.filter(({ cfId }) => !keptById.has(cfId));
  for (const format of added) {
    const follower = formats
      .slice(formats.indexOf(format) + 1)
      .map(({ cfId }) => keptById.get(cfId))
      .find((rule) => rule !== undefined);
    order.splice(follower === undefined ? order.length : order.indexOf(follower), 0, format);
  }

  const edits: Edit[] = [];
  for (const holder of new Set(standing.map((rule) => rule.holder))) {
    const mine = standing.filter((rule) => rule.holder === holder);
    const gone = mine.filter((rule) => !isKept(rule));
    const targets = gone.length === mine.length ? [holder] : gone.map((rule) => rule.element);
    for (const { span } of targets) edits.push({ ...span, text: "" });
  }

  const prefix = prefixOf(root.name);
  let priority = 0;
  let inserted = "";
  let unwritable = 0;
  for (const entry of order) {
    if ("element" in entry) {
      priority = Math.max(entry.priority, priority + 1);
      if (priority === entry.priority) continue;
      const { element } = entry;
      const end = element.selfClosing ? "/>" : ">";
      const tag = openingTag(element.name, { ...element.attributes, priority }).slice(0, -1) + end;
      edits.push({ ...element.tag, text: tag });
      continue;
    }
    const corner = entry.ranges[0];
    if (corner === undefined) continue;
    const first = cellAddress(corner.startRow, corner.startColumn);
    const text = ruleText(entry.rule, first, writer);
    if (text === undefined) {
      unwritable++;
      continue;
    }
    priority++;
    const tag = openingTag("cfRule", {
      ...text.attributes,
      priority,
      stopIfTrue: entry.stopIfTrue ? 1 : undefined,
    });
    const sqref = entry.ranges.map(blockAddress).join(" ");
    inserted += `${openingTag("conditionalFormatting", { sqref })}${tag}${text.inner}</cfRule></conditionalFormatting>`;
  }
  if (inserted !== "") {
    const inner = changePrefix(inserted, "", prefix);
    edits.push(insertInSequence(root, SHEET_SEQUENCE, "conditionalFormatting", inner));
  }
  return { edits, unwritable };
}
