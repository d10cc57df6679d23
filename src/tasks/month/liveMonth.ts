import type { Area, Cell, Grid } from "../../grid";
import { judgeMonth, type JudgedMonth, type MonthInput } from "../../month";
import { monthReport, type ReportMemory } from "../../views";
import {
  readSheetsInSteps,
  sameLayout,
  type NoLayout,
  type OtherSheets,
  type RecordOptions,
  type ScoreSheet,
  type SheetLayout,
} from "../../scoresheet";
import type { Gateway } from "../gateway";
import { calculatedValue } from "./readCalculated";
import { runInSlices } from "../run/slices";

/** Rows of sheets that are kept to be followed; beyond, HR validates again. */
export const LIVE_ROWS = 200_000;
/** Cells read again after one edit; of more the whole sheet is read. */
const LIVE_CELLS = 200_000;
/** How often a month is judged to warm up the code that follows edits, until the engine has optimised it. */
const WARM_UPS = 3;

type Row = readonly Cell[];

const isFormula = (cell: Cell): boolean => typeof cell === "string" && cell.startsWith("=");

/** The formulas of a column by row. */
export interface FormulaTexts {
  readonly column: number;
  readonly formulas: Map<number, string>;
}

/** Which cells of an area hold formulas, kept current row by row. */
export class FormulaFlags {
  readonly #edited = new Map<number, ReadonlySet<number>>();
  #columns: Set<number> | null = null;

  readonly #area: Area;
  /** The first row below the headings. */
  readonly #firstRow: number;
  readonly #base: Grid["isFormula"];
  /** The formulas of one column, whose terms are of interest. */
  readonly #texts: FormulaTexts | null;

  constructor(
    area: Area,
    firstRow: number,
    base: Grid["isFormula"],
    texts: FormulaTexts | null = null,
  ) {
    this.#area = area;
    this.#firstRow = firstRow;
    this.#base = base;
    this.#texts = texts;
  }

  /** The formula in a cell of that column. */
  readonly text = (row: number, column: number): string | undefined =>
    this.#texts?.column === column ? this.#texts.formulas.get(row) : undefined;

  /** Takes the formulas of cells of a row; says whether that of the column of interest is another one. */
  putText(row: number, firstColumn: number, formulas: Row): boolean {
    if (this.#texts === null) return false;
    const { column, formulas: known } = this.#texts;
    const index = column - firstColumn;
    if (index < 0 || index >= formulas.length) return false;
    const cell = formulas[index];
    const now = typeof cell === "string" && cell.startsWith("=") ? cell : undefined;
    if (now === known.get(row)) return false;
    if (now === undefined) known.delete(row);
    else known.set(row, now);
    return true;
  }

  /** The same function from edit to edit: rows that were read hold on to it. */
  readonly at: Grid["isFormula"] = (row, column) => {
    const edited = this.#edited.get(row);
    return edited === undefined ? this.#base(row, column) : edited.has(column);
  };

  /** Columns with a formula anywhere below their headings. */
  columns(): ReadonlySet<number> {
    if (this.#columns !== null) return this.#columns;
    const found = new Set<number>();
    const { row, column, rows, columns } = this.#area;
    for (let across = column; across < column + columns; across += 1)
      for (let down = this.#firstRow; down < row + rows; down += 1)
        if (this.at(down, across)) {
          found.add(across);
          break;
        }
    this.#columns = found;
    return found;
  }

  /** Takes the formulas of a row from its first column on; says whether any flag has changed. */
  put(row: number, firstColumn: number, formulas: Row): boolean {
    const now = new Set<number>();
    let changed = false;
    for (
      let column = this.#area.column;
      column < this.#area.column + this.#area.columns;
      column += 1
    ) {
      const is = isFormula(formulas[column - firstColumn] ?? null);
      if (is) now.add(column);
      if (is !== this.at(row, column)) changed = true;
      if (is && row >= this.#firstRow) this.#columns?.add(column);
    }
    if (changed) this.#edited.set(row, now);
    return changed;
  }
}

/** Everything that a month was validated from. */
export interface LiveSource {
  readonly grid: Grid;
  readonly formulas: FormulaFlags | null;
  readonly layoutOf: (grid: Grid) => SheetLayout | NoLayout;
  readonly records: RecordOptions;
  /** The sheets that were read with it; they are not followed. */
  readonly others: OtherSheets;
  readonly sheet: ScoreSheet;
  readonly memory: ReportMemory;
}

/** What a month is judged from beside its sheet. */
export type JudgedFrom = Omit<MonthInput, "sheet">;

export interface Followed {
  readonly judged: JudgedMonth;
  readonly area: Area;
}

/** A month that follows edits and calculations of its sheet: what they cannot change is not looked at again. */
export class LiveMonth {
  readonly #source: LiveSource;
  readonly #rows: Row[];
  readonly #grid: Grid;
  #sheet: ScoreSheet;

  constructor(source: LiveSource) {
    this.#source = source;
    this.#rows = [...source.grid.rows];
    this.#grid = { ...source.grid, rows: this.#rows };
    this.#sheet = source.sheet;
  }

  get sheet(): Grid["sheet"] {
    return this.#grid.sheet;
  }

  /** Whether edits elsewhere can change what the sheet shows. */
  get hasFormulas(): boolean {
    return (this.#source.formulas?.columns().size ?? 0) > 0;
  }

  /**
   * The month after edits of its sheet, or a calculation, from the edited rows and the columns with formulas alone;
   * null where the sheet must be read as a whole. Throws what the gateway throws, and then has changed nothing.
   */
  async follow(
    edits: readonly Area[],
    from: JudgedFrom,
    gateway: Pick<Gateway, "readAreas">,
    signal?: AbortSignal,
  ): Promise<Followed | null> {
    const areas = this.#areasToRead(edits);
    if (areas === null) return null;
    if (areas.length === 0) {
      // Nothing of the sheet has to be read, as after a decision on a sheet without formulas.
      const judged = await this.#judge(from, signal);
      return judged === null ? null : { judged, area: this.#used() };
    }
    const { used, sheetName, areas: read } = await gateway.readAreas(this.sheet, areas);
    const { firstRow, firstColumn, sheet } = this.#grid;
    const moved = used?.row !== firstRow || used.column !== firstColumn;
    if (moved || sheetName !== sheet.name) return null;
    for (const [index, area] of areas.entries()) {
      const { values = [], formulas = [] } = read[index] ?? {};
      for (const [down, row] of values.entries())
        this.#put(area.row + down, area.column, row, formulas[down] ?? []);
    }
    this.#rows.length = Math.min(this.#rows.length, used.rows);
    while (this.#rows.length < used.rows) this.#rows.push([]);
    const judged = await this.#judge(from, signal);
    return judged === null ? null : { judged, area: used };
  }

  /**
   * Judges the month some more times from what is known of it, a row of people as if it had been read again: the
   * first edit after a validation would otherwise wait until the code for it has been optimised.
   */
  async warmUp(from: JudgedFrom, goOn: () => boolean = () => true): Promise<void> {
    const index = this.#sheet.layout.firstRow - this.#grid.firstRow;
    for (let times = 0; times < WARM_UPS && goOn(); times += 1) {
      const row = this.#rows[index];
      if (row !== undefined) this.#rows[index] = [...row];
      const judged = await this.#judge(from, undefined);
      if (judged !== null) await runInSlices(monthReport(judged, this.#source.memory));
    }
  }

  /** The month from the rows as they are now; null where the sheet must be read as a whole. */
  async #judge(from: JudgedFrom, signal: AbortSignal | undefined): Promise<JudgedMonth | null> {
    const found = this.#source.layoutOf(this.#grid);
    if (found.kind === "none") return null;
    const layout = sameLayout(this.#sheet.layout, found);
    if (layout === found) return null;
    const { records, others, memory } = this.#source;
    const main = { grid: this.#grid, layout };
    this.#sheet = await runInSlices(readSheetsInSteps(main, others, records, this.#sheet), {
      signal,
    });
    return runInSlices(judgeMonth({ ...from, sheet: this.#sheet }, memory), { signal });
  }

  #used(): Area {
    const { firstRow, firstColumn } = this.#grid;
    const columns = this.#rows.reduce((widest, { length }) => Math.max(widest, length), 0);
    return { row: firstRow, column: firstColumn, rows: this.#rows.length, columns };
  }

  /** The edited rows as wide as the sheet, since formulas of a row depend on it, and the columns of formulas. */
  #areasToRead(edits: readonly Area[]): readonly Area[] | null {
    const { firstRow, firstColumn } = this.#grid;
    const lastRow = firstRow + this.#rows.length - 1;
    const width = this.#rows.reduce((widest, { length }) => Math.max(widest, length), 0);
    const areas: Area[] = [];
    for (const edit of edits) {
      // Whole columns end with the sheet; what is typed below it belongs to it from now on.
      const end = edit.rows > LIVE_ROWS ? lastRow : edit.row + edit.rows - 1;
      if (edit.row < firstRow || edit.column < firstColumn) return null;
      if (end < edit.row) continue;
      const columns = Math.max(
        width,
        Math.min(edit.column + edit.columns - firstColumn, width + 50),
      );
      areas.push({ row: edit.row, column: firstColumn, rows: end - edit.row + 1, columns });
    }
    const { layout } = this.#sheet;
    for (const column of this.#source.formulas?.columns() ?? [])
      areas.push({
        row: layout.firstRow,
        column,
        rows: Math.max(1, layout.lastRow - layout.firstRow + 1),
        columns: 1,
      });
    const cells = areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
    return cells > LIVE_CELLS ? null : areas;
  }

  /** Puts what was read into its row; where nothing is different the row stays the same array. */
  #put(row: number, column: number, values: Row, formulas: Row): void {
    const { firstRow, firstColumn } = this.#grid;
    const index = row - firstRow;
    const before = this.#rows[index] ?? [];
    const offset = column - firstColumn;
    // A column read for its formulas says nothing of the other cells of the row.
    const whole = column === firstColumn && values.length >= before.length;
    const known = this.#source.formulas;
    const typed = whole && known?.put(row, firstColumn, formulas) === true;
    const flags = known?.putText(row, column, formulas) === true || typed;
    const now = values.map((value, at) => calculatedValue(value, formulas[at]));
    const same = now.every((cell, at) => cell === (before[offset + at] ?? ""));
    if (same && !flags) return;
    const after = [...before];
    for (const [at, cell] of now.entries()) after[offset + at] = cell;
    while (this.#rows.length < index) this.#rows.push([]);
    this.#rows[index] = after;
  }
}
