import fc from "fast-check";
import { deflateSync } from "fflate";
import { hrWorkbook } from "../../bench/hrWorkbook";
import { EVERYTHING, finishSharing, platformCodec, startSharing } from "../../src/tasks";
import { describe, expect, it } from "vitest";
import { builtInBook } from "../../src/policy";
import { shareWorkbook, type ShareChoices, type SharedCopy } from "../../src/sharing";
import { FormulaJudge } from "../../src/sharing/formulas/judge";
import { NotQuick, quickCells } from "../../src/sharing/workbook/quickCells";
import { plainFormulas } from "../../src/formulas";
import { monthOf } from "../../src/units";
import { plainWords } from "../../src/wording";
import { VALUES } from "./choices";
import { book, CORPUS, STRICT } from "./corpus";
import { FORMULA_CORPUS } from "./formulaCorpus";
import { OBJECTS } from "./objects";
import { textsOf } from "./reading";

// Sheets of which nothing is left out are changed as text. The copy is the same as by reading each cell.

const PLAIN: ShareChoices["plain"] = {
  sheet: plainWords.sheet,
  make: (sheet) =>
    plainFormulas({
      book: builtInBook(),
      today: monthOf(2026, 11),
      words: { ...plainWords, sheet },
    }),
  lay: ({ name }) => ({
    name,
    tag: null,
    rows: [],
    styles: [],
    columnWidths: [],
    frozenRows: 0,
    filter: null,
    print: null,
    lists: [],
    hints: [],
    table: null,
    charts: [],
  }),
};

const CHOICES: Readonly<Record<string, Partial<ShareChoices>>> = {
  values: {},
  "values without errors": { errors: "blank" },
  "values without highlights": { highlights: false },
  formulas: { plain: PLAIN },
};

function copyOf(
  bytes: Uint8Array,
  choices: Partial<ShareChoices>,
  mode: "quick" | "careful",
): SharedCopy {
  const steps = shareWorkbook(bytes, { ...VALUES, ...choices }, { mode });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function expectSame(bytes: Uint8Array, choices: Partial<ShareChoices>): void {
  const [quick, careful] = [copyOf(bytes, choices, "quick"), copyOf(bytes, choices, "careful")];
  expect(Object.fromEntries(textsOf(quick.bytes))).toEqual(
    Object.fromEntries(textsOf(careful.bytes)),
  );
  expect(quick.facts).toEqual(careful.facts);
}

const FILES = { ...CORPUS, ...OBJECTS, ...FORMULA_CORPUS, strict: STRICT };

describe.each(Object.entries(CHOICES))("%s", (_, choices) => {
  it.each(Object.entries(FILES))("of %s", (__, bytes) => {
    expectSame(bytes, choices);
  });
});

describe("packed by the platform", () => {
  const settingOf = (as: "values" | "formulas", leavesOut: boolean) => ({
    request: {
      ...EVERYTHING,
      differing: "computed" as const,
      as,
      include: leavesOut ? { ...EVERYTHING.include, pay: false } : EVERYTHING.include,
      cover: { by: "人事" },
    },
    book: builtInBook(),
    today: monthOf(2026, 11),
    day: "2026-11-25",
    language: "zh" as const,
  });
  const large = hrWorkbook(300_000);

  it.each([
    ["values", false],
    ["formulas", false],
    ["values", true],
  ] as const)("a copy as %s (columns left out: %s) has the same parts", async (as, leavesOut) => {
    for (const bytes of [...Object.values(FILES), large]) {
      const job = { kind: "copy", setting: settingOf(as, leavesOut) } as const;
      const steps = startSharing(bytes, job);
      let step = steps.next();
      while (step.done !== true) step = steps.next();
      const native = await finishSharing(bytes, job);
      if (step.value.kind !== "copy" || native.kind !== "copy")
        throw new Error("A copy was asked for");
      expect(Object.fromEntries(textsOf(native.copy.bytes))).toEqual(
        Object.fromEntries(textsOf(step.value.copy.bytes)),
      );
      expect(native.copy.facts).toEqual(step.value.copy.facts);
    }
  });

  it("a part that is not what it says is refused, and one that expands too far is not expanded", async () => {
    const codec = platformCodec();
    if (codec === null) throw new Error("This Node packs by itself");
    const packed = deflateSync(new Uint8Array(10_000_000));
    await expect(codec.inflate(packed, 1_000)).rejects.toThrow();
    await expect(codec.inflate(Uint8Array.of(1, 2, 3), 1_000)).rejects.toThrow();
    const pieces = await codec.inflate(packed, 10_000_000);
    expect(pieces.reduce((sum, { length }) => sum + length, 0)).toBe(10_000_000);
  });
});

/** Cells as programs write them, and as they might. */
const cell = fc.oneof(
  fc.constantFrom(
    "<v>85</v>",
    "<f>A1*2</f><v>2</v>",
    "<f>CS.COMMISSION(A1)</f><v>600</v>",
    "<f>_xldudf_CS_TIER(A1)&amp;&quot;&lt;f&gt;&quot;</f><v>二级</v>",
    "<f>CS.TIER(1)</f>",
    "<f>CS.TIER(1)</f><v></v>",
    "<f>CS.TIER(1)</f><v/>",
    "<f/>",
    "<f></f><v>3</v>",
    '<f t="shared" ref="A1:A9" si="0">CS.FINE(A1)</f><v>50</v>',
    '<f t="shared" si="0"/><v>50</v>',
    '<f t="shared" ref="B1:B9" si="1">B1+1</f><v>1</v>',
    '<f t="shared" si="1"/><v>1</v>',
    '<f t="array" ref="A1">CS.TIER(1)</f><v>1</v>',
    '<f t="array" ref="A1:A2">SUM(A1*CS.TIER(1))</f><v>1</v>',
    '<f ca="1">NOW()</f><v>4</v>',
    "<f><![CDATA[CS.TIER(1)]]></f><v>1</v>",
    "<f>CS<!-- x -->.TIER(1)</f><v>1</v>",
    "<f>&#67;S.TIER(&#x31;)</f><v>1</v>",
    "<f >CS.TIER(2)</f ><v >1</v >",
    "<!-- a comment --><f>CS.TIER(3)</f><v>1</v>",
    "<v>1</v><f>CS.TIER(4)</f>",
    "<is><t>CS.TIER(1) &lt;f&gt;</t></is>",
    "<f>'CS.TIER(1)'!B1&amp;Sheet2!A1</f><v>1</v>",
  ),
);
const attributes = fc.constantFrom(
  "",
  ' s="1"',
  ' t="e"',
  ' t="str" cm="1"',
  ' vm="2" s="1"',
  " t='e'",
  ' t = "e"',
  '\n t="e"',
  ' cm="1" t="b"',
);

/** Rows of such cells, under prefixes and in pieces. */
const sheet = fc
  .array(fc.array(fc.tuple(attributes, cell), { maxLength: 5 }), { minLength: 1, maxLength: 12 })
  .map((rows) => {
    const lines = rows.map(
      (cells, row) =>
        `<row r="${row + 1}">${cells
          .map(
            ([marks, inner], column) =>
              `<c r="${String.fromCharCode(65 + column)}${row + 1}"${marks}>${inner}</c>`,
          )
          .join("")}</row>`,
    );
    return `<sheetData>${lines.join("")}</sheetData><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>`;
  });

it("whatever cells look like", () => {
  fc.assert(
    fc.property(sheet, fc.constantFrom(...Object.values(CHOICES)), (xml, choices) => {
      expectSame(book({ sheets: [{ name: "成绩", xml }] }), choices);
    }),
    { numRuns: 250, seed: 20261130 },
  );
});

it("wherever the text is cut into pieces", () => {
  const judge = new FormulaJudge({
    book: { sheets: ["成绩"], names: [], tables: [] },
    translate: null,
    leftOutSheets: new Set(),
    leftOutAreas: [],
  });
  const patched = (pieces: readonly string[]): string => {
    const quick = quickCells({ sheet: "成绩", judge, errors: "keep", onFate: () => undefined });
    try {
      return pieces.map((piece) => quick.write(piece)).join("") + quick.end();
    } catch (error) {
      if (error instanceof NotQuick) return "not quick";
      throw error;
    }
  };
  const usual =
    '<row r="1"><c r="A1" s="1"><f>CS.TIER(1)</f><v>1</v></c><c r="B1"><f>A1+1</f><v>2</v></c></row>';
  for (let at = 0; at <= usual.length; at += 1)
    expect(patched([usual.slice(0, at), usual.slice(at)]), String(at)).toBe(
      usual.replace("<f>CS.TIER(1)</f>", ""),
    );
  fc.assert(
    fc.property(sheet, fc.array(fc.nat(), { maxLength: 8 }), (xml, places) => {
      const cuts = places.map((place) => place % (xml.length + 1)).sort((a, b) => a - b);
      const pieces = [...cuts, xml.length].map((end, at) => xml.slice(cuts[at - 1] ?? 0, end));
      expect(pieces.join("")).toBe(xml);
      expect(patched(pieces)).toBe(patched([xml]));
    }),
    { numRuns: 500, seed: 20261130 },
  );
});
