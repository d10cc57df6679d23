import { atSheet, type Check } from "../check";

/** Every score is at most 1: entered as a share of 1. Until it is mended nobody is judged. */
export const scoresAsFractions: Check = {
  type: "scoresAsFractions",
  code: "F-SCO-05",
  group: "scores",
  severities: ["error"],
  of: "sheet",
  kind: "data",
  *find({ sheet, policies, fractions }) {
    if (fractions === null) return;
    const { layout } = sheet;
    const leftmost = layout.months.reduce(
      (first, { column }) => Math.min(first, column),
      layout.columns.score?.column ?? Infinity,
    );
    yield atSheet(
      "error",
      { sheet: layout.sheet, row: layout.headerRow, column: leftmost },
      policies.asOf.performance.clause,
      { type: "scoresAsFractions", ...fractions },
    );
  },
};
