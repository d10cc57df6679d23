import { areaBetween, lastCellOf } from "../../grid";
import type { FormulaJudge } from "../formulas/judge";
import { type PackageStep, readPiecewise } from "../../ooxml";
import type { Book, BookSheet } from "./book";
import { listenToCells } from "./cells";
import { SheetFormulas } from "./formulasOfSheet";

/**
 * Records the formulas of a sheet whose values disclose what is left out; says whether any was not known yet, or that
 * the sheet has no formulas at all.
 */
export function* noteDisclosures(
  book: Book,
  sheet: BookSheet,
  judge: FormulaJudge,
): Generator<PackageStep, "found" | "nothingNew" | "noFormulas"> {
  const formulas = new SheetFormulas();
  let found = false;
  let any = false;
  yield* readPiecewise(
    book.file,
    sheet.path,
    listenToCells({
      cell: (cell) => {
        const text = formulas.of(cell);
        if (text === undefined) return;
        any = true;
        const { row, column } = cell;
        if (!judge.disclosesLeftOut(text, { sheet: sheet.name, row, column })) return;
        const block = cell.formula?.block ?? areaBetween(cell, cell);
        const last = lastCellOf(block);
        for (const end of new Set([block.row, last.row]))
          for (let across = block.column; across <= last.column; across += 1)
            if (judge.noteDisclosing({ sheet: sheet.name, row: end, column: across })) found = true;
      },
    }),
  );
  if (!any) return "noFormulas";
  return found ? "found" : "nothingNew";
}
