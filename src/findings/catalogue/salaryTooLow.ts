import { levelAbove, levelById } from "../../policy";
import { fen } from "../../units";
import { atSheet, type Check } from "../check";

const WHOLE_BASIS_POINTS = 10_000;

/** A level that somebody holds is paid less than the law allows, as far as it is known. */
export const salaryTooLow: Check = {
  type: "salaryTooLow",
  code: "F-PAY-06",
  group: "pay",
  severities: ["warning"],
  of: "sheet",
  kind: "data",
  *find({ policies: { asOf } }, people) {
    const held = new Set(
      people.flatMap(({ presence, level }) => (presence === "inMonth" ? [level?.id] : [])),
    );
    const { localMinimumWageFen, probation } = asOf.values;
    for (const level of asOf.levels) {
      const { baseSalary, clause, name } = level;
      if (!held.has(level.id) || typeof baseSalary !== "number") continue;
      if (localMinimumWageFen !== null && baseSalary < localMinimumWageFen)
        yield atSheet("warning", null, clause, {
          type: "salaryTooLow",
          level: name,
          base: baseSalary,
          than: { kind: "minimumWage", amount: fen(localMinimumWageFen) },
        });
    }
    const trial = held.has(probation.level) ? levelById(asOf, probation.level) : undefined;
    const next = trial === undefined ? undefined : levelAbove(asOf, trial);
    if (
      trial !== undefined &&
      typeof trial.baseSalary === "number" &&
      typeof next?.baseSalary === "number" &&
      trial.baseSalary * WHOLE_BASIS_POINTS < next.baseSalary * probation.leastShareBasisPoints
    )
      yield atSheet("warning", null, trial.clause, {
        type: "salaryTooLow",
        level: trial.name,
        base: trial.baseSalary,
        than: {
          kind: "share",
          level: next.name,
          amount: next.baseSalary,
          share: probation.leastShareBasisPoints,
        },
      });
  },
};
