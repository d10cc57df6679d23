import { describe, expect, it } from "vitest";
import type { ShareChoices } from "../../src/sharing";
import { share } from "./choices";
import { book, MAIN, OFFICE, relations, rows } from "./corpus";
import { textsOf } from "./reading";

// A workbook that has every part by which a workbook remembers what its sheets have used. One sheet is left out: what
// belonged to it alone ("走鸟") is gone from every part, and what the other one uses ("留鸟") is still there.

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const MICROSOFT = "http://schemas.microsoft.com/office";
const DRAWINGS = "http://schemas.openxmlformats.org/drawingml/2006";
const COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";

const t = (address: string, text: string): string =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
const f = (address: string, formula: string, value = "1", marks = ""): string =>
  `<c r="${address}"${marks}><f>${formula}</f><v>${value}</v></c>`;
const picture = (name: string): string =>
  `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="${name}"/></xdr:nvPicPr></xdr:pic>`;
const link = (names: readonly string[], extra: string, data: string): string =>
  `<?xml version="1.0"?><externalLink xmlns="${MAIN}"><externalBook xmlns:r="${OFFICE}" r:id="rId1"><sheetNames>${names.map((name) => `<sheetName val="${name}"/>`).join("")}</sheetNames>${extra}<sheetDataSet>${data}</sheetDataSet></externalBook></externalLink>`;
const linkPath = (target: string): string =>
  relations([{ id: "rId1", type: "externalLinkPath", target }]).replace(
    /"\/>/gu,
    '" TargetMode="External"/>',
  );
const value = (address: string, text: string): string =>
  `<cell r="${address}" t="str"><v>${text}</v></cell>`;
const threads = (person: string, text: string): string =>
  `<?xml version="1.0"?><ThreadedComments xmlns="${MICROSOFT}/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" personId="${person}" id="{${text}}"><text>${text}</text></threadedComment></ThreadedComments>`;
const sheetRelations = (name: string, number: number) => [
  {
    id: "rId1",
    type: "printerSettings",
    target: `../printerSettings/printerSettings${number}.bin`,
  },
  { id: "rId2", type: "queryTable", target: `../queryTables/queryTable${number}.xml` },
  {
    id: "rId3",
    type: `${MICROSOFT}/2017/10/relationships/threadedComment`,
    target: `../threadedComments/threadedComment${number}.xml`,
  },
  { id: "rId4", type: "drawing", target: `../drawings/drawing${number}.xml` },
  { id: "rId5", type: "table", target: `../tables/table${number}.xml` },
  { id: "rId6", type: "urn:example/relationships/unheardOf", target: `../unheard/${name}.xml` },
  { id: "rId7", type: "image", target: `../media/background${number}.png` },
  { id: "rId8", type: "printerSettings", target: `../printerSettings/走鸟${number}.bin` },
];
const ends =
  '<pageSetup r:id="rId1"/><drawing r:id="rId4"/><picture r:id="rId7"/><tableParts count="1"><tablePart r:id="rId5"/></tableParts>';
const views = (name: string): string =>
  `<customSheetViews><customSheetView guid="{1}"><pageSetup paperSize="9"/><headerFooter><oddHeader>${name}</oddHeader></headerFooter></customSheetView></customSheetViews>`;
const table = (id: number, name: string): string =>
  `<?xml version="1.0"?><table xmlns="${MAIN}" id="${id}" name="${name}" displayName="${name}" ref="H1:H2"><tableColumns count="1"><tableColumn id="1" name="列"><xmlColumnPr mapId="${id}" xpath="/x" xmlDataType="string"/></tableColumn></tableColumns></table>`;
const shape = (id: number, linked: string, text: string): string =>
  `<xdr:twoCellAnchor><xdr:sp macro="" textlink="${linked}"><xdr:nvSpPr><xdr:cNvPr id="${id}" name="形"/></xdr:nvSpPr><xdr:txBody><a:bodyPr/><a:p><a:fld type="TxLink"><a:t>${text}</a:t></a:fld></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>`;
const camera = (range: string): string =>
  `<xdr:twoCellAnchor><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="9" name="照"><a:extLst><a:ext><a14:cameraTool xmlns:a14="urn:a14" cellRange="${range}"/></a:ext></a:extLst></xdr:cNvPr></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId9"/></xdr:blipFill></xdr:pic><xdr:clientData/></xdr:twoCellAnchor>`;
const drawing = (inner: string): string =>
  `<?xml version="1.0"?><xdr:wsDr xmlns:xdr="${DRAWINGS}/spreadsheetDrawing" xmlns:a="${DRAWINGS}/main" xmlns:r="${OFFICE}">${inner}</xdr:wsDr>`;
const rich = (kind: string): string => `${MICROSOFT}/2017/06/relationships/${kind}`;

const WORKBOOK = book({
  sheets: [
    {
      name: "成绩",
      xml: `<sheetViews><sheetView workbookViewId="0"/></sheetViews>${rows(
        t("A1", "留鸟格") +
          f("B1", '_xlfn.DISPIMG("ID_KEEP",1)', "=DISPIMG") +
          '<c r="C1" t="e" vm="1"><v>#VALUE!</v></c>' +
          f("D1", "[2]留鸟页!$A$1") +
          f("E1", "VLOOKUP(A1,'[2]留鸟 二'!A1:B2,2,0)+[2]!留鸟名") +
          f("F1", "证件!A1", "3") +
          f("G1", "CS.TIER(1)", "2"),
      )}${views("走鸟视图")}${ends}`,
      relations: [
        ...sheetRelations("留鸟", 1),
        { id: "rId9", type: "urn:example/relationships/namedSheetView", target: "../views/v.xml" },
      ],
    },
    {
      name: "证件",
      xml: `${rows(
        t("A1", "走鸟格") +
          f("B1", '_xlfn.DISPIMG("ID_GONE",1)', "=DISPIMG") +
          '<c r="C1" t="e" vm="2"><v>#VALUE!</v></c>' +
          f("D1", "[1]走鸟页!A1+[3]走鸟页!A1+[2]留鸟页!$B$2"),
      )}${views("走鸟视图")}${ends}`,
      relations: sheetRelations("走鸟", 2),
    },
  ],
  workbook: `<externalReferences><externalReference r:id="rIdL1"/><externalReference r:id="rIdL2"/><externalReference r:id="rIdL3"/></externalReferences><definedNames><definedName name="走鸟名">证件!$A$1</definedName><definedName name="_xldudf_CS_TIER" hidden="1">#NAME?</definedName><definedName name="留鸟区">成绩!$A$1</definedName></definedNames><customWorkbookViews><customWorkbookView name="走鸟 - Personal View" guid="{1}" windowWidth="1" windowHeight="1" activeSheetId="1"/></customWorkbookViews><extLst><ext uri="{a}" xmlns:y="urn:y"><y:thing r:id="rIdUnheard" name="走鸟扩展"/></ext><ext uri="{b}" xmlns:y="urn:y"><y:other name="留鸟扩展"/></ext></extLst>`,
  workbookRelations: [
    ...[1, 2, 3].map((number) => ({
      id: `rIdL${number}`,
      type: "externalLink",
      target: `externalLinks/externalLink${number}.xml`,
    })),
    {
      id: "rIdWps",
      type: "http://www.wps.cn/officeDocument/2020/cellImage",
      target: "cellimages.xml",
    },
    { id: "rIdMeta", type: "sheetMetadata", target: "metadata.xml" },
    { id: "rIdRv", type: rich("rdRichValue"), target: "richData/rdrichvalue.xml" },
    {
      id: "rIdRs",
      type: rich("rdRichValueStructure"),
      target: "richData/rdrichvaluestructure.xml",
    },
    {
      id: "rIdRr",
      type: `${MICROSOFT}/2022/10/relationships/richValueRel`,
      target: "richData/richValueRel.xml",
    },
    { id: "rIdConn", type: "connections", target: "connections.xml" },
    { id: "rIdMaps", type: "xmlMaps", target: "xmlMaps.xml" },
    {
      id: "rIdPerson",
      type: `${MICROSOFT}/2017/10/relationships/person`,
      target: "persons/person.xml",
    },
    { id: "rIdUnheard", type: "urn:example/relationships/unheardOf", target: "unheard/走鸟书.xml" },
    { id: "rIdPy", type: `${MICROSOFT}/2023/09/relationships/python`, target: "python.xml" },
    { id: "rIdRev", type: "revisionHeaders", target: "revisions/revisionHeaders.xml" },
    { id: "rIdUsers", type: "usernames", target: "revisions/userNames.xml" },
  ],
  rootRelations: [
    { id: "rIdCustom", type: "custom-properties", target: "docProps/custom.xml" },
    {
      id: "rIdSign",
      type: "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin",
      target: "_xmlsignatures/origin.sigs",
    },
    { id: "rIdRoot", type: "urn:example/relationships/unheardOf", target: "unheard/走鸟根.xml" },
    {
      id: "rIdLabel",
      type: `${MICROSOFT}/2020/02/relationships/classificationlabels`,
      target: "docMetadata/LabelInfo.xml",
    },
  ],
  types: {
    ...Object.fromEntries(
      [1, 2, 3].map((number) => [
        `xl/externalLinks/externalLink${number}.xml`,
        `${SPREADSHEET}.externalLink+xml`,
      ]),
    ),
    ...Object.fromEntries(
      [1, 2].flatMap((number) => [
        [`xl/queryTables/queryTable${number}.xml`, `${SPREADSHEET}.queryTable+xml`],
        [`xl/tables/table${number}.xml`, `${SPREADSHEET}.table+xml`],
        [`xl/drawings/drawing${number}.xml`, DRAWING_TYPE],
        [
          `xl/threadedComments/threadedComment${number}.xml`,
          "application/vnd.ms-excel.threadedcomments+xml",
        ],
      ]),
    ),
    "xl/connections.xml": `${SPREADSHEET}.connections+xml`,
    "xl/metadata.xml": `${SPREADSHEET}.sheetMetadata+xml`,
    "xl/persons/person.xml": "application/vnd.ms-excel.person+xml",
  },
  parts: {
    "xl/cellimages.xml": `<?xml version="1.0"?><etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" xmlns:xdr="${DRAWINGS}/spreadsheetDrawing" xmlns:a="${DRAWINGS}/main" xmlns:r="${OFFICE}"><etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="ID_KEEP" descr="留鸟描述"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill></xdr:pic></etc:cellImage><etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="ID_GONE" descr="走鸟描述"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId2"/></xdr:blipFill></xdr:pic></etc:cellImage></etc:cellImages>`,
    "xl/_rels/cellimages.xml.rels": relations([
      { id: "rId1", type: "image", target: "media/cell1.png" },
      { id: "rId2", type: "image", target: "media/cell2.png" },
    ]),
    "xl/media/cell1.png": "留鸟图一",
    "xl/media/cell2.png": "走鸟图一",
    "xl/metadata.xml": `<?xml version="1.0"?><metadata xmlns="${MAIN}" xmlns:xlrd="${MICROSOFT}/spreadsheetml/2017/richdata"><metadataTypes count="1"><metadataType name="XLRICHVALUE"/></metadataTypes><futureMetadata name="XLRICHVALUE" count="2"><bk><extLst><ext uri="{3}"><xlrd:rvb i="1"/></ext></extLst></bk><bk><extLst><ext uri="{3}"><xlrd:rvb i="0"/></ext></extLst></bk></futureMetadata><valueMetadata count="2"><bk><rc t="1" v="0"/></bk><bk><rc t="1" v="1"/></bk></valueMetadata></metadata>`,
    "xl/richData/rdrichvalue.xml": `<?xml version="1.0"?><rvData xmlns="${MICROSOFT}/spreadsheetml/2017/richdata" count="2"><rv s="0"><v>0</v><v>5</v><v>走鸟替代</v></rv><rv s="0"><v>1</v><v>5</v><v>留鸟替代</v></rv></rvData>`,
    "xl/richData/rdrichvaluestructure.xml": `<?xml version="1.0"?><rvStructures xmlns="${MICROSOFT}/spreadsheetml/2017/richdata" count="1"><s t="_localImage"><k n="_rvRel:LocalImageIdentifier" t="i"/><k n="CalcOrigin" t="i"/><k n="Text" t="s"/></s></rvStructures>`,
    "xl/richData/richValueRel.xml": `<?xml version="1.0"?><richValueRels xmlns="${MICROSOFT}/spreadsheetml/2022/richvaluerel" xmlns:r="${OFFICE}"><rel r:id="rId1"/><rel r:id="rId2"/></richValueRels>`,
    "xl/richData/_rels/richValueRel.xml.rels": relations([
      { id: "rId1", type: "image", target: "../media/rich1.png" },
      { id: "rId2", type: "image", target: "../media/rich2.png" },
    ]),
    "xl/media/rich1.png": "走鸟图二",
    "xl/media/rich2.png": "留鸟图二",
    "xl/externalLinks/externalLink1.xml": link(
      ["走鸟页"],
      "",
      `<sheetData sheetId="0"><row r="1">${value("A1", "走鸟值")}</row></sheetData>`,
    ),
    "xl/externalLinks/_rels/externalLink1.xml.rels": linkPath("file:///C:/走鸟/工资.xlsx"),
    "xl/externalLinks/externalLink2.xml": link(
      ["留鸟页", "走鸟页", "留鸟 二"],
      '<definedNames><definedName name="留鸟名"/><definedName name="走鸟名"/></definedNames>',
      `<sheetData sheetId="0"><row r="1">${value("A1", "留鸟值")}${value("B1", "走鸟值")}</row><row r="2">${value("B2", "走鸟值")}</row></sheetData><sheetData sheetId="1"><row r="1">${value("A1", "走鸟值")}</row></sheetData><sheetData sheetId="2"><row r="2">${value("B2", "留鸟值二")}</row><row r="3">${value("A3", "走鸟值")}</row></sheetData>`,
    ),
    "xl/externalLinks/_rels/externalLink2.xml.rels": linkPath("留鸟书.xlsx"),
    "xl/externalLinks/externalLink3.xml": link(
      ["走鸟页"],
      "",
      `<sheetData sheetId="0"><row r="1">${value("A1", "走鸟值")}</row></sheetData>`,
    ),
    "xl/externalLinks/_rels/externalLink3.xml.rels": linkPath("走鸟三.xlsx"),
    "xl/connections.xml": `<?xml version="1.0"?><connections xmlns="${MAIN}"><connection id="1" name="留鸟连接" type="1"><dbPr connection="DSN=a;PWD=留鸟密"/></connection><connection id="2" name="走鸟连接" type="1"><dbPr connection="DSN=b;PWD=走鸟密"/></connection></connections>`,
    "xl/queryTables/queryTable1.xml": `<?xml version="1.0"?><queryTable xmlns="${MAIN}" name="留鸟查询" connectionId="1"/>`,
    "xl/queryTables/queryTable2.xml": `<?xml version="1.0"?><queryTable xmlns="${MAIN}" name="走鸟查询" connectionId="2"/>`,
    "xl/xmlMaps.xml": `<?xml version="1.0"?><MapInfo xmlns="${MAIN}" SelectionNamespaces=""><Schema ID="S1"><x note="留鸟式"/></Schema><Schema ID="S2"><x note="走鸟式"/></Schema><Map ID="1" Name="留鸟映射" RootElement="x" SchemaID="S1"/><Map ID="2" Name="走鸟映射" RootElement="x" SchemaID="S2"/></MapInfo>`,
    "xl/tables/table1.xml": table(1, "留鸟表"),
    "xl/tables/table2.xml": table(2, "走鸟表"),
    "xl/threadedComments/threadedComment1.xml": threads("{P1}", "留鸟话"),
    "xl/threadedComments/threadedComment2.xml": threads("{P2}", "走鸟话"),
    "xl/persons/person.xml": `<?xml version="1.0"?><personList xmlns="${MICROSOFT}/spreadsheetml/2018/threadedcomments"><person displayName="留鸟人" id="{P1}"/><person displayName="走鸟人" id="{P2}"/></personList>`,
    "xl/drawings/drawing1.xml": drawing(
      shape(2, "证件!$A$1", "走鸟字") +
        shape(3, "成绩!$A$1", "留鸟字") +
        camera("证件!$A$1:$B$2") +
        `<mc:AlternateContent xmlns:mc="${COMPATIBILITY}"/>`,
    ),
    "xl/drawings/_rels/drawing1.xml.rels": relations([
      { id: "rId9", type: "image", target: "../media/camera.emf" },
    ]),
    "xl/media/camera.emf": "走鸟照",
    "xl/drawings/drawing2.xml": drawing(picture("走鸟画")),
    "xl/media/background1.png": "留鸟底",
    "xl/media/background2.png": "走鸟底",
    "xl/printerSettings/printerSettings1.bin": "留鸟印",
    "xl/printerSettings/printerSettings2.bin": "走鸟印",
    "xl/printerSettings/走鸟1.bin": "走鸟印",
    "xl/printerSettings/走鸟2.bin": "走鸟印",
    "xl/unheard/留鸟.xml": "<x>留鸟未知</x>",
    "xl/unheard/走鸟.xml": "<x>走鸟未知</x>",
    "xl/unheard/走鸟书.xml": "<x>走鸟未知</x>",
    "unheard/走鸟根.xml": "<x>走鸟未知</x>",
    "xl/views/v.xml": "<x>留鸟筛选</x>",
    "xl/python.xml": "<x>走鸟脚本</x>",
    "xl/revisions/revisionHeaders.xml": `<?xml version="1.0"?><headers xmlns="${MAIN}" xmlns:r="${OFFICE}"><header r:id="rId1" userName="走鸟改"/></headers>`,
    "xl/revisions/_rels/revisionHeaders.xml.rels": relations([
      { id: "rId1", type: "revisionLog", target: "revisionLog1.xml" },
    ]),
    "xl/revisions/revisionLog1.xml": "<x>走鸟记</x>",
    "xl/revisions/userNames.xml": "<x>走鸟户</x>",
    "xl/media/orphan.png": "走鸟孤",
    "docProps/custom.xml": "<x>走鸟属性</x>",
    "_xmlsignatures/origin.sigs": "走鸟签",
    "docMetadata/LabelInfo.xml": "<x>留鸟密级</x>",
  },
});

const GONE = /走鸟[\p{L}]*/gu;
const KEPT = /留鸟[\p{L}]*/gu;

function all(bytes: Uint8Array): string {
  return [...textsOf(bytes)]
    .map(([path, text]) => `${path}\n${decodeURI(text.replace(/%(?![0-9A-F]{2})/gu, "%25"))}`)
    .join("\n");
}

const canaries = (text: string, pattern: RegExp): string[] =>
  [...new Set(text.match(pattern))].sort();

const ONE_SHEET: Partial<ShareChoices> = { sheets: ["成绩"] };

describe("a sheet that is left out", () => {
  const copy = share(WORKBOOK, ONE_SHEET);

  it("takes all of its own with it, from every part", () => {
    expect(canaries(all(WORKBOOK), GONE).length).toBeGreaterThan(20);
    expect(canaries(all(copy.bytes), GONE)).toEqual([]);
  });

  it("and nothing of the sheet that stays", () => {
    expect(canaries(all(copy.bytes), KEPT)).toEqual(canaries(all(WORKBOOK), KEPT));
  });

  it("leaves numbers that others count by", () => {
    const parts = textsOf(copy.bytes);
    expect(parts.get("xl/workbook.xml")).toContain(
      '<externalReferences><externalReference r:id="rIdL1"/><externalReference r:id="rIdL2"/></externalReferences>',
    );
    expect(parts.get("xl/externalLinks/externalLink1.xml")).toContain("<externalBook");
    expect(parts.get("xl/externalLinks/_rels/externalLink1.xml.rels")).toContain("xlPathMissing");
    expect(parts.get("xl/worksheets/sheet1.xml")).toContain("[2]留鸟页!$A$1");
    expect(parts.get("xl/richData/rdrichvalue.xml")?.match(/<rv /gu)).toHaveLength(2);
    expect(parts.get("xl/richData/richValueRel.xml")).toContain(
      '<rel r:id="rId2"/><rel r:id="rId2"/>',
    );
  });

  it("leaves nothing that names what is not there", () => {
    const parts = textsOf(copy.bytes);
    for (const [, target = ""] of (parts.get("[Content_Types].xml") ?? "").matchAll(
      /PartName="\/([^"]*)"/gu,
    ))
      expect([...parts.keys()]).toContain(target);
    for (const [path, text] of parts)
      for (const [whole, id] of text.matchAll(/ r:(?:id|embed)="([^"]*)"/gu)) {
        const at = path.lastIndexOf("/") + 1;
        const own = parts.get(`${path.slice(0, at)}_rels/${path.slice(at)}.rels`) ?? "";
        expect(own, `${path}${whole}`).toContain(`Id="${id}"`);
      }
  });

  it("shared once more, stays as it is", () => {
    expect(all(share(copy.bytes).bytes)).toBe(all(copy.bytes));
  });
});

describe("columns, notes and people that are left out", () => {
  const leftOut = {
    tags: [],
    headings: [],
    known: [],
    headingWords: [],
    notes: false,
    label: "已略去",
  };

  it.each<[string, Partial<ShareChoices>]>([
    ["a column", { leftOut: { ...leftOut, headings: ["提成"] } }],
    ["notes", { leftOut: { ...leftOut, notes: true } }],
    ["people", { people: { kind: "numbers", headings: ["姓名"], label: "员工" } }],
  ])("%s: what nothing leads to is gone, what both sheets use stays", (_, choices) => {
    const found = canaries(all(share(WORKBOOK, choices).bytes), GONE);
    for (const gone of ["走鸟孤", "走鸟属性", "走鸟签", "走鸟视图", "走鸟脚本"])
      expect(found).not.toContain(gone);
    expect(found).toContain("走鸟值");
  });
});

describe("everything that can be left in", () => {
  it("is, where nothing is left out", () => {
    const found = all(share(WORKBOOK).bytes);
    expect(canaries(found, GONE)).toEqual(canaries(all(WORKBOOK), GONE));
    expect(canaries(found, KEPT)).toEqual(canaries(all(WORKBOOK), KEPT));
  });
});

describe("rich values that are no pictures", () => {
  const bytes = (cells: string): Uint8Array =>
    book({
      sheets: [
        { name: "成绩", xml: rows(cells) },
        { name: "证件", xml: rows('<c r="A1" t="e" vm="2"><v>#VALUE!</v></c>') },
      ],
      workbookRelations: [
        { id: "rIdMeta", type: "sheetMetadata", target: "metadata.xml" },
        { id: "rIdRv", type: rich("rdRichValue"), target: "richData/rdrichvalue.xml" },
        { id: "rIdRs", type: rich("rdRichValueStructure"), target: "richData/s.xml" },
      ],
      parts: {
        "xl/metadata.xml": `<?xml version="1.0"?><metadata xmlns="${MAIN}" xmlns:x="urn:x"><metadataTypes count="2"><metadataType name="XLDAPR"/><metadataType name="XLRICHVALUE"/></metadataTypes><futureMetadata name="XLRICHVALUE" count="2"><bk><x:rvb i="0"/></bk><bk><x:rvb i="1"/></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata><valueMetadata count="2"><bk><rc t="2" v="0"/></bk><bk><rc t="2" v="1"/></bk></valueMetadata></metadata>`,
        "xl/richData/rdrichvalue.xml": `<?xml version="1.0"?><rvData xmlns="urn:rd" count="2"><rv s="0"><v>股票甲</v></rv><rv s="0"><v>走鸟股</v></rv></rvData>`,
        "xl/richData/s.xml": `<?xml version="1.0"?><rvStructures xmlns="urn:rd"><s t="_linkedentity2"/></rvStructures>`,
      },
    });

  it("go as a whole where some of them must, and no cell speaks of them", () => {
    const copy = share(bytes('<c r="A1" t="e" vm="1"><v>#VALUE!</v></c>'), ONE_SHEET).bytes;
    expect(all(copy)).not.toMatch(/走鸟|股票甲|XLRICHVALUE| vm=/u);
    expect(all(copy)).toContain('<metadataTypes count="1"><metadataType name="XLDAPR"/>');
  });

  it("stay where all of them are shown", () => {
    const both =
      '<c r="A1" t="e" vm="1"><v>#VALUE!</v></c><c r="B1" t="e" vm="2"><v>#VALUE!</v></c>';
    expect(all(share(bytes(both), ONE_SHEET).bytes)).toMatch(/股票甲.*走鸟股/su);
  });
});

describe("names of people", () => {
  const people: Partial<ShareChoices> = {
    people: { kind: "numbers", headings: ["姓名"], label: "员工" },
  };
  const bytes = book({
    sheets: [
      {
        name: "成绩",
        xml: `${rows(t("A1", "姓名") + t("B1", "绩效分数"), `${t("A2", "金丝雀")}<c r="B2"><v>80</v></c>`)}<scenarios><scenario name="x" user="金丝雀" comment="由金丝雀建"><inputCells r="B2" val="80"/></scenario></scenarios><legacyDrawing r:id="rId2"/>`,
        relations: [
          { id: "rId1", type: "hyperlink", target: "mailto:%E9%87%91%E4%B8%9D%E9%9B%80@a.cn" },
          { id: "rId2", type: "vmlDrawing", target: "../drawings/vmlDrawing1.vml" },
        ],
      },
    ],
    parts: {
      "xl/drawings/vmlDrawing1.vml":
        '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="a" alt="x"><v:textbox><font>金丝雀<br></font></v:textbox><x:ClientData ObjectType="Button"/></v:shape></xml>',
    },
  });
  const mailed = new Map(textsOf(bytes));

  it("are gone from attributes, addresses and drawings that are no XML", () => {
    expect([...mailed.values()].join("")).toContain("金丝雀");
    const copy = all(share(bytes, people).bytes);
    expect(copy).not.toContain("金丝雀");
    expect(copy).toContain('user="员工1" comment="由员工1建"');
    expect(copy).toContain("<font>员工1<br></font>");
  });

  it.each([
    "Sheila-Kathryn Bent",
    "O'Grada",
    "甲-乙",
    "A.B (外包)",
    "张三/李四",
    "[新]王五",
    "钱+",
  ])("%s is a name like any other", (name) => {
    const copy = all(
      share(
        book({
          sheets: [
            {
              name: "成绩",
              xml: rows(
                t("A1", "姓名") + t("B1", "绩效分数") + t("C1", `由${name}，填写`),
                t("A2", name) + '<c r="B2"><v>80</v></c>',
              ),
            },
          ],
        }),
        people,
      ).bytes,
    );
    expect(copy).not.toContain(name);
  });
});
