import { runExcel } from "./run";

/** Sheet by sheet, since Excel's own "calculate" leaves out functions whose cells have not changed. */
export function recalculate(): Promise<void> {
  return runExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id");
    await context.sync();
    for (const worksheet of worksheets.items) worksheet.calculate(true);
    await context.sync();
  });
}
