import { WITNESS } from "../grid";
import type { KeptPolicy, PolicyWrite } from "../tasks";
import { runExcel } from "./run";
import { findParts, putPart, readParts, type StoredPart } from "./xmlParts";

/** Part of the file format. */
const POLICY = "urn:cs-promotion:policy:1";

/** What somebody reads who finds the sheet: some programs show it. */
const NOTE =
  "客服薪酬与晋升：制度设置的副本，请勿改动或删除。 A copy of the policy settings; please leave it as it is.";

/** Excel takes requests of 5 MB; a character of Chinese is three bytes. */
const ONE_REQUEST = 1_500_000;

/** The settings as they stand in the workbook. */
interface Standing {
  readonly parts: readonly StoredPart[];
  /** The name that points at the copy; a null object where it is gone. */
  readonly name: Excel.NamedItem;
  /** The sheet under its own name; a null object where it is gone or was given another. */
  readonly sheet: Excel.Worksheet;
  /** The copy's cells; null where neither leads to any. */
  readonly range: Excel.Range | null;
  /** Whether sheets may be added: not where the workbook's structure is protected. */
  readonly takesSheets: boolean;
}

/** Looks for the copy where its name points, else on the sheet of that name. */
async function findStanding(context: Excel.RequestContext): Promise<Standing> {
  const parts = findParts(context, POLICY);
  const name = context.workbook.names.getItemOrNullObject(WITNESS);
  name.load("name");
  const sheet = context.workbook.worksheets.getItemOrNullObject(WITNESS);
  sheet.load("id");
  const { protection } = context.workbook;
  protection.load("protected");
  await context.sync();
  const places: Excel.Range[] = [];
  if (!name.isNullObject) places.push(name.getRangeOrNullObject());
  if (!sheet.isNullObject) places.push(sheet.getRange("A:A").getUsedRangeOrNullObject(true));
  for (const place of places) place.load("values");
  const stored = await readParts(context, parts);
  const range = places.find(({ isNullObject }) => !isNullObject) ?? null;
  return { parts: stored, name, sheet, range, takesSheets: !protection.protected };
}

/** The texts of the copy from the top; null where the workbook has never had one. */
function textsOf({ name, sheet, range }: Standing): readonly string[] | null {
  if (name.isNullObject && sheet.isNullObject) return null;
  // A program may have made a number of a text; then the digest tells.
  return (range?.values ?? []).map(([cell]: unknown[]) =>
    typeof cell === "string" || typeof cell === "number" ? String(cell) : "",
  );
}

/** Writes the copy in the place of the one that stands; a workbook that takes no more sheets goes without one. */
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

/** See Gateway. */
export function readPolicy(): Promise<KeptPolicy> {
  return runExcel(async (context) => {
    const standing = await findStanding(context);
    return { parts: standing.parts.map(({ xml }) => xml), witness: textsOf(standing) };
  });
}

/**
 * See Gateway. The part goes first: whatever fails behind it, the part holds, while a copy without a part would say
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
