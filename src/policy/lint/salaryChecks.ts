import type { Check, CheckInput, Found, LintInput, StepOfPay } from "./results";
import { named, steps } from "./ladder";

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
        baseFen: level.baseSalary,
        belowFen: below.baseSalary,
      };
      return isFault(facts.baseFen, facts.belowFen) ? [{ check, clause: level.clause, facts }] : [];
    });
}

export const fallingSalaries = stepCheck("PC20", (base, below) => base < below);
export const equalSalaries = stepCheck("PC21", (base, below) => base === below);
export const steepSalaries = stepCheck("PC22", (base, below) => base > STEEPEST * below);

export const minimumWage: Check = ({ settled: { levels, localMinimumWage: minimumFen } }) => {
  if (minimumFen === null) return [{ check: "PC23", clause: null, facts: { problem: "notSet" } }];
  return levels
    .filter(({ baseSalary }) => baseSalary < minimumFen)
    .map((level): Found => ({
      check: "PC23",
      clause: level.clause,
      facts: { problem: "below", level: named(level), baseFen: level.baseSalary, minimumFen },
    }));
};

export const probationShare: Check = (input: CheckInput) => {
  const { probation, levels } = input.settled;
  const rank = levels.findIndex((level) => level.id === probation.level);
  const level = levels[rank];
  const next = levels[rank + 1];
  if (level === undefined || next === undefined) return [];
  const compare = (of: "base" | "package", nextFen: number): readonly Found[] =>
    level.baseSalary * WHOLE >= nextFen * probation.leastShare
      ? []
      : [
          {
            check: "PC24",
            clause: probation.clause,
            facts: {
              of,
              probation: named(level),
              next: named(next),
              probationFen: level.baseSalary,
              nextFen,
              leastShareBasisPoints: probation.leastShare,
            },
          },
        ];
  return [
    ...compare("base", next.baseSalary),
    ...packageOf(input).flatMap((nextFen) => compare("package", nextFen)),
  ];
};

function packageOf({ nextLevelPackageFen }: LintInput): readonly number[] {
  return nextLevelPackageFen === undefined ? [] : [nextLevelPackageFen];
}
