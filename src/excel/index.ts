// Takes: what the tasks ask of the workbook (the port `Gateway`).
// Gives: that port in terms of Excel, and what Office says of its language and looks.
// Never: judgements, sentences; everybody else never uses Excel.*.
export { excelGateway } from "./gateway";
export { workbookPolicy } from "./policy";
export { showPane } from "./showPane";
export { readSurroundings } from "./surroundings";
export type { Surroundings } from "./surroundings";
export { excelWaits } from "./waits";
