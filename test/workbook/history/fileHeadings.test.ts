import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ColumnChoices } from "../../../src/tasks";
import { historyStoreOf, type HistoryStore } from "../../../src/taskpane/sheet/historyStore";
import { formatMonth } from "../../../src/units";
import { openWorkbook, type OpenWorkbook } from "../openWorkbook";
import { paneOn } from "../pane/setup";
import { pickedOf, type FileCell } from "./historyFiles";

// 核对表头 of the files that are imported: what HR says is kept in the workbook and holds for the next month's file.

const HEADINGS = ["编号", "组员", "评", "本月表现"];
const rowsOf = (month: string): FileCell[][] => [
  [`客服部${month}考评`],
  HEADINGS,
  ["001", "何平", "甲", 85],
  ["002", "孙悦", "乙", 91.5],
];

let book: OpenWorkbook;
let pane: ReturnType<typeof paneOn>;
let store: HistoryStore;

beforeEach(async () => {
  book = await openWorkbook([{ name: "Sheet1" }]);
  pane = paneOn(book.gateway);
  store = historyStoreOf(pane);
});
afterEach(() => book.close());

const file = (name: string, month: string, sheet = "考评") =>
  pickedOf(name, [{ name: sheet, rows: rowsOf(month) }]);

const planned = (): string[] =>
  (store.read().shown?.plan.rows ?? []).map(({ employeeId, name, month, score }) =>
    [employeeId, name, formatMonth(month), score].join(" "),
  );

const memory = async (): Promise<string> => (await book.gateway.readSheetParts()).join("");

function said(): ColumnChoices {
  return {
    headerRow: 1,
    uses: new Map([
      [1, { kind: "field", field: "name" }],
      [3, { kind: "field", field: "score" }],
    ]),
    year: null,
  };
}

async function say(name: string, choices: ColumnChoices): Promise<void> {
  await store.columns.openFile(name);
  const { shown } = store.columns.read();
  if (shown === null) throw new Error("not shown");
  await store.columns.save(shown, choices);
}

describe("a file whose headings nobody knows", () => {
  test("is shown with what is recognised, both lines and values as the sheet shows them", async () => {
    const dated = await pickedOf("旧.xlsx", [
      {
        name: "考评",
        rows: [HEADINGS, ["001", "何平", new Date(Date.UTC(2025, 2, 1)), 85]],
      },
    ]);
    await store.pick([dated]);
    await store.columns.openFile("旧.xlsx");
    expect(store.columns.read().shown?.columns).toMatchObject([
      { heading: "编号", samples: ["001"] },
      { heading: "组员", samples: ["何平"] },
      { heading: "评", samples: [expect.stringMatching(/^2025-03/u)] },
      { heading: "本月表现", samples: ["85"] },
    ]);
  });

  test("is read as HR says, and so is next month's of the same headings", async () => {
    await store.pick([await file("3月.xlsx", "2025年3月")]);
    expect(planned()).toEqual([]);
    await say("3月.xlsx", said());
    expect(planned()).toEqual(["001 何平 2025-03 85", "002 孙悦 2025-03 91.5"]);
    store.close();
    await store.pick([await file("4月.xlsx", "2025年4月", "表1")]);
    expect(planned()).toEqual(["001 何平 2025-04 85", "002 孙悦 2025-04 91.5"]);
  });

  test("is recognised anew once HR takes that back", async () => {
    await store.pick([await file("3月.xlsx", "2025年3月")]);
    await say("3月.xlsx", said());
    await store.columns.openFile("3月.xlsx");
    await store.columns.forget();
    expect(planned()).toEqual([]);
  });

  test("every sheet of it can be reached, and a year of the names of sheets is that of the file", async () => {
    const known = ["工号", "姓名", "绩效分数"];
    await store.pick([
      await pickedOf("分表.xlsx", [
        { name: "11月", rows: [known, ["001", "何平", 79]] },
        { name: "12月", rows: [known, ["001", "何平", 80]] },
        { name: "1月", rows: [known, ["001", "何平", 82]] },
        { name: "说明", rows: [["每月月底填写"]] },
      ]),
    ]);
    await store.columns.openFile("分表.xlsx");
    const { shown } = store.columns.read();
    expect(shown?.sheets.map(({ name }) => name)).toEqual(["11月", "12月", "1月", "说明"]);
    expect(shown).toMatchObject({ sheet: { name: "11月" }, yearless: "11月" });
    await say("分表.xlsx", { headerRow: 0, uses: new Map(), year: 2024 });
    expect(planned()).toEqual([
      "001 何平 2024-11 79",
      "001 何平 2024-12 80",
      "001 何平 2025-01 82",
    ]);
  });

  test("grades are worth what HR says", async () => {
    await store.pick([
      await pickedOf("等级.xlsx", [
        {
          name: "2025-03",
          rows: [
            ["工号", "姓名", "绩效"],
            ["001", "何平", "A"],
            ["002", "孙悦", "B"],
            ["003", "周到", "A"],
          ],
        },
      ]),
    ]);
    expect(planned()).toEqual([]);
    await store.columns.openFile("等级.xlsx");
    expect(store.columns.read().shown?.asks.grades.map(({ grade }) => grade)).toEqual(["A", "B"]);
    await say("等级.xlsx", {
      headerRow: 0,
      uses: new Map(),
      year: null,
      grades: { A: 95, B: 85 },
    });
    expect(planned()).toEqual([
      "001 何平 2025-03 95",
      "002 孙悦 2025-03 85",
      "003 周到 2025-03 95",
    ]);
  });
});

test.each([{}, { afterwards: true }])(
  "%o: whichever request of saving fails, what HR said is kept as a whole or not at all",
  async (when) => {
    for (let number = 1; ; number += 1) {
      await book.close();
      book = await openWorkbook([{ name: "Sheet1" }]);
      pane = paneOn(book.gateway);
      store = historyStoreOf(pane);
      await store.pick([await file("3月.xlsx", "2025年3月")]);
      await store.columns.openFile("3月.xlsx");
      const { shown } = store.columns.read();
      if (shown === null) throw new Error("not shown");
      const before = await memory();
      book.host.resetCounters();
      book.host.faults.failRequest(number, { code: "GeneralException", ...when });
      await store.columns.save(shown, said());
      const reached = book.host.counters.requests >= number;
      book.host.faults.clear();
      const { notice } = pane.notices.read();
      if (notice?.kind !== "trouble") expect(planned()).toHaveLength(2);
      if ((await memory()) === before) expect(notice?.kind).toBe("trouble");
      else expect(await memory()).toContain('"field":"score"');
      if (!reached) break;
    }
  },
);
