import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { IBorderData, IBorderStyleData, IStyleData, Nullable } from "@univerjs/core";
import { CFRuleType, CFSubRuleType } from "@univerjs/sheets-conditional-formatting";
import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import type { Border, CellStyle, ConditionalFormat, ConditionalFormatKind } from "./workbook";
import { toArea, toRange } from "./univerRanges";

export function fromUniverStyle(style: Nullable<IStyleData>): CellStyle {
  if (!style) return {};
  return {
    ...(style.bg?.rgb ? { fillColor: style.bg.rgb } : {}),
    ...(style.cl?.rgb ? { fontColor: style.cl.rgb } : {}),
    ...(style.ff ? { fontName: style.ff } : {}),
    ...(style.fs ? { fontSize: style.fs } : {}),
    ...(style.bl ? { bold: true } : {}),
    ...(style.it ? { italic: true } : {}),
    ...(style.ul?.s ? { underline: true } : {}),
    ...(style.st?.s ? { strikethrough: true } : {}),
    ...(style.ht ? { horizontalAlignment: horizontalName(style.ht) } : {}),
    ...(style.vt ? { verticalAlignment: verticalName(style.vt) } : {}),
    ...(style.tb === WrapStrategy.WRAP ? { wrapText: true } : {}),
    ...(style.n?.pattern ? { numberFormat: style.n.pattern } : {}),
    ...fromUniverBorders(style.bd),
  };
}

const SIDES = {
  borderTop: "t",
  borderBottom: "b",
  borderLeft: "l",
  borderRight: "r",
} as const satisfies Partial<Record<keyof CellStyle, keyof IBorderData>>;

type Side = keyof typeof SIDES;
// The keys are written above.
const sideNames = Object.keys(SIDES) as Side[];

/** Every line of the engine with the style and weight by which Excel names it. */
const LINES: readonly [BorderStyleTypes, Border["style"], Border["weight"]][] = [
  [BorderStyleTypes.THIN, "Continuous", "Thin"],
  [BorderStyleTypes.HAIR, "Continuous", "Hairline"],
  [BorderStyleTypes.MEDIUM, "Continuous", "Medium"],
  [BorderStyleTypes.THICK, "Continuous", "Thick"],
  [BorderStyleTypes.DOTTED, "Dot", "Thin"],
  [BorderStyleTypes.DASHED, "Dash", "Thin"],
  [BorderStyleTypes.MEDIUM_DASHED, "Dash", "Medium"],
  [BorderStyleTypes.DASH_DOT, "DashDot", "Thin"],
  [BorderStyleTypes.MEDIUM_DASH_DOT, "DashDot", "Medium"],
  [BorderStyleTypes.DASH_DOT_DOT, "DashDotDot", "Thin"],
  [BorderStyleTypes.MEDIUM_DASH_DOT_DOT, "DashDotDot", "Medium"],
  [BorderStyleTypes.SLANT_DASH_DOT, "SlantDashDot", "Medium"],
  [BorderStyleTypes.DOUBLE, "Double", "Thick"],
];

function fromUniverBorders(borders: Nullable<IBorderData>): CellStyle {
  const found: { [Key in Side]?: Border } = {};
  for (const side of sideNames) {
    const data = borders?.[SIDES[side]];
    const line = data && LINES.find(([type]) => type === data.s);
    if (!line) continue;
    const [, style, weight] = line;
    found[side] = { style, weight, color: data.cl?.rgb ?? "#000000" };
  }
  return found;
}

/** The engine takes one side at a time: sides that are not named stay. */
function toUniverBorders(style: CellStyle): IBorderData | undefined {
  const given = sideNames.filter((side) => style[side] !== undefined);
  if (given.length === 0) return undefined;
  const borders: { [Key in "t" | "b" | "l" | "r"]?: IBorderStyleData | null } = {};
  for (const side of given) {
    const border = style[side];
    const line =
      border &&
      (LINES.find(([, name, weight]) => name === border.style && weight === border.weight) ??
        LINES.find(([, name]) => name === border.style));
    borders[SIDES[side]] = border && line ? { s: line[0], cl: { rgb: border.color } } : null;
  }
  // The engine removes what is null, though its type does not say so.
  return borders;
}

function horizontalName(align: HorizontalAlign): "Left" | "Center" | "Right" {
  if (align === HorizontalAlign.CENTER) return "Center";
  return align === HorizontalAlign.RIGHT ? "Right" : "Left";
}

function verticalName(align: VerticalAlign): "Top" | "Center" | "Bottom" {
  if (align === VerticalAlign.MIDDLE) return "Center";
  return align === VerticalAlign.TOP ? "Top" : "Bottom";
}

const HORIZONTAL = {
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
} as const;

const VERTICAL = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
} as const;

/** A property of null is passed on as null, which removes it. */
export function toUniverStyle(style: CellStyle): IStyleData {
  const data: { [Key in keyof IStyleData]: IStyleData[Key] | null } = {};
  const line = (on: boolean | null) => (on ? { s: BooleanNumber.TRUE } : null);
  const flag = (on: boolean | null) => (on ? BooleanNumber.TRUE : null);
  if (style.fillColor !== undefined) data.bg = style.fillColor ? { rgb: style.fillColor } : null;
  if (style.fontColor !== undefined) data.cl = style.fontColor ? { rgb: style.fontColor } : null;
  if (style.fontName !== undefined) data.ff = style.fontName;
  if (style.fontSize !== undefined) data.fs = style.fontSize;
  if (style.bold !== undefined) data.bl = flag(style.bold);
  if (style.italic !== undefined) data.it = flag(style.italic);
  if (style.underline !== undefined) data.ul = line(style.underline);
  if (style.strikethrough !== undefined) data.st = line(style.strikethrough);
  if (style.horizontalAlignment !== undefined) {
    data.ht = style.horizontalAlignment ? HORIZONTAL[style.horizontalAlignment] : null;
  }
  if (style.verticalAlignment !== undefined) {
    data.vt = style.verticalAlignment ? VERTICAL[style.verticalAlignment] : null;
  }
  if (style.wrapText !== undefined) data.tb = style.wrapText ? WrapStrategy.WRAP : null;
  if (style.numberFormat !== undefined) {
    data.n = style.numberFormat ? { pattern: style.numberFormat } : null;
  }
  const borders = toUniverBorders(style);
  if (borders) data.bd = borders;
  // The engine removes what is null, though its type does not say so.
  return data as IStyleData;
}

export function fromUniverRule(rule: IConditionFormattingRule): ConditionalFormat {
  const highlight = rule.rule.type === CFRuleType.highlightCell ? rule.rule : null;
  return {
    id: rule.cfId,
    kind: ruleKind(rule),
    areas: rule.ranges.map(toArea),
    formula:
      highlight && "subType" in highlight && highlight.subType === CFSubRuleType.formula
        ? highlight.value
        : "",
    stopIfTrue: rule.stopIfTrue,
    style: highlight && "style" in highlight ? fromUniverStyle(highlight.style) : {},
  };
}

function ruleKind({ rule }: IConditionFormattingRule): ConditionalFormatKind {
  switch (rule.type) {
    case CFRuleType.dataBar:
      return "DataBar";
    case CFRuleType.colorScale:
      return "ColorScale";
    case CFRuleType.iconSet:
      return "IconSet";
    default:
      break;
  }
  switch ("subType" in rule ? rule.subType : undefined) {
    case CFSubRuleType.formula:
      return "Custom";
    case CFSubRuleType.rank:
      return "TopBottom";
    case CFSubRuleType.text:
      return "ContainsText";
    case CFSubRuleType.number:
      return "CellValue";
    default:
      return "PresetCriteria";
  }
}

export function toUniverRule(format: ConditionalFormat): IConditionFormattingRule {
  return {
    cfId: format.id,
    ranges: format.areas.map(toRange),
    stopIfTrue: format.stopIfTrue,
    rule: {
      type: CFRuleType.highlightCell,
      subType: CFSubRuleType.formula,
      value: format.formula,
      style: toUniverStyle(format.style),
    },
  };
}
