import { strToU8, zipSync } from "fflate";
import { builtInBook } from "../src/policy";
import { EVERYTHING, startSharing, type CopyRequest } from "../src/tasks";
import { monthOf } from "../src/units";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const COLUMNS = 12;
/** Packed bytes of a row, by which the size of a file is aimed at. */
const ROW_BYTES = 120;

/** A ledger with two calls of the add-in in each row, at most so many bytes large, and nearly. */
function ledger(bytes: number): Uint8Array {
  const guessed = ledgerOf(Math.floor(bytes / ROW_BYTES));
  return ledgerOf(Math.floor(((bytes / ROW_BYTES) * (bytes * 0.98)) / guessed.length));
}

function ledgerOf(count: number): Uint8Array {
  const rows: string[] = [];
  let random = 1;
  for (let row = 1; row <= count; row += 1) {
    const cells: string[] = [];
    for (let column = 0; column < COLUMNS; column += 1) {
      random = (random * 48_271) % 2_147_483_647;
      const address = `${String.fromCharCode(65 + column)}${row}`;
      const formula = column > 9 ? `<f>_xldudf_CS_COMMISSION(B${row})</f>` : "";
      cells.push(`<c r="${address}">${formula}<v>${random / 100}</v></c>`);
    }
    rows.push(`<row r="${row}">${cells.join("")}</row>`);
  }
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="成绩" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"><sheetData>${rows.join("")}</sheetData></worksheet>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])),
    { level: 1 },
  );
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** What a copy of a file of about that size costs: time, memory beside the file itself, longest step. */
export function benchShare(megabytesWanted: number, as: CopyRequest["as"]): readonly string[] {
  const bytes = ledger(megabytesWanted * 1_000_000);
  const before = process.memoryUsage().rss;
  let peak = before;
  let longest = 0;
  const started = performance.now();
  const steps = startSharing(bytes, {
    kind: "copy",
    setting: {
      request: { as, ...EVERYTHING },
      book: builtInBook(),
      today: monthOf(2026, 11),
      day: "2026-11-25",
      language: "zh",
    },
  });
  for (let count = 0; ; count += 1) {
    const begun = performance.now();
    const step = steps.next();
    longest = Math.max(longest, performance.now() - begun);
    if (count % 50 === 0) peak = Math.max(peak, process.memoryUsage().rss);
    if (step.done !== true) continue;
    peak = Math.max(peak, process.memoryUsage().rss);
    const total = performance.now() - started;
    const facts = step.value.kind === "copy" ? step.value.copy.facts : { frozen: 0, plain: 0 };
    const calls = facts.frozen + facts.plain;
    return [
      `Sharing ${megabytes(bytes.length)} as ${as} (${calls.toLocaleString("en")} calls): ${(total / 1000).toFixed(1)} s, memory +${megabytes(peak - before)}, longest step ${longest.toFixed(0)} ms in the worker (aim ≤ 50)`,
    ];
  }
}
