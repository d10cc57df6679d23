import type { PathStep } from "../../policy";
import type { CandidateRow, CandidateStatus, EvidenceMonth } from "../../views";
import { formatMonth, formatPoints } from "../../units";
import type { Both, Language } from "../language";
import { alike, bracketed, counted, joined, list, listed, NOTHING } from "../say";
import { tierChinese } from "../tiers";
import { exclusionSaid } from "./exclusions";

/** A person of the list as people read it. Lines that have nothing to say are null or absent. */
export interface CandidateSaid {
  readonly status: string;
  /** 初级客服 → 中级客服; null where there is no next level. */
  readonly target: string | null;
  /** The level held, since when and for how many months. */
  readonly level: string | null;
  /** What is missing and where: months still needed, the month in the way, the reason of an exclusion. */
  readonly detail: string | null;
  /** Each month that the rule looks at, oldest first. */
  readonly evidence: readonly string[];
  /** How many of those months lie within the current level. */
  readonly withinLevel: string | null;
  /** Null where it was not tried out: people who are neither eligible nor near. */
  readonly dependsOn: string | null;
  readonly skipHint: string | null;
  readonly leave: string | null;
  /** Failed months in a row; null where there are none. */
  readonly review: string | null;
}

/** What a status is called; who is one month short is told apart elsewhere. */
export const statuses: Readonly<Record<CandidateStatus, Both>> = {
  eligible: { zh: "成绩达标", en: "Scores suffice" },
  not_yet: { zh: "未达标", en: "Not yet" },
  missing_data: { zh: "缺成绩", en: "Scores missing" },
  no_data: { zh: "无成绩", en: "No scores" },
  top_level: { zh: "已是最高级", en: "Top level" },
  excluded: { zh: "未判定", en: "Not judged" },
};

function statusOf({ status, verdict }: CandidateRow): Both {
  const isOneShort =
    status === "not_yet" && verdict?.kind === "judged" && verdict.monthsShort === 1;
  return isOneShort ? { zh: "只差一个月", en: "One month short" } : statuses[status];
}

function targetOf({ level, target }: CandidateRow): Both | null {
  return level === null || target === null
    ? null
    : { zh: `${level.name.zh} → ${target.name.zh}`, en: `${level.name.en} → ${target.name.en}` };
}

function levelOf({ level, levelSince, monthsHeld }: CandidateRow): Both | null {
  if (level === null) return null;
  if (levelSince === null || monthsHeld === null) return level.name;
  const since = formatMonth(levelSince);
  return {
    zh: `${level.name.zh}（自 ${since}，${monthsHeld} 个月）`,
    en: `${level.name.en} (since ${since}, ${counted(monthsHeld, "month")})`,
  };
}

type Judged = Extract<CandidateRow["verdict"], { readonly kind: "judged" }>;

function blockedBySaid({ month, score, tier }: NonNullable<CandidateRow["blockedBy"]>): Both {
  const why: Both =
    score === null || tier === null
      ? { zh: "缺成绩", en: "no score" }
      : {
          zh: `${formatPoints(score)}分，${tierChinese(tier)}`,
          en: `${formatPoints(score)}, tier ${tier}`,
        };
  return {
    zh: `卡在 ${formatMonth(month)}（${why.zh}）`,
    en: `blocked by ${formatMonth(month)} (${why.en})`,
  };
}

/** How far somebody is, and what is in the way. */
function shortOf({ monthsShort, reasons }: Judged, { blockedBy }: CandidateRow): Both {
  const parts: Both[] = [
    monthsShort === null
      ? { zh: "按现行口径无法达到", en: "Out of reach under the readings in force" }
      : {
          zh: `最快还需 ${monthsShort} 个月`,
          en: `${counted(monthsShort, "month")} more at best`,
        },
  ];
  if (blockedBy !== null) parts.push(blockedBySaid(blockedBy));
  const inner = reasons.find((reason) => reason.kind === "inner");
  if (blockedBy === null && inner !== undefined)
    parts.push({
      zh: `一级月现有 ${inner.have} 个，要求 ${inner.need} 个`,
      en: `${inner.have} of ${counted(inner.need, "month")} in tier 1`,
    });
  const short = reasons.find((reason) => reason.kind === "short");
  if (blockedBy === null && short !== undefined)
    parts.push({
      zh: `现有 ${short.have} 个月，要求连续 ${short.need} 个月`,
      en: `${short.have} of ${counted(short.need, "consecutive month")}`,
    });
  const window = reasons.find((reason) => reason.kind === "window");
  if (window !== undefined) {
    const met: Both =
      reasons.length === 1 ? { zh: "连续月数已满足，", en: "the run is long enough, " } : NOTHING;
    parts.push({
      zh: `${met.zh}考核窗口 ${window.have}/${window.need}`,
      en: `${met.en}assessment window ${window.have}/${window.need}`,
    });
  }
  return joined(parts, "semicolon");
}

function detailOf(row: CandidateRow): Both | null {
  const { status, verdict, blockedBy, exclusion } = row;
  if (exclusion !== null) return exclusionSaid(exclusion);
  if (verdict?.kind !== "judged") return null;
  if (status === "missing_data")
    return blockedBy === null
      ? { zh: "缺成绩，补录后再判断", en: "A score is missing; judge again once it is entered" }
      : {
          zh: `缺 ${formatMonth(blockedBy.month)} 成绩，补录后再判断`,
          en: `The score of ${formatMonth(blockedBy.month)} is missing; judge again once it is entered`,
        };
  return status === "not_yet" ? shortOf(verdict, row) : null;
}

function evidenceSaid({ month, score, tier, beforePromotion }: EvidenceMonth): Both {
  const placed: Both =
    tier === null ? NOTHING : { zh: `，${tierChinese(tier)}`, en: `, tier ${tier}` };
  const result: Both =
    score === null
      ? { zh: "缺成绩", en: "no score" }
      : { zh: `${formatPoints(score)}分${placed.zh}`, en: `${formatPoints(score)}${placed.en}` };
  const before: Both = beforePromotion
    ? { zh: "（升级前）", en: " (before the promotion)" }
    : NOTHING;
  return {
    zh: `${formatMonth(month)}：${result.zh}${before.zh}`,
    en: `${formatMonth(month)}: ${result.en}${before.en}`,
  };
}

function withinLevelOf({ evidence, levelSince }: CandidateRow): Both | null {
  if (levelSince === null || evidence.length === 0) return null;
  const within = evidence.filter(({ beforePromotion }) => !beforePromotion).length;
  return {
    zh: `其中现级别内 ${within} 个月`,
    en: `${counted(within, "month")} of these within the current level`,
  };
}

function dependenceOf({ readings, readingsTried }: CandidateRow): Both | null {
  if (!readingsTried) return null;
  if (readings.length === 0) return { zh: "不受口径影响", en: "Same under every reading" };
  const titles = readings.map(({ title, undecided }): Both => {
    const open = undecided ? { zh: "（未确认）", en: " (undecided)" } : NOTHING;
    return { zh: `${title.zh}${open.zh}`, en: `${title.en}${open.en}` };
  });
  const { zh, en } = listed(titles);
  return { zh: `受口径影响：${zh}`, en: `Depends on: ${en}` };
}

function skipOf({ skipHint }: CandidateRow): Both | null {
  return skipHint === null
    ? null
    : {
        zh: `成绩也满足${skipHint.name.zh}；越级须另行评审（§2.3）`,
        en: `The scores also suffice for ${skipHint.name.en}; a skip needs a review of its own (§2.3)`,
      };
}

const leave: Both = {
  zh: "含法定假期月份，请人工确认",
  en: "Includes months of statutory leave; a person must confirm",
};

function reviewOf({ risk }: CandidateRow): Both | null {
  if (risk === null || risk.kind === "excluded" || risk.count === 0) return null;
  const failed = risk.cells.flatMap(({ month }) => (month === null ? [] : [formatMonth(month)]));
  const what: Both =
    risk.kind === "dismissal_review"
      ? { zh: "绩效复核", en: "Performance review" }
      : { zh: "预警", en: "Early warning" };
  return {
    zh: `${what.zh}：${risk.count === 1 ? "" : "连续 "}${risk.count} 个月不及格（${list(failed, "zh")}）`,
    en: `${what.en}: ${counted(risk.count, "month failed", "months failed in a row")} (${list(failed, "en")})`,
  };
}

/** How a person stands, in one line: 未达标：最快还需 2 个月；卡在 2025-03（78分，第三等级）. */
export function candidateSaid(row: CandidateRow): Both {
  const [status, detail] = [statusOf(row), detailOf(row)];
  return detail === null ? status : joined([status, detail], "colon");
}

export function sayCandidate(row: CandidateRow, language: Language): string {
  return candidateSaid(row)[language];
}

/** Everything the list says of one person; whether to promote is never said. */
export function describeCandidate(row: CandidateRow, language: Language): CandidateSaid {
  const say = (said: Both | null): string | null => (said === null ? null : said[language]);
  return {
    status: statusOf(row)[language],
    target: say(targetOf(row)),
    level: say(levelOf(row)),
    detail: say(detailOf(row)),
    evidence: row.evidence.map((month) => evidenceSaid(month)[language]),
    withinLevel: say(withinLevelOf(row)),
    dependsOn: say(dependenceOf(row)),
    skipHint: say(skipOf(row)),
    leave: row.hasLeaveMonths ? leave[language] : null,
    review: say(reviewOf(row)),
  };
}

/** A step still open, with its clauses: 部门匿名评选（§5.2b）. */
export function sayStep(step: PathStep, language: Language): string {
  const clauses = bracketed(listed(step.clauses.map(alike)));
  return { zh: `${step.label.zh}${clauses.zh}`, en: `${step.label.en}${clauses.en}` }[language];
}

/** What stands below the list of candidates. */
export function sayCandidatesFooter(language: Language): string {
  return {
    zh: "本工具只核对成绩条件，能否晋升由审批人决定。",
    en: "Only the score part is checked here; the approvers decide on the promotion.",
  }[language];
}

/** What stands with the list of reviews: the law asks for more than failed months. */
export function sayReviewNote(language: Language): string {
  return {
    zh: "这里只提示由人复核。法律要求不止几个月不及格：须先培训或调岗，仍不能胜任才可依法处理，并提前通知、给予补偿；受特殊保护的人员除外。",
    en: "This only asks people to review. The law wants more than some failed months: training or a transfer first, and only if that does not help, notice and compensation; specially protected people are exempt.",
  }[language];
}
