import type { SheetRef } from "../../grid";
import {
  formulaColumn,
  nextEmptyColumn,
  type FormulaColumn,
  type FormulaColumnKind,
} from "../../views";
import { sayFormulaHeading } from "../../wording";
import type { SheetEdits } from "./changeCells";
import type { Month } from "../../units";
import type { OpenedMonth } from "../month/openMonth";

/** What can be put beside the columns of a sheet, and where. */
export interface FormulasOffered {
  readonly kind: "formulas";
  readonly sheet: SheetRef;
  readonly headerRow: number;
  /** The column that takes them, counted from 0. */
  readonly column: number;
  readonly columns: Readonly<Record<FormulaColumnKind, FormulaColumn>>;
}

/** Which columns of formulas the open sheet can take, and where; `month` is HR's choice, null for the one found. */
export function offerFormulas(
  { found, judged }: OpenedMonth,
  month: Month | null,
): FormulasOffered {
  const { sheet } = found;
  const records = judged.input.sheet;
  const of = (kind: FormulaColumnKind): FormulaColumn => formulaColumn(kind, records, month);
  return {
    kind: "formulas",
    sheet,
    headerRow: records.layout.headerRow,
    column: nextEmptyColumn(found.area),
    columns: {
      commission: of("commission"),
      performance: of("performance"),
      gross: of("gross"),
      promotion: of("promotion"),
      risk: of("risk"),
    },
  };
}

const MONEY_FORMAT = "0.00";
const AMOUNTS: ReadonlySet<FormulaColumnKind> = new Set(["commission", "performance", "gross"]);

/** A column of formulas under its heading, as edits of blank cells. */
export function formulaEdits(
  { sheet, headerRow, column, columns }: FormulasOffered,
  kind: FormulaColumnKind,
): SheetEdits | null {
  const found = columns[kind];
  if (found.kind === "lacks") return null;
  const numberFormat = AMOUNTS.has(kind) ? MONEY_FORMAT : null;
  return {
    sheet,
    edits: [
      {
        row: headerRow,
        column,
        before: null,
        after: { text: sayFormulaHeading(kind) },
        numberFormat: null,
      },
      ...found.rows.map(({ row, formula }) => ({
        row,
        column,
        before: null,
        after: { formula },
        numberFormat,
      })),
    ],
  };
}
