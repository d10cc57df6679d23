import { atRecord, type Check } from "../check";
import { fineFor } from "../../policy";

/** So many complaints in one month that somebody must review it (§R5b). */
export const complaintsReachReview: Check = {
  type: "complaintsReachReview",
  code: "F-DIS-03",
  group: "conduct",
  severities: ["warning"],
  of: "record",
  kind: "notice",
  find(place) {
    const { quantity, cell } = place.record.complaints;
    if (quantity.kind !== "value") return null;
    const fine = fineFor(place.policy, quantity.value, 0);
    if (fine.kind !== "fine" || !fine.separationReview) return null;
    const { complaintClause, separationReviewFrom } = place.policy.fines;
    return atRecord("warning", place, cell, complaintClause, {
      type: "complaintsReachReview",
      complaints: quantity.value,
      from: separationReviewFrom,
    });
  },
};
