import type { KeptAdjustment } from "../../documents";
import {
  isBlank,
  type Cell,
  type Grid,
  type SheetRef,
  type SheetTag,
  type WrittenCell,
} from "../../grid";
import { readText } from "../../scoresheet";
import { sayPayColumn, type Language, type PayColumn } from "../../wording";
import { GatewayError, type Gateway, type ReadOptions } from "../gateway";

/** A calculation that refers to no cell means the same in any row; of any other the value is kept. */
const PLAIN_FORMULA = /^=[\d\s.+*/()%-]+$/u;

function keptCell(value: Cell, formula: Cell): WrittenCell {
  if (typeof formula === "string" && PLAIN_FORMULA.test(formula)) return { formula };
  if (typeof value === "number") return { number: value };
  return isBlank(value) ? null : { text: readText(value) };
}

interface Headings {
  readonly row: number;
  readonly column: (column: PayColumn) => number;
}

/** The columns by which HR's adjustments are found again. */
const FOUND_BY = ["name", "adjustment"] as const satisfies readonly PayColumn[];

/** The heading row, whichever language it was written in; indices into the grid. */
function findHeadings({ rows }: Grid): Headings | undefined {
  for (const [row, cells] of rows.entries()) {
    const at = (column: PayColumn): number =>
      cells.findIndex(
        (cell) => cell === sayPayColumn(column, "zh") || cell === sayPayColumn(column, "en"),
      );
    if (FOUND_BY.every((column) => at(column) >= 0)) return { row, column: at };
  }
  return undefined;
}

/** What payslips are tagged as, with differences under other readings or without. */
const PAYSLIPS: readonly (SheetTag | null)[] = ["payslips", "payslipsInFull"];

/** Our earlier sheet of this name, or of that name with a number behind it. */
async function findEarlier(gateway: Pick<Gateway, "listSheets">, name: string) {
  const sheets = await gateway.listSheets();
  const numbered = (other: string): boolean =>
    other === name || (other.startsWith(`${name} (`) && other.endsWith(")"));
  return sheets.find((sheet) => PAYSLIPS.includes(sheet.tag) && numbered(sheet.name));
}

async function readColumn(
  gateway: Pick<Gateway, "readAreas">,
  sheet: SheetRef,
  grid: Grid,
  row: number,
  column: number,
): Promise<Grid["rows"]> {
  const area = {
    row: grid.firstRow + row,
    column: grid.firstColumn + column,
    rows: grid.rows.length - row,
    columns: 1,
  };
  const { areas } = await gateway.readAreas(sheet, [area]);
  return areas[0]?.formulas ?? [];
}

/**
 * HR's adjustments in the payslips that are about to be refreshed; none where there are no payslips yet. Throws
 * "unrecognised" where their column cannot be found, since they would be lost; it names headings in `language`.
 */
export async function readAdjustments(
  gateway: Pick<Gateway, "listSheets" | "readSheet" | "readAreas">,
  { name, language }: { readonly name: string; readonly language: Language },
  options: Pick<ReadOptions, "signal"> = {},
): Promise<readonly KeptAdjustment[]> {
  const earlier = await findEarlier(gateway, name);
  if (earlier === undefined) return [];
  const grid = await gateway.readSheet(earlier, options);
  if (grid === null || grid.rows.length === 0) return [];
  const headings = findHeadings(grid);
  if (headings === undefined)
    throw new GatewayError({
      kind: "unrecognised",
      sheetName: earlier.name,
      headings: FOUND_BY.map((column) => sayPayColumn(column, language)),
    });
  const first = headings.row + 1;
  if (first >= grid.rows.length) return [];
  const columns = {
    employeeId: headings.column("employeeId"),
    name: headings.column("name"),
    adjustment: headings.column("adjustment"),
  };
  const formulas = await readColumn(gateway, earlier, grid, first, columns.adjustment);
  return grid.rows.slice(first).flatMap((row, index): KeptAdjustment[] => {
    const employeeId = readText(row[columns.employeeId] ?? null);
    const person = readText(row[columns.name] ?? null);
    // Totals carry their label elsewhere.
    if (employeeId === "" && person === "") return [];
    const cell = keptCell(row[columns.adjustment] ?? null, formulas[index]?.[0] ?? null);
    return cell === null ? [] : [{ employeeId, name: person, adjustment: cell }];
  });
}
