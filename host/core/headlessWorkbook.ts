import { CellValueType, LocaleType, LogLevel, Univer, UniverInstanceType } from "@univerjs/core";
import type { ICellData, IWorkbookData, IWorksheetData } from "@univerjs/core";
import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import { plainInput } from "./plainSheets";
import type { PlainSheet } from "./plainSheets";
import { UniverWorkbook } from "./univerWorkbook";
import type { Workbook } from "./workbook";

export interface HeadlessOptions {
  /** Grid size where a sheet needs less. */
  readonly rows?: number;
  readonly columns?: number;
}

/**
 * A workbook with the real engine and no grid: built-in formulas, functions of the add-in, tables, names,
 * conditional formats. Takes sheets as a test writes them down, or a snapshot of the engine.
 */
export function createHeadlessWorkbook(
  content: readonly PlainSheet[] | Partial<IWorkbookData>,
  options: HeadlessOptions = {},
): Workbook {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.SILENT,
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, {
    initialFormulaComputing: CalculationMode.NO_CALCULATION,
  });
  univer.registerPlugin(UniverSheetsTablePlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  const snapshot = isSheets(content) ? toSnapshot(content, options) : content;
  const unit = univer.createUnit(UniverInstanceType.UNIVER_SHEET, snapshot);
  return new HeadlessWorkbook(univer, unit.getUnitId());
}

class HeadlessWorkbook extends UniverWorkbook {
  readonly #univer: Univer;

  constructor(univer: Univer, unitId: string) {
    super(univer.__getInjector(), unitId, true);
    this.#univer = univer;
    // The engine's own first calculation comes at an uncertain time; ours follows it.
    this.calculateAll();
  }

  override dispose(): void {
    super.dispose();
    this.#univer.dispose();
  }
}

function isSheets(content: readonly PlainSheet[] | object): content is readonly PlainSheet[] {
  return Array.isArray(content);
}

function toSnapshot(sheets: readonly PlainSheet[], options: HeadlessOptions): IWorkbookData {
  const entries = sheets.map((sheet, index): [string, Partial<IWorksheetData>] => {
    const cells = sheet.cells ?? [];
    const columns = cells.reduce((most, line) => Math.max(most, line.length), 0);
    const cellData: Record<number, Record<number, ICellData>> = {};
    cells.forEach((line, row) => {
      const target: Record<number, ICellData> = {};
      line.forEach((cell, column) => {
        const data = toData(cell);
        if (data) target[column] = data;
      });
      cellData[row] = target;
    });
    return [
      `sheet-${index + 1}`,
      {
        id: `sheet-${index + 1}`,
        name: sheet.name,
        cellData,
        hidden: sheet.visibility === undefined || sheet.visibility === "Visible" ? 0 : 1,
        rowCount: Math.max(cells.length + 10, options.rows ?? 200),
        columnCount: Math.max(columns + 5, options.columns ?? 30),
      },
    ];
  });
  return {
    id: "workbook",
    name: "Workbook",
    appVersion: "",
    locale: LocaleType.EN_US,
    styles: {},
    sheetOrder: entries.map(([id]) => id),
    sheets: Object.fromEntries(entries),
  };
}

function toData(cell: unknown): ICellData | null {
  const input = plainInput(cell);
  if (!input) return null;
  if ("formula" in input) return { f: input.formula };
  const { value } = input;
  switch (typeof value) {
    case "number":
      return { v: value, t: CellValueType.NUMBER };
    case "boolean":
      return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
    case "string":
      return { v: value, t: CellValueType.STRING };
    default:
      return value === null ? null : { v: value.error, t: CellValueType.STRING };
  }
}
