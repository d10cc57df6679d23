import type { PathStep } from "../../policy";
import type { CandidateRow, Exclusion } from "../../views";
import { candidatesChinese } from "./candidatesChinese";
import { candidatesEnglish } from "./candidatesEnglish";
import type { CandidateSaid, CandidateWords } from "./candidatesWords";
import type { Language } from "../language";
import { list } from "../say";

const words: Readonly<Record<Language, CandidateWords>> = {
  zh: candidatesChinese,
  en: candidatesEnglish,
};

function isOneMonthShort({ status, verdict }: CandidateRow): boolean {
  return status === "not_yet" && verdict?.kind === "judged" && verdict.monthsShort === 1;
}

/** How a person stands, in one line: 未达标：最快还需 2 个月；卡在 2025-03（78分，第三等级）. */
export function sayCandidate(row: CandidateRow, language: Language): string {
  const { status, detail } = describeCandidate(row, language);
  return detail === null ? status : `${status}${{ zh: "：", en: ": " }[language]}${detail}`;
}

/** Everything the list says of one person; whether to promote is never said. */
export function describeCandidate(row: CandidateRow, language: Language): CandidateSaid {
  const said = words[language];
  return {
    status: isOneMonthShort(row) ? said.oneMonthShort : said.status[row.status],
    target: said.target(row),
    level: said.level(row),
    detail: said.detail(row),
    evidence: row.evidence.map(said.evidence),
    withinLevel: said.withinLevel(row),
    dependsOn: said.dependsOn(row),
    skipHint: said.skipHint(row),
    leave: row.hasLeaveMonths ? said.leave : null,
    review: said.review(row),
  };
}

/** Why somebody is not judged. */
export function sayExclusion(exclusion: Exclusion, language: Language): string {
  return words[language].exclusion(exclusion);
}

/** A step still open, with its clauses: 部门匿名评选（§5.2b）. */
export function sayStep(step: PathStep, language: Language): string {
  const clauses = list(step.clauses, language);
  return { zh: `${step.label.zh}（${clauses}）`, en: `${step.label.en} (${clauses})` }[language];
}

/** What stands below the list of candidates. */
export function sayCandidatesFooter(language: Language): string {
  return words[language].footer;
}

/** What stands with the list of reviews: the law asks for more than failed months. */
export function sayReviewNote(language: Language): string {
  return words[language].reviewNote;
}
