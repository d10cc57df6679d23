import { formatAddress, type CellRef } from "../grid";
import type { Gateway } from "../tasks";
import { editCells } from "./editCells";
import { readFileAddress } from "./fileAddress";
import { listSheets } from "./listSheets";
import { openWorkbook, readFile, startsWithWorkbook, startWithWorkbook } from "./documentFile";
import { applyMarks, clearMarks } from "./marks";
import { countHiddenRows, findMerged, listTables, readTexts } from "./readDisplay";
import { readSheetParts, writeSheetPart } from "./writeParts";
import { readPolicy } from "./keptPolicy";
import { writePolicy } from "./writePolicy";
import { readFormulaHeads } from "./readFormulaHeads";
import { findFormulas, readSheet } from "./readSheet";
import { readAreas } from "./readAreas";
import { recalculate } from "./recalculate";
import { removeBlankSheet } from "./removeBlankSheet";
import { removeWrittenSheet } from "./removeWrittenSheet";
import { runExcel } from "./run";
import { watchEdits } from "./watchEdits";
import { writeRow } from "./writeRow";
import { writeSheet } from "./writeSheet";

function selectCell(cell: CellRef): Promise<void> {
  return runExcel(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(cell.sheet.id);
    worksheet.activate();
    worksheet.getRange(formatAddress(cell)).select();
    await context.sync();
  });
}

/** The workbook that the add-in runs in. */
export const excelGateway: Gateway = {
  readFileAddress,
  listSheets,
  readSheet,
  findFormulas,
  readFormulaHeads,
  readAreas,
  watchEdits,
  applyMarks,
  clearMarks,
  editCells,
  writeRow,
  writeSheet,
  removeBlankSheet,
  removeWrittenSheet,
  selectCell,
  countHiddenRows,
  findMerged,
  listTables,
  readTexts,
  readPolicy,
  writePolicy,
  readSheetParts,
  writeSheetPart,
  recalculate,
  readFile,
  openWorkbook,
  startsWithWorkbook,
  startWithWorkbook,
};
