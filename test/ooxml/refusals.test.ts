import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { limits, FileRefusal } from "../../src/sharing";
import { OfficePackage } from "../../src/ooxml/package/officePackage";
import { patchPiecewise } from "../../src/ooxml/package/piecewise";
import type { PatchMaker } from "../../src/ooxml/xml/patch";
import { share } from "../sharing/choices";
import { book, bookParts, CORPUS, oneSheet, rows, zip, type Parts } from "../sharing/corpus";

const GOOD = oneSheet('<c r="A1"><f>CS.TIER(1)</f><v>1</v></c>');
const PARTS = bookParts({
  sheets: [{ name: "成绩", xml: rows('<c r="A1"><f>CS.TIER(1)</f><v>1</v></c>') }],
});

function refusalOf(bytes: Uint8Array): string {
  try {
    share(bytes);
  } catch (error) {
    if (error instanceof FileRefusal) return error.code;
    throw error;
  }
  return "shared";
}

function compound(stream: string): Uint8Array {
  const name = [...stream].flatMap((letter) => [letter.charCodeAt(0), 0]);
  return Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...name, 0, 0]);
}

function utf16(text: string): Uint8Array {
  const units = [...text].map((letter) => letter.charCodeAt(0));
  return Uint8Array.from([0xff, 0xfe, ...units.flatMap((unit) => [unit & 0xff, unit >> 8])]);
}

function withPart(path: string, text: string | Uint8Array): Uint8Array {
  return zip({ ...PARTS, [path]: text });
}

const TYPES = "[Content_Types].xml";

function ofType(from: string, to: string): Parts {
  return { ...PARTS, [TYPES]: String(PARTS[TYPES]).replace(from, to) };
}

/** Positions of the entries in the directory, and of their local headers, by name. */
function patched(
  bytes: Uint8Array,
  name: string,
  change: (view: DataView, directory: number) => void,
): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    const found = new TextDecoder().decode(copy.subarray(at + 46, at + 46 + length));
    if (found === name) change(view, at);
  }
  return copy;
}

function renamed(from: string, to: string): Uint8Array {
  const copy = zip({ ...PARTS, [from]: "x" });
  const [old, now] = [strToU8(from), strToU8(to)];
  for (let at = 0; at + old.length <= copy.length; at += 1)
    if (old.every((byte, index) => copy[at + index] === byte)) copy.set(now, at);
  return copy;
}

const SHEET = "xl/worksheets/sheet1.xml";
const BILLION = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><f>CS.TIER(1)</f><v>&b;</v></c></row></sheetData></worksheet>`;

describe("a file is refused with its reason", () => {
  it.each<[string, string, Uint8Array]>([
    ["a workbook with a password", "encrypted", compound("EncryptedPackage")],
    [
      "an entry with a password",
      "encrypted",
      patched(GOOD, SHEET, (view, at) => view.setUint16(at + 8, 1, true)),
    ],
    ["an .xls", "legacyXls", compound("Workbook")],
    ["an .xls of 1995", "legacyXls", Uint8Array.of(9, 8, 16, 0, 0, 6, 5, 0)],
    ["text", "textTable", strToU8("姓名,分数\n王芳,85\n")],
    ["text with tabs in UTF-16", "textTable", utf16("姓名\t分数\r\n王芳\t85\r\n")],
    ["a web page that is called .xls", "webPage", strToU8("<html><table></table></html>")],
    [
      "a web page of Excel's own making",
      "webPage",
      strToU8('\uFEFF<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head></head></html>'),
    ],
    [
      "XML of Excel 2003",
      "spreadsheet2003",
      strToU8(
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
    ],
    [
      "XML of Excel 2003 with its table",
      "spreadsheet2003",
      strToU8(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row/></Table></Worksheet></Workbook>',
      ),
    ],
    [
      "a web page with the names of Excel's formats",
      "webPage",
      strToU8(
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><table></table></html>',
      ),
    ],
    [
      "a flat OpenDocument with its table",
      "openDocument",
      strToU8(
        '<?xml version="1.0"?><o:document xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><o:body><table></table></o:body></o:document>',
      ),
    ],
    [
      "a flat OpenDocument",
      "openDocument",
      strToU8('<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'),
    ],
    [
      "an .ods",
      "openDocument",
      zipSync({
        mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
        "content.xml": strToU8("<x/>"),
      }),
    ],
    ["a picture", "notWorkbook", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0)],
    ["a PDF", "notWorkbook", strToU8("%PDF-1.7\n1 0 obj, x\n")],
    ["nothing", "notWorkbook", new Uint8Array(0)],
    ["a zip of pictures", "notWorkbook", zipSync({ "a.png": new Uint8Array(9) })],
    [
      "a binary workbook",
      "binaryWorkbook",
      zip(
        ofType(
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
          "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
        ),
      ),
    ],
    [
      "a document",
      "otherOffice",
      zip(ofType("spreadsheetml.sheet.main", "wordprocessingml.document.main")),
    ],
    ["half of a file", "truncated", GOOD.slice(0, GOOD.length / 2)],
    ["a file without its last byte", "truncated", GOOD.slice(0, -1)],
    [
      "a part with another check sum",
      "damaged",
      patched(GOOD, SHEET, (view, at) => view.setUint32(at + 16, 1, true)),
    ],
    [
      "a part that is longer than it says",
      "damaged",
      patched(GOOD, SHEET, (view, at) => view.setUint32(at + 24, 5, true)),
    ],
    [
      "a part packed in a way of its own",
      "damaged",
      patched(GOOD, SHEET, (view, at) => view.setUint16(at + 10, 12, true)),
    ],
    ["a name that leads up", "unsafePath", withPart("../../evil.xml", "x")],
    ["a name from the root", "unsafePath", withPart("/etc/evil", "x")],
    ["a name with a drive", "unsafePath", withPart("C:evil", "x")],
    ["a name with backslashes that leads up", "unsafePath", withPart("xl\\..\\..\\evil", "x")],
    ["two parts of one name", "duplicatePart", renamed("xl/worksheets/sheet0.xml", SHEET)],
    ["a name that leads up in escapes", "unsafePath", withPart("xl/%2e%2e/%2e%2e/evil.xml", "x")],
    [
      "two parts of one name, one of them in escapes",
      "duplicatePart",
      withPart("xl/worksheets/sheet%31.xml", "x"),
    ],
    [
      "two parts of one name in other capitals",
      "duplicatePart",
      withPart("XL/Worksheets/Sheet1.xml", "x"),
    ],
    [
      "a part that expands a thousandfold",
      "bomb",
      withPart("xl/media/zeros.bin", new Uint8Array(40_000_000)),
    ],
    [
      "entries that share their bytes",
      "bomb",
      patched(GOOD, "xl/styles.xml", (view, at) => view.setUint32(at + 42, 0, true)),
    ],
    ["entities of its own", "documentType", withPart(SHEET, BILLION)],
    ["entities in the workbook's part", "documentType", withPart("xl/workbook.xml", BILLION)],
    ["a sheet that is no XML", "badXml", withPart(SHEET, "<worksheet><CS.TIER(></worksheet>")],
    [
      "an encoding that nobody writes",
      "badXml",
      withPart(SHEET, '<?xml version="1.0" encoding="EBCDIC"?><CS_/>'),
    ],
    [
      "a sheet that is not there",
      "damaged",
      zip(Object.fromEntries(Object.entries(PARTS).filter(([path]) => path !== SHEET))),
    ],
    [
      "no visible sheet",
      "noSheetLeft",
      book({ sheets: [{ name: "成绩", xml: rows(), state: "hidden" }] }),
    ],
  ])("%s: %s", (_, code, bytes) => {
    expect(refusalOf(bytes)).toBe(code);
  });

  it("a file above the limit, whatever it holds", () => {
    const bytes = new Uint8Array(limits.file + 1);
    bytes.set(GOOD);
    expect(refusalOf(bytes)).toBe("fileTooLarge");
  });

  it("a sheet that would become larger than it may", () => {
    const file = OfficePackage.open(GOOD);
    const size = file.sizeOf(SHEET);
    const longer: PatchMaker = (pen) => ({
      open: ({ local }, span) => {
        if (local === "f") pen.replace(span, `${pen.source(span)}N(0)+`);
      },
    });
    expect(() => [...patchPiecewise(file, SHEET, [[longer]], size)]).toThrow(
      new FileRefusal("copyTooLarge", SHEET),
    );
    expect(file.text(SHEET)).toBe(String(PARTS[SHEET]));
  });
});

describe("whatever the bytes", () => {
  it("a cut file is refused at every length", () => {
    for (let length = 0; length < GOOD.length; length += 7)
      expect(["truncated", "notWorkbook"], String(length)).toContain(
        refusalOf(GOOD.slice(0, length)),
      );
  });

  it("the outcome is a copy or a reason, never another error", () => {
    const files = Object.values(CORPUS);
    fc.assert(
      fc.property(
        fc.nat(files.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        (index, changes) => {
          const bytes = (files[index] ?? GOOD).slice();
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          const outcome = refusalOf(bytes);
          return outcome.length > 0;
        },
      ),
      { numRuns: 150, seed: 20261125 },
    );
  });
});
