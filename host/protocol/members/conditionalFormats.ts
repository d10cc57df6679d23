import { intersection, subtractArea } from "../../core/a1";
import type { CellStyle, ConditionalFormat } from "../../core/workbook";
import { assertWritable } from "../environment";
import { invalidArgument, itemNotFound, notImplemented } from "../errors";
import { bind, navigation, scalar } from "../objects";
import type { HostObject, ObjectType, Property } from "../objects";
import { asColor } from "./colors";
import { range, rangeAreas } from "./registry";
import type { RangeAreasTarget } from "./targets";

export function conditionalFormats(target: RangeAreasTarget): HostObject {
  return bind(COLLECTION, target);
}

interface FormatTarget extends RangeAreasTarget {
  readonly id: string;
}

const listed = ({ env, sheet, id }: FormatTarget): ConditionalFormat => {
  if (env.unreadableRule(id) === "listed") throw itemNotFound();
  const format = sheet.conditionalFormats().find((each) => each.id === id);
  if (!format) throw itemNotFound();
  return format;
};

const current = (target: FormatTarget): ConditionalFormat => {
  if (target.env.unreadableRule(target.id) !== undefined) throw itemNotFound();
  return listed(target);
};

function change(target: FormatTarget, changed: Partial<ConditionalFormat>): void {
  assertWritable(target.sheet, "formatCells");
  const { id, ...format } = { ...current(target), ...changed };
  target.sheet.replaceConditionalFormat(id, format);
}

/** The formats that touch these cells, in the order in which they apply. */
function touching({ sheet, areas }: RangeAreasTarget): ConditionalFormat[] {
  return sheet
    .conditionalFormats()
    .filter((format) =>
      format.areas.some((formatted) => areas.some((area) => intersection(formatted, area))),
    );
}

const item = (target: RangeAreasTarget, id: string): HostObject =>
  bind(CONDITIONAL_FORMAT, { ...target, id });

function itemOf(target: RangeAreasTarget, key: unknown): HostObject {
  const format = touching(target).find(({ id }) => id === key);
  if (!format) throw itemNotFound();
  return item(target, format.id);
}

/** Takes the formats off these cells; on other cells they stay. */
export function clearConditionalFormats(target: RangeAreasTarget): void {
  const { sheet, areas } = target;
  assertWritable(sheet, "formatCells");
  for (const { id, ...format } of touching(target)) {
    const rest = areas.reduce(
      (left, area) => left.flatMap((each) => subtractArea(each, area)),
      [...format.areas],
    );
    if (rest.length > 0) sheet.replaceConditionalFormat(id, { ...format, areas: rest });
    else sheet.deleteConditionalFormat(id);
  }
}

const COLLECTION: ObjectType<RangeAreasTarget> = {
  name: "ConditionalFormatCollection",
  items: (target) => touching(target).map(({ id }) => item(target, id)),
  item: itemOf,
  methods: {
    add: (target, parameters) => {
      const kind = parameters.text(0);
      if (kind !== "Custom") throw notImplemented(`ConditionalFormatCollection.add(${kind})`);
      assertWritable(target.sheet, "formatCells");
      const { id } = target.sheet.addConditionalFormat({
        kind,
        areas: target.areas,
        formula: "",
        stopIfTrue: false,
        style: {},
      });
      return item(target, id);
    },
    getCount: (target) => touching(target).length,
    getItem: (target, parameters) => itemOf(target, parameters.at(0)),
    getItemAt: (target, parameters) => {
      const format = touching(target)[parameters.integer(0)];
      if (!format) throw invalidArgument();
      return item(target, format.id);
    },
    getItemOrNullObject: (target, parameters) => {
      const format = touching(target).find(({ id }) => id === parameters.text(0));
      return format ? item(target, format.id) : null;
    },
    clearAll: clearConditionalFormats,
  },
};

const customOf = (target: FormatTarget): HostObject | null =>
  current(target).kind === "Custom" ? bind(CUSTOM, target) : null;

const CONDITIONAL_FORMAT: ObjectType<FormatTarget> = {
  name: "ConditionalFormat",
  identity: ({ id }) => ({ Id: id }),
  properties: {
    id: scalar(({ id }) => id),
    type: scalar((target) => listed(target).kind),
    priority: scalar(({ sheet, id }) =>
      sheet.conditionalFormats().findIndex((each) => each.id === id),
    ),
    stopIfTrue: scalar(
      (target) => current(target).stopIfTrue,
      (target, value) => change(target, { stopIfTrue: value === true }),
    ),
    custom: navigation((target) => {
      const custom = customOf(target);
      if (!custom) throw invalidArgument();
      return custom;
    }),
    customOrNullObject: navigation(customOf),
  },
  methods: {
    delete: (target) => {
      assertWritable(target.sheet, "formatCells");
      target.sheet.deleteConditionalFormat(current(target).id);
    },
    getRange: (target) => {
      const [area, ...more] = current(target).areas;
      if (!area || more.length > 0) throw itemNotFound();
      return range(target.env, target.sheet, area);
    },
    getRangeOrNullObject: (target) => {
      const [area, ...more] = current(target).areas;
      return area && more.length === 0 ? range(target.env, target.sheet, area) : null;
    },
    getRanges: (target) => {
      const { env, sheet } = target;
      return rangeAreas({ env, sheet, areas: current(target).areas });
    },
  },
};

const RULE: ObjectType<FormatTarget> = {
  name: "ConditionalFormatRule",
  properties: {
    formula: scalar(
      (target) => current(target).formula,
      (target, value) => {
        if (typeof value !== "string") throw invalidArgument();
        change(target, { formula: value.startsWith("=") ? value : `=${value}` });
      },
    ),
  },
};

function styleProperty(
  key: keyof CellStyle,
  otherwise: unknown,
  accept: (value: unknown) => CellStyle[keyof CellStyle] | undefined,
): Property<FormatTarget> {
  return scalar(
    (target) => current(target).style[key] ?? otherwise,
    (target, value) => {
      const accepted = accept(value);
      if (accepted === undefined) throw invalidArgument();
      change(target, { style: { ...current(target).style, [key]: accepted } });
    },
  );
}

const asFlag = (value: unknown): boolean | undefined =>
  typeof value === "boolean" ? value : undefined;

const FILL: ObjectType<FormatTarget> = {
  name: "ConditionalRangeFill",
  properties: { color: styleProperty("fillColor", "", asColor) },
  methods: {
    clear: (target) => change(target, { style: { ...current(target).style, fillColor: null } }),
  },
};

const FONT: ObjectType<FormatTarget> = {
  name: "ConditionalRangeFont",
  properties: {
    color: styleProperty("fontColor", "", asColor),
    bold: styleProperty("bold", false, asFlag),
    italic: styleProperty("italic", false, asFlag),
    strikethrough: styleProperty("strikethrough", false, asFlag),
    underline: scalar(
      (target) => (current(target).style.underline ? "Single" : "None"),
      (target, value) =>
        change(target, { style: { ...current(target).style, underline: value !== "None" } }),
    ),
  },
};

const FORMAT: ObjectType<FormatTarget> = {
  name: "ConditionalRangeFormat",
  properties: {
    fill: navigation((target) => bind(FILL, target)),
    font: navigation((target) => bind(FONT, target)),
  },
};

const CUSTOM: ObjectType<FormatTarget> = {
  name: "CustomConditionalFormat",
  properties: {
    rule: navigation((target) => bind(RULE, target)),
    format: navigation((target) => bind(FORMAT, target)),
  },
};
