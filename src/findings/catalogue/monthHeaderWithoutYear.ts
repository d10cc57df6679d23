import { atSheet, type Check } from "../check";

/** F-HDR-03: a month heading names no year; until it does nobody is judged. */
export const monthHeaderWithoutYear: Check = {
  code: "F-HDR-03",
  severities: ["error"],
  of: "sheet",
  *find({ sheet: { layout } }) {
    for (const problem of layout.problems) {
      if (problem.code !== "monthWithoutYear") continue;
      const { row, column, heading } = problem;
      const cell = column === null ? null : { sheet: layout.sheet, row, column };
      yield atSheet("error", cell, null, {
        code: "F-HDR-03",
        heading,
      });
    }
  },
};
