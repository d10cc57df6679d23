import type { Cell } from "../grid";
import { fineFor, type EffectivePolicy } from "../policy";
import { readCount, type CellProblem } from "../scoresheet";
import { yuanFromFen } from "../units";
import type { Compute } from "./define";
import { cellFault, faultOf, isFault } from "./faults";
import { cellAt, spread } from "./shapes";
import type { Answer, Fault, Input, Words } from "./types";

function countFault(input: Words, problem: CellProblem, policy: EffectivePolicy): Fault {
  return cellFault(input, problem, { unit: "times", least: 0, most: policy.fines.greatestCount });
}

function readCountCell(cell: Cell, input: Words, policy: EffectivePolicy): number | Fault {
  const read = readCount(cell);
  switch (read.kind) {
    case "pending":
      return countFault(input, { code: "error", error: read.error }, policy);
    case "problem":
      return countFault(input, read.problem, policy);
    case "value":
      return read.value;
    case "blank":
    case "zero":
    case "notAssessed":
      return 0;
  }
}

/** How many times are plausible is the policy's. */
function tooMany(count: number, input: Words, policy: EffectivePolicy): Fault | null {
  return count > policy.fines.greatestCount
    ? countFault(input, { code: "outOfRange", value: count }, policy)
    : null;
}

function fineOf(complaints: number, leaves: number, policy: EffectivePolicy): Answer {
  const result = fineFor(policy, complaints, leaves);
  if (result.kind === "fine") return yuanFromFen(result.amount);
  return faultOf("#VALUE!", {
    code: "fineTooLarge",
    complaints,
    leaves,
    most: yuanFromFen(policy.fines.greatestFine),
  });
}

/** One fine for each place of the counts. */
export const countFines: Compute<"complaints" | "leaves"> = ({ complaints, leaves }, policyIn) => {
  const policy = policyIn(null);
  const countAt = ({ name, block }: Input, row: number, column: number): number | Fault =>
    readCountCell(cellAt(block, row, column), name, policy);
  return spread([complaints, leaves], (row, column) => {
    const complaintCount = countAt(complaints, row, column);
    if (isFault(complaintCount)) return complaintCount;
    const leaveCount = countAt(leaves, row, column);
    if (isFault(leaveCount)) return leaveCount;
    return (
      tooMany(complaintCount, complaints.name, policy) ??
      tooMany(leaveCount, leaves.name, policy) ??
      fineOf(complaintCount, leaveCount, policy)
    );
  });
};
