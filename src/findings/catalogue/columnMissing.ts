import { atSheet, type Check } from "../check";

/** F-HDR-01: a required column was not found; there is no cell of it to show. */
export const columnMissing: Check = {
  code: "F-HDR-01",
  severities: ["error"],
  of: "sheet",
  *find({ sheet, policies }) {
    for (const problem of sheet.layout.problems) {
      if (problem.code !== "columnMissing") continue;
      const { name, synonyms } = policies.asOf.values.headings[problem.field];
      yield atSheet("error", null, null, { code: "F-HDR-01", heading: name, synonyms });
    }
  },
};
