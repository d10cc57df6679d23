import { LAST_COLUMN, type Cell } from "../grid";
import type { DisputedCells } from "./types";

const keyOf = (row: number, column: number): number => row * (LAST_COLUMN + 1) + column;

/** Of one sheet, the cells whose plain formulas give something else than is stored in them. */
export class DisputedInSheet {
  /** Formulas that become values. */
  readonly #stored = new Set<number>();
  /** What cells show instead of what is stored. */
  readonly #computed = new Map<number, Cell>();

  constructor({ show, cells }: DisputedCells, sheet: string) {
    for (const { sheet: where, row, column, anchor, computed } of cells) {
      if (where !== sheet) continue;
      if (show === "stored") this.#stored.add(keyOf(anchor.row, anchor.column));
      else this.#computed.set(keyOf(row, column), computed);
    }
  }

  get any(): boolean {
    return this.#stored.size + this.#computed.size > 0;
  }

  /** Whether the formula here becomes the value that is stored. */
  keepsStored(row: number, column: number): boolean {
    return this.#stored.has(keyOf(row, column));
  }

  /** What the cell shows instead of what is stored; undefined: that. */
  valueAt(row: number, column: number): Cell | undefined {
    return this.#computed.get(keyOf(row, column));
  }
}
