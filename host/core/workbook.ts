/** The workbook behind the host: what the protocol needs to know of it, whatever engine holds it. */
import type { Area } from "./area";
import type { SheetParts } from "./sheetParts";

export type { Area } from "./area";

/** An error in a cell, by the text the cell shows ("#N/A"). */
export interface CellError {
  readonly error: string;
}

/** The value of a cell; null is an empty cell (a cell that holds "" is not empty). */
export type CellValue = string | number | boolean | CellError | null;

/** What is put into a cell: a value (null empties it) or a formula that starts with "=". */
export type CellInput = { readonly value: CellValue } | { readonly formula: string };

/** The style of a cell as far as the protocol knows it; null removes a property. */
export interface CellStyle {
  readonly fillColor?: string | null;
  readonly fontColor?: string | null;
  readonly fontName?: string | null;
  readonly fontSize?: number | null;
  readonly bold?: boolean | null;
  readonly italic?: boolean | null;
  readonly underline?: boolean | null;
  readonly strikethrough?: boolean | null;
  readonly horizontalAlignment?: "Left" | "Center" | "Right" | null;
  readonly verticalAlignment?: "Top" | "Center" | "Bottom" | null;
  readonly wrapText?: boolean | null;
  readonly numberFormat?: string | null;
  readonly borderTop?: Border | null;
  readonly borderBottom?: Border | null;
  readonly borderLeft?: Border | null;
  readonly borderRight?: Border | null;
}

export interface Border {
  readonly style: BorderLine;
  readonly weight: "Hairline" | "Thin" | "Medium" | "Thick";
  readonly color: string;
}

export type BorderLine =
  "Continuous" | "Dash" | "DashDot" | "DashDotDot" | "Dot" | "Double" | "SlantDashDot";

/** A conditional format; `kind` other than custom is only listed and removed, never written. */
export interface ConditionalFormat {
  readonly id: string;
  readonly kind: ConditionalFormatKind;
  readonly areas: readonly Area[];
  /** The formula of a custom rule, with "=". */
  readonly formula: string;
  readonly stopIfTrue: boolean;
  readonly style: CellStyle;
}

export type ConditionalFormatKind =
  | "Custom"
  | "DataBar"
  | "ColorScale"
  | "IconSet"
  | "TopBottom"
  | "PresetCriteria"
  | "ContainsText"
  | "CellValue";

export interface NamedItem {
  readonly name: string;
  /** The formula with "=", e.g. "=Sheet1!$A$1:$B$2". */
  readonly formula: string;
  /** The sheet of a name that belongs to one sheet. */
  readonly sheetId?: string;
  readonly comment?: string;
  readonly visible?: boolean;
}

export interface Table {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  /** With its heading row. */
  readonly area: Area;
  readonly showHeaders: boolean;
}

export type SheetVisibility = "Visible" | "Hidden" | "VeryHidden";

export type WorkbookEvent =
  | {
      readonly kind: "changed";
      readonly sheetId: string;
      readonly area: Area;
      readonly changeType: ChangeType;
    }
  | { readonly kind: "sheetActivated"; readonly sheetId: string }
  | { readonly kind: "sheetAdded"; readonly sheetId: string }
  | { readonly kind: "sheetDeleted"; readonly sheetId: string }
  | { readonly kind: "sheetRenamed"; readonly sheetId: string; readonly before: string }
  | { readonly kind: "selectionChanged"; readonly sheetId: string; readonly area: Area }
  | { readonly kind: "calculated" };

export type ChangeType =
  "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted";

export interface Sheet {
  readonly id: string;
  name: string;
  visibility: SheetVisibility;
  /** "" or "#RRGGBB". */
  tabColor: string;
  showGridlines: boolean;
  readonly parts: SheetParts;
  value(row: number, column: number): CellValue;
  /** The formula with "=", or null where the cell has none (a spilled cell has none). */
  formula(row: number, column: number): string | null;
  /** Whether the value is spilled into this cell from another one. */
  spilled(row: number, column: number): boolean;
  style(row: number, column: number): CellStyle;
  /** Writes in one step; undefined leaves a cell as it is. */
  write(row: number, column: number, cells: readonly (readonly (CellInput | undefined)[])[]): void;
  /** Empties cells; their styles stay. */
  clear(area: Area): void;
  patchStyle(area: Area, style: CellStyle): void;
  clearStyle(area: Area): void;
  /** The smallest area around all cells with a value or formula (or, unless valuesOnly, a style). */
  usedArea(valuesOnly: boolean): Area | null;
  rowHidden(row: number): boolean;
  columnHidden(column: number): boolean;
  hideRows(row: number, rows: number, hidden: boolean): void;
  hideColumns(column: number, columns: number, hidden: boolean): void;
  /** Width in points. */
  columnWidth(column: number): number;
  setColumnWidth(column: number, columns: number, points: number): void;
  /** Height in points. */
  rowHeight(row: number): number;
  setRowHeight(row: number, rows: number, points: number): void;
  mergedAreas(): Area[];
  merge(area: Area): void;
  unmerge(area: Area): void;
  /** Rows and columns that stay in view. */
  frozen(): { rows: number; columns: number };
  freeze(rows: number, columns: number): void;
  insertRows(row: number, rows: number): Promise<void>;
  deleteRows(row: number, rows: number): Promise<void>;
  insertColumns(column: number, columns: number): Promise<void>;
  deleteColumns(column: number, columns: number): Promise<void>;
  /** In the order in which they apply. */
  conditionalFormats(): ConditionalFormat[];
  addConditionalFormat(format: Omit<ConditionalFormat, "id">): ConditionalFormat;
  replaceConditionalFormat(id: string, format: Omit<ConditionalFormat, "id">): void;
  deleteConditionalFormat(id: string): void;
}

/** A custom function as the engine calls it: arguments by metadata, answer at once. */
export interface EngineFunction {
  /** The full name, "CS.COMMISSION". */
  readonly name: string;
  evaluate(call: EngineCall): EngineAnswer;
}

export interface EngineCall {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly arguments: readonly EngineArgument[];
}

/** An argument: a matrix of values (a single cell is 1 × 1), or nothing between two commas. */
export type EngineArgument =
  | { readonly kind: "matrix"; readonly values: readonly (readonly CellValue[])[] }
  | { readonly kind: "scalar"; readonly value: CellValue }
  | { readonly kind: "omitted" };

export type EngineAnswer =
  | { readonly kind: "scalar"; readonly value: CellValue }
  | { readonly kind: "matrix"; readonly values: readonly (readonly CellValue[])[] };

export interface CellPosition {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** Why the engine calculates: a change or request of a user, or answers of functions that arrived. */
export type CalculationReason = "change" | "answers";

export interface CustomXmlPart {
  readonly id: string;
  xml: string;
}

export interface Workbook {
  /** In tab order, hidden ones too. */
  sheets(): Sheet[];
  sheet(id: string): Sheet | undefined;
  addSheet(name: string): Sheet;
  deleteSheet(id: string): void;
  moveSheet(id: string, position: number): void;
  activeSheet(): Sheet;
  activate(id: string): void;
  selection(): { readonly sheetId: string; readonly area: Area };
  select(sheetId: string, area: Area): void;
  names(): NamedItem[];
  setName(item: NamedItem): void;
  deleteName(name: string, sheetId?: string): void;
  tables(): Table[];
  addTable(table: Omit<Table, "id">): Table;
  changeTable(id: string, change: Partial<Pick<Table, "name" | "area">>): void;
  deleteTable(id: string): void;
  /** The parts themselves: a caller may change the list. */
  readonly customXmlParts: CustomXmlPart[];
  /** Makes functions known to formulas; throws where the engine has no formulas. */
  registerFunctions(functions: readonly EngineFunction[]): void;
  /** Whether a calculation runs or is due. */
  calculating(): boolean;
  /** Resolves when no calculation runs or is due. */
  calculated(): Promise<void>;
  /** Marks every formula for calculation. */
  calculateAll(): void;
  /** Marks these cells for calculation because their functions have answered. */
  calculateAnswers(cells: readonly CellPosition[]): void;
  /** Marks all formulas of a sheet for calculation. */
  calculateSheet(sheetId: string): void;
  /** The running (or last) calculation: its number and why it runs. */
  calculation(): { readonly number: number; readonly reason: CalculationReason };
  subscribe(listener: (event: WorkbookEvent) => void): () => void;
  dispose(): void;
}
