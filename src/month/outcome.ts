import {
  fineFor,
  levelById,
  payFor,
  tierJudge,
  type EffectivePolicy,
  type FineResult,
} from "../policy";
import { isUnknown, type CellOf, type SheetRecord } from "../scoresheet";
import { fen, type Fen, type Score } from "../units";
import type { PersonMonth } from "./judged";

/** What a policy makes of one person's month; null where the sheet or a reading leaves it open. */
export interface MonthOutcome {
  readonly tier: number | null;
  /** Gross pay, less the fines where they are netted. */
  readonly pay: Fen | null;
  readonly fine: FineResult | null;
}

const NOTHING: MonthOutcome = { tier: null, pay: null, fine: null };

/** An amount or count that may be left blank; null where it cannot be read. */
function orNone<T extends number>({ quantity }: CellOf<T>, none: T): T | null {
  if (quantity.kind === "value") return quantity.value;
  return isUnknown(quantity) ? null : none;
}

/** The fine for the counts typed in a row; null where one cannot be read. */
export function fineOf(record: SheetRecord, policy: EffectivePolicy): FineResult | null {
  const complaints = orNone(record.complaints, 0);
  const leaves = orNone(record.leaves, 0);
  return complaints === null || leaves === null ? null : fineFor(policy, complaints, leaves);
}

function payOf(
  month: PersonMonth,
  record: SheetRecord,
  score: Score | null,
  policy: EffectivePolicy,
  fine: FineResult | null,
): Fen | null {
  const level = month.level === undefined ? undefined : levelById(policy, month.level.id);
  const sales = orNone(record.sales, fen(0));
  const extra = orNone(record.extra, fen(0));
  if (level === undefined || sales === null || extra === null || extra < 0) return null;
  if (level.variablePay && record.sales.cell === null) return null;
  const { gross } = payFor(policy, level, { sales, score, extra });
  if (gross.kind === "none") return null;
  if (!policy.fines.netted) return gross.value;
  return fine?.kind === "fine" ? fen(gross.value - fine.amount) : null;
}

/** Tier, pay and fine of one month of a person under the policy of that month. */
export function outcomeOf(month: PersonMonth | undefined, policy: EffectivePolicy): MonthOutcome {
  const record = month?.record ?? null;
  if (month === undefined || record === null || month.history.kind === "unreadable") return NOTHING;
  const score = month.history.kind === "score" ? month.history.score : null;
  const placed = score === null ? null : tierJudge(policy)(score);
  const fine = fineOf(record, policy);
  return {
    tier: placed?.kind === "tier" ? placed.tier : null,
    pay: payOf(month, record, score, policy, fine),
    fine,
  };
}

export function sameFine(a: FineResult | null, b: FineResult | null): boolean {
  if (a?.kind !== "fine" || b?.kind !== "fine") return a?.kind === b?.kind;
  return a.amount === b.amount && a.separationReview === b.separationReview;
}
