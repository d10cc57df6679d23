import type { Area } from "./area";

/**
 * What a sheet of ours is, for finding it again: it is kept in the workbook as a hidden name of that sheet.
 * A sheet without a tag is HR's from the moment it is written.
 */
export const SHEET_TAGS = [
  "policyBook",
  "results",
  "resultsInFull",
  "candidates",
  "reviews",
  "payslips",
  "payslipsInFull",
  "payCheck",
  "payStrips",
  "closed",
] as const;
export type SheetTag = (typeof SHEET_TAGS)[number];

/**
 * The hidden sheet with the copy of the policy settings, and the hidden name of the workbook that points at its
 * cells (rule W5); part of the file format. No tag may be called so: names of sheets and workbooks meet in
 * programs that know no names of sheets.
 */
export const WITNESS = "_CS_POLICY";

/** What is written into a cell; text stays text, whatever it looks like, and null leaves the cell blank. */
export type WrittenCell =
  | { readonly text: string }
  | { readonly number: number }
  /** With its "=". */
  | { readonly formula: string }
  | null;

/** The format of cells; what is left out stays as Excel has it. Colours are "#RRGGBB". */
export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** In points. */
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly numberFormat?: string;
  readonly align?: "Left" | "Center" | "Right";
  readonly vertical?: "Top" | "Center" | "Bottom";
  readonly wrap?: boolean;
}

/** One style for many cells. */
export interface StyleOfAreas {
  readonly style: CellStyle;
  readonly areas: readonly Area[];
}

/** How a sheet prints: on A4, as wide as one page, as long as it needs. */
export interface SheetPrint {
  readonly orientation: "portrait" | "landscape";
  /** Rows repeated on every page, from and to, counted from 0. */
  readonly titleRows: { readonly first: number; readonly last: number } | null;
  /** Rows that start a new page. */
  readonly breaksBefore: readonly number[];
}

/** A native chart over cells of the sheet, its first row and column being the labels. */
export interface SheetChart {
  readonly name: string;
  readonly title: string;
  readonly type: "columnStacked" | "columnClustered" | "line";
  readonly source: Area;
  /** The cells that it covers. */
  readonly place: Area;
}

/** A worksheet to be written, from its first cell on: everything but the workbook it goes into. */
export interface SheetContent {
  /** Wanted name of the tab; where HR has a sheet of that name, a number is added. */
  readonly name: string;
  readonly tag: SheetTag | null;
  /** All rows are as long as there are column widths. */
  readonly rows: readonly (readonly WrittenCell[])[];
  readonly styles: readonly StyleOfAreas[];
  /** In characters of the standard font. */
  readonly columnWidths: readonly number[];
  /** Rows that stay in view. */
  readonly frozenRows: number;
  /** The heading row and the rows below it that can be filtered. */
  readonly filter: Area | null;
  readonly print: SheetPrint | null;
  /** Cells that take one of a list of words. */
  readonly lists: readonly { readonly area: Area; readonly words: readonly string[] }[];
  /** What is said while a cell of the area is selected. */
  readonly hints: readonly { readonly area: Area; readonly title: string; readonly text: string }[];
  /** A table of the workbook, with its heading row. */
  readonly table: { readonly name: string; readonly area: Area } | null;
  readonly charts: readonly SheetChart[];
}
