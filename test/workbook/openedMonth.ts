import { openMonth, type OpenedMonth, type ValidateOptions } from "../../src/tasks";

/** The month of a workbook as all pages share it; a test that finds none is wrong. */
export async function openedMonth(options: ValidateOptions): Promise<OpenedMonth> {
  const opened = await openMonth(options);
  if (opened.kind !== "opened") throw new Error(opened.kind);
  return opened;
}
