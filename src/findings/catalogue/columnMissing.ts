import { atSheet, type Check } from "../check";

/** A required column was not found; there is no cell of it to show. */
export const columnMissing: Check = {
  type: "columnMissing",
  code: "F-HDR-01",
  group: "headings",
  severities: ["error"],
  of: "sheet",
  kind: "data",
  *find({ sheet, policies }) {
    for (const problem of sheet.layout.problems) {
      if (problem.code !== "columnMissing") continue;
      const { name, synonyms } = policies.asOf.values.headings[problem.field];
      yield atSheet("error", null, null, { type: "columnMissing", heading: name, synonyms });
    }
  },
};
