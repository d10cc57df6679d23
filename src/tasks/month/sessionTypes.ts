import type { Month } from "../../units";
import type { Gateway } from "../gateway";
import type { PolicySession } from "../policy/policySession";
import type { OpenedMonth } from "./openMonth";
import type { ValidateOptions } from "./readScoreSheet";
import type { MonthValidation } from "./validateSheet";

/** Why what is shown may no longer be what the sheet says; null while it is. */
export type Outdated =
  | "colleague"
  /** The sheet is too large to be followed, or is gone. */
  | "notFollowed"
  /** Excel did not answer, as while a cell is being edited. */
  | "failed"
  | null;

export interface SessionState {
  /** What HR picked; null leaves it to the add-in. */
  readonly sheetId: string | null;
  readonly month: Month | null;
  /** The month that all pages show; null before it was first read, and where there is none. */
  readonly opened: OpenedMonth | null;
  /** The report of validating it; null until somebody has validated. */
  readonly validation: MonthValidation | null;
  /** Whether edits are followed, and why what is shown may be out of date. */
  readonly following: boolean;
  readonly outdated: Outdated;
}

/** What the open month needs of its surroundings. */
export interface SessionSurroundings {
  readonly gateway: Gateway;
  readonly policy: PolicySession;
  readonly today: () => Month;
  /** Whether a task runs: edits and calculations wait until it has ended. */
  readonly isBusy: () => boolean;
}

/** How a task that opens the month reports progress and is cancelled. */
export type SessionTask = Pick<ValidateOptions, "signal" | "onProgress">;
