import { atSheet, type Check } from "../check";

/** The policy does not say who issued it or since when it holds. */
export const policyUndated: Check = {
  type: "policyUndated",
  code: "F-POL-03",
  group: "policy",
  severities: ["info"],
  of: "sheet",
  kind: "data",
  *find({ policies }) {
    const { document } = policies.asOf.values;
    const missing = (["issuer", "effectiveFrom"] as const).filter(
      (field) => (document[field] ?? "").trim() === "",
    );
    if (missing.length > 0) yield atSheet("info", null, null, { type: "policyUndated", missing });
  },
};
