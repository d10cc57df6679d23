import { describe, expect, test } from "vitest";
import { builtInBook, type PolicyValues } from "../../src/policy";
import { setValue } from "../../src/policy/edit";
import { builtInWorkbookPolicy, effectOnMonth, isCancelled, readScoreSheet } from "../../src/tasks";
import { monthOf } from "../../src/units";
import { done, month } from "../policy/edit/setup";
import { fakeGateway } from "./fakeGateway";
import { HEADER } from "../setup/ledger";

const SHEET = {
  name: "成绩",
  rows: [
    HEADER,
    // 2,200 + 0.9 % of 30,000 + 2,200 × 10 % × 85 %
    ["1", "甲", "2025-06", "初级客服", 85, 30_000],
    // 2,400 + 0.7 % of 20,000 + 2,400 × 5 % × 70 %
    ["2", "乙", "2025-06", "中级客服", 70, 20_000],
  ],
};

async function triedMonth() {
  const read = await readScoreSheet({
    gateway: fakeGateway([SHEET]),
    policy: builtInWorkbookPolicy(),
    today: monthOf(2025, 7),
    sheetId: null,
    month: null,
  });
  if (read.kind !== "sheet") throw new Error(read.kind);
  return {
    sheet: read.records,
    book: builtInBook(),
    asOf: month("2025-06"),
    today: monthOf(2025, 7),
  };
}

const values = builtInBook().versions[0]?.values;
if (values === undefined) throw new Error("No version");
const start: PolicyValues = values;
const changed = (path: string, input: Parameters<typeof setValue>[2]): PolicyValues =>
  done(setValue(start, path, input));

describe("what other values come to in the open month, whenever their version starts", () => {
  test("a salary: 100 yuan and 10 % of 85 % of them", async () => {
    const outcome = await effectOnMonth(
      await triedMonth(),
      start,
      changed("$.levels[1].baseSalaryFen", "2300"),
    );
    expect(outcome).toMatchObject({ people: 1, difference: 10_850, kinds: { pay: 1 } });
  });

  test("marginal commission: 70 and 0 yuan in place of 270 and 140", async () => {
    const outcome = await effectOnMonth(
      await triedMonth(),
      start,
      changed("$.commission.mode", "marginal"),
    );
    // 0.7 % of what lies between 20,000 and 30,000.
    expect(outcome).toMatchObject({ people: 2, difference: -(27_000 - 7_000) - 14_000 });
  });

  test("the same values: nothing", async () => {
    expect(await effectOnMonth(await triedMonth(), start, start)).toMatchObject({
      people: 0,
      difference: 0,
    });
  });

  test("a fine's clause concerns nobody's month", async () => {
    const other = changed("$.document.issuer", "人事部");
    expect(await effectOnMonth(await triedMonth(), start, other)).toMatchObject({ people: 0 });
  });

  test("stops when nobody wants it any more", async () => {
    const stopped = AbortSignal.abort();
    const people = Array.from({ length: 1_000 }, (_, index) => [
      String(index),
      `员工${index}`,
      "2025-06",
      "初级客服",
      85,
      30_000,
    ]);
    const read = await readScoreSheet({
      gateway: fakeGateway([{ name: "成绩", rows: [HEADER, ...people] }]),
      policy: builtInWorkbookPolicy(),
      today: monthOf(2025, 7),
      sheetId: null,
      month: null,
    });
    if (read.kind !== "sheet") throw new Error(read.kind);
    const tried = { ...(await triedMonth()), sheet: read.records };
    await expect(effectOnMonth(tried, start, start, { signal: stopped })).rejects.toSatisfy(
      isCancelled,
    );
  });
});
