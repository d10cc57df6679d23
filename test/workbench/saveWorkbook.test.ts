import type { ICellData, IWorksheetData } from "@univerjs/core";
import { beforeAll, describe, expect, it } from "vitest";
import { readWorkbook, saveWorkbook, type CurrentWorkbook } from "../../workbench/xlsx";
import { readTree } from "../../src/ooxml";
import {
  lookOf,
  partsOf,
  POLICY_ID,
  POLICY_XML,
  richBook,
  saveAfter,
  unchanged,
  withParts,
} from "./fixture";

let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await richBook();
});

const FORMATS = "SHEET_CONDITIONAL_FORMATTING_PLUGIN";

function idOf(current: CurrentWorkbook, name: string): string {
  const id = current.snapshot.sheetOrder.find(
    (entry) => current.snapshot.sheets[entry]?.name === name,
  );
  if (id === undefined) throw new Error(`no sheet ${name}`);
  return id;
}

function sheetOf(current: CurrentWorkbook, name: string): Partial<IWorksheetData> {
  return current.snapshot.sheets[idOf(current, name)] ?? {};
}

function put(current: CurrentWorkbook, name: string, row: number, column: number, cell: ICellData) {
  const data = (sheetOf(current, name).cellData ??= {});
  const line = (data[row] ??= {});
  line[column] = { ...line[column], ...cell };
}

interface Rule {
  cfId: string;
  ranges: unknown;
  stopIfTrue: boolean;
  rule: unknown;
}

function changeRules(current: CurrentWorkbook, name: string, change: (rules: Rule[]) => Rule[]) {
  const resource = current.snapshot.resources?.find((entry) => entry.name === FORMATS);
  if (resource === undefined) throw new Error("no conditional formats");
  const rules = JSON.parse(resource.data) as Record<string, Rule[]>;
  const id = idOf(current, name);
  rules[id] = change(rules[id] ?? []);
  resource.data = JSON.stringify(rules);
}

/** Paths of the parts that differ between two files. */
function differing(before: Uint8Array, after: Uint8Array): string[] {
  const old = partsOf(before);
  const now = partsOf(after);
  const paths = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...paths].filter((path) => old[path] !== now[path]).sort();
}

/** Every part that is XML is well-formed. */
function expectWellFormed(file: Uint8Array): void {
  for (const [path, text] of Object.entries(partsOf(file))) {
    if (/\.(xml|rels)$/.test(path)) expect(() => readTree(path, text), path).not.toThrow();
  }
}

const SHEET = "xl/worksheets/sheet1.xml";
const sheetXml = (file: Uint8Array): string => partsOf(file)[SHEET] ?? "";

describe("a workbook without a change", () => {
  it("is saved with every part byte for byte", () => {
    const saved = saveWorkbook(bytes, unchanged(bytes));
    expect(differing(bytes, saved.bytes)).toEqual([]);
    expect(saved.unsaved).toEqual([]);
  });

  it("keeps the stored value of a formula that could not be calculated", () => {
    const saved = saveAfter(bytes, (current) => {
      put(current, "成绩", 1, 3, { v: "#NAME?", t: 1 });
      put(current, "成绩", 2, 3, { v: "#BUSY!", t: 1 });
    });
    expect(differing(bytes, saved.bytes)).toEqual([]);
  });

  it("takes numbers for equal that differ in the sixteenth digit only", () => {
    const saved = saveAfter(bytes, (current) => {
      put(current, "成绩", 1, 3, { v: 175.00000000000003 });
    });
    expect(differing(bytes, saved.bytes)).toEqual([]);
  });
});

describe("changed cells", () => {
  const cases: [string, ICellData, RegExp][] = [
    ["a number", { v: 60.5, t: 2 }, /<c r="B2"[^>]*><v>60.5<\/v><\/c>/],
    [
      "a text",
      { v: " a<b&\u0001_x0041_", t: 1 },
      /<c r="B2"[^>]* t="inlineStr"><is><t xml:space="preserve"> a&lt;b&amp;_x0001__x005F_x0041_<\/t><\/is><\/c>/,
    ],
    ["a boolean", { v: 1, t: 3 }, /<c r="B2"[^>]* t="b"><v>1<\/v><\/c>/],
    ["an error", { v: "#DIV/0!", t: 1 }, /<c r="B2"[^>]* t="e"><v>#DIV\/0!<\/v><\/c>/],
    ["a number kept as text", { v: "85", t: 4 }, /t="inlineStr"><is><t>85<\/t>/],
    [
      "a formula",
      { f: "=SUM(C2:C3)", v: 90, t: 2 },
      /<c r="B2"[^>]*><f>SUM\(C2:C3\)<\/f><v>90<\/v><\/c>/,
    ],
    [
      "a newer function",
      { f: '=IFS(C2>1,"_xlfn.IFS(",TRUE,SORT(C2))', v: "x", t: 1 },
      /<f t="array" ref="B2">_xlfn.IFS\(C2&gt;1,&quot;_xlfn.IFS\(&quot;,TRUE,_xlfn._xlws.SORT\(C2\)\)<\/f>/,
    ],
    [
      "names of LET",
      { f: "=LET(x,C2,LAMBDA(y,x+y)(1))", v: 1, t: 2 },
      /_xlfn.LET\(_xlpm.x,C2,_xlfn.LAMBDA\(_xlpm.y,_xlpm.x\+_xlpm.y\)\(1\)\)/,
    ],
    [
      "a function of the add-in",
      { f: "=CS.COMMISSION(B3)", v: 140, t: 2 },
      /<c r="B2"[^>]* cm="1"><f t="array" ref="B2">_xldudf_CS_COMMISSION\(B3\)<\/f><v>140<\/v>/,
    ],
    [
      "a formula that gives an error the file does not know",
      { f: "=CS.TIER(B3)", v: "#BUSY!", t: 1 },
      /t="e" cm="1"><f[^>]*>_xldudf_CS_TIER\(B3\)<\/f><v>#VALUE!<\/v>/,
    ],
  ];

  it.each(cases)("%s is stored as Excel stores it", (_, cell, pattern) => {
    const saved = saveAfter(bytes, (current) => put(current, "成绩", 1, 1, cell));
    expect(sheetXml(saved.bytes)).toMatch(pattern);
    expectWellFormed(saved.bytes);
    expect(
      differing(bytes, saved.bytes).filter((path) => !/metadata|rels|Types/.test(path)),
    ).toEqual([SHEET]);
  });

  it.each(cases)("%s reads back as it was typed", (_, cell) => {
    const saved = saveAfter(bytes, (current) => put(current, "成绩", 1, 1, cell));
    const read = sheetOf(unchanged(saved.bytes), "成绩").cellData?.[1]?.[1];
    expect(read?.f).toBe(cell.f);
    if (cell.v !== "#BUSY!") expect(read?.v).toBe(cell.v);
  });

  it("leaves all other characters of the sheet alone", () => {
    const saved = saveAfter(bytes, (current) => put(current, "成绩", 1, 1, { v: 1, t: 2 }));
    const old = /<c r="B2"[^>]*><v>85<\/v><\/c>/;
    expect(sheetXml(bytes)).toMatch(old);
    expect(sheetXml(saved.bytes)).toBe(sheetXml(bytes).replace(old, '<c r="B2"><v>1</v></c>'));
  });

  it("puts new cells and rows in their order and widens the dimension", () => {
    const saved = saveAfter(bytes, (current) => {
      put(current, "成绩", 2, 7, { v: 1, t: 2 });
      put(current, "成绩", 4, 0, { v: 2, t: 2 });
      put(current, "成绩", 40, 3, { v: 3, t: 2 });
    });
    const xml = sheetXml(saved.bytes);
    const rows = [...xml.matchAll(/<row r="(\d+)"/g)].map(([, row]) => Number(row));
    expect(rows).toEqual([1, 2, 3, 4, 5, 6, 41]);
    for (const [row] of xml.matchAll(/<row .*?<\/row>/gs)) {
      const columns = [...row.matchAll(/<c r="([A-Z]+)\d/g)].map(([, column]) => column);
      expect(columns).toEqual([...columns].sort());
    }
    expect(xml).toContain('<dimension ref="A1:H41"/>');
  });

  it("removes a cell that was emptied and keeps its format where it has one", () => {
    const saved = saveAfter(bytes, (current) => {
      const row = sheetOf(current, "成绩").cellData?.[1];
      if (row) row[1] = {};
      if (row) row[4] = { s: row[4]?.s ?? null };
    });
    expect(sheetXml(saved.bytes)).not.toMatch(/<c r="B2"/);
    expect(sheetXml(saved.bytes)).toMatch(/<c r="E2" s="\d+"\/>/);
  });

  it("appends a new look to the styles and reads it back", () => {
    const saved = saveAfter(bytes, (current) =>
      put(current, "成绩", 1, 1, {
        v: 0.5,
        t: 2,
        s: { bl: 1, bg: { rgb: "#FFEB9C" }, n: { pattern: '0.0"分"' }, ht: 3 },
      }),
    );
    expectWellFormed(saved.bytes);
    const current = unchanged(saved.bytes);
    const cell = sheetOf(current, "成绩").cellData?.[1]?.[1];
    expect(lookOf(current.snapshot, cell)).toMatchObject({
      bl: 1,
      bg: { rgb: "#FFEB9C" },
      n: { pattern: '0.0"分"' },
      ht: 3,
    });
    const before = partsOf(bytes)["xl/styles.xml"] ?? "";
    const after = partsOf(saved.bytes)["xl/styles.xml"] ?? "";
    const formats = (xml: string) => /<cellXfs.*<\/cellXfs>/s.exec(xml)?.[0] ?? "";
    expect(formats(after).replace(/<cellXfs[^>]*>/, "")).toContain(
      formats(before).replace(/<\/?cellXfs[^>]*>/g, ""),
    );
  });
});

describe("formulas that other cells hang on", () => {
  const shared = (text: string): Uint8Array => {
    const sheet = sheetXml(bytes).replace(
      /<sheetData>.*<\/sheetData>/s,
      `<sheetData>${text}</sheetData>`,
    );
    return withParts(bytes, { [SHEET]: sheet });
  };

  it("gives the sharers their own formula when the carrier changes", () => {
    const file = shared(
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>2</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>6</v></c></row>',
    );
    const saved = saveAfter(file, (current) => {
      const cell = sheetOf(current, "成绩").cellData?.[0];
      if (cell) cell[0] = { v: 5, t: 2 };
    });
    expect(sheetXml(saved.bytes)).toContain(
      '<row r="1"><c r="A1"><v>5</v></c></row><row r="2"><c r="A2"><f>B2*2</f><v>4</v></c></row><row r="3"><c r="A3"><f>B3*2</f><v>6</v></c></row>',
    );
  });

  const SPILLED =
    '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A3">_xlfn.SEQUENCE(3)</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>';

  it("keeps a filled block that is as it was, calculated or not", () => {
    const file = shared(SPILLED);
    expect(differing(file, saveWorkbook(file, unchanged(file)).bytes)).toEqual([]);
    const current = unchanged(file);
    const block = { startRow: 0, startColumn: 0, endRow: 2, endColumn: 0 };
    const values = [1, 2, 3].map((v) => [{ v, t: 2 }]);
    put(current, "成绩", 0, 0, { v: 1, t: 2 });
    const spills = { [idOf(current, "成绩")]: [{ block, values }] };
    expect(differing(file, saveWorkbook(file, { ...current, spills }).bytes)).toEqual([]);
  });

  it("writes a block that shrank and takes the rest away", () => {
    const file = shared(SPILLED);
    const current = unchanged(file);
    put(current, "成绩", 0, 0, { f: "=SEQUENCE(2)", v: 1, t: 2 });
    const block = { startRow: 0, startColumn: 0, endRow: 1, endColumn: 0 };
    const values = [1, 2].map((v) => [{ v, t: 2 }]);
    const spills = { [idOf(current, "成绩")]: [{ block, values }] };
    const xml = sheetXml(saveWorkbook(file, { ...current, spills }).bytes);
    expect(xml).toContain('cm="1"><f t="array" ref="A1:A2">_xlfn.SEQUENCE(2)</f><v>1</v></c>');
    expect(xml).toContain('<c r="A2"><v>2</v></c>');
    expect(xml).not.toContain('r="A3"');
  });

  it("declares dynamic arrays once, with part, relationship and content type", () => {
    const first = saveAfter(bytes, (current) =>
      put(current, "成绩", 1, 1, { f: "=CS.TIER(B3)", v: "x", t: 1 }),
    ).bytes;
    const parts = partsOf(first);
    expect(parts["xl/metadata.xml"]).toMatch(/<cellMetadata count="1"><bk><rc t="1" v="0"\/>/);
    expect(parts["xl/_rels/workbook.xml.rels"]).toMatch(/sheetMetadata" Target="metadata.xml"/);
    expect(parts["[Content_Types].xml"]).toContain('PartName="/xl/metadata.xml"');
    const second = saveAfter(first, (current) =>
      put(current, "成绩", 2, 1, { f: "=CS.TIER(B4)", v: "y", t: 1 }),
    ).bytes;
    expect(differing(first, second)).toEqual([SHEET]);
  });

  it("drops the calculation chain when formulas come or go, and only then", () => {
    const parts = partsOf(bytes);
    const file = withParts(bytes, {
      "xl/calcChain.xml":
        '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="D2" i="1"/></calcChain>',
      "[Content_Types].xml": (parts["[Content_Types].xml"] ?? "").replace(
        "</Types>",
        '<Override PartName="/xl/calcChain.xml" ContentType="x"/></Types>',
      ),
      "xl/_rels/workbook.xml.rels": (parts["xl/_rels/workbook.xml.rels"] ?? "").replace(
        "</Relationships>",
        '<Relationship Id="rIdChain" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
      ),
    });
    const value = saveAfter(file, (current) => put(current, "成绩", 1, 1, { v: 1, t: 2 })).bytes;
    expect(differing(file, value)).toEqual([SHEET]);
    const gone = partsOf(
      saveAfter(file, (current) => {
        const row = sheetOf(current, "成绩").cellData?.[1];
        if (row) row[3] = { v: 1, t: 2 };
      }).bytes,
    );
    expect(gone["xl/calcChain.xml"]).toBeUndefined();
    expect(gone["[Content_Types].xml"]).not.toContain("calcChain");
    expect(gone["xl/_rels/workbook.xml.rels"]).not.toContain("calcChain");
  });
});

describe("conditional formats", () => {
  const ours = (column: number): Rule => ({
    cfId: `new-${column}`,
    ranges: [{ startRow: 1, endRow: 1, startColumn: column, endColumn: column, unitId: "x" }],
    stopIfTrue: false,
    rule: {
      type: "highlightCell",
      subType: "formula",
      value: '=N("CS.warning")=0',
      style: { bg: { rgb: "#FFEB9C" }, ul: { s: 1 } },
    },
  });

  it("adds rules above the others, which keep their text but for the priority", () => {
    const saved = saveAfter(bytes, (current) =>
      changeRules(current, "成绩", (rules) => [ours(1), ours(2), ...rules]),
    );
    expect(saved.unsaved).toEqual([]);
    const xml = sheetXml(saved.bytes);
    expect(xml).toMatch(
      /sqref="B2"><cfRule type="expression" dxfId="(\d+)" priority="1"><formula>N\(&quot;CS.warning&quot;\)=0<\/formula><\/cfRule><\/conditionalFormatting>.*sqref="C2"><cfRule type="expression" dxfId="\1" priority="2">/,
    );
    const read = readWorkbook(saved.bytes, "x").snapshot.resources?.find(
      ({ name }) => name === FORMATS,
    );
    const rules = (JSON.parse(read?.data ?? "{}") as Record<string, Rule[]>)["file-1"];
    expect(rules).toMatchObject([
      { rule: { value: '=N("CS.warning")=0', style: { bg: { rgb: "#FFEB9C" } } } },
      { rule: { value: '=N("CS.warning")=0' } },
      { rule: { subType: "number", value: 89 } },
      { rule: { value: "=B2<60" } },
    ]);
  });

  it("gives back the first file's sheet when what was added is removed again", () => {
    const added = saveAfter(bytes, (current) =>
      changeRules(current, "成绩", (rules) => [...rules, ours(1)]),
    ).bytes;
    expect(sheetXml(added)).not.toBe(sheetXml(bytes));
    const removed = saveAfter(added, (current) =>
      changeRules(current, "成绩", (rules) => rules.slice(0, -1)),
    ).bytes;
    expect(sheetXml(removed)).toBe(sheetXml(bytes));
  });

  it("removes one rule of several and the whole element with the last", () => {
    const one = saveAfter(bytes, (current) =>
      changeRules(current, "成绩", (rules) => rules.slice(1)),
    ).bytes;
    expect(sheetXml(one)).not.toContain('operator="greaterThan"');
    expect(sheetXml(one)).toContain("B2&lt;60");
    const none = saveAfter(bytes, (current) => changeRules(current, "成绩", () => [])).bytes;
    expect(sheetXml(none)).not.toContain("conditionalFormatting");
    expectWellFormed(none);
  });

  it("says what it cannot write", () => {
    const icons: Rule = { ...ours(1), rule: { type: "iconSet", config: [] } };
    const saved = saveAfter(bytes, (current) =>
      changeRules(current, "成绩", (rules) => [icons, ...rules]),
    );
    expect(saved.unsaved).toEqual(["conditionalFormats"]);
    expect(sheetXml(saved.bytes)).toBe(sheetXml(bytes));
  });
});

describe("sheets", () => {
  it("adds a sheet with its cells, sizes, merges and pane, at its place", () => {
    const saved = saveAfter(bytes, (current) => {
      current.snapshot.sheetOrder.splice(1, 0, "sheet-9");
      current.snapshot.sheets["sheet-9"] = {
        id: "sheet-9",
        name: "候选人 & 名单",
        cellData: { 0: { 0: { v: "姓名", t: 1, s: { bl: 1 } }, 1: { v: 3, t: 2 } } },
        columnData: { 0: { w: 140 } },
        rowData: { 0: { h: 40 }, 3: { h: 20 } },
        mergeData: [{ startRow: 2, endRow: 2, startColumn: 0, endColumn: 1 }],
        freeze: { xSplit: 0, ySplit: 1, startRow: 1, startColumn: -1 },
      };
    });
    expectWellFormed(saved.bytes);
    const read = unchanged(saved.bytes);
    const names = read.snapshot.sheetOrder.map((id) => read.snapshot.sheets[id]?.name);
    expect(names).toEqual(["成绩", "候选人 & 名单", "名单", "隐藏"]);
    const sheet = sheetOf(read, "候选人 & 名单");
    expect(sheet.cellData?.[0]?.[0]).toMatchObject({ v: "姓名" });
    expect(sheet.cellData?.[0]?.[1]).toMatchObject({ v: 3, t: 2 });
    expect(sheet.columnData?.[0]).toEqual({ w: 140 });
    expect(sheet.rowData?.[3]?.h).toBe(20);
    expect(sheet.mergeData).toHaveLength(1);
    expect(sheet.freeze).toMatchObject({ ySplit: 1 });
    const untouched = differing(bytes, saved.bytes);
    expect(untouched).not.toContain(SHEET);
    expect(untouched).not.toContain("xl/worksheets/sheet2.xml");
  });

  it("removes a sheet with its part, and moves the names of the sheets behind it", () => {
    const workbook = partsOf(bytes)["xl/workbook.xml"] ?? "";
    const file = withParts(bytes, {
      "xl/workbook.xml": workbook.replace(
        "</definedNames>",
        '<definedName name="本表" localSheetId="2">隐藏!$A$1</definedName><definedName name="没了" localSheetId="1">名单!$A$1</definedName></definedNames>',
      ),
    });
    const saved = saveAfter(file, (current) => {
      const id = idOf(current, "名单");
      current.snapshot.sheetOrder.splice(current.snapshot.sheetOrder.indexOf(id), 1);
      delete current.snapshot.sheets[id];
    });
    const parts = partsOf(saved.bytes);
    expect(parts["xl/worksheets/sheet2.xml"]).toBeUndefined();
    expect(parts["xl/workbook.xml"]).toContain('localSheetId="1">隐藏!$A$1');
    expect(parts["xl/workbook.xml"]).not.toContain("没了");
    expect(parts["[Content_Types].xml"]).not.toContain("sheet2.xml");
    expect(readWorkbook(saved.bytes, "x").snapshot.sheetOrder).toHaveLength(2);
  });

  it("renames, hides and shows sheets", () => {
    const saved = saveAfter(bytes, (current) => {
      sheetOf(current, "隐藏").hidden = 0;
      sheetOf(current, "名单").hidden = 1;
      sheetOf(current, "成绩").name = "成绩 2025";
    });
    const { snapshot } = readWorkbook(saved.bytes, "x");
    const sheets = snapshot.sheetOrder.map((id) => snapshot.sheets[id]);
    expect(sheets.map((sheet) => [sheet?.name, sheet?.hidden])).toEqual([
      ["成绩 2025", 0],
      ["名单", 1],
      ["隐藏", 0],
    ]);
    expect(differing(bytes, saved.bytes)).toEqual(["xl/workbook.xml"]);
  });

  it("writes sizes and merges of a sheet of the file", () => {
    const saved = saveAfter(bytes, (current) => {
      const sheet = sheetOf(current, "成绩");
      sheet.mergeData = [{ startRow: 6, startColumn: 0, endRow: 6, endColumn: 1 }];
      sheet.columnData = { ...sheet.columnData, 0: { w: 300 }, 4: { hd: 1 } };
      sheet.rowData = { ...sheet.rowData, 1: { h: 40, ia: 0 }, 3: {}, 8: { h: 20, ia: 0 } };
      sheet.freeze = { xSplit: 0, ySplit: 2, startRow: 2, startColumn: -1 };
    });
    expectWellFormed(saved.bytes);
    expect(differing(bytes, saved.bytes)).toEqual([SHEET]);
    const sheet = sheetOf(unchanged(saved.bytes), "成绩");
    expect(sheet.mergeData).toEqual([{ startRow: 6, startColumn: 0, endRow: 6, endColumn: 1 }]);
    expect(sheet.columnData?.[0]?.w).toBe(300);
    expect(sheet.columnData?.[2]?.hd).toBe(1);
    expect(sheet.columnData?.[4]?.hd).toBe(1);
    expect(sheet.rowData?.[1]?.h).toBe(40);
    expect(sheet.rowData?.[3]?.hd).toBeUndefined();
    expect(sheet.rowData?.[8]?.h).toBe(20);
    expect(sheet.freeze).toMatchObject({ xSplit: 0, ySplit: 2 });
  });
});

describe("custom XML parts", () => {
  it("replaces the text of a part and nothing else", () => {
    const saved = saveAfter(bytes, ({ customXmlParts }) => {
      customXmlParts[0] = { id: POLICY_ID, xml: "<policy/>" };
    });
    expect(differing(bytes, saved.bytes)).toEqual(["customXml/item1.xml"]);
  });

  it("adds a part that reads back with its id, beside one that stays", () => {
    const id = "{11111111-2222-3333-4444-555555555555}";
    const xml = '<p:notes xmlns:p="urn:notes?a=1&amp;b=2">备注</p:notes>';
    const saved = saveAfter(bytes, ({ customXmlParts }) => {
      customXmlParts.push({ id, xml });
    });
    expectWellFormed(saved.bytes);
    expect(readWorkbook(saved.bytes, "x").customXmlParts).toEqual([
      { id: POLICY_ID, xml: POLICY_XML },
      { id, xml },
    ]);
    expect(partsOf(saved.bytes)["customXml/itemProps2.xml"]).toContain("urn:notes?a=1&amp;b=2");
  });

  it("custom XML that hangs at the package goes once the workbook has its like, and not before", () => {
    const main = partsOf(bytes)["xl/_rels/workbook.xml.rels"] ?? "";
    const root = partsOf(bytes)["_rels/.rels"] ?? "";
    const link = /<Relationship [^>]*customXml"[^>]*>/.exec(main)?.[0] ?? "";
    const detached = withParts(bytes, {
      "xl/_rels/workbook.xml.rels": main.replace(link, ""),
      "_rels/.rels": root.replace("</Relationships>", `${link.replace("../", "")}</Relationships>`),
    });
    expect(readWorkbook(detached, "x").customXmlParts).toEqual([]);
    const untouched = saveAfter(detached, () => undefined);
    expect(partsOf(untouched.bytes)["customXml/item1.xml"]).toBe(POLICY_XML);
    const added = saveAfter(detached, ({ customXmlParts }) => {
      customXmlParts.push({ id: POLICY_ID, xml: POLICY_XML });
    });
    const parts = partsOf(added.bytes);
    expect(Object.keys(parts).filter((path) => path.startsWith("customXml/item"))).toHaveLength(2);
    expect(parts["_rels/.rels"]).not.toContain("customXml");
    expect(readWorkbook(added.bytes, "x").customXmlParts.map(({ xml }) => xml)).toEqual([
      POLICY_XML,
    ]);
  });

  it("removes a part with its properties and every mention", () => {
    const saved = saveAfter(bytes, ({ customXmlParts }) => customXmlParts.splice(0));
    const parts = partsOf(saved.bytes);
    expect(Object.keys(parts).filter((path) => path.startsWith("customXml"))).toEqual([]);
    expect(parts["[Content_Types].xml"]).not.toContain("customXml");
    expect(parts["xl/_rels/workbook.xml.rels"]).not.toContain("customXml");
  });
});

it("writes into parts whose elements carry a prefix", () => {
  const prefixed = (text: string): string =>
    text
      .replace(/<(\/?)(?=[A-Za-z])/g, "<$1x:")
      .replace(
        'xmlns="http://schemas.openxmlformats.org/spreadsheetml',
        'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml',
      );
  const parts = partsOf(bytes);
  const file = withParts(bytes, {
    "xl/worksheets/sheet3.xml": prefixed(parts["xl/worksheets/sheet3.xml"] ?? ""),
    "xl/styles.xml": prefixed(parts["xl/styles.xml"] ?? ""),
  });
  const saved = saveAfter(file, (current) => {
    put(current, "隐藏", 3, 1, { f: "=A1", v: "看不见", t: 1, s: { bl: 1 } });
  });
  expectWellFormed(saved.bytes);
  expect(partsOf(saved.bytes)["xl/worksheets/sheet3.xml"]).toMatch(
    /<x:row r="4"><x:c r="B4" s="\d+" t="str"><x:f>A1<\/x:f><x:v>看不见<\/x:v><\/x:c><\/x:row>/,
  );
  expect(sheetOf(unchanged(saved.bytes), "隐藏").cellData?.[3]?.[1]?.f).toBe("=A1");
});
