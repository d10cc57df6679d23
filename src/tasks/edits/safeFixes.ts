import type { Area } from "../../grid";
import { policyFor } from "../../policy";
import { findFixes, type Fix } from "../../views";
import type { SheetEdits } from "./changeCells";
import type { Gateway } from "../gateway";
import { runInSlices } from "../run/slices";
import type { OpenedMonth } from "../month/openMonth";
import type { ValidateOptions } from "../month/readScoreSheet";

/** The fixes of one sheet's cells, in groups by the id of the sheet. */
function bySheet(fixes: readonly Fix[]): readonly (readonly Fix[])[] {
  const groups = new Map<string, Fix[]>();
  for (const fix of fixes) {
    const group = groups.get(fix.cell.sheet.id);
    if (group === undefined) groups.set(fix.cell.sheet.id, [fix]);
    else group.push(fix);
  }
  return [...groups.values()];
}

function areaAround(fixes: readonly Fix[]): Area {
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const { cell } of fixes) {
    top = Math.min(top, cell.row);
    left = Math.min(left, cell.column);
    bottom = Math.max(bottom, cell.row);
    right = Math.max(right, cell.column);
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** Leaves out the fixes of cells that hold formulas. */
async function withoutFormulas(
  fixes: readonly Fix[],
  gateway: Gateway,
  signal: AbortSignal | undefined,
): Promise<Fix[]> {
  const kept: Fix[] = [];
  for (const group of bySheet(fixes)) {
    const sheet = group[0]?.cell.sheet;
    if (sheet === undefined) continue;
    const isFormula = await gateway.findFormulas(sheet, areaAround(group), { signal });
    kept.push(...group.filter(({ cell }) => !isFormula(cell.row, cell.column)));
  }
  return kept;
}

/** What can be mended on the open sheet without a doubt, to be looked at before anything is written. */
export async function findSafeFixes(
  { judged: { input } }: OpenedMonth,
  { gateway, signal, onProgress }: Pick<ValidateOptions, "gateway" | "signal" | "onProgress">,
): Promise<readonly Fix[]> {
  const { sheet, book, asOf, today } = input;
  const fixes = await runInSlices(findFixes(sheet, policyFor(book, asOf ?? today)), {
    signal,
    onPause: ({ done, total }) => onProgress?.({ stage: "checking", done, of: total }),
  });
  return withoutFormulas(fixes, gateway, signal);
}

/** Fixes as edits of cells. */
export function editsOf(fixes: readonly Fix[]): SheetEdits[] {
  return bySheet(fixes).flatMap((group) => {
    const sheet = group[0]?.cell.sheet;
    if (sheet === undefined) return [];
    const edits = group.map(({ cell: { row, column }, before, after, numberFormat }) => ({
      row,
      column,
      before,
      after,
      numberFormat,
    }));
    return [{ sheet, edits }];
  });
}
