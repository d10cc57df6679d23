import { ByRow, isBlank, joinChunks } from "../../grid";
import type { Grid } from "../../grid";
import { mapSteps, runToEnd, yieldsAt } from "../../steps";
import type { Month } from "../../units";
import { Collected, type PersonMet } from "./collected";
import { PAID_FIELDS, RowReader, type RecordOptions, type Row } from "./rowReader";
import {
  FilledRecord,
  RowRecord,
  ScoredElsewhere,
  WideRecord,
  type MonthOfColumns,
} from "./rowRecord";
import { fillFrom, type CompanionPart, type Filled } from "./companions";
import { settleHistory } from "./settleHistory";
import { seenText } from "../cells/readText";
import { MONTHLY_FIELDS } from "../types";
import type {
  CellOf,
  MonthColumn,
  MonthlyField,
  PendingCells,
  Person,
  ScoreSheet,
  SheetField,
  SheetLayout,
  SheetRecord,
  TextOf,
} from "../types";

/** How many rows of the sheet have been read. */
export interface RowsRead {
  readonly done: number;
  readonly total: number;
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

function monthPlace({ month }: SheetRecord): number {
  return month.quantity.kind === "value" ? month.quantity.value : Number.MAX_SAFE_INTEGER;
}

function sortByMonth(records: RowRecord[]): void {
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

/** Whether Excel has yet to say whose a row is: a 工号 may still come to any, or to none and the name counts. */
function isUnplaced(employeeId: TextOf, name: TextOf): boolean {
  return employeeId.pending || (employeeId.text === "" && name.pending);
}

/** Reads a row; gives whose it is. */
function readLongRow(
  reader: RowReader,
  row: number,
  cells: Row,
  into: Collected,
): PersonMet | undefined {
  const holds = reader.isLasting || !LONG_CONTENT.every((field) => reader.isBlankAt(cells, field));
  if (!holds) return undefined;
  const employeeId = reader.employeeId(row, cells);
  const name = reader.name(row, cells);
  const nobody = reader.nobody(employeeId, name);
  if (nobody !== null) {
    into.skip(reader, row, nobody, name.text === "" ? employeeId.text : name.text);
    return undefined;
  }
  const record = new RowRecord(reader, row, cells);
  let owner: PersonMet | undefined;
  if (isUnplaced(employeeId, name)) {
    into.unplaced.push(record);
  } else if (employeeId.text !== "" || name.text !== "") {
    owner = into.meet(employeeId.text, name.text, row, reader);
    owner.records.push(record);
  } else {
    const matters = hasNumber(record.score) || hasNumber(record.sales);
    if (!matters || reader.saysSummary(cells)) return undefined;
    into.nameless.push(record);
  }
  into.records.add(record);
  return owner;
}

function monthFromHeading(reader: RowReader, grid: Grid, found: MonthColumn): CellOf<Month> {
  const { headerRow } = reader.layout;
  const cells = grid.rows[headerRow - grid.firstRow] ?? [];
  return reader.quantityAt(headerRow, cells, found.column, () => ({
    kind: "value",
    value: found.month,
    cleaned: null,
  }));
}

interface WideMonth {
  readonly month: MonthOfColumns;
  /** Its columns, in no order. */
  readonly held: readonly number[];
}

/** The months of a wide sheet by date, each with the columns that hold something of it. */
function wideMonths(reader: RowReader, grid: Grid): readonly WideMonth[] {
  const { layout } = reader;
  const found = new Map<Month, MonthOfColumns>();
  const enter = (field: MonthlyField, columns: readonly MonthColumn[]): void => {
    for (const column of columns) {
      const known = found.get(column.month);
      found.set(column.month, {
        month: known?.month ?? monthFromHeading(reader, grid, column),
        columns: { ...known?.columns, [field]: column.column },
      });
    }
  };
  enter("score", layout.months);
  for (const field of MONTHLY_FIELDS)
    if (field !== "score") enter(field, layout.blocks[field] ?? []);
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([, month]) => ({ month, held: Object.values(month.columns) }));
}

/** What distinguishes a person without any month yet from a note that somebody left below the table. */
const WIDE_CONTENT: readonly SheetField[] = ["employeeId", "name", "level", "hired", "levelSince"];

/** Reads a row; gives whose its records are. */
function readWideRow(
  reader: RowReader,
  row: number,
  cells: Row,
  months: readonly WideMonth[],
  into: Collected,
): PersonMet | undefined {
  const employeeId = reader.employeeId(row, cells);
  const name = reader.name(row, cells);
  const nobody = reader.nobody(employeeId, name);
  if (nobody !== null) {
    into.skip(reader, row, nobody, name.text === "" ? employeeId.text : name.text);
    return undefined;
  }
  const filled = months.filter(({ held }) =>
    held.some((column) => !isBlank(reader.cellAt(cells, column))),
  );
  const unplaced = isUnplaced(employeeId, name);
  const hasWho = !unplaced && (employeeId.text !== "" || name.text !== "");
  if (filled.length === 0) {
    const told = WIDE_CONTENT.filter((field) => !reader.isBlankAt(cells, field)).length;
    if (hasWho && told >= 2) into.meet(employeeId.text, name.text, row, reader);
    return undefined;
  }
  const records = filled.map(({ month }) => new WideRecord(reader, row, cells, month));
  let owner: PersonMet | undefined;
  if (unplaced) {
    into.unplaced.push(...records);
  } else if (hasWho) {
    owner = into.meet(employeeId.text, name.text, row, reader);
    owner.records.push(...records);
  } else {
    const first = records.find(({ score, sales }) => hasNumber(score) || hasNumber(sales));
    if (first === undefined || reader.saysSummary(cells)) return undefined;
    into.nameless.push(first);
  }
  for (const record of records) into.records.add(record);
  return owner;
}

/** What is kept of a sheet for the next time it is read. */
interface SheetState {
  /** It knows what cells say by now. */
  readonly reader: RowReader;
  /** Whose each row is; none where it is nobody's. */
  readonly owners: ByRow<PersonMet>;
  readonly pending: PendingRows;
}

/** Cells of records that Excel has not calculated yet, by row. */
type PendingRows = ReadonlyMap<number, { readonly count: number; readonly first: number }>;

const NO_ROWS: PendingRows = new Map();

/** Of the sheets that were read together, by sheet. */
const statesOf = new WeakMap<ScoreSheet, ReadonlyMap<string, SheetState>>();

/** A layout found again: as the known one where only its last row is another, so that what was read of it still holds. */
export function sameLayout(known: SheetLayout, found: SheetLayout): SheetLayout {
  const { lastRow } = found;
  const isKnown = JSON.stringify({ ...known, lastRow }) === JSON.stringify(found);
  return isKnown ? { ...known, lastRow } : found;
}

/** A sheet as it was read before, asked row by row from the top: what of it still holds. */
class Earlier {
  readonly reader: RowReader | null;
  readonly pending: PendingRows;
  readonly #owners: SheetState["owners"] | undefined;
  readonly #records: readonly SheetRecord[];
  #next = 0;
  /** The person of the last row that was taken over, as known then and as met now. */
  #last: { readonly owner: PersonMet; readonly person: PersonMet } | null = null;

  constructor(sheet: ScoreSheet, layout: SheetLayout) {
    const { id } = layout.sheet;
    const known = [sheet.layout, ...sheet.others].find((other) => other.sheet.id === id);
    const same =
      known !== undefined &&
      known.columns === layout.columns &&
      known.months === layout.months &&
      known.blocks === layout.blocks &&
      known.sheetMonth === layout.sheetMonth &&
      known.kind === layout.kind &&
      known.headerRow === layout.headerRow;
    const read = same ? statesOf.get(sheet)?.get(id) : undefined;
    this.reader = read?.reader ?? null;
    this.#owners = read?.owners;
    this.pending = read?.pending ?? NO_ROWS;
    this.#records =
      sheet.others.length === 0
        ? sheet.records
        : sheet.records.filter((record) => record.layout.sheet.id === id);
  }

  /** Takes over the records of a row whose cells are the same array as then; gives their person, null where there are none. */
  takeOver(row: number, cells: Row, into: Collected): PersonMet | null {
    if (this.reader === null) return null;
    const records = this.#records;
    while ((records[this.#next]?.row ?? Infinity) < row) this.#next += 1;
    const first = records[this.#next];
    const owner = this.#owners?.get(row);
    if (!(first instanceof RowRecord) || first.row !== row || first.cells !== cells) return null;
    // What came from another sheet may have changed there.
    if (first instanceof ScoredElsewhere || first instanceof FilledRecord) return null;
    if (owner === undefined) return null;
    // A 工号 is the same in all rows of its person; a name need not be.
    const name = this.reader.nameOf(cells);
    let person: PersonMet;
    if (this.#last?.owner === owner && owner.employeeId !== "") {
      ({ person } = this.#last);
      into.meetAgain(person, name, row, this.reader);
    } else {
      person = into.meet(owner.employeeId, name, row, this.reader);
      this.#last = { owner, person };
    }
    for (let record = records[this.#next]; record?.row === row; record = records[this.#next]) {
      if (!(record instanceof RowRecord)) break;
      person.records.push(record);
      into.records.add(record);
      this.#next += 1;
    }
    return person;
  }
}

/** The people of the sheet as it was read before, to be recognised. */
class EarlierPeople {
  readonly #people = new Map<string, Person>();

  constructor({ people }: ScoreSheet) {
    for (const person of people) this.#people.set(person.key, person);
  }

  /** The person as read then, where nothing of them has changed. */
  same(person: Person): Person | undefined {
    const before = this.#people.get(person.key);
    return before !== undefined &&
      before.name === person.name &&
      before.cell.sheet.id === person.cell.sheet.id &&
      before.cell.row === person.cell.row &&
      before.cell.column === person.cell.column &&
      before.records.length === person.records.length &&
      before.records.every((record, index) => record === person.records[index])
      ? before
      : undefined;
  }
}

/** A sheet to read: its cells and where its people and months stand. */
export interface SheetInput {
  readonly grid: Grid;
  readonly layout: SheetLayout;
}

function rowsOf({ layout }: SheetInput): number {
  return Math.max(0, layout.lastRow - layout.firstRow + 1);
}

/** Columns whose cells are read of every row. */
const NOT_READ: ReadonlySet<SheetField> = new Set(["note", "shopAccount", "confirmed", "netPaid"]);

function columnsOf({ columns }: SheetLayout, months: readonly WideMonth[]): readonly number[] {
  const fields = Object.values(columns).filter(({ field }) => !NOT_READ.has(field));
  const all = [...fields.map(({ column }) => column), ...months.flatMap(({ held }) => held)];
  return [...new Set(all)].sort((a, b) => a - b);
}

/** Where the formulas of several sheets stand. */
function formulasIn(inputs: readonly Pick<SheetInput, "grid">[]): ScoreSheet["isFormula"] {
  const bySheet = new Map(inputs.map(({ grid }) => [grid.sheet.id, grid.isFormula]));
  return ({ sheet, row, column }) => bySheet.get(sheet.id)?.(row, column) === true;
}

/** The cells of a sheet that Excel has not calculated yet; undefined where there are none. */
function pendingOf(state: SheetState | undefined): PendingCells | undefined {
  if (state === undefined || state.pending.size === 0) return undefined;
  const rows = [...state.pending].sort(([a], [b]) => a - b);
  const [[row, { first }] = [0, { first: 0 }]] = rows;
  const { sheet } = state.reader.layout;
  return {
    count: rows.reduce((sum, [, { count }]) => sum + count, 0),
    first: { sheet, row, column: first },
  };
}

/** Reads one sheet into what others have given before; yields how many of its rows are done. */
function* readInput(
  input: SheetInput,
  options: RecordOptions,
  into: Collected,
  before: ScoreSheet | null,
): Generator<number, SheetState, void> {
  const { grid, layout } = input;
  const earlier = before === null ? null : new Earlier(before, layout);
  const reader = earlier?.reader ?? new RowReader(grid, layout, options);
  const months = layout.kind === "wide" ? wideMonths(reader, grid) : [];
  const total = rowsOf(input);
  const owners = new ByRow<PersonMet>();
  const used = columnsOf(layout, months);
  const pending = new Map(earlier?.pending ?? NO_ROWS);
  for (let done = 0; done < total; done += 1) {
    if (yieldsAt(done)) yield done;
    const row = layout.firstRow + done;
    const cells = grid.rows[row - grid.firstRow] ?? [];
    if (reader.headsOtherTable(cells)) {
      into.skip(reader, row, "table", cells.map(seenText).join(" ").trim());
      break;
    }
    if (reader.whoWaits(cells)) into.whoWaits = true;
    let owner = earlier?.takeOver(row, cells, into) ?? undefined;
    if (owner === undefined) {
      const before = into.withoutPerson;
      owner =
        layout.kind === "long"
          ? readLongRow(reader, row, cells, into)
          : readWideRow(reader, row, cells, months, into);
      const waiting = reader.pendingIn(cells, used);
      const read = owner !== undefined || into.withoutPerson > before;
      if (read && waiting.count > 0) pending.set(row, waiting);
      else pending.delete(row);
    }
    if (owner !== undefined) owners.set(row, owner);
  }
  return { reader, owners, pending };
}

/** The sheets that are read along with the one to validate. */
export interface OtherSheets {
  /** Earlier scores; what the sheets of the months say of a month counts before it. */
  readonly history?: SheetInput | null | undefined;
  /** Sheets of other months, read as if their rows stood above the main one's. */
  readonly months?: readonly SheetInput[] | undefined;
  /** Sheets of the same people without scores: what they say is laid beside the records. */
  readonly companions?: readonly CompanionPart[] | undefined;
}

/** Reads the sheets of the same people and adds what they say to the records. */
function* fillSteps(
  people: readonly PersonMet[],
  companions: readonly CompanionPart[],
  options: RecordOptions,
): Generator<void, { readonly filled: Filled; readonly pending: readonly PendingCells[] }> {
  const known: { part: CompanionPart; read: ScoreSheet }[] = [];
  for (const part of companions) {
    const read = yield* mapSteps(readCompanion(part, options), () => undefined);
    known.push({ part, read });
  }
  yield;
  return { filled: fillFrom(people, known), pending: known.flatMap(({ read }) => read.pending) };
}

/** Reads a sheet of the same people that holds no scores, in steps as `readSheetsInSteps`. */
export function readCompanion(
  { grid, companion }: Pick<CompanionPart, "grid" | "companion">,
  options: RecordOptions,
): Generator<RowsRead, ScoreSheet, void> {
  const { layout, ofMonths } = companion;
  return readRecordsInSteps(grid, layout, { ...options, lasting: !ofMonths });
}

/**
 * Reads the people and months of a sheet, and of those that belong to it, yielding every few rows. What cannot be read
 * is a problem in its cell's place, never left out. People are known by 工号, else by name; a name that has exactly one
 * 工号 anywhere is that person wherever the 工号 is missing (rule S3). Of the sheet as read before (`before`), rows whose
 * cells are the same arrays give the same records, and people of whom nothing has changed are the same
 * objects.
 */
export function* readSheetsInSteps(
  main: SheetInput,
  { history, months = [], companions = [] }: OtherSheets,
  options: RecordOptions,
  before: ScoreSheet | null = null,
): Generator<RowsRead, ScoreSheet, void> {
  const earlier = before === null ? null : new EarlierPeople(before);
  const inputs = [...(history ? [history] : []), ...months, main];
  const total = inputs.reduce((sum, input) => sum + rowsOf(input), 0);
  const collected = new Collected();
  const used = new Map<string, SheetState>();
  let read = 0;
  for (const input of inputs) {
    const above = read;
    const steps = readInput(input, options, collected, before);
    const found = yield* mapSteps(steps, (done): RowsRead => ({ done: above + done, total }));
    used.set(input.layout.sheet.id, found);
    read += rowsOf(input);
  }
  const joined = collected.join();
  const settled = history ? settleHistory(collected.people, history.layout) : null;
  const whole: RowsRead = { done: total, total };
  yield whole;
  const { filled, pending } = yield* mapSteps(
    fillSteps(collected.people, companions, options),
    () => whole,
  );
  const all = joinChunks(collected.records.chunks);
  const people: Person[] = [];
  for (const { key, employeeId, name, lastRow, reader, records } of collected.people) {
    yield whole;
    const person = { key, employeeId, name, records, cell: reader.whoCell(lastRow) };
    // Rows mostly run by month, and then the order of the sheet is enough to know somebody again.
    let known = earlier?.same(person);
    if (known === undefined) {
      sortByMonth(records);
      known = earlier?.same(person);
    }
    people.push(known ?? person);
  }
  const sheet: ScoreSheet = {
    layout: main.layout,
    others: inputs.filter((input) => input !== main).map(({ layout }) => layout),
    people,
    nameless: collected.nameless,
    unplaced: collected.unplaced,
    pending: [
      ...inputs.flatMap(({ layout }) => pendingOf(used.get(layout.sheet.id)) ?? []),
      ...pending,
    ],
    isFormula: formulasIn([...inputs, ...companions]),
    records: withFills(settled === null ? all : settled(all), filled),
    skipped: collected.skipped,
    joined,
    taken: filled.matches,
    left: filled.left,
  };
  statesOf.set(sheet, used);
  return sheet;
}

function withFills(records: readonly RowRecord[], { replaced }: Filled): readonly RowRecord[] {
  return replaced.size === 0 ? records : records.map((record) => replaced.get(record) ?? record);
}

/** Reads one sheet's people and months: `readSheetsInSteps` without others. */
export function readRecordsInSteps(
  grid: Grid,
  layout: SheetLayout,
  options: RecordOptions,
  before: ScoreSheet | null = null,
): Generator<RowsRead, ScoreSheet, void> {
  return readSheetsInSteps({ grid, layout }, {}, options, before);
}

/** Reads several sheets at once: `readSheetsInSteps` without the pauses. */
export function readSheets(
  main: SheetInput,
  others: OtherSheets,
  options: RecordOptions,
): ScoreSheet {
  return runToEnd(readSheetsInSteps(main, others, options));
}

/** Reads one sheet at once: `readRecordsInSteps` without the pauses. */
export function readRecords(
  grid: Grid,
  layout: SheetLayout,
  options: RecordOptions,
  before: ScoreSheet | null = null,
): ScoreSheet {
  return runToEnd(readRecordsInSteps(grid, layout, options, before));
}
