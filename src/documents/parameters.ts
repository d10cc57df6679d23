import type { ParameterCell, ParameterSheet } from "../formulas";
import type { CellStyle, SheetContent, WrittenCell } from "../grid";
import { SheetBuilder } from "./builder";

const STYLES: Readonly<Record<ParameterSheet["rows"][number]["kind"], CellStyle | null>> = {
  title: { bold: true, size: 16, color: "#1F4E79" },
  heading: { bold: true, fill: "#DDE7F3" },
  columns: { bold: true, vertical: "Top", wrap: true },
  values: null,
};

const COLUMNS_ACROSS = 7;
const WIDTHS = [26, ...Array<number>(COLUMNS_ACROSS - 1).fill(16)];

function written(cell: ParameterCell): WrittenCell {
  if (cell === null) return null;
  return typeof cell === "number" ? { number: cell } : { text: cell };
}

/** The sheet of the policy's numbers: those that may be changed are plain cells, as in any sheet of HR's. */
export function parameterDocument({ name, rows }: ParameterSheet): SheetContent {
  const sheet = new SheetBuilder(WIDTHS);
  for (const { kind, cells } of rows) {
    const row = sheet.row(cells.map(written));
    const style = STYLES[kind];
    if (style !== null)
      sheet.style(style, row, 0, kind === "heading" ? COLUMNS_ACROSS : Math.max(1, cells.length));
  }
  return sheet.build({ name });
}
