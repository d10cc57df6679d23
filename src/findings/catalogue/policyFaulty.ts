import { atSheet, type Check } from "../check";

/** The policy in force contradicts itself; open readings have findings of their own. */
export const policyFaulty: Check = {
  type: "policyFaulty",
  code: "F-POL-01",
  group: "policy",
  severities: ["error"],
  of: "sheet",
  kind: "data",
  *find({ policyFaults }) {
    for (const fault of policyFaults)
      if (fault.severity === "error" && fault.check !== "PC41")
        yield atSheet("error", null, fault.clause, { type: "policyFaulty", fault });
  },
};
