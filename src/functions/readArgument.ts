import type { Block } from "../formulas";
import { isErrorCode, type Cell, type ErrorCode } from "../grid";

/** The kinds of Excel's ErrorCellValue. */
const ERROR_TYPES: Readonly<Record<string, ErrorCode>> = {
  Value: "#VALUE!",
  NotAvailable: "#N/A",
  Num: "#NUM!",
  Div0: "#DIV/0!",
  Ref: "#REF!",
  Name: "#NAME?",
  Null: "#NULL!",
  Spill: "#SPILL!",
  Calc: "#CALC!",
  Busy: "#BUSY!",
  Field: "#FIELD!",
  Blocked: "#BLOCKED!",
  Connect: "#CONNECT!",
};

/** What no function can read; never #NUM!, beside which Excel shows no message. */
const UNKNOWN: Cell = { error: "#VALUE!" };

/**
 * An object in a cell: the runtime's own error (`code`), Excel's ErrorCellValue (`basicValue`,
 * `errorType`), or another data type, which stands for its basic value. Undefined for what is none.
 */
function readObject(value: object): Cell | undefined {
  const { code, basicValue, errorType, error } = value as Readonly<Record<string, unknown>>; // whatever Excel hands over
  for (const text of [code, basicValue, error])
    if (typeof text === "string" && isErrorCode(text)) return { error: text };
  if (typeof errorType === "string") return { error: ERROR_TYPES[errorType] ?? "#VALUE!" };
  if (code !== undefined || value instanceof Error) return UNKNOWN;
  return typeof basicValue === "object" ? undefined : readPlain(basicValue);
}

function readPlain(value: unknown): Cell | undefined {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? value : UNKNOWN;
    case "string":
    case "boolean":
      return value;
    default:
      return undefined;
  }
}

function readCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  return (typeof value === "object" ? readObject(value) : readPlain(value)) ?? UNKNOWN;
}

function isCell(value: unknown): value is Cell {
  return typeof value === "number"
    ? value - value === 0 // finite
    : typeof value === "string" || value === null || typeof value === "boolean";
}

function isRow(value: unknown): value is readonly Cell[] {
  return Array.isArray(value) && value.every(isCell);
}

function readRow(row: unknown): readonly Cell[] {
  if (isRow(row)) return row;
  return Array.isArray(row) ? row.map(readCell) : [readCell(row)];
}

/**
 * An argument as Excel hands it over: rows of cells, one value, or nothing where it was left out. Rows
 * that hold nothing unusual are taken as they are: a block may have a million cells.
 */
export function readArgument(value: unknown): Block | null {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) {
    const cell = typeof value === "object" ? readObject(value) : readCell(value);
    // No cell: the invocation itself, which follows the arguments.
    return cell === undefined ? null : [[cell]];
  }
  const rows = value.map(readRow).filter((row) => row.length > 0);
  return rows.length === 0 ? null : rows;
}
