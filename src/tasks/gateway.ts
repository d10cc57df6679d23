import type {
  Area,
  Cell,
  CellRef,
  Grid,
  SheetContent,
  SheetRef,
  SheetTag,
  WrittenCell,
} from "../grid";
import type { PlainProblem, Problem, ProblemKind } from "../problems";
import { isCancelled } from "./run/cancelled";
import type { Marks } from "../views";
import type { MergedCells } from "../scoresheet";

/** What can go wrong with a workbook; cancelling is no failure of it. */
export type GatewayProblem = Exclude<Problem, { readonly kind: "cancelled" }>;

/** The one error that a gateway throws, but for what an abort signal throws. Its message is Excel's own: for a report, not for HR. */
export class GatewayError extends Error {
  override readonly name = "GatewayError";
  readonly facts: GatewayProblem;

  constructor(problem: GatewayProblem | Exclude<PlainProblem, "cancelled">, detail = "") {
    const facts = typeof problem === "string" ? { kind: problem } : problem;
    super(detail === "" ? facts.kind : detail);
    this.facts = facts;
  }

  get problem(): Exclude<ProblemKind, "cancelled"> {
    return this.facts.kind;
  }
}

export interface SheetSummary extends SheetRef {
  readonly active: boolean;
  readonly visible: boolean;
  /** What we have written it as; null for a sheet of HR's. */
  readonly tag: SheetTag | null;
}

/** Rows read so far, of how many. */
export interface ReadProgress {
  readonly rows: number;
  readonly of: number;
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  /** Asked once, with the sheet's first rows: whether the rest is worth a look. */
  readonly accept?: ((head: Grid) => boolean) | undefined;
}

/** Rows written so far, of how many. */
export type WriteProgress = ReadProgress;

/** Cells that Excel shows as one. */
export type MergedArea = MergedCells;

/** A table of Excel's: its name and where it stands, headings included. */
export interface SheetTable {
  readonly name: string;
  readonly area: Area;
}

export interface WriteOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: WriteProgress) => void) | undefined;
  /** Whether the sheet is shown once it is written; it is unless this says otherwise. */
  readonly show?: boolean | undefined;
}

/** One cell to be changed: what must stand there, and what is to stand there. */
export interface CellEdit {
  readonly row: number;
  readonly column: number;
  /** The cell as it was read; a formula with its "=". A cell that holds anything else by now is left alone. */
  readonly before: Cell;
  readonly after: WrittenCell;
  /** Null leaves the format alone. */
  readonly numberFormat: string | null;
}

export interface CellsEdited {
  /** The edits that were carried out, turned round. */
  readonly undo: readonly CellEdit[];
  /** Those that were not, since somebody has changed the cell meanwhile or a formula stands in it. */
  readonly skipped: readonly CellEdit[];
}

export interface WrittenSheet {
  readonly sheet: SheetRef;
  /** Whether a sheet of ours was there already and has been refreshed. */
  readonly refreshed: boolean;
}

/** What somebody has changed in the workbook. */
export interface SheetEdit {
  readonly sheetId: string;
  /**
   * The cells typed into; null where rows, columns or cells were inserted or deleted, the sheet is gone,
   * or Excel does not say which cells.
   */
  readonly area: Area | null;
  /** A colleague who works in the same workbook did it. */
  readonly remote: boolean;
}

/** Some areas of a sheet as they are now. */
export interface AreasRead {
  /** The sheet's used range; null where it is empty by now. */
  readonly used: Area | null;
  readonly sheetName: string;
  /** Values, and formulas as Excel hands them over: constants stand for themselves. */
  readonly areas: readonly { readonly values: Grid["rows"]; readonly formulas: Grid["rows"] }[];
}

/** One row of a table of HR's to be filled in, or a new one below its rows. */
export interface RowEdit {
  readonly headerRow: number;
  /** The headings of the columns that are written, as they were read. */
  readonly headings: readonly { readonly column: number; readonly text: string }[];
  /** The row; null adds one. */
  readonly row: number | null;
  /** What some of its cells hold as they were read: they show that it is still the same row. */
  readonly expected: readonly { readonly column: number; readonly text: string }[];
  readonly cells: readonly { readonly column: number; readonly cell: WrittenCell }[];
}

/** Bytes of the file so far, of how many. */
export interface FileProgress {
  readonly done: number;
  readonly of: number;
}

export interface ReadFileOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: FileProgress) => void) | undefined;
}

/** The policy settings as a workbook keeps them. */
export interface KeptPolicy {
  /** The parts as XML, in the order in which they are stored. */
  readonly parts: readonly string[];
  /** The texts of the cells that hold the copy (rule W5), from the top; null where the workbook has none. */
  readonly witness: readonly string[] | null;
}

/** What is to be kept of the policy settings. */
export interface PolicyWrite {
  /** Null takes the part out. */
  readonly part: string | null;
  /** Null leaves the copy as it is. */
  readonly witness: readonly string[] | null;
}

/** The workbook as the tasks see it; every member may throw a GatewayError. */
export interface Gateway {
  /** In tab order, hidden ones too. */
  /** Where the workbook is kept, as Excel names it: a path or an address; null where it was never saved or Excel does not say. */
  readFileAddress(): Promise<string | null>;
  listSheets(): Promise<readonly SheetSummary[]>;
  /**
   * The values of the used range, read in chunks; no rows where the sheet is empty, null where
   * `accept` refused it. No cell counts as a formula: `findFormulas` knows.
   */
  readSheet(sheet: SheetRef, options?: ReadOptions): Promise<Grid | null>;
  /** Which cells of an area hold formulas. */
  findFormulas(
    sheet: SheetRef,
    area: Area,
    options?: Pick<ReadOptions, "signal">,
  ): Promise<Grid["isFormula"]>;
  /** The formulas in the first rows of every sheet: enough to tell what kinds of formulas a workbook has. */
  readFormulaHeads(): Promise<readonly string[]>;
  /** A few areas of a sheet in one round trip: for what has changed of a sheet that was read. */
  readAreas(sheet: SheetRef, areas: readonly Area[]): Promise<AreasRead>;
  /**
   * Reports every edit in any sheet from now on, and whenever Excel has calculated: once for each sheet that
   * it went through, also while functions have yet to answer. Meant to be called once: handlers added later cost HR
   * Excel's own undo, so all are registered together.
   */
  watchEdits(listener: (edit: SheetEdit) => void, calculated?: () => void): Promise<void>;
  /**
   * Highlights the marks in place of all earlier ones. `read` is the range they were found in: where the
   * sheet's used range is another one by now, nothing is written ("changed"). Failed or cancelled half
   * done it leaves the earlier marks, or the new ones complete.
   */
  applyMarks(marks: Marks, read: Area, options?: Pick<ReadOptions, "signal">): Promise<void>;
  /** Removes the add-in's highlights, and only those, from every sheet; says from how many cells' rules. */
  clearMarks(): Promise<number>;
  /**
   * Changes single cells of HR's, all or none: those that still hold what was read, and no formula unless the
   * edit names it.
   */
  editCells(
    sheet: SheetRef,
    edits: readonly CellEdit[],
    options?: WriteOptions,
  ): Promise<CellsEdited>;
  /**
   * Fills cells of one row of a table of HR's, or adds a row below its last one; no other row is touched.
   * Where headings or the row are no longer as they were read, nothing is written ("changed").
   */
  writeRow(sheet: SheetRef, edit: RowEdit): Promise<void>;
  /**
   * Writes a sheet, or refreshes the one of the same tag and name: then only the cells that we have
   * written before are replaced. Whatever fails or is cancelled, the workbook is as it was.
   */
  writeSheet(content: SheetContent, options?: WriteOptions): Promise<WrittenSheet>;
  /** Removes a sheet of ours with this tag; any other one stays. */
  removeWrittenSheet(sheet: SheetRef, tag: SheetTag): Promise<void>;
  /** Removes a sheet in which nothing stands; any other one stays, and so does the last visible one. */
  removeBlankSheet(sheet: SheetRef): Promise<void>;
  selectCell(cell: CellRef): Promise<void>;
  readPolicy(): Promise<KeptPolicy>;
  /**
   * Leaves one policy part and its copy in cells, or none, in one request. `expected` are the parts as they were
   * read: where the workbook holds others by now, nothing is written ("changed"). A failure leaves the old parts
   * or the new one; the copy may then be missing, or be that of the old ones.
   */
  writePolicy(next: PolicyWrite, expected: readonly string[]): Promise<void>;
  /** How many rows of an area are hidden, by a filter or by hand; null for some, where the number is unknown. */
  countHiddenRows(sheet: SheetRef, area: Area): Promise<number | null>;
  /** The tables of a sheet, by name. */
  listTables(sheet: SheetRef): Promise<readonly SheetTable[]>;
  /** Merged cells that begin in an area. To ask costs Excel's Undo: only where cells that matter look blank. */
  findMerged(sheet: SheetRef, area: Area): Promise<readonly MergedArea[]>;
  /** The cells, all of one sheet, as Excel shows them. */
  readTexts(
    sheet: SheetRef,
    cells: readonly CellRef[],
    options?: Pick<ReadOptions, "signal">,
  ): Promise<readonly string[]>;
  /** What the product remembers of the workbook's sheets, as XML, in the order in which the parts are stored. */
  readSheetParts(): Promise<readonly string[]>;
  /** Leaves one such part with this XML; "changed" where the workbook holds others than `expected` by now. */
  writeSheetPart(xml: string, expected: readonly string[]): Promise<void>;
  /** Calculates every formula once more, as after a change of the policy. */
  recalculate(): Promise<void>;
  /** The bytes of the workbook as they would be saved now. */
  readFile(options?: ReadFileOptions): Promise<Uint8Array>;
  /** Opens a workbook, given as base64, in a window of its own. */
  openWorkbook(base64: string): Promise<void>;
  /** Whether the workbook itself starts the add-in when it is opened. */
  startsWithWorkbook(): Promise<boolean>;
  /** Keeps in the workbook that it starts the add-in, or takes that out of it. */
  startWithWorkbook(starts: boolean): Promise<void>;
}

/** The rectangle that a grid was read from. */
export function areaOf(grid: Grid): Area {
  return {
    row: grid.firstRow,
    column: grid.firstColumn,
    rows: grid.rows.length,
    columns: grid.rows[0]?.length ?? 0,
  };
}

/** Whether this may come of any task: a gateway's error, or that somebody has cancelled. All else is a mistake of ours. */
export function isForeseen(error: unknown): boolean {
  return error instanceof GatewayError || isCancelled(error);
}

/**
 * What went wrong, whoever threw it; that somebody has cancelled is told here and nowhere else. An error that no gateway
 * foresaw carries its own name and message.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof GatewayError) return error.facts;
  if (isCancelled(error)) return { kind: "cancelled" };
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { kind: "unknown", detail };
}
