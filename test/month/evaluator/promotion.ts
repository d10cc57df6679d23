import { addMonths, type Month } from "../../../src/units";
import { lineOf, periodOf, type LineCell, type MonthCell, type Service } from "./line";
import { LADDER, type InForce, type LevelName, type Tier } from "./policy";
import { ruleTo, type Rule } from "./rules";

/** How somebody stands against the next level (rule P4). */
export type Standing =
  | { readonly status: "top_level" }
  /** A month that is looked at cannot be read or placed. */
  | { readonly status: "excluded" }
  | {
      readonly status: "eligible" | "not_yet" | "missing_data" | "no_data";
      readonly target: LevelName;
      readonly monthsShort: number | null;
      readonly blockAt: Month | null;
      /** The highest level that a skip may be named for. */
      readonly alsoMeets: LevelName | null;
    };

/** The cells that a rule looks at: the streak, and the window without regard to whether it is full. */
function looksAt(rule: Rule, line: readonly LineCell[], { options }: InForce) {
  const streakFrom = Math.max(0, line.length - rule.streak);
  const streak = line.slice(streakFrom);
  if (rule.window === null) return { streak, window: [] };
  switch (options.WINDOW_KIND) {
    case "rolling":
      return { streak, window: line.slice(Math.max(0, line.length - rule.window)) };
    case "preceding":
      return { streak, window: line.slice(Math.max(0, streakFrom - rule.window), streakFrom) };
    default: {
      const last = line.at(-1);
      const { window: length } = rule;
      const isOfPeriod = ({ month }: LineCell): boolean =>
        last !== undefined && periodOf(month, length) === periodOf(last.month, length);
      return { streak, window: line.filter(isOfPeriod) };
    }
  }
}

const isTier = (tier: LineCell["tier"]): tier is Tier => typeof tier === "number";

/** Whether a rule holds at the end of a list, and the months that are in its way. */
function applied(rule: Rule, line: readonly LineCell[], holds: InForce) {
  const { streak, window } = looksAt(rule, line, holds);
  const { options } = holds;
  const misses = (tier: Tier): boolean => (rule.exactly ? tier !== rule.worst : tier > rule.worst);
  const missing = [...streak, ...(options.WINDOW_HISTORY === "recorded" ? [] : window)].filter(
    ({ tier }) => tier === "missing",
  );
  const low = [
    ...streak.filter(({ tier }) => isTier(tier) && misses(tier)),
    ...window.filter(({ tier }) => isTier(tier) && tier > 2),
  ];
  const best = streak.filter(({ tier }) => tier === 1).length;
  const innerFails =
    rule.inner !== null &&
    (rule.inner.exactly ? best !== rule.inner.months : best < rule.inner.months);
  const windowShort =
    rule.window !== null &&
    options.WINDOW_HISTORY === "full" &&
    options.WINDOW_KIND !== "calendar" &&
    window.length < rule.window;
  const met =
    streak.length === rule.streak &&
    missing.length === 0 &&
    low.length === 0 &&
    !innerFails &&
    !windowShort;
  return { met, missing, inTheWay: [...missing, ...low] };
}

/** The beginnings of the list at which the rule may hold, the whole of it first. */
function beginnings(line: readonly LineCell[], { options }: InForce): (readonly LineCell[])[] {
  const ends = [line];
  if (options.STREAK_ANCHOR === "any")
    for (let length = line.length - 1; length > 0; length -= 1) ends.push(line.slice(0, length));
  return ends;
}

const holdsFor = (rule: Rule, line: readonly LineCell[], holds: InForce): boolean =>
  beginnings(line, holds).some((beginning) => applied(rule, beginning, holds).met);

/** Every way in which so many months may turn out to be of the first or the second tier. */
function fillings(count: number): readonly (readonly Tier[])[] {
  let all: (readonly Tier[])[] = [[]];
  for (let at = 0; at < count; at += 1)
    all = all.flatMap((one) => [
      [...one, 1],
      [...one, 2],
    ]);
  return all;
}

/** Further months that may help: tier 1, unless a reading says "exactly". */
function furtherMonths(rule: Rule, count: number): readonly (readonly Tier[])[] {
  const plain = Array<Tier>(count).fill(1);
  if (!rule.exactly && rule.inner?.exactly !== true) return [plain];
  const ofStreak = Math.min(count, rule.streak);
  return fillings(ofStreak).map((last) => [...plain.slice(ofStreak), ...last]);
}

const FURTHEST = 40;

/** The fewest further months that can make the rule hold; null where none do. */
function monthsShortOf(
  rule: Rule,
  line: readonly LineCell[],
  asOf: Month,
  holds: InForce,
): number | null {
  for (let count = 0; count <= FURTHEST; count += 1)
    for (const further of furtherMonths(rule, count)) {
      const added = further.map((tier, at) => ({ month: addMonths(asOf, at + 1), tier }));
      if (holdsFor(rule, [...line, ...added], holds)) return count;
    }
  return null;
}

/** Where some filling of missing months makes the rule hold: the newest of those in the way; else null. */
function missingInTheWay(rule: Rule, line: readonly LineCell[], holds: InForce): Month | null {
  for (const beginning of beginnings(line, holds)) {
    const { streak } = looksAt(rule, beginning, holds);
    const holes = streak.filter(({ tier }) => tier === "missing");
    const fits = fillings(holes.length).some(
      (tiers) =>
        applied(
          rule,
          // Outside of the streak the first tier counts like every other one.
          beginning.map((cell) => {
            const at = holes.indexOf(cell);
            return cell.tier === "missing" ? { ...cell, tier: tiers[at] ?? 1 } : cell;
          }),
          holds,
        ).met,
    );
    if (fits) return newest(applied(rule, beginning, holds).missing);
  }
  return null;
}

function newest(cells: readonly LineCell[]): Month | null {
  return cells.reduce<Month | null>(
    (last, { month }) => (last === null || month > last ? month : last),
    null,
  );
}

/** Whether a month that cannot be read is among those that the judgement looks at. */
function hitsError(rule: Rule, line: readonly LineCell[], holds: InForce): boolean {
  return beginnings(line, holds).some((beginning) => {
    const { streak, window } = looksAt(rule, beginning, holds);
    return [...streak, ...window].some(({ tier }) => tier === "error");
  });
}

/** The highest level above the target that the scores reach too; a hint never goes beyond 高级客服. */
function alsoMeets(target: LevelName, line: readonly LineCell[], holds: InForce): LevelName | null {
  const above = LADDER.slice(LADDER.indexOf(target) + 1, LADDER.indexOf("senior") + 1);
  return (
    above.findLast((level) => {
      const rule = ruleTo(level, holds);
      return rule !== null && !hitsError(rule, line, holds) && holdsFor(rule, line, holds);
    }) ?? null
  );
}

/** The score part of somebody's next promotion as of a month. */
export function standingOf(
  cells: readonly MonthCell[],
  service: Service,
  asOf: Month,
  holds: InForce,
  policyOf: (month: Month) => InForce,
): Standing {
  const target = LADDER[LADDER.indexOf(service.level) + 1];
  if (target === undefined) return { status: "top_level" };
  const line = lineOf(cells, service, holds, policyOf);
  const rule = ruleTo(target, holds);
  const plain = { target, blockAt: null, alsoMeets: null };
  if (line.length === 0) {
    const monthsShort = rule === null ? 0 : monthsShortOf(rule, [], asOf, holds);
    return { ...plain, status: "no_data", monthsShort };
  }
  if (rule !== null && hitsError(rule, line, holds)) return { status: "excluded" };
  if (rule === null || holdsFor(rule, line, holds))
    return {
      ...plain,
      status: "eligible",
      monthsShort: 0,
      alsoMeets: alsoMeets(target, line, holds),
    };
  const missing = missingInTheWay(rule, line, holds);
  return {
    ...plain,
    status: missing === null ? "not_yet" : "missing_data",
    monthsShort: monthsShortOf(rule, line, asOf, holds),
    blockAt: missing ?? newest(applied(rule, line, holds).inTheWay),
  };
}
