import { fen, type Fen } from "../../units";
import type { EffectivePolicy } from "../types";

/** Fines of one calendar month (§R5b, §W4c): listed, never an automatic consequence. */
export type FineResult =
  | { readonly kind: "fine"; readonly amount: Fen; readonly separationReview: boolean }
  | { readonly kind: "badCount" };

/** Fine for counts of complaints and leave violations; whole numbers that a real month can have. */
export function fineFor(policy: EffectivePolicy, complaints: number, leaves: number): FineResult {
  const { fines } = policy;
  for (const count of [complaints, leaves])
    if (!Number.isInteger(count) || count < 0 || count > fines.greatestCount)
      return { kind: "badCount" };
  const total = complaintFine(policy, complaints) + BigInt(fines.leave) * BigInt(leaves);
  if (total > BigInt(fines.greatestFine)) return { kind: "badCount" };
  return {
    kind: "fine",
    amount: fen(Number(total)),
    separationReview: complaints >= fines.separationReviewFrom,
  };
}

function complaintFine(policy: EffectivePolicy, complaints: number): bigint {
  const { firstComplaint, twoComplaints, furtherComplaints } = policy.fines;
  if (complaints === 0) return 0n;
  if (complaints === 1) return BigInt(firstComplaint);
  const two = BigInt(twoComplaints);
  if (furtherComplaints === "none") return two;
  // The k-th complaint costs first × 2^(k−1); from the third to the last that is first × (2^n − 4).
  return two + BigInt(firstComplaint) * (2n ** BigInt(complaints) - 4n);
}

/** Whether leaving the post was a violation that is fined (§W4b, §W4c). */
export function isLeaveViolation(
  policy: EffectivePolicy,
  leave: { readonly minutes: number; readonly approved: boolean; readonly customersLost: boolean },
): boolean {
  const { leaveMinutes, leaveBound, leaveNeedsLoss } = policy.fines;
  const tooLong =
    leaveBound === "over" ? leave.minutes > leaveMinutes : leave.minutes >= leaveMinutes;
  return tooLong && !leave.approved && (leave.customersLost || !leaveNeedsLoss);
}
