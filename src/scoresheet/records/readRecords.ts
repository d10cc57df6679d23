import { ByRow, isBlank, joinChunks } from "../../grid";
import type { Grid } from "../../grid";
import type { Month } from "../../units";
import { mapSteps, runToEnd, yieldsAt } from "../../steps";
import { seenText } from "../cells/readText";
import type {
  PendingCells,
  Person,
  ScoreSheet,
  SheetField,
  SheetLayout,
  SheetRecord,
} from "../types";
import { Collected, type PersonMet } from "./collected";
import { fillFrom, type CompanionPart, type Filled } from "./companions";
import { Earlier, EarlierPeople, NO_ROWS, statesOf, type SheetState } from "./earlier";
import { readLongRow, readWideRow, wideMonths, type WideMonth } from "./readRows";
import { RowReader, type RecordOptions } from "./rowReader";
import type { RowRecord } from "./rowRecord";
import { settleHistory } from "./settleHistory";

/** How many rows of the sheet have been read. */
export interface RowsRead {
  readonly done: number;
  readonly total: number;
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
  /** The other table that stands between or below the people, while its rows last. */
  let within: "people" | "legend" | null = null;
  for (let done = 0; done < total; done += 1) {
    if (yieldsAt(done)) yield done;
    const row = layout.firstRow + done;
    const cells = grid.rows[row - grid.firstRow] ?? [];
    within = reader.headsOtherTable(cells) ?? within;
    if (within !== null) {
      const goesOn =
        reader.isOwnHeading(cells) ||
        (within === "legend" && reader.isSomebody(row, cells, months));
      if (!goesOn) {
        if (!cells.every(isBlank))
          into.skip(reader, row, "table", cells.map(seenText).join(" ").trim());
        continue;
      }
      within = null;
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
  /** Months whose sheets were found and not read. */
  readonly unread?: ReadonlyMap<Month, string> | undefined;
}

const NONE_UNREAD: ReadonlyMap<Month, string> = new Map();

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
  // A roster has no month of its own, even where it is taken for one of the workbook's only month.
  const lasting = !ofMonths || layout.sheetMonth?.why === "chosen";
  return readRecordsInSteps(grid, layout, { ...options, lasting });
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
  { history, months = [], companions = [], unread = NONE_UNREAD }: OtherSheets,
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
    unread,
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
