import type { Cell, SheetContent, SheetTag } from "../grid";
import type { Block, ParameterSheet, PlainFormulas } from "../formulas";
import type { NoPlainReason } from "./formulas/translate";
import type { SheetState } from "./workbook/book";
import type { CellPlace, TroubledCell } from "./workbook/surveySheet";

/** Plain formulas in the place of calls. */
export interface PlainChoice {
  /** What the sheet of numbers that they refer to is called, where the workbook has none of that name. */
  readonly sheet: string;
  /** The formulas of a workbook in which the sheet is called so. */
  readonly make: (sheet: string) => PlainFormulas;
  /** How the sheet looks. */
  readonly lay: (sheet: ParameterSheet) => SheetContent;
}

/** What a recipient must not see: it is removed from the file, not hidden. */
export interface LeftOut {
  /** Sheets that the add-in has written. */
  readonly tags: readonly SheetTag[];
  /** Columns by their headings, whatever white space stands in them. */
  readonly headings: readonly string[];
  /** Other headings by which a row of headings is known. */
  readonly known: readonly string[];
  /** Whole words of which a heading holds one, such as the mark of amounts under other readings. */
  readonly headingWords: readonly string[];
  /** Notes and comments of cells. */
  readonly notes: boolean;
  /** What the heading of such a column says instead. */
  readonly label: string;
}

/** People's names: kept, or removed from every part of the file. */
export type PeopleChoice =
  | { readonly kind: "keep" }
  | {
      /** "numbers" gives each person one, the same everywhere. */
      readonly kind: "numbers" | "remove";
      /** Headings of the columns in which the names of people stand. */
      readonly headings: readonly string[];
      /** What a person is called by number, and what stands for a name inside of a longer text. */
      readonly label: string;
    };

/**
 * What a call of the add-in answers, one cell each; null where nobody can tell.
 * @param name Without the namespace, in capitals: "COMMISSION".
 * @param blocks What its arguments hold; null where one is left out.
 */
export type EvaluateCall = (
  name: string,
  blocks: readonly (Block | null)[],
) => readonly (readonly Cell[])[] | null;

/** A cell whose plain formula gives something else than the file shows in it. */
export interface Difference extends CellPlace {
  /** The cell with the formula that fills it: itself, or the first of a block. */
  readonly anchor: CellPlace;
  readonly stored: Cell;
  readonly computed: Cell;
}

/** What plain formulas would give, held against the values that the file stores beside the calls. */
export interface Comparison {
  /** Cells that were compared. */
  readonly compared: number;
  readonly differences: readonly Difference[];
  /** Cells that store no value, or one that says that nobody has calculated it. */
  readonly uncalculated: readonly Difference[];
  /** Formulas that compute further with what a call gives: what they come to only Excel knows. */
  readonly untold: { readonly count: number; readonly first: CellPlace | null };
  /** The workbook has more cells than can be compared. */
  readonly isTooLarge: boolean;
}

/** What a copy shows in cells whose plain formulas say something else than is stored in them. */
export interface DisputedCells {
  /** "stored": values, as they are; "computed": the formulas, with what they give. */
  readonly show: "stored" | "computed";
  readonly cells: readonly Difference[];
}

export interface ShareChoices {
  /** Plain formulas for calls of the add-in where there are some; null: calls become values. */
  readonly plain: PlainChoice | null;
  /** Cells that were found to disagree with their plain formulas. */
  readonly disputed: DisputedCells;
  /** The sheets of the copy; null: all. */
  readonly sheets: readonly string[] | null;
  /** What becomes of a call's value that is an error. */
  readonly errors: "keep" | "blank";
  readonly leftOut: LeftOut;
  readonly people: PeopleChoice;
  /** The add-in's highlights of cells. */
  readonly highlights: boolean;
  /** The policy settings of the workbook. */
  readonly policy: boolean;
  /** The first sheet of the copy, made of what was done; null: none. */
  readonly cover: ((facts: CopyFacts) => SheetContent) | null;
}

/** Calls that have no plain formula, by function and reason. */
export interface NoPlainCount {
  readonly call: string;
  readonly why: NoPlainReason;
  readonly count: number;
  readonly first: CellPlace;
}

/** What was done to make a copy. */
export interface CopyFacts {
  readonly sheets: readonly string[];
  readonly sheetsLeftOut: readonly string[];
  /** Formulas that became values because they call the add-in. */
  readonly frozen: number;
  /** Formulas that became values because they refer to what is left out. */
  readonly frozenForLeftOut: number;
  /** Formulas that are blank in the copy because their values would disclose what is left out. */
  readonly blanked: number;
  /** Calls that became plain formulas. */
  readonly plain: number;
  readonly noPlain: readonly NoPlainCount[];
  /** Of those that became values, the ones whose plain formulas would show something else. */
  readonly keptAsStored: number;
  /** Cells that show what their plain formulas give, and not what was stored. */
  readonly corrected: number;
  /** Cells that show an error, or nothing since they were never calculated, instead of a call's value. */
  readonly troubled: readonly TroubledCell[];
  readonly troubledCount: number;
  readonly namesGone: readonly string[];
  readonly rulesGone: number;
  readonly checksGone: number;
  /** Columns that were left out, by their headings. */
  readonly columnsLeftOut: readonly string[];
  readonly notesGone: number;
  readonly pivotsGone: number;
  /** Parts that start add-ins. */
  readonly addInsGone: number;
  /** People whose names were replaced. */
  readonly people: number;
}

export interface SharedCopy {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly facts: CopyFacts;
}

/** What is known of a sheet before a copy is made. */
export interface SheetInWorkbook {
  readonly name: string;
  readonly state: SheetState;
  readonly tag: SheetTag | null;
  readonly formulas: number;
  readonly calls: number;
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
}

/** What a copy would be made of. */
export interface WorkbookSurvey {
  readonly sheets: readonly SheetInWorkbook[];
  readonly troubled: readonly TroubledCell[];
  readonly troubledCount: number;
  /** Different names in the columns of names. */
  readonly people: number;
  /** Headings of columns that can be left out, as they stand in the workbook. */
  readonly columns: readonly string[];
  readonly notes: number;
  /** What plain formulas would be made of the calls in cells; null where they were not asked for. */
  readonly plain: { readonly formulas: number; readonly noPlain: readonly NoPlainCount[] } | null;
  /** Outside of cells, what calls the add-in and would be removed: rules that format cells, checks of what is typed, names. */
  readonly removed: {
    readonly rules: number;
    readonly checks: number;
    /** The sheets on which these rules and checks stand. */
    readonly sheets: readonly string[];
    readonly names: readonly string[];
  };
  readonly hasMacros: boolean;
  readonly startsAddIns: boolean;
}

/** How far a piece of work has come. */
export interface ShareStep {
  readonly done: number;
  readonly total: number;
  /** What has to be waited for before the next step; only where the platform packs. */
  readonly until?: Promise<unknown>;
}
