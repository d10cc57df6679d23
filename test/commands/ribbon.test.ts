import { afterEach, describe, expect, test, vi } from "vitest";
import {
  bootOfficeGlobally,
  createExcelHost,
  createPlainWorkbook,
  type BehaviourId,
  type ExcelHost,
} from "../../host/node";

let close = (): void => undefined;

afterEach(() => {
  close();
  vi.resetModules();
});

/** The add-in's commands in an Excel of that kind, the pane hidden; what the pane is asked for is written down. */
async function open(behaviours: readonly BehaviourId[]) {
  const host: ExcelHost = createExcelHost({
    workbook: createPlainWorkbook([{ name: "成绩", cells: [[1]] }]),
    behaviours,
  });
  const office = await bootOfficeGlobally({ host });
  close = () => {
    office.dispose();
    host.dispose();
  };
  host.setPaneState("Background");
  const shown: string[] = [];
  host.onPaneState((state) => shown.push(state));
  // Fresh, so that the buttons are associated with this page.
  vi.resetModules();
  await import("../../src/commands");
  const { paneRequests } = await import("../../src/tasks");
  return { host, shown, paneRequests };
}

describe.each<[string, readonly BehaviourId[]]>([
  ["in any Excel", []],
  ["where the pane is shown once the command has completed", ["paneAfterCommand"]],
])("a ribbon button %s", (_, behaviours) => {
  test("is over at once, shows the pane and hands on what was asked", async () => {
    const { host, shown, paneRequests } = await open(behaviours);
    const asked: string[] = [];
    paneRequests.serve((request) => {
      asked.push(request);
      // A long task: the button does not wait for it.
      return new Promise(() => undefined);
    });
    expect(await host.pressButton("validateMonth")).toBe(0);
    await expect.poll(() => shown).toEqual(["Visible"]);
    await expect.poll(() => asked).toEqual(["validateMonth"]);
  });

  test("pressed before the pane's code is there waits in the pane, not in Excel", async () => {
    const { host, paneRequests } = await open(behaviours);
    expect(await host.pressButton("clearHighlights")).toBe(0);
    const asked: string[] = [];
    paneRequests.serve((request) => {
      asked.push(request);
      return Promise.resolve();
    });
    await expect.poll(() => asked).toEqual(["clearHighlights"]);
  });
});

test("the highlights go without a pane being shown", async () => {
  const { host, shown } = await open([]);
  expect(await host.pressButton("clearHighlights")).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(shown).toEqual([]);
});
