import { atSheet, type Check } from "../check";

/** F-SCO-10: grades stand where scores belong; until HR says what each is worth, nobody is judged. */
export const scoresAsGrades: Check = {
  code: "F-SCO-10",
  severities: ["error"],
  of: "sheet",
  *find({ sheet: { layout }, policies }) {
    for (const problem of layout.problems) {
      if (problem.code !== "gradesUnknown") continue;
      const { row, column, heading, grades } = problem;
      yield atSheet(
        "error",
        { sheet: layout.sheet, row, column },
        policies.asOf.performance.clause,
        {
          code: "F-SCO-10",
          heading,
          grades,
        },
      );
    }
  },
};
