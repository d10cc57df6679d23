import type { CellOf } from "../../scoresheet";
import { atRecord, type Check } from "../check";
import { seenContent } from "../seenContent";
import type { SeenContent } from "../facts";
import type { Found } from "../types";

function unusable(count: CellOf<number>, greatest: number): SeenContent | null {
  const { quantity } = count;
  if (quantity.kind === "value" && quantity.value > greatest)
    return { kind: "text", text: String(quantity.value), suggestion: null };
  return seenContent(count);
}

/** Complaints or violations that are no count a month can have. */
export const countUnusable: Check = {
  type: "countUnusable",
  code: "F-DIS-05",
  group: "conduct",
  severities: ["error"],
  of: "record",
  kind: "data",
  find(place) {
    const { complaints, leaves } = place.record;
    const { greatestCount, complaintClause, leaveClause } = place.policy.fines;
    const findings: Found[] = [];
    for (const [of, count, clause] of [
      ["complaints", complaints, complaintClause],
      ["leaves", leaves, leaveClause],
    ] as const) {
      const seen = unusable(count, greatestCount);
      if (seen !== null)
        findings.push(
          atRecord("error", place, count.cell, clause, { type: "countUnusable", of, seen }),
        );
    }
    return findings;
  },
};
