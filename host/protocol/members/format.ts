import { intersection } from "../../core/a1";
import type { Area, CellStyle, Sheet } from "../../core/workbook";
import { assertWritable } from "../environment";
import { invalidArgument } from "../errors";
import { bind, navigation, scalar } from "../objects";
import type { HostObject, ObjectType, Property } from "../objects";
import type { RangeTarget } from "./range";

type Targets = readonly RangeTarget[];

export function rangeFormat(targets: Targets): HostObject {
  return bind(RANGE_FORMAT, targets);
}

/** What all cells agree on, null where they differ. */
function uniform<V>(targets: Targets, read: (style: CellStyle) => V): V | null {
  let known: { value: V } | null = null;
  for (const { sheet, area } of targets) {
    for (const style of styles(sheet, area)) {
      const value = read(style);
      if (!known) known = { value };
      else if (known.value !== value) return null;
    }
  }
  return known ? known.value : null;
}

/** Cells outside of the area in use have no looks of their own: one stands for all of them. */
function* styles(sheet: Sheet, area: Area): Generator<CellStyle> {
  const used = sheet.usedArea(false);
  const common = used && intersection(used, area);
  if (!common || common.rows * common.columns < area.rows * area.columns) yield {};
  if (!common) return;
  for (let row = common.row; row < common.row + common.rows; row += 1) {
    for (let column = common.column; column < common.column + common.columns; column += 1) {
      yield sheet.style(row, column);
    }
  }
}

function patch(targets: Targets, style: CellStyle): void {
  for (const { sheet, area } of targets) {
    assertWritable(sheet, "formatCells");
    sheet.patchStyle(area, style);
  }
}

/** A property that is one of a cell's style; `otherwise` is what Excel shows of a plain cell. */
function styleProperty<K extends keyof CellStyle>(
  key: K,
  otherwise: NonNullable<CellStyle[K]>,
  accept: (value: unknown) => CellStyle[K] | undefined,
): Property<Targets> {
  return scalar(
    (targets) => uniform<unknown>(targets, (style) => style[key] ?? otherwise),
    (targets, value) => {
      const accepted = accept(value);
      if (accepted === undefined) throw invalidArgument();
      patch(targets, { [key]: accepted });
    },
  );
}

const asFlag = (value: unknown): boolean | undefined =>
  typeof value === "boolean" ? value : undefined;
const asText = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;
const asNumber = (value: unknown): number | undefined =>
  typeof value === "number" ? value : undefined;

/** A colour as Excel keeps it: "#RRGGBB"; the common names are understood. */
export function asColor(value: unknown): string | null | undefined {
  if (typeof value !== "string") return undefined;
  if (value === "") return null;
  const named: Readonly<Record<string, string>> = {
    black: "#000000",
    white: "#FFFFFF",
    red: "#FF0000",
    green: "#008000",
    blue: "#0000FF",
    yellow: "#FFFF00",
    orange: "#FFA500",
    gray: "#808080",
  };
  const hex = named[value.toLowerCase()] ?? (value.startsWith("#") ? value : `#${value}`);
  return /^#[0-9a-f]{6}$/i.test(hex) ? hex.toUpperCase() : undefined;
}

function oneOf<V extends string>(...allowed: readonly V[]): (value: unknown) => V | undefined {
  return (value) => allowed.find((each) => each === value);
}

const RANGE_FILL: ObjectType<Targets> = {
  name: "RangeFill",
  properties: { color: styleProperty("fillColor", "#FFFFFF", asColor) },
  methods: { clear: (targets) => patch(targets, { fillColor: null }) },
};

const RANGE_FONT: ObjectType<Targets> = {
  name: "RangeFont",
  properties: {
    color: styleProperty("fontColor", "#000000", asColor),
    name: styleProperty("fontName", "Calibri", asText),
    size: styleProperty("fontSize", 11, asNumber),
    bold: styleProperty("bold", false, asFlag),
    italic: styleProperty("italic", false, asFlag),
    strikethrough: styleProperty("strikethrough", false, asFlag),
    underline: scalar(
      (targets) => uniform(targets, (style) => (style.underline ? "Single" : "None")),
      (targets, value) => patch(targets, { underline: value !== "None" }),
    ),
  },
};

function eachWidth(targets: Targets): number | null {
  const widths = new Set(
    targets.flatMap(({ sheet, area }) =>
      Array.from({ length: Math.min(area.columns, 1000) }, (_, index) =>
        sheet.columnWidth(area.column + index),
      ),
    ),
  );
  const [first] = widths;
  return widths.size === 1 && first !== undefined ? first : null;
}

/** Wide enough for the longest text: East Asian letters take two places. */
function autofitColumns(targets: Targets): void {
  for (const { sheet, area } of targets) {
    assertWritable(sheet, "formatColumns");
    const used = sheet.usedArea(true);
    const common = used && intersection(used, area);
    if (!common) continue;
    for (let column = common.column; column < common.column + common.columns; column += 1) {
      let places = 0;
      for (let row = common.row; row < common.row + common.rows; row += 1) {
        const value = sheet.value(row, column);
        const text = value === null || typeof value === "object" ? "" : String(value);
        const wide = [...text].filter((letter) => letter.charCodeAt(0) > 0x2e80).length;
        places = Math.max(places, text.length + wide);
      }
      if (places > 0) sheet.setColumnWidth(column, 1, Math.min(places * 6 + 8, 1000));
    }
  }
}

const RANGE_FORMAT: ObjectType<Targets> = {
  name: "RangeFormat",
  properties: {
    fill: navigation((targets) => bind(RANGE_FILL, targets)),
    font: navigation((targets) => bind(RANGE_FONT, targets)),
    wrapText: styleProperty("wrapText", false, asFlag),
    verticalAlignment: styleProperty(
      "verticalAlignment",
      "Bottom",
      oneOf("Top", "Center", "Bottom"),
    ),
    horizontalAlignment: scalar(
      (targets) => uniform(targets, (style) => style.horizontalAlignment ?? "General"),
      (targets, value) => {
        if (value === "General") return patch(targets, { horizontalAlignment: null });
        const accepted = oneOf("Left", "Center", "Right")(value);
        if (!accepted) throw invalidArgument();
        patch(targets, { horizontalAlignment: accepted });
      },
    ),
    columnWidth: scalar(eachWidth, (targets, value) => {
      if (typeof value !== "number" || value < 0) throw invalidArgument();
      for (const { sheet, area } of targets) {
        assertWritable(sheet, "formatColumns");
        sheet.setColumnWidth(area.column, area.columns, value);
      }
    }),
  },
  methods: { autofitColumns },
};

/** Rules for what may be typed: kept as they are given, not enforced. */
export function dataValidation(target: RangeTarget): HostObject {
  return bind(DATA_VALIDATION, target);
}

function validationOf({ sheet, area }: RangeTarget) {
  return sheet.parts.dataValidations.find((each) => intersection(each.area, area)) ?? null;
}

function changeValidation(target: RangeTarget, key: string, value: unknown): void {
  assertWritable(target.sheet);
  const exact = target.sheet.parts.dataValidations.find(
    ({ area }) => JSON.stringify(area) === JSON.stringify(target.area),
  );
  const validation = exact ?? { area: target.area, rule: {}, settings: {} };
  if (!exact) target.sheet.parts.dataValidations.push(validation);
  if (key === "rule") validation.rule = value;
  else validation.settings[key] = value;
}

const DATA_VALIDATION: ObjectType<RangeTarget> = {
  name: "DataValidation",
  properties: {
    rule: scalar(
      (target) => validationOf(target)?.rule ?? {},
      (target, value) => changeValidation(target, "rule", value),
    ),
    type: scalar((target) => {
      const rule = validationOf(target)?.rule;
      const [key] = rule && typeof rule === "object" ? Object.keys(rule) : [];
      return key ? key.charAt(0).toUpperCase() + key.slice(1) : "None";
    }),
    errorAlert: scalar(
      (target) => validationOf(target)?.settings["errorAlert"] ?? null,
      (target, value) => changeValidation(target, "errorAlert", value),
    ),
    prompt: scalar(
      (target) => validationOf(target)?.settings["prompt"] ?? null,
      (target, value) => changeValidation(target, "prompt", value),
    ),
    ignoreBlanks: scalar(
      (target) => validationOf(target)?.settings["ignoreBlanks"] ?? true,
      (target, value) => changeValidation(target, "ignoreBlanks", value),
    ),
  },
  methods: {
    clear: ({ sheet, area }) => {
      assertWritable(sheet);
      sheet.parts.dataValidations = sheet.parts.dataValidations.filter(
        (each) => !intersection(each.area, area),
      );
    },
  },
};
