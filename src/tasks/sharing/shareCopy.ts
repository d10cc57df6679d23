import { fileNameIn } from "../../scoresheet";
import type { Month } from "../../units";
import type { Language } from "../../wording";
import type { Gateway } from "../gateway";
import type { TaskProgress } from "../run/progress";
import type { WorkbookPolicy } from "../policy/policyTypes";
import type { CopyRequest } from "./copyRequest";
import { runSharing } from "./runSharing";
import type { SharingResult } from "./makeCopy";

export interface ShareOptions {
  readonly gateway: Pick<Gateway, "readFile">;
  readonly policy: Extract<WorkbookPolicy, { kind: "read" }>;
  readonly request: CopyRequest;
  readonly today: Month;
  /** "2026-11-25". */
  readonly day: string;
  readonly language: Language;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: TaskProgress) => void) | undefined;
}

async function onDocument(
  kind: "survey" | "copy",
  { gateway, policy, request, today, day, language, signal, onProgress }: ShareOptions,
): Promise<SharingResult> {
  onProgress?.({ stage: "fetching", done: 0, of: null });
  const bytes = await gateway.readFile({
    signal,
    onProgress: ({ done, of }) => onProgress?.({ stage: "fetching", done, of }),
  });
  const setting = { request, book: policy.book, today, day, language };
  return runSharing(
    bytes,
    { kind, setting },
    {
      signal,
      onProgress: ({ done, total }) =>
        onProgress?.({ stage: kind === "survey" ? "surveying" : "copying", done, of: total }),
    },
  );
}

/** What a copy of the open workbook would be made of; nothing is changed. */
export async function surveyDocument(
  options: ShareOptions,
): Promise<Extract<SharingResult, { kind: "survey" }>> {
  const result = await onDocument("survey", options);
  if (result.kind !== "survey") throw new Error("A survey was asked for");
  return result;
}

/**
 * "生成副本": a copy of the open workbook as it is now, or what HR has to decide first. The workbook itself is not
 * changed.
 */
export async function shareCopy(
  options: ShareOptions,
): Promise<Exclude<SharingResult, { kind: "survey" }>> {
  const result = await onDocument("copy", options);
  if (result.kind === "survey") throw new Error("A copy was asked for");
  return result;
}

/** What the open workbook's file is called, without what says its kind; null of one that was never saved. */
export async function workbookName(
  gateway: Pick<Gateway, "readFileAddress">,
): Promise<string | null> {
  const address = await gateway.readFileAddress();
  const name = address === null ? "" : fileNameIn(address);
  return name === "" ? null : name;
}

/** Excel takes a new workbook in one request: more than so many characters would not fit into it. */
const OPEN_LIMIT = 4_000_000;

/** Bytes turned into text at a time. */
const BYTES_PER_CALL = 0x6000;

/** The workbook as Excel takes it; null where it is too large for that. */
export function toBase64(bytes: Uint8Array): string | null {
  if (Math.ceil(bytes.length / 3) * 4 > OPEN_LIMIT) return null;
  let text = "";
  for (let at = 0; at < bytes.length; at += BYTES_PER_CALL)
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + BYTES_PER_CALL)));
  return text;
}
