// Takes: the bytes of an .xlsx file, and what the grid has become.
// Gives: a snapshot for the grid; the same file with the changes patched in.
// Never: rewrites what did not change, or knows the grid's plugins, the page or the server.
export { readWorkbook, type OpenedWorkbook, type WorkbookSnapshot } from "./readWorkbook";
export {
  saveWorkbook,
  type CurrentWorkbook,
  type SavedWorkbook,
  type Unsaved,
} from "./saveWorkbook";
export type { Spill } from "./cellContents";
export type { CustomXmlPart } from "./customXml";
export { blockAddress, cellAddress, parseBlock } from "./addresses";
export { numbered } from "./numbered";
