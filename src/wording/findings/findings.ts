import type { Finding, FindingCode, FindingOf } from "../../findings";
import { findingsEnglish } from "./findingsEnglish";
import { findingsChinese } from "./findingsChinese";
import { sayFormulaAdvice } from "./formulaAdvice";
import type { FindingSaid, FindingWords } from "./findingsWords";
import type { Language } from "../language";

const words: Readonly<Record<Language, FindingWords>> = {
  zh: findingsChinese,
  en: findingsEnglish,
};

function sayBy<C extends FindingCode>(said: FindingWords, code: C, finding: FindingOf<C>) {
  return said[code](finding);
}

/** What a finding says and what to do about it; employee, month and cell stand beside it. */
export function sayFinding(finding: Finding, language: Language): FindingSaid {
  const said = sayBy(words[language], finding.code, finding);
  const advice = sayFormulaAdvice(finding, language);
  return advice === undefined ? said : { ...said, fix: advice };
}
