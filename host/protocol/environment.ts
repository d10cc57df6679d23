import type { Sheet, Workbook } from "../core/workbook";
import type { BehaviourId } from "../profiles/behaviours";
import { accessDenied } from "./errors";

/** How an error cell reaches a function that takes errors; builds of Excel differ. */
export type ErrorShape = "customFunctionError" | "errorCellValue" | "text";

/** What a blank cell is to a function; builds of Excel differ. */
export type BlankAs = 0 | null | "";

export type DisplayLanguage = "zh-CN" | "en-US";

/** What members need besides their own object. */
export interface Environment {
  readonly workbook: Workbook;
  /** Whether this Excel is one that behaves in such a way. */
  readonly behaves: (id: BehaviourId) => boolean;
  readonly language: DisplayLanguage;
  /** A read of more cells than this answers null, as Excel on the web sometimes does. */
  readNullAbove(): number;
  /** How a rule of conditional formatting fails that cannot be handed over; undefined for all others. */
  unreadableRule(id: string): "members" | "listed" | undefined;
  /** Whether sheets may be added, renamed, hidden, moved and removed. */
  structureProtected(): boolean;
  /** Registers or removes a wish for events of a type about a target. */
  listen(eventType: number, targetId: string, wanted: boolean): void;
  /** Results of custom functions, as the client's runtime hands them in. */
  functionResults(results: unknown): void;
  /** The client's function runtime is ready to be asked. */
  functionsReady(): void;
  /** The client is ready to run ribbon commands. */
  actionsReady(): void;
  /** Resolves when no ribbon command runs. */
  commandsCompleted(): Promise<void>;
  /** A new window shows the workbook with these bytes. */
  openWorkbook(bytes: Uint8Array): void;
  paneState: PaneState;
  startupState: PaneState;
  calculationMode: string;
  /** Forgets a kept object. */
  release(referenceId: string): void;
}

export function assertStructure(env: Environment): void {
  if (env.structureProtected()) throw accessDenied();
}

/** Whether the pane of the shared runtime is on screen. */
export type PaneState = "Inactive" | "Background" | "Visible";

/** What a protected sheet still allows. */
export type Permission = "edit" | "formatCells" | "formatRows" | "formatColumns";

export function assertWritable(sheet: Sheet, permission: Permission = "edit"): void {
  const { protection } = sheet.parts;
  if (!protection.protected) return;
  const option = {
    edit: "",
    formatCells: "allowFormatCells",
    formatRows: "allowFormatRows",
    formatColumns: "allowFormatColumns",
  }[permission];
  if (protection.options[option] !== true) throw accessDenied();
}
