import { afterEach, expect, test } from "vitest";
import {
  builtInWorkbookPolicy,
  changeSheetMemory,
  openMonth,
  validationOf,
  withAlongside,
  type MonthValidation,
} from "../../../src/tasks";
import { payOf } from "../../../src/tasks/month/openMonth";
import { monthOf } from "../../../src/units";
import type { PlainSheet } from "../../../host/node";
import { openWorkbook, type OpenWorkbook } from "../openWorkbook";

let opened: OpenWorkbook | null = null;

afterEach(async () => {
  await opened?.close();
  opened = null;
});

const SCORES: PlainSheet = {
  name: "绩效",
  cells: [
    ["工号", "姓名", "月份", "级别", "绩效分数"],
    ["1001", "林晓", "2026-09", "初级客服", 85],
    ["1001", "林晓", "2026-10", "初级客服", 85],
    ["1002", "周宁", "2026-10", "初级客服", 85],
    ["1003", "吴迪", "2026-10", "初级客服", 85],
  ],
};
const SALES: PlainSheet = {
  name: "销售额",
  cells: [
    ["姓名", "月份", "销售额"],
    ["林晓", "2026-10", 60_000],
    ["周宁", "2026-10", "三万"],
  ],
};
const ROSTER: PlainSheet = {
  name: "花名册",
  cells: [
    ["工号", "姓名", "入职日期", "离职日期"],
    ["1001", "林晓", "2025-03-01", null],
    ["1002", "周宁", "2025-04-01", null],
    ["1003", "吴迪", "2025-05-01", "2026-09-30"],
  ],
};

async function validate(asOf = monthOf(2026, 10)): Promise<MonthValidation> {
  if (opened === null) throw new Error("Nothing is open.");
  const month = await openMonth({
    gateway: opened.gateway,
    policy: builtInWorkbookPolicy(),
    today: monthOf(2026, 11),
    sheetId: opened.ref("绩效").id,
    month: asOf,
  });
  if (month.kind !== "opened") throw new Error(month.kind);
  return validationOf(month);
}

async function paid(validation: MonthValidation): Promise<string[]> {
  const { paid: sound, unpaid } = await payOf(validation.opened);
  return [
    ...sound.map(({ person }) => `${person.name} paid`),
    ...unpaid.map(({ person }) => `${person?.name ?? "?"} unpaid`),
  ];
}

test("sales on another sheet are offered once, then read along, each from its own cell", async () => {
  opened = await openWorkbook([SCORES, SALES]);
  const before = await validate();
  expect(before.notRead.offers).toMatchObject([
    { sheet: { name: "销售额" }, fields: ["sales"], people: 3, matched: 2, unmatched: ["吴迪"] },
  ]);
  expect(before.notRead.sheets).toEqual([]);
  expect(before.notRead.taken).toEqual([]);

  const { gateway } = opened;
  await changeSheetMemory(gateway, (stored) => withAlongside(stored, { name: "销售额" }, true));
  const after = await validate();
  expect(after.notRead.offers).toEqual([]);
  expect(after.notRead.taken).toMatchObject([{ sheet: { name: "销售额" }, fields: ["sales"] }]);
  const typed = after.report.findings.find(({ code }) => code === "F-SAL-01");
  expect(typed?.cell).toMatchObject({ sheet: { name: "销售额" }, row: 2, column: 2 });
  expect(await paid(after)).toEqual(["林晓 paid", "周宁 unpaid", "吴迪 unpaid"]);
});

test("what HR does not want is not read, and can be wanted again", async () => {
  opened = await openWorkbook([SCORES, SALES]);
  await changeSheetMemory(opened.gateway, (stored) =>
    withAlongside(stored, { name: "销售额" }, false),
  );
  const { notRead } = await validate();
  expect(notRead.taken).toEqual([]);
  expect(notRead.offers).toMatchObject([{ sheet: { name: "销售额" }, declined: true }]);
});

test("a roster is read along without a word: whoever left before the month has no row in it", async () => {
  opened = await openWorkbook([SCORES, ROSTER]);
  const october = await validate();
  expect(october.notRead.taken).toMatchObject([{ sheet: { name: "花名册" }, fields: ["hired"] }]);
  expect(october.report.people.map(({ person }) => person.name)).toEqual(["林晓", "周宁"]);
});

test("an edit on a sheet that is read along is an edit of the month", async () => {
  opened = await openWorkbook([SCORES, ROSTER]);
  const { together, months } = await validate();
  expect(together.others.has(opened.ref("花名册").id)).toBe(true);
  expect(months.map(({ sheet }) => sheet.name)).toEqual(["花名册"]);
});
