import { intersection } from "../../core/a1";
import type { Area, Sheet } from "../../core/workbook";
import { invalidArgument, notImplemented } from "../errors";
import type { Parameters } from "../objects";
import { valueType } from "../values";

/** The cells of a kind within areas, as rectangles, top to bottom. */
export function specialCells(sheet: Sheet, areas: readonly Area[], parameters: Parameters): Area[] {
  const kind = parameters.text(0);
  const wanted = parameters.given(1) ? wantedTypes(parameters.text(1)) : null;
  const matches = (row: number, column: number): boolean => {
    const formula = sheet.formula(row, column);
    const value = sheet.value(row, column);
    switch (kind) {
      case "Formulas":
        return formula !== null && (!wanted || wanted.has(valueType(value)));
      case "Constants":
        return (
          formula === null &&
          value !== null &&
          !sheet.spilled(row, column) &&
          (!wanted || wanted.has(valueType(value)))
        );
      case "Blanks":
        return formula === null && value === null;
      case "Visible":
        return !sheet.rowHidden(row) && !sheet.columnHidden(column);
      case "ConditionalFormats":
        return sheet
          .conditionalFormats()
          .some((format) =>
            format.areas.some((area) => intersection(area, { row, column, rows: 1, columns: 1 })),
          );
      default:
        throw notImplemented(`Range.getSpecialCells(${kind})`);
    }
  };
  if (kind === "ConditionalFormats") {
    return areas.flatMap((area) =>
      sheet
        .conditionalFormats()
        .flatMap((format) => format.areas)
        .flatMap((formatted) => intersection(formatted, area) ?? []),
    );
  }
  const used = sheet.usedArea(false);
  const found = areas.flatMap((area) => {
    // Visible cells are wanted of the range as it is, other kinds only exist where cells are in use.
    const searched = kind === "Visible" ? area : used && intersection(used, area);
    return searched ? rowRuns(searched, matches) : [];
  });
  return joinRows(found);
}

function wantedTypes(text: string): ReadonlySet<string> {
  const types = new Set<string>();
  if (text === "All" || text.includes("Errors")) types.add("Error");
  if (text === "All" || text.includes("Logical")) types.add("Boolean");
  if (text === "All" || text.includes("Numbers")) types.add("Double");
  if (text === "All" || text.includes("Text")) types.add("String");
  if (types.size === 0) throw invalidArgument();
  return types;
}

function rowRuns(area: Area, matches: (row: number, column: number) => boolean): Area[] {
  const runs: Area[] = [];
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    let start = -1;
    for (let column = area.column; column <= area.column + area.columns; column += 1) {
      const inside = column < area.column + area.columns && matches(row, column);
      if (inside && start < 0) start = column;
      if (!inside && start >= 0) {
        runs.push({ row, column: start, rows: 1, columns: column - start });
        start = -1;
      }
    }
  }
  return runs;
}

/** Joins runs of the same columns that lie under one another. */
function joinRows(runs: readonly Area[]): Area[] {
  const joined: Area[] = [];
  const open = new Map<string, number>();
  for (const run of runs) {
    const key = `${run.column}:${run.columns}`;
    const index = open.get(key);
    const above = index === undefined ? undefined : joined[index];
    if (index !== undefined && above && above.row + above.rows === run.row) {
      joined[index] = { ...above, rows: above.rows + run.rows };
    } else {
      open.set(key, joined.push(run) - 1);
    }
  }
  return joined;
}
