import { bootOfficeGlobally, createExcelHost, createPlainWorkbook } from "../host/node";
import { excelGateway } from "../src/excel";
import { builtInWorkbookPolicy, validateSheet } from "../src/tasks";
import { monthOf } from "../src/units";
import { watchBlocks } from "./blocks";

const MONTHS = 24;

/** A long ledger: people × 24 months, most months good, some slips. */
function ledger(rows: number): unknown[][] {
  const cells: unknown[][] = [
    ["工号", "姓名", "月份", "级别", "绩效分数", "销售额", "投诉次数", "备注"],
  ];
  const levels = ["试用", "初级客服", "中级客服", "高级客服", "储备主管"];
  for (let row = 0; cells.length <= rows; row += 1) {
    const person = Math.floor(row / MONTHS);
    const month = row % MONTHS;
    cells.push([
      `K${String(person).padStart(6, "0")}`,
      `员工${person}`,
      `${2024 + Math.floor((month + 10) / 12)}-${String(((month + 10) % 12) + 1).padStart(2, "0")}`,
      levels[person % levels.length],
      row % 97 === 0 ? "" : 62 + ((person * 7 + month * 13) % 38),
      10_000 + ((person * 131 + month * 977) % 60_000),
      row % 211 === 0 ? 3 : 0,
      "",
    ]);
  }
  return cells;
}

export async function benchValidation(rows: number): Promise<readonly string[]> {
  const workbook = createPlainWorkbook([{ name: "成绩", cells: ledger(rows) }]);
  const host = createExcelHost({ workbook });
  const office = await bootOfficeGlobally({ host });
  host.resetCounters();
  let findings = 0;
  let people = 0;
  const started = performance.now();
  const blocks = await watchBlocks(Excel.RequestContext, async () => {
    const result = await validateSheet({
      gateway: excelGateway,
      policy: builtInWorkbookPolicy(),
      today: monthOf(2026, 11),
      sheetId: null,
      month: null,
    });
    if (result.kind !== "month") throw new Error(`Not validated: ${result.kind}`);
    findings = result.report.findings.length;
    people = result.report.people.length;
  });
  const total = performance.now() - started;
  const { requests, largestRequest, largestResponse, milliseconds } = host.counters;
  office.dispose();
  host.dispose();
  const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(2)} MB`;
  return [
    `Validating ${rows.toLocaleString("en")} long rows (${people} people, ${findings} findings): ${total.toFixed(0)} ms`,
    `  own code ${blocks.own.toFixed(0)} ms, longest block ${blocks.longest.toFixed(1)} ms (aim ≤ 50)`,
    `  within requests ${blocks.requests.toFixed(0)} ms (emulated host ${milliseconds.toFixed(0)} ms, the rest client library)`,
    `  ${requests} requests; largest request ${megabytes(largestRequest)}, largest answer ${megabytes(largestResponse)}`,
  ];
}
