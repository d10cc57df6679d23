import type { SheetRecord } from "../scoresheet";
import { catalogue } from "./catalogue";
import type { Check, RecordPlace } from "./check";
import type { FindingCode } from "./facts";
import type { PersonInMonth } from "./judged";
import { levelNamed, policyAt, type MonthSetting } from "./setting";
import type { Finding } from "./types";

const RECORDS_A_STEP = 200;
const PEOPLE_A_STEP = 20;

type CheckOf<O extends Check["of"]> = Extract<Check, { readonly of: O }>;

function checksOf<O extends Check["of"]>(of: O): readonly CheckOf<O>[] {
  return catalogue.filter((check): check is CheckOf<O> => check.of === of);
}

/** Findings by code, so that they come out in the order of the catalogue, each in that of the sheet. */
class Collected {
  private readonly byCode = new Map<FindingCode, Finding[]>();
  private readonly told = new Set<string>();

  /** In a wide sheet several records share a cell (level, month heading): it is told once. */
  add(finding: Finding, shared: boolean): void {
    if (shared && finding.cell !== null) {
      const key = `${finding.code} ${finding.cell.row} ${finding.cell.column}`;
      if (this.told.has(key)) return;
      this.told.add(key);
    }
    const list = this.byCode.get(finding.code);
    if (list === undefined) this.byCode.set(finding.code, [finding]);
    else list.push(finding);
  }

  all(): readonly Finding[] {
    return catalogue.flatMap(({ code }) => this.byCode.get(code) ?? []);
  }
}

function placeOf(
  record: SheetRecord,
  people: ReadonlyMap<SheetRecord, PersonInMonth>,
  setting: MonthSetting,
): RecordPlace {
  const month = record.month.quantity.kind === "value" ? record.month.quantity.value : null;
  const policy = policyAt(setting, month);
  const level = record.level.text === "" ? undefined : levelNamed(policy, record.level.text);
  return { record, person: people.get(record) ?? null, month, policy, level };
}

/**
 * Runs the catalogue over a sheet whose people have been judged. Yields how many records and people
 * are done, often enough for the caller to pause whenever it likes.
 */
export function* checkRecords(
  setting: MonthSetting,
  people: readonly PersonInMonth[],
): Generator<number, readonly Finding[]> {
  const { sheet, asOf } = setting;
  const found = new Collected();
  const wide = sheet.layout.kind === "wide";
  const owners = new Map<SheetRecord, PersonInMonth>();
  let done = 0;
  for (const person of people) {
    for (const record of person.person.records) owners.set(record, person);
    if (++done % PEOPLE_A_STEP === 0) yield 0;
  }

  const forRecords = checksOf("record");
  done = 0;
  for (const record of sheet.records) {
    const place = placeOf(record, owners, setting);
    const later = asOf !== null && place.month !== null && place.month > asOf;
    for (const check of forRecords) {
      if (later && check.laterToo !== true) continue;
      const finding = check.find(place, setting);
      if (finding !== null) found.add(finding, wide);
    }
    if (++done % RECORDS_A_STEP === 0) yield done;
  }

  const forPeople = checksOf("person");
  for (const [index, person] of people.entries()) {
    for (const check of forPeople)
      for (const finding of check.find(person, setting)) found.add(finding, false);
    if (index % PEOPLE_A_STEP === 0) yield done + index;
  }

  for (const check of checksOf("sheet"))
    for (const finding of check.find(setting, people)) {
      if (finding === null) yield done + people.length;
      else found.add(finding, false);
    }
  return found.all();
}
