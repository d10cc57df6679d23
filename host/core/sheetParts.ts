import type { Area } from "./area";

/** What Excel keeps of a sheet besides its cells and no engine of ours holds. */
export interface SheetParts {
  /** Hidden so that a user cannot show it again. */
  veryHidden: boolean;
  protection: { protected: boolean; options: Record<string, unknown>; password: string | null };
  customProperties: Map<string, string>;
  pageLayout: PageLayout;
  /** Rows that begin a page because somebody wants it so. */
  rowBreaks: number[];
  columnBreaks: number[];
  autoFilter: AutoFilter | null;
  dataValidations: DataValidation[];
  hyperlinks: Hyperlink[];
  comments: Comment[];
  charts: Chart[];
  /** Appearance of tables by table id; a table without an entry appears as Excel makes new ones. */
  tableAppearances: Map<string, TableAppearance>;
}

/** How a sheet is printed; what nobody has set is missing. Margins are in points. */
export interface PageLayout {
  orientation?: "Portrait" | "Landscape";
  paperSize?: PaperSize;
  zoom?: PageZoom;
  centerHorizontally?: boolean;
  centerVertically?: boolean;
  printGridlines?: boolean;
  printHeadings?: boolean;
  blackAndWhite?: boolean;
  draftMode?: boolean;
  firstPageNumber?: number | "";
  margins?: Partial<Record<MarginSide, number>>;
  printArea?: readonly Area[];
  printTitleRows?: Area;
  printTitleColumns?: Area;
  headerFooter?: Partial<Record<HeaderFooterPlace, string>>;
}

export type MarginSide = "left" | "right" | "top" | "bottom" | "header" | "footer";

export type PaperSize = "Letter" | "Legal" | "A3" | "A4" | "A5" | "B4" | "B5";

/** A scale in percent, or pages to fit onto; a direction that is not given takes the pages it needs. */
export interface PageZoom {
  readonly scale?: number;
  readonly horizontalFitToPages?: number;
  readonly verticalFitToPages?: number;
}

export const HEADER_FOOTER_PLACES = [
  "leftHeader",
  "centerHeader",
  "rightHeader",
  "leftFooter",
  "centerFooter",
  "rightFooter",
] as const;

export type HeaderFooterPlace = (typeof HEADER_FOOTER_PLACES)[number];

export interface AutoFilter {
  readonly area: Area;
  /** By the column's place in the area. */
  readonly criteria: ReadonlyMap<number, FilterCriteria>;
}

export type FilterCriteria =
  | { readonly filterOn: "Values"; readonly values: readonly string[] }
  | {
      readonly filterOn: "Custom";
      readonly criterion1: string;
      readonly criterion2?: string;
      readonly operator?: "And" | "Or";
    };

export type ValidationOperator =
  | "Between"
  | "NotBetween"
  | "EqualTo"
  | "NotEqualTo"
  | "GreaterThan"
  | "LessThan"
  | "GreaterThanOrEqualTo"
  | "LessThanOrEqualTo";

export interface ValidationLimits {
  readonly formula1: string | number;
  readonly formula2?: string | number;
  readonly operator: ValidationOperator;
}

export const LIMIT_KINDS = ["wholeNumber", "decimal", "date", "time", "textLength"] as const;

export type LimitKind = (typeof LIMIT_KINDS)[number];

/** What may be typed, as the client library writes it: one of these. */
export interface ValidationRule extends Partial<Record<LimitKind, ValidationLimits>> {
  /** A formula with "=", or the choices separated by commas. */
  readonly list?: { readonly inCellDropDown: boolean; readonly source: string };
  readonly custom?: { readonly formula: string };
}

/** Kept as given and not enforced. */
export interface DataValidation {
  readonly area: Area;
  readonly rule: ValidationRule;
  readonly ignoreBlanks: boolean;
  readonly prompt: ValidationPrompt | null;
  readonly errorAlert: ValidationAlert | null;
}

export interface ValidationPrompt {
  readonly showPrompt: boolean;
  readonly title: string;
  readonly message: string;
}

export interface ValidationAlert {
  readonly showAlert: boolean;
  readonly style: "Stop" | "Warning" | "Information";
  readonly title: string;
  readonly message: string;
}

export interface Hyperlink {
  readonly area: Area;
  /** Outside of the workbook; or … */
  readonly address?: string;
  /** … within it: "'Sheet 1'!A1" or a name. */
  readonly documentReference?: string;
  readonly screenTip?: string;
}

export interface Comment {
  /** A GUID in braces. */
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly content: string;
  readonly authorName: string;
  readonly resolved: boolean;
}

/** Where a corner of a chart is: a cell, and points from its top left. */
export interface Corner {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

export interface ChartSeries {
  readonly name: string;
  /** The cell that holds the name; null where the name is typed. */
  readonly nameCell: Area | null;
  readonly values: Area;
  /** null: counted. */
  readonly categories: Area | null;
  /** "#RRGGBB"; null for the theme's own. */
  readonly color: string | null;
}

export interface Chart {
  readonly id: string;
  readonly name: string;
  /** As the client library names it: "Line", "ColumnStacked". */
  readonly type: string;
  /** The sheet whose cells it draws. */
  readonly sourceSheetId: string;
  readonly source: Area;
  readonly seriesBy: "Columns" | "Rows";
  readonly series: readonly ChartSeries[];
  /** null: no title. */
  readonly title: string | null;
  readonly legend: "Top" | "Bottom" | "Left" | "Right" | null;
  readonly categoryTitle: string | null;
  readonly valueTitle: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly from: Corner;
  readonly to: Corner;
}

export interface TableAppearance {
  /** "TableStyleMedium2"; "" for none. */
  readonly style: string;
  readonly showBandedRows: boolean;
  readonly showFilterButton: boolean;
}

export const NEW_TABLE: TableAppearance = {
  style: "TableStyleMedium2",
  showBandedRows: true,
  showFilterButton: true,
};

/** What stands beside the cells of a new sheet. */
export function createParts(): SheetParts {
  return {
    veryHidden: false,
    protection: { protected: false, options: {}, password: null },
    customProperties: new Map(),
    pageLayout: {},
    rowBreaks: [],
    columnBreaks: [],
    autoFilter: null,
    dataValidations: [],
    hyperlinks: [],
    comments: [],
    charts: [],
    tableAppearances: new Map(),
  };
}
