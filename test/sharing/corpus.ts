import { strToU8, zipSync } from "fflate";

/** Workbooks written part by part, as Excel writes them: no library knows all that can stand in a file. */

export type Parts = Readonly<Record<string, string | Uint8Array>>;

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const MICROSOFT = "http://schemas.microsoft.com/office";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export interface Relation {
  readonly id: string;
  /** A whole address, or the last word of one of Office's own. */
  readonly type: string;
  readonly target: string;
}

export function relations(list: readonly Relation[]): string {
  const lines = list.map(({ id, type, target }) => {
    const address = type.startsWith("http") ? type : `${OFFICE}/${type}`;
    return `<Relationship Id="${id}" Type="${address}" Target="${target}"/>`;
  });
  return `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships">${lines.join("")}</Relationships>`;
}

export interface SheetOfBook {
  readonly name: string;
  /** Between `<worksheet …>` and its end. */
  readonly xml: string;
  readonly state?: string;
  readonly relations?: readonly Relation[];
}

export interface BookOptions {
  readonly sheets: readonly SheetOfBook[];
  /** After the list of sheets in the workbook's part. */
  readonly workbook?: string;
  readonly workbookRelations?: readonly Relation[];
  readonly rootRelations?: readonly Relation[];
  /** Content types by part. */
  readonly types?: Readonly<Record<string, string>>;
  readonly parts?: Parts;
  readonly strings?: readonly string[];
  readonly main?: string;
}

const STYLES = `<?xml version="1.0"?><styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><dxfs count="1"><dxf><fill><patternFill><bgColor rgb="FFF9D6D5"/></patternFill></fill></dxf></dxfs></styleSheet>`;

/** The parts of a workbook. */
export function bookParts(options: BookOptions): Parts {
  const sheets = options.sheets.map((sheet, index) => ({ ...sheet, number: index + 1 }));
  const types: Record<string, string> = {
    "xl/workbook.xml": options.main ?? `${SPREADSHEET}.sheet.main+xml`,
    "xl/styles.xml": `${SPREADSHEET}.styles+xml`,
    ...Object.fromEntries(
      sheets.map(({ number }) => [
        `xl/worksheets/sheet${number}.xml`,
        `${SPREADSHEET}.worksheet+xml`,
      ]),
    ),
    ...(options.strings && { "xl/sharedStrings.xml": `${SPREADSHEET}.sharedStrings+xml` }),
    ...options.types,
  };
  const overrides = Object.entries(types).map(
    ([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`,
  );
  return {
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>${overrides.join("")}</Types>`,
    "_rels/.rels": relations([
      { id: "rId1", type: "officeDocument", target: "xl/workbook.xml" },
      ...(options.rootRelations ?? []),
    ]),
    "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets
      .map(
        ({ name, number, state }) =>
          `<sheet name="${name}" sheetId="${number}"${state === undefined ? "" : ` state="${state}"`} r:id="rId${number}"/>`,
      )
      .join("")}</sheets>${options.workbook ?? ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": relations([
      ...sheets.map(({ number }) => ({
        id: `rId${number}`,
        type: "worksheet",
        target: `worksheets/sheet${number}.xml`,
      })),
      { id: "rIdStyles", type: "styles", target: "styles.xml" },
      ...(options.strings
        ? [{ id: "rIdStrings", type: "sharedStrings", target: "sharedStrings.xml" }]
        : []),
      ...(options.workbookRelations ?? []),
    ]),
    "xl/styles.xml": STYLES,
    ...Object.fromEntries(
      sheets.flatMap(({ number, xml, relations: own }): (readonly [string, string])[] => [
        [
          `xl/worksheets/sheet${number}.xml`,
          `<?xml version="1.0"?><worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${xml}</worksheet>`,
        ],
        ...(own === undefined
          ? []
          : [[`xl/worksheets/_rels/sheet${number}.xml.rels`, relations(own)] as const]),
      ]),
    ),
    ...(options.strings && {
      "xl/sharedStrings.xml": `<?xml version="1.0"?><sst xmlns="${MAIN}" count="${options.strings.length}" uniqueCount="${options.strings.length}">${options.strings.map((text) => `<si>${text.startsWith("<") ? text : `<t>${text}</t>`}</si>`).join("")}</sst>`,
    }),
    ...options.parts,
  };
}

export function zip(parts: Parts): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [
        path,
        typeof part === "string" ? strToU8(part) : part,
      ]),
    ),
  );
}

export function book(options: BookOptions): Uint8Array {
  return zip(bookParts(options));
}

export function rows(...list: readonly string[]): string {
  return `<sheetData>${list.map((cells, index) => `<row r="${index + 1}">${cells}</row>`).join("")}</sheetData>`;
}

/** A workbook of one sheet with these rows. */
export function oneSheet(...list: readonly string[]): Uint8Array {
  return book({ sheets: [{ name: "成绩", xml: rows(...list) }] });
}

// ---------------------------------------------------------------- what workbooks of HR hold

const DYNAMIC = `<?xml version="1.0"?><metadata xmlns="${MAIN}" xmlns:xda="${MICROSOFT}/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;

const CHART = `<?xml version="1.0"?><c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:plotArea><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>成绩!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>提成</c:v></c:pt></c:strCache></c:strRef></c:tx><c:val><c:numRef><c:f>全部提成</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>600</c:v></c:pt><c:pt idx="1"><c:v>140</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser><c:ser><c:idx val="1"/><c:order val="1"/><c:val><c:numRef><c:f>成绩!$A$2:$A$3</c:f><c:numCache><c:ptCount val="1"/><c:pt idx="0"><c:v>60000</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`;

const DRAWING = `<?xml version="1.0"?><xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>10</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${OFFICE}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;

const WEB_EXTENSION = `${MICROSOFT}/webextensions`;

const addIn: Pick<BookOptions, "rootRelations" | "types" | "parts"> = {
  rootRelations: [
    {
      id: "rIdPanes",
      type: `${MICROSOFT}/2011/relationships/webextensiontaskpanes`,
      target: "xl/webextensions/taskpanes.xml",
    },
    {
      id: "rIdCore",
      type: `${PACKAGE}/relationships/metadata/core-properties`,
      target: "docProps/core.xml",
    },
  ],
  types: {
    "xl/webextensions/taskpanes.xml": "application/vnd.ms-office.webextensiontaskpanes+xml",
    "xl/webextensions/webextension1.xml": "application/vnd.ms-office.webextension+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
  },
  parts: {
    "xl/webextensions/taskpanes.xml": `<?xml version="1.0"?><wetp:taskpanes xmlns:wetp="${WEB_EXTENSION}/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="1" width="350" row="0"><wetp:webextensionref xmlns:r="${OFFICE}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`,
    "xl/webextensions/_rels/taskpanes.xml.rels": relations([
      {
        id: "rId1",
        type: `${MICROSOFT}/2011/relationships/webextension`,
        target: "webextension1.xml",
      },
    ]),
    "xl/webextensions/webextension1.xml": `<?xml version="1.0"?><we:webextension xmlns:we="${WEB_EXTENSION}/webextension/2010/11" id="{0}"><we:reference id="x" version="1.0" store="developer" storeType="Registry"/></we:webextension>`,
    "docProps/core.xml": `<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>王经理</dc:creator><cp:lastModifiedBy>王芳</cp:lastModifiedBy></cp:coreProperties>`,
  },
};

/** One workbook a feature; each has a value in every cell whose formula calls the add-in, unless it says otherwise. */
export const CORPUS: Readonly<Record<string, Uint8Array>> = {
  spellings: oneSheet(
    '<c r="A1"><v>60000</v></c><c r="B1"><f>_xldudf_CS_COMMISSION(A1)</f><v>600</v></c>',
    '<c r="A2"><v>30005</v></c><c r="B2"><f>CS.COMMISSION(A2)</f><v>270.05</v></c>',
    '<c r="A3"><v>85</v></c><c r="B3" t="str"><f>cs.tier ( A3 )</f><v>二级 &amp; &lt;稳&gt;</v></c>',
    '<c r="B4"><f>_xlfn._xldudf_CS_PERFPAY(A3,"初级客服")+SUM(A1:A2)*2</f><v>180230</v></c>',
    '<c r="B5"><f>IF(A1&gt;0,ROUND(CS.COMMISSION(A1)+_xldudf_CS_COMMISSION(CS.COMMISSION(A2)),2),0)</f><v>600.97</v></c>',
    '<c r="B6"><f>SUM(A1:A2)</f><v>90005</v></c><c r="C6" t="str"><f>"=CS.COMMISSION(A1)"</f><v>=CS.COMMISSION(A1)</v></c>',
    '<c r="B7" t="b"><f>_xldudf_CSDEV_FINE(1)=50</f><v>1</v></c><c r="C7" t="inlineStr"><is><t>CS.TIER(A1) 是说明</t></is></c>',
    '<c r="B8"><f>MAP(A1:A2,_xleta._xldudf_CS_COMMISSION)</f><v>600</v></c><c r="C8"><f>_xludf.CS.COMMISSION(A1)</f><v>600</v></c>',
  ),
  shared: oneSheet(
    '<c r="A1"><v>60000</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">_xldudf_CS_COMMISSION(A1)</f><v>600</v></c><c r="C1"><f t="shared" ref="C1:C3" si="1">A1*2</f><v>120000</v></c>',
    '<c r="A2"><v>30005</v></c><c r="B2"><f t="shared" si="0"/><v>270.05</v></c><c r="C2"><f t="shared" si="1"/><v>60010</v></c>',
    '<c r="A3"><v>20000</v></c><c r="B3"><f t="shared" si="0"/><v>140</v></c><c r="C3"><f t="shared" si="1"/><v>40000</v></c>',
  ),
  arrays: book({
    sheets: [
      {
        name: "成绩",
        xml: rows(
          '<c r="A1"><v>60000</v></c><c r="B1" cm="1"><f t="array" ref="B1:B2">_xldudf_CS_COMMISSION(A1:A2)</f><v>600</v></c><c r="C1"><f t="array" ref="C1:C2">CS.COMMISSION(A1:A2)*2</f><v>1200</v></c><c r="D1"><f>SUM(_xlfn.ANCHORARRAY(B1))</f><v>870.05</v></c>',
          '<c r="A2"><v>30005</v></c><c r="B2"><v>270.05</v></c><c r="C2"><v>540.1</v></c><c r="D2" cm="1"><f t="array" ref="D2">SUM(A1:A2*1)</f><v>90005</v></c>',
          '<c r="D3" t="str" cm="1"><f t="array" ref="D3">_xldudf_CS_TIER(90)</f><v>二级</v></c>',
        ),
      },
      {
        name: "总计",
        xml: rows('<c r="A1"><f>SUM(_xlfn.ANCHORARRAY(成绩!B1))</f><v>870.05</v></c>'),
      },
    ],
    workbookRelations: [{ id: "rIdMeta", type: "sheetMetadata", target: "metadata.xml" }],
    types: { "xl/metadata.xml": `${SPREADSHEET}.sheetMetadata+xml` },
    parts: { "xl/metadata.xml": DYNAMIC },
  }),
  table: book({
    sheets: [
      {
        name: "成绩",
        xml: `${rows(
          '<c r="A1" t="inlineStr"><is><t>销售额</t></is></c><c r="B1" t="inlineStr"><is><t>提成</t></is></c><c r="C1" t="inlineStr"><is><t>两倍</t></is></c>',
          '<c r="A2"><v>60000</v></c><c r="B2"><f>_xldudf_CS_COMMISSION(表1[[#This Row],[销售额]])</f><v>600</v></c><c r="C2"><f>表1[[#This Row],[提成]]*2</f><v>1200</v></c>',
          '<c r="A3"><v>30005</v></c><c r="B3"><f>_xldudf_CS_COMMISSION(表1[[#This Row],[销售额]])</f><v>270.05</v></c><c r="C3"><f>表1[[#This Row],[提成]]*2</f><v>540.1</v></c>',
          '<c r="A4"/><c r="B4"><f>SUM(CS.COMMISSION(表1[销售额]))</f><v>870.05</v></c><c r="C4"><f>SUBTOTAL(109,表1[两倍])</f><v>1740.1</v></c>',
        )}<tableParts count="1"><tablePart r:id="rId1"/></tableParts>`,
        relations: [{ id: "rId1", type: "table", target: "../tables/table1.xml" }],
      },
    ],
    types: { "xl/tables/table1.xml": `${SPREADSHEET}.table+xml` },
    parts: {
      "xl/tables/table1.xml": `<?xml version="1.0"?><table xmlns="${MAIN}" id="1" name="表1" displayName="表1" ref="A1:C4" totalsRowCount="1"><autoFilter ref="A1:C3"/><tableColumns count="3"><tableColumn id="1" name="销售额"/><tableColumn id="2" name="提成" totalsRowFunction="custom"><calculatedColumnFormula>_xldudf_CS_COMMISSION(表1[[#This Row],[销售额]])</calculatedColumnFormula><totalsRowFormula>SUM(CS.COMMISSION(表1[销售额]))</totalsRowFormula></tableColumn><tableColumn id="3" name="两倍" totalsRowFunction="sum"><calculatedColumnFormula>表1[[#This Row],[提成]]*2</calculatedColumnFormula></tableColumn></tableColumns></table>`,
    },
  }),
  names: book({
    sheets: [
      {
        name: "成绩",
        xml: rows(
          '<c r="A1"><v>60000</v></c><c r="B1"><f>首位提成</f><v>600</v></c><c r="C1"><f>IF(A1&gt;0,间接*2,0)</f><v>1200</v></c><c r="D1"><f>范围</f><v>60000</v></c>',
        ),
      },
      { name: "别处", xml: rows('<c r="A1"><f>成绩!A1+左边</f><v>60600</v></c>') },
    ],
    workbook:
      '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">别处!$A$1:$B$2</definedName><definedName name="范围">成绩!$A$1</definedName><definedName name="间接">首位提成2</definedName><definedName name="首位提成">_xldudf_CS_COMMISSION(成绩!$A$1)</definedName><definedName name="首位提成2">CS.COMMISSION(成绩!$A$1)</definedName><definedName name="左边">CS.COMMISSION(成绩!A1)</definedName></definedNames>',
  }),
  rules: book({
    sheets: [
      {
        name: "成绩",
        xml: `${rows('<c r="A1"><v>60000</v></c><c r="B1"><v>3</v></c>')}<conditionalFormatting sqref="A1:A5"><cfRule type="expression" dxfId="0" priority="1"><formula>_xldudf_CS_COMMISSION($A1)&gt;500</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="B1:B5"><cfRule type="expression" dxfId="0" priority="2"><formula>N("CS.error")=0</formula></cfRule><cfRule type="cellIs" dxfId="0" priority="3" operator="greaterThan"><formula>CS.FINE(1)</formula></cfRule></conditionalFormatting><dataValidations count="2"><dataValidation type="custom" sqref="A1"><formula1>CS.COMMISSION(A1)&lt;1000</formula1></dataValidation><dataValidation type="whole" sqref="B1"><formula1>1</formula1><formula2>5</formula2></dataValidation></dataValidations><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${MICROSOFT}/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="${MICROSOFT}/excel/2006/main"><x14:cfRule type="expression" priority="4" id="{1}"><xm:f>CS.FINE(B1)&gt;别处!A1</xm:f><x14:dxf/></x14:cfRule><xm:sqref>B1</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="${MICROSOFT}/spreadsheetml/2009/9/main"><x14:dataValidations count="2" xmlns:xm="${MICROSOFT}/excel/2006/main"><x14:dataValidation type="custom"><x14:formula1><xm:f>CS.FINE(别处!A1)=0</xm:f></x14:formula1><xm:sqref>A3</xm:sqref></x14:dataValidation><x14:dataValidation type="list"><x14:formula1><xm:f>别处!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>A2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`,
      },
      { name: "别处", xml: rows('<c r="A1"><v>1</v></c>', '<c r="A2"><v>2</v></c>') },
    ],
  }),
  chart: book({
    sheets: [
      {
        name: "成绩",
        xml: `${rows(
          '<c r="A1" t="inlineStr"><is><t>销售额</t></is></c><c r="B1" t="inlineStr"><is><t>提成</t></is></c>',
          '<c r="A2"><v>60000</v></c><c r="B2"><f>CS.COMMISSION(A2)</f><v>600</v></c>',
          '<c r="A3"><v>20000</v></c><c r="B3"><f>CS.COMMISSION(A3)</f><v>140</v></c>',
        )}<drawing r:id="rId1"/>`,
        relations: [{ id: "rId1", type: "drawing", target: "../drawings/drawing1.xml" }],
      },
    ],
    workbook:
      '<definedNames><definedName name="全部提成">CS.COMMISSION(成绩!$A$2:$A$3)</definedName></definedNames>',
    types: {
      "xl/drawings/drawing1.xml": "application/vnd.openxmlformats-officedocument.drawing+xml",
      "xl/charts/chart1.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    },
    parts: {
      "xl/drawings/drawing1.xml": DRAWING,
      "xl/drawings/_rels/drawing1.xml.rels": relations([
        { id: "rId1", type: "chart", target: "../charts/chart1.xml" },
      ]),
      "xl/charts/chart1.xml": CHART,
    },
  }),
  addIn: book({
    sheets: [
      {
        name: "成绩",
        xml: rows(
          '<c r="A1"><v>60000</v></c><c r="B1" s="1"><f>CS.COMMISSION(A1)</f><v>600</v></c>',
        ),
      },
    ],
    ...addIn,
    workbookRelations: [
      { id: "rIdChain", type: "calcChain", target: "calcChain.xml" },
      { id: "rIdPolicy", type: "customXml", target: "../customXml/item1.xml" },
    ],
    types: { ...addIn.types, "xl/calcChain.xml": `${SPREADSHEET}.calcChain+xml` },
    parts: {
      ...addIn.parts,
      "xl/calcChain.xml": `<?xml version="1.0"?><calcChain xmlns="${MAIN}"><c r="B1" i="1"/></calcChain>`,
      "customXml/item1.xml": '<policy xmlns="urn:cs-promotion:policy:1">{"schema":1}</policy>',
    },
  }),
  macros: book({
    sheets: [{ name: "成绩", xml: rows('<c r="B1"><f>CS.COMMISSION(60000)</f><v>600</v></c>') }],
    main: "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    workbookRelations: [
      {
        id: "rIdVba",
        type: `${MICROSOFT}/2006/relationships/vbaProject`,
        target: "vbaProject.bin",
      },
    ],
    parts: {
      "xl/vbaProject.bin": Uint8Array.from({ length: 900 }, (_, index) => (index * 7) % 251),
    },
  }),
};

const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/** A workbook saved as "strict": other namespaces, the same words. */
export const STRICT: Uint8Array = zip(
  Object.fromEntries(
    Object.entries(
      bookParts({
        sheets: [
          {
            name: "成绩",
            xml: rows('<c r="A1"><v>60000</v></c><c r="B1"><f>CS.COMMISSION(A1)</f><v>600</v></c>'),
          },
        ],
      }),
    ).map(([path, part]) => [
      path,
      typeof part === "string"
        ? part
            .replaceAll(MAIN, STRICT_MAIN)
            .replaceAll(OFFICE, STRICT_OFFICE)
            .replace("<workbook ", '<workbook conformance="strict" ')
        : part,
    ]),
  ),
);
