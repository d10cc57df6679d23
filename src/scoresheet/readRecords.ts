import type { Fen, Month, Score } from "../units";
import { errorOf, isBlank } from "../grid";
import type { Cell, CellRef, Grid } from "../grid";
import { isNobody, isSummary } from "./notPeople";
import { BLANK } from "./quantity";
import { readCount } from "./readCount";
import { readMoney } from "./readMoney";
import { readDate, readSheetMonth } from "./readMonth";
import { readScore } from "./readScore";
import { readName, readText, seenText } from "./readText";
import type {
  CellOf,
  MonthColumn,
  Person,
  Quantity,
  ScoreLimits,
  ScoreSheet,
  SheetField,
  SheetLayout,
  SheetRecord,
  TextOf,
} from "./types";

export interface RecordOptions {
  readonly limits: ScoreLimits;
  /** Whether HR has confirmed the 0 in this cell as a score (4.3). */
  readonly zeroConfirmed?: (cell: CellRef) => boolean;
}

/** How far a reading has come, in rows of the sheet. */
export interface RowsRead {
  readonly done: number;
  readonly total: number;
}

/** Cells read between two steps: some milliseconds, so that a pause of the memory's keeper does no harm. */
const CELLS_A_STEP = 10_000;

/** A field for which the sheet has no column. */
const ABSENT: CellOf<never> = { cell: null, quantity: BLANK, seen: null, formula: false };
const NO_TEXT: TextOf = { cell: null, text: "", seen: "" };
const NOT_PAID: SheetRecord["paid"] = {
  base: ABSENT,
  commission: ABSENT,
  performance: ABSENT,
  gross: ABSENT,
  fines: ABSENT,
};

const PAID_FIELDS: readonly SheetField[] = [
  "basePaid",
  "commissionPaid",
  "performancePaid",
  "grossPaid",
  "finesPaid",
];
function isError(cell: Cell): boolean {
  return errorOf(cell) !== undefined;
}

/** Reads the cells of one grid by the columns of one layout. */
class RowReader {
  private readonly names = new Map<string, string>();
  private readonly nobodies = new Map<string, boolean>();
  private readonly hasPaid: boolean;

  constructor(
    private readonly grid: Grid,
    private readonly layout: SheetLayout,
    private readonly options: RecordOptions,
  ) {
    this.hasPaid = PAID_FIELDS.some((field) => layout.columns[field] !== undefined);
  }

  cellAt(row: number, column: number): Cell {
    const { rows, firstRow, firstColumn } = this.grid;
    return rows[row - firstRow]?.[column - firstColumn] ?? null;
  }

  private refAt(row: number, column: number): CellRef {
    return { sheet: this.grid.sheet, row, column };
  }

  isBlankAt(row: number, field: SheetField): boolean {
    const column = this.layout.columns[field]?.column;
    return column === undefined || isBlank(this.cellAt(row, column));
  }

  quantity<T>(row: number, field: SheetField, read: (cell: Cell) => Quantity<T>): CellOf<T> {
    const column = this.layout.columns[field]?.column;
    return column === undefined ? ABSENT : this.quantityAt(row, column, read);
  }

  quantityAt<T>(row: number, column: number, read: (cell: Cell) => Quantity<T>): CellOf<T> {
    const seen = this.cellAt(row, column);
    return {
      cell: this.refAt(row, column),
      quantity: read(seen),
      seen,
      formula: this.grid.isFormula(row, column),
    };
  }

  scoreAt(row: number, column: number): CellOf<Score> {
    const { limits, zeroConfirmed } = this.options;
    const asked = this.quantityAt(row, column, (cell) => readScore(cell, limits, "ask"));
    if (asked.quantity.kind !== "zero" || asked.cell === null) return asked;
    return zeroConfirmed?.(asked.cell) === true
      ? { ...asked, quantity: readScore(asked.seen, limits, "score") }
      : asked;
  }

  score(row: number): CellOf<Score> {
    const column = this.layout.columns.score?.column;
    return column === undefined ? ABSENT : this.scoreAt(row, column);
  }

  employeeId(row: number): TextOf {
    return this.textOf(row, "employeeId", (cell) => (isError(cell) ? "" : readText(cell)));
  }

  /** Names repeat down the sheet, so each is cleaned once. */
  name(row: number): TextOf {
    return this.textOf(row, "name", (cell) => {
      if (isError(cell)) return "";
      if (typeof cell !== "string") return readName(cell);
      let name = this.names.get(cell);
      if (name === undefined) {
        name = readName(cell);
        this.names.set(cell, name);
      }
      return name;
    });
  }

  /** The cell that stands for the person of a row. */
  whoCell(row: number): CellRef {
    const { name, employeeId } = this.layout.columns;
    return this.refAt(row, (name ?? employeeId)?.column ?? this.grid.firstColumn);
  }

  level(row: number): TextOf {
    return this.textOf(row, "level", readText);
  }

  private textOf(row: number, field: SheetField, read: (cell: Cell) => string): TextOf {
    const column = this.layout.columns[field]?.column;
    if (column === undefined) return NO_TEXT;
    const cell = this.cellAt(row, column);
    return { cell: this.refAt(row, column), text: read(cell), seen: seenText(cell) };
  }

  hired(row: number): Pick<SheetRecord, "hired" | "hiredDay"> {
    const column = this.layout.columns.hired?.column;
    if (column === undefined) return { hired: ABSENT, hiredDay: null };
    const { month, day } = readDate(this.cellAt(row, column));
    return { hired: this.quantityAt(row, column, () => month), hiredDay: day };
  }

  levelSince(row: number): CellOf<Month> {
    return this.quantity(row, "levelSince", (cell) => readDate(cell).month);
  }

  paid(row: number): SheetRecord["paid"] {
    if (!this.hasPaid) return NOT_PAID;
    const money = (field: SheetField): CellOf<Fen> => this.quantity(row, field, readMoney);
    return {
      base: money("basePaid"),
      commission: money("commissionPaid"),
      performance: money("performancePaid"),
      gross: money("grossPaid"),
      fines: money("finesPaid"),
    };
  }

  /** A sum, a signature, a note, or the heading printed again between the people. */
  isNobody(employeeId: TextOf, name: TextOf): boolean {
    return (
      this.saysNobody(name.text) ||
      this.saysNobody(employeeId.text) ||
      this.isHeaderAt(name, "name") ||
      this.isHeaderAt(employeeId, "employeeId")
    );
  }

  private saysNobody(text: string): boolean {
    let nobody = this.nobodies.get(text);
    if (nobody === undefined) {
      nobody = isNobody(text);
      this.nobodies.set(text, nobody);
    }
    return nobody;
  }

  private isHeaderAt(text: TextOf, field: SheetField): boolean {
    return text.seen !== "" && text.seen.trim() === this.layout.columns[field]?.heading;
  }

  saysSummary(row: number): boolean {
    const cells = this.grid.rows[row - this.grid.firstRow] ?? [];
    return cells.some((cell) => typeof cell === "string" && isSummary(cell));
  }
}

/** A long row with nothing in any of these was prepared for later and says nothing yet. */
const LONG_CONTENT: readonly SheetField[] = [
  "month",
  "score",
  "sales",
  "extra",
  "complaints",
  "leaves",
  ...PAID_FIELDS,
];

/** Whether a quantity holds a number, readable or out of range: what makes a row without a name matter. */
function hasNumber({ quantity }: CellOf<number>): boolean {
  if (quantity.kind === "problem") return quantity.problem.code === "outOfRange";
  return quantity.kind === "value" || quantity.kind === "zero";
}

interface PersonMet extends Person {
  name: string;
  cell: CellRef;
  readonly records: SheetRecord[];
}

/** What the rows have given so far. */
class Collected {
  readonly nameless: SheetRecord[] = [];
  readonly records: SheetRecord[] = [];
  private readonly known = new Map<string, PersonMet>();

  /** The person of a row, who is shown and pointed at as in the lowest row. */
  meet(employeeId: TextOf, name: TextOf, cell: CellRef): PersonMet {
    const key = employeeId.text === "" ? `name:${name.text}` : `id:${employeeId.text}`;
    const met = this.known.get(key);
    if (met === undefined) {
      const person = { key, employeeId: employeeId.text, name: name.text, cell, records: [] };
      this.known.set(key, person);
      return person;
    }
    if (name.text !== "") met.name = name.text;
    met.cell = cell;
    return met;
  }

  people(): PersonMet[] {
    return [...this.known.values()];
  }
}

function monthPlace({ month }: SheetRecord): number {
  return month.quantity.kind === "value" ? month.quantity.value : Number.MAX_SAFE_INTEGER;
}

function sortByMonth(records: SheetRecord[]): void {
  for (let index = 1; index < records.length; index += 1) {
    const before = records[index - 1];
    const record = records[index];
    if (before !== undefined && record !== undefined && monthPlace(before) > monthPlace(record)) {
      records.sort((a, b) => monthPlace(a) - monthPlace(b));
      return;
    }
  }
}

function readLongRow(reader: RowReader, row: number, into: Collected): void {
  if (LONG_CONTENT.every((field) => reader.isBlankAt(row, field))) return;
  const employeeId = reader.employeeId(row);
  const name = reader.name(row);
  if (reader.isNobody(employeeId, name)) return;
  const record: SheetRecord = {
    row,
    employeeId,
    name,
    month: reader.quantity(row, "month", readSheetMonth),
    level: reader.level(row),
    score: reader.score(row),
    sales: reader.quantity(row, "sales", readMoney),
    extra: reader.quantity(row, "extra", readMoney),
    complaints: reader.quantity(row, "complaints", readCount),
    leaves: reader.quantity(row, "leaves", readCount),
    ...reader.hired(row),
    levelSince: reader.levelSince(row),
    paid: reader.paid(row),
  };
  if (employeeId.text !== "" || name.text !== "") {
    into.meet(employeeId, name, reader.whoCell(row)).records.push(record);
  } else {
    const matters = hasNumber(record.score) || hasNumber(record.sales);
    if (!matters || reader.saysSummary(row)) return;
    into.nameless.push(record);
  }
  into.records.push(record);
}

/** The heading of a month column as the month of the records below it. */
function monthFromHeading(reader: RowReader, row: number, column: MonthColumn): CellOf<Month> {
  return reader.quantityAt(row, column.column, () => ({
    kind: "value",
    value: column.month,
    cleaned: null,
  }));
}

/** What tells a person without any month yet from a note that somebody left below the table. */
const WIDE_CONTENT: readonly SheetField[] = ["employeeId", "name", "level", "hired", "levelSince"];

function readWideRow(
  reader: RowReader,
  row: number,
  months: readonly { readonly column: number; readonly month: CellOf<Month> }[],
  into: Collected,
): void {
  const employeeId = reader.employeeId(row);
  const name = reader.name(row);
  if (reader.isNobody(employeeId, name)) return;
  const filled = months.filter(({ column }) => !isBlank(reader.cellAt(row, column)));
  const hasWho = employeeId.text !== "" || name.text !== "";
  if (filled.length === 0) {
    const told = WIDE_CONTENT.filter((field) => !reader.isBlankAt(row, field)).length;
    if (hasWho && told >= 2) into.meet(employeeId, name, reader.whoCell(row));
    return;
  }
  const common = {
    row,
    employeeId,
    name,
    level: reader.level(row),
    sales: ABSENT,
    extra: ABSENT,
    complaints: ABSENT,
    leaves: ABSENT,
    ...reader.hired(row),
    levelSince: reader.levelSince(row),
    paid: NOT_PAID,
  };
  const records = filled.map(({ column, month }): SheetRecord => ({
    ...common,
    month,
    score: reader.scoreAt(row, column),
  }));
  if (hasWho) {
    into.meet(employeeId, name, reader.whoCell(row)).records.push(...records);
  } else {
    const first = records.find(({ score }) => hasNumber(score));
    if (first === undefined || reader.saysSummary(row)) return;
    into.nameless.push(first);
  }
  into.records.push(...records);
}

/**
 * Reads a sheet's people and months in steps, so that the caller can give the thread back between
 * them; the result is what the last step returns. What cannot be read is a problem in its cell's
 * place, never left out. People are known by 工号, else by name; rows of one name with and without a
 * 工号 stay two people (F-EMP-02).
 */
export function* readRecordsInSteps(
  grid: Grid,
  layout: SheetLayout,
  options: RecordOptions,
): Generator<RowsRead, ScoreSheet, void> {
  const reader = new RowReader(grid, layout, options);
  const collected = new Collected();
  const months = layout.months.map((found) => ({
    column: found.column,
    month: monthFromHeading(reader, layout.headerRow, found),
  }));
  const columns = Object.keys(layout.columns).length + months.length;
  const total = layout.lastRow - layout.firstRow + 1;
  const rowsAStep = Math.max(1, Math.floor(CELLS_A_STEP / Math.max(1, columns)));
  for (let done = 0; done < total; done += 1) {
    if (done > 0 && done % rowsAStep === 0) yield { done, total };
    const row = layout.firstRow + done;
    if (layout.kind === "long") readLongRow(reader, row, collected);
    else readWideRow(reader, row, months, collected);
  }
  const people = collected.people();
  let sorted = 0;
  for (const { records } of people) {
    sortByMonth(records);
    sorted += records.length;
    if (sorted < CELLS_A_STEP) continue;
    sorted = 0;
    yield { done: total, total };
  }
  return { layout, people, nameless: collected.nameless, records: collected.records };
}

/** Reads a sheet's people and months at once: `readRecordsInSteps` without the pauses. */
export function readRecords(grid: Grid, layout: SheetLayout, options: RecordOptions): ScoreSheet {
  const steps = readRecordsInSteps(grid, layout, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
