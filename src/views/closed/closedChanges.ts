import { nameReading, optionLabel } from "../../month";
import { isReadingId } from "../../policy";
import { addFen, fen, type Fen } from "../../units";
import {
  CLOSED_FIELDS,
  type AmountOf,
  type CellChange,
  type ClosedChanges,
  type ClosedPay,
  type ClosedPerson,
  type ClosedPolicy,
  type CurrentFacts,
  type MonthFacts,
  type PolicyLineChange,
  type ResultChange,
} from "./types";

const AMOUNTS: readonly AmountOf[] = [
  "base",
  "commission",
  "performance",
  "extra",
  "gross",
  "fines",
  "net",
];

function amountOf(pay: ClosedPay | null, of: AmountOf): Fen | null {
  return pay?.kind === "paid" ? pay[of] : null;
}

/** What all who can be paid are paid. */
export function totalOf(people: readonly ClosedPerson[]): Fen {
  return addFen(...people.map(({ pay }) => (pay?.kind === "paid" ? pay.net : fen(0))));
}

function amountsChanged(
  before: ClosedPay | null,
  after: ClosedPay | null,
): ResultChange["amounts"] {
  const changed = AMOUNTS.flatMap((of) => {
    const [was, is] = [amountOf(before, of), amountOf(after, of)];
    return was === is ? [] : [{ of, before: was, after: is }];
  });
  // Where nothing is taken off the gross, what is paid out is no second amount.
  const isTwice = (pay: ClosedPay | null): boolean => pay?.kind !== "paid" || pay.net === pay.gross;
  const hidesNet = isTwice(before) && isTwice(after);
  // Without pay on one side the parts say no more than the whole.
  const wholeOnly = before?.kind !== "paid" || after?.kind !== "paid";
  return changed.filter(({ of }) => (wholeOnly ? of === "gross" : of !== "net" || !hidesNet));
}

type Known = Pick<CurrentFacts, "cellOf">;

function cellsChanged(
  before: ClosedPerson,
  after: ClosedPerson,
  { cellOf }: Known,
): readonly CellChange[] {
  return CLOSED_FIELDS.flatMap((field): CellChange[] => {
    if (before.cells[field] === after.cells[field]) return [];
    return [
      {
        kind: "cell",
        person: after,
        field,
        cell: cellOf(after.key, field),
        at: after.at[field] === "" ? before.at[field] : after.at[field],
        before: before.cells[field],
        after: after.cells[field],
      },
    ];
  });
}

function resultChanged(
  before: ClosedPerson | undefined,
  after: ClosedPerson | undefined,
  { cellOf }: Known,
): ResultChange | null {
  const person = after ?? before;
  if (person === undefined) return null;
  const amounts = amountsChanged(before?.pay ?? null, after?.pay ?? null);
  const tier =
    before !== undefined && after !== undefined && before.tier !== after.tier
      ? { before: before.tier, after: after.tier }
      : null;
  const status =
    before !== undefined && after !== undefined && before.status !== after.status
      ? { before: before.status, after: after.status }
      : null;
  const presence = before === undefined ? "came" : after === undefined ? "gone" : "same";
  if (presence === "same" && amounts.length === 0 && tier === null && status === null) return null;
  const cell = after === undefined ? null : cellOf(after.key, "score");
  return { kind: "result", person, cell, presence, amounts, tier, status };
}

function policyChanged(before: ClosedPolicy, after: ClosedPolicy): readonly PolicyLineChange[] {
  const changes: PolicyLineChange[] = [];
  if (before.name !== after.name || before.from !== after.from)
    changes.push({ kind: "version", before: before.name, after: after.name });
  else if (before.values !== after.values) changes.push({ kind: "values" });
  for (const [id, was] of Object.entries(before.options)) {
    const is = after.options[id];
    if (is === undefined || is === was || !isReadingId(id)) continue;
    changes.push({
      kind: "reading",
      reading: nameReading(id),
      before: optionLabel(id, was),
      after: optionLabel(id, is),
    });
  }
  return changes;
}

/** What has changed between two states of a month, person by person, in the order of the first. */
export function closedChanges(
  before: MonthFacts,
  after: MonthFacts & Partial<Known>,
): ClosedChanges {
  const known: Known = { cellOf: after.cellOf ?? (() => null) };
  const now = new Map(after.people.map((person) => [person.key, person]));
  const then = new Set(before.people.map(({ key }) => key));
  const lines: (CellChange | ResultChange)[] = [];
  const add = (was: ClosedPerson | undefined, is: ClosedPerson | undefined): void => {
    if (was !== undefined && is !== undefined) lines.push(...cellsChanged(was, is, known));
    const result = resultChanged(was, is, known);
    if (result !== null) lines.push(result);
  };
  for (const was of before.people) add(was, now.get(was.key));
  for (const is of after.people) if (!then.has(is.key)) add(undefined, is);
  return {
    lines,
    policy: policyChanged(before.policy, after.policy),
    paid: lines.filter((line) => line.kind === "result" && line.amounts.length > 0).length,
    total: { before: totalOf(before.people), after: totalOf(after.people) },
  };
}
