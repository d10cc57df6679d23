import { formatAddress, type CellRef } from "../grid";
import type { Gateway, SheetSummary } from "../tasks";
import { applyMarks, clearMarks } from "./marks";
import { readPolicyParts, writePolicyPart } from "./policyParts";
import { findFormulas, readSheet } from "./readSheet";
import { recalculate } from "./recalculate";
import { runExcel } from "./run";

function listSheets(): Promise<readonly SheetSummary[]> {
  return runExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name,items/visibility");
    const active = worksheets.getActiveWorksheet();
    active.load("id");
    await context.sync();
    return worksheets.items.map(({ id, name, visibility }) => ({
      id,
      name,
      active: id === active.id,
      visible: visibility === "Visible",
    }));
  });
}

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
  listSheets,
  readSheet,
  findFormulas,
  applyMarks,
  clearMarks,
  selectCell,
  readPolicyParts,
  writePolicyPart,
  recalculate,
};
