import { atRecord, type Check } from "../check";
import { comparePay } from "../payComparison";
import { prorationOf } from "../proration";
import { seenContent } from "../seenContent";
import type { Found } from "../types";

/**
 * A typed amount that is not what the policy makes of the row, to the fen. Only a warning
 * where the month may have to be shared out by days (monthNotWhole).
 */
export const payDiffers: Check = {
  type: "payDiffers",
  code: "F-PAY-01",
  group: "pay",
  severities: ["error", "warning"],
  of: "record",
  kind: "data",
  find(place, setting) {
    let severity: "error" | "warning" | null = null;
    let findings: Found[] | null = null;
    for (const { part, typed, rule, verdict, sure } of comparePay(place)) {
      if (part === "extra" || rule === null) continue;
      if (verdict !== "differs" && verdict !== "notRead") continue;
      severity ??= prorationOf(place, setting) === null ? "error" : "warning";
      findings ??= [];
      findings.push(
        // What a formula adds that cannot be followed cannot be called wrong.
        atRecord(sure ? severity : "warning", place, typed.cell, rule.clause, {
          type: "payDiffers",
          part,
          typed: typed.quantity.kind === "value" ? typed.quantity.value : null,
          seen: seenContent(typed),
          computed: rule.amount,
          how: rule.how,
        }),
      );
    }
    return findings;
  },
};
