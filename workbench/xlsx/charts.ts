import type { Area, Chart } from "../../host";
import { absoluteReference, referencedAreas } from "./addresses";
import { toArgb } from "./colors";
import {
  appendInside,
  applyEdits,
  attributeOf,
  childOf,
  childrenOf,
  DECLARATION,
  escapeXml,
  readTree,
  type OfficePackage,
  type XmlElement,
} from "../../src/ooxml";
import { textElement } from "./xml";
import { OFFICE, unrelate } from "./relations";
import type { SheetWriter } from "./sheetWriter";

const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";
const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";

const EMUS_PER_POINT = 12_700;

type Corner = Chart["from"];
type Series = Chart["series"][number];

/** What of the workbook a chart needs to be read and written. */
export interface ChartBook {
  /** The id of the sheet of that name. */
  sheetId(name: string): string | undefined;
  sheetName(id: string): string | undefined;
  /** The values of cells, row after row. */
  values(sheetId: string, area: Area): (string | number | boolean | null)[];
}

interface Kind {
  readonly element: "barChart" | "lineChart";
  readonly direction?: "col" | "bar";
  readonly grouping: "clustered" | "stacked" | "percentStacked" | "standard";
  readonly markers?: boolean;
}

/** How the file writes the types of charts that the host draws. */
const KINDS: Readonly<Record<string, Kind>> = {
  ColumnClustered: { element: "barChart", direction: "col", grouping: "clustered" },
  ColumnStacked: { element: "barChart", direction: "col", grouping: "stacked" },
  ColumnStacked100: { element: "barChart", direction: "col", grouping: "percentStacked" },
  BarClustered: { element: "barChart", direction: "bar", grouping: "clustered" },
  BarStacked: { element: "barChart", direction: "bar", grouping: "stacked" },
  BarStacked100: { element: "barChart", direction: "bar", grouping: "percentStacked" },
  Line: { element: "lineChart", grouping: "standard", markers: false },
  LineMarkers: { element: "lineChart", grouping: "standard", markers: true },
  LineStacked: { element: "lineChart", grouping: "stacked", markers: false },
};

const LEGENDS = { Top: "t", Bottom: "b", Left: "l", Right: "r" } as const;

/** A chart of the file: its frame in the drawing, and its part. */
interface FileChart {
  readonly anchor: XmlElement;
  readonly part: string;
  readonly chart: Chart;
}

function readCorner(element: XmlElement | undefined): Corner {
  const number = (local: string): number => Number(childOf(element, local)?.text ?? 0);
  return {
    row: number("row"),
    column: number("col"),
    x: number("colOff") / EMUS_PER_POINT,
    y: number("rowOff") / EMUS_PER_POINT,
  };
}

function textOf(title: XmlElement | undefined): string {
  return childrenOf(childOf(childOf(title, "tx"), "rich"), "p")
    .flatMap((paragraph) => childrenOf(paragraph, "r"))
    .map((run) => childOf(run, "t")?.text ?? "")
    .join("");
}

const titleOf = (parent: XmlElement | undefined): string | null => {
  const title = childOf(parent, "title");
  return title === undefined ? null : textOf(title);
};

function readReference(holder: XmlElement | undefined, book: ChartBook) {
  const reference = holder?.children.find(({ local }) => local.endsWith("Ref"));
  const formula = childOf(reference, "f")?.text ?? "";
  const areas = referencedAreas(formula);
  const sheet = /^(?:'((?:[^']|'')*)'|([^'!]+))!/.exec(formula);
  const name = sheet?.[1]?.replaceAll("''", "'") ?? sheet?.[2] ?? "";
  const cache = reference?.children.find(({ local }) => local.endsWith("Cache"));
  const first = childOf(childrenOf(cache, "pt")[0], "v")?.text;
  return { area: areas?.[0] ?? null, sheetId: book.sheetId(name), first };
}

function readKind(plot: XmlElement | undefined): { type: string; element: XmlElement | undefined } {
  const element = plot?.children.find(({ local }) => local.endsWith("Chart"));
  const value = (local: string): string | undefined => childOf(element, local)?.attributes["val"];
  const found = Object.entries(KINDS).find(
    ([, kind]) =>
      kind.element === element?.local &&
      kind.grouping === (value("grouping") ?? "standard") &&
      kind.direction === value("barDir") &&
      (kind.markers !== true || value("marker") === "1") &&
      (kind.markers !== false || value("marker") !== "1"),
  );
  const other = element?.local.replace(/Chart$/, "") ?? "";
  return { type: found?.[0] ?? other.charAt(0).toUpperCase() + other.slice(1), element };
}

function readChart(
  root: XmlElement,
  frame: { id: string; name: string; from: Corner; to: Corner },
  book: ChartBook,
): Chart {
  const chart = childOf(root, "chart");
  const plot = childOf(chart, "plotArea");
  const { type, element } = readKind(plot);
  const read = childrenOf(element, "ser").map((series) => {
    const name = readReference(childOf(series, "tx"), book);
    const values = readReference(childOf(series, "val"), book);
    const categories = readReference(childOf(series, "cat"), book);
    const shape = childOf(series, "spPr");
    const fill = childOf(childOf(shape, "ln"), "solidFill") ?? childOf(shape, "solidFill");
    const color = childOf(fill, "srgbClr")?.attributes["val"];
    return { name, values, categories, color };
  });
  const series = read.flatMap(({ name, values, categories, color }, index): Series[] =>
    values.area
      ? [
          {
            name: name.first ?? `Series${index + 1}`,
            nameCell: name.area,
            values: values.area,
            categories: categories.area,
            color: color === undefined ? null : `#${color.toUpperCase()}`,
          },
        ]
      : [],
  );
  const areas = series.flatMap((each) => [
    each.values,
    ...(each.categories ? [each.categories] : []),
    ...(each.nameCell ? [each.nameCell] : []),
  ]);
  const [axis] = childrenOf(plot, "valAx");
  const limit = (local: string): number | null => {
    const value = childOf(childOf(axis, "scaling"), local)?.attributes["val"];
    return value === undefined ? null : Number(value);
  };
  const position = childOf(childOf(chart, "legend"), "legendPos")?.attributes["val"] ?? "r";
  const legend = Object.entries(LEGENDS).find(([, letter]) => letter === position)?.[0];
  return {
    ...frame,
    type,
    sourceSheetId: read[0]?.values.sheetId ?? "",
    source: around(areas),
    seriesBy: (series[0]?.values.columns ?? 1) > 1 ? "Rows" : "Columns",
    series,
    title: titleOf(chart),
    // The keys of the table are its names.
    legend: childOf(chart, "legend") ? ((legend ?? "Right") as Chart["legend"]) : null,
    categoryTitle: titleOf(childOf(plot, "catAx") ?? childOf(plot, "dateAx")),
    valueTitle: titleOf(axis),
    minimum: limit("min"),
    maximum: limit("max"),
  };
}

function around(areas: readonly Area[]): Area {
  const row = Math.min(...areas.map((area) => area.row));
  const column = Math.min(...areas.map((area) => area.column));
  if (areas.length === 0) return { row: 0, column: 0, rows: 1, columns: 1 };
  return {
    row,
    column,
    rows: Math.max(...areas.map((area) => area.row + area.rows)) - row,
    columns: Math.max(...areas.map((area) => area.column + area.columns)) - column,
  };
}

function drawingOf(file: OfficePackage, sheetPath: string): string | undefined {
  const path = file.relationships(sheetPath).find(({ kind }) => kind === "drawing")?.target;
  return path !== undefined && file.has(path) ? path : undefined;
}

function fileCharts(file: OfficePackage, drawing: string, book: ChartBook): FileChart[] {
  const relations = file.relationships(drawing);
  return file.tree(drawing).children.flatMap((anchor): FileChart[] => {
    const frame = childOf(anchor, "graphicFrame");
    const data = childOf(childOf(frame, "graphic"), "graphicData");
    const chart = childOf(data, "chart");
    const relation = chart && attributeOf(chart, "id");
    const part = relations.find(({ id }) => id === relation)?.target;
    if (part === undefined || !file.has(part)) return [];
    const name = childOf(childOf(frame, "nvGraphicFramePr"), "cNvPr")?.attributes["name"] ?? "";
    const from = readCorner(childOf(anchor, "from"));
    const to = readCorner(childOf(anchor, "to"));
    const id = `chart-${part}`;
    return [{ anchor, part, chart: readChart(file.tree(part), { id, name, from, to }, book) }];
  });
}

export function readCharts(file: OfficePackage, sheetPath: string, book: ChartBook): Chart[] {
  const drawing = drawingOf(file, sheetPath);
  return drawing === undefined ? [] : fileCharts(file, drawing, book).map(({ chart }) => chart);
}

function cacheXml(values: readonly (string | number | boolean | null)[], numbers: boolean): string {
  const points = values.flatMap((value, index) => {
    const wanted = numbers ? typeof value === "number" : value !== null && value !== "";
    return wanted ? [`<c:pt idx="${index}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`] : [];
  });
  const count = `<c:ptCount val="${values.length}"/>`;
  return numbers
    ? `<c:numCache><c:formatCode>General</c:formatCode>${count}${points.join("")}</c:numCache>`
    : `<c:strCache>${count}${points.join("")}</c:strCache>`;
}

function richText(text: string, size: number): string {
  const run = `<a:r><a:rPr sz="${size}" b="0"/><a:t>${escapeXml(text)}</a:t></a:r>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="0"/></a:pPr>${run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function seriesXml(chart: Chart, kind: Kind, index: number, series: Series, book: ChartBook) {
  const sheet = book.sheetName(chart.sourceSheetId) ?? "";
  const reference = (area: Area, numbers: boolean): string => {
    const values = book.values(chart.sourceSheetId, area);
    const local = numbers ? "numRef" : "strRef";
    return `<c:${local}><c:f>${escapeXml(absoluteReference(sheet, area))}</c:f>${cacheXml(values, numbers)}</c:${local}>`;
  };
  const name = series.nameCell
    ? reference(series.nameCell, false)
    : `<c:v>${escapeXml(series.name)}</c:v>`;
  const argb = toArgb(series.color);
  const fill =
    argb === undefined ? "" : `<a:solidFill><a:srgbClr val="${argb.slice(2)}"/></a:solidFill>`;
  const line = kind.element === "lineChart";
  const shape =
    fill === ""
      ? ""
      : line
        ? `<c:spPr><a:ln w="28575" cap="rnd">${fill}<a:round/></a:ln></c:spPr>`
        : `<c:spPr>${fill}</c:spPr>`;
  const between = line
    ? kind.markers
      ? ""
      : '<c:marker><c:symbol val="none"/></c:marker>'
    : '<c:invertIfNegative val="0"/>';
  const categories = series.categories
    ? `<c:cat>${reference(series.categories, false)}</c:cat>`
    : "";
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx>${name}</c:tx>${shape}${between}${categories}<c:val>${reference(series.values, true)}</c:val>${line ? '<c:smooth val="0"/>' : ""}</c:ser>`;
}

function axesXml(chart: Chart, kind: Kind): string {
  const sideways = kind.direction === "bar";
  const title = (text: string | null): string => (text === null ? "" : richText(text, 1000));
  const limits = [
    chart.maximum === null ? "" : `<c:max val="${chart.maximum}"/>`,
    chart.minimum === null ? "" : `<c:min val="${chart.minimum}"/>`,
  ].join("");
  const ticks =
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>';
  const category = `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${sideways ? "l" : "b"}"/>${title(chart.categoryTitle)}<c:numFmt formatCode="General" sourceLinked="1"/>${ticks}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`;
  const lines =
    '<c:majorGridlines><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';
  const value = `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>${limits}</c:scaling><c:delete val="0"/><c:axPos val="${sideways ? "b" : "l"}"/>${lines}${title(chart.valueTitle)}<c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`;
  return category + value;
}

function chartXml(chart: Chart, kind: Kind, book: ChartBook): string {
  const stacked = kind.grouping === "stacked" || kind.grouping === "percentStacked";
  const series = chart.series.map((each, index) => seriesXml(chart, kind, index, each, book));
  const options =
    kind.element === "barChart"
      ? `<c:gapWidth val="60"/>${stacked ? '<c:overlap val="100"/>' : ""}`
      : `<c:marker val="${kind.markers ? 1 : 0}"/>`;
  const direction = kind.direction ? `<c:barDir val="${kind.direction}"/>` : "";
  const drawn = `<c:${kind.element}>${direction}<c:grouping val="${kind.grouping}"/><c:varyColors val="0"/>${series.join("")}${options}<c:axId val="1"/><c:axId val="2"/></c:${kind.element}>`;
  const title = chart.title === null ? "" : richText(chart.title, 1400);
  const legend = chart.legend
    ? `<c:legend><c:legendPos val="${LEGENDS[chart.legend]}"/><c:overlay val="0"/></c:legend>`
    : "";
  return `${DECLARATION}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${MAIN}" xmlns:r="${OFFICE}"><c:roundedCorners val="0"/><c:chart>${title}<c:autoTitleDeleted val="${chart.title === null ? 1 : 0}"/><c:plotArea><c:layout/>${drawn}${axesXml(chart, kind)}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`;
}

function anchorXml(chart: Chart, number: number, relation: string): string {
  const corner = (name: string, { row, column, x, y }: Corner): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${Math.round(x * EMUS_PER_POINT)}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${Math.round(y * EMUS_PER_POINT)}</xdr:rowOff></xdr:${name}>`;
  const properties = textElement("xdr:cNvPr", { id: number + 1, name: chart.name });
  return `<xdr:twoCellAnchor xmlns:xdr="${DRAWING}" xmlns:a="${MAIN}">${corner("from", chart.from)}${corner("to", chart.to)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>${properties}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${OFFICE}" r:id="${relation}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
}

function freePath(file: OfficePackage, directory: string, name: string): string {
  let number = 1;
  while (file.has(`${directory}${name}${number}.xml`)) number += 1;
  return `${directory}${name}${number}.xml`;
}

/** Adds, changes and removes the charts of a sheet; all else of its drawing stays. */
export function writeCharts(writer: SheetWriter, now: readonly Chart[], book: ChartBook): void {
  const { file, path } = writer;
  const up = path.slice(0, path.lastIndexOf("/worksheets/") + 1);
  let drawing = drawingOf(file, path);
  const standing = drawing === undefined ? [] : fileCharts(file, drawing, book);
  const same = (a: Chart, b: Chart | undefined): boolean =>
    b !== undefined && JSON.stringify(a) === JSON.stringify(b);
  const find = (id: string): Chart | undefined => now.find((chart) => chart.id === id);
  const gone = standing.filter(({ chart }) => !same(chart, find(chart.id)));
  const added = now.filter(
    (chart) =>
      KINDS[chart.type] !== undefined &&
      !standing.some((each) => each.chart.id === chart.id && same(each.chart, chart)),
  );
  if (drawing !== undefined && gone.length > 0) {
    const cuts = gone.map(({ anchor: { span } }) => ({ ...span, text: "" }));
    file.setText(drawing, applyEdits(file.text(drawing), cuts));
    for (const { part } of gone) {
      unrelate(file, drawing, part);
      file.remove(part);
    }
  }
  if (added.length === 0) return;
  if (drawing === undefined) {
    drawing = freePath(file, `${up}drawings/`, "drawing");
    file.add(
      drawing,
      DRAWING_TYPE,
      `${DECLARATION}<xdr:wsDr xmlns:xdr="${DRAWING}" xmlns:a="${MAIN}"/>`,
    );
    const name = drawing.slice(drawing.lastIndexOf("/") + 1);
    const relation = writer.relate("drawing", `../drawings/${name}`);
    writer.replace("drawing", textElement("drawing", relation));
  }
  for (const chart of added) {
    const kind = KINDS[chart.type];
    if (kind === undefined) continue;
    const part = freePath(file, `${up}charts/`, "chart");
    file.add(part, CHART_TYPE, chartXml(chart, kind, book));
    const name = part.slice(part.lastIndexOf("/") + 1);
    const relation = file.relate(drawing, `${OFFICE}/chart`, `../charts/${name}`);
    const text = file.text(drawing);
    const root = readTree(drawing, text);
    const anchor = anchorXml(chart, root.children.length + 1, relation);
    file.setText(drawing, applyEdits(text, [appendInside(text, root, file.inDialect(anchor))]));
  }
}
