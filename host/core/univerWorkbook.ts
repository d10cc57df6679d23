import {
  CommandType,
  ICommandService,
  IUniverInstanceService,
  RANGE_TYPE,
  UniverInstanceType,
  mergeWorksheetSnapshotWithDefault,
} from "@univerjs/core";
import type { Workbook as UniverUnit } from "@univerjs/core";
import type {
  ICellData,
  ICommandInfo,
  IExecutionOptions,
  IRange,
  Injector,
  Worksheet,
} from "@univerjs/core";
import {
  FormulaDataModel,
  IActiveDirtyManagerService,
  IDefinedNamesService,
  IFunctionService,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
} from "@univerjs/engine-formula";
import {
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetOrderMutation,
  SheetsSelectionsService,
} from "@univerjs/sheets";
import type { ISetRangeValuesMutationParams } from "@univerjs/sheets";
import { ConditionalFormattingRuleModel } from "@univerjs/sheets-conditional-formatting";
import {
  AddSheetTableMutation,
  DeleteSheetTableMutation,
  SetSheetTableMutation,
  SheetTableService,
} from "@univerjs/sheets-table";
import { Bounds, intersection } from "./a1";
import { namesRenamed, namesWithout } from "./formulas";
import { Listeners, shiftCharts, shiftOf, shiftParts } from "./parts";
import { createParts } from "./sheetParts";
import type {
  Area,
  CalculationReason,
  CellPosition,
  ChangeType,
  CustomXmlPart,
  EngineFunction,
  NamedItem,
  Sheet,
  Table,
  Workbook,
  WorkbookEvent,
} from "./workbook";
import { Calculation, mergeRuns } from "./univerCalculation";
import type { SheetArea } from "./univerCalculation";
import { EngineAdapter } from "./univerFunctions";
import { entriesOf, toArea, toRange } from "./univerRanges";
import { UniverSheet } from "./univerSheet";
import type { Matrix } from "./univerSheet";

type UniverInjector = Pick<Injector, "get">;

/** The scope under which the engine keeps names of the whole workbook. */
const WORKBOOK_SCOPE = "AllDefaultWorkbook";

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
    const { gone, changed } = namesWithout(this.names(), { id, name: worksheet.getName() });
    for (const { name, sheetId } of gone) this.deleteName(name, sheetId);
    for (const item of changed) this.setName(item);
    for (const table of this.tables()) if (table.sheetId === id) this.deleteTable(table.id);
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
      // A name of the file has an id already.
      id: this.#standingName(item.name, item.sheetId)?.id ?? `${scope}:${item.name.toUpperCase()}`,
      name: item.name,
      formulaOrRefString: reference.test(item.formula) ? item.formula.slice(1) : item.formula,
      comment: item.comment ?? "",
      hidden: item.visible === false,
      localSheetId: scope,
    });
  }

  deleteName(name: string, sheetId?: string): void {
    const item = this.#standingName(name, sheetId);
    if (item) this.execute(RemoveDefinedNameMutation.id, { unitId: this.unitId, ...item });
  }

  #standingName(name: string, sheetId?: string) {
    return Object.values(this.#names.getDefinedNameMap(this.unitId) ?? {}).find(
      (candidate) =>
        candidate.name.toUpperCase() === name.toUpperCase() &&
        (candidate.localSheetId ?? WORKBOOK_SCOPE) === (sheetId ?? WORKBOOK_SCOPE),
    );
  }

  followName(before: string, after: string): void {
    for (const item of namesRenamed(this.names(), before, after)) this.setName(item);
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
    this.#functions.unregisterExecutors(...functions.map(({ name }) => name.toUpperCase()));
    this.#functions.registerExecutors(...functions.map((each) => new EngineAdapter(each)));
    // Formulas that were parsed while the functions were unknown are remembered as #NAME?, in whatever letters
    // they name them: all that hold "" are forgotten, which is every one.
    this.#functions.deleteFormulaAstCacheKey("");
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
      if (event.kind === "changed") {
        this.#shiftParts(event.sheetId, event.area, event.changeType);
        this.#recalculateSpills(event.sheetId, event.area);
      }
      this.#listeners.tell(event);
    }
  }

  #shiftParts(sheetId: string, area: Area, changeType: ChangeType): void {
    const shift = shiftOf(area, changeType);
    if (!shift) return;
    for (const sheet of this.sheets()) {
      if (sheet.id === sheetId) shiftParts(sheet.parts, shift);
      shiftCharts(sheet.parts, sheetId, shift);
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

/** The area of the cells whose content (not only style) a change touches. */
function contentArea(cells: Matrix): Area | null {
  const bounds = new Bounds();
  for (const [row, line] of Object.entries(cells)) {
    for (const [column, cell] of entriesOf<ICellData>(line)) {
      if (!cell || "v" in cell || "f" in cell || "p" in cell) {
        bounds.include(Number(row), Number(column));
      }
    }
  }
  return bounds.area();
}

/** A workbook over a Univer instance that somebody else has created, e.g. with a grid on screen. */
export function createUniverWorkbook(injector: UniverInjector, unitId?: string): Workbook {
  return new UniverWorkbook(injector, unitId);
}
