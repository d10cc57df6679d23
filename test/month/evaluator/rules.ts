import { LADDER, type InForce, type LevelName, type Tier } from "./policy";

/** The rule to a level: so many months of a tier, so many of them of the first, and none too low in a longer window. */
export interface Rule {
  readonly streak: number;
  readonly worst: Tier;
  readonly exactly: boolean;
  readonly inner: { readonly months: number; readonly exactly: boolean } | null;
  readonly window: number | null;
}

function listOf(level: LevelName, { values, options }: InForce): Rule | null {
  const plain = { exactly: false, inner: null, window: null };
  const { streaks, windows, innerMonths } = values;
  switch (level) {
    case "probation":
      return null;
    case "junior":
      return {
        ...plain,
        streak: streaks.junior,
        worst: 2,
        exactly: options.JUNIOR_H === "exactly",
      };
    case "middle":
      return {
        ...plain,
        streak: streaks.middle ?? Number(options.MIDDLE_MONTHS),
        worst: 2,
        inner: { months: innerMonths, exactly: options.MIDDLE_T1_COUNT === "exactly" },
      };
    case "senior":
      return { ...plain, streak: streaks.senior, worst: 1, window: windows.senior };
    case "reserve":
      return { ...plain, streak: streaks.reserve, worst: 1, window: windows.reserve };
  }
}

/** The rule that leads to a level; under `exit` a level's list is what its holders need to leave it. */
export function ruleTo(level: LevelName, holds: InForce): Rule | null {
  const rank = LADDER.indexOf(level);
  const named = holds.options.CRITERIA_ROLE === "exit" ? LADDER[rank - 1] : level;
  return named === undefined ? null : listOf(named, holds);
}

/** How many months the longest rule in force looks at. */
export function lookBack(holds: InForce): number {
  const looks = LADDER.map((level) => {
    const rule = ruleTo(level, holds);
    if (rule === null) return 0;
    const window = rule.window ?? 0;
    return rule.window !== null && holds.options.WINDOW_KIND === "preceding"
      ? rule.streak + window
      : Math.max(rule.streak, window);
  });
  return Math.max(...looks);
}
