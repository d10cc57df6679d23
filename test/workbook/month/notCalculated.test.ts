import { afterEach, expect, test } from "vitest";
import { createExcelHost, createHeadlessWorkbook, type ExcelHost } from "../../../host/node";
import { excelGateway } from "../../../src/excel";
import { builtInWorkbookPolicy, validateSheet } from "../../../src/tasks";
import { formatAddress } from "../../../src/grid";
import { monthOf } from "../../../src/units";
import { startOffice } from "../openWorkbook";

let host: ExcelHost;
let close = (): Promise<void> => Promise.resolve();

afterEach(() => close());

/** A payroll whose commission is a function of the add-in, right for the first row and not for the second. */
async function open(install = true): Promise<void> {
  const heading = ["工号", "姓名", "月份", "级别", "绩效分数", "销售额", "提成"];
  host = createExcelHost({
    workbook: createHeadlessWorkbook([
      {
        name: "成绩",
        cells: [
          heading,
          ["1001", "林晓", "2025-06", "初级客服", 85, 30_000, "=CS.RATE(F2)"],
          ["1002", "周宁", "2025-06", "初级客服", 85, 30_000, "=CS.RATE(F3)+1"],
        ],
      },
    ]),
  });
  const { office, close: closeOffice } = await startOffice(host);
  close = closeOffice;
  office.runScript(`CustomFunctions.associate("RATE", (sales) => sales * 0.009);`);
  if (install)
    host.installFunctions({
      functions: [{ id: "RATE", name: "RATE", parameters: [{ name: "sales", type: "any" }] }],
    });
  await host.whenIdle();
}

/** Findings of pay and of what is not calculated, with their cells. */
async function found(): Promise<string[]> {
  const validation = await validateSheet({
    gateway: excelGateway,
    policy: builtInWorkbookPolicy(),
    today: monthOf(2025, 7),
    sheetId: null,
    month: null,
  });
  if (validation.kind !== "month") throw new Error(validation.kind);
  return validation.report.findings
    .filter(({ code }) => code.startsWith("F-PAY-01") || code.startsWith("F-CALC"))
    .map(
      ({ code, cell, formula }) =>
        `${code} ${cell === null ? "-" : formatAddress(cell)}${formula ? " =" : ""}`,
    );
}

test("what functions have yet to answer is no finding, and then what they answered is", async () => {
  await open();
  expect(await found()).toEqual(["F-PAY-01 G3 ="]);
  host.faults.functionsLate = 300;
  host.workbook.calculateAll();
  expect(await found()).toEqual(["F-CALC-01 G2 ="]);
  await host.whenIdle();
  expect(await found()).toEqual(["F-PAY-01 G3 ="]);
});

test("a cell that is never answered keeps its one line, and hides nothing else", async () => {
  await open();
  host.faults.neverAnswered.add("成绩!G2");
  host.workbook.calculateAll();
  await host.whenIdle();
  expect(await found()).toEqual(["F-CALC-01 G2 =", "F-PAY-01 G3 ="]);
});

test("where Excel does not know the functions yet their #NAME? is waited for, no error", async () => {
  await open(false);
  expect(host.workbook.activeSheet().value(1, 6)).toEqual({ error: "#NAME?" });
  expect(await found()).toEqual(["F-CALC-01 G2 ="]);
});
