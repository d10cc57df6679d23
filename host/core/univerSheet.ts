import { BooleanNumber, Direction, RANGE_TYPE } from "@univerjs/core";
import type {
  ICellData,
  IObjectMatrixPrimitiveType,
  IRange,
  Nullable,
  Worksheet,
  ICommandService,
} from "@univerjs/core";
import type { FormulaDataModel } from "@univerjs/engine-formula";
import {
  AddWorksheetMergeMutation,
  InsertColCommand,
  RemoveColCommand,
  RemoveRowCommand,
  RemoveWorksheetMergeMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetTabColorMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
  SetWorksheetRowCountMutation,
  ToggleGridlinesMutation,
} from "@univerjs/sheets";
import type { ConditionalFormattingRuleModel } from "@univerjs/sheets-conditional-formatting";
import {
  AddConditionalRuleMutation,
  DeleteConditionalRuleMutation,
  SetConditionalRuleMutation,
} from "@univerjs/sheets-conditional-formatting";
import type { SheetParts } from "./sheetParts";
import type {
  Area,
  CellInput,
  CellStyle,
  CellValue,
  ConditionalFormat,
  Sheet,
  SheetVisibility,
} from "./workbook";
import { Bounds } from "./a1";
import { cellValue, hasFormula, hasValue, toCellData } from "./univerCells";
import { contains, entriesOf, toArea, toRange } from "./univerRanges";
import { fromUniverRule, fromUniverStyle, toUniverRule, toUniverStyle } from "./univerStyles";

export type Matrix = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

/** The package exports this command without a type. */
const INSERT_ROW = "sheet.command.insert-row";
const POINTS_PER_PIXEL = 0.75;

/** What a sheet needs of its workbook. */
export interface SheetOwner {
  readonly unitId: string;
  readonly commands: ICommandService;
  readonly formulaData: FormulaDataModel;
  readonly rules: ConditionalFormattingRuleModel;
  execute(id: string, params: object): void;
  setCells(sheetId: string, cellValue: Matrix, area: Area): void;
  /** Lets what refers to a sheet by its name follow the new one. */
  followName(before: string, after: string): void;
}

export class UniverSheet implements Sheet {
  readonly id: string;
  constructor(
    readonly workbook: SheetOwner,
    readonly worksheet: Worksheet,
    readonly parts: SheetParts,
  ) {
    this.id = worksheet.getSheetId();
  }

  get name(): string {
    return this.worksheet.getName();
  }

  set name(name: string) {
    const before = this.name;
    this.#execute(SetWorksheetNameMutation.id, { name });
    this.workbook.followName(before, name);
  }

  get visibility(): SheetVisibility {
    if (this.worksheet.isSheetHidden() !== BooleanNumber.TRUE) return "Visible";
    return this.parts.veryHidden ? "VeryHidden" : "Hidden";
  }

  set visibility(visibility: SheetVisibility) {
    this.parts.veryHidden = visibility === "VeryHidden";
    this.#execute(SetWorksheetHideMutation.id, {
      hidden: visibility === "Visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    });
  }

  get tabColor(): string {
    return this.worksheet.getTabColor() ?? "";
  }

  set tabColor(color: string) {
    this.#execute(SetTabColorMutation.id, { color });
  }

  get showGridlines(): boolean {
    return this.worksheet.getConfig().showGridlines !== BooleanNumber.FALSE;
  }

  set showGridlines(show: boolean) {
    this.#execute(ToggleGridlinesMutation.id, {
      showGridlines: show ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    });
  }

  value(row: number, column: number): CellValue {
    const raw = this.worksheet.getCellMatrix().getValue(row, column);
    if (raw && (hasValue(raw) || hasFormula(raw))) return cellValue(raw);
    const spilled = this.#spilledCell(row, column);
    return spilled ? cellValue(spilled) : null;
  }

  formula(row: number, column: number): string | null {
    const raw = this.worksheet.getCellMatrix().getValue(row, column);
    if (!raw || !hasFormula(raw)) return null;
    // A cell that was filled down may hold only the id of the formula above it.
    return raw.f
      ? raw.f
      : (this.workbook.formulaData.getFormulaStringByCell(
          row,
          column,
          this.id,
          this.workbook.unitId,
        ) ?? null);
  }

  spilled(row: number, column: number): boolean {
    const raw = this.worksheet.getCellMatrix().getValue(row, column);
    if (raw && hasFormula(raw)) {
      const range =
        this.workbook.formulaData.getArrayFormulaRange()[this.workbook.unitId]?.[this.id]?.[row]?.[
          column
        ];
      return range !== undefined && range !== null && this.#isSpilling(row, column);
    }
    return !(raw && hasValue(raw)) && this.#spilledCell(row, column) !== undefined;
  }

  #isSpilling(row: number, column: number): boolean {
    const value = this.value(row, column);
    return !(value !== null && typeof value === "object" && value.error === "#SPILL!");
  }

  #spilledCell(row: number, column: number): ICellData | undefined {
    const cells =
      this.workbook.formulaData.getArrayFormulaCellData()[this.workbook.unitId]?.[this.id];
    const cell = cells?.[row]?.[column];
    return cell && hasValue(cell) ? cell : undefined;
  }

  style(row: number, column: number): CellStyle {
    return fromUniverStyle(this.worksheet.getComposedCellStyle(row, column));
  }

  write(row: number, column: number, cells: readonly (readonly (CellInput | undefined)[])[]): void {
    const columns = cells.reduce((most, line) => Math.max(most, line.length), 0);
    this.#ensureSize(row + cells.length, column + columns);
    const matrix: Matrix = {};
    cells.forEach((line, rowOffset) => {
      const target: Record<number, Nullable<ICellData>> = {};
      line.forEach((input, columnOffset) => {
        if (input) target[column + columnOffset] = toCellData(input);
      });
      matrix[row + rowOffset] = target;
    });
    this.workbook.setCells(this.id, matrix, { row, column, rows: cells.length, columns });
  }

  clear(area: Area): void {
    const used = this.usedArea(false);
    if (!used) return;
    const matrix: Matrix = {};
    this.worksheet.getCellMatrix().forValue((row, column) => {
      if (!contains(area, row, column)) return;
      (matrix[row] ??= {})[column] = { v: null, f: null, si: null, p: null, t: null };
    });
    if (Object.keys(matrix).length > 0) this.workbook.setCells(this.id, matrix, area);
  }

  patchStyle(area: Area, style: CellStyle): void {
    this.#ensureSize(area.row + area.rows, area.column + area.columns);
    const matrix: Matrix = {};
    const data = toUniverStyle(style);
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      const line: Record<number, ICellData> = {};
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        line[column] = { s: { ...data } };
      }
      matrix[row] = line;
    }
    this.#setStyles(matrix);
  }

  clearStyle(area: Area): void {
    const matrix: Matrix = {};
    this.worksheet.getCellMatrix().forValue((row, column) => {
      if (contains(area, row, column)) (matrix[row] ??= {})[column] = { s: null };
    });
    this.#setStyles(matrix);
  }

  #setStyles(cellValue: Matrix): void {
    // Marked as a change of styles, so that nothing is calculated.
    this.#execute(SetRangeValuesMutation.id, { cellValue, trigger: "sheet.command.set-style" });
  }

  usedArea(valuesOnly: boolean): Area | null {
    const bounds = new Bounds();
    this.worksheet.getCellMatrix().forValue((row, column, cell) => {
      if (cell && (hasValue(cell) || hasFormula(cell) || (!valuesOnly && cell.s)))
        bounds.include(row, column);
    });
    const spilled =
      this.workbook.formulaData.getArrayFormulaCellData()[this.workbook.unitId]?.[this.id] ?? {};
    for (const [row, line] of Object.entries(spilled)) {
      for (const [column, cell] of entriesOf<ICellData>(line)) {
        if (cell && hasValue(cell)) bounds.include(Number(row), Number(column));
      }
    }
    return bounds.area();
  }

  rowHidden(row: number): boolean {
    return row < this.worksheet.getRowCount() && !this.worksheet.getRowVisible(row);
  }

  columnHidden(column: number): boolean {
    return column < this.worksheet.getColumnCount() && !this.worksheet.getColVisible(column);
  }

  hideRows(row: number, rows: number, hidden: boolean): void {
    const lastColumn = this.worksheet.getColumnCount() - 1;
    this.#execute(hidden ? SetRowHiddenMutation.id : SetRowVisibleMutation.id, {
      ranges: [{ startRow: row, endRow: row + rows - 1, startColumn: 0, endColumn: lastColumn }],
    });
  }

  hideColumns(column: number, columns: number, hidden: boolean): void {
    const lastRow = this.worksheet.getRowCount() - 1;
    this.#execute(hidden ? SetColHiddenMutation.id : SetColVisibleMutation.id, {
      ranges: [
        { startRow: 0, endRow: lastRow, startColumn: column, endColumn: column + columns - 1 },
      ],
    });
  }

  columnWidth(column: number): number {
    return this.worksheet.getColumnWidth(column) * POINTS_PER_PIXEL;
  }

  setColumnWidth(column: number, columns: number, points: number): void {
    this.#ensureSize(1, column + columns);
    this.#execute(SetWorksheetColWidthMutation.id, {
      ranges: [{ startRow: 0, endRow: 0, startColumn: column, endColumn: column + columns - 1 }],
      colWidth: points / POINTS_PER_PIXEL,
    });
  }

  rowHeight(row: number): number {
    return this.worksheet.getRowHeight(row) * POINTS_PER_PIXEL;
  }

  setRowHeight(row: number, rows: number, points: number): void {
    this.#ensureSize(row + rows, 1);
    const ranges = [{ startRow: row, endRow: row + rows - 1, startColumn: 0, endColumn: 0 }];
    this.#execute(SetWorksheetRowHeightMutation.id, {
      ranges,
      rowHeight: points / POINTS_PER_PIXEL,
    });
    // Otherwise the grid fits the row to its text when it draws it.
    this.#execute(SetWorksheetRowIsAutoHeightMutation.id, {
      ranges,
      autoHeightInfo: BooleanNumber.FALSE,
    });
  }

  mergedAreas(): Area[] {
    return this.worksheet.getMergeData().map(toArea);
  }

  merge(area: Area): void {
    this.unmerge(area);
    this.#execute(AddWorksheetMergeMutation.id, { ranges: [toRange(area)] });
  }

  unmerge(area: Area): void {
    const ranges = this.worksheet
      .getMergeData()
      .filter((range) => contains(area, range.startRow, range.startColumn));
    if (ranges.length > 0) this.#execute(RemoveWorksheetMergeMutation.id, { ranges });
  }

  frozen(): { rows: number; columns: number } {
    const { xSplit, ySplit } = this.worksheet.getFreeze();
    return { rows: ySplit, columns: xSplit };
  }

  freeze(rows: number, columns: number): void {
    this.#execute(SetFrozenMutation.id, {
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
      ySplit: rows,
      xSplit: columns,
    });
  }

  async insertRows(row: number, rows: number): Promise<void> {
    await this.#command(INSERT_ROW, {
      direction: Direction.UP,
      range: this.#rowRange(row, rows),
    });
  }

  async deleteRows(row: number, rows: number): Promise<void> {
    await this.#command(RemoveRowCommand.id, { range: this.#rowRange(row, rows) });
  }

  async insertColumns(column: number, columns: number): Promise<void> {
    await this.#command(InsertColCommand.id, {
      direction: Direction.LEFT,
      range: this.#columnRange(column, columns),
    });
  }

  async deleteColumns(column: number, columns: number): Promise<void> {
    await this.#command(RemoveColCommand.id, { range: this.#columnRange(column, columns) });
  }

  conditionalFormats(): ConditionalFormat[] {
    return (this.workbook.rules.getSubunitRules(this.workbook.unitId, this.id) ?? []).map(
      fromUniverRule,
    );
  }

  addConditionalFormat(format: Omit<ConditionalFormat, "id">): ConditionalFormat {
    const id = this.workbook.rules.createCfId(this.workbook.unitId, this.id);
    this.#execute(AddConditionalRuleMutation.id, { rule: toUniverRule({ ...format, id }) });
    return { ...format, id };
  }

  replaceConditionalFormat(id: string, format: Omit<ConditionalFormat, "id">): void {
    this.#execute(SetConditionalRuleMutation.id, {
      cfId: id,
      rule: toUniverRule({ ...format, id }),
    });
  }

  deleteConditionalFormat(id: string): void {
    this.#execute(DeleteConditionalRuleMutation.id, { cfId: id });
  }

  #rowRange(row: number, rows: number): IRange {
    return {
      startRow: row,
      endRow: row + rows - 1,
      startColumn: 0,
      endColumn: this.worksheet.getColumnCount() - 1,
      rangeType: RANGE_TYPE.ROW,
    };
  }

  #columnRange(column: number, columns: number): IRange {
    return {
      startRow: 0,
      endRow: this.worksheet.getRowCount() - 1,
      startColumn: column,
      endColumn: column + columns - 1,
      rangeType: RANGE_TYPE.COLUMN,
    };
  }

  #ensureSize(rows: number, columns: number): void {
    if (rows > this.worksheet.getRowCount()) {
      this.#execute(SetWorksheetRowCountMutation.id, { rowCount: rows });
    }
    if (columns > this.worksheet.getColumnCount()) {
      this.#execute(SetWorksheetColumnCountMutation.id, { columnCount: columns });
    }
  }

  #execute(id: string, params: object): void {
    this.workbook.execute(id, { unitId: this.workbook.unitId, subUnitId: this.id, ...params });
  }

  async #command(id: string, params: object): Promise<void> {
    const done = await this.workbook.commands.executeCommand(id, {
      unitId: this.workbook.unitId,
      subUnitId: this.id,
      ...params,
    });
    if (done === false) throw new Error(`The engine refused ${id}.`);
  }
}
