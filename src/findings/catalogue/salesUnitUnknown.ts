import { atSheet, type Check } from "../check";

/** Sales seem to be in another unit than yuan; until HR says which, nobody's commission is known. */
export const salesUnitUnknown: Check = {
  type: "salesUnitUnknown",
  code: "F-SAL-07",
  group: "sales",
  severities: ["warning"],
  of: "sheet",
  kind: "data",
  *find({ sheet: { layout }, policies }) {
    for (const problem of layout.problems) {
      if (problem.code !== "unitInDoubt") continue;
      const { row, unit } = problem;
      const cell = { sheet: layout.sheet, row, column: unit.column };
      const { text, factor } = unit;
      yield atSheet("warning", cell, policies.asOf.commission.clause, {
        type: "salesUnitUnknown",
        text,
        factor,
      });
    }
  },
};
