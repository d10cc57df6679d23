import { columnLetters } from "../../grid";
import { atSheet, type Check } from "../check";

/** Two headings fit one field equally well; shown at the one that was not taken. */
export const columnTwice: Check = {
  type: "columnTwice",
  code: "F-HDR-02",
  group: "headings",
  severities: ["error"],
  of: "sheet",
  kind: "data",
  *find({ sheet, policies }) {
    const { layout } = sheet;
    for (const problem of layout.problems) {
      if (problem.code !== "columnTwice") continue;
      const taken = layout.columns[problem.field]?.column;
      const rival = problem.columns.find(({ column }) => column !== taken);
      if (rival === undefined) continue;
      yield atSheet(
        "error",
        { sheet: layout.sheet, row: problem.row, column: rival.column },
        null,
        {
          type: "columnTwice",
          heading: policies.asOf.values.headings[problem.field].name,
          rivals: problem.columns.map(({ heading, column }) => ({
            heading,
            column: columnLetters(column),
          })),
        },
      );
    }
  },
};
