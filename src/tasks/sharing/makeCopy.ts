import {
  shareWorkbook,
  surveyWorkbook,
  type SharedCopy,
  type ShareStep,
  type WorkbookSurvey,
} from "../../sharing";
import { choicesFor, surveyHeadings, type CopySetting } from "./copyRequest";
import { plainChoice } from "./plainChoice";

/** A piece of work on the bytes of a workbook, in steps. */
export type SharingJob =
  | { readonly kind: "survey"; readonly setting: CopySetting }
  | { readonly kind: "copy"; readonly setting: CopySetting };

export type SharingResult =
  | { readonly kind: "survey"; readonly survey: WorkbookSurvey }
  | { readonly kind: "copy"; readonly copy: SharedCopy };

/** The steps of a job. @throws FileRefusal, from a step, where the file cannot be shared. */
export function startSharing(
  bytes: Uint8Array,
  job: SharingJob,
): Generator<ShareStep, SharingResult> {
  return job.kind === "survey" ? surveying(bytes, job.setting) : copying(bytes, job.setting);
}

function* surveying(bytes: Uint8Array, setting: CopySetting): Generator<ShareStep, SharingResult> {
  return {
    kind: "survey",
    survey: yield* surveyWorkbook(bytes, surveyHeadings(setting), plainChoice(setting)),
  };
}

function* copying(bytes: Uint8Array, setting: CopySetting): Generator<ShareStep, SharingResult> {
  return {
    kind: "copy",
    copy: yield* shareWorkbook(bytes, choicesFor(setting, plainChoice(setting))),
  };
}
