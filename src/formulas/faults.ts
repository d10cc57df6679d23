import type { ErrorCode } from "../grid";
import type { EffectivePolicy, ReadingId } from "../policy";
import { readingOf } from "../policy";
import type { CellProblem } from "../scoresheet";
import { fen, pointsFromScore, yuanFromFen } from "../units";
import type { Allowed, Answer, Fault, FaultReason, Titled, Words } from "./types";

export function faultOf(error: ErrorCode, why: FaultReason): Fault {
  return { kind: "fault", error, why };
}

export function isFault(value: object | number | string | null): value is Fault {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "fault";
}

/** The first error among the answers, as they stand from left to right. */
export function firstFault(answers: readonly Answer[]): Fault | null {
  return answers.find(isFault) ?? null;
}

export function titleOf(reading: ReadingId): Titled {
  return readingOf(reading);
}

/**
 * A cell that cannot be used: #VALUE!, but an error in it stays what it is. Never #NUM! of our own: Excel
 * shows a message beside #VALUE! and #N/A only. `at` counts from 1 where the cell stands in a list.
 */
export function cellFault(
  input: Words,
  problem: CellProblem,
  allowed: Allowed | null = null,
  at: number | null = null,
): Fault {
  const error = problem.code === "error" ? problem.error : "#VALUE!";
  return faultOf(error, { code: "cell", input, at, problem, allowed });
}

export function scoreFault(
  input: Words,
  problem: CellProblem,
  policy: EffectivePolicy,
  at: number | null,
): Fault {
  const { minimum, maximum } = policy.score;
  const least = pointsFromScore(minimum);
  const most = pointsFromScore(maximum);
  return cellFault(input, problem, { unit: "points", least, most }, at);
}

/** The greatest amount in yuan: as far as whole fen are exact. */
export const GREATEST_YUAN = yuanFromFen(fen(Number.MAX_SAFE_INTEGER));
const ANY_AMOUNT: Allowed = { unit: "yuan", least: -GREATEST_YUAN, most: GREATEST_YUAN };

export function moneyFault(input: Words, problem: CellProblem): Fault {
  return cellFault(input, problem, ANY_AMOUNT);
}
