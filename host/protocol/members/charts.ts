import { seriesDirection, seriesOf } from "../../core/chartSource";
import type { Chart, ChartSeries, Corner } from "../../core/sheetParts";
import type { Area, Sheet } from "../../core/workbook";
import { assertWritable } from "../environment";
import { invalidArgument, itemNotFound, notImplemented } from "../errors";
import { bind, navigation, scalar } from "../objects";
import type { HostObject, ObjectType, Parameters, Property } from "../objects";
import { resolveReference } from "./addresses";
import { asColor } from "./colors";
import type { SheetTarget } from "./targets";

export function charts(target: SheetTarget): HostObject {
  return bind(CHARTS, target);
}

interface ChartTarget extends SheetTarget {
  readonly id: string;
}

const TYPES: ReadonlySet<string> = new Set([
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "BarClustered",
  "BarStacked",
  "BarStacked100",
  "Line",
  "LineMarkers",
  "LineStacked",
]);

/** The size of a new chart in points. */
const NEW_SIZE = { width: 360, height: 216 };

const item = (target: SheetTarget, { id }: Chart): HostObject => bind(CHART, { ...target, id });

function find({ sheet }: SheetTarget, key: unknown): Chart | undefined {
  const wanted = String(key).toLowerCase();
  return sheet.parts.charts.find(({ id, name }) => id === key || name.toLowerCase() === wanted);
}

function found(target: SheetTarget, key: unknown): HostObject {
  const chart = find(target, key);
  if (!chart) throw itemNotFound();
  return item(target, chart);
}

function sourceOf(
  { env, sheet }: SheetTarget,
  parameters: Parameters,
  index: number,
): { sheet: Sheet; area: Area } {
  const object = parameters.object(index);
  // An object of the type "Range" is always bound to such a target.
  return object
    ? (object.target as { sheet: Sheet; area: Area })
    : resolveReference(env, sheet, parameters.text(index));
}

function asSeriesBy(parameters: Parameters, index: number): "Auto" | "Columns" | "Rows" {
  const by = parameters.given(index) ? parameters.text(index) : "Auto";
  if (by !== "Auto" && by !== "Columns" && by !== "Rows") throw invalidArgument();
  return by;
}

function dataOf(target: SheetTarget, parameters: Parameters, at: number) {
  const { sheet, area } = sourceOf(target, parameters, at);
  const seriesBy = seriesDirection(area, asSeriesBy(parameters, at + 1));
  const series = seriesOf(sheet, area, seriesBy);
  return { sourceSheetId: sheet.id, source: area, seriesBy, series };
}

const CHARTS: ObjectType<SheetTarget> = {
  name: "ChartCollection",
  properties: { count: scalar(({ sheet }) => sheet.parts.charts.length) },
  items: (target) => target.sheet.parts.charts.map((chart) => item(target, chart)),
  item: found,
  methods: {
    add: (target, parameters) => {
      const { sheet } = target;
      assertWritable(sheet);
      const type = parameters.text(0);
      if (!TYPES.has(type)) throw notImplemented(`ChartCollection.add(${type})`);
      const data = dataOf(target, parameters, 1);
      const ids = new Set(
        target.env.workbook.sheets().flatMap((each) => each.parts.charts.map(({ id }) => id)),
      );
      let number = sheet.parts.charts.length + 1;
      while (ids.has(`chart-${sheet.id}-${number}`)) number += 1;
      const from: Corner = { row: 0, column: 0, x: 0, y: 0 };
      const chart: Chart = {
        id: `chart-${sheet.id}-${number}`,
        name: `Chart ${number}`,
        type,
        ...data,
        // One series gives its name to the chart.
        title: data.series.length === 1 ? (data.series[0]?.name ?? null) : "Chart Title",
        legend: "Bottom",
        categoryTitle: null,
        valueTitle: null,
        minimum: null,
        maximum: null,
        from,
        to: cornerAt(sheet, NEW_SIZE.width, NEW_SIZE.height),
      };
      sheet.parts.charts.push(chart);
      return item(target, chart);
    },
    getCount: ({ sheet }) => sheet.parts.charts.length,
    getItem: (target, parameters) => found(target, parameters.at(0)),
    getItemAt: (target, parameters) => {
      const chart = target.sheet.parts.charts[parameters.integer(0)];
      if (!chart) throw invalidArgument();
      return item(target, chart);
    },
    getItemOrNullObject: (target, parameters) => {
      const chart = find(target, parameters.at(0));
      return chart ? item(target, chart) : null;
    },
  },
};

function current({ sheet, id }: ChartTarget): Chart {
  const chart = sheet.parts.charts.find((each) => each.id === id);
  if (!chart) throw itemNotFound();
  return chart;
}

function change(target: ChartTarget, changed: Partial<Chart>): void {
  assertWritable(target.sheet);
  const { charts: list } = target.sheet.parts;
  const chart = current(target);
  list[list.indexOf(chart)] = { ...chart, ...changed };
}

/** A setting of a chart that is one of its fields. */
function setting<K extends keyof Chart>(
  key: K,
  accept: (value: unknown) => Chart[K] | undefined,
  show: (value: Chart[K]) => unknown = (value) => value,
): Property<ChartTarget> {
  return scalar(
    (target) => show(current(target)[key]),
    (target, value) => {
      const accepted = accept(value);
      if (accepted === undefined) throw invalidArgument();
      change(target, { [key]: accepted });
    },
  );
}

const asText = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

/** "" lets Excel choose. */
const asLimit = (value: unknown): number | null | undefined =>
  value === "" ? null : typeof value === "number" ? value : undefined;

const place = (side: "left" | "top"): Property<ChartTarget> =>
  scalar(
    (target) => frameOf(target)[side],
    (target, value) => {
      if (typeof value !== "number" || value < 0) throw invalidArgument();
      setFrame(target, { ...frameOf(target), [side]: value });
    },
  );

const size = (side: "width" | "height"): Property<ChartTarget> =>
  scalar(
    (target) => frameOf(target)[side],
    (target, value) => {
      if (typeof value !== "number" || value <= 0) throw invalidArgument();
      setFrame(target, { ...frameOf(target), [side]: value });
    },
  );

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Points from the sheet's top left to a corner. */
function pointsOf(sheet: Sheet, corner: Corner): { left: number; top: number } {
  let left = corner.x;
  let top = corner.y;
  for (let column = 0; column < corner.column; column += 1) {
    if (!sheet.columnHidden(column)) left += sheet.columnWidth(column);
  }
  for (let row = 0; row < corner.row; row += 1) {
    if (!sheet.rowHidden(row)) top += sheet.rowHeight(row);
  }
  return { left, top };
}

function cornerAt(sheet: Sheet, left: number, top: number): Corner {
  let [column, x, row, y] = [0, left, 0, top];
  const width = (): number => (sheet.columnHidden(column) ? 0 : sheet.columnWidth(column));
  const height = (): number => (sheet.rowHidden(row) ? 0 : sheet.rowHeight(row));
  for (; x >= width(); column += 1) x -= width();
  for (; y >= height(); row += 1) y -= height();
  return { row, column, x, y };
}

function frameOf(target: ChartTarget): Frame {
  const { from, to } = current(target);
  const start = pointsOf(target.sheet, from);
  const end = pointsOf(target.sheet, to);
  return { ...start, width: end.left - start.left, height: end.top - start.top };
}

function setFrame(target: ChartTarget, { left, top, width, height }: Frame): void {
  change(target, {
    from: cornerAt(target.sheet, left, top),
    to: cornerAt(target.sheet, left + width, top + height),
  });
}

const CHART: ObjectType<ChartTarget> = {
  name: "Chart",
  identity: ({ id }) => ({ Id: id }),
  properties: {
    id: scalar(({ id }) => id),
    name: setting("name", asText),
    chartType: setting("type", (value) => (TYPES.has(String(value)) ? String(value) : undefined)),
    left: place("left"),
    top: place("top"),
    width: size("width"),
    height: size("height"),
    title: navigation((target) => bind(TITLE, target)),
    legend: navigation((target) => bind(LEGEND, target)),
    axes: navigation((target) => bind(AXES, target)),
    series: navigation((target) => bind(SERIES_COLLECTION, target)),
  },
  methods: {
    delete: (target) => {
      assertWritable(target.sheet);
      const { charts: list } = target.sheet.parts;
      list.splice(list.indexOf(current(target)), 1);
    },
    setPosition: (target, parameters) => {
      const start = sourceOf(target, parameters, 0).area;
      const end = parameters.given(1) ? sourceOf(target, parameters, 1).area : start;
      change(target, {
        from: { row: start.row, column: start.column, x: 0, y: 0 },
        to: { row: end.row + end.rows, column: end.column + end.columns, x: 0, y: 0 },
      });
    },
    setData: (target, parameters) => change(target, dataOf(target, parameters, 0)),
  },
};

const TITLE: ObjectType<ChartTarget> = {
  name: "ChartTitle",
  properties: {
    text: setting("title", asText, (title) => title ?? ""),
    visible: scalar(
      (target) => current(target).title !== null,
      (target, value) =>
        change(target, { title: value === true ? (current(target).title ?? "Chart Title") : null }),
    ),
  },
};

const LEGEND: ObjectType<ChartTarget> = {
  name: "ChartLegend",
  properties: {
    visible: scalar(
      (target) => current(target).legend !== null,
      (target, value) =>
        change(target, { legend: value === true ? (current(target).legend ?? "Bottom") : null }),
    ),
    position: setting(
      "legend",
      (value) => (["Top", "Bottom", "Left", "Right"] as const).find((each) => each === value),
      (position) => position ?? "Invalid",
    ),
  },
};

function axisTitle(key: "categoryTitle" | "valueTitle"): ObjectType<ChartTarget> {
  return {
    name: "ChartAxisTitle",
    properties: {
      text: setting(key, asText, (text) => text ?? ""),
      visible: scalar(
        (target) => current(target)[key] !== null,
        (target, value) =>
          change(target, { [key]: value === true ? (current(target)[key] ?? "Axis Title") : null }),
      ),
    },
  };
}

const CATEGORY_TITLE = axisTitle("categoryTitle");
const VALUE_TITLE = axisTitle("valueTitle");

const CATEGORY_AXIS: ObjectType<ChartTarget> = {
  name: "ChartAxis",
  properties: { title: navigation((target) => bind(CATEGORY_TITLE, target)) },
};

const VALUE_AXIS: ObjectType<ChartTarget> = {
  name: "ChartAxis",
  properties: {
    title: navigation((target) => bind(VALUE_TITLE, target)),
    minimum: setting("minimum", asLimit, (limit) => limit ?? ""),
    maximum: setting("maximum", asLimit, (limit) => limit ?? ""),
  },
};

const AXES: ObjectType<ChartTarget> = {
  name: "ChartAxes",
  properties: {
    categoryAxis: navigation((target) => bind(CATEGORY_AXIS, target)),
    valueAxis: navigation((target) => bind(VALUE_AXIS, target)),
  },
};

interface SeriesTarget extends ChartTarget {
  readonly place: number;
}

function seriesAt(target: ChartTarget, index: number): HostObject {
  if (!current(target).series[index]) throw invalidArgument();
  return bind(SERIES, { ...target, place: index });
}

const SERIES_COLLECTION: ObjectType<ChartTarget> = {
  name: "ChartSeriesCollection",
  properties: { count: scalar((target) => current(target).series.length) },
  items: (target) => current(target).series.map((_, index) => seriesAt(target, index)),
  item: (target, key) => seriesAt(target, Number(key)),
  methods: {
    getCount: (target) => current(target).series.length,
    getItemAt: (target, parameters) => seriesAt(target, parameters.integer(0)),
  },
};

function oneSeries(target: SeriesTarget): ChartSeries {
  const series = current(target).series[target.place];
  if (!series) throw itemNotFound();
  return series;
}

function changeSeries(target: SeriesTarget, changed: Partial<ChartSeries>): void {
  change(target, {
    series: current(target).series.map((each, index) =>
      index === target.place ? { ...each, ...changed } : each,
    ),
  });
}

function colored(target: SeriesTarget, value: unknown): void {
  const color = asColor(value);
  if (color === undefined) throw invalidArgument();
  changeSeries(target, { color });
}

const SERIES_FILL: ObjectType<SeriesTarget> = {
  name: "ChartFill",
  methods: {
    setSolidColor: (target, parameters) => colored(target, parameters.at(0)),
    clear: (target) => changeSeries(target, { color: null }),
  },
};

const SERIES_LINE: ObjectType<SeriesTarget> = {
  name: "ChartLineFormat",
  properties: { color: scalar((target) => oneSeries(target).color ?? "", colored) },
};

const SERIES_FORMAT: ObjectType<SeriesTarget> = {
  name: "ChartSeriesFormat",
  properties: {
    fill: navigation((target) => bind(SERIES_FILL, target)),
    line: navigation((target) => bind(SERIES_LINE, target)),
  },
};

const SERIES: ObjectType<SeriesTarget> = {
  name: "ChartSeries",
  properties: {
    name: scalar(
      (target) => oneSeries(target).name,
      (target, value) => changeSeries(target, { name: String(value), nameCell: null }),
    ),
    format: navigation((target) => bind(SERIES_FORMAT, target)),
  },
};
