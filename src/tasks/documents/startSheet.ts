import { newScoreDocument } from "../../documents";
import { policyFor } from "../../policy";
import type { Month } from "../../units";
import type { Language } from "../../wording";
import type { Gateway, WriteOptions, WrittenSheet } from "../gateway";
import type { WorkbookPolicy } from "../policy/policyTypes";
import type { Validation } from "../month/validateSheet";

export type SheetStarted =
  | ({ readonly kind: "written" } & WrittenSheet)
  | Extract<Validation, { readonly kind: "policyUnreadable" }>;

/** "新建成绩表": writes a blank score sheet of the policy in force beside HR's sheets, and shows it. */
export async function startScoreSheet(
  gateway: Pick<Gateway, "writeSheet">,
  policy: WorkbookPolicy,
  today: Month,
  language: Language,
  choices: { readonly examples: boolean },
  options: WriteOptions = {},
): Promise<SheetStarted> {
  if (policy.kind === "unreadable") return { kind: "policyUnreadable", why: policy.why };
  const content = newScoreDocument(policyFor(policy.book, today), today, language, choices);
  return { kind: "written", ...(await gateway.writeSheet(content, options)) };
}
