import { afterEach, describe, expect, it } from "vitest";
import { needsCopy } from "../../../src/tasks";
import { openWorkbook, type OpenWorkbook } from "../openWorkbook";

let book: OpenWorkbook | undefined;
afterEach(async () => {
  await book?.close();
  book = undefined;
});

type Cells = readonly (readonly (string | number | null)[])[];

async function needs(...sheets: readonly Cells[]): Promise<boolean> {
  book = await openWorkbook(sheets.map((cells, index) => ({ name: `表${index + 1}`, cells })));
  return needsCopy(book.gateway);
}

describe("colleagues without the add-in need a copy", () => {
  it.each<[string, boolean, readonly Cells[]]>([
    ["of a workbook that calls it", true, [[["提成"], ["=CS.COMMISSION(60000)"]]]],
    ["of one that calls it on another sheet", true, [[["姓名"]], [["x"], ["=1+CS.TIER(80)"]]]],
    ["of one that calls it under a name which older files use", true, [[["=_xldudf_CS_TIER(80)"]]]],
    ["not of one with other formulas", false, [[["=SUM(1,2)"], ["=MYCS.TIER(1)"]]]],
    ["not of one that only speaks of it", false, [[["CS.TIER(80) 是公式"], ['="CS.TIER(80)"']]]],
    ["not of an empty one", false, [[]]],
  ])("%s", async (_, expected, sheets) => {
    expect(await needs(...sheets)).toBe(expected);
  });
});
