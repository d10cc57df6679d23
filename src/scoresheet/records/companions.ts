import type { Month } from "../../units";
import { readDate } from "../cells/readSheetMonth";
import { seenText } from "../cells/readText";
import { headingKey } from "../layout/headings";
import { LASTING_FIELDS, type Companion } from "../layout/companion";
import type { PersonMet } from "./collected";
import { FilledRecord, type RowRecord } from "./rowRecord";
import type { Grid } from "../../grid";
import type { CompanionField, CompanionMatch, Person, ScoreSheet, SheetRecord } from "../types";

/** Another sheet of the same people, and what of it is taken. */
export interface CompanionPart {
  readonly grid: Grid;
  readonly companion: Companion;
  readonly fields: readonly CompanionField[];
}

/** When somebody left: the month, or null where only that is known. */
export type LeftSaid = Month | null;

/** Somebody's rows on another sheet. */
interface Found {
  readonly person: Person;
  readonly byMonth: ReadonlyMap<Month, SheetRecord>;
}

type Who = Pick<Person, "employeeId" | "name">;

/** The people of another sheet by 工号, and by names that one person has. */
class Directory {
  readonly #byId = new Map<string, Person>();
  readonly #byName = new Map<string, Person | null>();
  readonly #found = new Map<Person, Found>();

  constructor({ people }: Pick<ScoreSheet, "people">) {
    for (const person of people) {
      const { employeeId, name } = person;
      if (employeeId !== "") this.#byId.set(employeeId, person);
      if (name !== "") this.#byName.set(name, this.#byName.has(name) ? null : person);
    }
  }

  /** The person there; by the name only where one of the two has no 工号. */
  personOf({ employeeId, name }: Who): Person | undefined {
    const own = employeeId === "" ? undefined : this.#byId.get(employeeId);
    if (own !== undefined) return own;
    const named = this.#byName.get(name) ?? undefined;
    return named === undefined || (employeeId !== "" && named.employeeId !== "")
      ? undefined
      : named;
  }

  of(who: Who): Found | undefined {
    const person = this.personOf(who);
    if (person === undefined) return undefined;
    let found = this.#found.get(person);
    if (found === undefined) {
      const byMonth = new Map<Month, SheetRecord>();
      for (const record of person.records) {
        const { quantity } = record.month;
        // Of two rows of one month nobody can tell which counts.
        if (quantity.kind !== "value") continue;
        if (byMonth.has(quantity.value)) byMonth.delete(quantity.value);
        else byMonth.set(quantity.value, record);
      }
      this.#found.set(person, (found = { person, byMonth }));
    }
    return found;
  }
}

/** How many of some people another sheet knows. */
export function matchPeople(
  people: readonly Who[],
  read: Pick<ScoreSheet, "people">,
  { grid, fields }: CompanionPart,
): CompanionMatch {
  const directory = new Directory(read);
  const unmatched = people.filter((who) => directory.personOf(who) === undefined);
  return {
    sheet: grid.sheet,
    fields,
    people: people.length,
    matched: people.length - unmatched.length,
    unmatched: unmatched.map(({ employeeId, name }) => (name === "" ? employeeId : name)),
  };
}

/** Fields of a record that stand elsewhere. */
type Fills = ReadonlyMap<CompanionField, SheetRecord>;

function fillsOf(record: RowRecord, { byMonth, person }: Found, part: CompanionPart): Fills {
  const fills = new Map<CompanionField, SheetRecord>();
  const { quantity } = record.month;
  const ofMonth = quantity.kind === "value" ? byMonth.get(quantity.value) : undefined;
  const last = person.records.at(-1);
  for (const field of part.fields) {
    const { ofMonths, layout } = part.companion;
    // A roster without months of its own holds for all of them.
    const lasts = LASTING_FIELDS.has(field) && (!ofMonths || layout.sheetMonth?.why === "chosen");
    const from = lasts ? last : ofMonth;
    if (from !== undefined) fills.set(field, from);
  }
  return fills;
}

/** What other sheets have given to the records of one. */
export interface Filled {
  readonly replaced: ReadonlyMap<RowRecord, RowRecord>;
  readonly matches: readonly CompanionMatch[];
  /** By the person's key. */
  readonly left: ReadonlyMap<string, LeftSaid>;
}

const NOTHING_FILLED: Filled = { replaced: new Map(), matches: [], left: new Map() };

/** When the people of a sheet left, by what it says of each. */
function leftOf({ grid, companion }: CompanionPart, { records }: Person): LeftSaid | undefined {
  const row = records.at(-1)?.row;
  if (row === undefined) return undefined;
  const at = (column: number | null) =>
    column === null ? null : (grid.rows[row - grid.firstRow]?.[column - grid.firstColumn] ?? null);
  const date = readDate(at(companion.leftOn)).month;
  if (date.kind === "value") return date.value;
  const status = headingKey(seenText(at(companion.status)));
  return companion.gone.has(status) ? null : undefined;
}

/** Lays what other sheets say of people beside their records; changes the people's lists. */
export function fillFrom(
  people: readonly PersonMet[],
  companions: readonly { readonly part: CompanionPart; readonly read: ScoreSheet }[],
): Filled {
  if (companions.length === 0) return NOTHING_FILLED;
  const fills = new Map<RowRecord, Map<CompanionField, SheetRecord>>();
  const left = new Map<string, LeftSaid>();
  const matches: CompanionMatch[] = [];
  for (const { part, read } of companions) {
    const directory = new Directory(read);
    matches.push(matchPeople(people, read, part));
    for (const person of people) {
      const found = directory.of(person);
      if (found === undefined) continue;
      const gone = leftOf(part, found.person);
      if (gone !== undefined && !left.has(person.key)) left.set(person.key, gone);
      for (const record of person.records)
        for (const [field, from] of fillsOf(record, found, part)) {
          let known = fills.get(record);
          if (known === undefined)
            fills.set(record, (known = new Map<CompanionField, SheetRecord>()));
          // The first sheet that says it counts.
          if (!known.has(field)) known.set(field, from);
        }
    }
  }
  const replaced = new Map<RowRecord, RowRecord>();
  for (const [record, from] of fills) replaced.set(record, new FilledRecord(record, from));
  for (const { records } of people)
    for (const [index, record] of records.entries())
      records[index] = replaced.get(record) ?? record;
  return { replaced, matches, left };
}
