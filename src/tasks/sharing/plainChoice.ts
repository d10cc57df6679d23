import { plainFormulas, type ParameterCell, type ParameterSheet } from "../../formulas";
import type { CellLook, SheetContent, WrittenCell } from "../../grid";
import type { PlainChoice } from "../../sharing";
import { plainWords } from "../../wording";
import type { CopySetting } from "./copyRequest";

const LOOKS: Readonly<Record<ParameterSheet["rows"][number]["kind"], CellLook | null>> = {
  title: { bold: true, size: 16, color: "#1F4E79" },
  heading: { bold: true, fill: "#DDE7F3" },
  columns: { bold: true, vertical: "Top", wrap: true },
  values: null,
};

const COLUMNS = 7;
const WIDTHS = [26, ...Array<number>(COLUMNS - 1).fill(16)];

function written(cell: ParameterCell): WrittenCell {
  if (cell === null) return null;
  return typeof cell === "number" ? { number: cell } : { text: cell };
}

/** The sheet of the policy's numbers: those that may be changed are plain cells, as in any sheet of HR's. */
function parameterContent({ name, rows }: ParameterSheet): SheetContent {
  return {
    name,
    tag: null,
    rows: rows.map(({ cells }) => cells.map(written)),
    looks: rows.flatMap(({ kind, cells }, row) => {
      const look = LOOKS[kind];
      const columns = kind === "heading" ? COLUMNS : Math.max(1, cells.length);
      return look === null ? [] : [{ look, areas: [{ row, column: 0, rows: 1, columns }] }];
    }),
    columnWidths: WIDTHS,
    frozenRows: 0,
    filter: null,
    print: null,
    lists: [],
    hints: [],
    table: null,
    charts: [],
  };
}

/** Plain formulas under the workbook's policy; null where calls become values. */
export function plainChoice({ request, book, today }: CopySetting): PlainChoice | null {
  if (request.as === "values") return null;
  return {
    sheet: plainWords.sheet,
    make: (sheet) => plainFormulas({ book, today, words: { ...plainWords, sheet } }),
    lay: parameterContent,
  };
}
