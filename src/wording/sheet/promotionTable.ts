import type { StepResult } from "../../scoresheet";

/** What the table 晋升流程 says of a step: in the policy's language, as its headings are. */
export const stepResultWords: Readonly<Record<StepResult, string>> = {
  passed: "通过",
  failed: "不通过",
  pending: "待定",
};
