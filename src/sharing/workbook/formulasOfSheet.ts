import { isOneCell, type Area } from "../../grid";
import { shiftFormula } from "../formulas/references";
import { textOf, tokenize, type Token } from "../formulas/tokenize";
import type { SheetCell } from "./cells";

interface Master {
  readonly tokens: readonly Token[];
  readonly row: number;
  readonly column: number;
}

/** The formulas of a sheet in full: a cell that shares another's gets its own. */
export class SheetFormulas {
  readonly #masters = new Map<string, Master>();

  /** The formula of a cell, undefined where it has none or one that is no text (a table of data). */
  of({ row, column, formula }: SheetCell): string | undefined {
    if (formula === undefined || formula.kind === "dataTable") return undefined;
    if (formula.group === undefined) return formula.text === "" ? undefined : formula.text;
    if (formula.text !== "") {
      this.#masters.set(formula.group, { tokens: tokenize(formula.text), row, column });
      return formula.text;
    }
    const master = this.#masters.get(formula.group);
    return master === undefined
      ? undefined
      : textOf(shiftFormula(master.tokens, row - master.row, column - master.column));
  }
}

export function isBlock(area: Area | undefined): area is Area {
  return area !== undefined && !isOneCell(area);
}
