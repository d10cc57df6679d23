import { IResourceLoaderService, IUniverInstanceService, UniverInstanceType } from "@univerjs/core";
import type {
  ICellData,
  Injector,
  IRange,
  IWorksheetData,
  Nullable,
  Workbook,
} from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import type { Workbook as HostWorkbook } from "../../host";
import { numbered, type CurrentWorkbook, type Spill } from "../xlsx";

type Snapshot = CurrentWorkbook["snapshot"];

/** Cells that were filled from a neighbour know their formula by a number only: spells it out. */
function spellOut(
  sheet: Partial<IWorksheetData>,
  formulaOf: (row: number, column: number) => Nullable<string>,
): void {
  for (const [row, columns] of numbered(sheet.cellData)) {
    for (const [column, cell] of numbered<ICellData>(columns)) {
      if (cell.si && !cell.f) cell.f = formulaOf(row, column) ?? null;
    }
  }
}

function spillsOf(formulas: FormulaDataModel, unitId: string, sheetId: string): Spill[] {
  const ranges = formulas.getArrayFormulaRange()[unitId]?.[sheetId] ?? {};
  const values = formulas.getArrayFormulaCellData()[unitId]?.[sheetId] ?? {};
  const spills: Spill[] = [];
  for (const [, columns] of numbered(ranges)) {
    for (const [, range] of numbered<IRange>(columns)) {
      const { startRow, startColumn, endRow, endColumn } = range;
      const lines: Nullable<ICellData>[][] = [];
      for (let row = startRow; row <= endRow; row++) {
        const line: Nullable<ICellData>[] = [];
        for (let column = startColumn; column <= endColumn; column++) {
          line.push(values[row]?.[column]);
        }
        lines.push(line);
      }
      spills.push({ block: { startRow, startColumn, endRow, endColumn }, values: lines });
    }
  }
  return spills;
}

/**
 * The workbook of the grid as saving takes it.
 * @param held the host's workbook over the same grid, which keeps what the grid does not
 * @throws Error when no workbook is open
 */
export function captureWorkbook(
  injector: Pick<Injector, "get">,
  held: Pick<HostWorkbook, "customXmlParts" | "sheets">,
): CurrentWorkbook {
  const workbook = injector
    .get(IUniverInstanceService)
    .getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
  if (!workbook) throw new Error("没有打开的工作簿。");
  const unitId = workbook.getUnitId();
  const formulas = injector.get(FormulaDataModel);
  const snapshot: Snapshot = injector.get(IResourceLoaderService).saveUnit(unitId) ?? {
    ...workbook.getSnapshot(),
  };
  const copy = structuredClone({ ...snapshot });
  const spills: Record<string, Spill[]> = {};
  for (const id of copy.sheetOrder) {
    const sheet = copy.sheets[id];
    if (sheet === undefined) continue;
    spellOut(sheet, (row, column) => formulas.getFormulaStringByCell(row, column, id, unitId));
    spills[id] = spillsOf(formulas, unitId, id);
  }
  const parts = Object.fromEntries(held.sheets().map((sheet) => [sheet.id, sheet.parts]));
  return { snapshot: copy, spills, customXmlParts: held.customXmlParts, parts };
}
