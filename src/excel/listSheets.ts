import { WITNESS } from "../grid";
import type { SheetSummary } from "../tasks";
import { runExcel } from "./run";
import { tagOfNames, UNFINISHED } from "./sheetTags";

/** The sheets of the workbook; see Gateway.listSheets. */
export function listSheets(): Promise<readonly SheetSummary[]> {
  return runExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name,items/visibility,items/names/items/name");
    const active = worksheets.getActiveWorksheet();
    active.load("id");
    await context.sync();
    return worksheets.items.flatMap(({ id, name, visibility, names }) => {
      const tags = names.items.map((item) => item.name);
      // What a crash has left of a sheet is nobody's, and the copy of the policy settings no sheet to work with.
      if (tags.includes(UNFINISHED) || name.toUpperCase() === WITNESS) return [];
      return {
        id,
        name,
        active: id === active.id,
        visible: visibility === "Visible",
        tag: tagOfNames(tags),
      };
    });
  });
}
