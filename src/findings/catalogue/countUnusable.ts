import type { CellOf } from "../../scoresheet";
import { atRecord, type Check } from "../check";
import { seenContent } from "../seenContent";
import type { SeenContent } from "../facts";
import type { Finding } from "../types";

function unusable(count: CellOf<number>, greatest: number): SeenContent | null {
  const { quantity } = count;
  if (quantity.kind === "value" && quantity.value > greatest)
    return { kind: "text", text: String(quantity.value), suggestion: null };
  return seenContent(count);
}

/** F-DIS-05: complaints or violations that are no count a month can have. */
export const countUnusable: Check = {
  code: "F-DIS-05",
  severities: ["error"],
  of: "record",
  find(place) {
    const { complaints, leaves } = place.record;
    const { greatestCount, complaintClause, leaveClause } = place.policy.fines;
    const findings: Finding[] = [];
    for (const [of, count, clause] of [
      ["complaints", complaints, complaintClause],
      ["leaves", leaves, leaveClause],
    ] as const) {
      const seen = unusable(count, greatestCount);
      if (seen !== null)
        findings.push(atRecord("error", place, count.cell, clause, { code: "F-DIS-05", of, seen }));
    }
    return findings;
  },
};
