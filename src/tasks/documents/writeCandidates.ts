import { candidateDocument, reviewDocument } from "../../documents";
import type { SheetContent } from "../../grid";
import { clauses } from "../../policy";
import { candidateReport, reviewList } from "../../views";
import type { Language } from "../../wording";
import type { WrittenSheet } from "../gateway";
import { promotionsOf, type OpenedMonth } from "../month/openMonth";
import type { ValidateOptions } from "../month/readScoreSheet";
import { runInSlices } from "../run/slices";

/** What writing came to: a sheet with so many people, or no month to write of. */
export type SheetWritten =
  | { readonly kind: "written"; readonly written: WrittenSheet; readonly people: number }
  | { readonly kind: "noMonth" };

type Writing = Pick<ValidateOptions, "gateway" | "signal" | "onProgress">;

function write(
  content: SheetContent,
  { gateway, signal, onProgress }: Writing,
): Promise<WrittenSheet> {
  onProgress?.({ stage: "writing", done: 0, of: content.rows.length });
  return gateway.writeSheet(content, {
    signal,
    onProgress: ({ rows, of }) => onProgress?.({ stage: "writing", done: rows, of }),
  });
}

/** "写出候选人报告": the managers' report of the open month, or refreshes it. */
export async function writeCandidates(
  opened: OpenedMonth,
  { language, withReviews }: { readonly language: Language; readonly withReviews: boolean },
  writing: Writing,
): Promise<SheetWritten> {
  const { signal } = writing;
  const month = await promotionsOf(opened, { signal });
  const report = await runInSlices(candidateReport(month, { withReviews }), { signal });
  if (report === null) return { kind: "noMonth" };
  const content = await runInSlices(candidateDocument(report, clauses, language), { signal });
  return {
    kind: "written",
    written: await write(content, writing),
    people: report.counts.eligible,
  };
}

/** "写出复核名单": the list of reviews as a sheet of its own; only when HR asks for it. */
export async function writeReviews(
  { judged: { setting, people } }: OpenedMonth,
  language: Language,
  writing: Writing,
): Promise<SheetWritten> {
  if (setting.asOf === null) return { kind: "noMonth" };
  const reviews = reviewList(setting, people);
  const content = reviewDocument(reviews, setting.asOf, setting.policies.asOf, language);
  return { kind: "written", written: await write(content, writing), people: reviews.length };
}
