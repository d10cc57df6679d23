import { vi } from "vitest";
import {
  bootOffice,
  createExcelHost,
  createPlainWorkbook,
  type BootedOffice,
  type ConditionalFormat,
  type ExcelHost,
  type ExcelHostOptions,
  type PlainSheet,
  type Sheet,
} from "../../host/node";
import { excelGateway } from "../../src/excel";
import type { SheetRef } from "../../src/grid";
import type { Problem } from "../../src/problems";
import { GatewayError, problemOf as problemToTell, type Gateway } from "../../src/tasks";

/** The add-in's gateway on Microsoft's client library, on the emulated host, over a plain cell store. */
export interface OpenWorkbook {
  readonly host: ExcelHost;
  readonly gateway: Gateway;
  sheet(name: string): Sheet;
  ref(name: string): SheetRef;
  close(): Promise<void>;
}

/** Microsoft's client library on a host, where the add-in looks for it, until it is closed. */
export async function startOffice(host: ExcelHost): Promise<{
  readonly office: BootedOffice;
  readonly close: () => Promise<void>;
}> {
  const office = await bootOffice({ host });
  for (const name of ["Office", "Excel", "CustomFunctions"] as const)
    vi.stubGlobal(name, office[name]);
  return {
    office,
    close: async () => {
      host.faults.clear();
      await host.whenIdle();
      vi.unstubAllGlobals();
      office.dispose();
      host.dispose();
    },
  };
}

export async function openWorkbook(
  sheets: readonly PlainSheet[],
  options: Omit<ExcelHostOptions, "workbook"> = {},
): Promise<OpenWorkbook> {
  const workbook = createPlainWorkbook(sheets);
  const host = createExcelHost({ workbook, ...options });
  const { close } = await startOffice(host);
  const sheet = (name: string): Sheet => {
    const found = workbook.sheets().find((each) => each.name === name);
    if (found === undefined) throw new Error(`There is no sheet ${name}.`);
    return found;
  };
  return {
    host,
    gateway: excelGateway,
    sheet,
    ref: (name) => ({ id: sheet(name).id, name }),
    close,
  };
}

/** The text of a custom XML part in which the add-in keeps the policy. */
export function policyPart(json: string): string {
  const text = json.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<policy xmlns="urn:cs-promotion:policy:1">${text}</policy>`;
}

/** Makes these the custom XML parts of the workbook. */
export function putParts({ host }: OpenWorkbook, texts: readonly string[]): void {
  const stored = host.workbook.customXmlParts;
  stored.splice(0, stored.length, ...texts.map((xml, index) => ({ id: `{part-${index}}`, xml })));
}

/** What the gateway says went wrong; fails when nothing did. */
export async function problemOf(action: Promise<unknown>): Promise<GatewayError> {
  try {
    await action;
  } catch (error) {
    if (error instanceof GatewayError) return error;
    throw error;
  }
  throw new Error("Nothing went wrong.");
}

/** What a person is told of an action that fails or is cancelled. */
export async function toldOf(action: Promise<unknown>): Promise<Problem> {
  try {
    await action;
  } catch (error) {
    return problemToTell(error);
  }
  throw new Error("Nothing went wrong.");
}

/** Numbers that differ by row and column, under a heading. */
export function numbers(rows: number, columns: number): unknown[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => row * columns + column + 0.5),
  );
}

/** The rules of a sheet as HR sees them: formula, looks and where. */
export function rulesOf(sheet: Sheet): Omit<ConditionalFormat, "id">[] {
  return sheet.conditionalFormats().map(({ kind, areas, formula, stopIfTrue, style }) => ({
    kind,
    areas,
    formula,
    stopIfTrue,
    style,
  }));
}
