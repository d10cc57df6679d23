import type { ByRow } from "../../grid";
import type { Person, ScoreSheet, SheetLayout, SheetRecord } from "../types";
import type { Collected, PersonMet } from "./collected";
import type { Row, RowReader } from "./rowReader";
import { FilledRecord, RowRecord, ScoredElsewhere } from "./rowRecord";

/** What is kept of a sheet for the next time it is read. */
export interface SheetState {
  /** It knows what cells say by now. */
  readonly reader: RowReader;
  /** Whose each row is; none where it is nobody's. */
  readonly owners: ByRow<PersonMet>;
  readonly pending: PendingRows;
}

/** Cells of records that Excel has not calculated yet, by row. */
type PendingRows = ReadonlyMap<number, { readonly count: number; readonly first: number }>;

export const NO_ROWS: PendingRows = new Map();

/** Of the sheets that were read together, by sheet. */
export const statesOf = new WeakMap<ScoreSheet, ReadonlyMap<string, SheetState>>();

/** A layout found again: as the known one where only its last row is another, so that what was read of it still holds. */
export function sameLayout(known: SheetLayout, found: SheetLayout): SheetLayout {
  const { lastRow } = found;
  const isKnown = JSON.stringify({ ...known, lastRow }) === JSON.stringify(found);
  return isKnown ? { ...known, lastRow } : found;
}

/** A sheet as it was read before, asked row by row from the top: what of it still holds. */
export class Earlier {
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
export class EarlierPeople {
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
