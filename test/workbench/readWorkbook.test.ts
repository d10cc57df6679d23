import { strToU8 } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { FileRefusal } from "../../src/ooxml";
import { sayRefusal } from "../../src/wording";
import { oneSheet } from "../sharing/corpus";
import { readWorkbook, type OpenedWorkbook } from "../../workbench/xlsx";
import { lookOf, partsOf, POLICY_ID, POLICY_XML, richBook, withParts } from "./fixture";

const BOOK = oneSheet('<c r="A1"><v>1</v></c>');

let bytes: Uint8Array;
let opened: OpenedWorkbook;
beforeAll(async () => {
  bytes = await richBook();
  opened = readWorkbook(bytes, "成绩表.xlsx");
});

function sheetNamed(name: string) {
  const sheet = Object.values(opened.snapshot.sheets).find((entry) => entry.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

function resource(name: string): unknown {
  return JSON.parse(opened.snapshot.resources?.find((entry) => entry.name === name)?.data ?? "");
}

describe("values and formulas", () => {
  it.each([
    [0, 0, { v: "姓名", t: 1 }],
    [1, 1, { v: 85, t: 2 }],
    [1, 3, { v: 175, t: 2, f: "=SUM(B2:C2)" }],
    [1, 4, { v: 45717, t: 2 }],
    [2, 1, { v: 72.5, t: 2 }],
    [2, 2, { v: "产假", t: 1 }],
    [3, 1, { v: "85", t: 1 }],
    [3, 2, { v: 1, t: 3 }],
    [3, 3, { v: "85TRUE", t: 1, f: "=B4&C4" }],
    [3, 4, { v: "#N/A", t: 1 }],
  ])("row %i, column %i", (row, column, expected) => {
    const cell = sheetNamed("成绩").cellData?.[row]?.[column] ?? {};
    expect({ ...cell, s: undefined }).toEqual(expected);
  });

  it("reads shared formulas moved to their cells, prefixes taken off, residue left out", () => {
    const sheet = (partsOf(bytes)["xl/worksheets/sheet3.xml"] ?? "").replace(
      /<sheetData>.*<\/sheetData>/s,
      `<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">$B1+C$1*LOG10(D1)&amp;"A1"</f><v>1</v></c><c r="B1"><f>_xlfn.IFNA(_xldudf_CS_TIER(85),"")</f><v>2</v></c></row>
       <row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c><c r="C2" cm="1"><f t="array" ref="C2:C3">_xlfn._xlws.SORT('A 1'!A1:A2)</f><v>1</v></c></row>
       <row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c><c r="C3"><v>2</v></c></row></sheetData>`,
    );
    const read = readWorkbook(withParts(bytes, { "xl/worksheets/sheet3.xml": sheet }), "x");
    const cells = Object.values(read.snapshot.sheets).find(({ name }) => name === "隐藏")?.cellData;
    expect(cells?.[1]?.[0]).toMatchObject({ f: '=$B2+C$1*LOG10(D2)&"A1"', v: 2 });
    expect(cells?.[2]?.[0]).toMatchObject({ f: '=$B3+C$1*LOG10(D3)&"A1"', v: 3 });
    expect(cells?.[0]?.[1]).toMatchObject({ f: '=IFNA(CS.TIER(85),"")', v: 2 });
    expect(cells?.[1]?.[2]).toEqual({ f: "=SORT('A 1'!A1:A2)" });
    expect(cells?.[2]?.[2]).toEqual({});
  });

  it.each([
    ["_xldudf_CS_TIER(85)", "=CS.TIER(85)"],
    ["_xldudf_cs_tier(85)", "=CS.TIER(85)"],
    ["_XLDUDF_CS_TIER(85)", "=CS.TIER(85)"],
    ["_xlfn._xldudf_CS_TIER(85)", "=CS.TIER(85)"],
    ["_xlfn._xlws._xldudf_cs_tier(85)", "=CS.TIER(85)"],
    ["CS.TIER(85)", "=CS.TIER(85)"],
    ["cs.Tier(85)", "=CS.TIER(85)"],
    ["_xlfn.CS.TIER(85)", "=CS.TIER(85)"],
    ["_xludf.cs.tier(85)", "=CS.TIER(85)"],
    ['SUM(_xldudf_cs_pay("初级",1,85),cs.fine(1))', '=SUM(CS.PAY("初级",1,85),CS.FINE(1))'],
    ["MAP(A1:A3,_xldudf_CS_TIER)", "=MAP(A1:A3,CS.TIER)"],
    // What only looks like ours is left as it is.
    ["cs.tier+1", "=cs.tier+1"],
    ["cs.(1)", "=cs.(1)"],
    ['"cs.tier(85)"', '="cs.tier(85)"'],
    ["'cs.tier'!A1", "='cs.tier'!A1"],
    ["cscs.tier(85)", "=cscs.tier(85)"],
  ])("knows the add-in's functions in every spelling: %s", (stored, typed) => {
    const sheet = (partsOf(bytes)["xl/worksheets/sheet3.xml"] ?? "").replace(
      /<sheetData>.*<\/sheetData>/s,
      `<sheetData><row r="1"><c r="A1"><f>${stored}</f><v>2</v></c></row></sheetData>`,
    );
    const read = readWorkbook(withParts(bytes, { "xl/worksheets/sheet3.xml": sheet }), "x");
    const cells = Object.values(read.snapshot.sheets).find(({ name }) => name === "隐藏")?.cellData;
    expect(cells?.[0]?.[0]).toMatchObject({ f: typed });
  });
});

describe("looks", () => {
  it("reads fonts, fills, borders, alignment and number formats", () => {
    const cell = sheetNamed("成绩").cellData?.[0]?.[0];
    expect(lookOf(opened.snapshot, cell)).toMatchObject({
      ff: "微软雅黑",
      fs: 12,
      bl: 1,
      cl: { rgb: "#FFFFFF" },
      bg: { rgb: "#1F4E79" },
      bd: { b: { s: 8, cl: { rgb: "#00B050" } } },
      ht: 2,
      vt: 2,
      tb: 3,
    });
    const date = sheetNamed("成绩").cellData?.[1]?.[4];
    expect(lookOf(opened.snapshot, date)?.n).toEqual({ pattern: 'yyyy"年"m"月"' });
  });

  it("reads sizes, hidden rows and columns, merges, panes, tabs and sheets in order", () => {
    const scores = sheetNamed("成绩");
    expect(scores.columnData?.[0]).toEqual({ w: 140 });
    expect(scores.columnData?.[2]?.hd).toBe(1);
    expect(scores.rowData?.[3]?.hd).toBe(1);
    expect(scores.rowData?.[0]?.h).toBe(40);
    expect(scores.mergeData).toEqual([{ startRow: 5, endRow: 5, startColumn: 0, endColumn: 2 }]);
    expect(scores.freeze).toEqual({ xSplit: 1, ySplit: 1, startRow: 1, startColumn: 1 });
    expect(sheetNamed("名单").tabColor).toBe("#FF0000");
    expect(sheetNamed("隐藏").hidden).toBe(1);
    const names = opened.snapshot.sheetOrder.map((id) => opened.snapshot.sheets[id]?.name);
    expect(names).toEqual(["成绩", "名单", "隐藏"]);
    expect(opened.activeSheet).toBe(sheetNamed("成绩").id);
    expect(opened.protectedSheets).toEqual([sheetNamed("名单").id]);
  });
});

describe("rules, names, tables, parts", () => {
  it("reads conditional formats, highest priority first", () => {
    const id = sheetNamed("成绩").id ?? "";
    const ranges = [{ startRow: 1, startColumn: 1, endRow: 3, endColumn: 2 }];
    expect(resource("SHEET_CONDITIONAL_FORMATTING_PLUGIN")).toMatchObject({
      [id]: [
        {
          ranges,
          rule: { type: "highlightCell", subType: "number", operator: "greaterThan", value: 89 },
        },
        {
          ranges,
          rule: {
            subType: "formula",
            value: "=B2<60",
            style: { bg: { rgb: "#FFC7CE" }, cl: { rgb: "#9C0006" } },
          },
        },
      ],
    });
  });

  it("reads defined names and tables", () => {
    expect(Object.values(resource("SHEET_DEFINED_NAME_PLUGIN") as object)).toMatchObject([
      {
        name: "分数区",
        formulaOrRefString: "'成绩'!$B$2:$C$4",
        localSheetId: "AllDefaultWorkbook",
      },
    ]);
    expect(resource("SHEET_TABLE_PLUGIN")).toMatchObject({
      [sheetNamed("名单").id ?? ""]: {
        tables: [
          {
            name: "人员",
            range: { startRow: 0, startColumn: 0, endRow: 2, endColumn: 1 },
            columns: [{ displayName: "姓名" }, { displayName: "级别" }],
          },
        ],
      },
    });
  });

  it("reads custom XML parts with their ids", () => {
    expect(opened.customXmlParts).toEqual([{ id: POLICY_ID, xml: POLICY_XML }]);
  });
});

describe("files that cannot be read", () => {
  const refusalOf = (file: Uint8Array): FileRefusal => {
    try {
      readWorkbook(file, "x");
    } catch (error) {
      if (error instanceof FileRefusal) return error;
      throw error;
    }
    throw new Error("It was read.");
  };

  it.each([
    ["text", "textTable", strToU8("姓名,1月")],
    ["a web page", "webPage", strToU8("<html><table></table></html>")],
    ["nothing", "notWorkbook", new Uint8Array()],
    ["an old file", "legacyXls", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0])],
    ["a zip of something else", "notWorkbook", withParts(withoutParts(), { "a.txt": "a" })],
    ["half of a file", "truncated", BOOK.slice(0, BOOK.length / 2)],
    [
      "a binary workbook",
      "binaryWorkbook",
      withParts(BOOK, {
        "[Content_Types].xml": (partsOf(BOOK)["[Content_Types].xml"] ?? "").replace(
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
          "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
        ),
      }),
    ],
    [
      "a sheet with a document type",
      "documentType",
      withParts(BOOK, { "xl/worksheets/sheet1.xml": "<!DOCTYPE w []><worksheet/>" }),
    ],
    [
      "a sheet that is no XML",
      "badXml",
      withParts(BOOK, { "xl/worksheets/sheet1.xml": "<worksheet><sheetData></worksheet>" }),
    ],
  ])("%s is refused as the copy refuses it, in both languages", (_, code, file) => {
    const refusal = refusalOf(file);
    expect(refusal.code).toBe(code);
    for (const language of ["zh", "en"] as const) {
      const { what, next } = sayRefusal(refusal, language);
      expect(what.length, language).toBeGreaterThan(5);
      expect(next.length, language).toBeGreaterThan(5);
    }
  });
});

function withoutParts(): Uint8Array {
  // The smallest zip: an end record alone.
  return new Uint8Array([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)]);
}
