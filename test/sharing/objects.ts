import { book, MAIN, OFFICE, relations, rows } from "./corpus";

// What stands on sheets beside cells, as Excel writes it: each beside a cell that calls the add-in.

const MICROSOFT = "http://schemas.microsoft.com/office";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
const DRAWINGS = "http://schemas.openxmlformats.org/drawingml/2006";
const COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";

const CALL = '<c r="A1"><v>60000</v></c><c r="B1"><f>CS.COMMISSION(A1)</f><v>780</v></c>';

function drawing(inner: string, namespaces = ""): string {
  return `<?xml version="1.0"?><xdr:wsDr xmlns:xdr="${DRAWINGS}/spreadsheetDrawing" xmlns:a="${DRAWINGS}/main" xmlns:r="${OFFICE}" xmlns:mc="${COMPATIBILITY}"${namespaces}><xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${inner}<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;
}

function frame(id: number, name: string, uri: string, data: string): string {
  return `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="${name}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${uri}">${data}</a:graphicData></a:graphic></xdr:graphicFrame>`;
}

/** What programs show that do not know a newer kind of object. */
const FALLBACK = `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="9" name="替代"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp>`;

function alternate(requires: string, choice: string): string {
  return `<mc:AlternateContent><mc:Choice Requires="${requires}">${choice}</mc:Choice><mc:Fallback>${FALLBACK}</mc:Fallback></mc:AlternateContent>`;
}

const DRAWING_RELATION = { id: "rId1", type: "drawing", target: "../drawings/drawing1.xml" };

export const OBJECTS: Readonly<Record<string, Uint8Array>> = {
  slicer: book({
    sheets: [
      {
        name: "成绩",
        xml: `${rows('<c r="A1" t="inlineStr"><is><t>销售额</t></is></c><c r="B1" t="inlineStr"><is><t>提成</t></is></c>', '<c r="A2"><v>60000</v></c><c r="B2"><f>CS.COMMISSION(A2)</f><v>780</v></c>')}<drawing r:id="rId1"/><tableParts count="1"><tablePart r:id="rId2"/></tableParts><extLst><ext uri="{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}" xmlns:x14="${MICROSOFT}/spreadsheetml/2009/9/main"><x14:slicerList><x14:slicer r:id="rId3"/></x14:slicerList></ext></extLst>`,
        relations: [
          DRAWING_RELATION,
          { id: "rId2", type: "table", target: "../tables/table1.xml" },
          {
            id: "rId3",
            type: `${MICROSOFT}/2007/relationships/slicer`,
            target: "../slicers/slicer1.xml",
          },
        ],
      },
    ],
    workbook: `<definedNames><definedName name="Slicer_销售额">#N/A</definedName></definedNames><extLst><ext uri="{46BE6895-7355-4a93-B00E-2C351335B9C9}" xmlns:x15="${MICROSOFT}/spreadsheetml/2010/11/main"><x15:slicerCaches xmlns:x14="${MICROSOFT}/spreadsheetml/2009/9/main"><x14:slicerCache r:id="rIdSlicer"/></x15:slicerCaches></ext></extLst>`,
    workbookRelations: [
      {
        id: "rIdSlicer",
        type: `${MICROSOFT}/2007/relationships/slicerCache`,
        target: "slicerCaches/slicerCache1.xml",
      },
    ],
    types: {
      "xl/drawings/drawing1.xml": DRAWING_TYPE,
      "xl/tables/table1.xml": `${SPREADSHEET}.table+xml`,
      "xl/slicers/slicer1.xml": "application/vnd.ms-excel.slicer+xml",
      "xl/slicerCaches/slicerCache1.xml": "application/vnd.ms-excel.slicerCache+xml",
    },
    parts: {
      "xl/drawings/drawing1.xml": drawing(
        alternate(
          "sle15",
          frame(
            2,
            "销售额",
            `${MICROSOFT}/drawing/2010/slicer`,
            `<sle:slicer xmlns:sle="${MICROSOFT}/drawing/2010/slicer" name="销售额"/>`,
          ),
        ),
        ` xmlns:sle15="${MICROSOFT}/drawing/2012/slicer"`,
      ),
      "xl/tables/table1.xml": `<?xml version="1.0"?><table xmlns="${MAIN}" id="1" name="表1" displayName="表1" ref="A1:B2"><autoFilter ref="A1:B2"/><tableColumns count="2"><tableColumn id="1" name="销售额"/><tableColumn id="2" name="提成"/></tableColumns></table>`,
      "xl/slicers/slicer1.xml": `<?xml version="1.0"?><slicers xmlns="${MICROSOFT}/spreadsheetml/2009/9/main"><slicer name="销售额" cache="Slicer_销售额" caption="销售额" rowHeight="241300"/></slicers>`,
      "xl/slicerCaches/slicerCache1.xml": `<?xml version="1.0"?><slicerCacheDefinition xmlns="${MICROSOFT}/spreadsheetml/2009/9/main" name="Slicer_销售额" sourceName="销售额"><extLst><x:ext xmlns:x="${MAIN}" uri="{2F2917AC-EB37-4324-AD4E-5DD8C200BD13}"><x15:tableSlicerCache xmlns:x15="${MICROSOFT}/spreadsheetml/2010/11/main" tableId="1" column="1"/></x:ext></extLst></slicerCacheDefinition>`,
    },
  }),
  contentAddIn: book({
    sheets: [
      {
        name: "成绩",
        xml: `${rows(CALL)}<drawing r:id="rId1"/>`,
        relations: [DRAWING_RELATION],
      },
    ],
    types: {
      "xl/drawings/drawing1.xml": DRAWING_TYPE,
      "xl/webextensions/webextension1.xml": "application/vnd.ms-office.webextension+xml",
    },
    parts: {
      "xl/drawings/drawing1.xml": drawing(
        alternate(
          "we",
          frame(
            2,
            "内容加载项",
            `${MICROSOFT}/webextensions/webextension/2010/11`,
            `<we:webextensionref xmlns:we="${MICROSOFT}/webextensions/webextension/2010/11" r:id="rId1"/>`,
          ),
        ),
        ` xmlns:we="${MICROSOFT}/webextensions/webextension/2010/11"`,
      ),
      "xl/drawings/_rels/drawing1.xml.rels": relations([
        {
          id: "rId1",
          type: `${MICROSOFT}/2011/relationships/webextension`,
          target: "../webextensions/webextension1.xml",
        },
      ]),
      "xl/webextensions/webextension1.xml": `<?xml version="1.0"?><we:webextension xmlns:we="${MICROSOFT}/webextensions/webextension/2010/11" id="{1}"><we:reference id="x" version="1.0" store="developer" storeType="Registry"/></we:webextension>`,
    },
  }),
  control: book({
    sheets: [
      {
        name: "成绩",
        xml: `${rows(CALL)}<legacyDrawing r:id="rId1"/><mc:AlternateContent xmlns:mc="${COMPATIBILITY}"><mc:Choice Requires="x14" xmlns:x14="${MICROSOFT}/spreadsheetml/2009/9/main"><controls><control shapeId="1025" r:id="rId2" name="复选框"/></controls></mc:Choice></mc:AlternateContent>`,
        relations: [
          { id: "rId1", type: "vmlDrawing", target: "../drawings/vmlDrawing1.vml" },
          { id: "rId2", type: "ctrlProp", target: "../ctrlProps/ctrlProp1.xml" },
        ],
      },
    ],
    types: { "xl/ctrlProps/ctrlProp1.xml": "application/vnd.ms-excel.controlproperties+xml" },
    parts: {
      "xl/drawings/vmlDrawing1.vml": `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t201" style='position:absolute;width:80pt;height:16pt'><x:ClientData ObjectType="Checkbox"><x:Anchor>3, 0, 3, 0, 4, 0, 4, 0</x:Anchor><x:FmlaLink>$A$1</x:FmlaLink></x:ClientData></v:shape></xml>`,
      "xl/ctrlProps/ctrlProp1.xml": `<?xml version="1.0"?><formControlPr xmlns="${MICROSOFT}/spreadsheetml/2009/9/main" objectType="CheckBox" fmlaLink="$A$1"/>`,
    },
  }),
  threaded: book({
    sheets: [
      {
        name: "成绩",
        xml: `${rows(CALL)}<legacyDrawing r:id="rId1"/>`,
        relations: [
          { id: "rId1", type: "vmlDrawing", target: "../drawings/vmlDrawing1.vml" },
          { id: "rId2", type: "comments", target: "../comments1.xml" },
          {
            id: "rId3",
            type: `${MICROSOFT}/2017/10/relationships/threadedComment`,
            target: "../threadedComments/threadedComment1.xml",
          },
        ],
      },
    ],
    workbookRelations: [
      {
        id: "rIdPerson",
        type: `${MICROSOFT}/2017/10/relationships/person`,
        target: "persons/person.xml",
      },
    ],
    types: {
      "xl/comments1.xml": `${SPREADSHEET}.comments+xml`,
      "xl/threadedComments/threadedComment1.xml": "application/vnd.ms-excel.threadedcomments+xml",
      "xl/persons/person.xml": "application/vnd.ms-excel.person+xml",
    },
    parts: {
      "xl/drawings/vmlDrawing1.vml": `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="a"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>`,
      "xl/comments1.xml": `<?xml version="1.0"?><comments xmlns="${MAIN}"><authors><author>tc={1}</author></authors><commentList><comment ref="B1" authorId="0"><text><t>会话批注：机密谈话</t></text></comment></commentList></comments>`,
      "xl/threadedComments/threadedComment1.xml": `<?xml version="1.0"?><ThreadedComments xmlns="${MICROSOFT}/spreadsheetml/2018/threadedcomments"><threadedComment ref="B1" dT="2026-11-25T00:00:00.00" personId="{2}" id="{1}"><text>机密谈话</text></threadedComment></ThreadedComments>`,
      "xl/persons/person.xml": `<?xml version="1.0"?><personList xmlns="${MICROSOFT}/spreadsheetml/2018/threadedcomments"><person displayName="批注作者" id="{2}" userId="x" providerId="None"/></personList>`,
    },
  }),
  chartEx: book({
    sheets: [
      {
        name: "成绩",
        xml: `${rows(CALL)}<drawing r:id="rId1"/>`,
        relations: [DRAWING_RELATION],
      },
    ],
    types: {
      "xl/drawings/drawing1.xml": DRAWING_TYPE,
      "xl/charts/chartEx1.xml": "application/vnd.ms-office.chartex+xml",
    },
    parts: {
      "xl/drawings/drawing1.xml": drawing(
        alternate(
          "cx1",
          frame(
            2,
            "瀑布图",
            `${MICROSOFT}/drawing/2014/chartex`,
            `<cx:chart xmlns:cx="${MICROSOFT}/drawing/2014/chartex" r:id="rId1"/>`,
          ),
        ),
        ` xmlns:cx1="${MICROSOFT}/drawing/2015/9/8/chartex"`,
      ),
      "xl/drawings/_rels/drawing1.xml.rels": relations([
        {
          id: "rId1",
          type: `${MICROSOFT}/2014/relationships/chartEx`,
          target: "../charts/chartEx1.xml",
        },
      ]),
      "xl/charts/chartEx1.xml": `<?xml version="1.0"?><cx:chartSpace xmlns:cx="${MICROSOFT}/drawing/2014/chartex"><cx:chartData><cx:data id="0"><cx:numDim type="val"><cx:f>成绩!$B$1</cx:f><cx:lvl ptCount="1" formatCode="General"><cx:pt idx="0">780</cx:pt></cx:lvl></cx:numDim></cx:data></cx:chartData><cx:chart><cx:plotArea><cx:plotAreaRegion><cx:series layoutId="waterfall"><cx:dataId val="0"/></cx:series></cx:plotAreaRegion></cx:plotArea></cx:chart></cx:chartSpace>`,
    },
  }),
};
