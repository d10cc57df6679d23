import { afterEach, describe, expect, test } from "vitest";
import type { Gateway } from "../../../src/tasks";
import { columnsStoreOf } from "../../../src/taskpane/columns/columnsStore";
import { promotionStoreOf } from "../../../src/taskpane/promotion/promotionStore";
import type { Pane } from "../../../src/taskpane/shell/pane";
import { sheetStoreOf } from "../../../src/taskpane/sheet/sheetStore";
import { sayTrouble } from "../../../src/wording";
import { openWorkbook, type OpenWorkbook } from "../openWorkbook";
import { HEADER } from "../../setup/ledger";
import { paneOn } from "./setup";

const SCORES = [
  HEADER,
  ...[85, 92, 86, 93, 88].map((score, index) => [
    "1001",
    "林晓",
    `2025-0${index + 2}`,
    "初级客服",
    score,
    31_000,
  ]),
];
const STEPS = [
  ["工号", "姓名", "目标级别", "考核月份", "项目", "结论"],
  ["1001", "林晓", "中级客服", "2025-06", "§4.1.A", "待定"],
];

let book: OpenWorkbook;
afterEach(() => book.close());

/** A pane on a workbook in which somebody else works at the same time, just before the pane writes. */
async function open(colleague: (gateway: Gateway) => Partial<Gateway>): Promise<Pane> {
  book = await openWorkbook([
    { name: "成绩", cells: SCORES },
    { name: "晋升流程", cells: STEPS },
    { name: "空表", cells: [] },
  ]);
  const gateway = { ...book.gateway, ...colleague(book.gateway) };
  return paneOn(gateway);
}

function said(pane: Pane): { readonly zh: string; readonly en: string } | null {
  const { notice } = pane.notices.read();
  if (notice?.kind !== "trouble") return null;
  const [zh, en] = (["zh", "en"] as const).map((language) => sayTrouble(notice.trouble, language));
  return { zh: `${zh?.what}${zh?.next}`, en: `${en?.what} ${en?.next}` };
}

async function retry(pane: Pane): Promise<void> {
  const { notice } = pane.notices.read();
  if (notice?.kind !== "trouble" || notice.retry === null) throw new Error("Nothing to retry.");
  await notice.retry();
}

describe("somebody changes the workbook just before it is written", () => {
  test("a step: the message speaks of the step, and trying again writes it", async () => {
    let meddle = true;
    const pane = await open((gateway) => ({
      writeRow: (sheet, edit) => {
        if (meddle) book.sheet("晋升流程").write(1, 0, [[{ value: "1009" }]]);
        return gateway.writeRow(sheet, edit);
      },
    }));
    const store = promotionStoreOf(pane);
    await store.readAgain();
    const person = store.read().data?.month.people[0];
    const file = person?.file ?? undefined;
    if (person === undefined || file === undefined) throw new Error("Nobody to promote.");
    const index = file.steps.findIndex(({ step }) => step.clauses.includes("§4.1.A"));
    await store.record(person, file, index, { result: "passed", figure: null, note: null });
    expect(said(pane)?.zh).toMatch(/晋升流程表又有改动（“晋升流程”），这个步骤没有写入晋升流程。/);
    expect(said(pane)?.en).toMatch(/the step was not written into 晋升流程/);
    expect(`${said(pane)?.zh}${said(pane)?.en}`).not.toMatch(/高亮|highlight/i);
    expect(book.sheet("晋升流程").value(1, 5)).toBe("待定");
    meddle = false;
    book.sheet("晋升流程").write(1, 0, [[{ value: "1001" }]]);
    await retry(pane);
    expect(said(pane)).toBeNull();
    expect(book.sheet("晋升流程").value(1, 5)).toBe("通过");
  });

  test("what is remembered of columns: the message speaks of the columns, and trying again saves it", async () => {
    let meddle = true;
    const pane = await open((gateway) => ({
      writeSheetPart: async (xml, expected) => {
        if (meddle)
          book.host.workbook.customXmlParts.push({
            id: "{theirs}",
            xml: '<sheet xmlns="urn:cs-promotion:sheet:1">{"schema":1}</sheet>',
          });
        meddle = false;
        await gateway.writeSheetPart(xml, expected);
      },
    }));
    const store = columnsStoreOf(pane);
    await store.open(book.ref("成绩"));
    const shown = store.read().shown;
    if (shown === null) throw new Error("No columns are shown.");
    await store.save(shown, {
      headerRow: 0,
      uses: new Map([[5, { kind: "ignored" }]]),
      year: null,
    });
    expect(said(pane)?.zh).toMatch(/其他人刚刚也改了工作簿记住的内容.*列对应没有保存/);
    expect(said(pane)?.en).toMatch(/what you said of the columns was not saved/);
    expect(`${said(pane)?.zh}${said(pane)?.en}`).not.toMatch(/高亮|highlight/i);
    await retry(pane);
    expect(said(pane)).toBeNull();
  });

  test("highlights: the message speaks of highlighting", async () => {
    const pane = await open((gateway) => ({
      applyMarks: (marks, read, options) => {
        book.sheet("成绩").write(9, 0, [[{ value: "1002" }]]);
        return gateway.applyMarks(marks, read, options);
      },
    }));
    await pane.month.highlight();
    expect(said(pane)?.zh).toMatch(/表格又有改动（“成绩”），高亮没有完成/);
    expect(said(pane)?.en).toMatch(/highlighting was not completed/);
  });
});

describe("one problem, told by what was being done", () => {
  test.each([
    ["highlighting", /高亮没有完成.*再点“高亮”/, (pane: Pane) => pane.month.highlight()],
    ["validating", /没有校验.*再点“校验当月”/, (pane: Pane) => pane.month.validate()],
    ["fixing", /没有查找可修复的内容/, (pane: Pane) => sheetStoreOf(pane).previewFixes()],
    ["reports", /候选人报告没有写出/, (pane: Pane) => promotionStoreOf(pane).writeReport("zh")],
  ])("%s while a cell is being edited", async (_, says, act) => {
    const pane = await open(() => ({}));
    await pane.policy.load();
    book.host.faults.cellEditing = true;
    await act(pane);
    expect(said(pane)?.zh).toMatch(says);
    expect(said(pane)?.zh).toMatch(/有单元格正在编辑/);
  });

  test("columns of a sheet that is empty: not that it is gone", async () => {
    const pane = await open(() => ({}));
    await columnsStoreOf(pane).open(book.ref("空表"));
    expect(said(pane)?.zh ?? "").toMatch(/“空表”里没有找到成绩表，没有打开“核对表头”/);
  });
});
