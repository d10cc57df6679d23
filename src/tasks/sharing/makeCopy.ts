import {
  compareWorkbook,
  shareWorkbook,
  surveyWorkbook,
  type Codec,
  type Comparison,
  type DisputedCells,
  type SharedCopy,
  type ShareStep,
  type WorkbookSurvey,
} from "../../sharing";
import { platformCodec } from "./platformCodec";
import { choicesFor, surveyHeadings, type CopySetting } from "./copyRequest";
import { evaluateCalls } from "./evaluateCalls";
import { plainChoice } from "./plainChoice";

/** A piece of work on the bytes of a workbook, in steps. */
export type SharingJob =
  | { readonly kind: "survey"; readonly setting: CopySetting }
  | { readonly kind: "copy"; readonly setting: CopySetting };

export type SharingResult =
  | {
      readonly kind: "survey";
      readonly survey: WorkbookSurvey;
      /** Null where calls become values: then nothing but what is stored is shown. */
      readonly comparison: Comparison | null;
    }
  | { readonly kind: "copy"; readonly copy: SharedCopy }
  /** Plain formulas say something else than is stored, and HR has not said which of the two the copy shows. */
  | { readonly kind: "undecided"; readonly comparison: Comparison };

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
  const plain = plainChoice(setting);
  const survey = yield* surveyWorkbook(bytes, surveyHeadings(setting), plain, codec);
  const comparison =
    plain === null ? null : yield* compareWorkbook(bytes, plain, evaluateCalls(setting), codec);
  return { kind: "survey", survey, comparison };
}

/** What nobody has calculated is no value that could be kept: its formula shows what it gives. */
function disputedCells(comparison: Comparison | null, show: DisputedCells["show"]): DisputedCells {
  if (comparison === null) return { show, cells: [] };
  const { differences, uncalculated } = comparison;
  return { show, cells: show === "stored" ? differences : [...differences, ...uncalculated] };
}

function* copying(
  bytes: Uint8Array,
  setting: CopySetting,
  codec: Codec | null,
): Generator<ShareStep, SharingResult> {
  const plain = plainChoice(setting);
  const { differing } = setting.request;
  const comparison =
    plain === null ? null : yield* compareWorkbook(bytes, plain, evaluateCalls(setting), codec);
  if (comparison !== null && comparison.differences.length > 0 && differing === null)
    return { kind: "undecided", comparison };
  const choices = choicesFor(setting, plain, disputedCells(comparison, differing ?? "stored"));
  return { kind: "copy", copy: yield* shareWorkbook(bytes, choices, { codec }) };
}
