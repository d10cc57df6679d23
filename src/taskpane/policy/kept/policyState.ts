import type { WorkbookPolicy } from "../../../tasks";

/** The kind of policy that the workbook uses, in one word: the `data-policy` of the pane's root, by which other tools tell it. */
export type PolicyState = "built-in" | "workbook" | "lost" | "broken" | "newer" | "unreachable";

export function policyStateOf(policy: WorkbookPolicy): PolicyState {
  if (policy.kind === "read") return policy.source === "builtIn" ? "built-in" : "workbook";
  switch (policy.why) {
    case "notReached":
      return "unreachable";
    case "tooLarge":
      return "broken";
    default:
      return policy.why;
  }
}
