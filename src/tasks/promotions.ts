import type { Grid, SheetContent, SheetRef } from "../grid";
import { clauses } from "../policy";
import { candidateReport, promotionMonth, reviewList, type PromotionMonth } from "../reports";
import { PROMOTION_SHEET, readPromotionSheet, type PromotionSheet } from "../scoresheet";
import type { Language } from "../wording";
import { candidateSheet } from "./candidateSheet";
import type { Gateway, SheetSummary, WrittenSheet } from "./gateway";
import { reviewsSheet } from "./reviewsSheet";
import { runInSlices } from "./slices";
import {
  readScoreSheet,
  type MonthValidation,
  type ValidateOptions,
  type Validation,
} from "./validateSheet";

/** The table 晋升流程 of the workbook, with the cells that it was read from. */
export interface PromotionTable {
  readonly sheet: SheetRef;
  readonly grid: Grid;
  readonly read: PromotionSheet;
}

/** A sheet of that name, or the one that was written beside another of that name. */
function isNamedSo({ name }: SheetSummary): boolean {
  const [start, rest] = [name.slice(0, PROMOTION_SHEET.length), name.slice(PROMOTION_SHEET.length)];
  return start === PROMOTION_SHEET && /^(?: \(\d+\))?$/u.test(rest);
}

/** Reads 晋升流程; null where no sheet of that name holds such a table. */
export async function readPromotionTable(
  gateway: Pick<Gateway, "readSheet">,
  sheets: readonly SheetSummary[],
  signal?: AbortSignal,
): Promise<PromotionTable | null> {
  for (const sheet of sheets.filter(isNamedSo)) {
    const grid = await gateway.readSheet(sheet, { signal });
    const read = grid === null ? null : readPromotionSheet(grid);
    if (grid !== null && read !== null) return { sheet, grid, read };
  }
  return null;
}

/** Everybody's standing in the open month, with what 晋升流程 records. */
export interface PromotionsRead {
  readonly kind: "promotions";
  readonly month: PromotionMonth;
  readonly sheet: SheetRef;
  readonly sheets: readonly SheetSummary[];
  readonly table: PromotionTable | null;
}

/** Reads the score sheet and 晋升流程 and judges everybody. Only reads; in slices. */
export async function readPromotions(
  options: ValidateOptions,
): Promise<PromotionsRead | Exclude<Validation, MonthValidation>> {
  const { policy, gateway, today, signal, onProgress } = options;
  if (policy.kind === "unreadable") return { kind: "policyUnreadable", why: policy.why };
  const found = await readScoreSheet(options);
  if (found.kind !== "sheet") return found;
  const table = await readPromotionTable(gateway, found.sheets, signal);
  const month = await runInSlices(
    promotionMonth(
      {
        sheet: found.records,
        book: policy.book,
        today,
        asOf: options.month ?? undefined,
      },
      table?.read ?? null,
    ),
    {
      signal,
      onPause: ({ done, total }) => onProgress?.({ stage: "checking", done, of: total }),
    },
  );
  return { kind: "promotions", month, sheet: found.sheet, sheets: found.sheets, table };
}

/** Why nothing was written: no sheet to report on, or no month on it. */
export type NotWritten = Exclude<Validation, MonthValidation> | { readonly kind: "noMonth" };

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
