import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { convertWithOffice } from "../setup/office";
import { share } from "./choices";
import { book, CORPUS, oneSheet, rows, STRICT } from "./corpus";
import { OBJECTS } from "./objects";
import { cached, CALL, differing, formulasOf, partOf, textsOf, valuesOf } from "./reading";

const FILES = { ...CORPUS, ...OBJECTS, strict: STRICT };

const SHEET = "xl/worksheets/sheet1.xml";

describe.each(Object.entries(FILES))("the copy of %s", (name, bytes) => {
  const copy = share(bytes);

  it("calls the add-in nowhere, and has every value that was stored", () => {
    expect(formulasOf(copy.bytes).filter((formula) => CALL.test(formula))).toEqual([]);
    for (const [path, text] of textsOf(copy.bytes))
      expect(text.toLowerCase(), path).not.toContain("_xldudf_");
    expect(cached(copy.bytes)).toEqual(cached(bytes));
  });

  it("differs in the parts that had to change, and in no other", () => {
    const expected: Record<string, readonly string[]> = {
      spellings: [SHEET],
      shared: [SHEET],
      arrays: [SHEET, "xl/worksheets/sheet2.xml"],
      table: ["xl/tables/table1.xml", SHEET],
      names: ["xl/workbook.xml", SHEET, "xl/worksheets/sheet2.xml"],
      rules: [SHEET],
      chart: ["xl/charts/chart1.xml", "xl/workbook.xml", SHEET],
      addIn: [
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/_rels/workbook.xml.rels",
        "xl/calcChain.xml",
        "xl/webextensions/_rels/taskpanes.xml.rels",
        "xl/webextensions/taskpanes.xml",
        "xl/webextensions/webextension1.xml",
        SHEET,
      ],
      macros: [SHEET],
      strict: [SHEET],
      slicer: [SHEET],
      // The picture that stands for the add-in takes its place.
      contentAddIn: [
        "[Content_Types].xml",
        "xl/drawings/_rels/drawing1.xml.rels",
        "xl/drawings/drawing1.xml",
        "xl/webextensions/webextension1.xml",
        SHEET,
      ],
      control: [SHEET],
      threaded: [SHEET],
      chartEx: [SHEET],
    };
    expect(differing(bytes, copy.bytes)).toEqual([...(expected[name] ?? [])].sort());
  });

  it("shared once more, stays as it is", () => {
    expect(differing(copy.bytes, share(copy.bytes).bytes)).toEqual([]);
  });
});

describe("LibreOffice opens every copy without repair", () => {
  let opened: Map<string, Uint8Array>;
  beforeAll(async () => {
    const files = Object.fromEntries(
      Object.entries(FILES).map(([name, bytes]) => [`${name}.xlsx`, share(bytes).bytes]),
    );
    opened = await convertWithOffice({ files, to: "xlsx", recalculate: true });
  }, 180_000);

  it.each(Object.keys(FILES))(
    "%s, with the values that were stored, all formulas calculated again",
    async (name) => {
      const bytes = opened.get(`${name}.xlsx`);
      expect(bytes).toBeDefined();
      const [before, after] = await Promise.all([
        valuesOf(FILES[name as keyof typeof FILES] ?? new Uint8Array()),
        valuesOf(bytes ?? new Uint8Array()),
      ]);
      for (const [cell, value] of before) {
        if (value === null) continue;
        const now = after.get(cell);
        if (typeof value === "number") expect(now, cell).toBeCloseTo(value, 9);
        else expect(now, cell).toBe(value);
      }
    },
  );
});

describe("values", () => {
  const cell = (inner: string, attributes = ""): string => {
    const text = partOf(share(oneSheet(`<c r="A1"${attributes}>${inner}</c>`)).bytes, SHEET);
    return /<c r="A1".*?(?:\/>|<\/c>)/su.exec(text)?.[0] ?? "";
  };

  it.each([
    ["a number", "<f>CS.TIER(1)</f><v>1.50</v>", "", '<c r="A1"><v>1.50</v></c>'],
    [
      "a text",
      "<f>CS.TIER(1)</f><v>a&amp;b</v>",
      ' s="1" t="str"',
      '<c r="A1" s="1" t="str"><v>a&amp;b</v></c>',
    ],
    ["a boolean", "<f>CS.FINE(1)=1</f><v>0</v>", ' t="b"', '<c r="A1" t="b"><v>0</v></c>'],
    [
      "an error with its marks",
      "<f>CS.TIER(1)</f><v>#VALUE!</v>",
      ' t="e" cm="1" vm="2"',
      '<c r="A1" t="e"><v>#VALUE!</v></c>',
    ],
    ["nothing yet", "<f>CS.TIER(1)</f>", ' s="1"', '<c r="A1" s="1"></c>'],
    [
      "a formula of somebody else",
      "<f>MYCS.TIER(1)</f><v>1</v>",
      "",
      '<c r="A1"><f>MYCS.TIER(1)</f><v>1</v></c>',
    ],
    [
      "a name that looks like ours",
      "<f>CS.total+1</f><v>1</v>",
      "",
      '<c r="A1"><f>CS.total+1</f><v>1</v></c>',
    ],
    [
      "a sheet that is called so",
      "<f>'CS.TIER(1)'!B1</f><v>1</v>",
      "",
      "<c r=\"A1\"><f>'CS.TIER(1)'!B1</f><v>1</v></c>",
    ],
    ["CDATA", "<f><![CDATA[CS]]>.TIER(1)</f><v>1</v>", "", '<c r="A1"><v>1</v></c>'],
    ["a letter in disguise", "<f>&#67;S.TIER(1)</f><v>1</v>", "", '<c r="A1"><v>1</v></c>'],
    [
      "an attribute in single quotes",
      "<f>CS.TIER(1)</f><v>1</v>",
      " cm='1' s='1'",
      "<c r=\"A1\" s='1'><v>1</v></c>",
    ],
  ])("of %s", (_, inner, attributes, expected) => {
    expect(cell(inner, attributes)).toBe(expected);
  });

  it("that are errors can be left blank, and are listed first either way", () => {
    const bytes = oneSheet(
      '<c r="A1" s="1" t="e"><f>CS.TIER(1)</f><v>#NUM!</v></c><c r="B1"><f>CS.TIER(2)</f></c>',
    );
    const { facts } = share(bytes);
    expect(facts.troubled).toEqual([
      { sheet: "成绩", row: 0, column: 0, error: "#NUM!" },
      { sheet: "成绩", row: 0, column: 1, error: null },
    ]);
    const blank = partOf(share(bytes, { errors: "blank" }).bytes, SHEET);
    expect(blank).toContain('<c r="A1" s="1"/><c r="B1"></c>');
  });

  it("of names stand in for their formulas where a cell shows one; other names go with what uses them", () => {
    const { bytes, facts } = share(CORPUS["names"] ?? new Uint8Array());
    const workbook = partOf(bytes, "xl/workbook.xml");
    expect(workbook).toContain('<definedName name="首位提成">600</definedName>');
    expect(workbook).toContain('<definedName name="范围">成绩!$A$1</definedName>');
    expect(facts.namesGone).toEqual(["间接", "首位提成2", "左边"]);
    const sheet = partOf(bytes, SHEET);
    expect(sheet).toContain("<f>首位提成</f>");
    expect(sheet).toContain('<c r="C1"><v>1200</v></c>');
  });

  it("stand where a block was filled, and what asked for the block asks for its cells", () => {
    const { bytes } = share(CORPUS["arrays"] ?? new Uint8Array());
    const sheet = partOf(bytes, SHEET);
    expect(sheet).toContain('<c r="B1"><v>600</v></c>');
    expect(sheet).toContain("<f>SUM($B$1:$B$2)</f>");
    expect(sheet).toContain('<c r="D2" cm="1"><f t="array" ref="D2">SUM(A1:A2*1)</f>');
    expect(partOf(bytes, "xl/worksheets/sheet2.xml")).toContain("<f>SUM(成绩!$B$1:$B$2)</f>");
  });

  it("take the place of a chart's reference that goes", () => {
    const { bytes } = share(CORPUS["chart"] ?? new Uint8Array());
    const chart = partOf(bytes, "xl/charts/chart1.xml");
    expect(chart).toContain(
      '<c:val><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>600</c:v></c:pt>',
    );
    expect(chart).toContain("<c:f>成绩!$A$2:$A$3</c:f>");
  });

  it("take no rule with them but those that call, and no empty holder stays", () => {
    const { bytes, facts } = share(CORPUS["rules"] ?? new Uint8Array());
    const sheet = partOf(bytes, SHEET);
    expect(facts).toMatchObject({ rulesGone: 3, checksGone: 2 });
    expect(sheet).not.toContain('sqref="A1:A5"');
    expect(sheet).toContain('<formula>N("CS.error")=0</formula>');
    expect(sheet).toContain('<dataValidations count="1"><dataValidation type="whole"');
    expect(sheet).not.toContain("x14:conditionalFormatting");
    expect(sheet).toContain('<x14:dataValidations count="1"');
  });
});

it("removes the add-in's parts, with what names them, and the order of calculation", () => {
  const { bytes, facts } = share(CORPUS["addIn"] ?? new Uint8Array());
  expect(facts.addInsGone).toBe(1);
  const all = [...textsOf(bytes)].map(([path, text]) => path + text).join("");
  expect(all).not.toMatch(/webextension|taskpanes|calcChain/iu);
});

it("reads parts in UTF-16 and with prefixes, and writes them as they were", () => {
  const xml =
    '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" cm="1"><x:f t="array" ref="A1">CS.TIER(1)</x:f><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  const units = Uint8Array.from([
    0xff,
    0xfe,
    ...[...xml].flatMap((letter) => [letter.charCodeAt(0), 0]),
  ]);
  const bytes = book({ sheets: [{ name: "成绩", xml: rows() }], parts: { [SHEET]: units } });
  const part = unzipSync(share(bytes).bytes)[SHEET] ?? new Uint8Array();
  const text = new TextDecoder("utf-16le").decode(part);
  expect([...part.slice(0, 2)]).toEqual([0xff, 0xfe]);
  expect(text).toContain('<x:c r="A1"><x:v>1</x:v></x:c>');
});
