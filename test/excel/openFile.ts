import { vi } from "vitest";
import { UniverWorkbook } from "../../host/core/univerWorkbook";
import { bootOffice, createExcelHost, type Sheet } from "../../host/node";
import { excelGateway, workbookPolicy } from "../../src/excel";
import { functionsMetadata, type PolicyInForce } from "../../src/formulas";
import { bindFunctions } from "../../src/functions";
import type { ValidateOptions } from "../../src/tasks";
import type { Month } from "../../src/units";
import { captureWorkbook } from "../../workbench/page/capture";
import { readWorkbook, saveWorkbook } from "../../workbench/xlsx";
import { openInEngine } from "../workbench/engine";

/** A file in the grid's engine with the add-in's gateway and functions on it, as the workbench has it. */
export interface OpenFile {
  readonly options: ValidateOptions;
  sheet(name: string): Sheet;
  /** The file with everything that was written into it. */
  save(): Promise<Uint8Array>;
  close(): Promise<void>;
}

async function loadPolicy(): Promise<PolicyInForce> {
  const policy = await workbookPolicy.load();
  return policy.kind === "read"
    ? { kind: "book", book: policy.book }
    : { kind: "unreadable", cause: policy.why };
}

export async function openFile(bytes: Uint8Array, today: Month): Promise<OpenFile> {
  const opened = readWorkbook(bytes, "x");
  const injector = openInEngine(opened);
  const workbook = new UniverWorkbook(injector, undefined, true);
  workbook.customXmlParts.push(...opened.customXmlParts.map((part) => ({ ...part })));
  for (const sheet of workbook.sheets()) Object.assign(sheet.parts, opened.parts[sheet.id]);
  const host = createExcelHost({ workbook });
  host.installFunctions(functionsMetadata("zh"));
  const office = await bootOffice({ host });
  for (const name of ["Office", "Excel", "CustomFunctions"] as const)
    vi.stubGlobal(name, office[name]);
  bindFunctions({ load: loadPolicy, subscribe: () => undefined, today: () => today });
  await host.whenIdle();
  return {
    options: {
      gateway: excelGateway,
      policy: await workbookPolicy.load(),
      today,
      sheetId: null,
      month: null,
    },
    sheet: (name) => {
      const found = workbook.sheets().find((each) => each.name === name);
      if (found === undefined) throw new Error(`There is no sheet ${name}.`);
      return found;
    },
    save: async () => {
      await host.whenIdle();
      return saveWorkbook(bytes, captureWorkbook(injector, workbook)).bytes;
    },
    close: async () => {
      await host.whenIdle();
      vi.unstubAllGlobals();
      office.dispose();
      host.dispose();
    },
  };
}
