import { isBlank } from "../grid";
import type { Grid } from "../grid";
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

interface PersonMet {
  readonly key: string;
  readonly employeeId: string;
  /** As in the lowest row that has one, and that row's number: people are shown and pointed at there. */
  name: string;
  lastRow: number;
  readonly records: SheetRecord[];
}

/** What the rows have given so far. */
class Collected {
  readonly nameless: SheetRecord[] = [];
  readonly records: SheetRecord[] = [];
  readonly people: PersonMet[] = [];
  private readonly byId = new Map<string, PersonMet>();
  private readonly byName = new Map<string, PersonMet>();

  /** The person of a row. */
  meet(employeeId: string, name: string, row: number): PersonMet {
    const hasId = employeeId !== "";
    const known = hasId ? this.byId : this.byName;
    const text = hasId ? employeeId : name;
    let met = known.get(text);
    if (met === undefined) {
      const key = hasId ? `id:${text}` : `name:${text}`;
      met = { key, employeeId, name, lastRow: row, records: [] };
      known.set(text, met);
      this.people.push(met);
      return met;
    }
    if (name !== "") met.name = name;
    met.lastRow = row;
    return met;
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
    into.meet(employeeId.text, name.text, row).records.push(record);
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
    if (hasWho && told >= 2) into.meet(employeeId.text, name.text, row);
    return;
  }
  const records = filled.map((month) => new WideRecord(reader, row, cells, month));
  if (hasWho) {
    into.meet(employeeId.text, name.text, row).records.push(...records);
  } else {
    const first = records.find(({ score }) => hasNumber(score));
    if (first === undefined || reader.saysSummary(cells)) return;
    into.nameless.push(first);
  }
  into.records.push(...records);
}

/** The reader of a sheet that was read: it knows what cells say by now. */
const readers = new WeakMap<ScoreSheet, RowReader>();

/** A layout found again: as the known one where only its last row is another, so that what was read of it still holds. */
export function sameLayout(known: SheetLayout, found: SheetLayout): SheetLayout {
  const { lastRow } = found;
  const isKnown = JSON.stringify({ ...known, lastRow }) === JSON.stringify(found);
  return isKnown ? { ...known, lastRow } : found;
}

/** An earlier reading of a sheet, asked row by row from the top: what of it still holds. */
class Earlier {
  readonly reader: RowReader | null;
  private readonly owners: Person[] = [];
  private readonly people = new Map<string, Person>();
  private next = 0;

  constructor(
    private readonly sheet: ScoreSheet,
    layout: SheetLayout,
  ) {
    const { columns, months, kind, headerRow } = sheet.layout;
    const same =
      columns === layout.columns &&
      months === layout.months &&
      kind === layout.kind &&
      headerRow === layout.headerRow;
    this.reader = same ? (readers.get(sheet) ?? null) : null;
    for (const person of sheet.people) {
      this.people.set(person.key, person);
      for (const { row } of person.records) this.owners[row] = person;
    }
  }

  /** Takes over the records of a row whose cells are the same array as then; says whether there were any. */
  takeOver(row: number, cells: Row, into: Collected): boolean {
    if (this.reader === null) return false;
    const { records } = this.sheet;
    while ((records[this.next]?.row ?? Infinity) < row) this.next += 1;
    const first = records[this.next];
    const owner = this.owners[row];
    if (!(first instanceof RowRecord) || first.row !== row || first.cells !== cells) return false;
    if (owner === undefined) return false;
    // A 工号 is the same in all rows of its person; a name need not be.
    const person = into.meet(owner.employeeId, this.reader.nameOf(cells), row);
    for (let record = records[this.next]; record?.row === row; record = records[this.next]) {
      person.records.push(record);
      into.records.push(record);
      this.next += 1;
    }
    return true;
  }

  /** The person as read then, where nothing of them has changed. */
  same(person: Person): Person | undefined {
    const before = this.people.get(person.key);
    return before !== undefined &&
      before.name === person.name &&
      before.cell.row === person.cell.row &&
      before.cell.column === person.cell.column &&
      before.records.length === person.records.length &&
      before.records.every((record, index) => record === person.records[index])
      ? before
      : undefined;
  }
}

/**
 * Reads a sheet's people and months in steps, so that the caller can give the thread back between
 * them; the result is what the last step returns. What cannot be read is a problem in its cell's
 * place, never left out. People are known by 工号, else by name; rows of one name with and without a
 * 工号 stay two people (F-EMP-02). Of an earlier reading `before`, rows whose cells are the same arrays
 * give the same records, and people of whom nothing has changed are the same objects.
 */
export function* readRecordsInSteps(
  grid: Grid,
  layout: SheetLayout,
  options: RecordOptions,
  before: ScoreSheet | null = null,
): Generator<RowsRead, ScoreSheet, void> {
  const earlier = before === null ? null : new Earlier(before, layout);
  const reader = earlier?.reader ?? new RowReader(grid, layout, options);
  const collected = new Collected();
  const months = layout.months.map((found) => monthFromHeading(reader, grid, found));
  const columns = Object.keys(layout.columns).length + months.length;
  const total = layout.lastRow - layout.firstRow + 1;
  const rowsAStep = Math.max(1, Math.floor(CELLS_A_STEP / Math.max(1, columns)));
  for (let done = 0; done < total; done += 1) {
    if (done > 0 && done % rowsAStep === 0) yield { done, total };
    const row = layout.firstRow + done;
    const cells = grid.rows[row - grid.firstRow] ?? [];
    if (earlier?.takeOver(row, cells, collected) === true) continue;
    if (layout.kind === "long") readLongRow(reader, row, cells, collected);
    else readWideRow(reader, row, cells, months, collected);
  }
  const people: Person[] = [];
  let sorted = 0;
  for (const { key, employeeId, name, lastRow, records } of collected.people) {
    const person = { key, employeeId, name, records, cell: reader.whoCell(lastRow) };
    // Rows mostly run by month, and then the order of the sheet is enough to know somebody again.
    let known = earlier?.same(person);
    if (known === undefined) {
      sortByMonth(records);
      known = earlier?.same(person);
    }
    people.push(known ?? person);
    sorted += records.length;
    if (sorted < CELLS_A_STEP) continue;
    sorted = 0;
    yield { done: total, total };
  }
  const { nameless, records } = collected;
  const sheet: ScoreSheet = { layout, people, nameless, records };
  readers.set(sheet, reader);
  return sheet;
}

/** Reads a sheet's people and months at once: `readRecordsInSteps` without the pauses. */
export function readRecords(
  grid: Grid,
  layout: SheetLayout,
  options: RecordOptions,
  before: ScoreSheet | null = null,
): ScoreSheet {
  const steps = readRecordsInSteps(grid, layout, options, before);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
