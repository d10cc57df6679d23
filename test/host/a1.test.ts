import { expect, test } from "vitest";
import { columnIndex, columnLetters, parseArea, quoteSheetName } from "../../host";

test.each(["成绩", "Sheet1", "_CS_POLICY", "My.Sheet", "R1C1x", "ABCD1"])(
  "the sheet %s is written without quotes",
  (name) => {
    expect(quoteSheetName(name)).toBe(name);
  },
);

test.each([
  ["A1", "'A1'"],
  ["xfd12", "'xfd12'"],
  ["R1C1", "'R1C1'"],
  ["rc", "'rc'"],
  ["R", "'R'"],
  ["C3", "'C3'"],
  ["TRUE", "'TRUE'"],
  ["False", "'False'"],
  ["2025年", "'2025年'"],
  ["a b", "'a b'"],
  ["O'Neil", "'O''Neil'"],
])("the sheet %s would be read as something else and is written %s", (name, written) => {
  expect(quoteSheetName(name)).toBe(written);
});

test("columns are named and read back", () => {
  for (const column of [0, 25, 26, 701, 702, 16_383])
    expect(columnIndex(columnLetters(column))).toBe(column);
});

test.each(["XFE1", "A1048577", "A0", "A", "5", "A1:B", ""])("%j is no address", (address) => {
  expect(parseArea(address)).toBeNull();
});
