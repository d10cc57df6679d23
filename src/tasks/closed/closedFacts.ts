import type { SheetRef } from "../../grid";
import { MonthMemory, type JudgedMonth } from "../../month";
import type { PolicyBook } from "../../policy";
import type { Month } from "../../units";
import {
  closedFacts,
  factsText,
  inputsText,
  type ClosedPerson,
  type CurrentFacts,
} from "../../views";
import { judgeSheet } from "../month/judgeSheet";
import type { OpenedMonth } from "../month/openMonth";
import type { SheetData } from "../month/readScoreSheet";
import { digestOf } from "../policy/witness";
import { runInSlices, type SliceOptions } from "../run/slices";

type Task = Pick<SliceOptions<unknown>, "signal">;

/** What a judged month comes to, with its policy's values by their digest. */
export async function factsOf(judged: JudgedMonth, { signal }: Task = {}): Promise<CurrentFacts> {
  const facts = await runInSlices(closedFacts(judged), { signal });
  const values = await digestOf(facts.policy.values);
  return { ...facts, policy: { ...facts.policy, values } };
}

/** Names what people and their results are; of two states with the same digest nothing that counts differs. */
export const factsDigest = (people: readonly ClosedPerson[]): Promise<string> =>
  digestOf(factsText(people));

export const inputsDigest = (people: readonly ClosedPerson[]): Promise<string> =>
  digestOf(inputsText(people));

/** Whether a month of that score sheet can be judged from what was read of an open one. */
export function holdsSheet(
  { sheet, months }: Pick<SheetData, "sheet" | "months">,
  of: SheetRef,
): boolean {
  const read = [sheet, ...months.map((one) => one.sheet)];
  return read.some(({ name }) => name === of.name) || read.some(({ id }) => id === of.id);
}

/** What a month is judged by where it is not the open one. */
export interface OtherMonth {
  readonly month: Month;
  readonly book: PolicyBook;
  readonly today: Month;
}

/** Judges another month of what was read, or the same by another policy. */
export function judgeOther(
  data: Pick<SheetData, "records" | "known">,
  by: OtherMonth,
  task: Task & { readonly memory?: MonthMemory | null } = {},
): Promise<JudgedMonth> {
  return judgeSheet(data, by, task);
}

/** Judges months of an open sheet again and again while it is edited: of each, only whom an edit concerns. */
export class OtherMonths {
  readonly #memories = new Map<Month, MonthMemory>();

  async factsOf(opened: OpenedMonth, month: Month, task: Task = {}): Promise<CurrentFacts> {
    const { judged, found, memory } = opened;
    if (judged.setting.asOf === month) return factsOf(judged, task);
    let known = this.#memories.get(month) ?? null;
    if (known === null && memory !== null) this.#memories.set(month, (known = new MonthMemory()));
    const { book, today, sheet } = judged.input;
    const other = await judgeOther(
      { records: sheet, known: found.known },
      { month, book, today },
      { ...task, memory: known },
    );
    return factsOf(other, task);
  }
}
