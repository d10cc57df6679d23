import { LocaleType, Univer, UniverInstanceType, type Injector } from "@univerjs/core";
import { UniverSheetsNodeCorePreset } from "@univerjs/preset-sheets-node-core";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import type { OpenedWorkbook } from "../../workbench/xlsx";

let count = 0;

/** The grid's engine without a screen, holding a workbook that was read. */
export function openInEngine({ snapshot }: OpenedWorkbook): Injector {
  const univer = new Univer({ locale: LocaleType.ZH_CN, locales: {} });
  for (const plugin of UniverSheetsNodeCorePreset().plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsTablePlugin);
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
    ...structuredClone(snapshot),
    // The engine remembers values of a workbook by its id, beyond the life of one engine.
    id: `workbook-${++count}`,
  });
  return univer.__getInjector();
}
