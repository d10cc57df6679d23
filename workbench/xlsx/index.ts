// Takes: the bytes of an .xlsx file, and what the grid has become.
// Gives: a snapshot for the grid; the same file with the changes patched in.
// Never: rewrites what did not change, or knows the grid's plugins, the page or the server.
//
// Charts, validations, print set-up and the like are saved too, although the grid shows few of them: the workbench stands
// for Excel, and what the add-in writes (payslips to print, lists to choose from, charts beside a report) is seen only in a
// file that Excel or LibreOffice opens. Tests do so: test/workbook/documents/officeSheets.test.ts.
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
