import { parseArea } from "../grid";
import type { SheetEdit } from "../tasks";
import { runExcel } from "./run";

const ONE_SHEET = /^.*!/u;

function editOf(event: Excel.WorksheetChangedEventArgs): SheetEdit {
  const typed = event.changeType === "RangeEdited";
  const area = typed ? parseArea(event.address.replace(ONE_SHEET, "")) : undefined;
  return { sheetId: event.worksheetId, area: area ?? null, remote: event.source === "Remote" };
}

/** Reports every edit and every calculation; see Gateway.watchEdits. */
export function watchEdits(
  listener: (edit: SheetEdit) => void,
  calculated?: () => void,
): Promise<void> {
  return runExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onChanged.add((event) => {
      listener(editOf(event));
      return Promise.resolve();
    });
    worksheets.onDeleted.add(({ worksheetId, source }) => {
      listener({ sheetId: worksheetId, area: null, remote: source === "Remote" });
      return Promise.resolve();
    });
    if (calculated !== undefined)
      worksheets.onCalculated.add(() => {
        calculated();
        return Promise.resolve();
      });
    await context.sync();
  });
}
