import { isBlankLevel, rankOfLevel } from "./read";
import { fallsShort, greatest, isAfter, isUpTo, reaches } from "./months";
import type { Translator } from "./translator";
import { call, choose, iff, quote } from "./syntax";

export const riskPlain: Translator = {
  kind: "scores",
  write: (months, level, { parameters, policy, words }) => {
    const { review } = policy;
    if (parameters.review === null || review.anchor !== "latest") return "reading";
    const { failBelow, limit, scope } = parameters.review;
    const { scored, points, place, last } = months;
    const failed = `${scored}*${fallsShort(points, failBelow)}`;
    const passed = `${scored}*${reaches(points, failBelow)}`;
    // What ends the run: a score that is none, and where months count a month without one too.
    const run =
      review.basis === "months"
        ? `(${last}-${call("MAX", months.before, greatest(`(1-${failed})*${isUpTo(place, last)}*${place}`))})`
        : call("SUMPRODUCT", `${scored}*${isAfter(place, greatest(`${passed}*${place}`))}`);
    const { ok, review: reviewed, atRisk } = words.verdicts.risk;
    const warning = (count: string): string =>
      [quote(atRisk[0]), count, quote(atRisk[1]), limit, quote(atRisk[2])].join("&");
    const rank = level === null ? null : rankOfLevel(level, parameters);
    const atLimit =
      scope === null || rank === null || level === null
        ? quote(reviewed)
        : // Nested, so that the rank of a blank level is not asked for.
          iff(
            isBlankLevel(level),
            quote(reviewed),
            iff(`${rank}>${scope}`, warning(limit), quote(reviewed)),
          );
    const judged = choose(
      [
        [`${months.scores}=0`, quote("")],
        [`${run}=0`, quote(ok)],
        [`${run}>=${limit}`, atLimit],
      ],
      warning(run),
    );
    const known =
      level === null || rank === null
        ? judged
        : iff(iff(isBlankLevel(level), "1", rank), judged, "0");
    return [iff(months.sound, known, quote(""))];
  },
};
