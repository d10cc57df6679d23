import {
  IUniverInstanceService,
  LocaleType,
  mergeLocales,
  Univer,
  UniverInstanceType,
  type Injector,
  type PluginCtor,
  type Plugin,
} from "@univerjs/core";
import { FunctionType } from "@univerjs/engine-formula";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalFormattingWords from "@univerjs/preset-sheets-conditional-formatting/locales/zh-CN";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreWords from "@univerjs/preset-sheets-core/locales/zh-CN";
import { UniverSheetsTablePreset } from "@univerjs/preset-sheets-table";
import tableWords from "@univerjs/preset-sheets-table/locales/zh-CN";
import { IDescriptionService } from "@univerjs/sheets-formula";
import { ILayoutService } from "@univerjs/ui";
import type { WorkbookSnapshot } from "../xlsx";

/** What functions.json says of a function to the person who types it. */
export interface FunctionWords {
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description?: string;
    readonly optional?: boolean;
    readonly repeating?: boolean;
  }[];
}

/** Univer's grid on the page. */
export interface Grid {
  readonly injector: Injector;
  /** Puts a workbook in the place of the one before. */
  show(snapshot: WorkbookSnapshot): void;
  /** Lets the keyboard type into the grid. */
  focus(): void;
  /** Tells the formula bar what the add-in's functions are for. */
  describe(functions: readonly FunctionWords[], namespace: string): void;
}

type Registration = PluginCtor<Plugin> | [PluginCtor<Plugin>, object];

/** Draws an empty grid into the element of that id. */
export function createGrid(container: string): Grid {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: {
      [LocaleType.ZH_CN]: mergeLocales(coreWords, conditionalFormattingWords, tableWords),
    },
  });
  const presets = [
    UniverSheetsCorePreset({ container, ribbonType: "simple" }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsTablePreset(),
  ];
  for (const registration of presets.flatMap(({ plugins }): Registration[] => plugins)) {
    if (Array.isArray(registration)) univer.registerPlugin(registration[0], registration[1]);
    else univer.registerPlugin(registration);
  }
  const injector = univer.__getInjector();
  let shown: string | undefined;
  let count = 0;
  return {
    injector,
    show(snapshot) {
      if (shown !== undefined) injector.get(IUniverInstanceService).disposeUnit(shown);
      // Each workbook has an id of its own: the engine remembers things by it.
      shown = `workbook-${++count}`;
      univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
        ...structuredClone(snapshot),
        id: shown,
        locale: LocaleType.ZH_CN,
      });
    },
    focus: () => injector.get(ILayoutService).focus(),
    describe(functions, namespace) {
      injector.get(IDescriptionService).registerDescriptions(
        functions.map(({ name, description = "", parameters }) => ({
          functionName: `${namespace}.${name}`.toUpperCase(),
          functionType: FunctionType.User,
          description,
          abstract: description,
          functionParameter: parameters.map((parameter) => ({
            name: parameter.name,
            detail: parameter.description ?? "",
            example: "A1",
            require: parameter.optional === true ? 0 : 1,
            repeat: parameter.repeating === true ? 1 : 0,
          })),
        })),
      );
    },
  };
}
