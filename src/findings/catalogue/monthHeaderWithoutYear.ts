import { atSheet, type Check } from "../check";

/** A month names no year, or another place names another; until that is settled nobody is judged. */
export const monthHeaderWithoutYear: Check = {
  type: "monthHeaderWithoutYear",
  code: "F-HDR-03",
  group: "headings",
  severities: ["error"],
  of: "sheet",
  kind: "data",
  *find({ sheet: { layout } }) {
    for (const problem of layout.problems) {
      if (problem.code === "monthContradicts") {
        const [one, other] = problem.clues;
        const cell = one.cell === null ? null : { sheet: layout.sheet, ...one.cell };
        yield atSheet("error", cell, null, {
          type: "monthHeaderWithoutYear",
          heading: one.text,
          against: other.text,
        });
      }
      if (problem.code !== "monthWithoutYear") continue;
      const { row, column, heading } = problem;
      const cell = column === null ? null : { sheet: layout.sheet, row, column };
      yield atSheet("error", cell, null, {
        type: "monthHeaderWithoutYear",
        heading,
        against: null,
      });
    }
  },
};
