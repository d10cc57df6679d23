import type { ComponentType } from "react";
import type { PolicyPageWords } from "../../wording";
import { Readings } from "./Readings";
import type { PolicySectionProps } from "./sectionProps";

/** A section of the page: one row here, and its title in the words; the page's links lead to it. */
export interface PolicySection {
  readonly id: string;
  readonly title: (words: PolicyPageWords) => string;
  readonly Section: ComponentType<PolicySectionProps>;
}

/** In the order in which they stand on the page. */
export const policySections = [
  { id: "readings", title: (words) => words.readings, Section: Readings },
] as const satisfies readonly PolicySection[];
