/** What a task is doing at the moment. */
export type TaskStage =
  | "reading"
  | "opening"
  | "checking"
  | "highlighting"
  | "clearing"
  | "writing"
  | "saving"
  | "recalculating"
  | "fetching"
  | "surveying"
  | "copying";
