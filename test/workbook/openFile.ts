import { UniverWorkbook } from "../../host/core/univerWorkbook";
import { createExcelHost, type ExcelHost, type Sheet } from "../../host/node";
import { excelGateway } from "../../src/excel";
import { functionsMetadata, type PolicyInForce } from "../../src/formulas";
import { bindFunctions } from "../../src/functions";
import { PolicySession, type ValidateOptions, type WorkbookPolicy } from "../../src/tasks";
import type { Month } from "../../src/units";
import { captureWorkbook } from "../../workbench/page/capture";
import { readWorkbook, saveWorkbook } from "../../workbench/xlsx";
import { openInEngine } from "../workbench/engine";
import { startOffice } from "./openWorkbook";

/** A file in the grid's engine with the add-in's gateway and functions on it, as the workbench has it. */
export interface OpenFile {
  readonly options: ValidateOptions;
  readonly policy: PolicySession;
  readonly host: ExcelHost;
  sheet(name: string): Sheet;
  /** The file with everything that was written into it. */
  save(): Promise<Uint8Array>;
  close(): Promise<void>;
}

function inForce(policy: WorkbookPolicy): PolicyInForce {
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
  const { close } = await startOffice(host);
  const policy = new PolicySession(excelGateway, { day: () => "2026-11-30" });
  bindFunctions({
    load: async () => inForce(await policy.load()),
    subscribe: (listener) => policy.subscribe((changed) => listener(inForce(changed))),
    today: () => today,
  });
  await host.whenIdle();
  return {
    policy,
    host,
    options: {
      gateway: excelGateway,
      policy: await policy.load(),
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
    close,
  };
}
