import { LongList } from "../../grid";
import type { JoinedPerson, SheetRecord, SkippedKind, SkippedRow } from "../types";
import type { RowReader } from "./rowReader";
import type { RowRecord } from "./rowRecord";

/** Somebody while the sheets are read. */
export interface PersonMet {
  readonly key: string;
  readonly employeeId: string;
  /** As in the lowest row that has one, and that row of its sheet: people are shown and pointed at there. */
  name: string;
  /** Names of other rows. */
  otherNames: string[] | null;
  lastRow: number;
  /** When the last row was met, counted over all sheets. */
  lastMet: number;
  reader: RowReader;
  readonly records: RowRecord[];
}

/** Rows of a sheet that are nobody's and are remembered one by one. */
const MOST_SKIPPED = 20_000;

/** What the rows have given so far. */
export class Collected {
  readonly nameless: SheetRecord[] = [];
  /** Rows whose 工号 or name Excel has not calculated yet. */
  readonly unplaced: SheetRecord[] = [];
  readonly records = new LongList<RowRecord>();
  readonly skipped: SkippedRow[] = [];
  people: PersonMet[] = [];
  /** Set where a 工号, or a name beside one, is yet to be calculated: by it others might be joined. */
  whoWaits = false;
  readonly #byId = new Map<string, PersonMet>();
  readonly #byName = new Map<string, PersonMet>();
  #met = 0;

  get withoutPerson(): number {
    return this.nameless.length + this.unplaced.length;
  }

  /** The person of a row. */
  meet(employeeId: string, name: string, row: number, reader: RowReader): PersonMet {
    const hasId = employeeId !== "";
    const known = hasId ? this.#byId : this.#byName;
    const text = hasId ? employeeId : name;
    let met = known.get(text);
    if (met === undefined) {
      const key = hasId ? `id:${text}` : `name:${text}`;
      this.#met += 1;
      met = {
        key,
        employeeId,
        name,
        otherNames: null,
        lastRow: row,
        lastMet: this.#met,
        reader,
        records: [],
      };
      known.set(text, met);
      this.people.push(met);
      return met;
    }
    this.meetAgain(met, name, row, reader);
    return met;
  }

  /** Another row of somebody. */
  meetAgain(met: PersonMet, name: string, row: number, reader: RowReader): void {
    if (name !== "" && name !== met.name) {
      if (met.name !== "") (met.otherNames ??= []).push(met.name);
      met.name = name;
    }
    met.lastRow = row;
    met.lastMet = this.#met += 1;
    met.reader = reader;
  }

  /** Whether rows that are nobody's are still remembered one by one. */
  get remembersMore(): boolean {
    return this.skipped.length < MOST_SKIPPED;
  }

  skip(reader: RowReader, row: number, kind: SkippedKind, text: string): void {
    if (!this.remembersMore) return;
    this.skipped.push({ sheet: reader.layout.sheet, row, kind, text });
  }

  /**
   * Joins people without 工号 to the one person with 工号 who has their name anywhere in the sheets (rule S3). A name
   * with two 工号 stays as it is, and so do two rows of one month in one sheet: those are two people of one name.
   */
  join(): readonly JoinedPerson[] {
    if (this.#byName.size === 0) return [];
    if (this.whoWaits) {
      this.#setAside();
      return [];
    }
    if (this.#byId.size === 0) return [];
    const owners = new Map<string, PersonMet | null>();
    for (const met of this.#byId.values())
      for (const name of new Set([met.name, ...(met.otherNames ?? [])]))
        if (name !== "") owners.set(name, owners.has(name) ? null : met);
    const joined: JoinedPerson[] = [];
    const gone = new Set<PersonMet>();
    for (const [name, met] of this.#byName) {
      const owner = owners.get(name) ?? null;
      if (owner === null) continue;
      const meets = meetInOneSheet(owner, met);
      if (meets === "unknown") {
        for (const record of met.records) this.unplaced.push(record);
        gone.add(met);
      }
      if (meets !== "no") continue;
      joined.push({ employeeId: owner.employeeId, name, rows: met.records.length });
      for (const record of met.records) owner.records.push(record);
      if (met.lastMet > owner.lastMet) {
        const { lastRow, lastMet, reader } = met;
        if (owner.name !== name) owner.name = name;
        Object.assign(owner, { lastRow, lastMet, reader });
      }
      gone.add(met);
    }
    if (gone.size > 0) this.people = this.people.filter((met) => !gone.has(met));
    return joined;
  }

  /** While a 工号 is yet to be calculated, it is unknown whose the rows without one are. */
  #setAside(): void {
    const named = new Set(this.#byName.values());
    for (const { records } of named) for (const record of records) this.unplaced.push(record);
    this.people = this.people.filter((met) => !named.has(met));
  }
}

/** Whether two have rows of the same month in the same sheet; unknown while a month is yet to be calculated. */
function meetInOneSheet(one: PersonMet, other: PersonMet): "yes" | "no" | "unknown" {
  const months = new Set<string>();
  let waiting = false;
  const keyOf = ({ layout, month: { quantity } }: SheetRecord): string | null => {
    if (quantity.kind === "pending") waiting = true;
    return quantity.kind === "value" ? `${layout.sheet.id} ${quantity.value}` : null;
  };
  for (const record of one.records) {
    const key = keyOf(record);
    if (key !== null) months.add(key);
  }
  let meets = false;
  for (const record of other.records) {
    const key = keyOf(record);
    if (key !== null && months.has(key)) meets = true;
  }
  return meets ? "yes" : waiting ? "unknown" : "no";
}
