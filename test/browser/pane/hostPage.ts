import { installOfficeHost } from "../../../host/browser";
import { createPlainWorkbook } from "../../../host/core/plainWorkbook";
import { createExcelHost, type ExcelHost, type ExcelHostOptions } from "../../../host/host";
import type { PlainSheet } from "../../../host/core/plainSheets";

/** What a test lays out before the page opens. */
export interface PaneSetup {
  readonly sheets: readonly PlainSheet[];
  readonly policyParts?: readonly string[];
  /** The bytes of the open document, as base64; without them Excel hands over none. */
  readonly file?: string;
  readonly options?: Omit<ExcelHostOptions, "workbook">;
}

declare global {
  var paneSetup: PaneSetup;
  /** The host behind the pane, for the test to look at. */
  var paneHost: ExcelHost;
}

const { sheets, policyParts = [], file, options = {} } = globalThis.paneSetup;
const workbook = createPlainWorkbook(sheets);
policyParts.forEach((xml, index) => workbook.customXmlParts.push({ id: `{part-${index}}`, xml }));
globalThis.paneHost = createExcelHost({
  workbook,
  ...options,
  ...(file === undefined
    ? {}
    : {
        document: () =>
          Promise.resolve(Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0))),
      }),
});
installOfficeHost(window, globalThis.paneHost);
