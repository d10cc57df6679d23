import { WITNESS } from "../grid";
import type { PolicyWrite } from "../tasks";
import { findStanding, type Standing } from "./keptPolicy";
import { runExcel } from "./run";
import { putPart } from "./writeParts";

/** What somebody reads who finds the sheet: some programs show it. */
const NOTE =
  // eslint-disable-next-line no-restricted-syntax -- not of the pane: both languages, for other programs
  "客服薪酬与晋升：制度设置的副本，请勿改动或删除。 A copy of the policy settings; please leave it as it is.";

/** Excel takes requests of 5 MB; a character of Chinese is three bytes. */
const ONE_REQUEST = 1_500_000;

/** Writes the copy in the place of the one that stands; a workbook to which no sheet can be added has none. */
function putWitness(
  context: Excel.RequestContext,
  { name, sheet, range, takesSheets }: Standing,
  cells: readonly string[],
): void {
  const { worksheets, names } = context.workbook;
  const found = range?.worksheet ?? (sheet.isNullObject ? null : sheet);
  if (found === null && !takesSheets) return;
  const worksheet = found ?? worksheets.add(WITNESS);
  if (takesSheets) worksheet.visibility = "VeryHidden";
  const column = worksheet.getRangeByIndexes(0, 0, cells.length, 1);
  column.values = cells.map((text) => [text]);
  const more = (range?.values.length ?? 0) - cells.length;
  if (more > 0) worksheet.getRangeByIndexes(cells.length, 0, more, 1).clear();
  worksheet.getRangeByIndexes(0, 1, 1, 1).values = [[NOTE]];
  if (!name.isNullObject) name.delete();
  names.add(WITNESS, column).visible = false;
}

/**
 * See Gateway. The part is written first: whatever fails after it, the part holds, while a copy without a part would say
 * that one was lost.
 */
export function writePolicy(
  { part, witness }: PolicyWrite,
  expected: readonly string[],
): Promise<void> {
  return runExcel(async (context) => {
    const standing = await findStanding(context);
    putPart(context, part, standing.parts, expected);
    if (witness !== null) {
      const characters = witness.reduce((sum, { length }) => sum + length, 0);
      if ((part?.length ?? 0) + characters > ONE_REQUEST) await context.sync();
      putWitness(context, standing, witness);
    }
    await context.sync();
  });
}
