import { columnLetters } from "../../grid";
import { atSheet, type Check } from "../check";

/** A month heading cannot be read, or its month has a column already. */
export const monthHeaderUnusable: Check = {
  type: "monthHeaderUnusable",
  code: "F-HDR-04",
  group: "headings",
  severities: ["error"],
  of: "sheet",
  kind: "data",
  *find({ sheet: { layout } }) {
    for (const problem of layout.problems) {
      if (problem.code !== "monthUnreadable" && problem.code !== "monthTwice") continue;
      const { row, column, heading } = problem;
      const repeats =
        problem.code === "monthTwice"
          ? { month: problem.month, column: columnLetters(problem.firstColumn) }
          : null;
      yield atSheet("error", { sheet: layout.sheet, row, column }, null, {
        type: "monthHeaderUnusable",
        heading,
        repeats,
      });
    }
  },
};
