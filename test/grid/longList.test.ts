import { describe, expect, test } from "vitest";
import { ByRow, joinChunks, LongList } from "../../src/grid";

const counted = (length: number): number[] => Array.from({ length }, (_, index) => index);

describe("a list as long as a sheet", () => {
  test.each([0, 1, 9_999, 10_000, 10_001, 25_000])(
    "of %i entries gives all, in order",
    (length) => {
      const list = new LongList<number>();
      for (const entry of counted(length)) list.add(entry);
      expect(joinChunks(list.chunks)).toEqual(counted(length));
    },
  );

  test("may come in a million parts of one", () => {
    const parts = counted(1_000_000).map((entry) => [entry]);
    expect(joinChunks(parts)).toHaveLength(1_000_000);
  });
});

test("rows are found again, in whichever order they came", () => {
  const found = new ByRow<string>();
  for (const row of [1_048_575, 0, 10_000, 9_999]) found.set(row, `row ${row}`);
  expect([0, 1, 9_999, 10_000, 1_048_575].map((row) => found.get(row))).toEqual([
    "row 0",
    undefined,
    "row 9999",
    "row 10000",
    "row 1048575",
  ]);
});
