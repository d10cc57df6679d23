import type { WorkbookPolicy } from "../../../tasks";

/** The kind of policy that the workbook uses, in one word: the `data-policy` of the pane's root, by which other tools tell it. */
export type PolicyState =
  "built-in" | "workbook" | "department" | "lost" | "broken" | "newer" | "unreachable";

export function policyStateOf(policy: WorkbookPolicy): PolicyState {
  if (policy.kind === "read") return policy.source === "builtIn" ? "built-in" : policy.source;
  switch (policy.why) {
    case "notReached":
    case "departmentNotReached":
      return "unreachable";
    case "tooLarge":
    case "departmentBroken":
      return "broken";
    case "departmentNewer":
      return "newer";
    default:
      return policy.why;
  }
}
