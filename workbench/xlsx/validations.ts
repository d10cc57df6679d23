import type { DataValidation, SheetParts } from "../../host";
import { blockAddress, parseBlocks, toArea, toBlock } from "./addresses";
import { fromFileFormula, toFileFormula } from "./formulaText";
import type { SheetWriter } from "./sheetWriter";
import { childOf, childrenOf, type XmlElement } from "../../src/ooxml";
import { isOn, openingTag, textElement } from "./xml";

type Rule = DataValidation["rule"];
type Limits = NonNullable<Rule["decimal"]>;
type Operator = Limits["operator"];

const LIMIT_KINDS = {
  whole: "wholeNumber",
  decimal: "decimal",
  date: "date",
  time: "time",
  textLength: "textLength",
} as const;

const OPERATORS: Readonly<Record<string, Operator>> = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqualTo",
  lessThanOrEqual: "LessThanOrEqualTo",
};

const STYLES = { stop: "Stop", warning: "Warning", information: "Information" } as const;

function keyOf<K extends string, V>(table: Readonly<Record<K, V>>, value: V): K | undefined {
  // The keys of the table are its names.
  return (Object.keys(table) as K[]).find((key) => table[key] === value);
}

function readRule(element: XmlElement): Rule {
  const { type = "none", operator = "between", showDropDown } = element.attributes;
  const first = childOf(element, "formula1")?.text ?? "";
  const second = childOf(element, "formula2")?.text;
  const limit = (text: string): string | number =>
    text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : fromFileFormula(text);
  if (type === "list") {
    const typed = /^"((?:[^"]|"")*)"$/.exec(first)?.[1]?.replaceAll('""', '"');
    const source = typed ?? fromFileFormula(first);
    // The attribute says the opposite of its name.
    return { list: { inCellDropDown: !isOn(showDropDown), source } };
  }
  if (type === "custom") return { custom: { formula: fromFileFormula(first) } };
  if (!(type in LIMIT_KINDS)) return {};
  const limits: Limits = {
    formula1: limit(first),
    ...(second !== undefined && { formula2: limit(second) }),
    operator: OPERATORS[operator] ?? "Between",
  };
  // The type was looked up in the table.
  return { [LIMIT_KINDS[type as keyof typeof LIMIT_KINDS]]: limits };
}

function readValidation(element: XmlElement): DataValidation[] {
  const { attributes } = element;
  const { promptTitle = "", prompt = "", errorTitle = "", error = "" } = attributes;
  const errorStyle = attributes["errorStyle"] ?? "stop";
  const validation = {
    rule: readRule(element),
    ignoreBlanks: isOn(attributes["allowBlank"]),
    prompt:
      promptTitle === "" && prompt === ""
        ? null
        : {
            showPrompt: isOn(attributes["showInputMessage"]),
            title: promptTitle,
            message: prompt,
          },
    errorAlert:
      errorTitle === "" && error === "" && errorStyle === "stop"
        ? null
        : {
            showAlert: isOn(attributes["showErrorMessage"]),
            // Another word would be none of the format's.
            style: STYLES[errorStyle as keyof typeof STYLES] ?? "Stop",
            title: errorTitle,
            message: error,
          },
  };
  return parseBlocks(attributes["sqref"] ?? "").map((block) => ({
    area: toArea(block),
    ...validation,
  }));
}

const elementsOf = (root: XmlElement): readonly XmlElement[] =>
  childrenOf(childOf(root, "dataValidations"), "dataValidation");

export function readValidations(root: XmlElement): DataValidation[] {
  return elementsOf(root).flatMap(readValidation);
}

function ruleXml(rule: Rule): { type?: string; operator?: string; hidden?: number; inner: string } {
  const formula = (number: 1 | 2, text: string): string =>
    textElement(`formula${number}`, {}, text);
  const limit = (value: string | number): string =>
    typeof value === "number" ? String(value) : toFileFormula(value);
  if (rule.list) {
    const { source, inCellDropDown } = rule.list;
    const text = source.startsWith("=")
      ? toFileFormula(source)
      : `"${source.replaceAll('"', '""')}"`;
    return {
      type: "list",
      ...(!inCellDropDown && { hidden: 1 }),
      inner: formula(1, text),
    };
  }
  if (rule.custom) return { type: "custom", inner: formula(1, toFileFormula(rule.custom.formula)) };
  for (const [type, kind] of Object.entries(LIMIT_KINDS)) {
    const limits = rule[kind];
    if (!limits) continue;
    const operator = keyOf(OPERATORS, limits.operator);
    const second = limits.formula2 === undefined ? "" : formula(2, limit(limits.formula2));
    return {
      type,
      ...(operator !== undefined && operator !== "between" && { operator }),
      inner: formula(1, limit(limits.formula1)) + second,
    };
  }
  return { inner: "" };
}

function validationXml({ prompt, errorAlert, ...validation }: DataValidation, sqref: string) {
  const { type, operator, hidden, inner } = ruleXml(validation.rule);
  const style = errorAlert ? keyOf(STYLES, errorAlert.style) : undefined;
  const said = (text: string | undefined): string | undefined => (text === "" ? undefined : text);
  const tag = openingTag("dataValidation", {
    type,
    errorStyle: style === "stop" ? undefined : style,
    operator,
    allowBlank: validation.ignoreBlanks ? 1 : undefined,
    showDropDown: hidden,
    showInputMessage: prompt?.showPrompt === false ? undefined : 1,
    showErrorMessage: errorAlert?.showAlert === false ? undefined : 1,
    errorTitle: said(errorAlert?.title),
    error: said(errorAlert?.message),
    promptTitle: said(prompt?.title),
    prompt: said(prompt?.message),
    sqref,
  });
  return `${tag}${inner}</dataValidation>`;
}

/** What is said of cells, without which cells. */
const saying = ({ rule, ignoreBlanks, prompt, errorAlert }: DataValidation): string =>
  JSON.stringify([rule, ignoreBlanks, prompt, errorAlert]);

const whole = (validation: DataValidation): string =>
  `${blockAddress(toBlock(validation.area))} ${saying(validation)}`;

/** Elements that say what is still wanted stay as they are written; the rest is rewritten. */
export function writeValidations(writer: SheetWriter, now: SheetParts["dataValidations"]): void {
  const wanted = new Map(now.map((validation) => [whole(validation), validation]));
  const kept: string[] = [];
  for (const element of elementsOf(writer.root)) {
    const keys = readValidation(element).map(whole);
    if (!keys.every((key) => wanted.has(key))) continue;
    for (const key of keys) wanted.delete(key);
    kept.push(writer.standing(element));
  }
  const groups = new Map<string, DataValidation[]>();
  for (const validation of wanted.values()) {
    const key = saying(validation);
    groups.set(key, [...(groups.get(key) ?? []), validation]);
  }
  for (const group of groups.values()) {
    const [first] = group;
    const sqref = group.map(({ area }) => blockAddress(toBlock(area))).join(" ");
    if (first) kept.push(validationXml(first, sqref));
  }
  const tag = openingTag("dataValidations", { count: kept.length });
  writer.replace(
    "dataValidations",
    kept.length === 0 ? "" : `${tag}${kept.join("")}</dataValidations>`,
  );
}
