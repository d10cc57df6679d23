import { atRecord, type Check } from "../check";
import { fineFor } from "../../policy";

/** F-DIS-03: so many complaints in one month that people must look at it (§R5b). */
export const complaintsReachReview: Check = {
  code: "F-DIS-03",
  severities: ["warning"],
  of: "record",
  find(place) {
    const { quantity, cell } = place.record.complaints;
    if (quantity.kind !== "value") return null;
    const fine = fineFor(place.policy, quantity.value, 0);
    if (fine.kind !== "fine" || !fine.separationReview) return null;
    const { complaintClause, separationReviewFrom } = place.policy.fines;
    return atRecord("warning", place, cell, complaintClause, {
      code: "F-DIS-03",
      complaints: quantity.value,
      from: separationReviewFrom,
    });
  },
};
