import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { LeftOut, ShareChoices } from "../../src/sharing";
import { convertWithOffice } from "../setup/office";
import { share, VALUES } from "./choices";
import { book, MAIN, OFFICE, rows } from "./corpus";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const MICROSOFT = "http://schemas.microsoft.com/office";

function s(address: string, index: number): string {
  return `<c r="${address}" t="s"><v>${index}</v></c>`;
}

const STRINGS = [
  "姓名", // 0
  "级别",
  "提成",
  "投诉次数",
  "备注",
  "绩效分数", // 5
  "王芳",
  "初级客服",
  "离职谈话",
  "刘 洋",
  "<r><t>王</t></r><r><rPr><b/></rPr><t>芳表现好</t></r>", // 10
  "复核：刘洋 57 分",
  "Max",
  "合计",
] as const;

/** A ledger of the department with everything that remembers a value: a table, notes, a pivot, properties. */
const LEDGER = book({
  sheets: [
    {
      name: "成绩",
      xml: `<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>${rows(
        s("A1", 0) + s("B1", 1) + s("C1", 2) + s("D1", 3) + s("E1", 4) + s("F1", 5),
        `${s("A2", 6)}${s("B2", 7)}<c r="C2" s="1"><f>CS.COMMISSION(60000)</f><v>600.25</v></c><c r="D2"><v>31</v></c>${s("E2", 8)}<c r="F2"><v>85</v></c><c r="G2"><f>C2*2</f><v>1200.5</v></c><c r="H2"><f>F2+1</f><v>86</v></c><c r="I2"><f>SUM(INDIRECT("C2"))</f><v>600.25</v></c><c r="J2"><f>IF(H2&gt;0,G2/12,0)</f><v>100.04</v></c>`,
        `${s("A3", 9)}${s("B3", 7)}<c r="C3"><v>140.75</v></c><c r="D3"><v>32</v></c><c r="E3"/><c r="F3"><v>57</v></c><c r="G3" t="str"><f>A3&amp;"王芳"</f><v>刘 洋王芳</v></c>`,
        `${s("A4", 12)}<c r="F4"><f>MAX(F2:F3)</f><v>85</v></c>`,
      )}<autoFilter ref="A1:F3"><filterColumn colId="2"><filters><filter val="600.25"/></filters></filterColumn></autoFilter><scenarios><scenario name="x"><inputCells r="C3" val="140.75"/></scenario></scenarios><legacyDrawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts>`,
      relations: [
        { id: "rId1", type: "table", target: "../tables/table1.xml" },
        { id: "rId2", type: "vmlDrawing", target: "../drawings/vmlDrawing1.vml" },
        { id: "rId3", type: "comments", target: "../comments1.xml" },
        { id: "rId4", type: "pivotTable", target: "../pivotTables/pivotTable1.xml" },
      ],
    },
    { name: "王芳的复核", xml: rows(s("A1", 11)) },
    {
      name: "汇总",
      xml: rows(
        `${s("A1", 13)}<c r="B1"><f>SUM(成绩!C2:C3)</f><v>741</v></c>`,
        `<c r="A2"><f>成绩!F2</f><v>85</v></c><c r="B2"><f>王芳的复核!A1</f><v>1</v></c>`,
        '<c r="A3"><f>SUM(台账[绩效分数])</f><v>142</v></c><c r="B3"><f>SUM(台账[提成])</f><v>741</v></c><c r="C3"><f>薪资</f><v>741</v></c>',
      ),
    },
  ],
  workbook:
    '<definedNames><definedName name="_CS_reviews" localSheetId="1" hidden="1">王芳的复核!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="2">汇总!$A$1:$B$9</definedName><definedName name="薪资">SUM(成绩!$C$2:$C$3)</definedName></definedNames><pivotCaches><pivotCache cacheId="1" r:id="rIdPivot"/></pivotCaches>',
  strings: STRINGS,
  workbookRelations: [
    {
      id: "rIdPivot",
      type: "pivotCacheDefinition",
      target: "pivotCache/pivotCacheDefinition1.xml",
    },
    { id: "rIdPolicy", type: "customXml", target: "../customXml/item1.xml" },
    { id: "rIdOther", type: "customXml", target: "../customXml/item2.xml" },
    {
      id: "rIdPerson",
      type: `${MICROSOFT}/2017/10/relationships/person`,
      target: "persons/person.xml",
    },
  ],
  rootRelations: [
    {
      id: "rIdCore",
      type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
      target: "docProps/core.xml",
    },
    { id: "rIdApp", type: "extended-properties", target: "docProps/app.xml" },
  ],
  types: {
    "xl/tables/table1.xml": `${SPREADSHEET}.table+xml`,
    "xl/comments1.xml": `${SPREADSHEET}.comments+xml`,
    "xl/pivotTables/pivotTable1.xml": `${SPREADSHEET}.pivotTable+xml`,
    "xl/pivotCache/pivotCacheDefinition1.xml": `${SPREADSHEET}.pivotCacheDefinition+xml`,
    "xl/pivotCache/pivotCacheRecords1.xml": `${SPREADSHEET}.pivotCacheRecords+xml`,
    "xl/persons/person.xml": "application/vnd.ms-excel.person+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
  },
  parts: {
    "xl/tables/table1.xml": `<?xml version="1.0"?><table xmlns="${MAIN}" id="1" name="台账" displayName="台账" ref="A1:F3"><autoFilter ref="A1:F3"><filterColumn colId="2"><filters><filter val="600.25"/></filters></filterColumn></autoFilter><tableColumns count="6"><tableColumn id="1" name="姓名"/><tableColumn id="2" name="级别"/><tableColumn id="3" name="提成"><calculatedColumnFormula>CS.COMMISSION(60000)</calculatedColumnFormula></tableColumn><tableColumn id="4" name="投诉次数"/><tableColumn id="5" name="备注"/><tableColumn id="6" name="绩效分数"/></tableColumns></table>`,
    "xl/drawings/vmlDrawing1.vml": `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="a"><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>`,
    "xl/comments1.xml": `<?xml version="1.0"?><comments xmlns="${MAIN}"><authors><author>王经理</author></authors><commentList><comment ref="A2" authorId="0"><text><r><t>已谈话</t></r></text></comment></commentList></comments>`,
    "xl/pivotTables/pivotTable1.xml": `<?xml version="1.0"?><pivotTableDefinition xmlns="${MAIN}" name="p" cacheId="1"/>`,
    "xl/pivotTables/_rels/pivotTable1.xml.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/pivotCacheDefinition" Target="../pivotCache/pivotCacheDefinition1.xml"/></Relationships>`,
    "xl/pivotCache/pivotCacheDefinition1.xml": `<?xml version="1.0"?><pivotCacheDefinition xmlns="${MAIN}" xmlns:r="${OFFICE}" r:id="rId1"/>`,
    "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/pivotCacheRecords" Target="pivotCacheRecords1.xml"/></Relationships>`,
    "xl/pivotCache/pivotCacheRecords1.xml": `<?xml version="1.0"?><pivotCacheRecords xmlns="${MAIN}"><r><s v="王芳"/><n v="600.25"/></r></pivotCacheRecords>`,
    "xl/persons/person.xml": `<personList xmlns="${MICROSOFT}/spreadsheetml/2018/threadedcomments"><person displayName="王经理"/></personList>`,
    "customXml/item1.xml": '<policy xmlns="urn:cs-promotion:policy:1">{"schema":1}</policy>',
    "customXml/item2.xml": '<left xmlns="urn:cs-promotion:sheet:1">王芳</left>',
    "docProps/core.xml": `<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>王经理</dc:creator><dc:title>王芳 600.25</dc:title></cp:coreProperties>`,
    "docProps/app.xml": `<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>某公司</Company><TitlesOfParts><x/></TitlesOfParts><AppVersion>16.0300</AppVersion></Properties>`,
  },
});

const PAY: LeftOut = {
  ...VALUES.leftOut,
  tags: ["reviews"],
  headings: ["提成", "投诉次数", "备注"],
  notes: true,
};

function textsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]),
  );
}

function allOf(bytes: Uint8Array): string {
  return Object.entries(textsOf(bytes))
    .map(([path, text]) => `${path}\n${text}`)
    .join("\n");
}

const partial: Partial<ShareChoices> = { leftOut: PAY };
const NAMES = { headings: ["姓名"], label: "员工" };
const numbers: Partial<ShareChoices> = { people: { kind: "numbers", ...NAMES } };
const removed: Partial<ShareChoices> = { people: { kind: "remove", ...NAMES } };

describe("what a manager must not see", () => {
  const copy = share(LEDGER, partial);
  const parts = textsOf(copy.bytes);

  it.each([
    "600.25",
    "140.75",
    "1200.5",
    "100.04",
    "741",
    "离职谈话",
    "已谈话",
    "王经理",
    "某公司",
    "复核：",
    "urn:cs-promotion:sheet:1",
    "<v>31</v>",
  ])("%s is in no part of the file", (secret) => {
    expect(allOf(LEDGER)).toContain(secret);
    expect(allOf(copy.bytes)).not.toContain(secret);
  });

  it("goes with the parts that held it, and what spoke of them", () => {
    expect(
      Object.keys(parts).filter((path) => /comments|vml|pivot|person|item2/u.test(path)),
    ).toEqual([]);
    expect(parts["[Content_Types].xml"]).not.toMatch(/pivot|comments|person/u);
    expect(parts["xl/_rels/workbook.xml.rels"]).not.toMatch(/pivot|person|sheet2/u);
    expect(parts["xl/workbook.xml"]).not.toContain("pivotCaches");
    expect(parts["xl/worksheets/sheet1.xml"]).not.toMatch(/legacyDrawing|scenario|filterColumn/u);
    expect(copy.facts).toMatchObject({
      sheets: ["成绩", "汇总"],
      sheetsLeftOut: ["王芳的复核"],
      columnsLeftOut: ["提成", "投诉次数", "备注"],
      notesGone: 1,
      pivotsGone: 1,
      namesGone: ["_CS_reviews"],
    });
  });

  it("takes what formulas made of it with it, from cell to cell, and leaves all other formulas", () => {
    const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).toContain('<c r="C1" t="inlineStr"><is><t>已略去</t></is></c>');
    expect(sheet).toContain('<c r="C2" s="1"/>');
    expect(sheet).toContain('<c r="G2"/><c r="H2"><f>F2+1</f>');
    expect(sheet).toContain('<c r="I2"/>');
    expect(sheet).toContain("<f>F2+1</f>");
    expect(sheet).toContain("<f>MAX(F2:F3)</f>");
    // What INDIRECT refers to is unknown before it is calculated.
    expect(sheet).not.toContain("INDIRECT");
    const summary = parts["xl/worksheets/sheet3.xml"] ?? "";
    expect(summary).toContain('<c r="B1"/>');
    expect(summary).toContain("<f>成绩!F2</f>");
    expect(summary).toContain('<c r="B2"><v>1</v></c>');
    expect(summary).toContain("<f>SUM(台账[绩效分数])</f>");
    expect(summary).toContain('<c r="B3"/><c r="C3"/>');
  });

  it("leaves a table whose headings agree with its cells", () => {
    expect(parts["xl/tables/table1.xml"]).toContain(
      '<tableColumn id="3" name="已略去"></tableColumn><tableColumn id="4" name="已略去 2"/><tableColumn id="5" name="已略去 3"/>',
    );
  });

  it("keeps names at the place of their sheets, and the policy", () => {
    expect(parts["xl/workbook.xml"]).toContain('name="_xlnm.Print_Area" localSheetId="1"');
    expect(parts["customXml/item1.xml"]).toContain("urn:cs-promotion:policy:1");
    expect(share(LEDGER, { policy: false }).bytes).toSatisfy(
      (bytes: Uint8Array) => !allOf(bytes).includes("urn:cs-promotion:policy:1"),
    );
  });
});

describe("people", () => {
  it.each([
    ["numbers", numbers],
    ["removed", removed],
  ])("%s: no name is in any part, in whatever runs, spaces or formulas it stood", (_, choices) => {
    const all = allOf(share(LEDGER, choices).bytes);
    expect(all).not.toMatch(/王芳|刘\s*洋|王<|芳表现/u);
    expect(all).not.toMatch(/<t>Max<\/t>/u);
    expect(all).toContain("MAX(F2:F3)");
  });

  it("by number are the same everywhere", () => {
    const { bytes, facts } = share(LEDGER, numbers);
    const parts = textsOf(bytes);
    expect(facts.people).toBe(3);
    expect(parts["xl/sharedStrings.xml"]).toContain("<si><t>员工1</t></si>");
    expect(parts["xl/sharedStrings.xml"]).toContain(
      '<si><t xml:space="preserve">员工1表现好</t></si>',
    );
    expect(parts["xl/sharedStrings.xml"]).toContain("<si><t>复核：员工2 57 分</t></si>");
    expect(parts["xl/worksheets/sheet1.xml"]).toContain(
      "<f>A3&amp;&quot;员工1&quot;</f><v>员工2员工1</v>",
    );
    expect(parts["xl/workbook.xml"]).toContain('<sheet name="员工1的复核"');
    expect(parts["xl/worksheets/sheet3.xml"]).toContain("<f>员工1的复核!A1</f>");
  });

  it("removed leave their cells blank under the heading", () => {
    const sheet = textsOf(share(LEDGER, removed).bytes)["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).toContain('<c r="A1" t="s"><v>0</v></c>');
    expect(sheet).toContain('<c r="A2"/>');
  });
});

describe("sheets", () => {
  it("that are not chosen are gone, and formulas on them are values", () => {
    const { bytes } = share(LEDGER, { sheets: ["汇总"] });
    const parts = textsOf(bytes);
    expect(
      Object.keys(parts).filter((path) => /sheet[12]\.xml|table1|comments/u.test(path)),
    ).toEqual([]);
    expect(parts["xl/worksheets/sheet3.xml"]).not.toContain("<f>");
    expect(allOf(bytes)).not.toMatch(/王芳|600\.25/u);
  });

  it("of the cover stands in front, and is the only one selected", () => {
    const { bytes } = share(LEDGER, {
      cover: (facts) => ({
        name: "汇总",
        tag: null,
        rows: [
          [{ text: "=危险 <b>" }, { number: facts.frozen }],
          [null, { formula: "=1+1" }],
        ],
        styles: [
          {
            style: { bold: true, fill: "#DDE7F3", numberFormat: "0.00", wrap: true },
            areas: [{ row: 0, column: 0, rows: 1, columns: 2 }],
          },
        ],
        columnWidths: [30, 20],
        frozenRows: 1,
        filter: null,
        print: null,
        lists: [],
        hints: [],
        table: null,
        charts: [],
      }),
    });
    const parts = textsOf(bytes);
    expect(parts["xl/workbook.xml"]).toMatch(
      /<sheets><sheet name="汇总 \(2\)" sheetId="4" r:id="rId\d+"\/>/u,
    );
    expect(parts["xl/workbook.xml"]).toContain('name="_CS_reviews" localSheetId="2"');
    expect(parts["xl/worksheets/sheet1.xml"]).not.toContain("tabSelected");
    expect(parts["xl/worksheets/sheet4.xml"]).toContain(
      't="inlineStr"><is><t xml:space="preserve">=危险 &lt;b&gt;</t></is></c>',
    );
    expect(parts["xl/styles.xml"]).toContain('<cellXfs count="3">');
  });
});

describe("LibreOffice opens each of them without repair", () => {
  let opened: Map<string, Uint8Array>;
  const made: Record<string, Partial<ShareChoices>> = {
    partial,
    numbers,
    removed,
    sheets: { sheets: ["汇总"] },
    everything: { ...partial, ...removed },
  };
  beforeAll(async () => {
    const files = Object.fromEntries(
      Object.entries(made).map(([name, choices]) => [`${name}.xlsx`, share(LEDGER, choices).bytes]),
    );
    opened = await convertWithOffice({ files, to: "xlsx", recalculate: false });
  }, 180_000);
  it.each(Object.keys(made))("%s", (name) => {
    expect(opened.has(`${name}.xlsx`)).toBe(true);
  });
});
