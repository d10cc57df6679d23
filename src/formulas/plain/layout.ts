import { formatAddress } from "../../grid";
import { sheetPrefix } from "./syntax";
import type { ParameterCell, ParameterSheet } from "./types";

/** Rows of a sheet as they are laid down one after the other; what formulas refer to has its address. */
export class Layout {
  readonly #rows: ParameterCell[][] = [];
  readonly #name: string;
  readonly #prefix: string;

  constructor(name: string) {
    this.#name = name;
    this.#prefix = sheetPrefix(name);
  }

  line(...cells: readonly ParameterCell[]): void {
    this.#rows.push([...cells]);
  }

  /** A heading after an empty line. */
  section(heading: string): void {
    this.line();
    this.line(heading);
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
    this.line(...keys.map((key) => columns[key]));
    const first = this.#rows.length;
    for (const row of rows) this.line(...keys.map((key) => row[key]));
    const last = this.#rows.length - 1;
    return Object.fromEntries(
      keys.map((key, column) => [key, this.#reference(first, column, last)]),
    ) as Record<C, string>; // one entry a key
  }

  finish(): ParameterSheet {
    return { name: this.#name, rows: this.#rows };
  }

  #reference(row: number, column: number, lastRow = row): string {
    const absolute = (at: number): string =>
      formatAddress({ row: at, column }).replace(/^([A-Z]+)(\d+)$/u, "$$$1$$$2");
    return `${this.#prefix}${absolute(row)}${lastRow === row ? "" : `:${absolute(lastRow)}`}`;
  }
}
