import { cellText, formatAddress, quoteSheetName, type CellRef } from "../../grid";
import {
  payrollOf,
  policyAt,
  type JudgedMonth,
  type PayEntry,
  type PersonInMonth,
} from "../../month";
import { readings, readingsIn, tierJudge } from "../../policy";
import type { CellOf, SheetRecord } from "../../scoresheet";
import { pointsFromScore, yuanFromFen, type Fen, type Score } from "../../units";
import { statusOf } from "../candidateRow";
import {
  CLOSED_FIELDS,
  type ClosedField,
  type ClosedPay,
  type ClosedPerson,
  type ClosedPolicy,
  type CurrentFacts,
} from "./types";

/** What a cell says, alike for whatever is read alike: "85" and "85分" are one score. */
function contentOf<T>({ quantity, seen }: CellOf<T>, inUnits: (value: T) => number): string {
  return quantity.kind === "value" ? String(inUnits(quantity.value)) : cellText(seen).trim();
}

const points = (value: Score): number => pointsFromScore(value);
const yuan = (value: Fen): number => yuanFromFen(value);
const count = (value: number): number => value;

function contentsOf(record: SheetRecord | null): Readonly<Record<ClosedField, string>> {
  if (record === null)
    return { level: "", score: "", sales: "", extra: "", complaints: "", leaves: "" };
  return {
    level: record.level.seen.trim(),
    score: contentOf(record.score, points),
    sales: contentOf(record.sales, yuan),
    extra: contentOf(record.extra, yuan),
    complaints: contentOf(record.complaints, count),
    leaves: contentOf(record.leaves, count),
  };
}

/** "E12", with its sheet where that is not the sheet of the month. */
function placeOf(cell: CellRef | null, main: string): string {
  if (cell === null) return "";
  const address = formatAddress(cell);
  return cell.sheet.id === main ? address : `${quoteSheetName(cell.sheet.name)}!${address}`;
}

function payOf(entry: PayEntry | undefined): ClosedPay | null {
  if (entry === undefined) return null;
  const { pay } = entry;
  if (pay.kind === "unpaid") return { kind: "unpaid", why: pay.why.kind };
  const { base, commission, performance, extra, gross, fines, net } = pay;
  return {
    kind: "paid",
    base: base.amount,
    commission: commission.amount,
    performance: performance.amount,
    extra: extra.amount,
    gross: gross.amount,
    fines,
    net,
  };
}

function policyOf({ setting }: JudgedMonth): ClosedPolicy {
  const { version, values, options, undecided } = policyAt(setting, setting.asOf);
  const disputed = readingsIn(values);
  return {
    name: version.name,
    from: version.from,
    values: JSON.stringify(values),
    options: Object.fromEntries(
      readings.flatMap(({ id }) => (disputed.has(id) ? [[id, options[id]]] : [])),
    ),
    undecided: [...undecided],
  };
}

function recordOf({ months }: PersonInMonth, { setting }: JudgedMonth): SheetRecord | null {
  const last = months.at(-1);
  return last !== undefined && last.month === setting.asOf ? last.record : null;
}

function personOf(
  person: PersonInMonth,
  entry: PayEntry | undefined,
  judged: JudgedMonth,
): ClosedPerson {
  const { setting } = judged;
  const record = recordOf(person, judged);
  const main = setting.sheet.layout.sheet.id;
  const history = person.months.at(-1)?.history;
  const placed =
    record !== null && history?.kind === "score"
      ? tierJudge(policyAt(setting, setting.asOf))(history.score)
      : null;
  const { key, employeeId, name } = person.ref;
  const at = (field: ClosedField): string => placeOf(record?.[field].cell ?? null, main);
  return {
    key,
    employeeId,
    name,
    cells: contentsOf(record),
    at: {
      level: at("level"),
      score: at("score"),
      sales: at("sales"),
      extra: at("extra"),
      complaints: at("complaints"),
      leaves: at("leaves"),
    },
    tier: placed?.kind === "tier" ? placed.tier : null,
    status: person.presence === "inMonth" ? statusOf(person) : null,
    pay: payOf(entry),
  };
}

/**
 * What a judged month comes to (rule W10): the people who are in it or on its payroll, in the order of the sheet. Yields
 * at each person.
 */
export function* closedFacts(judged: JudgedMonth): Generator<void, CurrentFacts> {
  const { entries } = yield* payrollOf(judged);
  const paid = new Map(entries.map((entry) => [entry.person.key, entry]));
  const people: ClosedPerson[] = [];
  const cells = new Map<string, Readonly<Record<ClosedField, CellRef | null>>>();
  for (const person of judged.everybody) {
    yield;
    const entry = paid.get(person.ref.key);
    if (person.presence !== "inMonth" && entry === undefined) continue;
    people.push(personOf(person, entry, judged));
    const record = recordOf(person, judged);
    if (record === null) continue;
    const { level, score, sales, extra, complaints, leaves } = record;
    cells.set(person.ref.key, {
      level: level.cell,
      score: score.cell,
      sales: sales.cell,
      extra: extra.cell,
      complaints: complaints.cell,
      leaves: leaves.cell,
    });
  }
  return {
    policy: policyOf(judged),
    people,
    cellOf: (key, field) => cells.get(key)?.[field] ?? null,
  };
}

/** The people without where they stand: the same text as long as nothing that counts has changed. */
export function factsText(people: readonly ClosedPerson[]): string {
  return JSON.stringify(
    people.map(({ key, employeeId, name, cells, tier, status, pay }) => [
      key,
      employeeId,
      name,
      CLOSED_FIELDS.map((field) => cells[field]),
      tier,
      status,
      pay?.kind === "paid"
        ? [pay.base, pay.commission, pay.performance, pay.extra, pay.gross, pay.fines, pay.net]
        : (pay?.why ?? null),
    ]),
  );
}

/** What of it was typed: the same text as long as the month's cells say the same. */
export function inputsText(people: readonly ClosedPerson[]): string {
  return JSON.stringify(
    people.map(({ key, cells }) => [key, CLOSED_FIELDS.map((field) => cells[field])]),
  );
}
