import { policyDocument } from "../../documents";
import type { PolicyBook } from "../../policy";
import { policySheet } from "../../views";
import type { Month } from "../../units";
import type { Language } from "../../wording";
import type { Gateway, WrittenSheet } from "../gateway";
import type { TaskProgress } from "../run/progress";

interface PolicySheetOptions {
  /** Open questions are for HR, so they are left out unless chosen. */
  readonly openQuestions: boolean;
  readonly language: Language;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: TaskProgress) => void) | undefined;
}

/** "制度说明": writes the policy of a month as a sheet to print, in place of the one written before. */
export function writePolicySheet(
  gateway: Gateway,
  book: PolicyBook,
  month: Month,
  { openQuestions, language, signal, onProgress }: PolicySheetOptions,
): Promise<WrittenSheet> {
  const content = policyDocument(policySheet(book, month, { openQuestions }), language);
  return gateway.writeSheet(content, {
    signal,
    onProgress: ({ rows, of }) => onProgress?.({ stage: "writing", done: rows, of }),
  });
}
