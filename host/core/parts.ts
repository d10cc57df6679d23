import { MAX_COLUMNS, MAX_ROWS } from "./a1";
import type { SheetParts } from "./sheetParts";
import type { Area, ChangeType, WorkbookEvent } from "./workbook";

/** Listeners of a workbook's events. */
export class Listeners {
  readonly #listeners = new Set<(event: WorkbookEvent) => void>();

  add(listener: (event: WorkbookEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(event: WorkbookEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** The texts of errors a cell can show. */
export const ERROR_TEXTS: ReadonlySet<string> = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
  "#SPILL!",
  "#CALC!",
  "#CYCLE!",
  "#ERROR!",
  "#BUSY!",
  "#CONNECT!",
]);

/** Rows or columns that were inserted (count > 0) or deleted (count < 0) at a place. */
export interface Shift {
  readonly axis: "row" | "column";
  readonly at: number;
  readonly count: number;
}

/** What a change of a sheet's structure moves; null for a change of cells. */
export function shiftOf(area: Area, changeType: ChangeType): Shift | null {
  const { row, rows, column, columns } = area;
  switch (changeType) {
    case "RowInserted":
      return { axis: "row", at: row, count: rows };
    case "RowDeleted":
      return { axis: "row", at: row, count: -rows };
    case "ColumnInserted":
      return { axis: "column", at: column, count: columns };
    case "ColumnDeleted":
      return { axis: "column", at: column, count: -columns };
    case "RangeEdited":
      return null;
  }
}

/** Where a row or column is after the shift; null when it is gone. */
function shiftIndex(index: number, { at, count }: Shift): number | null {
  if (index < at) return index;
  if (count < 0 && index < at - count) return null;
  return index + count;
}

/** An area after the shift: it grows and shrinks by what happens inside; null when it is gone. */
export function shiftArea(area: Area, shift: Shift): Area | null {
  const { at, count } = shift;
  const size = shift.axis === "row" ? "rows" : "columns";
  // Whole columns have all rows, whatever happens among them.
  if (area[size] === (shift.axis === "row" ? MAX_ROWS : MAX_COLUMNS)) return area;
  const first = area[shift.axis];
  const end = first + area[size];
  const move = (edge: number): number =>
    count < 0 ? Math.max(Math.min(edge, at), edge + count) : edge + count;
  const movedFirst = first < at ? first : move(first);
  const movedEnd = end <= at ? end : move(end);
  return movedEnd > movedFirst
    ? { ...area, [shift.axis]: movedFirst, [size]: movedEnd - movedFirst }
    : null;
}

/** The same things at their new places; what stood on cells that are deleted is deleted with them. */
export function shiftParts(parts: SheetParts, shift: Shift): void {
  const ofArea = <T extends { readonly area: Area }>(items: readonly T[]): T[] =>
    items.flatMap((item) => {
      const area = shiftArea(item.area, shift);
      return area ? [{ ...item, area }] : [];
    });
  const ofIndex = <T extends { readonly row: number; readonly column: number }>(item: T) => {
    const index = shiftIndex(item[shift.axis], shift);
    return index === null ? null : { ...item, [shift.axis]: index };
  };
  parts.dataValidations = ofArea(parts.dataValidations);
  parts.hyperlinks = ofArea(parts.hyperlinks);
  parts.comments = parts.comments.flatMap((comment) => ofIndex(comment) ?? []);
  const breaks = shift.axis === "row" ? "rowBreaks" : "columnBreaks";
  parts[breaks] = parts[breaks].flatMap((index) => shiftIndex(index, shift) ?? []);
  const filtered = parts.autoFilter && shiftArea(parts.autoFilter.area, shift);
  parts.autoFilter = parts.autoFilter && filtered && { ...parts.autoFilter, area: filtered };
  parts.charts = parts.charts.map((chart) => ({
    ...chart,
    from: ofIndex(chart.from) ?? { ...chart.from, [shift.axis]: shift.at },
    to: ofIndex(chart.to) ?? { ...chart.to, [shift.axis]: shift.at },
  }));
  const { printArea, printTitleRows, printTitleColumns, ...layout } = parts.pageLayout;
  const printed = printArea?.flatMap((each) => shiftArea(each, shift) ?? []) ?? [];
  const titleRows = printTitleRows && shiftArea(printTitleRows, shift);
  const titleColumns = printTitleColumns && shiftArea(printTitleColumns, shift);
  parts.pageLayout = {
    ...layout,
    ...(printed.length > 0 && { printArea: printed }),
    ...(titleRows && { printTitleRows: titleRows }),
    ...(titleColumns && { printTitleColumns: titleColumns }),
  };
}

/** What charts of any sheet draw from the shifted one; a series whose cells are deleted is deleted, too. */
export function shiftCharts(parts: SheetParts, sheetId: string, shift: Shift): void {
  parts.charts = parts.charts.map((chart) => {
    if (chart.sourceSheetId !== sheetId) return chart;
    const series = chart.series.flatMap((each) => {
      const values = shiftArea(each.values, shift);
      return values
        ? [
            {
              ...each,
              values,
              categories: each.categories && shiftArea(each.categories, shift),
              nameCell: each.nameCell && shiftArea(each.nameCell, shift),
            },
          ]
        : [];
    });
    return { ...chart, source: shiftArea(chart.source, shift) ?? chart.source, series };
  });
}
