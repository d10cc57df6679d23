// Takes: the workbook's policy as stored, values of a version, what HR typed into a form.
// Gives: the policy or the values after the edit, or what is wrong and at which field; differences.
// Never: Excel, the clock, sentences. Loaded only when HR works on the policy.
export {
  acknowledge,
  annotateDecision,
  decidePreset,
  decideReading,
  decideRecommended,
  presetOptions,
  restoreDecisions,
  undoReading,
} from "./decisions";
export type { DecisionInput, Signature } from "./decisions";
export { addCommissionBand, removeCommissionBand } from "./commissionBands";
export { diffVersions } from "./diff";
export type { ValueChange } from "./diff";
export { fieldsOf } from "./fields";
export type { Field, FieldValue, Subject } from "./fields";
export { fromMonthOn } from "./fromMonth";
export { addLevel, addRule, removeLevel, removeRule } from "./levels";
export type { NewLevel } from "./levels";
export type { EditIssue, EditProblem, Edited } from "./problems";
export { setValue } from "./setValue";
export type { FieldInput } from "./setValue";
export { addStep, moveStep, removeStep } from "./steps";
export type { NewStep, PathEnds } from "./steps";
export { addScoreTier, removeScoreTier, setTierLimit } from "./tiers";
export { lintBook, validateDraft } from "./validate";
export type { DraftReport } from "./validate";
export {
  changeVersion,
  lockVersion,
  monthOfVersion,
  newVersion,
  removeVersion,
  restorePolicy,
  saveValues,
  withValues,
} from "./versions";
export type { NewVersion } from "./versions";
