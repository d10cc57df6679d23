import type { ErrorCode } from "../grid";
import type { EffectivePolicy, ReadingId } from "../policy";
import { readingOf } from "../policy";
import type { CellProblem } from "../scoresheet";
import type { Answer, Fault, FaultReason, Titled, Words } from "./types";

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

/** Which of Excel's errors tells what is wrong with a cell; an error in it stays what it is. */
function errorFor(problem: CellProblem): ErrorCode {
  switch (problem.code) {
    case "error":
      return problem.error;
    case "boolean":
    case "notNumber":
    case "unreadableMonth":
    case "monthWithoutYear":
      return "#VALUE!";
    case "outOfRange":
    case "tooLarge":
    case "notWhole":
      return "#NUM!";
  }
}

/** A cell that cannot be read; `at` counts from 1 where it stands in a list. */
export function cellFault(input: Words, problem: CellProblem, at: number | null = null): Fault {
  return faultOf(errorFor(problem), { code: "cell", input, at, problem, scale: null });
}

export function scoreFault(
  input: Words,
  problem: CellProblem,
  policy: EffectivePolicy,
  at: number | null,
): Fault {
  const { minimum, maximum } = policy.score;
  const scale = { minimum, maximum };
  return faultOf(errorFor(problem), { code: "cell", input, at, problem, scale });
}
