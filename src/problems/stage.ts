/** What a task is doing at the moment. */
export type TaskStage =
  | "loading"
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
