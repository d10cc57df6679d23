import { intersection } from "../../core/a1";
import { placesOf, textHeight } from "../../core/textHeight";
import type { Area, CellStyle, Sheet } from "../../core/workbook";
import { assertWritable } from "../environment";
import { invalidArgument } from "../errors";
import { bind, navigation, scalar } from "../objects";
import type { HostObject, ObjectType, Property } from "../objects";
import { borders } from "./borders";
import { asColor } from "./colors";
import type { RangeTarget } from "./targets";

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

/** Cells outside of the area in use have no style of their own: one stands for all of them. */
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

/** The style of a cell that nobody has changed. */
export const CLEARED_STYLE: CellStyle = {
  fillColor: null,
  fontColor: null,
  fontName: null,
  fontSize: null,
  bold: null,
  italic: null,
  underline: null,
  strikethrough: null,
  horizontalAlignment: null,
  verticalAlignment: null,
  wrapText: null,
  numberFormat: null,
  borderTop: null,
  borderBottom: null,
  borderLeft: null,
  borderRight: null,
};

const asFlag = (value: unknown): boolean | undefined =>
  typeof value === "boolean" ? value : undefined;
const asText = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;
const asNumber = (value: unknown): number | undefined =>
  typeof value === "number" ? value : undefined;

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

/** The size on which all lines agree (of many, the first thousand), null where they differ. */
function agreedSize(
  targets: Targets,
  first: "row" | "column",
  count: "rows" | "columns",
  read: (sheet: Sheet, index: number) => number,
): number | null {
  const sizes = new Set(
    targets.flatMap(({ sheet, area }) =>
      Array.from({ length: Math.min(area[count], 1000) }, (_, index) =>
        read(sheet, area[first] + index),
      ),
    ),
  );
  const [size] = sizes;
  return sizes.size === 1 && size !== undefined ? size : null;
}

const eachWidth = (targets: Targets): number | null =>
  agreedSize(targets, "column", "columns", (sheet, column) => sheet.columnWidth(column));

const eachHeight = (targets: Targets): number | null =>
  agreedSize(targets, "row", "rows", (sheet, row) => sheet.rowHeight(row));

const POINTS_PER_PLACE = 6;
const LEAST_HEIGHT = 15;
const GREATEST_HEIGHT = 409;

/** As high as the highest text of the row. */
function fittedHeight(sheet: Sheet, row: number, used: Area, widths: readonly number[]): number {
  let height = LEAST_HEIGHT;
  for (const [index, width] of widths.entries()) {
    const value = sheet.value(row, used.column + index);
    if (value === null || typeof value === "object") continue;
    const { wrapText, fontSize } = sheet.style(row, used.column + index);
    const set = { fontSize: fontSize ?? 11, columnWidth: wrapText === true ? width : null };
    height = Math.max(height, textHeight({ text: String(value), ...set }));
  }
  return Math.min(Math.round(height * 4) / 4, GREATEST_HEIGHT);
}

function autofitRows(targets: Targets): void {
  for (const { sheet, area } of targets) {
    assertWritable(sheet, "formatRows");
    const used = sheet.usedArea(true);
    const common = used && intersection(used, area);
    if (!common) continue;
    const widths = Array.from({ length: used.columns }, (_, index) =>
      sheet.columnWidth(used.column + index),
    );
    let first = common.row;
    const end = common.row + common.rows;
    for (let row = first, height = 0; row <= end; row += 1) {
      const next = row === end ? NaN : fittedHeight(sheet, row, used, widths);
      // Rows of one height are set at once.
      if (row > first && next !== height) {
        sheet.setRowHeight(first, row - first, height);
        first = row;
      }
      height = next;
    }
  }
}

/** Wide enough for the longest text. */
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
        places = Math.max(places, placesOf(text));
      }
      if (places > 0)
        sheet.setColumnWidth(column, 1, Math.min(places * POINTS_PER_PLACE + 8, 1000));
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
    rowHeight: scalar(eachHeight, (targets, value) => {
      if (typeof value !== "number" || value < 0 || value > 409.5) throw invalidArgument();
      for (const { sheet, area } of targets) {
        assertWritable(sheet, "formatRows");
        sheet.setRowHeight(area.row, area.rows, value);
      }
    }),
    borders: navigation(borders),
  },
  methods: { autofitColumns, autofitRows },
};
