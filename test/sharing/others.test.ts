import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import type { SheetContent } from "../../src/grid";
import type { ShareChoices } from "../../src/sharing";
import { share } from "./choices";
import { book, bookParts, CORPUS, MAIN, OFFICE, oneSheet, relations, rows, zip } from "./corpus";
import { CALL, formulasOf, partOf, textsOf } from "./reading";

// What files of other programs hold that Excel's own do not; each was a fault once.

const MICROSOFT = "http://schemas.microsoft.com/office";
const DRAWINGS = "http://schemas.openxmlformats.org/drawingml/2006";
const COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
const SHEET = "xl/worksheets/sheet1.xml";
const WORKBOOK = "xl/workbook.xml";

const CALL_CELL = '<c r="A1"><f>CS.TIER(1)</f><v>1</v></c>';

/** What a copy says of itself on a sheet of its own, with a format for each way of writing one. */
const COVER: SheetContent = {
  name: "说明",
  tag: null,
  rows: [[{ text: "副本" }, { number: 1 }]],
  styles: [
    {
      style: { bold: true, fill: "#DDE7F3", numberFormat: "0.0000", wrap: true, color: "#FF0000" },
      areas: [{ row: 0, column: 0, rows: 1, columns: 2 }],
    },
  ],
  columnWidths: [],
  frozenRows: 0,
  filter: null,
  print: null,
  lists: [],
  hints: [],
  table: null,
  charts: [],
};
const covered: Partial<ShareChoices> = { cover: () => COVER };

const NOTES_GONE: Partial<ShareChoices> = {
  leftOut: {
    tags: [],
    headings: [],
    known: [],
    headingWords: [],
    notes: true,
    label: "已略去",
  },
};

/** Complains where a part is no XML whose prefixes are all declared. */
function problemsOf(text: string): string[] {
  const problems: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", ({ message }) => problems.push(message));
  parser.write(text).close();
  return problems;
}

function expectSound(bytes: Uint8Array): void {
  const parts = textsOf(bytes);
  for (const [path, text] of parts)
    if (/\.(?:xml|rels)$/u.test(path)) expect(problemsOf(text), path).toEqual([]);
  for (const [path, text] of parts) {
    const [, folder = "", name = ""] = /^(.*?)_rels\/(.*)\.rels$/u.exec(path) ?? [];
    if (name === "") continue;
    const known = new Set([...text.matchAll(/ Id="([^"]*)"/gu)].map(([, id]) => id));
    const owner = parts.get(folder + name) ?? "";
    for (const [whole, id] of owner.matchAll(/\w+:(?:id|embed|link|pict)="(rId[^"]*)"/gu))
      expect(known.has(id), `${folder}${name}: ${whole}`).toBe(true);
  }
}

describe("prefixes are declared where they are used", () => {
  const bare = String(bookParts({ sheets: [{ name: "成绩", xml: rows(CALL_CELL) }] })[WORKBOOK]);
  it.each([
    ["on each sheet", ` xmlns:r="${OFFICE}"`, "", `xmlns:r="${OFFICE}" `],
    ["on the list of sheets", ` xmlns:r="${OFFICE}"`, ` xmlns:r="${OFFICE}"`, ""],
  ])("%s", (_, root, list, sheet) => {
    const workbook = bare
      .replace(root, "")
      .replace("<sheets>", `<sheets${list}>`)
      .replace("<sheet ", `<sheet ${sheet}`);
    const { bytes } = share(
      zip({
        ...bookParts({ sheets: [{ name: "成绩", xml: rows(CALL_CELL) }] }),
        [WORKBOOK]: workbook,
      }),
      covered,
    );
    expectSound(bytes);
    expect(partOf(bytes, WORKBOOK)).toMatch(/<sheet name="说明"[^>]* \w+:id="rId\d+"/u);
  });

  it("by another letter, or by one that means something else", () => {
    const other = bare
      .replace(`xmlns:r="${OFFICE}"`, `xmlns:r="urn:x" xmlns:rel="${OFFICE}"`)
      .replace("r:id=", "rel:id=");
    const { bytes } = share(
      zip({
        ...bookParts({ sheets: [{ name: "成绩", xml: rows(CALL_CELL) }] }),
        [WORKBOOK]: other,
      }),
      covered,
    );
    expectSound(bytes);
    expect(partOf(bytes, WORKBOOK)).toContain('sheetId="2" rel:id=');
  });

  it("and a namespace of an extension before the file's own does not make it strict", () => {
    const extended = bare.replace(
      "<workbook ",
      `<workbook xmlns:x14="${MICROSOFT}/spreadsheetml/2009/9/main" `,
    );
    const { bytes } = share(
      zip({
        ...bookParts({ sheets: [{ name: "成绩", xml: rows(CALL_CELL) }] }),
        [WORKBOOK]: extended,
      }),
      covered,
    );
    expect(partOf(bytes, "xl/worksheets/sheet2.xml")).toContain(`xmlns="${MAIN}"`);
  });
});

describe("pictures in headers and footers", () => {
  const PICTURE = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><v:shape id="LH" type="#_x0000_t75"><v:imagedata o:relid="rId1" o:title="logo"/></v:shape></xml>`;
  const NOTE =
    '<v:shape id="n"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>';
  const vml = (shapes: string): string =>
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">${shapes}</xml>`;
  const withDrawings = (legacy: string): Uint8Array =>
    book({
      sheets: [
        {
          name: "成绩",
          xml: `${rows(CALL_CELL)}<legacyDrawing r:id="rId2"/><legacyDrawingHF r:id="rId1"/>`,
          relations: [
            { id: "rId1", type: "vmlDrawing", target: "../drawings/vmlDrawing1.vml" },
            { id: "rId2", type: "vmlDrawing", target: "../drawings/vmlDrawing2.vml" },
            { id: "rId3", type: "comments", target: "../comments1.xml" },
          ],
        },
      ],
      types: { "xl/comments1.xml": `${SPREADSHEET}.comments+xml` },
      parts: {
        "xl/drawings/vmlDrawing1.vml": PICTURE,
        "xl/drawings/_rels/vmlDrawing1.vml.rels": relations([
          { id: "rId1", type: "image", target: "../media/image1.png" },
        ]),
        "xl/media/image1.png": new Uint8Array(9),
        "xl/drawings/vmlDrawing2.vml": legacy,
        "xl/comments1.xml": `<?xml version="1.0"?><comments xmlns="${MAIN}"><authors><author>甲</author></authors><commentList><comment ref="A1" authorId="0"><text><t>谈话</t></text></comment></commentList></comments>`,
      },
    });

  it("stay when notes go", () => {
    const { bytes, facts } = share(withDrawings(vml(NOTE)), NOTES_GONE);
    expectSound(bytes);
    expect(facts.notesGone).toBe(1);
    const sheet = partOf(bytes, SHEET);
    expect(sheet).toContain("legacyDrawingHF");
    expect(sheet).not.toContain("<legacyDrawing ");
    expect([...textsOf(bytes).keys()]).toContain("xl/media/image1.png");
  });

  it("and so do controls that stand between the notes, whose shapes alone go", () => {
    const control =
      '<v:shape id="c"><v:textbox><font>勾选<br></font></v:textbox><x:ClientData ObjectType="Checkbox"/></v:shape>';
    const { bytes } = share(withDrawings(vml(NOTE + control)), NOTES_GONE);
    expect(partOf(bytes, "xl/drawings/vmlDrawing2.vml")).toBe(vml(control));
    expect(partOf(bytes, SHEET)).toContain("<legacyDrawing ");
  });
});

describe("content add-ins", () => {
  const ADD_IN = `${MICROSOFT}/webextensions/webextension/2010/11`;
  const frame = (name: string): string =>
    `<xdr:graphicFrame macro=""><a:graphic><a:graphicData uri="${ADD_IN}"><we:${name} xmlns:we="${ADD_IN}" xmlns:r="${OFFICE}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
  const picture = '<xdr:pic><a14:x/><a:blip r:embed="rId2"/></xdr:pic>';
  const drawing = (inner: string): string =>
    `<?xml version="1.0"?><xdr:wsDr xmlns:xdr="${DRAWINGS}/spreadsheetDrawing" xmlns:a="${DRAWINGS}/main" xmlns:r="${OFFICE}"><xdr:twoCellAnchor>${inner}<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;
  const chosen = (choice: string, fallback: string): string =>
    `<mc:AlternateContent xmlns:mc="${COMPATIBILITY}" xmlns:a14="urn:a14"><mc:Choice xmlns:a15="urn:a15" Requires="a15">${choice}</mc:Choice>${fallback}</mc:AlternateContent>`;
  const bookOf = (inner: string): Uint8Array =>
    book({
      sheets: [
        {
          name: "成绩",
          xml: `${rows(CALL_CELL)}<drawing r:id="rId1"/>`,
          relations: [{ id: "rId1", type: "drawing", target: "../drawings/drawing1.xml" }],
        },
      ],
      types: {
        "xl/drawings/drawing1.xml": DRAWING_TYPE,
        "xl/webextensions/webextension1.xml": "application/vnd.ms-office.webextension+xml",
      },
      parts: {
        "xl/drawings/drawing1.xml": drawing(inner),
        "xl/drawings/_rels/drawing1.xml.rels": relations([
          {
            id: "rId1",
            type: `${MICROSOFT}/2011/relationships/webextension`,
            target: "../webextensions/webextension1.xml",
          },
          { id: "rId2", type: "image", target: "../media/image1.png" },
        ]),
        "xl/media/image1.png": new Uint8Array(9),
        "xl/webextensions/webextension1.xml": `<we:webextension xmlns:we="${ADD_IN}"/>`,
      },
    });

  it.each([
    [
      "as Excel writes them",
      chosen(frame("webextension"), `<mc:Fallback>${picture}</mc:Fallback>`),
    ],
    ["by reference", chosen(frame("webextensionref"), `<mc:Fallback>${picture}</mc:Fallback>`)],
  ])("%s leave their picture", (_, inner) => {
    const { bytes } = share(bookOf(inner));
    expectSound(bytes);
    const text = partOf(bytes, "xl/drawings/drawing1.xml");
    expect(text).toContain("<a:blip");
    expect(text).not.toMatch(/webextension|AlternateContent/u);
  });

  it.each([
    ["without a picture", chosen(frame("webextension"), "")],
    ["without a choice", frame("webextensionref")],
    ["with an empty picture", chosen(frame("webextension"), "<mc:Fallback/>")],
  ])("%s go with their frame", (_, inner) => {
    const { bytes } = share(bookOf(inner));
    expectSound(bytes);
    expect(partOf(bytes, "xl/drawings/drawing1.xml")).not.toMatch(/webextension|Anchor/u);
  });
});

describe("calls wherever a formula may stand", () => {
  const x14 = `xmlns:x14="${MICROSOFT}/spreadsheetml/2009/9/main" xmlns:xm="${MICROSOFT}/excel/2006/main"`;
  const sparkline = (formula: string): string =>
    `<x14:sparkline><xm:f>${formula}</xm:f><xm:sqref>B1</xm:sqref></x14:sparkline>`;
  const group = (inner: string, dates = ""): string =>
    `<x14:sparklineGroup${dates === "" ? "" : ' dateAxis="1"'}>${dates}<x14:sparklines>${inner}</x14:sparklines></x14:sparklineGroup>`;
  const extension = (inner: string): string =>
    `<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" ${x14}><x14:sparklineGroups>${inner}</x14:sparklineGroups></ext></extLst>`;
  const sheetOf = (inner: string): string =>
    partOf(
      share(book({ sheets: [{ name: "成绩", xml: rows(CALL_CELL) + extension(inner) }] })).bytes,
      SHEET,
    );

  it("a sparkline goes, the others of its group stay", () => {
    const stays = sparkline("成绩!A1:A5");
    const sheet = sheetOf(group(stays + sparkline("CS.TIER(A1)")));
    expect(sheet).toContain(group(stays));
  });

  it("a group goes with its last sparkline, and all of it with the last group", () => {
    expect(sheetOf(group(sparkline("CS.TIER(A1)")))).toContain("<extLst></extLst>");
  });

  it("the dates of a group go without it", () => {
    const sheet = sheetOf(group(sparkline("成绩!A1"), "<xm:f>CS.HISTORY(A1)</xm:f>"));
    expect(sheet).toContain(`<x14:sparklineGroup><x14:sparklines>`);
  });

  it("what nobody knows goes as a whole", () => {
    const unknown = `<extLst><ext uri="{x}" xmlns:y="urn:y"><y:thing><y:f>CS.TIER(A1)</y:f></y:thing></ext><ext uri="{z}" xmlns:y="urn:y"><y:other/></ext></extLst>`;
    const { bytes } = share(book({ sheets: [{ name: "成绩", xml: rows(CALL_CELL) + unknown }] }));
    expect(partOf(bytes, SHEET)).toContain(
      '<extLst><ext uri="{z}" xmlns:y="urn:y"><y:other/></ext></extLst>',
    );
  });

  it("a chart's reference, title, extension and data of the newer kind", () => {
    const call = "<c:f>CS.TIER(成绩!$A$1)</c:f>";
    const chart = `<?xml version="1.0"?><c:chartSpace xmlns:c="${DRAWINGS}/chart" xmlns:c15="urn:c15"><c:chart><c:title><c:tx><c:strRef>${call}<c:strCache><c:ptCount val="1"/></c:strCache></c:strRef></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:idx val="0"/><c:val><c:numRef>${call}<c:numCache><c:ptCount val="1"/><c:pt idx="0"><c:v>5</c:v></c:pt></c:numCache></c:numRef></c:val><c:extLst><c:ext uri="{1}"><c15:datalabelsRange><c15:f>CS.TIER(1)</c15:f></c15:datalabelsRange></c:ext></c:extLst></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>`;
    const parts = { ...bookParts({ sheets: [{ name: "成绩", xml: rows(CALL_CELL) }] }) };
    const bytes = zip({
      ...parts,
      "xl/charts/chart1.xml": chart,
      "xl/worksheets/_rels/sheet1.xml.rels": relations([
        { id: "rId1", type: "chart", target: "../charts/chart1.xml" },
      ]),
    });
    for (const choices of [{}, { plain: null }])
      expect(formulasOf(share(bytes, choices).bytes).filter((each) => CALL.test(each))).toEqual([]);
    const after = partOf(share(bytes).bytes, "xl/charts/chart1.xml");
    expect(after).toContain("<c:numLit>");
    expect(after).not.toContain("c15:f");
  });
});

describe("style sheets", () => {
  const part = (styles: string): Uint8Array =>
    zip({
      ...bookParts({ sheets: [{ name: "成绩", xml: rows(CALL_CELL) }] }),
      "xl/styles.xml": styles,
    });
  /** How many entries a list has, and says to have. */
  const sizes = (text: string, list: string, entry: string): [number, number] => {
    const [, tag = "", inner = ""] =
      new RegExp(`<((?:\\w+:)?${list}\\b[^>]*)>(.*?)</(?:\\w+:)?${list}>`, "su").exec(text) ?? [];
    return [
      inner.match(new RegExp(`<(?:\\w+:)?${entry}[ />]`, "gu"))?.length ?? 0,
      Number(/count="(\d+)"/u.exec(tag)?.[1]),
    ];
  };
  const LISTS = [
    ["numFmts", "numFmt"],
    ["fonts", "font"],
    ["fills", "fill"],
    ["borders", "border"],
    ["cellXfs", "xf"],
  ] as const;

  it.each([
    ["with nothing in it", `<styleSheet xmlns="${MAIN}"/>`],
    [
      "without fills and borders, whose count lies",
      `<styleSheet xmlns="${MAIN}"><numFmts count="9"><numFmt numFmtId="8" formatCode="0"/></numFmts><fonts count="1"><font><sz val="10"/></font></fonts><cellXfs count="100"><xf/><!-- two --><xf/><extLst/></cellXfs><dxfs count="0"/></styleSheet>`,
    ],
    [
      "with prefixes",
      `<x:styleSheet xmlns:x="${MAIN}"><x:fonts count="1"><x:font><x:sz val="10"/></x:font></x:fonts><x:fills count="1"><x:fill/></x:fills><x:cellXfs/></x:styleSheet>`,
    ],
  ])("%s: a cell of ours finds its format", (_, styles) => {
    const { bytes } = share(part(styles), covered);
    expectSound(bytes);
    const text = partOf(bytes, "xl/styles.xml");
    for (const [list, entry] of LISTS) {
      const [count, said] = sizes(text, list, entry);
      expect(said, list).toBe(count);
    }
    const format = Number(/ s="(\d+)"/u.exec(partOf(bytes, "xl/worksheets/sheet2.xml"))?.[1]);
    const [formats] = sizes(text, "cellXfs", "xf");
    expect(format).toBe(formats - 1);
    const xf = [...text.matchAll(/<(?:\w+:)?xf\b[^>]*>/gu)].at(-1)?.[0] ?? "";
    for (const [list, entry, attribute] of [
      ["fonts", "font", "fontId"],
      ["fills", "fill", "fillId"],
      ["borders", "border", "borderId"],
    ] as const) {
      const id = Number(new RegExp(`${attribute}="(\\d+)"`, "u").exec(xf)?.[1]);
      expect(id, attribute).toBeLessThan(sizes(text, list, entry)[0]);
    }
    // Lists stand in the order that the format wants.
    const places = LISTS.map(([list]) => text.search(new RegExp(`<(?:\\w+:)?${list}\\b`, "u")));
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it("of sixty thousand formats take no longer than their length", () => {
    const xf = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
    const font = '<font><sz val="11"/><name val="Calibri"/></font>';
    const bytes = part(
      `<styleSheet xmlns="${MAIN}"><fonts>${font.repeat(60_000)}</fonts><cellXfs>${xf.repeat(60_000)}</cellXfs></styleSheet>`,
    );
    const styles = Array.from({ length: 300 }, (_, size) => ({
      style: { size: size + 1 },
      areas: [{ row: 0, column: size, rows: 1, columns: 1 }],
    }));
    const row = styles.map(() => ({ text: "x" }));
    const started = performance.now();
    const { bytes: copy } = share(bytes, { cover: () => ({ ...COVER, rows: [row], styles }) });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(sizes(partOf(copy, "xl/styles.xml"), "cellXfs", "xf")).toEqual([60_300, 60_300]);
  });
});

describe("sheets without a part", () => {
  const bytes = zip(
    Object.fromEntries(
      Object.entries(
        bookParts({
          sheets: [
            { name: "成绩", xml: rows(CALL_CELL) },
            { name: "别的", xml: rows('<c r="A1"><v>1</v></c>') },
          ],
          workbook:
            '<definedNames><definedName name="甲" localSheetId="2">别的!$A$1</definedName></definedNames>',
        }),
      ).map(([path, text]) => [
        path,
        path === WORKBOOK
          ? String(text).replace(
              '<sheet name="别的"',
              '<sheet name="Module1" sheetId="9" state="veryHidden" r:id=""/><sheet name="别的"',
            )
          : text,
      ]),
    ),
  );

  it("are modules of macros: they stay, and count as tabs", () => {
    const workbook = partOf(share(bytes).bytes, WORKBOOK);
    expect(workbook).toContain('name="Module1"');
    expect(workbook).toContain('name="甲" localSheetId="2"');
    const fewer = partOf(share(bytes, { sheets: ["别的"] }).bytes, WORKBOOK);
    expect(fewer).toContain('name="甲" localSheetId="1"');
  });
});

describe("bytes behind the end of the zip", () => {
  const good = oneSheet(CALL_CELL);
  it.each([1, 22, 100, 70_000])("%i of them are passed over", (count) => {
    const longer = new Uint8Array(good.length + count);
    longer.set(good);
    longer.fill(0x41, good.length);
    expect(partOf(share(longer).bytes, SHEET)).toContain("<v>1</v>");
  });

  it("among them something that looks like an end is none", () => {
    const fake = Uint8Array.of(0x50, 0x4b, 5, 6, ...new Uint8Array(18).fill(7));
    const longer = new Uint8Array([...good, ...fake]);
    expect(partOf(share(longer).bytes, SHEET)).toContain("<v>1</v>");
  });
});

describe("the order of calculation", () => {
  const parts = (cell: string): Uint8Array =>
    book({
      sheets: [{ name: "成绩", xml: rows(cell) }],
      workbookRelations: [{ id: "rIdChain", type: "calcChain", target: "calcChain.xml" }],
      types: { "xl/calcChain.xml": `${SPREADSHEET}.calcChain+xml` },
      parts: {
        "xl/calcChain.xml": `<?xml version="1.0"?><calcChain xmlns="${MAIN}"><c r="A1" i="1"/></calcChain>`,
      },
    });
  const has = (bytes: Uint8Array): boolean => "xl/calcChain.xml" in unzipSync(bytes);

  it("stays where no formula has changed, and goes with the first that has", () => {
    const plain = parts('<c r="A1"><f>1+1</f><v>2</v></c>');
    expect(has(share(plain).bytes)).toBe(true);
    expect(has(share(plain, covered).bytes)).toBe(true);
    expect(has(share(parts(CALL_CELL)).bytes)).toBe(false);
  });
});

describe("names", () => {
  const named = (names: string, cell: string): Uint8Array =>
    book({
      sheets: [{ name: "成绩", xml: rows(cell) }],
      workbook: `<definedNames>${names}</definedNames>`,
    });

  it("that Excel keeps for functions go with the calls, and are not told", () => {
    const { bytes, facts } = share(
      named(
        '<definedName name="_xldudf_CS_TIER" hidden="1">#NAME?</definedName><definedName name="_xlfn.XLOOKUP" hidden="1">#NAME?</definedName>',
        CALL_CELL,
      ),
    );
    expect(partOf(bytes, WORKBOOK)).not.toContain("_xldudf");
    expect(partOf(bytes, WORKBOOK)).toContain("_xlfn.XLOOKUP");
    expect(facts.namesGone).toEqual([]);
  });

  it.each([
    ["a chain of 2,000", 2_000],
    ["100,000", 100_000],
  ])("%s end in time, all of them, whichever way they are listed", (_, count) => {
    const chain = Array.from({ length: count }, (__, index) =>
      index === count - 1
        ? `<definedName name="name_${index}">CS.TIER(1)</definedName>`
        : `<definedName name="name_${index}">name_${index + 1}+1</definedName>`,
    );
    const started = performance.now();
    const { facts } = share(named(chain.join(""), '<c r="A1"><f>name_0</f><v>3</v></c>'));
    expect(facts.namesGone).toHaveLength(count);
    expect(facts.frozen).toBe(1);
    expect(performance.now() - started).toBeLessThan(45_000);
  });

  it("in a chain tell of what is left out, and those that lead to themselves may", () => {
    const sheet = rows(
      '<c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>提成</t></is></c>',
      '<c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2"><v>77.5</v></c><c r="C2"><f>name_0</f><v>77.5</v></c><c r="D2"><f>loop_1</f><v>77.5</v></c>',
    );
    const chain = Array.from({ length: 2_000 }, (_, index) =>
      index === 1_999
        ? `<definedName name="name_${index}">成绩!$B$2</definedName>`
        : `<definedName name="name_${index}">name_${index + 1}</definedName>`,
    );
    const { bytes } = share(
      book({
        sheets: [{ name: "成绩", xml: sheet }],
        workbook: `<definedNames>${chain.join("")}<definedName name="loop_1">loop_2</definedName><definedName name="loop_2">loop_1</definedName></definedNames>`,
      }),
      {
        leftOut: {
          tags: [],
          headings: ["提成"],
          known: ["姓名"],
          headingWords: [],
          notes: false,
          label: "已略去",
        },
      },
    );
    expect(partOf(bytes, SHEET)).not.toContain("77.5");
  });
});

describe("calls within calls", () => {
  it.each([10, 1_000, 100_000])("%i deep end in time", (depth) => {
    const formula = `${"CS.TIER(".repeat(depth)}1${")".repeat(depth)}`;
    const started = performance.now();
    const { bytes, facts } = share(oneSheet(`<c r="A1"><f>${formula}</f><v>1</v></c>`));
    expect(facts.frozen).toBe(1);
    expect(partOf(bytes, SHEET)).toContain('<c r="A1"><v>1</v></c>');
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

it("the sample workbook of the repository is among what is tried", () => {
  const bytes = new Uint8Array(readFileSync("workbench/sample/sample.xlsx"));
  expectSound(share(bytes, covered).bytes);
  expect(Object.keys(CORPUS).length).toBeGreaterThan(5);
  expect(strFromU8(unzipSync(bytes)[WORKBOOK] ?? new Uint8Array())).toContain("sheets");
});
