/** The error values of Excel that a cell can hold. */
const ERROR_CODES = [
  "#N/A",
  "#VALUE!",
  "#NUM!",
  "#DIV/0!",
  "#REF!",
  "#NAME?",
  "#NULL!",
  "#SPILL!",
  "#CALC!",
  "#BUSY!",
  "#GETTING_DATA",
  "#FIELD!",
  "#BLOCKED!",
  "#CONNECT!",
  "#UNKNOWN!",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export interface CellError {
  readonly error: ErrorCode;
}

/** What a cell holds: null and "" are blank. */
export type Cell = number | string | boolean | null | CellError;

const codes: ReadonlySet<string> = new Set(ERROR_CODES);

export function isErrorCode(text: string): text is ErrorCode {
  return codes.has(text);
}

/** The content of a cell as text: an error by its code, "" for none. */
export function cellText(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "object" ? cell.error : String(cell);
}

/** The error in a cell, if it holds one: as a value or as the text that a range hands over. */
export function errorOf(cell: Cell): ErrorCode | undefined {
  if (typeof cell === "object" && cell !== null) return cell.error;
  return typeof cell === "string" && cell.startsWith("#") && isErrorCode(cell) ? cell : undefined;
}

/** What a cell shows until Excel has its value: nothing that it says is true yet. */
const NOT_CALCULATED: ReadonlySet<ErrorCode> = new Set(["#BUSY!", "#GETTING_DATA", "#CONNECT!"]);

export function isNotCalculated(error: ErrorCode): boolean {
  return NOT_CALCULATED.has(error);
}

/** Blank: nothing, or text of white space only. */
export function isBlank(cell: Cell): boolean {
  return cell === null || cell === "" || (typeof cell === "string" && cell.trim() === "");
}
