import type { FormulaJudge } from "../formulas/judge";
import type { PackageStep } from "../package/officePackage";
import { readPiecewise } from "../package/piecewise";
import type { Book, BookSheet } from "./book";
import { listenToCells } from "./cells";
import { SheetFormulas } from "./formulasOfSheet";

/** Notes the formulas of a sheet whose values tell of what is left out; says whether any was not known yet. */
export function* noteTelling(
  book: Book,
  sheet: BookSheet,
  judge: FormulaJudge,
): Generator<PackageStep, boolean> {
  const formulas = new SheetFormulas();
  let found = false;
  yield* readPiecewise(
    book.file,
    sheet.path,
    listenToCells({
      cell: (cell) => {
        const text = formulas.of(cell);
        if (text === undefined) return;
        const verdict = judge.judge(text, {
          sheet: sheet.name,
          row: cell.row,
          column: cell.column,
        });
        if (verdict.kind !== "freeze" || verdict.why.kind !== "leftOut" || !verdict.why.tells)
          return;
        const block = cell.formula?.block ?? {
          top: cell.row,
          left: cell.column,
          bottom: cell.row,
          right: cell.column,
        };
        for (const row of new Set([block.top, block.bottom]))
          for (let column = block.left; column <= block.right; column += 1)
            if (judge.noteTelling({ sheet: sheet.name, row, column })) found = true;
      },
    }),
  );
  return found;
}
