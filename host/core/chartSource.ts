import type { ChartSeries } from "./sheetParts";
import type { Area, Sheet } from "./workbook";

export type SeriesBy = "Columns" | "Rows";

/** Excel makes fewer series than points: of what is there less of. */
export function seriesDirection(source: Area, asked: "Auto" | SeriesBy): SeriesBy {
  if (asked !== "Auto") return asked;
  return source.rows > source.columns ? "Columns" : "Rows";
}

const isText = (sheet: Sheet, row: number, column: number): boolean =>
  typeof sheet.value(row, column) === "string";

const isBlank = (sheet: Sheet, row: number, column: number): boolean =>
  sheet.value(row, column) === null;

/** A cell in the corner that says nothing, or one with words, leaves its line to names. */
const heads = (sheet: Sheet, row: number, column: number): boolean =>
  isText(sheet, row, column) || isBlank(sheet, row, column);

/**
 * The series of a chart over cells, as Excel finds them: a first line of texts names the series, a first
 * line across of texts names the points.
 */
export function seriesOf(sheet: Sheet, source: Area, by: SeriesBy): ChartSeries[] {
  const { row, column, rows, columns } = source;
  const last = { row: row + rows - 1, column: column + columns - 1 };
  const named = rows > 1 && columns > 1;
  const topRow =
    rows > 1 && heads(sheet, row, last.column) && (named || isText(sheet, row, column));
  const leftColumn =
    columns > 1 && heads(sheet, last.row, column) && (named || isText(sheet, row, column));
  const firstRow = row + (topRow ? 1 : 0);
  const firstColumn = column + (leftColumn ? 1 : 0);
  const length = { rows: last.row - firstRow + 1, columns: last.column - firstColumn + 1 };
  const count = by === "Columns" ? length.columns : length.rows;
  return Array.from({ length: count }, (_, place) => {
    const values: Area =
      by === "Columns"
        ? { row: firstRow, column: firstColumn + place, rows: length.rows, columns: 1 }
        : { row: firstRow + place, column: firstColumn, rows: 1, columns: length.columns };
    const nameCell: Area | null =
      by === "Columns"
        ? topRow
          ? { ...values, row, rows: 1 }
          : null
        : leftColumn
          ? { ...values, column, columns: 1 }
          : null;
    const categories: Area | null =
      by === "Columns"
        ? leftColumn
          ? { ...values, column }
          : null
        : topRow
          ? { ...values, row }
          : null;
    const name = nameCell && sheet.value(nameCell.row, nameCell.column);
    return {
      name: name === null || typeof name === "object" ? `Series${place + 1}` : String(name),
      nameCell,
      values,
      categories,
      color: null,
    };
  });
}
