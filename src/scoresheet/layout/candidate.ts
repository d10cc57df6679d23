import type { LayoutProblem, MonthClue, SheetLayout, SheetMonth } from "../types";
import type { HeaderCells } from "./headerCells";
import type { CluesSettled } from "./monthClues";

/** A row read as a header: the layout, if it is one, and what it lacks. */
export interface Candidate {
  readonly layout: SheetLayout | null;
  readonly lacks: readonly LayoutProblem[];
  /** Headings that mean something. */
  readonly known: number;
  readonly combined: number;
}

/** A header to be read: its lines, as indices of the grid's rows, and what they say. */
export interface HeaderRead extends HeaderCells {
  readonly top: number;
  readonly bottom: number;
}

/** Where a table stands. */
export type Place = Pick<
  SheetLayout,
  "sheet" | "headerRow" | "twoHeaderRows" | "firstRow" | "lastRow"
>;

/** What HR and the surroundings of a table say of its months. */
export interface MonthsAround {
  /** The year that HR has given. */
  readonly said: number | undefined;
  /** What stands above the table and around the sheet; worked out when it is asked for. */
  readonly clues: () => CluesSettled;
}

/** What a layout lacks until it is found. */
export const PLAIN = {
  months: [],
  blocks: {},
  sheetMonth: null,
  year: null,
  order: null,
  unused: [],
  apart: [],
  unit: null,
  grades: null,
} satisfies Partial<SheetLayout>;

const WHY: Readonly<Record<MonthClue["source"], SheetMonth["why"]>> = {
  label: "label",
  title: "title",
  tab: "tab",
  file: "file",
  said: "chosen",
};

/** The month that clues give for a sheet without a month column; null where they name none. */
export function sheetMonthBy({ month, from }: CluesSettled): SheetMonth | null {
  const clue = from.find(({ number }) => number !== null);
  return clue === undefined ? null : { month, text: clue.text, why: WHY[clue.source], from };
}

/** The doubt that two clues which cannot both be right leave. */
export function clashOf(
  clash: CluesSettled["yearClash"],
  row: number,
): Extract<LayoutProblem, { code: "monthContradicts" }>[] {
  return clash === null ? [] : [{ code: "monthContradicts", row, clues: clash }];
}
