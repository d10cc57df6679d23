import type { ICellData } from "@univerjs/core";
import { describe, expect, it } from "vitest";
import { saveWorkbook, type CurrentWorkbook } from "../../workbench/xlsx";
import { book, bookParts, MAIN, OFFICE, relations, rows, STRICT, zip } from "../sharing/corpus";
import { partsOf, saveAfter, unchanged } from "./fixture";

// What files of other programs hold that Excel's own do not; each was a fault once.

const SHEET = "xl/worksheets/sheet1.xml";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function put(current: CurrentWorkbook, row: number, column: number, cell: ICellData): void {
  const [id = ""] = current.snapshot.sheetOrder;
  const data = current.snapshot.sheets[id];
  if (data === undefined) throw new Error("no sheet");
  const line = ((data.cellData ??= {})[row] ??= {});
  line[column] = { ...line[column], ...cell };
}

function changed(bytes: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [partsOf(bytes), partsOf(after)];
  const paths = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...paths].filter((path) => old[path] !== now[path]).sort();
}

const t = (address: string, text: string): string =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe("a table with totals", () => {
  const table = (attributes: string, ref = "A1:B3"): Uint8Array =>
    book({
      sheets: [
        {
          name: "成绩",
          xml: `${rows(
            `${t("A1", "姓名")}<c r="B1"><v>2024</v></c>`,
            `${t("A2", "甲")}<c r="B2"><v>1</v></c>`,
            `${t("A3", "合计")}<c r="B3"><f>SUBTOTAL(109,B2:B2)</f><v>1</v></c>`,
          )}<tableParts count="1"><tablePart r:id="rId1"/></tableParts>`,
          relations: [{ id: "rId1", type: "table", target: "../tables/table1.xml" }],
        },
      ],
      types: { "xl/tables/table1.xml": `${SPREADSHEET}.table+xml` },
      parts: {
        "xl/tables/table1.xml": `<?xml version="1.0"?><table xmlns="${MAIN}" id="1" name="表1" displayName="表1" ref="${ref}" ${attributes}><autoFilter ref="A1:B2"/><tableColumns count="2"><tableColumn id="1" name="姓名"/><tableColumn id="2" name="2024.0"/></tableColumns></table>`,
      },
    });

  it("stays as it is where nothing of it changed", () => {
    const bytes = table('totalsRowCount="1"');
    expect(changed(bytes, saveWorkbook(bytes, unchanged(bytes)).bytes)).toEqual([]);
  });

  it("filters its rows, and not the totals, once it is renamed", () => {
    const bytes = table('totalsRowCount="1"');
    const saved = saveAfter(bytes, (current) => put(current, 0, 0, { v: "名字", t: 1 }));
    const xml = partsOf(saved.bytes)["xl/tables/table1.xml"];
    expect(xml).toContain('<autoFilter ref="A1:B2"/>');
    expect(xml).toContain('name="名字"/><tableColumn id="2" name="2024.0"');
  });

  it("without a row of headings keeps the names of its columns", () => {
    const bytes = table('headerRowCount="0"');
    const saved = saveAfter(bytes, (current) => put(current, 0, 0, { v: "乙", t: 1 }));
    expect(changed(bytes, saved.bytes)).toEqual([SHEET]);
  });
});

describe("stored values", () => {
  const CELLS = rows(
    '<c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c><c r="C1"><f>B1+1</f><v>3</v></c><c r="D1"><f>SUBTOTAL(109,A1:A9)</f><v>1</v></c><c r="E1"><f>SUM(表1[分])</f><v>5</v></c><c r="F1"><f>INDIRECT("A1")</f><v>1</v></c><c r="G1"><f>Z9*2</f><v>0</v></c><c r="H1"><f>总分+1</f><v>2</v></c><c r="I1"><f>CS.TIER(Z9)</f><v>4</v></c>',
  );
  const bytes = book({
    sheets: [{ name: "成绩", xml: CELLS }],
    workbook:
      '<definedNames><definedName name="总分">成绩!$A$1</definedName></definedNames><calcPr calcId="9"/>',
  });
  const COLUMNS = "ABCDEFGHI";
  const valueOf = (file: Uint8Array, column: string): string =>
    new RegExp(`r="${column}1"[^>]*>.*?<v>([^<]*)<`, "u").exec(partsOf(file)[SHEET] ?? "")?.[1] ??
    "";
  /** What the engine says of every formula: nothing that can be right. */
  const wrong = (current: CurrentWorkbook): void => {
    for (let column = 1; column < COLUMNS.length; column += 1)
      put(current, 0, column, { v: "#VALUE!", t: 1 });
  };

  it("of formulas stand where nothing changed, whatever the engine says", () => {
    expect(changed(bytes, saveAfter(bytes, wrong).bytes)).toEqual([]);
  });

  it.each(["#SPILL!", "#CALC!", 77])("and where only another cell changed: %s", (v) => {
    const saved = saveAfter(bytes, (current) => {
      for (const column of [1, 2, 3, 4, 5, 6, 7]) put(current, 0, column, { v });
      put(current, 4, 4, { v: 9, t: 2 });
    });
    for (const column of "BCG") expect(valueOf(saved.bytes, column), column).not.toBe(String(v));
    for (const column of "DEF") expect(valueOf(saved.bytes, column), column).not.toBe(String(v));
  });

  it("follow from what changed, over names and from cell to cell, as the engine says", () => {
    const saved = saveAfter(bytes, (current) => {
      put(current, 0, 0, { v: 10, t: 2 });
      put(current, 0, 1, { v: 20, t: 2 });
      put(current, 0, 2, { v: 21, t: 2 });
      put(current, 0, 7, { v: 11, t: 2 });
      put(current, 0, 6, { v: 99, t: 2 });
    });
    expect([..."ABCGH"].map((column) => valueOf(saved.bytes, column))).toEqual([
      "10",
      "20",
      "21",
      "0",
      "11",
    ]);
  });

  it("of which nobody can tell are kept, and the file is calculated on opening", () => {
    const saved = saveAfter(bytes, (current) => {
      put(current, 0, 0, { v: 10, t: 2 });
      for (const column of [3, 4, 5]) put(current, 0, column, { v: "#VALUE!", t: 1 });
    });
    expect([..."DEF"].map((column) => valueOf(saved.bytes, column))).toEqual(["1", "5", "1"]);
    expect(partsOf(saved.bytes)["xl/workbook.xml"]).toContain(
      '<calcPr calcId="9" fullCalcOnLoad="1"/>',
    );
  });

  it("of the add-in's functions are what they answer now, since the policy may have changed", () => {
    const stored = book({
      sheets: [{ name: "成绩", xml: rows('<c r="A1"><f>_xldudf_CS_TIER(9)</f><v>4</v></c>') }],
    });
    const saved = saveAfter(stored, (current) => put(current, 0, 0, { v: 5, t: 2 }));
    expect(valueOf(saved.bytes, "A")).toBe("5");
  });
});

describe("prefixes", () => {
  const styles = `<x:styleSheet xmlns:x="${MAIN}"><x:fonts count="1"><x:font><x:sz val="10"/></x:font></x:fonts><x:fills count="1"><x:fill/></x:fills><x:borders count="1"><x:border/></x:borders><x:cellXfs count="1"><x:xf numFmtId="0" fontId="0" fillId="0" borderId="0"><x:protection locked="0"/></x:xf></x:cellXfs></x:styleSheet>`;

  it("of style sheets are written once", () => {
    const bytes = zip({
      ...bookParts({ sheets: [{ name: "成绩", xml: rows('<c r="A1"><v>1</v></c>') }] }),
      "xl/styles.xml": styles,
    });
    const saved = saveAfter(bytes, (current) => put(current, 0, 0, { v: 1, s: { bl: 1 } }));
    const text = partsOf(saved.bytes)["xl/styles.xml"] ?? "";
    expect(text).not.toContain("x:x:");
    expect(text).toContain('<x:protection locked="0"/></x:xf></x:cellXfs>');
  });

  it("that only the list of sheets declares are declared for a sheet that is added", () => {
    const parts = bookParts({ sheets: [{ name: "成绩", xml: rows('<c r="A1"><v>1</v></c>') }] });
    const bytes = zip({
      ...parts,
      "xl/workbook.xml": String(parts["xl/workbook.xml"])
        .replace(` xmlns:r="${OFFICE}"`, "")
        .replace("<sheet ", `<sheet xmlns:r="${OFFICE}" `),
    });
    const saved = saveAfter(bytes, (current) => {
      current.snapshot.sheetOrder.push("new");
      current.snapshot.sheets["new"] = { id: "new", name: "新表", cellData: {} };
    });
    expect(partsOf(saved.bytes)["xl/workbook.xml"]).toMatch(
      new RegExp(`<sheet name="新表" sheetId="2" xmlns:r="${OFFICE}" r:id="rId\\d+"/>`, "u"),
    );
  });

  it("that an element declares for those inside of it stay when it is written anew", () => {
    const bytes = zip({
      ...bookParts({
        sheets: [
          {
            name: "成绩",
            xml: `${rows('<c r="A1"><v>1</v></c>')}<hyperlinks xmlns:rel="${OFFICE}"><hyperlink ref="A1" rel:id="rId1"/></hyperlinks>`,
            relations: [],
          },
        ],
      }),
      "xl/worksheets/_rels/sheet1.xml.rels": relations([
        { id: "rId1", type: "hyperlink", target: "https://example.com/" },
      ]).replace("/>", ' TargetMode="External"/>'),
    });
    const saved = saveAfter(bytes, (current) => {
      const [id = ""] = current.snapshot.sheetOrder;
      current.parts[id]?.hyperlinks.push({
        area: { row: 1, column: 1, rows: 1, columns: 1 },
        documentReference: "成绩!A1",
      });
    });
    expect(partsOf(saved.bytes)[SHEET]).toContain(
      `<hyperlink ref="A1" rel:id="rId1" xmlns:rel="${OFFICE}"/>`,
    );
  });
});

it("new relationships have a content type where the file declares each by its name", () => {
  const parts = bookParts({ sheets: [{ name: "成绩", xml: rows('<c r="A1"><v>1</v></c>') }] });
  const bytes = zip({
    ...parts,
    "[Content_Types].xml": String(parts["[Content_Types].xml"]).replace(
      /<Default Extension="rels"[^>]*>/u,
      "",
    ),
  });
  const saved = saveAfter(bytes, (current) => {
    const [id = ""] = current.snapshot.sheetOrder;
    current.parts[id]?.hyperlinks.push({
      area: { row: 0, column: 0, rows: 1, columns: 1 },
      address: "https://example.com/",
    });
  });
  expect(partsOf(saved.bytes)["[Content_Types].xml"]).toContain(
    '<Override PartName="/xl/worksheets/_rels/sheet1.xml.rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  );
});

describe("a strict file", () => {
  const saved = saveAfter(STRICT, (current) => {
    current.snapshot.sheetOrder.push("new");
    current.snapshot.sheets["new"] = {
      id: "new",
      name: "校验结果",
      cellData: { 0: { 0: { v: "问题", t: 1 }, 1: { f: "=SORT(A1:A2)", v: 1, t: 2 } } },
    };
    current.customXmlParts.push({ id: "{1}", xml: '<policy xmlns="urn:example"/>' });
  });
  const parts = partsOf(saved.bytes);

  it("stays strict: new sheets, relationships and parts speak its dialect", () => {
    expect(parts["xl/worksheets/sheet2.xml"]).toContain(
      'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"',
    );
    const added = Object.entries(parts).filter(([path, text]) => partsOf(STRICT)[path] !== text);
    expect(added.length).toBeGreaterThan(4);
    for (const [path, text] of added)
      expect(text, path).not.toMatch(
        /schemas\.openxmlformats\.org\/(?:spreadsheetml|officeDocument|drawingml)/u,
      );
  });
});
