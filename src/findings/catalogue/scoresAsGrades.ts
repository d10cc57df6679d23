import { atSheet, type Check } from "../check";

/** Grades stand where scores belong; until HR says what each is worth, nobody is judged. */
export const scoresAsGrades: Check = {
  type: "scoresAsGrades",
  code: "F-SCO-10",
  group: "scores",
  severities: ["error"],
  of: "sheet",
  kind: "data",
  *find({ sheet: { layout }, policies }) {
    for (const problem of layout.problems) {
      if (problem.code !== "gradesUnknown") continue;
      const { row, column, heading, grades } = problem;
      yield atSheet(
        "error",
        { sheet: layout.sheet, row, column },
        policies.asOf.performance.clause,
        {
          type: "scoresAsGrades",
          heading,
          grades,
        },
      );
    }
  },
};
