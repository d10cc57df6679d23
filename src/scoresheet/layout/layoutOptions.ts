import type { ColumnUse, HeadingNames, ScoreLimits, SheetField, SheetMonth } from "../types";

/** Rows in which the headings of a sheet may stand; those behind the first are looked at where these hold none. */
export const HEADER_ROWS = { first: 20, most: 40 } as const;

/** A mapping of HR's where the sheet has its columns now. */
export interface ResolvedMapping {
  readonly headerRow: number;
  readonly columns: ReadonlyMap<number, ColumnUse>;
}

/** Words of headings and labels that name no field. */
export interface OtherHeadings {
  /** Columns and labels of a year: 年份, 年度. */
  readonly year: readonly string[];
  /** Labels of the month or period of a sheet, beside the headings of a month column. */
  readonly period: readonly string[];
  /** Running numbers: 序号. */
  readonly ordinal: readonly string[];
  /** Columns of the day on which somebody left: 离职日期. */
  readonly leftOn?: readonly string[];
  /** Columns that say whether somebody is still there: 在职状态. */
  readonly status?: readonly string[];
  /** What such a column says of those who are not: 离职. */
  readonly gone?: readonly string[];
}

/** What is known of a policy and of HR's answers while a sheet is laid out. */
export interface LayoutOptions {
  readonly headings: HeadingNames<SheetField>;
  readonly others?: OtherHeadings | undefined;
  readonly limits: ScoreLimits;
  /** Whether a text (NFKC, trimmed) names a level of the policy. */
  readonly isLevel: (text: string) => boolean;
  /** The year of the first month without one, once HR has given it (monthHeaderWithoutYear). */
  readonly year?: number | undefined;
  /** What the sheet's name says of its month, or the month that HR has given it. */
  readonly sheetMonth?: SheetMonth | undefined;
  /** The name of the workbook's file, without folders and ending. */
  readonly file?: string | undefined;
  /** Yuan in one unit of the sales typed, once HR has said it. */
  readonly unit?: number | undefined;
  /** What HR has said that grades are worth, in points. */
  readonly grades?: Readonly<Record<string, number>> | undefined;
  /** HR's own mapping: the header row, and what its columns are. */
  readonly chosen?: ResolvedMapping | undefined;
}
