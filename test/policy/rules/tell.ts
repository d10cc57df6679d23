import { expect, it } from "vitest";
import {
  judgePromotion,
  singlePolicy,
  type CellPosition,
  type PromotionVerdict,
  type Reason,
  type Requirement,
} from "../../../src/policy";
import { formatMonth } from "../../../src/units";
import { decidedPolicy, level, type Options } from "../decided";
import { historyOf, type CellSketch } from "./history";

// Everything that a verdict tells, in short: cells by their place in the list (or month, where months are known),
// months of the evidence with the tier that they counted as ("·" for none).

const placeOf = ({ index, month }: CellPosition): string =>
  month === null ? String(index) : formatMonth(month);

function tellReason(reason: Reason): string {
  return "cells" in reason
    ? `${reason.kind} ${reason.cells.map(placeOf).join(" ")}`
    : `${reason.kind} ${reason.have}/${reason.need}`;
}

function tellRequirement(requirement: Requirement): string {
  const { kind, have, need, met, cells } = requirement;
  const tier = kind === "inner" ? requirement.tier : requirement.worstTier;
  const bound = kind === "window" ? "" : ` ${requirement.bound}`;
  const months = cells.map((cell) => `${placeOf(cell.position)}:${cell.tier ?? "·"}`).join(" ");
  return `${met ? "met" : "open"} ${kind} ${have}/${need} tier ${tier}${bound} [${months}]`;
}

function tell(verdict: PromotionVerdict): readonly string[] {
  switch (verdict.kind) {
    case "judged": {
      const { target, status, monthsShort, blockAt, reasons, requirements, alsoMeets, skip } =
        verdict;
      const block = blockAt === null ? "" : `, at ${placeOf(blockAt)}`;
      const also = alsoMeets === null ? "" : `, also ${alsoMeets.id}`;
      return [
        `${target.id}: ${status}, ${monthsShort ?? "never"} short${block}${skip ? ", skips" : ""}${also}`,
        ...reasons.map(tellReason),
        ...requirements.map(tellRequirement),
      ];
    }
    case "excluded":
      return [`excluded at ${placeOf(verdict.at)}`];
    case "unanswerable":
      return [`needs ${verdict.reading}`];
    case "topLevel":
    case "targetNotAbove":
      return [verdict.kind];
  }
}

function sketch(text: string): CellSketch {
  if (text === "·") return null;
  return text === "leave" || text === "?" ? text : Number(text);
}

/** "85 91×5 · leave ?": scores oldest first, months without one, leave, unreadable cells. */
export function sketches(text: string): CellSketch[] {
  return text
    .split(" ")
    .filter((token) => token !== "")
    .flatMap((token) => {
      const [cell = "", times = "1"] = token.split("×");
      return Array<CellSketch>(Number(times)).fill(sketch(cell));
    });
}

/** `given`: "level: scores" or "level → level asked for: scores". */
export type VerdictCase = readonly [
  says: string,
  given: string,
  told: readonly string[],
  options?: Options,
  more?: Parameters<typeof historyOf>[1],
];

export function runVerdicts(cases: readonly VerdictCase[]): void {
  it.each(cases.map(([says, ...rest]) => [says, rest] as const))(
    "%s",
    (_, [given, told, options, more]) => {
      const policy = decidedPolicy(options);
      const [levels = "", scores = ""] = given.split(":");
      const [current = "", asked] = levels.split(" → ");
      const verdict = judgePromotion(
        historyOf(sketches(scores), more),
        level(policy, current),
        singlePolicy(policy),
        asked === undefined ? undefined : level(policy, asked),
      );
      expect(tell(verdict)).toEqual(told);
    },
  );
}
