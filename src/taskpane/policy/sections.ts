import type { ComponentType } from "react";
import type { PolicyPageWords } from "../../wording";
import { Checks } from "./Checks";
import { Clauses } from "./Clauses";
import { Exposure } from "./Exposure";
import { Help } from "./Help";
import { LegalNotes } from "./LegalNotes";
import { Readings } from "./Readings";
import type { PolicySectionProps } from "./sectionProps";
import { SheetSection } from "./sheet/SheetSection";
import { TransferSection } from "./transfer/TransferSection";
import { ValuesSection } from "./values/ValuesSection";

/** A section of the page: one row here, and its title in the words; the page's links lead to it. */
export interface PolicySection {
  readonly id: string;
  readonly title: (words: PolicyPageWords) => string;
  readonly Section: ComponentType<PolicySectionProps>;
}

/** In the order in which they stand on the page. */
export const policySections = [
  { id: "readings", title: (words) => words.readings, Section: Readings },
  { id: "exposure", title: (words) => words.exposure, Section: Exposure },
  { id: "checks", title: (words) => words.checks, Section: Checks },
  { id: "clauses", title: (words) => words.clauseBook, Section: Clauses },
  { id: "values", title: (words) => words.values, Section: ValuesSection },
  { id: "sheet", title: (words) => words.sheet, Section: SheetSection },
  { id: "transfer", title: (words) => words.transfer, Section: TransferSection },
  { id: "legal", title: (words) => words.legal, Section: LegalNotes },
  { id: "help", title: (words) => words.help, Section: Help },
] as const satisfies readonly PolicySection[];
