import { atSheet, type Check } from "../check";

/** F-POL-01: the policy in force contradicts itself; open readings have findings of their own. */
export const policyFaulty: Check = {
  code: "F-POL-01",
  severities: ["error"],
  of: "sheet",
  *find({ policyFaults }) {
    for (const fault of policyFaults)
      if (fault.severity === "error" && fault.check !== "PC41")
        yield atSheet("error", null, fault.clause, { code: "F-POL-01", fault });
  },
};
