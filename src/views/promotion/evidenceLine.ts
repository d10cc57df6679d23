import type { MonthSetting, PersonInMonth, PersonMonth } from "../../month";
import { tierJudge, type Level, type PromotionVerdict } from "../../policy";
import { addMonths, type Month, type Score } from "../../units";

/** How many months a picture of somebody's scores shows. */
export const MONTHS_SHOWN = 12;

/** What is known of a month's score. */
export type PointKind =
  | "score"
  | "missing"
  /** Statutory leave. */
  | "leave"
  /** A data error, or a score that the reading in force puts into no tier. */
  | "unreadable"
  /** Before the person's first row. */
  | "before";

/** One month of somebody's line: what the picture, its text and the strip of cells show. */
export interface EvidencePoint {
  readonly month: Month;
  readonly kind: PointKind;
  readonly score: Score | null;
  readonly tier: number | null;
  readonly inStreak: boolean;
  readonly inWindow: boolean;
  readonly beforePromotion: boolean;
  /** The level that starts in this month, after another one. */
  readonly levelChange: { readonly from: Level; readonly to: Level } | null;
  /** Complaints and unapproved absences of the month; 0 where nothing is entered. */
  readonly complaints: number;
  readonly leaves: number;
}

/** The lowest score of a tier: a line in the picture. */
export interface TierLine {
  readonly tier: number;
  readonly from: Score;
}

export interface EvidenceLine {
  /** Oldest first, the last one is the as-of month. */
  readonly points: readonly EvidencePoint[];
  /** Of the tiers that have another below, best first; edges are the as-of month's. */
  readonly tierLines: readonly TierLine[];
  readonly lowest: Score;
  readonly highest: Score;
}

function indexesOf(verdict: PromotionVerdict | null, of: "streak" | "window"): ReadonlySet<number> {
  if (verdict?.kind !== "judged") return new Set();
  return new Set(
    verdict.requirements
      .filter(({ kind }) => (of === "window") === (kind === "window"))
      .flatMap(({ cells }) => cells.map(({ position }) => position.index)),
  );
}

function kindOf(month: PersonMonth, tier: number | null): PointKind {
  switch (month.history.kind) {
    case "missing":
      return month.history.leave ? "leave" : "missing";
    case "unreadable":
      return "unreadable";
    case "score":
      return tier === null ? "unreadable" : "score";
  }
}

/** What the rows of a month count together; what cannot be read is a finding of its own. */
function countOf(month: PersonMonth, field: "complaints" | "leaves"): number {
  const quantity = month.record?.[field].quantity;
  return quantity?.kind === "value" ? quantity.value : 0;
}

/** In which months somebody's level is another one than in the month before that told it. */
export function levelChanges(
  months: readonly PersonMonth[],
): ReadonlyMap<number, { readonly from: Level; readonly to: Level }> {
  const changes = new Map<number, { readonly from: Level; readonly to: Level }>();
  let before: Level | undefined;
  for (const [index, { level }] of months.entries()) {
    if (level === undefined) continue;
    if (before !== undefined && before.id !== level.id)
      changes.set(index, { from: before, to: level });
    before = level;
  }
  return changes;
}

/** A person's last twelve months up to the as-of month. */
export function evidenceLine(person: PersonInMonth, setting: MonthSetting): EvidenceLine {
  const { asOf } = setting.policies;
  const last = setting.asOf ?? setting.today;
  const origin = person.months[0]?.month ?? null;
  const streak = indexesOf(person.verdict, "streak");
  const window = indexesOf(person.verdict, "window");
  const changes = levelChanges(person.months);
  const points = Array.from({ length: MONTHS_SHOWN }, (_, place): EvidencePoint => {
    const month = addMonths(last, place + 1 - MONTHS_SHOWN);
    const index = origin === null ? -1 : month - origin;
    const own = index < 0 ? undefined : person.months[index];
    const looked = {
      month,
      inStreak: origin !== null && streak.has(index),
      inWindow: origin !== null && window.has(index),
    };
    if (own === undefined)
      return {
        ...looked,
        kind: "before",
        score: null,
        tier: null,
        beforePromotion: false,
        levelChange: null,
        complaints: 0,
        leaves: 0,
      };
    const score = own.history.kind === "score" ? own.history.score : null;
    const placed = score === null ? null : tierJudge(setting.policies.at(month))(score);
    const tier = placed?.kind === "tier" ? placed.tier : null;
    return {
      ...looked,
      kind: kindOf(own, tier),
      score,
      tier,
      beforePromotion: person.levelSince !== null && month < person.levelSince,
      levelChange: changes.get(index) ?? null,
      complaints: countOf(own, "complaints"),
      leaves: countOf(own, "leaves"),
    };
  });
  const bands = [...asOf.score.bands].sort((a, b) => a.tier - b.tier);
  return {
    points,
    tierLines: bands.slice(0, -1).map(({ tier, from }) => ({ tier, from })),
    lowest: asOf.score.minimum,
    highest: asOf.score.maximum,
  };
}
