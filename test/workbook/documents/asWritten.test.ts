import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SheetContent } from "../../../src/grid";
import {
  createPromotionTable,
  EVERYTHING,
  loadHistory,
  openMonth,
  PolicySession,
  readPayMonth,
  startScoreSheet,
  writeCandidates,
  writePayslips,
  writePolicySheet,
  writeReviews,
  type Gateway,
} from "../../../src/tasks";
import { choicesFor } from "../../../src/tasks/sharing/copyRequest";
import { plainChoice } from "../../../src/tasks/sharing/plainChoice";
import { resultDocument } from "../../../src/documents";
import { policyFor } from "../../../src/policy";
import { monthOf } from "../../../src/units";
import type { Language } from "../../../src/wording";
import { openWorkbook, type OpenWorkbook } from "../openWorkbook";
import { decidedBook } from "../../policy/decided";
import { asSeen } from "./asSeen";
import { TODAY } from "../../setup/ledger";

// Each sheet that the product writes, cell for cell: what it holds and how it looks. A change of a sheet is seen here
// as a change of its file under test/fixtures/documents.

const LEDGER = [
  ["工号", "姓名", "月份", "级别", "绩效分数", "销售额", "额外奖励", "投诉次数"],
  ...["2025-03", "2025-04", "2025-05", "2025-06"].flatMap((month, index) => [
    ["1001", "林晓", month, "初级客服", [85, 92, 93, 92][index], 48_020.5, 120, 0],
    ["1002", "吴倩", month, "初级客服", [75, 58, 55, 52][index], 31_000, null, index === 3 ? 3 : 0],
    ["1003", "陈浩", month, "储备主管", 88, 60_000, null, 0],
  ]),
];

let open: OpenWorkbook;
let written: SheetContent[];
let gateway: Gateway;
beforeEach(async () => {
  open = await openWorkbook([{ name: "成绩", cells: LEDGER }]);
  written = [];
  gateway = {
    ...open.gateway,
    writeSheet: (content) => {
      written.push(content);
      return Promise.resolve({ sheet: { id: content.name, name: content.name }, refreshed: false });
    },
  };
});
afterEach(() => open.close());

async function options() {
  const policy = await new PolicySession(gateway).load();
  return { gateway, policy, today: TODAY, sheetId: null, month: null };
}

async function opened() {
  const month = await openMonth(await options());
  if (month.kind !== "opened") throw new Error(month.kind);
  return month;
}

type Write = (language: Language) => Promise<unknown>;

const finding = (severity: "error" | "warning" | "info", row: number | null) => ({
  severity,
  cell: row === null ? null : { sheet: { id: "s", name: "成绩 '25" }, row, column: 4 },
  texts: ["程度", "问题", "林晓", "1001", "", "说明", "处理", "§2.1"],
});
const COPY = {
  sheets: ["成绩"],
  sheetsLeftOut: ["工资表"],
  frozen: 3,
  frozenForLeftOut: 1,
  blanked: 2,
  plain: 4,
  keptAsStored: 0,
  corrected: 0,
  noPlain: [],
  troubled: [],
  troubledCount: 1,
  namesGone: [],
  rulesGone: 0,
  checksGone: 0,
  columnsLeftOut: ["提成"],
  notesGone: 1,
  pivotsGone: 0,
  addInsGone: 0,
  people: 3,
};
const setting = (language: Language) => ({
  request: {
    ...EVERYTHING,
    as: "formulas" as const,
    people: "numbers" as const,
    cover: { by: "人事" },
  },
  book: decidedBook(),
  today: monthOf(2026, 11),
  day: "2026-11-25",
  language,
});

const DOCUMENTS: Readonly<Record<string, Write>> = {
  payslips: async (language) => {
    const read = await readPayMonth(await opened());
    await writePayslips(gateway, read, language, { formulas: false, otherReadings: true });
  },
  payslipFormulas: async (language) => {
    const read = await readPayMonth(await opened());
    await writePayslips(gateway, read, language, { formulas: true, otherReadings: false });
  },
  results: async () => {
    written.push(
      resultDocument({
        name: "校验结果",
        inFull: false,
        title: "校验结果",
        about: ["工作表：成绩", "制度：内置"],
        columns: ["单元格", "程度", "问题", "姓名", "工号", "月份", "说明", "处理", "条款"],
        wholeSheet: "整表",
        rows: [finding("error", 4), finding("warning", 7), finding("info", null)],
      }),
    );
    return Promise.resolve();
  },
  candidates: async (language) =>
    writeCandidates(await opened(), { language, withReviews: false }, { gateway }),
  candidatesWithReviews: async (language) =>
    writeCandidates(await opened(), { language, withReviews: true }, { gateway }),
  reviews: async (language) => writeReviews(await opened(), language, { gateway }),
  policy: (language) =>
    writePolicySheet(gateway, decidedBook(), TODAY, { openQuestions: true, language }),
  newScoreSheet: async (language) =>
    startScoreSheet(gateway, (await options()).policy, TODAY, language, { examples: true }),
  promotionTable: () => createPromotionTable(gateway, policyFor(decidedBook(), TODAY)),
  history: async () => {
    const { writeHistory } = await loadHistory();
    const row = { month: monthOf(2024, 3), source: { file: "f", cell: CELL } };
    await writeHistory(
      {
        rows: [
          { ...row, employeeId: "1001", name: "林晓", level: "初级客服", score: 88.5 },
          { ...row, employeeId: "", name: "吴倩", level: "", score: "病假" },
        ],
        questions: [],
        conflicts: [],
        known: 0,
        waiting: 0,
        leftOut: 0,
      },
      await options(),
      gateway,
    );
  },
  cover: (language) => {
    const content = choicesFor(setting(language), null, {
      show: "stored",
      cells: [],
    }).cover?.(COPY);
    if (content !== undefined) written.push(content);
    return Promise.resolve();
  },
  parameters: (language) => {
    const plain = plainChoice(setting(language));
    const formulas = plain?.make(plain.sheet);
    const cell = (text: string) => ({ text, kind: "cell" as const, rows: 1, columns: 1 });
    formulas?.translate("PAY", [cell("A1"), cell("B1"), cell("C1")]);
    const sheet = formulas?.sheet() ?? null;
    if (plain !== null && sheet !== null) written.push(plain.lay(sheet));
    return Promise.resolve();
  },
};
/** Sheets that are in the policy's language whatever the pane speaks. */
const IN_CHINESE: ReadonlySet<string> = new Set([
  "promotionTable",
  "history",
  "parameters",
  "results",
]);

const CELL = { sheet: { id: "s", name: "s" }, row: 1, column: 1 };

describe.each(["zh", "en"] as const)("sheets as they are written (%s)", (language) => {
  const each = Object.entries(DOCUMENTS).filter(
    ([name]) => language === "zh" || !IN_CHINESE.has(name),
  );
  it.each(each)("%s", async (name, write) => {
    await write(language);
    const [content, ...others] = written;
    if (content === undefined) throw new Error("Nothing was written");
    expect(others).toEqual([]);
    const file = path.join(import.meta.dirname, `../../fixtures/documents/${name}.${language}.txt`);
    await expect(asSeen(content)).toMatchFileSnapshot(file);
  });
});
