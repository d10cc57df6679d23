// Earlier scores out of files: much code for something done once, so it is fetched when it is asked for.
export { planOfHistory, readAgain, readHistoryFiles } from "./importHistory";
export { readFileColumns, saveFileColumns } from "./fileColumns";
export type { HistoryFound, YearsGiven } from "./importHistory";
export type { OpenedFile, PickedFile } from "./openFile";
export type { FileContent, NotTaken, SheetDoubt } from "./readFiles";
export { writeHistory } from "./writeHistory";
export type { HistoryWritten } from "./writeHistory";
