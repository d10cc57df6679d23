import type { Area, CellStyle, StyleOfAreas, SheetContent, WrittenCell } from "../grid";
import { HEADING_STYLE, NOTE_STYLE, SECTION_STYLE, TITLE_STYLE } from "./styles";

/** What a sheet has beside its rows and their styles; what is left out it does not have. */
type Furnishing = Pick<SheetContent, "name"> &
  Partial<Omit<SheetContent, "name" | "rows" | "styles" | "columnWidths">>;

/** The cell of a text; a blank one stays blank. */
export const text = (said: string): WrittenCell => (said === "" ? null : { text: said });

interface SectionStyle {
  readonly after?: "blank" | "nothing";
  /** Whether the style of the title covers the whole row. */
  readonly across?: boolean;
}

/** Rows of a table below its headings, counted from 0. */
export interface TablePlace {
  readonly heading: number;
  /** The first row below the headings. */
  readonly first: number;
  /** How many rows there are. */
  readonly count: number;
}

/**
 * A sheet that is built row by row. Styles are applied in the order in which each was first used; the last one
 * of them that says something about a cell holds.
 */
export class SheetBuilder {
  readonly #widths: readonly number[];
  readonly #rows: WrittenCell[][] = [];
  readonly #styles = new Map<CellStyle, Area[]>();

  /** The widths of its columns, in characters of the standard font. */
  constructor(columnWidths: readonly number[]) {
    this.#widths = columnWidths;
  }

  get columns(): number {
    return this.#widths.length;
  }

  /** The row that comes next, counted from 0. */
  get next(): number {
    return this.#rows.length;
  }

  /** Adds a row; cells that are not given stay blank, and one that reaches further is written as it is. Gives its number. */
  row(cells: readonly WrittenCell[] = []): number {
    const length = Math.max(this.columns, cells.length);
    return this.#rows.push(Array.from({ length }, (_, column) => cells[column] ?? null)) - 1;
  }

  blank(): void {
    this.row();
  }

  /** Lines of text in the first column, which run over those beside it. */
  lines(said: readonly string[], style?: CellStyle): void {
    for (const line of said) {
      const row = this.row([text(line)]);
      if (style !== undefined) this.style(style, row, 0, 1);
    }
  }

  title(said: string): void {
    this.lines([said], TITLE_STYLE);
  }

  note(said: readonly string[]): void {
    this.lines(said, NOTE_STYLE);
  }

  /** The title of a section, below a blank row unless stated otherwise; returns its row. */
  section(said: string, { after = "blank", across = false }: SectionStyle = {}): number {
    if (after === "blank") this.blank();
    const row = this.row([text(said)]);
    this.style(SECTION_STYLE, row, 0, across ? this.columns : 1);
    return row;
  }

  /** A row of headings over the table whose rows are added next. */
  headings(said: readonly string[], style: CellStyle = HEADING_STYLE): number {
    const row = this.row(said.map(text));
    this.style(style, row, 0, Math.max(said.length, 1));
    return row;
  }

  /** Headings and the rows below them. */
  table(
    headings: readonly string[],
    rows: Iterable<readonly WrittenCell[]>,
    style: CellStyle = HEADING_STYLE,
  ): TablePlace {
    const heading = this.headings(headings, style);
    const first = this.next;
    for (const cells of rows) this.row(cells);
    return { heading, first, count: this.next - first };
  }

  style(
    style: CellStyle,
    row: number,
    column = 0,
    columns = this.columns - column,
    rows = 1,
  ): void {
    if (rows <= 0 || columns <= 0) return;
    this.cover(style, [{ row, column, rows, columns }]);
  }

  cover(style: CellStyle, areas: readonly Area[]): void {
    const known = this.#styles.get(style) ?? [];
    if (known.length === 0 && areas.length > 0) this.#styles.set(style, known);
    for (const area of areas) known.push(area);
  }

  /** Headings with the rows below them, as wide as the sheet: what a filter or a table of Excel's covers. */
  areaOf({ heading, count }: TablePlace): Area {
    return { row: heading, column: 0, rows: count + 1, columns: this.columns };
  }

  build(furnishing: Furnishing): SheetContent {
    return {
      tag: null,
      frozenRows: 0,
      filter: null,
      print: null,
      lists: [],
      hints: [],
      table: null,
      charts: [],
      ...furnishing,
      rows: this.#rows,
      styles: [...this.#styles].map(([style, areas]): StyleOfAreas => ({ style, areas })),
      columnWidths: this.#widths,
    };
  }
}

/** Printed with the headings on each page. */
export function printed(
  orientation: "portrait" | "landscape",
  heading: number | null,
): SheetContent["print"] {
  return {
    orientation,
    titleRows: heading === null ? null : { first: heading, last: heading },
    breaksBefore: [],
  };
}
