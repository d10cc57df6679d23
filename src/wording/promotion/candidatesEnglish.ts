import { formatMonth, formatPoints } from "../../units";
import type { CandidateWords } from "./candidatesWords";
import { counted } from "../say";

const months = (count: number): string => counted(count, "month");

export const candidatesEnglish: CandidateWords = {
  status: {
    eligible: "Scores suffice",
    not_yet: "Not yet",
    missing_data: "Scores missing",
    no_data: "No scores",
    top_level: "Top level",
    excluded: "Not judged",
  },
  oneMonthShort: "One month short",
  target: ({ level, target }) =>
    level === null || target === null ? null : `${level.name.en} → ${target.name.en}`,
  level: ({ level, levelSince, monthsHeld }) => {
    if (level === null) return null;
    return levelSince === null || monthsHeld === null
      ? level.name.en
      : `${level.name.en} (since ${formatMonth(levelSince)}, ${months(monthsHeld)})`;
  },
  detail: ({ status, verdict, blockedBy, exclusion }) => {
    if (exclusion !== null) return candidatesEnglish.exclusion(exclusion);
    if (verdict?.kind !== "judged") return null;
    if (status === "missing_data")
      return blockedBy === null
        ? "A score is missing; judge again once it is entered"
        : `The score of ${formatMonth(blockedBy.month)} is missing; judge again once it is entered`;
    if (status !== "not_yet") return null;
    const { monthsShort, reasons } = verdict;
    const parts = [
      monthsShort === null
        ? "Out of reach under the readings in force"
        : `${months(monthsShort)} more at best`,
    ];
    if (blockedBy !== null)
      parts.push(
        `blocked by ${formatMonth(blockedBy.month)} (${
          blockedBy.score === null || blockedBy.tier === null
            ? "no score"
            : `${formatPoints(blockedBy.score)}, tier ${blockedBy.tier}`
        })`,
      );
    const inner = reasons.find((reason) => reason.kind === "inner");
    if (blockedBy === null && inner !== undefined)
      parts.push(`${inner.have} of ${counted(inner.need, "month")} in tier 1`);
    const short = reasons.find((reason) => reason.kind === "short");
    if (blockedBy === null && short !== undefined)
      parts.push(`${short.have} of ${counted(short.need, "consecutive month")}`);
    const window = reasons.find((reason) => reason.kind === "window");
    if (window !== undefined) {
      const met = reasons.length === 1 ? "the run is long enough, " : "";
      parts.push(`${met}assessment window ${window.have}/${window.need}`);
    }
    return parts.join("; ");
  },
  exclusion: (exclusion) => {
    switch (exclusion.kind) {
      case "noLevelColumn":
        return "The sheet has no level column";
      case "unknownLevel":
        return exclusion.text === ""
          ? "No level is entered"
          : `The policy knows no level “${exclusion.text}”`;
      case "dataError":
        return exclusion.month === null
          ? "The month of a row is wrong; judge again once it is corrected"
          : `The data of ${formatMonth(exclusion.month)} are wrong; judge again once they are corrected`;
      case "notCalculated":
        return exclusion.month === null
          ? "Not calculated yet; judge again once Excel is done"
          : `The data of ${formatMonth(exclusion.month)} are not calculated yet; judge again once Excel is done`;
      case "scoresAsFractions":
        return "The scores seem to be fractions; judge again once they are corrected";
      case "monthWithoutYear":
        return "The month headings name no year; judge again once it is given";
      case "monthInDoubt":
        return "The sheet names different months; judge again once it is settled";
      case "gradesUnknown":
        return "The scores are grades; judge again once each has its points";
      case "refusedScore":
        return `${exclusion.month === null ? "A score" : `The score of ${formatMonth(exclusion.month)}`} belongs to no tier under the reading in force${exclusion.title === null ? "" : ` (${exclusion.title.en})`}`;
      case "unanswerable":
        return `The reading “${exclusion.title.en}” needs what the sheet does not tell: enter 现级别起始月`;
    }
  },
  evidence: ({ month, score, tier, beforePromotion }) => {
    const result =
      score === null
        ? "no score"
        : `${formatPoints(score)}${tier === null ? "" : `, tier ${tier}`}`;
    return `${formatMonth(month)}: ${result}${beforePromotion ? " (before the promotion)" : ""}`;
  },
  withinLevel: ({ evidence, levelSince }) =>
    levelSince === null || evidence.length === 0
      ? null
      : `${months(evidence.filter(({ beforePromotion }) => !beforePromotion).length)} of these within the current level`,
  dependsOn: ({ readings, readingsTried }) => {
    if (!readingsTried) return null;
    if (readings.length === 0) return "Same under every reading";
    const titles = readings.map(
      ({ title, undecided }) => `${title.en}${undecided ? " (undecided)" : ""}`,
    );
    return `Depends on: ${titles.join(", ")}`;
  },
  skipHint: ({ skipHint }) =>
    skipHint === null
      ? null
      : `The scores also suffice for ${skipHint.name.en}; a skip needs a review of its own (§2.3)`,
  leave: "Includes months of statutory leave; a person must confirm",
  review: ({ risk }) => {
    if (risk === null || risk.kind === "excluded" || risk.count === 0) return null;
    const failed = risk.cells
      .flatMap(({ month }) => (month === null ? [] : [formatMonth(month)]))
      .join(", ");
    const what = risk.kind === "dismissal_review" ? "Performance review" : "Early warning";
    return `${what}: ${counted(risk.count, "month failed", "months failed in a row")} (${failed})`;
  },
  footer: "Only the score part is checked here; the approvers decide on the promotion.",
  reviewNote:
    "This only asks people to review. The law wants more than some failed months: training or a transfer first, and only if that does not help, notice and compensation; specially protected people are exempt.",
};
