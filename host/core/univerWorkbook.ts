import {
  BooleanNumber,
  CellValueType,
  CommandType,
  Direction,
  HorizontalAlign,
  ICommandService,
  IUniverInstanceService,
  RANGE_TYPE,
  UniverInstanceType,
  VerticalAlign,
  WrapStrategy,
  mergeWorksheetSnapshotWithDefault,
} from "@univerjs/core";
import type {
  ICellData,
  ICommandInfo,
  IExecutionOptions,
  IObjectMatrixPrimitiveType,
  IRange,
  IStyleData,
  Injector,
  Nullable,
  Workbook as UniverUnit,
  Worksheet,
} from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ERROR_TYPE_SET,
  ErrorValueObject,
  FormulaDataModel,
  FormulaExecutedStateType,
  IActiveDirtyManagerService,
  IDefinedNamesService,
  IFunctionService,
  NullValueObject,
  NumberValueObject,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetFormulaCalculationStopMutation,
  StringValueObject,
} from "@univerjs/engine-formula";
import type {
  BaseReferenceObject,
  BaseValueObject,
  ErrorType,
  ISetFormulaCalculationNotificationMutation,
  ISetFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import {
  AddWorksheetMergeMutation,
  InsertColMutation,
  InsertColCommand,
  InsertRowCommand,
  InsertRowMutation,
  InsertSheetMutation,
  RemoveColCommand,
  RemoveColMutation,
  RemoveRowCommand,
  RemoveRowMutation,
  RemoveSheetMutation,
  RemoveWorksheetMergeMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetSelectionsOperation,
  SetTabColorMutation,
  SetWorksheetActiveOperation,
  SetWorksheetColWidthMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  SetWorksheetRowCountMutation,
  SheetsSelectionsService,
  ToggleGridlinesMutation,
} from "@univerjs/sheets";
import type { ISetRangeValuesMutationParams } from "@univerjs/sheets";
import {
  AddConditionalRuleMutation,
  CFRuleType,
  CFSubRuleType,
  ConditionalFormattingRuleModel,
  SetConditionalRuleMutation,
} from "@univerjs/sheets-conditional-formatting";
import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import {
  AddSheetTableMutation,
  DeleteSheetTableMutation,
  SetSheetTableMutation,
  SheetTableService,
} from "@univerjs/sheets-table";
import { boundingArea, intersection } from "./a1";
import { Listeners, createParts } from "./parts";
import type {
  Area,
  CalculationReason,
  CellInput,
  CellPosition,
  CellStyle,
  CellValue,
  ChangeType,
  ConditionalFormat,
  ConditionalFormatKind,
  CustomXmlPart,
  EngineAnswer,
  EngineArgument,
  EngineFunction,
  NamedItem,
  Sheet,
  SheetParts,
  SheetVisibility,
  Table,
  Workbook,
  WorkbookEvent,
} from "./workbook";

// The engine does not know Excel's text for "a function has not answered yet". Without it, formulas
// that read such a cell would take it for a text. The cast widens the engine's closed list.
ERROR_TYPE_SET.add("#BUSY!" as ErrorType);

type FunctionVariant = BaseReferenceObject | BaseValueObject;
type UniverInjector = Pick<Injector, "get">;
type Matrix = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

/** The scope under which the engine keeps names of the whole workbook. */
const WORKBOOK_SCOPE = "AllDefaultWorkbook";
/** The engine starts a calculation this long after a structural change; with room for a busy machine. */
const START_EXPECTED_WITHIN = 400;
/** The package exports this command without a type. */
const DELETE_RULE = "sheet.mutation.delete-conditional-rule";
const POINTS_PER_PIXEL = 0.75;

/**
 * A workbook over a Univer instance, with or without a grid on screen.
 * The table and conditional-formatting plugins must be registered.
 */
export class UniverWorkbook implements Workbook {
  readonly customXmlParts: CustomXmlPart[] = [];
  readonly unitId: string;
  readonly commands: ICommandService;
  readonly formulaData: FormulaDataModel;
  readonly rules: ConditionalFormattingRuleModel;
  readonly #unit: UniverUnit;
  readonly #tables: SheetTableService;
  readonly #names: IDefinedNamesService;
  readonly #functions: IFunctionService;
  readonly #selections: SheetsSelectionsService;
  readonly #dirtyManager: IActiveDirtyManagerService;
  readonly #sheets = new Map<string, UniverSheet>();
  readonly #listeners = new Listeners();
  readonly #subscriptions: { dispose(): void }[] = [];
  readonly #calculation: Calculation;

  /** @param starting whether the workbook was created just now, so that its first calculation is due */
  constructor(injector: UniverInjector, unitId?: string, starting = false) {
    const instances = injector.get(IUniverInstanceService);
    const unit =
      unitId === undefined
        ? instances.getCurrentUnitOfType<UniverUnit>(UniverInstanceType.UNIVER_SHEET)
        : instances.getUnit<UniverUnit>(unitId);
    if (!unit) throw new Error("There is no workbook in this Univer instance.");
    this.#unit = unit;
    this.unitId = unit.getUnitId();
    this.commands = injector.get(ICommandService);
    this.formulaData = injector.get(FormulaDataModel);
    this.rules = injector.get(ConditionalFormattingRuleModel);
    this.#tables = injector.get(SheetTableService);
    this.#names = injector.get(IDefinedNamesService);
    this.#functions = injector.get(IFunctionService);
    this.#selections = injector.get(SheetsSelectionsService);
    this.#dirtyManager = injector.get(IActiveDirtyManagerService);
    this.#calculation = new Calculation(this.unitId, this.commands, () =>
      this.#listeners.tell({ kind: "calculated" }),
    );
    if (starting) this.#calculation.expectStart();
    this.#subscriptions.push(
      this.commands.onCommandExecuted((command, options) => this.#onCommand(command, options)),
    );
  }

  sheets(): Sheet[] {
    return this.#unit.getSheets().map((worksheet) => this.#wrap(worksheet));
  }

  sheet(id: string): Sheet | undefined {
    const worksheet = this.#unit.getSheetBySheetId(id);
    return worksheet ? this.#wrap(worksheet) : undefined;
  }

  #wrap(worksheet: Worksheet): UniverSheet {
    const id = worksheet.getSheetId();
    const known = this.#sheets.get(id);
    // A sheet that was removed and brought back by undo is a new object under its old id.
    if (known?.worksheet === worksheet) return known;
    const sheet = new UniverSheet(this, worksheet, known?.parts ?? createParts());
    this.#sheets.set(id, sheet);
    return sheet;
  }

  addSheet(name: string): Sheet {
    const ids = new Set(this.#unit.getSheets().map((sheet) => sheet.getSheetId()));
    let number = ids.size + 1;
    while (ids.has(`sheet-${number}`)) number += 1;
    const id = `sheet-${number}`;
    this.execute(InsertSheetMutation.id, {
      unitId: this.unitId,
      index: this.#unit.getSheets().length,
      sheet: mergeWorksheetSnapshotWithDefault({ id, name, rowCount: 1000, columnCount: 26 }),
    });
    const sheet = this.sheet(id);
    if (!sheet) throw new Error(`The sheet ${name} could not be added.`);
    return sheet;
  }

  deleteSheet(id: string): void {
    if (this.activeSheet().id === id) {
      const other = this.sheets().find(
        (sheet) => sheet.id !== id && sheet.visibility === "Visible",
      );
      if (other) this.activate(other.id);
    }
    const worksheet = this.#unit.getSheetBySheetId(id);
    if (!worksheet) return;
    this.execute(RemoveSheetMutation.id, {
      unitId: this.unitId,
      subUnitId: id,
      subUnitName: worksheet.getName(),
    });
    this.#sheets.delete(id);
  }

  moveSheet(id: string, position: number): void {
    const from = this.sheets().findIndex((sheet) => sheet.id === id);
    this.execute(SetWorksheetOrderMutation.id, {
      unitId: this.unitId,
      subUnitId: id,
      fromOrder: from,
      toOrder: position,
    });
  }

  activeSheet(): Sheet {
    const active = this.#unit.getActiveSheet() ?? this.#unit.getSheets()[0];
    if (!active) throw new Error("The workbook has no sheet.");
    return this.#wrap(active);
  }

  activate(id: string): void {
    if (this.#unit.getActiveSheet()?.getSheetId() === id) return;
    this.execute(SetWorksheetActiveOperation.id, { unitId: this.unitId, subUnitId: id });
  }

  selection(): { sheetId: string; area: Area } {
    const active = this.activeSheet();
    const range = this.#selections.getCurrentLastSelection()?.range;
    return {
      sheetId: active.id,
      area: range ? toArea(range) : { row: 0, column: 0, rows: 1, columns: 1 },
    };
  }

  select(sheetId: string, area: Area): void {
    this.activate(sheetId);
    const range = { ...toRange(area), rangeType: RANGE_TYPE.NORMAL };
    this.execute(SetSelectionsOperation.id, {
      unitId: this.unitId,
      subUnitId: sheetId,
      reveal: true,
      selections: [
        {
          range,
          primary: {
            startRow: area.row,
            endRow: area.row,
            startColumn: area.column,
            endColumn: area.column,
            actualRow: area.row,
            actualColumn: area.column,
            isMerged: false,
            isMergedMainCell: false,
          },
          style: null,
        },
      ],
    });
  }

  names(): NamedItem[] {
    return Object.values(this.#names.getDefinedNameMap(this.unitId) ?? {}).map((item) => ({
      name: item.name,
      formula: item.formulaOrRefString.startsWith("=")
        ? item.formulaOrRefString
        : `=${item.formulaOrRefString}`,
      ...(item.localSheetId && item.localSheetId !== WORKBOOK_SCOPE
        ? { sheetId: item.localSheetId }
        : {}),
      comment: item.comment ?? "",
      visible: item.hidden !== true,
    }));
  }

  setName(item: NamedItem): void {
    // References stand without "=" in the engine, formulas with it.
    const reference = /^=('(?:[^']|'')+'|[^'!()+*/&<>=^-]+)!\$?[A-Z]+\$?\d+(:\$?[A-Z]+\$?\d+)?$/i;
    const scope = item.sheetId ?? WORKBOOK_SCOPE;
    this.execute(SetDefinedNameMutation.id, {
      unitId: this.unitId,
      id: `${scope}:${item.name.toUpperCase()}`,
      name: item.name,
      formulaOrRefString: reference.test(item.formula) ? item.formula.slice(1) : item.formula,
      comment: item.comment ?? "",
      hidden: item.visible === false,
      localSheetId: scope,
    });
  }

  deleteName(name: string, sheetId?: string): void {
    const item = Object.values(this.#names.getDefinedNameMap(this.unitId) ?? {}).find(
      (candidate) =>
        candidate.name.toUpperCase() === name.toUpperCase() &&
        (candidate.localSheetId ?? WORKBOOK_SCOPE) === (sheetId ?? WORKBOOK_SCOPE),
    );
    if (item) this.execute(RemoveDefinedNameMutation.id, { unitId: this.unitId, ...item });
  }

  tables(): Table[] {
    return this.#tables.getTableList(this.unitId).map((table) => ({
      id: table.id,
      name: table.name,
      sheetId: table.subUnitId,
      area: toArea(table.range),
      showHeaders: table.showHeader,
    }));
  }

  addTable(table: Omit<Table, "id">): Table {
    const ids = new Set(this.tables().map(({ id }) => id));
    let number = 1;
    while (ids.has(`table-${number}`)) number += 1;
    const id = `table-${number}`;
    const sheet = this.sheet(table.sheetId);
    const header = Array.from({ length: table.area.columns }, (_, index) => {
      const value = sheet?.value(table.area.row, table.area.column + index);
      return value === null || value === undefined || typeof value === "object"
        ? `Column${index + 1}`
        : String(value);
    });
    this.execute(AddSheetTableMutation.id, {
      unitId: this.unitId,
      subUnitId: table.sheetId,
      tableId: id,
      name: table.name,
      range: toRange(table.area),
      header,
      options: { showHeader: table.showHeaders },
    });
    return { ...table, id };
  }

  changeTable(id: string, change: Partial<Pick<Table, "name" | "area">>): void {
    const table = this.tables().find((candidate) => candidate.id === id);
    if (!table) return;
    this.execute(SetSheetTableMutation.id, {
      unitId: this.unitId,
      subUnitId: table.sheetId,
      tableId: id,
      config: {
        ...(change.name === undefined ? {} : { name: change.name }),
        ...(change.area ? { updateRange: { newRange: toRange(change.area) } } : {}),
      },
    });
  }

  deleteTable(id: string): void {
    const table = this.tables().find((candidate) => candidate.id === id);
    if (!table) return;
    this.execute(DeleteSheetTableMutation.id, {
      unitId: this.unitId,
      subUnitId: table.sheetId,
      tableId: id,
    });
  }

  registerFunctions(functions: readonly EngineFunction[]): void {
    const names = functions.map(({ name }) => name.toUpperCase());
    this.#functions.unregisterExecutors(...names);
    this.#functions.registerExecutors(...functions.map((each) => new EngineAdapter(each)));
    // Formulas that were parsed while the functions were unknown are remembered as #NAME?.
    this.#functions.deleteFormulaAstCacheKey(...names);
    this.calculateAll();
  }

  calculating(): boolean {
    return this.#calculation.busy();
  }

  calculated(): Promise<void> {
    return this.#calculation.settled();
  }

  calculateAll(): void {
    this.#calculation.request({ kind: "all" });
  }

  calculateAnswers(cells: readonly CellPosition[]): void {
    this.#calculation.request({ kind: "answers", areas: mergeRuns(cells) });
  }

  calculateSheet(sheetId: string): void {
    const worksheet = this.#unit.getSheetBySheetId(sheetId);
    if (!worksheet) return;
    const area = {
      row: 0,
      column: 0,
      rows: worksheet.getRowCount(),
      columns: worksheet.getColumnCount(),
    };
    this.#calculation.request({ kind: "areas", areas: [{ sheetId, area }] });
  }

  calculation(): { number: number; reason: CalculationReason } {
    return this.#calculation.current();
  }

  subscribe(listener: (event: WorkbookEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  dispose(): void {
    this.#calculation.dispose();
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
  }

  execute(id: string, params: object): void {
    if (this.commands.syncExecuteCommand(id, params) === false) {
      throw new Error(`The engine refused ${id}.`);
    }
  }

  /**
   * Puts cells into a sheet without the engine's own waiting time before it calculates: its marker for
   * changed cells is taken out for the moment, and the cells are marked here.
   */
  setCells(sheetId: string, cellValue: Matrix, area: Area): void {
    const id = SetRangeValuesMutation.id;
    const marker = this.#dirtyManager.get(id);
    this.#dirtyManager.remove(id);
    try {
      this.execute(id, { unitId: this.unitId, subUnitId: sheetId, cellValue });
    } finally {
      if (marker) this.#dirtyManager.register(id, marker);
    }
    this.#calculation.request({ kind: "areas", areas: [{ sheetId, area }] });
  }

  #onCommand(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): void {
    if (
      command.type !== CommandType.COMMAND &&
      this.#dirtyManager.get(command.id) &&
      !(command.id === SetRangeValuesMutation.id && options?.onlyLocal === true)
    ) {
      this.#calculation.expectStart();
    }
    for (const event of this.#eventsOf(command, options)) {
      if (event.kind === "changed") this.#recalculateSpills(event.sheetId, event.area);
      this.#listeners.tell(event);
    }
  }

  /**
   * A formula whose array is blocked by a cell, or spills over it, depends on that cell being empty; the
   * engine does not see that.
   */
  #recalculateSpills(sheetId: string, area: Area): void {
    const anchors = this.formulaData.getArrayFormulaRange()[this.unitId]?.[sheetId] ?? {};
    const areas: SheetArea[] = [];
    for (const [row, line] of Object.entries(anchors)) {
      for (const [column, range] of entriesOf<IRange>(line)) {
        const anchor = { row: Number(row), column: Number(column), rows: 1, columns: 1 };
        if (range && intersection(toArea(range), area) && !intersection(anchor, area)) {
          areas.push({ sheetId, area: anchor });
        }
      }
    }
    if (areas.length > 0) this.#calculation.request({ kind: "areas", areas });
  }

  #eventsOf(
    command: Readonly<ICommandInfo>,
    options: IExecutionOptions | undefined,
  ): WorkbookEvent[] {
    // The parameters of a command are untyped; each id below names its own type.
    const params = command.params as
      | (Partial<ISetRangeValuesMutationParams> & {
          subUnitId?: string;
          unitId?: string;
          range?: IRange;
          sheet?: { id: string };
          selections?: { range: IRange }[];
          name?: string;
        })
      | undefined;
    if (!params || params.unitId !== this.unitId) return [];
    const sheetId = params.subUnitId ?? "";
    switch (command.id) {
      case SetRangeValuesMutation.id: {
        if (options?.["fromFormula"] === true) return [];
        const area = contentArea(params.cellValue ?? {});
        return area ? [{ kind: "changed", sheetId, area, changeType: "RangeEdited" }] : [];
      }
      case InsertRowMutation.id:
        return structural(sheetId, params.range, "RowInserted");
      case RemoveRowMutation.id:
        return structural(sheetId, params.range, "RowDeleted");
      case InsertColMutation.id:
        return structural(sheetId, params.range, "ColumnInserted");
      case RemoveColMutation.id:
        return structural(sheetId, params.range, "ColumnDeleted");
      case SetWorksheetActiveOperation.id:
        return [{ kind: "sheetActivated", sheetId }];
      case InsertSheetMutation.id:
        return [{ kind: "sheetAdded", sheetId: params.sheet?.id ?? "" }];
      case RemoveSheetMutation.id:
        return [{ kind: "sheetDeleted", sheetId }];
      case SetSelectionsOperation.id: {
        const range = params.selections?.at(-1)?.range;
        return range ? [{ kind: "selectionChanged", sheetId, area: toArea(range) }] : [];
      }
      default:
        return [];
    }
  }
}

function structural(
  sheetId: string,
  range: IRange | undefined,
  changeType: ChangeType,
): WorkbookEvent[] {
  return range ? [{ kind: "changed", sheetId, area: toArea(range), changeType }] : [];
}

class UniverSheet implements Sheet {
  readonly id: string;
  #veryHidden = false;

  constructor(
    readonly workbook: UniverWorkbook,
    readonly worksheet: Worksheet,
    readonly parts: SheetParts,
  ) {
    this.id = worksheet.getSheetId();
  }

  get name(): string {
    return this.worksheet.getName();
  }

  set name(name: string) {
    this.#execute(SetWorksheetNameMutation.id, { name });
  }

  get visibility(): SheetVisibility {
    if (this.worksheet.isSheetHidden() !== BooleanNumber.TRUE) return "Visible";
    return this.#veryHidden ? "VeryHidden" : "Hidden";
  }

  set visibility(visibility: SheetVisibility) {
    this.#veryHidden = visibility === "VeryHidden";
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
    const columns = Math.max(...cells.map((line) => line.length));
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
    // Marked as a change of looks, so that nothing is calculated.
    this.#execute(SetRangeValuesMutation.id, { cellValue, trigger: "sheet.command.set-style" });
  }

  usedArea(valuesOnly: boolean): Area | null {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    const note = (row: number, column: number): void => {
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    };
    this.worksheet.getCellMatrix().forValue((row, column, cell) => {
      if (cell && (hasValue(cell) || hasFormula(cell) || (!valuesOnly && cell.s)))
        note(row, column);
    });
    const spilled =
      this.workbook.formulaData.getArrayFormulaCellData()[this.workbook.unitId]?.[this.id] ?? {};
    for (const [row, line] of Object.entries(spilled)) {
      for (const [column, cell] of entriesOf<ICellData>(line)) {
        if (cell && hasValue(cell)) note(Number(row), Number(column));
      }
    }
    return bottom < 0
      ? null
      : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
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
    await this.#command(InsertRowCommand.id, {
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
    this.#execute(DELETE_RULE, { cfId: id });
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

type CalculationRequest =
  | { readonly kind: "all" }
  | { readonly kind: "areas"; readonly areas: readonly SheetArea[] }
  | { readonly kind: "answers"; readonly areas: readonly SheetArea[] };

interface SheetArea {
  readonly sheetId: string;
  readonly area: Area;
}

/**
 * Runs the engine's calculations one after the other. The engine calculates in steps with pauses, starts
 * by itself after structural changes, and throws a running calculation away when a user edits a cell.
 */
class Calculation {
  readonly #unitId: string;
  readonly #commands: ICommandService;
  readonly #subscription: { dispose(): void };
  #all = false;
  #areas: SheetArea[] = [];
  readonly #answers: SheetArea[] = [];
  #running: "none" | "own" | "engine" = "none";
  #request: CalculationRequest | null = null;
  #starting = false;
  #reason: CalculationReason = "change";
  #number = 0;
  #startExpectedUntil = 0;
  #expectation: ReturnType<typeof setTimeout> | null = null;
  #disposed = false;
  readonly #waiting: (() => void)[] = [];

  readonly #onSettled: () => void;

  constructor(unitId: string, commands: ICommandService, onSettled: () => void) {
    this.#unitId = unitId;
    this.#commands = commands;
    this.#onSettled = onSettled;
    this.#subscription = commands.onCommandExecuted((command) => this.#onCommand(command));
  }

  current(): { number: number; reason: CalculationReason } {
    return { number: this.#number, reason: this.#reason };
  }

  busy(): boolean {
    return this.#running !== "none" || this.#expecting() || this.#requested();
  }

  settled(): Promise<void> {
    if (!this.busy()) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  expectStart(): void {
    this.#startExpectedUntil = Date.now() + START_EXPECTED_WITHIN;
    if (this.#expectation) clearTimeout(this.#expectation);
    this.#expectation = setTimeout(() => {
      this.#startExpectedUntil = 0;
      this.#next();
    }, START_EXPECTED_WITHIN + 1);
  }

  request(request: CalculationRequest): void {
    switch (request.kind) {
      case "all":
        this.#all = true;
        break;
      case "areas":
        this.#areas.push(...request.areas);
        break;
      case "answers":
        this.#answers.push(...request.areas);
        break;
    }
    setTimeout(() => this.#next(), 0);
  }

  dispose(): void {
    this.#disposed = true;
    if (this.#expectation) clearTimeout(this.#expectation);
    this.#subscription.dispose();
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #expecting(): boolean {
    return Date.now() < this.#startExpectedUntil;
  }

  #requested(): boolean {
    return this.#all || this.#areas.length > 0 || this.#answers.length > 0;
  }

  #next(): void {
    if (this.#disposed || this.#running !== "none" || this.#expecting()) return;
    const request = this.#take();
    if (!request) {
      this.#onSettled();
      for (const resolve of this.#waiting.splice(0)) resolve();
      return;
    }
    this.#request = request;
    this.#reason = request.kind === "answers" ? "answers" : "change";
    const params: ISetFormulaCalculationStartMutation = {
      options: null,
      forceCalculation: request.kind === "all",
      dirtyRanges:
        request.kind === "all"
          ? []
          : request.areas.map(({ sheetId, area }) => ({
              unitId: this.#unitId,
              sheetId,
              range: toRange(area),
            })),
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtySuperTableMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
      clearDependencyTreeCache: {},
      rowData: {},
    };
    this.#starting = true;
    this.#number += 1;
    this.#running = "own";
    this.#commands.syncExecuteCommand(SetFormulaCalculationStartMutation.id, params, {
      onlyLocal: true,
    });
    this.#starting = false;
  }

  /** Changes before answers: an answer must not be taken for the one a changed cell asks for anew. */
  #take(): CalculationRequest | null {
    if (this.#all) {
      this.#all = false;
      this.#areas = [];
      return { kind: "all" };
    }
    if (this.#areas.length > 0) return { kind: "areas", areas: this.#areas.splice(0) };
    if (this.#answers.length > 0) return { kind: "answers", areas: this.#answers.splice(0) };
    return null;
  }

  #onCommand(command: Readonly<ICommandInfo>): void {
    switch (command.id) {
      case SetFormulaCalculationStartMutation.id:
        if (this.#starting) return;
        this.#startExpectedUntil = 0;
        this.#giveBack();
        this.#running = "engine";
        this.#number += 1;
        this.#reason = "change";
        return;
      case SetFormulaCalculationStopMutation.id:
        this.#giveBack();
        return;
      case SetFormulaCalculationNotificationMutation.id: {
        // The type of this command's parameters.
        const params = command.params as ISetFormulaCalculationNotificationMutation;
        const state = params.functionsExecutedState;
        if (params.stageInfo || state === undefined || state === null) return;
        if (state === FormulaExecutedStateType.STOP_EXECUTION) return;
        // The results are put into the cells within this same turn.
        setTimeout(() => this.#ended(), 0);
        return;
      }
    }
  }

  #ended(): void {
    this.#running = "none";
    this.#request = null;
    this.#next();
  }

  /** A calculation that was stopped is asked for again. */
  #giveBack(): void {
    const request = this.#request;
    this.#request = null;
    if (request) this.request(request);
  }
}

/** Calls one of our functions from the engine. Never throws: a throw would stop all calculation. */
class EngineAdapter extends BaseFunction {
  readonly #function: EngineFunction;

  constructor(engineFunction: EngineFunction) {
    super(engineFunction.name.toUpperCase());
    this.#function = engineFunction;
    // References are read here: the engine's own reading takes "" for a blank.
    this.needsReferenceObject = true;
    this.minParams = -1;
    this.maxParams = -1;
  }

  override calculate(...variants: FunctionVariant[]): BaseValueObject {
    try {
      const answer = this.#function.evaluate({
        sheetId: this.subUnitId ?? "",
        row: this.row,
        column: this.column,
        arguments: variants.map(toArgument),
      });
      return toValueObject(answer);
    } catch {
      return errorObject("#VALUE!");
    }
  }
}

function toArgument(variant: FunctionVariant): EngineArgument {
  if (variant.isReferenceObject()) {
    // isReferenceObject() is the engine's own test of this class.
    const reference = variant as BaseReferenceObject;
    const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
    if (startRow < 0 || startColumn < 0) return { kind: "scalar", value: { error: "#REF!" } };
    const values: CellValue[][] = [];
    for (let row = startRow; row <= endRow; row += 1) {
      const line: CellValue[] = [];
      for (let column = startColumn; column <= endColumn; column += 1) {
        const cell = reference.getCellData(row, column);
        line.push(cell ? cellValue(cell) : null);
      }
      values.push(line);
    }
    return { kind: "matrix", values };
  }
  if (variant.isValueObject() && variant.isArray()) {
    // isArray() is the engine's own test of this class.
    const array = variant as ArrayValueObject;
    const values: CellValue[][] = Array.from({ length: array.getRowCount() }, () =>
      new Array<CellValue>(array.getColumnCount()).fill(null),
    );
    const { startRow, startColumn } = array.getRangePosition();
    array.iterator((value, row, column) => {
      const line = values[row - startRow];
      if (line) line[column - startColumn] = scalar(value);
    });
    return { kind: "matrix", values };
  }
  // What is neither reference nor array is a single value.
  const single = variant as BaseValueObject;
  return single.isNull() ? { kind: "omitted" } : { kind: "scalar", value: scalar(single) };
}

function scalar(value: Nullable<BaseValueObject>): CellValue {
  if (!value || value.isNull()) return null;
  if (value.isError()) {
    // isError() is the engine's own test of this class.
    return { error: (value as ErrorValueObject).getErrorType() };
  }
  return value.getValue();
}

function toValueObject(answer: EngineAnswer): BaseValueObject {
  if (answer.kind === "scalar") return scalarObject(answer.value);
  const calculateValueList = answer.values.map((line) => line.map(scalarObject));
  return ArrayValueObject.create({
    calculateValueList,
    rowCount: answer.values.length,
    columnCount: answer.values[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function scalarObject(value: CellValue): BaseValueObject {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? NumberValueObject.create(value) : errorObject("#NUM!");
    case "boolean":
      return BooleanValueObject.create(value);
    case "string":
      return StringValueObject.create(value);
    default:
      return value === null ? NullValueObject.create() : errorObject(value.error);
  }
}

/** The cast widens the engine's closed list of errors by "#BUSY!". */
function errorObject(text: string): ErrorValueObject {
  return ErrorValueObject.create(text as ErrorType);
}

function hasValue(cell: ICellData): boolean {
  return (cell.v !== undefined && cell.v !== null) || !!cell.p;
}

function hasFormula(cell: ICellData): boolean {
  return !!cell.f || !!cell.si;
}

function cellValue(cell: ICellData): CellValue {
  const { v, t, p } = cell;
  if (v === undefined || v === null) {
    return p ? (p.body?.dataStream ?? "").replace(/\r\n$/, "") : null;
  }
  if (t === CellValueType.BOOLEAN) return v === 1 || v === true || v === "1";
  if (t === CellValueType.NUMBER) return Number(v);
  if (typeof v === "string" && t !== CellValueType.FORCE_STRING && isErrorText(v)) {
    return { error: v };
  }
  return t === CellValueType.STRING || t === CellValueType.FORCE_STRING ? String(v) : v;
}

function isErrorText(text: string): boolean {
  // Asks a set of a closed list about any text.
  return ERROR_TYPE_SET.has(text as ErrorType);
}

function toCellData(input: CellInput): ICellData {
  const empty: ICellData = { v: null, f: null, si: null, p: null, t: null };
  if ("formula" in input) return { ...empty, f: input.formula };
  const { value } = input;
  switch (typeof value) {
    case "number":
      return { ...empty, v: value, t: CellValueType.NUMBER };
    case "boolean":
      return { ...empty, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
    case "string":
      return {
        ...empty,
        v: value,
        t: isErrorText(value) ? CellValueType.FORCE_STRING : CellValueType.STRING,
      };
    default:
      return value === null ? empty : { ...empty, v: value.error, t: CellValueType.STRING };
  }
}

/** One line of the engine's matrices, whose index signatures lose their type in Object.entries. */
function entriesOf<V>(line: unknown): [string, Nullable<V>][] {
  return Object.entries((line ?? {}) as Record<string, Nullable<V>>);
}

/** The area of the cells whose content (not only looks) a change touches. */
function contentArea(cells: Matrix): Area | null {
  const areas: Area[] = [];
  for (const [row, line] of Object.entries(cells)) {
    for (const [column, cell] of entriesOf<ICellData>(line)) {
      if (!cell || "v" in cell || "f" in cell || "p" in cell) {
        areas.push({ row: Number(row), column: Number(column), rows: 1, columns: 1 });
      }
    }
  }
  return boundingArea(areas);
}

/** Cells joined to vertical runs. */
function mergeRuns(cells: readonly CellPosition[]): SheetArea[] {
  const sorted = [...cells].sort(
    (a, b) => compare(a.sheetId, b.sheetId) || a.column - b.column || a.row - b.row,
  );
  const runs: { sheetId: string; row: number; column: number; rows: number }[] = [];
  for (const { sheetId, row, column } of sorted) {
    const last = runs.at(-1);
    if (last?.sheetId === sheetId && last.column === column && row <= last.row + last.rows) {
      last.rows = row - last.row + 1;
    } else {
      runs.push({ sheetId, row, column, rows: 1 });
    }
  }
  return runs.map(({ sheetId, row, column, rows }) => ({
    sheetId,
    area: { row, column, rows, columns: 1 },
  }));
}

function compare(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}

function contains(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}

function toArea(range: Pick<IRange, "startRow" | "endRow" | "startColumn" | "endColumn">): Area {
  return {
    row: range.startRow,
    column: range.startColumn,
    rows: range.endRow - range.startRow + 1,
    columns: range.endColumn - range.startColumn + 1,
  };
}

function toRange(area: Area): IRange {
  return {
    startRow: area.row,
    endRow: area.row + area.rows - 1,
    startColumn: area.column,
    endColumn: area.column + area.columns - 1,
  };
}

function fromUniverStyle(style: Nullable<IStyleData>): CellStyle {
  if (!style) return {};
  return {
    ...(style.bg?.rgb ? { fillColor: style.bg.rgb } : {}),
    ...(style.cl?.rgb ? { fontColor: style.cl.rgb } : {}),
    ...(style.ff ? { fontName: style.ff } : {}),
    ...(style.fs ? { fontSize: style.fs } : {}),
    ...(style.bl ? { bold: true } : {}),
    ...(style.it ? { italic: true } : {}),
    ...(style.ul?.s ? { underline: true } : {}),
    ...(style.st?.s ? { strikethrough: true } : {}),
    ...(style.ht ? { horizontalAlignment: horizontalName(style.ht) } : {}),
    ...(style.vt ? { verticalAlignment: verticalName(style.vt) } : {}),
    ...(style.tb === WrapStrategy.WRAP ? { wrapText: true } : {}),
    ...(style.n?.pattern ? { numberFormat: style.n.pattern } : {}),
  };
}

function horizontalName(align: HorizontalAlign): "Left" | "Center" | "Right" {
  if (align === HorizontalAlign.CENTER) return "Center";
  return align === HorizontalAlign.RIGHT ? "Right" : "Left";
}

function verticalName(align: VerticalAlign): "Top" | "Center" | "Bottom" {
  if (align === VerticalAlign.MIDDLE) return "Center";
  return align === VerticalAlign.TOP ? "Top" : "Bottom";
}

const HORIZONTAL = {
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
} as const;

const VERTICAL = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
} as const;

/** A property of null is passed on as null, which removes it. */
function toUniverStyle(style: CellStyle): IStyleData {
  const data: { [Key in keyof IStyleData]: IStyleData[Key] | null } = {};
  const line = (on: boolean | null) => (on ? { s: BooleanNumber.TRUE } : null);
  const flag = (on: boolean | null) => (on ? BooleanNumber.TRUE : null);
  if (style.fillColor !== undefined) data.bg = style.fillColor ? { rgb: style.fillColor } : null;
  if (style.fontColor !== undefined) data.cl = style.fontColor ? { rgb: style.fontColor } : null;
  if (style.fontName !== undefined) data.ff = style.fontName;
  if (style.fontSize !== undefined) data.fs = style.fontSize;
  if (style.bold !== undefined) data.bl = flag(style.bold);
  if (style.italic !== undefined) data.it = flag(style.italic);
  if (style.underline !== undefined) data.ul = line(style.underline);
  if (style.strikethrough !== undefined) data.st = line(style.strikethrough);
  if (style.horizontalAlignment !== undefined) {
    data.ht = style.horizontalAlignment ? HORIZONTAL[style.horizontalAlignment] : null;
  }
  if (style.verticalAlignment !== undefined) {
    data.vt = style.verticalAlignment ? VERTICAL[style.verticalAlignment] : null;
  }
  if (style.wrapText !== undefined) data.tb = style.wrapText ? WrapStrategy.WRAP : null;
  if (style.numberFormat !== undefined) {
    data.n = style.numberFormat ? { pattern: style.numberFormat } : null;
  }
  // The engine removes what is null, though its type does not say so.
  return data as IStyleData;
}

function fromUniverRule(rule: IConditionFormattingRule): ConditionalFormat {
  const highlight = rule.rule.type === CFRuleType.highlightCell ? rule.rule : null;
  return {
    id: rule.cfId,
    kind: ruleKind(rule),
    areas: rule.ranges.map(toArea),
    formula:
      highlight && "subType" in highlight && highlight.subType === CFSubRuleType.formula
        ? highlight.value
        : "",
    stopIfTrue: rule.stopIfTrue,
    style: highlight && "style" in highlight ? fromUniverStyle(highlight.style) : {},
  };
}

function ruleKind({ rule }: IConditionFormattingRule): ConditionalFormatKind {
  switch (rule.type) {
    case CFRuleType.dataBar:
      return "DataBar";
    case CFRuleType.colorScale:
      return "ColorScale";
    case CFRuleType.iconSet:
      return "IconSet";
    default:
      break;
  }
  switch ("subType" in rule ? rule.subType : undefined) {
    case CFSubRuleType.formula:
      return "Custom";
    case CFSubRuleType.rank:
      return "TopBottom";
    case CFSubRuleType.text:
      return "ContainsText";
    case CFSubRuleType.number:
      return "CellValue";
    default:
      return "PresetCriteria";
  }
}

function toUniverRule(format: ConditionalFormat): IConditionFormattingRule {
  return {
    cfId: format.id,
    ranges: format.areas.map(toRange),
    stopIfTrue: format.stopIfTrue,
    rule: {
      type: CFRuleType.highlightCell,
      subType: CFSubRuleType.formula,
      value: format.formula,
      style: toUniverStyle(format.style),
    },
  };
}

/** A workbook over a Univer instance that somebody else has created, e.g. with a grid on screen. */
export function createUniverWorkbook(injector: UniverInjector, unitId?: string): Workbook {
  return new UniverWorkbook(injector, unitId);
}
