import {
  judgeMonth,
  type JudgedMonth,
  type Judging,
  type MonthInput,
  type MonthMemory,
} from "../../month";
import { loadPolicyFaults } from "../policy/policyFaults";
import { runInSlices, type SliceOptions } from "../run/slices";
import type { PolicyBook } from "../../policy";
import type { Month } from "../../units";
import type { SheetData } from "./readScoreSheet";

/** By what a sheet that was read is judged. */
export interface JudgedBy {
  readonly book: PolicyBook;
  /** The current month. */
  readonly today: Month;
  /** HR's choice; null leaves it to the add-in (rule M1). */
  readonly month: Month | null;
}

/** Everything that a month is judged from: made here alone, so that no two pages judge it by different facts. */
export async function monthInputOf(
  { records, known }: Pick<SheetData, "records" | "known">,
  { book, today, month }: JudgedBy,
): Promise<MonthInput> {
  return {
    ...known,
    sheet: records,
    book,
    today,
    asOf: month ?? undefined,
    policyFaultsIn: await loadPolicyFaults(book),
  };
}

/** Judges the month of a sheet that was read; in slices. */
export async function judgeSheet(
  data: Pick<SheetData, "records" | "known">,
  by: JudgedBy,
  options: SliceOptions<Judging> & { readonly memory?: MonthMemory | null } = {},
): Promise<JudgedMonth> {
  const { memory = null, ...slices } = options;
  return runInSlices(judgeMonth(await monthInputOf(data, by), memory), slices);
}
