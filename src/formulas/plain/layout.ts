import { formatAbsoluteArea, quoteSheetName } from "../../grid";
import type { ParameterCell, ParameterRow, ParameterSheet } from "./types";

/** Rows of a sheet as they are laid down one after the other; what formulas refer to has its address. */
export class Layout {
  readonly #rows: ParameterRow[];
  readonly #name: string;
  readonly #prefix: string;
  /** Follows each heading: says which months the numbers below are for, where that is not all of them. */
  readonly #ending: string;

  constructor(name: string, ending = "", rows: ParameterRow[] = []) {
    this.#name = name;
    this.#prefix = `${quoteSheetName(name)}!`;
    this.#ending = ending;
    this.#rows = rows;
  }

  /** The same sheet, its headings ending so. */
  ending(ending: string): Layout {
    return new Layout(this.#name, ending, this.#rows);
  }

  title(text: string): void {
    this.#line("title", text);
  }

  line(...cells: readonly ParameterCell[]): void {
    this.#line("values", ...cells);
  }

  /** A heading after an empty line. */
  section(heading: string): void {
    this.line();
    this.#line("heading", heading + this.#ending);
  }

  /** A label and its value; gives the reference to the value. */
  value(label: string, value: ParameterCell): string {
    this.line(label, value);
    return this.#reference(this.#rows.length - 1, 1);
  }

  /** Columns under their headings; gives the reference to each column. At least one row. */
  table<C extends string>(
    columns: Readonly<Record<C, string>>,
    rows: readonly Readonly<Record<C, ParameterCell>>[],
  ): Readonly<Record<C, string>> {
    const keys = Object.keys(columns) as C[]; // the keys of the record above
    this.#line("columns", ...keys.map((key) => columns[key]));
    const first = this.#rows.length;
    for (const row of rows) this.line(...keys.map((key) => row[key]));
    const last = this.#rows.length - 1;
    return Object.fromEntries(
      keys.map((key, column) => [key, this.#reference(first, column, last)]),
    ) as Record<C, string>; // one entry a key
  }

  /** The sheet as far as it has come. */
  sheet(): ParameterSheet {
    return { name: this.#name, rows: [...this.#rows] };
  }

  #line(kind: ParameterRow["kind"], ...cells: readonly ParameterCell[]): void {
    this.#rows.push({ kind, cells });
  }

  #reference(row: number, column: number, lastRow = row): string {
    const area = { row, column, rows: lastRow - row + 1, columns: 1 };
    return this.#prefix + formatAbsoluteArea(area);
  }
}
