import { judgeMonth } from "../../month";
import {
  loadPolicyEditing,
  loadPolicyPart,
  policyFor,
  type PolicyBook,
  type StoredPolicy,
} from "../../policy";
import { addFen, fen, type Fen, type Month } from "../../units";
import { versionEffect } from "../../views";
import { runInSlices, type SliceOptions } from "../run/slices";
import type { PolicyEdit } from "./changePolicy";
import type { TriedMonth } from "./versionEffects";

/** A change of the policy by which months before the open one would go, too. */
export interface PastChange {
  readonly before: StoredPolicy;
  readonly books: { readonly before: PolicyBook; readonly after: PolicyBook };
  /** Months of the sheet before the open one for which the policy says something else, the newest first. */
  readonly months: readonly Month[];
  /** Whether the change can be held back until the open month, and is a change then. */
  readonly canHoldBack: boolean;
}

/** What a change comes to in months before the open one; amounts of pay are those of all these months together. */
export interface PastEffect {
  readonly months: number;
  readonly people: number;
  /** The pay less that before the change, where it can be determined under both. */
  readonly difference: Fen;
  /** Pay that can be determined only after the change, and only before it. */
  readonly newlyPaid: Fen;
  readonly notPaid: Fen;
}

/** The months before the open one that a change concerns; null where it concerns none, changes nothing or is refused. */
export async function pastChange(
  before: StoredPolicy,
  edit: PolicyEdit,
  month: TriedMonth,
): Promise<PastChange | null> {
  const [editing, { toBook }] = await Promise.all([loadPolicyEditing(), loadPolicyPart()]);
  const result = edit(before, editing);
  if (result.kind === "refused" || result.value === before) return null;
  const books = { before: toBook(before), after: toBook(result.value) };
  const differs = (one: Month): boolean => saysOtherwise(books.before, books.after, one);
  const months = pastMonthsOf(month).filter(differs);
  if (months.length === 0) return null;
  const held = editing.fromMonthOn(before, result.value, month.asOf);
  const canHoldBack = held !== null && saysOtherwise(books.before, toBook(held), month.asOf);
  return { before, books, months, canHoldBack };
}

/** The sheet's months before the open one, the newest first. */
function pastMonthsOf({ sheet, asOf }: TriedMonth): readonly Month[] {
  const months = new Set<Month>();
  for (const { month } of sheet.records)
    if (month.quantity.kind === "value" && month.quantity.value < asOf)
      months.add(month.quantity.value);
  return [...months].sort((one, other) => other - one);
}

/** Whether a month goes by other values or options; that something was decided as it was reckoned already is no change. */
function saysOtherwise(before: PolicyBook, after: PolicyBook, month: Month): boolean {
  const [was, is] = [policyFor(before, month), policyFor(after, month)];
  return (
    JSON.stringify([was.options, waiting(was), was.values]) !==
    JSON.stringify([is.options, waiting(is), is.values])
  );
}

/** Levels whose salary waits for a decision. */
function waiting({ levels }: ReturnType<typeof policyFor>): readonly string[] {
  return levels.filter(({ baseSalary }) => typeof baseSalary === "object").map(({ id }) => id);
}

/** Judges each of these months under both policies; in slices, so that the page stays responsive. */
export async function effectOnPast(
  { books, months }: PastChange,
  month: TriedMonth,
  options: Pick<SliceOptions<unknown>, "signal"> & {
    readonly onProgress?: (done: number, of: number) => void;
  } = {},
): Promise<PastEffect> {
  const { signal, onProgress } = options;
  const slices = signal === undefined ? {} : { signal };
  const people = new Set<string>();
  let changed = 0;
  let [difference, newlyPaid, notPaid] = [fen(0), fen(0), fen(0)];
  for (const [done, asOf] of months.entries()) {
    signal?.throwIfAborted();
    onProgress?.(done, months.length);
    const judge = (book: PolicyBook) => runInSlices(judgeMonth({ ...month, asOf, book }), slices);
    const before = await judge(books.before);
    const after = await judge(books.after);
    const outcome = await runInSlices(
      versionEffect(before, after, (key) => people.add(key)),
      slices,
    );
    if (outcome.people === 0) continue;
    changed += 1;
    difference = fen(difference + outcome.difference);
    newlyPaid = addFen(newlyPaid, outcome.newlyPaid.amount);
    notPaid = addFen(notPaid, outcome.notPaid.amount);
  }
  return { months: changed, people: people.size, difference, newlyPaid, notPaid };
}

/** The same change held back until a month; refused where nothing says that. */
export function startingIn(month: Month, edit: PolicyEdit): PolicyEdit {
  return (stored, editing) => {
    const result = edit(stored, editing);
    if (result.kind === "refused" || result.value === stored) return result;
    const held = editing.fromMonthOn(stored, result.value, month);
    return held === null ? refusal : { kind: "edited", value: held };
  };
}

/** The same change of the settings that HR was asked about, and of no others. */
export function ofThese(before: StoredPolicy, edit: PolicyEdit): PolicyEdit {
  return (stored, editing) =>
    JSON.stringify(stored) === JSON.stringify(before) ? edit(stored, editing) : refusal;
}

const refusal: ReturnType<PolicyEdit> = {
  kind: "refused",
  issues: [{ path: "version", problem: { code: "changedMeanwhile" } }],
};
