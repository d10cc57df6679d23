import { isBlank } from "../grid";
import type { CellRef, Grid } from "../grid";
import { PAID_FIELDS, RowReader, type RecordOptions, type Row } from "./rowReader";
import { RowRecord, WideRecord, type MonthOfColumn } from "./rowRecord";
import type {
  CellOf,
  MonthColumn,
  Person,
  ScoreSheet,
  SheetField,
  SheetLayout,
  SheetRecord,
  TextOf,
} from "./types";

/** How far a reading has come, in rows of the sheet. */
export interface RowsRead {
  readonly done: number;
  readonly total: number;
}

/** Cells read between two steps: some milliseconds, so that a pause of the memory's keeper does no harm. */
const CELLS_A_STEP = 10_000;

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
  private readonly byId = new Map<string, PersonMet>();
  private readonly byName = new Map<string, PersonMet>();
  private readonly met: PersonMet[] = [];

  /** The person of a row, who is shown and pointed at as in the lowest row. */
  meet(employeeId: TextOf, name: TextOf, cell: CellRef): PersonMet {
    const hasId = employeeId.text !== "";
    const known = hasId ? this.byId : this.byName;
    const text = hasId ? employeeId.text : name.text;
    const met = known.get(text);
    if (met === undefined) {
      const key = hasId ? `id:${text}` : `name:${text}`;
      const person = { key, employeeId: employeeId.text, name: name.text, cell, records: [] };
      known.set(text, person);
      this.met.push(person);
      return person;
    }
    if (name.text !== "") met.name = name.text;
    met.cell = cell;
    return met;
  }

  people(): readonly PersonMet[] {
    return this.met;
  }
}

function monthPlace({ month }: SheetRecord): number {
  return month.quantity.kind === "value" ? month.quantity.value : Number.MAX_SAFE_INTEGER;
}

function sortByMonth(records: SheetRecord[]): void {
  let before = -Infinity;
  for (const record of records) {
    const place = monthPlace(record);
    if (place < before) {
      const placed = records.map((each) => ({ each, at: monthPlace(each) }));
      placed.sort((a, b) => a.at - b.at);
      placed.forEach(({ each }, index) => (records[index] = each));
      return;
    }
    before = place;
  }
}

function readLongRow(reader: RowReader, row: number, cells: Row, into: Collected): void {
  if (LONG_CONTENT.every((field) => reader.isBlankAt(cells, field))) return;
  const employeeId = reader.employeeId(row, cells);
  const name = reader.name(row, cells);
  if (reader.isNobody(employeeId, name)) return;
  const record = new RowRecord(reader, row, cells);
  if (employeeId.text !== "" || name.text !== "") {
    into.meet(employeeId, name, reader.whoCell(row)).records.push(record);
  } else {
    const matters = hasNumber(record.score) || hasNumber(record.sales);
    if (!matters || reader.saysSummary(cells)) return;
    into.nameless.push(record);
  }
  into.records.push(record);
}

function monthFromHeading(reader: RowReader, grid: Grid, found: MonthColumn): MonthOfColumn {
  const { headerRow } = reader.layout;
  const cells = grid.rows[headerRow - grid.firstRow] ?? [];
  const month = reader.quantityAt(headerRow, cells, found.column, () => ({
    kind: "value",
    value: found.month,
    cleaned: null,
  }));
  return { column: found.column, month };
}

/** What tells a person without any month yet from a note that somebody left below the table. */
const WIDE_CONTENT: readonly SheetField[] = ["employeeId", "name", "level", "hired", "levelSince"];

function readWideRow(
  reader: RowReader,
  row: number,
  cells: Row,
  months: readonly MonthOfColumn[],
  into: Collected,
): void {
  const employeeId = reader.employeeId(row, cells);
  const name = reader.name(row, cells);
  if (reader.isNobody(employeeId, name)) return;
  const filled = months.filter(({ column }) => !isBlank(reader.cellAt(cells, column)));
  const hasWho = employeeId.text !== "" || name.text !== "";
  if (filled.length === 0) {
    const told = WIDE_CONTENT.filter((field) => !reader.isBlankAt(cells, field)).length;
    if (hasWho && told >= 2) into.meet(employeeId, name, reader.whoCell(row));
    return;
  }
  const records = filled.map((month) => new WideRecord(reader, row, cells, month));
  if (hasWho) {
    into.meet(employeeId, name, reader.whoCell(row)).records.push(...records);
  } else {
    const first = records.find(({ score }) => hasNumber(score));
    if (first === undefined || reader.saysSummary(cells)) return;
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
  const months = layout.months.map((found) => monthFromHeading(reader, grid, found));
  const columns = Object.keys(layout.columns).length + months.length;
  const total = layout.lastRow - layout.firstRow + 1;
  const rowsAStep = Math.max(1, Math.floor(CELLS_A_STEP / Math.max(1, columns)));
  for (let done = 0; done < total; done += 1) {
    if (done > 0 && done % rowsAStep === 0) yield { done, total };
    const row = layout.firstRow + done;
    const cells = grid.rows[row - grid.firstRow] ?? [];
    if (layout.kind === "long") readLongRow(reader, row, cells, collected);
    else readWideRow(reader, row, cells, months, collected);
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
