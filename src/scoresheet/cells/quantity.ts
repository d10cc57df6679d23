import { errorOf, isNotCalculated } from "../../grid";
import type { Cell, ErrorCode } from "../../grid";
import type { CellProblem, Cleaned, Quantity } from "../types";

// Every answer that carries no value of its own is made once: a block of 1,200,000 cells is mostly these.

export const BLANK: Quantity<never> = { kind: "blank" };
export const ZERO: Quantity<never> = { kind: "zero" };
export const BOOLEAN: Quantity<never> = problemOf({ code: "boolean" });

export function problemOf(problem: CellProblem): Quantity<never> {
  return { kind: "problem", problem };
}

/** A number beyond exact ones. */
export function tooLarge(cell: number | string): Quantity<never> {
  return problemOf({ code: "tooLarge", text: String(cell).trim() });
}

/** Text that is no number, with what a clerk would read in it, if anything. */
export function notNumber(text: string, suggestion: number | undefined): Quantity<never> {
  return problemOf(
    suggestion === undefined
      ? { code: "notNumber", text }
      : { code: "notNumber", text, suggestion },
  );
}

/** The most important of what had to be removed from a text before it was a number. */
export function cleanedOf(cell: string, text: string, unit: boolean, separators: boolean): Cleaned {
  if (unit) return "unit";
  if (separators) return "separators";
  return cell.trim() === text ? "text" : "fullWidth";
}

const errors = new Map<ErrorCode, Quantity<never>>();

function errorQuantity(error: ErrorCode): Quantity<never> {
  let quantity = errors.get(error);
  if (quantity === undefined) {
    quantity = isNotCalculated(error)
      ? { kind: "pending", error }
      : problemOf({ code: "error", error });
    errors.set(error, quantity);
  }
  return quantity;
}

/** Whether the cell's value is unknown: it cannot be read, or is not calculated yet. */
export function isUnknown({ kind }: Quantity<unknown>): boolean {
  return kind === "problem" || kind === "pending";
}

/** What a cell without a number and without text says: blank, a boolean or an error. */
export function readOther(cell: Exclude<Cell, number | string>): Quantity<never> {
  if (cell === null) return BLANK;
  if (typeof cell === "boolean") return BOOLEAN;
  return errorQuantity(cell.error);
}

/** The error that a normalised text spells, as a range hands errors over. */
export function readErrorText(text: string): Quantity<never> | undefined {
  const error = errorOf(text);
  return error === undefined ? undefined : errorQuantity(error);
}
