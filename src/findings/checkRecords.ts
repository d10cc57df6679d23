import { ByRow, joinChunks, LongList } from "../grid";
import { levelNamed, policyAt, type MonthSetting, type PersonInMonth } from "../month";
import type { ScoreSheet, SheetLayout, SheetRecord } from "../scoresheet";
import { yieldsAt } from "../steps";
import { catalogue } from "./catalogue";
import { findingOf, type Check, type RecordPlace } from "./check";
import type { FindingType } from "./facts";
import type { FindingsMemory, PersonFindings, RowFindings } from "./memory";
import type { Finding } from "./types";

type CheckOf<O extends Check["of"]> = Extract<Check, { readonly of: O }>;

function checksOf<O extends Check["of"]>(of: O): readonly CheckOf<O>[] {
  return catalogue.filter((check): check is CheckOf<O> => check.of === of);
}

const forRecords = checksOf("record");
const forPeople = checksOf("person");
const NONE: readonly Finding[] = [];
const NOTHING: PersonFindings = { rows: [], own: NONE };

/** Findings by type, so that they come out in the order of the catalogue, each in that of the sheet. */
class Collected {
  readonly #byType = new Map<FindingType, LongList<Finding>>();
  /** Cells outside of their rows that have been reported: those of the headings of months. */
  readonly #reportedOutside = new Set<string>();

  /** The findings of a wide row, whose records share cells (level, month heading): these are reported once. */
  addWide(row: number, findings: readonly Finding[]): void {
    const reported = new Set<string>();
    for (const finding of findings) {
      const { type, cell } = finding;
      if (cell !== null) {
        const known = cell.row === row ? reported : this.#reportedOutside;
        const key = `${type} ${cell.sheet.id} ${cell.row} ${cell.column}`;
        if (known.has(key)) continue;
        known.add(key);
      }
      this.add(finding);
    }
  }

  add(finding: Finding): void {
    let list = this.#byType.get(finding.type);
    if (list === undefined) {
      list = new LongList();
      this.#byType.set(finding.type, list);
    }
    list.add(finding);
  }

  all(): readonly Finding[] {
    return joinChunks(catalogue.flatMap(({ type }) => this.#byType.get(type)?.chunks ?? []));
  }
}

/** What was found in rows, to be gone through in the order of the sheets and of their rows, whoever it is about. */
class FoundInRows {
  readonly #sheets: readonly {
    readonly layout: SheetLayout;
    readonly rows: ByRow<readonly Finding[]>;
  }[];

  constructor({ layout, others }: ScoreSheet) {
    this.#sheets = [...others, layout].map((each) => ({ layout: each, rows: new ByRow() }));
  }

  add({ layout: { sheet }, row, findings }: RowFindings): void {
    const found = this.#sheets.find(({ layout }) => layout.sheet.id === sheet.id);
    found?.rows.set(row, findings);
  }

  /** Null where the caller may pause. */
  *all(): Generator<RowFindings | null> {
    for (const { layout, rows } of this.#sheets) {
      for (let row = 0; row <= layout.lastRow; row += 1) {
        if (yieldsAt(row)) yield null;
        const findings = rows.get(row);
        if (findings !== undefined) yield { layout, row, findings };
      }
    }
  }
}

/** A row with what is known of it, for the checks that look at rows. */
export function placeOf(
  record: SheetRecord,
  person: PersonInMonth | null,
  setting: MonthSetting,
): RecordPlace {
  const month = record.month.quantity.kind === "value" ? record.month.quantity.value : null;
  const policy = policyAt(setting, month);
  const { text } = record.level;
  const level = text === "" ? undefined : levelNamed(policy, text);
  return { record, person, month, policy, level };
}

/** What the catalogue says of one row of a person, or of nobody. */
function findingsOfRecord(
  record: SheetRecord,
  person: PersonInMonth | null,
  setting: MonthSetting,
): readonly Finding[] {
  // Of which month a row is decides what is said of it.
  if (record.month.quantity.kind === "pending") return NONE;
  const place = placeOf(record, person, setting);
  const later = setting.asOf !== null && place.month !== null && place.month > setting.asOf;
  let findings: Finding[] | undefined;
  for (const check of forRecords) {
    if (later && check.laterToo !== true) continue;
    const said = check.find(place, setting);
    if (said === null) continue;
    findings ??= [];
    for (const found of "type" in said ? [said] : said)
      findings.push(findingOf(found, check, setting));
  }
  return findings ?? NONE;
}

/** What the catalogue says of one person and that person's rows. */
function findingsOfPerson(person: PersonInMonth, setting: MonthSetting): PersonFindings {
  const rows: (RowFindings & { readonly findings: Finding[] })[] = [];
  for (const record of person.person.records) {
    const findings = findingsOfRecord(record, person, setting);
    if (findings.length === 0) continue;
    const { layout, row } = record;
    // Only a wide row has several records.
    const known =
      layout.kind === "wide"
        ? rows.find((each) => each.row === row && each.layout === layout)
        : undefined;
    if (known !== undefined) known.findings.push(...findings);
    else rows.push({ layout, row, findings: [...findings] });
  }
  // Of whom it is not known which months and levels they have, nothing is said that rests on them.
  const own = person.waiting
    ? NONE
    : forPeople.flatMap((check) =>
        check.find(person, setting).map((each) => findingOf(each, check, setting)),
      );
  return rows.length === 0 && own.length === 0 ? NOTHING : { rows, own };
}

/**
 * Runs the catalogue over a sheet whose people have been judged; of people judged before it takes over
 * what was found. Yields, at each person and every few rows, how many records and people are done.
 */
export function* checkRecords(
  setting: MonthSetting,
  people: readonly PersonInMonth[],
  memory: FindingsMemory | null = null,
): Generator<number, readonly Finding[]> {
  const { sheet } = setting;
  const found = new Collected();
  const inRows = new FoundInRows(sheet);
  const ofPeople = new Map<PersonInMonth, PersonFindings>();
  let done = 0;
  for (const person of people) {
    yield done;
    let findings = memory?.findings.get(person);
    if (findings === undefined) {
      findings = findingsOfPerson(person, setting);
      done += person.person.records.length;
    }
    done += 1;
    if (memory !== null || findings.own.length > 0) ofPeople.set(person, findings);
    for (const row of findings.rows) inRows.add(row);
  }
  for (const record of sheet.nameless) {
    if (yieldsAt(done)) yield done;
    const { layout, row } = record;
    const said = findingsOfRecord(record, null, setting);
    if (said.length > 0) inRows.add({ layout, row, findings: said });
    done += 1;
  }
  for (const row of inRows.all()) {
    if (row === null) yield done;
    else if (row.layout.kind === "wide") found.addWide(row.row, row.findings);
    else for (const finding of row.findings) found.add(finding);
  }
  for (const [, { own }] of ofPeople) {
    yield done;
    for (const finding of own) found.add(finding);
  }
  for (const check of checksOf("sheet"))
    for (const each of check.find(setting, people)) {
      if (each === null) yield done;
      else found.add(findingOf(each, check, setting));
    }
  if (memory !== null) memory.findings = ofPeople;
  yield done;
  return found.all();
}
