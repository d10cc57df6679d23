import type { SheetContent, SheetRef } from "../../grid";
import { clauses } from "../../policy";
import {
  candidateReport,
  promotionMonth,
  reviewList,
  withPromotions,
  type PromotionMonth,
} from "../../views";
import type { Language } from "../../wording";
import { candidateSheet } from "../documents/candidateSheet";
import type { SheetSummary, WrittenSheet } from "../gateway";
import { readPromotionTable, type PromotionTable } from "./promotionTable";
import { reviewsSheet } from "../documents/reviewsSheet";
import { runInSlices } from "../run/slices";
import { judgeSheet } from "./judgeSheet";
import { readScoreSheet, type ValidateOptions, type NoSheet } from "./readScoreSheet";

/** Everybody's standing in the open month, with what 晋升流程 records. */
export interface PromotionsRead {
  readonly kind: "promotions";
  readonly month: PromotionMonth;
  readonly sheet: SheetRef;
  readonly sheets: readonly SheetSummary[];
  readonly table: PromotionTable | null;
}

/** Reads the score sheet and 晋升流程 and judges everybody. Only reads; in slices. */
export async function readPromotions(options: ValidateOptions): Promise<PromotionsRead | NoSheet> {
  const { policy, today, signal, onProgress } = options;
  if (policy.kind === "unreadable") return { kind: "policyUnreadable", why: policy.why };
  const found = await readScoreSheet(options);
  if (found.kind !== "sheet") return found;
  const { sheet, sheets, promotionTable: table } = found;
  const judged = await judgeSheet(
    found,
    { book: policy.book, today, month: options.month },
    {
      signal,
      onPause: ({ done, total }) => onProgress?.({ stage: "checking", done, of: total }),
    },
  );
  const month = await runInSlices(promotionMonth(judged), { signal });
  return { kind: "promotions", month, sheet, sheets, table };
}

/** The same with what 晋升流程 holds by now: for rows typed into it. Nobody is judged again. */
export async function readStepsAgain(
  read: PromotionsRead,
  { gateway, signal }: Pick<ValidateOptions, "gateway" | "signal">,
): Promise<PromotionsRead> {
  const sheets = await gateway.listSheets();
  const table = await readPromotionTable(gateway, sheets, signal);
  return { ...read, sheets, table, month: withPromotions(read.month, table?.read ?? null) };
}

/** Why nothing was written: no sheet to report on, or no month on it. */
export type NotWritten = NoSheet | { readonly kind: "noMonth" };

export type SheetWritten =
  | { readonly kind: "written"; readonly written: WrittenSheet; readonly people: number }
  | NotWritten;

function write(
  content: SheetContent,
  { gateway, signal, onProgress }: ValidateOptions,
): Promise<WrittenSheet> {
  onProgress?.({ stage: "writing", done: 0, of: content.rows.length });
  return gateway.writeSheet(content, {
    signal,
    onProgress: ({ rows, of }) => onProgress?.({ stage: "writing", done: rows, of }),
  });
}

/** "写出候选人报告": judges the open month afresh and writes the managers' report, or refreshes it. */
export async function writeCandidates(
  options: ValidateOptions,
  { language, withReviews }: { readonly language: Language; readonly withReviews: boolean },
): Promise<SheetWritten> {
  const read = await readPromotions(options);
  if (read.kind !== "promotions") return read;
  const { signal } = options;
  const report = await runInSlices(candidateReport(read.month, { withReviews }), { signal });
  if (report === null) return { kind: "noMonth" };
  const content = await runInSlices(candidateSheet(report, clauses, language), { signal });
  const written = await write(content, options);
  return { kind: "written", written, people: report.counts.eligible };
}

/** "写出复核名单": the list of reviews as a sheet of its own; only when HR asks for it. */
export async function writeReviews(
  options: ValidateOptions,
  language: Language,
): Promise<SheetWritten> {
  const read = await readPromotions(options);
  if (read.kind !== "promotions") return read;
  const { setting, people } = read.month;
  if (setting.asOf === null) return { kind: "noMonth" };
  const reviews = reviewList(
    setting,
    people.map(({ judged }) => judged),
  );
  const content = reviewsSheet(reviews, setting.asOf, setting.policies.asOf, language);
  return { kind: "written", written: await write(content, options), people: reviews.length };
}
