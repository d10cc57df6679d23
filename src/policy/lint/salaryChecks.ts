import type { Check, Found, LintInput, StepOfPay } from "./results";
import { named, settle, steps } from "./settle";

const WHOLE = 10_000;
/** A level that earns more than so many times the level below is taken for a slip of the pen. */
const STEEPEST = 2;

type PayCheck = "PC20" | "PC21" | "PC22";

/** A check of the base salaries of neighbours; an undecided one counts with its default. */
function stepCheck(check: PayCheck, isFault: (base: number, below: number) => boolean): Check {
  return (input) =>
    steps(input).flatMap(([below, level]): Found[] => {
      const facts: StepOfPay = {
        level: named(level),
        below: named(below),
        baseFen: settle(level.baseSalaryFen, input),
        belowFen: settle(below.baseSalaryFen, input),
      };
      return isFault(facts.baseFen, facts.belowFen) ? [{ check, clause: level.clause, facts }] : [];
    });
}

export const fallingSalaries = stepCheck("PC20", (base, below) => base < below);
export const equalSalaries = stepCheck("PC21", (base, below) => base === below);
export const steepSalaries = stepCheck("PC22", (base, below) => base > STEEPEST * below);

export const minimumWage: Check = (input) => {
  const minimumFen = input.values.localMinimumWageFen;
  if (minimumFen === null) return [{ check: "PC23", clause: null, facts: { problem: "notSet" } }];
  return input.values.levels.flatMap((level): Found[] => {
    const baseFen = settle(level.baseSalaryFen, input);
    return baseFen >= minimumFen
      ? []
      : [
          {
            check: "PC23",
            clause: level.clause,
            facts: { problem: "below", level: named(level), baseFen, minimumFen },
          },
        ];
  });
};

export const probationShare: Check = (input) => {
  const { probation, levels } = input.values;
  const rank = levels.findIndex((level) => level.id === probation.level);
  const level = levels[rank];
  const next = levels[rank + 1];
  if (level === undefined || next === undefined) return [];
  const probationFen = settle(level.baseSalaryFen, input);
  const compare = (of: "base" | "package", nextFen: number): readonly Found[] =>
    probationFen * WHOLE >= nextFen * probation.leastShareBasisPoints
      ? []
      : [
          {
            check: "PC24",
            clause: probation.clause,
            facts: {
              of,
              probation: named(level),
              next: named(next),
              probationFen,
              nextFen,
              leastShareBasisPoints: probation.leastShareBasisPoints,
            },
          },
        ];
  return [
    ...compare("base", settle(next.baseSalaryFen, input)),
    ...packageOf(input).flatMap((nextFen) => compare("package", nextFen)),
  ];
};

function packageOf({ nextLevelPackageFen }: LintInput): readonly number[] {
  return nextLevelPackageFen === undefined ? [] : [nextLevelPackageFen];
}
