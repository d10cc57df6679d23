import { MAX_COLUMNS, MAX_ROWS, parseArea, splitAddress } from "../../core/a1";
import { HEADER_FOOTER_PLACES } from "../../core/sheetParts";
import type { MarginSide, PageLayout, PageZoom, PaperSize } from "../../core/sheetParts";
import type { Area } from "../../core/workbook";
import { invalidArgument, itemNotFound } from "../errors";
import { bind, navigation, scalar } from "../objects";
import type { HostObject, ObjectType, Parameters, Property } from "../objects";
import { checkedArea } from "./addresses";
import { range, rangeAreas } from "./registry";
import type { SheetTarget } from "./targets";

export function pageLayout(target: SheetTarget): HostObject {
  return bind(PAGE_LAYOUT, target);
}

/** Page settings are kept as given; nothing is printed here. */
function setting<K extends keyof PageLayout>(
  key: K,
  otherwise: NonNullable<PageLayout[K]>,
  accept: (value: unknown) => PageLayout[K],
): Property<SheetTarget> {
  return scalar(
    ({ sheet }) => sheet.parts.pageLayout[key] ?? otherwise,
    ({ sheet }, value) => {
      const accepted = accept(value);
      if (accepted === undefined) throw invalidArgument();
      sheet.parts.pageLayout[key] = accepted;
    },
  );
}

const asFlag = (value: unknown): boolean | undefined =>
  typeof value === "boolean" ? value : undefined;

function oneOf<V extends string>(...allowed: readonly V[]): (value: unknown) => V | undefined {
  return (value) => allowed.find((each) => each.toLowerCase() === String(value).toLowerCase());
}

const isPages = (value: unknown): value is number | undefined =>
  value === undefined || (typeof value === "number" && Number.isInteger(value) && value > 0);

function asZoom(value: unknown): PageZoom | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { scale, horizontalFitToPages, verticalFitToPages } = value as Partial<
    Record<keyof PageZoom, unknown>
  >;
  if (![scale, horizontalFitToPages, verticalFitToPages].every(isPages)) return undefined;
  return Object.fromEntries(
    Object.entries({ scale, horizontalFitToPages, verticalFitToPages }).filter(
      ([, given]) => given !== undefined,
    ),
  );
}

const ZOOM = setting("zoom", { scale: 100 }, asZoom);

/** Points of the margins where nobody has set them. */
const USUAL_MARGINS: Readonly<Record<MarginSide, number>> = {
  left: 50.4,
  right: 50.4,
  top: 54,
  bottom: 54,
  header: 21.6,
  footer: 21.6,
};

function margin(side: MarginSide): Property<SheetTarget> {
  return scalar(
    ({ sheet }) => sheet.parts.pageLayout.margins?.[side] ?? USUAL_MARGINS[side],
    ({ sheet }, value) => {
      if (typeof value !== "number" || value < 0) throw invalidArgument();
      setMargins(sheet.parts.pageLayout, { [side]: value });
    },
  );
}

function setMargins(layout: PageLayout, margins: NonNullable<PageLayout["margins"]>): void {
  layout.margins = { ...layout.margins, ...margins };
}

const POINTS: Readonly<Record<string, number>> = {
  Points: 1,
  Inches: 72,
  Centimeters: 72 / 2.54,
};

function setPrintMargins({ sheet }: SheetTarget, parameters: Parameters): void {
  const points = POINTS[parameters.text(0)];
  const given = parameters.at(1);
  if (points === undefined || typeof given !== "object" || given === null) throw invalidArgument();
  const margins: Partial<Record<MarginSide, number>> = {};
  for (const side of ["left", "right", "top", "bottom", "header", "footer"] as const) {
    const value = (given as Partial<Record<MarginSide, unknown>>)[side];
    if (value === undefined) continue;
    if (typeof value !== "number" || value < 0) throw invalidArgument();
    margins[side] = value * points;
  }
  setMargins(sheet.parts.pageLayout, margins);
}

/** The cells that a call names on this sheet: a range, several, or addresses. */
function areasOf({ sheet }: SheetTarget, parameters: Parameters): Area[] {
  const object = parameters.object(0);
  // Objects of these types are always bound to such targets.
  const ofObject = object?.target as
    { sheet: { id: string }; area?: Area; areas?: readonly Area[] } | undefined;
  if (ofObject) {
    if (ofObject.sheet.id !== sheet.id) throw invalidArgument();
    return ofObject.area ? [ofObject.area] : [...(ofObject.areas ?? [])];
  }
  return parameters
    .text(0)
    .split(",")
    .map((address) => {
      const { sheetName, local } = splitAddress(address.trim());
      const area = parseArea(local);
      if (!area || (sheetName !== null && sheetName !== sheet.name)) throw invalidArgument();
      return area;
    });
}

function only(target: SheetTarget, parameters: Parameters): Area {
  const [area, ...more] = areasOf(target, parameters);
  if (!area || more.length > 0) throw invalidArgument();
  return area;
}

const printArea = ({ env, sheet }: SheetTarget): HostObject | null => {
  const areas = sheet.parts.pageLayout.printArea;
  return areas ? rangeAreas({ env, sheet, areas }) : null;
};

const titles =
  (key: "printTitleRows" | "printTitleColumns") =>
  ({ env, sheet }: SheetTarget): HostObject | null => {
    const area = sheet.parts.pageLayout[key];
    return area ? range(env, sheet, area) : null;
  };

const orThrow =
  (find: (target: SheetTarget) => HostObject | null) =>
  (target: SheetTarget): HostObject => {
    const found = find(target);
    if (!found) throw itemNotFound();
    return found;
  };

const PAGE_LAYOUT: ObjectType<SheetTarget> = {
  name: "PageLayout",
  properties: {
    orientation: setting("orientation", "Portrait", oneOf("Portrait", "Landscape")),
    paperSize: setting(
      "paperSize",
      "A4",
      oneOf<PaperSize>("Letter", "Legal", "A3", "A4", "A5", "B4", "B5"),
    ),
    zoom: scalar(ZOOM.read, (target, value) => {
      const { env, sheet } = target;
      const taken = env.workbook.activeSheet().id === sheet.id && sheet.visibility === "Visible";
      if (taken || !env.behaves("zoomNeedsSheetOnScreen")) ZOOM.write?.(target, value);
    }),
    centerHorizontally: setting("centerHorizontally", false, asFlag),
    centerVertically: setting("centerVertically", false, asFlag),
    printGridlines: setting("printGridlines", false, asFlag),
    printHeadings: setting("printHeadings", false, asFlag),
    blackAndWhite: setting("blackAndWhite", false, asFlag),
    draftMode: setting("draftMode", false, asFlag),
    firstPageNumber: setting("firstPageNumber", "", (value) =>
      typeof value === "number" || value === "" ? value : undefined,
    ),
    leftMargin: margin("left"),
    rightMargin: margin("right"),
    topMargin: margin("top"),
    bottomMargin: margin("bottom"),
    headerMargin: margin("header"),
    footerMargin: margin("footer"),
    headersFooters: navigation((target) => bind(HEADERS_FOOTERS, target)),
  },
  methods: {
    setPrintArea: (target, parameters) => {
      target.sheet.parts.pageLayout.printArea = areasOf(target, parameters);
    },
    setPrintTitleRows: (target, parameters) => {
      const { row, rows } = only(target, parameters);
      target.sheet.parts.pageLayout.printTitleRows = checkedArea(row, 0, rows, MAX_COLUMNS);
    },
    setPrintTitleColumns: (target, parameters) => {
      const { column, columns } = only(target, parameters);
      target.sheet.parts.pageLayout.printTitleColumns = checkedArea(0, column, MAX_ROWS, columns);
    },
    setPrintMargins,
    getPrintArea: orThrow(printArea),
    getPrintAreaOrNullObject: printArea,
    getPrintTitleRows: orThrow(titles("printTitleRows")),
    getPrintTitleRowsOrNullObject: titles("printTitleRows"),
    getPrintTitleColumns: orThrow(titles("printTitleColumns")),
    getPrintTitleColumnsOrNullObject: titles("printTitleColumns"),
  },
};

const HEADERS_FOOTERS: ObjectType<SheetTarget> = {
  name: "HeaderFooterGroup",
  properties: {
    state: scalar(() => "Default"),
    defaultForAllPages: navigation((target) => bind(HEADER_FOOTER, target)),
  },
};

/** Texts with the codes of the format ("&P" is the page), as the client library hands them over. */
const HEADER_FOOTER: ObjectType<SheetTarget> = {
  name: "HeaderFooter",
  properties: Object.fromEntries(
    HEADER_FOOTER_PLACES.map((place) => [
      place,
      scalar<SheetTarget>(
        ({ sheet }) => sheet.parts.pageLayout.headerFooter?.[place] ?? "",
        ({ sheet }, value) => {
          if (typeof value !== "string") throw invalidArgument();
          const layout = sheet.parts.pageLayout;
          layout.headerFooter = { ...layout.headerFooter, [place]: value };
        },
      ),
    ]),
  ),
};

interface BreakTarget extends SheetTarget {
  readonly axis: "row" | "column";
}

interface OneBreakTarget extends BreakTarget {
  readonly index: number;
}

export function pageBreaks(target: SheetTarget, axis: "row" | "column"): HostObject {
  return bind(PAGE_BREAKS, { ...target, axis });
}

const listOf = (axis: "row" | "column") => (axis === "row" ? "rowBreaks" : "columnBreaks");

const breaksOf = ({ sheet, axis }: BreakTarget): number[] => sheet.parts[listOf(axis)];

function setBreaks({ sheet, axis }: BreakTarget, breaks: readonly number[]): void {
  sheet.parts[listOf(axis)] = [...new Set(breaks)].sort((a, b) => a - b);
}

const pageBreak = (target: BreakTarget, index: number): HostObject =>
  bind(PAGE_BREAK, { ...target, index });

function breakAt(target: BreakTarget, place: number): HostObject {
  const index = breaksOf(target)[place];
  if (index === undefined) throw invalidArgument();
  return pageBreak(target, index);
}

const PAGE_BREAKS: ObjectType<BreakTarget> = {
  name: "PageBreakCollection",
  items: (target) => breaksOf(target).map((index) => pageBreak(target, index)),
  item: (target, key) => breakAt(target, Number(key)),
  methods: {
    // A page begins with the first row (or column) of the cells that are named.
    add: (target, parameters) => {
      const index = only(target, parameters)[target.axis];
      if (index === 0) throw invalidArgument();
      setBreaks(target, [...breaksOf(target), index]);
      return pageBreak(target, index);
    },
    getCount: (target) => breaksOf(target).length,
    getItem: (target, parameters) => breakAt(target, parameters.integer(0)),
    removePageBreaks: (target) => setBreaks(target, []),
  },
};

const PAGE_BREAK: ObjectType<OneBreakTarget> = {
  name: "PageBreak",
  identity: ({ index }) => ({ _Id: index }),
  properties: {
    rowIndex: scalar(({ axis, index }) => (axis === "row" ? index : 0)),
    columnIndex: scalar(({ axis, index }) => (axis === "column" ? index : 0)),
  },
  methods: {
    delete: (target) =>
      setBreaks(
        target,
        breaksOf(target).filter((each) => each !== target.index),
      ),
    getCellAfterBreak: ({ env, sheet, axis, index }) =>
      range(env, sheet, { row: 0, column: 0, rows: 1, columns: 1, [axis]: index }),
  },
};
