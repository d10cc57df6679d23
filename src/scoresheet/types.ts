import type { Cell, CellRef, SheetRef } from "../grid";
import type { Fen, Month, Score, SheetField } from "../units";
import type { Quantity } from "./cells/types";

export { SHEET_FIELDS } from "../units";
export type { SheetField } from "../units";

export type * from "./cells/types";

// ---------------------------------------------------------------- layout

/** Structural twin of the policy's headings, so that this room needs no policy. */
export type HeadingNames<F extends string> = {
  readonly [field in F]: { readonly name: string; readonly synonyms: readonly string[] };
};

/** A recognised column and why: its exact name, a synonym, what its cells hold, or HR's choice. */
export interface ColumnFound {
  readonly field: SheetField;
  readonly column: number;
  readonly heading: string;
  readonly why: "name" | "synonym" | "content" | "chosen";
}

/** Fields that a wide sheet may hold for each month. */
export const MONTHLY_FIELDS = [
  "score",
  "sales",
  "extra",
  "complaints",
  "leaves",
  "basePaid",
  "commissionPaid",
  "performancePaid",
  "grossPaid",
  "finesPaid",
] as const satisfies readonly SheetField[];
export type MonthlyField = (typeof MONTHLY_FIELDS)[number];

/** What a column is used for once HR has said so. */
export type ColumnUse =
  | { readonly kind: "field"; readonly field: SheetField }
  /** The year of months that name none. */
  | { readonly kind: "year" }
  | { readonly kind: "month"; readonly field: MonthlyField; readonly month: Month }
  | { readonly kind: "ignored" };

/** A month column of a wide sheet. */
export interface MonthColumn {
  readonly column: number;
  readonly heading: string;
  readonly month: Month;
}

/** A column that every score sheet has; "name" stands for a name or an employee ID. */
export type RequiredField = Extract<SheetField, "name" | "month" | "score">;

export type LayoutProblem =
  | {
      readonly code: "columnMissing";
      readonly field: RequiredField;
      readonly row: number;
      /** Unknown columns that look like it. */
      readonly proposals?: readonly { readonly column: number; readonly heading: string }[];
    }
  | {
      readonly code: "columnTwice";
      readonly field: SheetField;
      readonly columns: readonly { readonly column: number; readonly heading: string }[];
      readonly row: number;
    }
  | {
      readonly code: "monthWithoutYear";
      /** Null where the sheet's name is at fault. */
      readonly column: number | null;
      readonly row: number;
      readonly heading: string;
    }
  | {
      readonly code: "monthUnreadable";
      readonly column: number;
      readonly row: number;
      readonly heading: string;
    }
  | {
      readonly code: "monthTwice";
      readonly column: number;
      readonly row: number;
      readonly heading: string;
      readonly month: Month;
      readonly firstColumn: number;
    }
  /** Two pieces of evidence for the month of the sheet that cannot both be right. */
  | {
      readonly code: "monthContradicts";
      readonly row: number;
      readonly clues: readonly [MonthClue, MonthClue];
    }
  /** Another row explains about as much of the sheet as its heading. */
  | {
      readonly code: "headerInDoubt";
      readonly row: number;
      readonly other: number;
      readonly headings: readonly string[];
    }
  | { readonly code: "unitInDoubt"; readonly row: number; readonly unit: AmountUnit }
  /** Scores are given as grades whose points nobody has named. */
  | {
      readonly code: "gradesUnknown";
      readonly column: number;
      readonly row: number;
      readonly heading: string;
      readonly grades: readonly string[];
    };

/** A piece of evidence for the month that a sheet is of. */
export interface MonthClue {
  /** A labelled cell above the table, a title, the name of the sheet, that of the file, or HR. */
  readonly source: "label" | "title" | "tab" | "file" | "said";
  readonly year: number | null;
  /** 1 to 12. */
  readonly number: number | null;
  readonly text: string;
  /** Where it stands on the sheet, in its own rows and columns; null for names and for what HR said. */
  readonly cell: { readonly row: number; readonly column: number } | null;
}

/** The month that a whole sheet is of, and what says so. */
export interface SheetMonth {
  /** Null while its year is not known, or while two clues contradict each other. */
  readonly month: Month | null;
  readonly text: string;
  readonly why: "label" | "title" | "tab" | "file" | "chosen";
  /** Everything that was put together. */
  readonly from?: readonly MonthClue[];
}

/** Where months that name no year have theirs from: a column beside them, what stands above or around, or HR. */
export interface YearFound {
  /** Null where each row names its own. */
  readonly year: number | null;
  /** The first month of that year; smaller ones are of the next. 1 unless the months run over a turn of the year. */
  readonly first: number;
  readonly column: number | null;
  readonly from: MonthClue | null;
}

/** Why a column is taken for what it is: what its headings say, line by line, and the word they come to. */
export interface ColumnReason {
  readonly field: SheetField;
  readonly column: number;
  /** The headings above the column as they stand, the upper line first. */
  readonly lines: readonly string[];
  /** The name or synonym that they come to; null where HR chose the column. */
  readonly word: string | null;
  readonly how: "name" | "synonym" | "joined" | "content" | "chosen";
}

/** A column whose heading means nothing to the product. */
export interface UnusedColumn {
  readonly column: number;
  readonly lines: readonly string[];
}

/** A table of the same sheet that was not read: right or left of a blank column. */
export interface TableApart {
  readonly row: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly headings: readonly string[];
}

/** In which unit the amounts of a column are typed, where there is reason to think that it is not yuan. */
export interface AmountUnit {
  readonly field: SheetField;
  readonly column: number;
  /** Yuan in one of it. */
  readonly factor: number;
  readonly why: "heading" | "above" | "values" | "chosen";
  readonly text: string;
  /** Until HR has said so, the amounts are unknown. */
  readonly settled: boolean;
}

/** Where the people and months of a sheet stand; rows and columns are the sheet's own, from 0. */
export interface SheetLayout {
  readonly kind: "long" | "wide";
  readonly sheet: SheetRef;
  /** The row above the people; the lower one of two header rows. */
  readonly headerRow: number;
  /** Whether the row above names months, years or fields for several columns at once. */
  readonly twoHeaderRows: boolean;
  /** First and last row that can hold people; no rows where the first is behind the last. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: { readonly [field in SheetField]?: ColumnFound };
  /** Wide only, sorted by date; empty while the first month header lacks its year. */
  readonly months: readonly MonthColumn[];
  /** Wide only: what else stands there month by month, in the same order. */
  readonly blocks: { readonly [field in Exclude<MonthlyField, "score">]?: readonly MonthColumn[] };
  /** Long only: the month of every row, where what stands above or around gives it and no column does. */
  readonly sheetMonth: SheetMonth | null;
  /** Where months without a year have theirs from; null where none was asked for or none is known. */
  readonly year: YearFound | null;
  /** Wide only: the month columns as they stand left to right run older → newer, newer → older, or mixed. */
  readonly order: "rising" | "falling" | "mixed" | null;
  readonly reasons: readonly ColumnReason[];
  readonly unused: readonly UnusedColumn[];
  readonly apart: readonly TableApart[];
  readonly unit: AmountUnit | null;
  /** What HR has said that grades are worth, in points; null where the scores are numbers. */
  readonly grades: Readonly<Record<string, number>> | null;
  readonly problems: readonly LayoutProblem[];
}

/** No score sheet: what it would need where some of it was recognised, nothing where none was. */
export interface NoLayout {
  readonly kind: "none";
  readonly sheet: SheetRef;
  readonly problems: readonly LayoutProblem[];
}

// ---------------------------------------------------------------- looks

/** Cells that Excel shows as one; only the upper left one holds something. */
export interface MergedCells {
  readonly cell: CellRef;
  readonly rows: number;
  readonly columns: number;
}

/** What Excel knows of a sheet beside the values of its cells. */
export interface SheetDisplay {
  /** How many of the people's rows are hidden, by a filter or by hand; null for some. */
  readonly hiddenRows: number | null;
  /** Merged cells among those of the people. */
  readonly merged: readonly MergedCells[];
  /** A cell as Excel shows it, where it was asked for because its format may round. */
  readonly shown: (cell: CellRef) => string | undefined;
}

// ---------------------------------------------------------------- records

/** A quantity and the cell it stands in; null cell: the sheet has no such column. */
export interface CellOf<T> {
  readonly cell: CellRef | null;
  readonly quantity: Quantity<T>;
  readonly seen: Cell;
  readonly formula: boolean;
}

/**
 * Text of a person as it stands and as it is compared: NFKC and trimmed, in names without inner spaces
 * but those between Latin words. Of a 工号 or name that is an error, `text` is blank.
 */
export interface TextOf {
  readonly cell: CellRef | null;
  readonly text: string;
  readonly seen: string;
  /** Excel has not calculated the cell yet; `text` is blank. */
  readonly pending: boolean;
}

/** One employee in one month (one row of a long sheet, one month cell of a wide one). */
export interface SheetRecord {
  /** Of the sheet that the row stands in: earlier months may come from another one. */
  readonly layout: SheetLayout;
  readonly row: number;
  readonly employeeId: TextOf;
  readonly name: TextOf;
  readonly month: CellOf<Month>;
  /** As typed; the policy knows which level it is. Blank text where the cell is blank or absent. */
  readonly level: TextOf;
  readonly score: CellOf<Score>;
  readonly sales: CellOf<Fen>;
  readonly extra: CellOf<Fen>;
  readonly complaints: CellOf<number>;
  readonly leaves: CellOf<number>;
  /** Months, since rules count in months; the day of the month rides along where the cell is a full date. */
  readonly hired: CellOf<Month>;
  readonly hiredDay: number | null;
  readonly levelSince: CellOf<Month>;
  readonly paid: {
    readonly base: CellOf<Fen>;
    readonly commission: CellOf<Fen>;
    readonly performance: CellOf<Fen>;
    readonly gross: CellOf<Fen>;
    readonly fines: CellOf<Fen>;
  };
  /** What the typed gross pay holds beside the policy's parts. */
  readonly ownPay: OwnAmounts;
}

/** An amount of the department's own within gross pay; negative where it is taken off. */
export interface OwnAmount {
  readonly column: number;
  readonly heading: string;
  readonly amount: Fen;
}

/** Allowances and deductions within gross pay, and what says that they are. */
export interface OwnAmounts {
  readonly amounts: readonly OwnAmount[];
  /** The formula of the gross adds them; they stand between the parts and a gross typed by hand; a formula that cannot be followed. */
  readonly by: "formula" | "place" | "unknown" | "none";
}

/** Cells of one sheet that Excel has not calculated yet. */
export interface PendingCells {
  readonly count: number;
  readonly first: CellRef;
}

/** Everything of one person on the sheet; a person is known by 工号, else by name. */
export interface Person {
  /** Unique on the sheet: no 工号 makes the key of a name. */
  readonly key: string;
  readonly employeeId: string;
  /** As compared, of the person's lowest row that has one; people are shown by it. */
  readonly name: string;
  /** Months ascending, one month in the order of the sheet; those whose month cannot be read come last. */
  readonly records: readonly SheetRecord[];
  /** The cell to point at: the name (without a name column the 工号) in the person's lowest row. */
  readonly cell: CellRef;
}

/** Why a row is nobody's: `blank` names somebody and says nothing more, `other` holds neither a name nor anything to read. */
export type SkippedKind =
  "sum" | "signature" | "hint" | "group" | "heading" | "table" | "blank" | "other" | "nameless";

/** A row with content that is nobody's, and what says so. */
export interface SkippedRow {
  readonly sheet: SheetRef;
  readonly row: number;
  readonly kind: SkippedKind;
  readonly text: string;
}

/** Somebody whose rows without 工号 were joined to those with one, by a name that has no other. */
export interface JoinedPerson {
  readonly employeeId: string;
  readonly name: string;
  /** Rows that were joined. */
  readonly rows: number;
}

/** What another sheet can tell of the people of a score sheet. */
export const COMPANION_FIELDS = [
  "sales",
  "extra",
  "complaints",
  "leaves",
  "level",
  "levelSince",
  "hired",
] as const;
export type CompanionField = (typeof COMPANION_FIELDS)[number];

/** How the people of a score sheet are found on another sheet. */
export interface CompanionMatch {
  readonly sheet: SheetRef;
  readonly fields: readonly CompanionField[];
  readonly people: number;
  readonly matched: number;
  /** Names, or 工号, of those who are not found there. */
  readonly unmatched: readonly string[];
}

/** A sheet as read: its layout, its people, and rows that have content but nobody's name. */
export interface ScoreSheet {
  /** Of the sheet that is validated. */
  readonly layout: SheetLayout;
  /** Of the sheets that were read along with it: other months, earlier scores. */
  readonly others: readonly SheetLayout[];
  readonly people: readonly Person[];
  /** Rows with a score or sales but neither 工号 nor 姓名 (employeeMissing); of a wide row its first month only. */
  readonly nameless: readonly SheetRecord[];
  /** Rows of which Excel has not calculated yet whose they are. */
  readonly unplaced: readonly SheetRecord[];
  /** The cells of records that Excel has not calculated yet, sheet by sheet where there are any. */
  readonly pending: readonly PendingCells[];
  /** Whether a cell of any of these sheets holds a formula. */
  readonly isFormula: (cell: CellRef) => boolean;
  /** Every record in sheet order, the nameless too, for findings that look across people. */
  readonly records: readonly SheetRecord[];
  /** Rows with content that are nobody's, the first of each sheet. */
  readonly skipped: readonly SkippedRow[];
  readonly joined: readonly JoinedPerson[];
  /** What was taken from other sheets of the same people. */
  readonly taken: readonly CompanionMatch[];
  /** Months whose sheets were found and not read, since they lack a column: the name of each. */
  readonly unread: ReadonlyMap<Month, string>;
  /** When people left, by their key, as a roster says: the month, or null where only that is known. */
  readonly left: ReadonlyMap<string, Month | null>;
}
