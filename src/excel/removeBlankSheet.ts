import type { SheetRef } from "../grid";
import { runExcel } from "./run";
import { readUsedArea } from "./usedArea";

/** Removes a sheet in which nothing stands; see Gateway.removeBlankSheet. */
export function removeBlankSheet(sheet: SheetRef): Promise<void> {
  return runExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/visibility");
    await context.sync();
    const worksheet = worksheets.items.find(({ id }) => id === sheet.id);
    const others = worksheets.items.filter(
      ({ id, visibility }) => id !== sheet.id && visibility === "Visible",
    );
    if (worksheet === undefined || others.length === 0) return;
    if ((await readUsedArea(context, worksheet)) !== null) return;
    worksheet.delete();
    await context.sync();
  });
}
