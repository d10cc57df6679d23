// Takes: a workbook's bytes. Gives: what other programs make of it when they open and save it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import XLSX from "xlsx";
import XlsxPopulate from "xlsx-populate";
import { ensurePrograms } from "../../scripts/ensurePrograms";
import { convertWithOffice } from "./office";

export type Program =
  "LibreOffice" | "Gnumeric" | "openpyxl" | "exceljs" | "SheetJS" | "xlsx-populate";

/** One file in, one file out, by a program of the machine. */
function byProgram(
  bytes: Uint8Array,
  command: (input: string, output: string) => readonly [string, ...string[]],
): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), "program-"));
  try {
    const [input, output] = [path.join(folder, "in.xlsx"), path.join(folder, "out.xlsx")];
    writeFileSync(input, bytes);
    const [program, ...words] = command(input, output);
    const result = spawnSync(program, words, { encoding: "utf8" });
    if (result.status !== 0) throw new Error(`${program}: ${result.stderr}`);
    return new Uint8Array(readFileSync(output));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const OPENPYXL = "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])";

/** Opens the workbook in a program and saves it. */
export async function savedBy(program: Program, bytes: Uint8Array): Promise<Uint8Array> {
  switch (program) {
    case "LibreOffice": {
      const files = { "in.xlsx": bytes };
      const converted = await convertWithOffice({ files, to: "xlsx", recalculate: false });
      const saved = converted.get("in.xlsx");
      if (saved === undefined) throw new Error("LibreOffice could not open the file.");
      return saved;
    }
    case "Gnumeric":
      return byProgram(bytes, (input, output) => [ensurePrograms().ssconvert, input, output]);
    case "openpyxl":
      return byProgram(bytes, (input, output) => [
        ensurePrograms().python,
        "-c",
        OPENPYXL,
        input,
        output,
      ]);
    case "exceljs": {
      const book = new ExcelJS.Workbook();
      // exceljs declares a Buffer of its own making.
      await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
      return new Uint8Array(await book.xlsx.writeBuffer());
    }
    case "SheetJS": {
      const book = XLSX.read(bytes, { type: "array", cellStyles: true, bookVBA: true });
      return new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
    }
    case "xlsx-populate": {
      const book = await XlsxPopulate.fromDataAsync(bytes);
      return new Uint8Array(await book.outputAsync("arraybuffer"));
    }
  }
}
