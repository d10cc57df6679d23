import { errorOf, isBlank, type Cell } from "../grid";
import { findLevel, tierJudge, type EffectivePolicy, type Level, type Tier } from "../policy";
import {
  readMoney,
  readMonth,
  readScore,
  readText,
  type Quantity,
  type ScoreLimits,
} from "../scoresheet";
import type { Fen, Month, Score } from "../units";
import { cellFault, faultOf, isFault, moneyFault, scoreFault, titleOf } from "./faults";
import type { Fault, Input, PolicyIn, Words } from "./types";

// ---------------------------------------------------------------- scores

const limits = new WeakMap<EffectivePolicy, ScoreLimits>();

/** What the readers of cells must know of a policy. */
function limitsOf(policy: EffectivePolicy): ScoreLimits {
  let found = limits.get(policy);
  if (found === undefined) {
    const { statutoryLeave, otherReasons } = policy.words;
    found = {
      minimum: policy.score.minimum,
      maximum: policy.score.maximum,
      statutoryLeave: new Set(statutoryLeave),
      otherReasons: new Set(otherReasons),
    };
    limits.set(policy, found);
  }
  return found;
}

/**
 * A score as every function reads it: the number 0 is blank, since some builds of Excel hand blank cells
 * over as 0 and a sheet may not pay differently on another computer (rule N6).
 */
export function readScoreIn(cell: Cell, policy: EffectivePolicy): Quantity<Score> {
  return readScore(cell, limitsOf(policy), "blank");
}

/** A score with its tier, a month without one, or why it cannot be used. */
export type ScoreRead =
  | { readonly kind: "score"; readonly score: Score; readonly tier: Tier }
  | { readonly kind: "missing"; readonly leave: boolean }
  | Fault;

const BLANK_MONTH: ScoreRead = { kind: "missing", leave: false };
const LEAVE_MONTH: ScoreRead = { kind: "missing", leave: true };

/**
 * A score and the tier that the readings in force give it; a score they place nowhere is refused
 * (#N/A). `at` counts from 1 in a list, null elsewhere.
 */
export function readScoreCell(
  cell: Cell,
  policy: EffectivePolicy,
  input: Words,
  at: number | null,
): ScoreRead {
  const quantity = readScoreIn(cell, policy);
  switch (quantity.kind) {
    case "blank":
    case "zero":
      return BLANK_MONTH;
    case "notAssessed":
      return quantity.leave ? LEAVE_MONTH : BLANK_MONTH;
    case "pending":
      return scoreFault(input, { code: "error", error: quantity.error }, policy, at);
    case "problem":
      return scoreFault(input, quantity.problem, policy, at);
    case "value": {
      const placed = tierJudge(policy)(quantity.value);
      if (placed.kind === "tier")
        return { kind: "score", score: quantity.value, tier: placed.tier };
      const reading = placed.reading === null ? null : titleOf(placed.reading);
      return faultOf("#N/A", { code: "refusedScore", at, score: quantity.value, reading });
    }
  }
}

// ---------------------------------------------------------------- levels

/** Nothing, or the number that a blank cell may arrive as. */
export function isBlankLevel(cell: Cell): boolean {
  return cell === 0 || isBlank(cell);
}

export function levelNames(policy: EffectivePolicy): readonly string[] {
  return policy.levels.map((level) => level.name.zh);
}

export function levelNeeded(policy: EffectivePolicy): Fault {
  return faultOf("#N/A", { code: "levelNeeded", levels: levelNames(policy) });
}

/** The level that a cell names; null where it is blank. */
export function readLevel(cell: Cell, policy: EffectivePolicy, input: Words): Level | Fault | null {
  if (isBlankLevel(cell)) return null;
  const error = errorOf(cell);
  if (error !== undefined) return cellFault(input, { code: "error", error });
  const seen = readText(cell);
  return (
    findLevel(policy, seen) ??
    faultOf("#N/A", { code: "unknownLevel", seen, levels: levelNames(policy) })
  );
}

// ---------------------------------------------------------------- money and months

/** An amount in fen; null where the cell is blank. */
export function readMoneyCell(cell: Cell, input: Words): Fen | Fault | null {
  const quantity = readMoney(cell);
  return quantity.kind === "problem"
    ? moneyFault(input, quantity.problem)
    : valueOf(quantity, input);
}

/** The value of a cell; null where it is blank. */
export function valueOf<T>(quantity: Quantity<T>, input: Words): T | Fault | null {
  switch (quantity.kind) {
    case "value":
      return quantity.value;
    case "pending":
      return cellFault(input, { code: "error", error: quantity.error });
    case "problem":
      return cellFault(input, quantity.problem);
    case "blank":
    case "zero":
    case "notAssessed":
      return null;
  }
}

/** The policy of the month that a cell names; today's where it is blank (or 0). */
export function policyOf(cell: Cell, policyIn: PolicyIn, input: Words): EffectivePolicy | Fault {
  const month: Month | Fault | null = valueOf(readMonth(cell), input);
  return isFault(month) ? month : policyIn(month);
}

/** The policies along an input of months: one look-up where there is one month. */
export function policiesAlong(
  month: Input,
  policyIn: PolicyIn,
): (cell: Cell) => EffectivePolicy | Fault {
  let last: Cell | undefined;
  let policy: EffectivePolicy | Fault | undefined;
  return (cell) => {
    if (policy === undefined || cell !== last) {
      policy = policyOf(cell, policyIn, month.name);
      last = cell;
    }
    return policy;
  };
}
