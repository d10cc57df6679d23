import type { Injector } from "@univerjs/core";
import { beforeEach, describe, expect, it } from "vitest";
import { UniverWorkbook } from "../../host/core/univerWorkbook";
import { captureWorkbook } from "../../workbench/page/capture";
import { readWorkbook, saveWorkbook, type OpenedWorkbook } from "../../workbench/xlsx";
import { openInEngine } from "./engine";
import { partsOf, richBook } from "./fixture";

let bytes: Uint8Array;
let injector: Injector;
let workbook: UniverWorkbook;
beforeEach(async () => {
  bytes = await richBook();
  const opened = readWorkbook(bytes, "x");
  injector = openInEngine(opened);
  workbook = openAgain(injector, opened);
  await workbook.calculated();
});

/** The host's workbook over a grid that holds a file, with what the grid does not hold. */
function openAgain(grid: Injector, { parts, customXmlParts }: OpenedWorkbook): UniverWorkbook {
  const held = new UniverWorkbook(grid, undefined, true);
  held.customXmlParts.push(...customXmlParts.map((part) => ({ ...part })));
  for (const each of held.sheets()) Object.assign(each.parts, parts[each.id]);
  return held;
}

async function savedParts(): Promise<Record<string, string>> {
  await workbook.calculated();
  return partsOf(saveWorkbook(bytes, captureWorkbook(injector, workbook)).bytes);
}

function sheet(name: string) {
  const found = workbook.sheets().find((each) => each.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

describe("a workbook in the grid's engine", () => {
  it("shows what was read", () => {
    expect(workbook.sheets().map(({ name, visibility }) => [name, visibility])).toEqual([
      ["成绩", "Visible"],
      ["名单", "Visible"],
      ["隐藏", "Hidden"],
    ]);
    expect(sheet("成绩").value(1, 3)).toBe(175);
    expect(sheet("成绩").formula(1, 3)).toBe("=SUM(B2:C2)");
    expect(sheet("成绩").value(3, 1)).toBe("85");
    expect(sheet("成绩").value(3, 2)).toBe(true);
    expect(sheet("成绩").value(3, 4)).toEqual({ error: "#N/A" });
    expect(workbook.names().map(({ name }) => name)).toEqual(["分数区"]);
    expect(workbook.tables()).toMatchObject([{ name: "人员", area: { rows: 3, columns: 2 } }]);
    expect(
      sheet("成绩")
        .conditionalFormats()
        .map(({ kind }) => kind),
    ).toEqual(["CellValue", "Custom"]);
  });

  it("is saved byte for byte when nothing changed", async () => {
    expect(await savedParts()).toEqual(partsOf(bytes));
  });

  it("is saved with what formulas now give, filled blocks included", async () => {
    sheet("成绩").write(1, 1, [[{ value: 95 }]]);
    sheet("成绩").write(9, 0, [[{ formula: "=SEQUENCE(2,2)" }]]);
    const xml = (await savedParts())["xl/worksheets/sheet1.xml"] ?? "";
    expect(xml).toContain('<c r="D2"><f>SUM(B2:C2)</f><v>185</v></c>');
    expect(xml).toContain(
      '<row r="10"><c r="A10" cm="1"><f t="array" ref="A10:B11">_xlfn.SEQUENCE(2,2)</f><v>1</v></c><c r="B10"><v>2</v></c></row><row r="11"><c r="A11"><v>3</v></c><c r="B11"><v>4</v></c></row>',
    );
  });

  it("keeps a filled block through saving and opening again", async () => {
    sheet("成绩").write(9, 0, [[{ formula: "=SEQUENCE(2,2)" }]]);
    await workbook.calculated();
    const saved = saveWorkbook(bytes, captureWorkbook(injector, workbook)).bytes;
    const read = readWorkbook(saved, "x");
    const again = openInEngine(read);
    const reopened = openAgain(again, read);
    await reopened.calculated();
    const first = reopened.sheets()[0];
    expect(first?.formula(9, 0)).toBe("=SEQUENCE(2,2)");
    expect(first?.value(10, 1)).toBe(4);
    expect(first?.spilled(10, 1)).toBe(true);
    const unchanged = saveWorkbook(saved, captureWorkbook(again, reopened)).bytes;
    expect(partsOf(unchanged)).toEqual(partsOf(saved));
  });

  it("is saved with formats added by a program, and without them when they are removed", async () => {
    const before = partsOf(bytes)["xl/worksheets/sheet1.xml"];
    const added = sheet("成绩").addConditionalFormat({
      kind: "Custom",
      areas: [{ row: 1, column: 1, rows: 3, columns: 1 }],
      formula: '=N("CS.error")=0',
      stopIfTrue: false,
      style: { fillColor: "#FFC7CE" },
    });
    const xml = (await savedParts())["xl/worksheets/sheet1.xml"] ?? "";
    expect(xml).toMatch(/sqref="B2:B4"><cfRule[^>]*><formula>N\(&quot;CS.error&quot;\)=0</);
    sheet("成绩").deleteConditionalFormat(added.id);
    expect((await savedParts())["xl/worksheets/sheet1.xml"]).toBe(before);
  });

  it("is saved with a sheet that a program adds, formulas and looks included", async () => {
    const report = workbook.addSheet("报告");
    report.write(0, 0, [[{ value: "合计" }, { formula: "=SUM(成绩!B2:B3)" }]]);
    report.patchStyle({ row: 0, column: 0, rows: 1, columns: 2 }, { bold: true });
    const parts = await savedParts();
    expect(parts["xl/worksheets/sheet4.xml"]).toMatch(/<f>SUM\(成绩!B2:B3\)<\/f><v>157.5<\/v>/);
    expect(parts["xl/workbook.xml"]).toContain('name="报告" sheetId="4"');
    expect(parts["xl/worksheets/sheet1.xml"]).toBe(partsOf(bytes)["xl/worksheets/sheet1.xml"]);
  });
});
