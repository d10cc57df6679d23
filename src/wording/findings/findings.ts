import type { Finding, FindingOf, FindingType } from "../../findings";
import type { Language } from "../language";
import type { FindingEntry, FindingSaid, FindingWords } from "./findingsWords";
import { sayFormulaAdvice } from "./formulaAdvice";
import { headingFindings } from "./headings";
import { monthFindings } from "./months";
import { outcomeFindings } from "./outcomes";
import { payFindings } from "./pay";
import { peopleFindings } from "./people";
import { policyFindings } from "./policy";
import { scoreFindings } from "./scores";

const words: FindingWords = {
  ...headingFindings,
  ...peopleFindings,
  ...monthFindings,
  ...scoreFindings,
  ...payFindings,
  ...outcomeFindings,
  ...policyFindings,
};

function entryOf<T extends FindingType>(type: T, finding: FindingOf<T>): FindingEntry {
  return words[type](finding);
}

/** What a finding says and what to do about it; employee, month and cell stand beside it. */
export function sayFinding(finding: Finding, language: Language): FindingSaid {
  const { text, fix } = entryOf(finding.type, finding);
  return { text: text[language], fix: sayFormulaAdvice(finding, language) ?? fix[language] };
}
