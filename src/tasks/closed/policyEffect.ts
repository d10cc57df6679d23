import { policyFor, type EffectivePolicy, type PolicyBook } from "../../policy";
import { addMonths, type Month } from "../../units";
import { closedChanges, type ClosedChanges, type CurrentFacts } from "../../views";
import { isForeseen } from "../gateway";
import type { OpenedMonth } from "../month/openMonth";
import { readScoreSheet, type SheetData, type ValidateOptions } from "../month/readScoreSheet";
import { builtInWorkbookPolicy } from "../policy/workbookPolicy";
import { factsOf, holdsSheet, judgeOther } from "./closedFacts";
import { isClosed, type ClosedMonth, type KeptMonth } from "./readClosed";

/** What a change of the policy does to a closed month. */
export interface ClosedEffect {
  readonly closed: KeptMonth;
  /** What the month comes to before and after; null where its score sheet could not be read. */
  readonly changes: ClosedChanges | null;
  /** What it comes to after. */
  readonly facts: CurrentFacts | null;
}

/** The longest that any rule looks back, with room to spare. */
const MONTHS_BACK = 36;

const texts = new WeakMap<EffectivePolicy, string>();

/** All of a policy on which results hang, as a text. */
function textOf(policy: EffectivePolicy): string {
  let text = texts.get(policy);
  if (text === undefined) {
    const { values, options, undecided } = policy;
    // Of the book, which holds all months, only the words that hold in each.
    const { book, ...words } = policy.words;
    const parts = [values, options, [...undecided].sort(), words, book.words ?? null];
    text = JSON.stringify(parts, (_, value: unknown) =>
      value instanceof Set || value instanceof Map ? [...value] : value,
    );
    texts.set(policy, text);
  }
  return text;
}

/** Whether anything that a month is judged by differs between two policies. */
function mayDiffer(before: PolicyBook, after: PolicyBook, month: Month): boolean {
  for (let back = 0; back <= MONTHS_BACK; back += 1) {
    const when = addMonths(month, -back);
    const [one, other] = [policyFor(before, when), policyFor(after, when)];
    if (one !== other && textOf(one) !== textOf(other)) return true;
  }
  return false;
}

export interface PolicyEffectOptions extends Pick<ValidateOptions, "gateway" | "today" | "signal"> {
  /** What is open, so that it is not read again. */
  readonly opened: OpenedMonth | null;
}

/** What the month of a closed sheet was read from: what is open, or the sheet read once more; null where it is gone. */
async function dataOf(
  { record }: KeptMonth,
  book: PolicyBook,
  { gateway, today, signal, opened }: PolicyEffectOptions,
): Promise<Pick<SheetData, "records" | "known"> | null> {
  if (opened !== null && holdsSheet(opened.found, record.sheet))
    return { records: opened.judged.input.sheet, known: opened.found.known };
  const sheets = await gateway.listSheets();
  const sheet =
    sheets.find(({ name }) => name === record.sheet.name) ??
    sheets.find(({ id }) => id === record.sheet.id);
  if (sheet === undefined) return null;
  try {
    const found = await readScoreSheet({
      gateway,
      today,
      signal,
      policy: { ...builtInWorkbookPolicy(), book },
      sheetId: sheet.id,
      month: record.month,
    });
    return found.kind === "sheet" ? found : null;
  } catch (error) {
    if (!isForeseen(error) || signal?.aborted === true) throw error;
    return null;
  }
}

/**
 * What a change of the policy does to the months that are closed (rule W10): those whose people or amounts would be
 * others, and those of which that cannot be known. Reads score sheets where they are not open.
 */
export async function policyEffect(
  months: readonly ClosedMonth[],
  before: PolicyBook,
  after: PolicyBook,
  options: PolicyEffectOptions,
): Promise<readonly ClosedEffect[]> {
  const effects: ClosedEffect[] = [];
  const { today, signal } = options;
  for (const closed of months) {
    if (closed.kind !== "kept" || !isClosed(closed.record)) continue;
    const { month } = closed.record;
    if (!mayDiffer(before, after, month)) continue;
    const data = await dataOf(closed, before, options);
    if (data === null) {
      effects.push({ closed, changes: null, facts: null });
      continue;
    }
    const facts = async (book: PolicyBook): Promise<CurrentFacts> =>
      factsOf(await judgeOther(data, { month, book, today }, { signal }), { signal });
    const now = await facts(after);
    const changes = closedChanges(await facts(before), now);
    if (changes.lines.length > 0) effects.push({ closed, changes, facts: now });
  }
  return effects;
}
