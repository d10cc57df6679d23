import { atSheet, type Check } from "../check";

/** F-POL-03: the policy does not say who issued it or since when it holds. */
export const policyUndated: Check = {
  code: "F-POL-03",
  severities: ["info"],
  of: "sheet",
  *find({ policies }) {
    const { document } = policies.asOf.values;
    const missing = (["issuer", "effectiveFrom"] as const).filter(
      (field) => (document[field] ?? "").trim() === "",
    );
    if (missing.length > 0) yield atSheet("info", null, null, { code: "F-POL-03", missing });
  },
};
