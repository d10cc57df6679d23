import type { TaskStage } from "../../problems";

/** A stage and how far it has come, in rows while a sheet is read; `of` is null where the end is not known. */
export interface TaskProgress {
  readonly stage: TaskStage;
  readonly done: number;
  readonly of: number | null;
}
