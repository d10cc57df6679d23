import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { saveWorkbook } from "../../workbench/xlsx";
import { readWorkbookGrids } from "../../src/sharing";
import { unchanged } from "../workbench/fixture";
import { share } from "../sharing/choices";
import { bookParts, rows, zip } from "../sharing/corpus";

// Packages whose parts are called otherwise than their relationships say: Excel opens them, and so do the copy,
// the workbench and the import.

const PARTS = bookParts({
  sheets: [
    {
      name: "成绩",
      xml: rows('<c r="A1" t="s"><v>0</v></c><c r="B1"><f>CS.TIER(1)</f><v>7</v></c>'),
    },
  ],
  strings: ["甲"],
});

function renamed(change: (path: string) => string, edit?: (text: string) => string): Uint8Array {
  return zip(
    Object.fromEntries(
      Object.entries(PARTS).map(([path, text]) => [
        change(path),
        edit === undefined ? text : edit(String(text)),
      ]),
    ),
  );
}

const CASES: readonly (readonly [string, Uint8Array])[] = [
  [
    "capitals",
    renamed((path) => path.replace("sharedStrings", "SharedStrings").replace("sheet1", "Sheet1")),
  ],
  ["capitals of the list of types", renamed((path) => path.toLowerCase())],
  ["backslashes", renamed((path) => path.replaceAll("/", "\\"))],
  [
    "backslashes in relationships",
    renamed(
      (path) => path,
      (text) => text.replace("worksheets/sheet1.xml", "worksheets\\sheet1.xml"),
    ),
  ],
  ["escapes in a name", renamed((path) => path.replace("sheet1.xml", "sheet%31.xml"))],
  [
    "escapes in a relationship",
    renamed(
      (path) => path,
      (text) => text.replace('"sharedStrings.xml"', '"shared%53trings.xml"'),
    ),
  ],
  [
    "letters of other alphabets, escaped in the relationship alone",
    renamed(
      (path) => path.replace("sheet1.xml", "成绩.xml"),
      (text) =>
        text
          .replace("worksheets/sheet1.xml", `worksheets/${encodeURIComponent("成绩")}.xml`)
          .replace("/xl/worksheets/sheet1.xml", "/xl/worksheets/成绩.xml"),
    ),
  ],
  [
    "a root in front of a relationship",
    renamed(
      (path) => path,
      (text) => text.replace('"worksheets/sheet1.xml', '"/xl/worksheets/sheet1.xml'),
    ),
  ],
];

describe.each(CASES)("%s", (_, bytes) => {
  it("are read by the copy", () => {
    const { bytes: copy, facts } = share(bytes);
    expect(facts.frozen).toBe(1);
    const parts = Object.entries(unzipSync(copy)).map(([path, part]) => path + strFromU8(part));
    expect(parts.filter((part) => part.includes("CS.TIER"))).toEqual([]);
    // Nobody else reads backslashes.
    expect(Object.keys(unzipSync(copy)).filter((path) => path.includes("\\"))).toEqual([]);
  });

  it("are read by the workbench, and saved", () => {
    const current = unchanged(bytes);
    const [id = ""] = current.snapshot.sheetOrder;
    expect(current.snapshot.sheets[id]?.cellData?.[0]?.[0]?.v).toBe("甲");
    const saved = unchanged(saveWorkbook(bytes, current).bytes);
    expect(saved.snapshot.sheets[id]?.cellData?.[0]?.[0]?.v).toBe("甲");
  });

  it("are read by the import", () => {
    const steps = readWorkbookGrids(bytes);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    expect(step.value.sheets[0]?.grid.rows[0]).toEqual(["甲", 7]);
  });
});
