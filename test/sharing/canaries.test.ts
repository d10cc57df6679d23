import { describe, expect, it } from "vitest";
import { EVERYTHING, startSharing, type CopyContent, type CopyRequest } from "../../src/tasks";
import { monthOf } from "../../src/units";
import { decidedBook } from "../policy/decided";
import { book, MAIN, OFFICE, relations, rows } from "./corpus";
import { textsOf } from "./reading";

// A word or number of its own in every place where a workbook remembers what a column, a sheet or a note held:
// whatever is left out, all of its own are gone from every part of the copy, and all others are still there.

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const MICROSOFT = "http://schemas.microsoft.com/office";

type Secret = CopyContent | "sheet" | "name" | "memory";

/** By what they belong to: words, and numbers that stand nowhere else. */
const CANARIES: Readonly<Record<Secret, readonly string[]>> = {
  pay: ["7711.11", "7722.22", "薪鸟", "7733.33"],
  fines: ["6611", "罚鸟", "6622"],
  reviews: ["复鸟甲", "复鸟乙"],
  notes: ["注鸟甲", "注鸟乙", "注鸟丙"],
  otherReadings: ["5511.55", "他鸟"],
  sheet: ["页鸟", "4411.44"],
  name: ["金丝雀", "白鹦"],
  memory: ["忆鸟", "库鸟", "题鸟", "者鸟"],
};

const STRINGS = ["姓名", "级别", "提成", "投诉次数", "备注", "预警", "金丝雀", "白鹦"];
const s = (address: string, text: string): string =>
  `<c r="${address}" t="s"><v>${STRINGS.indexOf(text)}</v></c>`;
const t = (address: string, text: string): string =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
const n = (address: string, value: number): string => `<c r="${address}"><v>${value}</v></c>`;
const f = (address: string, formula: string, value: number | string): string =>
  typeof value === "number"
    ? `<c r="${address}"><f>${formula}</f><v>${value}</v></c>`
    : `<c r="${address}" t="str"><f>${formula}</f><v>${value}</v></c>`;

const LEDGER = rows(
  s("A1", "姓名") +
    s("B1", "级别") +
    s("C1", "提成") +
    s("D1", "投诉次数") +
    s("E1", "备注") +
    s("F1", "预警") +
    t("G1", "应发合计（其他口径）") +
    t("H1", "绩效分数") +
    t("I1", "销售额"),
  s("A2", "金丝雀") +
    t("B2", "初级客服") +
    f("C2", "CS.COMMISSION(I2)", 7711.11) +
    n("D2", 6611) +
    t("E2", "注鸟甲") +
    t("F2", "复鸟甲") +
    n("G2", 5511.55) +
    n("H2", 85) +
    n("I2", 60_000) +
    f("J2", "C2+1.5", 7722.22) +
    f("K2", "&quot;他鸟&quot;&amp;G2", "他鸟 5511.55") +
    f("L2", "CS.FINE(D2)&amp;&quot;罚鸟&quot;", "6622 罚鸟"),
  s("A3", "白鹦") +
    t("B3", "初级客服") +
    `<c r="C3" t="str"><f>"薪鸟"&amp;CS.PAY(B3,I3,H3)</f><v>薪鸟</v></c>` +
    n("D3", 0) +
    n("H3", 90) +
    n("I3", 30_000) +
    f("J3", "CS.TIER(H3)", 2) +
    f("K3", "A3&amp;&quot;和白鹦&quot;", "白鹦和白鹦"),
);

const CHART = `<?xml version="1.0"?><c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:barChart><c:ser><c:idx val="0"/><c:val><c:numRef><c:f>成绩!$C$2:$C$3</c:f><c:numCache><c:ptCount val="1"/><c:pt idx="0"><c:v>7733.33</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>`;

const WORKBOOK = book({
  sheets: [
    {
      name: "成绩",
      xml: `${LEDGER}<autoFilter ref="A1:I3"><filterColumn colId="2"><filters><filter val="7711.11"/></filters></filterColumn><filterColumn colId="3"><filters><filter val="6611"/></filters></filterColumn></autoFilter><drawing r:id="rId4"/><legacyDrawing r:id="rId1"/>`,
      relations: [
        { id: "rId1", type: "vmlDrawing", target: "../drawings/vmlDrawing1.vml" },
        { id: "rId2", type: "comments", target: "../comments1.xml" },
        {
          id: "rId3",
          type: `${MICROSOFT}/2017/10/relationships/threadedComment`,
          target: "../threadedComments/threadedComment1.xml",
        },
        { id: "rId4", type: "drawing", target: "../drawings/drawing1.xml" },
      ],
    },
    { name: "复核", xml: rows(t("A1", "复鸟乙")) },
    { name: "别的", xml: rows(t("A1", "页鸟") + n("B1", 4411.44)) },
  ],
  strings: STRINGS,
  workbook:
    '<definedNames><definedName name="_CS_reviews" localSheetId="1" hidden="1">复核!$A$1</definedName></definedNames><pivotCaches><pivotCache cacheId="1" r:id="rIdPivot"/></pivotCaches>',
  workbookRelations: [
    {
      id: "rIdPivot",
      type: "pivotCacheDefinition",
      target: "pivotCache/pivotCacheDefinition1.xml",
    },
    { id: "rIdMemory", type: "customXml", target: "../customXml/item1.xml" },
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
    { id: "rIdCustom", type: "custom-properties", target: "docProps/custom.xml" },
  ],
  types: {
    "xl/comments1.xml": `${SPREADSHEET}.comments+xml`,
    "xl/threadedComments/threadedComment1.xml": "application/vnd.ms-excel.threadedcomments+xml",
    "xl/persons/person.xml": "application/vnd.ms-excel.person+xml",
    "xl/drawings/drawing1.xml": "application/vnd.openxmlformats-officedocument.drawing+xml",
    "xl/charts/chart1.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "xl/pivotCache/pivotCacheDefinition1.xml": `${SPREADSHEET}.pivotCacheDefinition+xml`,
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
  },
  parts: {
    "xl/drawings/vmlDrawing1.vml": `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="a"><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>`,
    "xl/comments1.xml": `<?xml version="1.0"?><comments xmlns="${MAIN}"><authors><author>tc={1}</author></authors><commentList><comment ref="H2" authorId="0"><text><r><t>注鸟</t></r><r><t>乙</t></r><r><t>：注鸟乙</t></r></text></comment></commentList></comments>`,
    "xl/threadedComments/threadedComment1.xml": `<?xml version="1.0"?><ThreadedComments xmlns="${MICROSOFT}/spreadsheetml/2018/threadedcomments"><threadedComment ref="H2" personId="{2}" id="{1}"><text>注鸟丙</text></threadedComment></ThreadedComments>`,
    "xl/persons/person.xml": `<?xml version="1.0"?><personList xmlns="${MICROSOFT}/spreadsheetml/2018/threadedcomments"><person displayName="注鸟丙" id="{2}" userId="x" providerId="None"/></personList>`,
    "xl/drawings/drawing1.xml": `<?xml version="1.0"?><xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${OFFICE}"><xdr:twoCellAnchor><xdr:graphicFrame><c:chart r:id="rId1"/></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
    "xl/drawings/_rels/drawing1.xml.rels": relations([
      { id: "rId1", type: "chart", target: "../charts/chart1.xml" },
    ]),
    "xl/charts/chart1.xml": CHART,
    "xl/pivotCache/pivotCacheDefinition1.xml": `<?xml version="1.0"?><pivotCacheDefinition xmlns="${MAIN}"><cacheFields><cacheField name="姓名"><sharedItems><s v="库鸟"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>`,
    "customXml/item1.xml": '<left xmlns="urn:cs-promotion:sheet:1">忆鸟</left>',
    "docProps/core.xml": `<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>者鸟</dc:creator><dc:title>题鸟</dc:title></cp:coreProperties>`,
    "docProps/custom.xml": `<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="库鸟"><vt:lpwstr>题鸟</vt:lpwstr></property></Properties>`,
  },
});

function copied(request: Partial<CopyRequest>, as: CopyRequest["as"]): string {
  const steps = startSharing(WORKBOOK, {
    kind: "copy",
    setting: {
      request: { ...EVERYTHING, as, differing: "computed", ...request },
      book: decidedBook(),
      today: monthOf(2026, 11),
      day: "2026-11-25",
      language: "zh",
    },
  });
  for (;;) {
    const step = steps.next();
    if (step.done !== true) continue;
    if (step.value.kind !== "copy") throw new Error("A copy was asked for");
    return allOf(step.value.copy.bytes);
  }
}

/** Every part with its path, references to characters resolved. */
function allOf(bytes: Uint8Array): string {
  return [...textsOf(bytes)]
    .map(([path, text]) => `${path}\n${text}`)
    .join("\n")
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)));
}

const found = (all: string, secrets: readonly Secret[]): string[] =>
  secrets.flatMap((secret) => CANARIES[secret].filter((canary) => all.includes(canary)));

const without = (...contents: readonly CopyContent[]): Pick<CopyRequest, "include"> => {
  const include = { ...EVERYTHING.include };
  for (const content of contents) include[content] = false;
  return { include };
};

const CHOICES: readonly (readonly [string, Partial<CopyRequest>, readonly Secret[]])[] = [
  ["pay", without("pay"), ["pay", "memory"]],
  ["fines", without("fines"), ["fines", "memory"]],
  ["reviews", without("reviews"), ["reviews", "memory"]],
  ["notes", without("notes"), ["notes"]],
  ["amounts under other readings", without("otherReadings"), ["otherReadings", "memory"]],
  ["a sheet", { sheets: ["成绩", "复核"] }, ["sheet", "memory"]],
  ["names, replaced by numbers", { people: "numbers" }, ["name"]],
  ["names", { people: "remove" }, ["name", "memory"]],
  [
    "everything that can be",
    {
      ...without("pay", "fines", "reviews", "notes", "otherReadings"),
      sheets: ["成绩"],
      people: "remove",
      policy: false,
      cover: { by: "人事" },
    },
    ["pay", "fines", "reviews", "notes", "otherReadings", "sheet", "name", "memory"],
  ],
];

describe.each(["values", "formulas"] as const)("left out of a copy as %s", (as) => {
  it("the workbook holds them all, and so does a copy of everything", () => {
    const all = Object.keys(CANARIES) as Secret[]; // the keys of the record above
    const every = Object.values(CANARIES).flat();
    expect(found(allOf(WORKBOOK), all)).toEqual(every);
    expect(found(copied({}, as), all)).toEqual(every);
  });

  it.each(CHOICES)("%s: gone from every part", (_, request, secrets) => {
    expect(found(copied(request, as), secrets)).toEqual([]);
  });

  it("what was not asked for is still there", () => {
    const kept = found(copied(without("pay"), as), ["fines", "reviews", "notes", "sheet", "name"]);
    const expected = (["fines", "reviews", "notes", "sheet", "name"] as const).flatMap(
      (secret) => CANARIES[secret],
    );
    expect(kept).toEqual(expected);
  });
});

describe("the sheet of numbers", () => {
  it("tells no base salary where pay is left out, and no fines where fines are", () => {
    const all = copied(without("pay", "fines"), "formulas");
    expect(all).toContain("制度参数");
    expect(all).toContain("绩效等级");
    for (const word of ["底薪（元）", "销售提成", "罚款合计"])
      expect(all, word).not.toContain(word);
    const everything = copied({}, "formulas");
    for (const word of ["底薪（元）", "销售提成", "罚款合计"]) expect(everything).toContain(word);
  });
});
