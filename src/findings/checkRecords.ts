import type { SheetRecord } from "../scoresheet";
import { catalogue } from "./catalogue";
import { NONE, type Check, type RecordPlace } from "./check";
import type { FindingCode } from "./facts";
import type { PersonInMonth } from "./judged";
import type { PersonFindings } from "./memory";
import { levelNamed, policyAt, type MonthSetting } from "./setting";
import type { Finding } from "./types";

const RECORDS_A_STEP = 200;
/** Records between two pauses where they are only looked up. */
const LOOKS_A_STEP = 5_000;

type CheckOf<O extends Check["of"]> = Extract<Check, { readonly of: O }>;

function checksOf<O extends Check["of"]>(of: O): readonly CheckOf<O>[] {
  return catalogue.filter((check): check is CheckOf<O> => check.of === of);
}

const forRecords = checksOf("record");
const forPeople = checksOf("person");
const NOTHING: PersonFindings = { rows: [], own: NONE };

/** Findings by code, so that they come out in the order of the catalogue, each in that of the sheet. */
class Collected {
  private readonly byCode = new Map<FindingCode, Finding[]>();
  private readonly told = new Set<string>();

  /** In a wide sheet several records share a cell (level, month heading): it is told once. */
  add(finding: Finding, shared: boolean): void {
    if (shared && finding.cell !== null) {
      const { sheet, row, column } = finding.cell;
      const key = `${finding.code} ${sheet.id} ${row} ${column}`;
      if (this.told.has(key)) return;
      this.told.add(key);
    }
    const list = this.byCode.get(finding.code);
    if (list === undefined) this.byCode.set(finding.code, [finding]);
    else list.push(finding);
  }

  all(): readonly Finding[] {
    // Flattening half a million of them element by element would block the page.
    return new Array<Finding>().concat(...catalogue.map(({ code }) => this.byCode.get(code) ?? []));
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
  const place = placeOf(record, person, setting);
  const later = setting.asOf !== null && place.month !== null && place.month > setting.asOf;
  let findings: Finding[] | undefined;
  for (const check of forRecords) {
    if (later && check.laterToo !== true) continue;
    const said = check.find(place, setting);
    if (said === null) continue;
    findings ??= [];
    if ("code" in said) findings.push(said);
    else findings.push(...said);
  }
  return findings ?? NONE;
}

/** What the catalogue says of one person and that person's rows. */
function* findingsOfPerson(
  person: PersonInMonth,
  setting: MonthSetting,
): Generator<void, PersonFindings> {
  const rows: (readonly [SheetRecord, readonly Finding[]])[] = [];
  let checked = 0;
  for (const record of person.person.records) {
    if (++checked % RECORDS_A_STEP === 0) yield;
    const findings = findingsOfRecord(record, person, setting);
    if (findings.length > 0) rows.push([record, findings]);
  }
  const own = forPeople.flatMap((check) => check.find(person, setting));
  return rows.length === 0 && own.length === 0 ? NOTHING : { rows, own };
}

/**
 * Runs the catalogue over a sheet whose people have been judged; of people judged before it takes over
 * what was found. Yields how many records and people are done, often enough for the caller to pause
 * whenever it likes.
 */
export function* checkRecords(
  setting: MonthSetting,
  people: readonly PersonInMonth[],
): Generator<number, readonly Finding[]> {
  const { sheet, memory } = setting;
  const found = new Collected();
  const ofRecords = new Map<SheetRecord, readonly Finding[]>();
  const ofPeople = new Map<PersonInMonth, PersonFindings>();
  let done = 0;
  let paused = 0;
  for (const person of people) {
    let findings = memory?.findings.get(person);
    if (findings === undefined) {
      const steps = findingsOfPerson(person, setting);
      let step = steps.next();
      while (step.done !== true) {
        yield done;
        step = steps.next();
      }
      findings = step.value;
      done += person.person.records.length;
    }
    done += 1;
    if (memory !== null || findings.own.length > 0) ofPeople.set(person, findings);
    for (const [record, said] of findings.rows) ofRecords.set(record, said);
    if (done - paused < RECORDS_A_STEP) continue;
    paused = done;
    yield done;
  }
  for (const record of sheet.nameless) {
    const said = findingsOfRecord(record, null, setting);
    if (said.length > 0) ofRecords.set(record, said);
    if (++done % RECORDS_A_STEP === 0) yield done;
  }

  // In the order of the sheet, whoever they are about.
  let looked = 0;
  for (const record of sheet.records) {
    for (const finding of ofRecords.get(record) ?? NONE)
      found.add(finding, record.layout.kind === "wide");
    if (++looked % LOOKS_A_STEP === 0) yield done;
  }
  for (const [, { own }] of ofPeople) {
    for (const finding of own) found.add(finding, false);
    if (++looked % LOOKS_A_STEP === 0) yield done;
  }
  for (const check of checksOf("sheet"))
    for (const finding of check.find(setting, people)) {
      if (finding === null) yield done;
      else found.add(finding, false);
    }
  if (memory !== null) memory.findings = ofPeople;
  return found.all();
}
