// Takes: a host, or plain sheets to make one of.
// Gives: what only Node can do: a workbook without a grid, and Microsoft's client library booted on a host.
// Never: used in a page; that is what index.ts is for.
export { createHeadlessWorkbook } from "./core/headlessWorkbook";
export type { HeadlessOptions } from "./core/headlessWorkbook";
export { bootOffice, bootOfficeGlobally } from "./client/bootOffice";
export type { BootOptions, BootedOffice, OfficeGlobals } from "./client/bootOffice";
export * from "./index";
