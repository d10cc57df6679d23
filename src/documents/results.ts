import {
  formatAddress,
  quoteSheetName,
  type Area,
  type CellRef,
  type SheetContent,
  type WrittenCell,
} from "../grid";
import type { ResultsSheetSaid } from "../wording";
import { printed, SheetBuilder, text } from "./builder";

/** In characters: cell, severity, problem, name, 工号, month, what, what to do, clause. */
const WIDTHS = [12, 8, 22, 12, 12, 10, 60, 44, 10];

/** A formula that shows the cell's address and leads there; it works without the add-in. */
function linkTo({ sheet, row, column }: CellRef): WrittenCell {
  const address = formatAddress({ row, column });
  const target = `#${quoteSheetName(sheet.name)}!${address}`.replaceAll('"', '""');
  return { formula: `=HYPERLINK("${target}","${address}")` };
}

/** The findings as a sheet that can be filtered and printed. */
export function resultDocument(said: ResultsSheetSaid): SheetContent {
  const sheet = new SheetBuilder(WIDTHS);
  sheet.title(said.title);
  sheet.note(said.about);
  const table = sheet.table(
    said.columns,
    said.rows.map(({ cell, texts }) => [
      cell === null ? text(said.wholeSheet) : linkTo(cell),
      ...texts.map(text),
    ]),
  );
  const { heading, first, count } = table;
  const of = (severity: "error" | "warning"): Area[] =>
    said.rows.flatMap((row, index) =>
      row.severity === severity ? [{ row: first + index, column: 1, rows: 1, columns: 1 }] : [],
    );
  sheet.style({ vertical: "Top", wrap: true }, first, 0, sheet.columns, count);
  sheet.style({ color: "#0563C1" }, first, 0, 1, count);
  sheet.cover({ bold: true, color: "#8A1414" }, of("error"));
  sheet.cover({ italic: true, color: "#5C4300" }, of("warning"));
  return sheet.build({
    name: said.name,
    tag: said.inFull ? "resultsInFull" : "results",
    frozenRows: first,
    filter: sheet.areaOf(table),
    print: printed("landscape", heading),
  });
}
