import type { SheetRef, SheetTag } from "../grid";
import { GatewayError } from "../tasks";
import { runExcel } from "./run";
import { tagOfNames } from "./sheetTags";

/** Removes a sheet that we have written; see Gateway.removeWrittenSheet. */
export function removeWrittenSheet(sheet: SheetRef, tag: SheetTag): Promise<void> {
  return runExcel(async (context) => {
    const { worksheets, protection } = context.workbook;
    worksheets.load("items/id,items/names/items/name");
    protection.load("protected");
    await context.sync();
    const worksheet = worksheets.items.find(({ id }) => id === sheet.id);
    const names = worksheet?.names.items.map(({ name }) => name) ?? [];
    if (worksheet === undefined || tagOfNames(names) !== tag) return;
    if (protection.protected) throw new GatewayError("structureProtected");
    worksheet.delete();
    await context.sync();
  });
}
