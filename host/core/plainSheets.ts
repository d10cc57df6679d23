import type { CellInput } from "./workbook";

/** A sheet as a test writes it down. */
export interface PlainSheet {
  readonly name: string;
  /**
   * Rows of cells from A1 on: numbers, booleans, texts, "=…" for a formula, {error: "#N/A"} for an error,
   * null or undefined for an empty cell. Texts stay texts ("12" is not made a number).
   */
  readonly cells?: readonly (readonly unknown[])[];
  readonly visibility?: "Visible" | "Hidden" | "VeryHidden";
}

export function plainInput(cell: unknown): CellInput | undefined {
  switch (typeof cell) {
    case "number":
    case "boolean":
      return { value: cell };
    case "string":
      return cell.startsWith("=") && cell.length > 1 ? { formula: cell } : { value: cell };
    case "object":
      if (cell !== null && "error" in cell && typeof cell.error === "string") {
        return { value: { error: cell.error } };
      }
      if (cell === null) return undefined;
      throw new Error("A cell is a number, boolean, text, null or {error}.");
    case "undefined":
      return undefined;
    default:
      throw new Error(`A cell cannot be a ${typeof cell}.`);
  }
}
