import {
  shareWorkbook,
  surveyWorkbook,
  type Codec,
  type SharedCopy,
  type ShareStep,
  type WorkbookSurvey,
} from "../../sharing";
import { platformCodec } from "./platformCodec";
import { choicesFor, surveyHeadings, type CopySetting } from "./copyRequest";
import { plainChoice } from "./plainChoice";

/** A piece of work on the bytes of a workbook, in steps. */
export type SharingJob =
  | { readonly kind: "survey"; readonly setting: CopySetting }
  | { readonly kind: "copy"; readonly setting: CopySetting };

export type SharingResult =
  | { readonly kind: "survey"; readonly survey: WorkbookSurvey }
  | { readonly kind: "copy"; readonly copy: SharedCopy };

/**
 * The steps of a job.
 * @param codec The platform's own packing, for those who wait where a step says so.
 * @throws FileRefusal, from a step, where the file cannot be shared.
 */
export function startSharing(
  bytes: Uint8Array,
  job: SharingJob,
  codec: Codec | null = null,
): Generator<ShareStep, SharingResult> {
  return job.kind === "survey"
    ? surveying(bytes, job.setting, codec)
    : copying(bytes, job.setting, codec);
}

/** Does all steps of a job, packing as the platform does where it can; reports its progress. */
export async function finishSharing(
  bytes: Uint8Array,
  job: SharingJob,
  onStep: (step: ShareStep) => void = () => undefined,
): Promise<SharingResult> {
  const steps = startSharing(bytes, job, platformCodec());
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    onStep(step.value);
    if (step.value.until !== undefined) await step.value.until;
  }
}

function* surveying(
  bytes: Uint8Array,
  setting: CopySetting,
  codec: Codec | null,
): Generator<ShareStep, SharingResult> {
  return {
    kind: "survey",
    survey: yield* surveyWorkbook(bytes, surveyHeadings(setting), plainChoice(setting), codec),
  };
}

function* copying(
  bytes: Uint8Array,
  setting: CopySetting,
  codec: Codec | null,
): Generator<ShareStep, SharingResult> {
  return {
    kind: "copy",
    copy: yield* shareWorkbook(bytes, choicesFor(setting, plainChoice(setting)), { codec }),
  };
}
