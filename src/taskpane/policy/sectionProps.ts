import type { PolicyStore } from "./policyStore";

/** What every section of the page is given. */
export interface PolicySectionProps {
  readonly store: PolicyStore;
}
