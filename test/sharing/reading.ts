import { createHash } from "node:crypto";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";

/** What tests read of a file, without the product's own readers. */

function hashes(bytes: Uint8Array): Map<string, string> {
  return new Map(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [
      path,
      createHash("sha256").update(part).digest("hex"),
    ]),
  );
}

export function textsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

export function partOf(bytes: Uint8Array, path: string): string {
  return textsOf(bytes).get(path) ?? "";
}

/** Paths of the parts that differ, or are in one of the two files only. */
export function differing(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [hashes(before), hashes(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => old.get(path) !== now.get(path))
    .sort();
}

export type Plain = string | number | boolean | null;

/** What exceljs takes for the value of a cell, whether it has a formula or not. */
function plain(value: ExcelJS.CellValue): Plain {
  if (value === null || value === undefined) return null;
  if (typeof value === "object") {
    if ("result" in value) return plain(value.result ?? null);
    if ("richText" in value) return value.richText.map(({ text }) => text).join("");
    if ("error" in value) return value.error;
    if ("formula" in value || "sharedFormula" in value) return null;
    return JSON.stringify(value);
  }
  return value;
}

export async function valuesOf(bytes: Uint8Array): Promise<Map<string, Plain>> {
  const workbook = new ExcelJS.Workbook();
  // exceljs declares a Buffer of its own making.
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  const values = new Map<string, Plain>();
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => values.set(`${sheet.name}!${cell.address}`, plain(cell.value))),
    ),
  );
  return values;
}

/** The cells of a sheet's part with their values, read without the product's own reader. */
export function cached(bytes: Uint8Array): Map<string, string> {
  const values = new Map<string, string>();
  for (const [path, text] of textsOf(bytes)) {
    if (!path.startsWith("xl/worksheets/sheet")) continue;
    for (const [, address = "", inner = ""] of text.matchAll(
      /<c r="([A-Z]+\d+)"[^>]*?>(.*?)<\/c>/gsu,
    )) {
      const value = /<v>(.*?)<\/v>/su.exec(inner)?.[1];
      if (value !== undefined) values.set(`${path} ${address}`, value);
    }
  }
  return values;
}

/** Any call of ours outside of quotes: what must not be in a formula of the copy. */
export const CALL = /(?:_xldudf_|(?<![\p{L}\p{N}_.])CS(?:DEV)?\.[A-Z]+\s*\()/iu;

export function formulasOf(bytes: Uint8Array): string[] {
  return [...textsOf(bytes)]
    .filter(([path]) => /\.xml$/u.test(path))
    .flatMap(([, text]) => [
      ...text.matchAll(
        /<(?:\w+:)?(f|formula|formula1|formula2|definedName|calculatedColumnFormula|totalsRowFormula)\b[^>]*>([^<]*)</gu,
      ),
    ])
    .map(([, , formula = ""]) => formula.replaceAll("&quot;", '"').replace(/"[^"]*"/gu, '""'));
}
