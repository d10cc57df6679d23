import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { EVERYTHING, startSharing, type CopyRequest } from "../../src/tasks";
import { monthOf } from "../../src/units";
import { decidedBook } from "../policy/decided";
import { newProblems, schemaProblems } from "../setup/schemas";
import { richBook, saveAfter } from "../workbench/fixture";
import { CORPUS, STRICT } from "./corpus";
import { FORMULA_CORPUS } from "./formulaCorpus";
import { OBJECTS } from "./objects";

// What Excel would repair is never written: nothing in a copy or in a saved workbook is wrong that was right before.

const NOTHING_MORE: CopyRequest["include"] = {
  reviews: false,
  fines: false,
  pay: false,
  notes: false,
  otherReadings: false,
};

const REQUESTS: Readonly<Record<string, CopyRequest>> = {
  values: { ...EVERYTHING, as: "values" },
  "plain formulas, with a cover": {
    ...EVERYTHING,
    as: "formulas",
    differing: "computed",
    cover: { by: "人事" },
  },
  "what the pane offers": {
    ...EVERYTHING,
    as: "values",
    include: NOTHING_MORE,
    cover: { by: "人事" },
  },
  "nobody's name": { ...EVERYTHING, as: "values", people: "remove", policy: false },
};

function copied(bytes: Uint8Array, request: CopyRequest): Uint8Array {
  const steps = startSharing(bytes, {
    kind: "copy",
    setting: {
      request,
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
    return step.value.copy.bytes;
  }
}

const FILES = { ...CORPUS, ...OBJECTS, ...FORMULA_CORPUS, strict: STRICT };

it("the validator sees what is wrong", async () => {
  const parts = unzipSync(CORPUS["shared"] ?? new Uint8Array());
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  const wrong = zipSync({
    ...parts,
    "xl/worksheets/sheet1.xml": strToU8(
      sheet.replace("<sheetData>", '<pageMargins/><sheetData><row r="x"/>'),
    ),
  });
  expect((await newProblems(CORPUS["shared"] ?? new Uint8Array(), wrong)).length).toBeGreaterThan(
    1,
  );
});

describe.each(Object.entries(REQUESTS))("copies with %s", (_, request) => {
  it.each(Object.entries(FILES))("of %s break no rule of the format", async (__, bytes) => {
    expect(await newProblems(bytes, copied(bytes, request))).toEqual([]);
  });
});

describe("sheets of our own", () => {
  it("break no rule, in the usual dialect and in the strict one", async () => {
    for (const bytes of [CORPUS["spellings"] ?? new Uint8Array(), STRICT]) {
      const copy = copied(bytes, {
        ...EVERYTHING,
        as: "formulas",
        differing: "computed",
        cover: { by: "人事" },
      });
      const problems = await schemaProblems(copy);
      expect(problems.filter((problem) => /sheet[23]\.xml/u.test(problem))).toEqual([]);
    }
  });
});

describe("workbooks that the workbench saves", () => {
  let book: Uint8Array;
  beforeAll(async () => {
    book = await richBook();
  });

  it.each(["usual", "strict"])("in the %s dialect break no rule", async (dialect) => {
    const bytes = dialect === "strict" ? STRICT : book;
    const { bytes: saved } = saveAfter(bytes, (current) => {
      const [id = ""] = current.snapshot.sheetOrder;
      const data = current.snapshot.sheets[id];
      const line = ((data ?? {}).cellData ??= {})[0] ?? {};
      line[5] = {
        v: 0.5,
        t: 2,
        s: { bl: 1, bg: { rgb: "#FFEB9C" }, n: { pattern: '0.0"分"' }, ht: 3, bd: {} },
      };
      line[6] = { f: "=SORT(A1:A2)", v: 1, t: 2 };
      (data ?? {}).cellData = { ...data?.cellData, 0: line };
      current.snapshot.sheetOrder.push("new");
      current.snapshot.sheets["new"] = {
        id: "new",
        name: "校验结果",
        cellData: { 0: { 0: { v: "问题", t: 1, s: { it: 1 } } } },
        freeze: { xSplit: 1, ySplit: 1, startRow: 1, startColumn: 1 },
        mergeData: [{ startRow: 2, startColumn: 0, endRow: 2, endColumn: 3 }],
        tabColor: "#FF0000",
      };
      const parts = current.parts[id];
      if (parts === undefined) throw new Error("no sheet");
      const area = { row: 3, column: 0, rows: 2, columns: 2 };
      parts.hyperlinks.push({ area, address: "https://example.com/", screenTip: "到" });
      parts.comments.push({
        id: "{11111111-2222-3333-4444-555555555555}",
        row: 1,
        column: 1,
        content: "请核对",
        authorName: "人事",
        resolved: false,
      });
      parts.rowBreaks.push(4);
      parts.autoFilter = { area, criteria: new Map() };
      current.customXmlParts.push({ id: "{1}", xml: '<policy xmlns="urn:example"/>' });
    });
    expect(await newProblems(bytes, saved)).toEqual([]);
  });
});
