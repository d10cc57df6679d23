import { WITNESS } from "../grid";
import type { KeptPolicy } from "../tasks";
import { runExcel } from "./run";
import { findParts, readParts, type StoredPart } from "./xmlParts";

/** Part of the file format. */
const POLICY = "urn:cs-promotion:policy:1";

/** The settings as they stand in the workbook. */
export interface Standing {
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

/** Searches for the copy where its name points, else on the sheet of that name. */
export async function findStanding(context: Excel.RequestContext): Promise<Standing> {
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
  // A program may have made a number of a text; then the digest decides.
  return (range?.values ?? []).map(([cell]: unknown[]) =>
    typeof cell === "string" || typeof cell === "number" ? String(cell) : "",
  );
}

/** See Gateway. */
export function readPolicy(): Promise<KeptPolicy> {
  return runExcel(async (context) => {
    const standing = await findStanding(context);
    return { parts: standing.parts.map(({ xml }) => xml), witness: textsOf(standing) };
  });
}
