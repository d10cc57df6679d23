import { nameReading, skipHint, type MonthSetting, type PersonInMonth } from "../month";
import type { CellPosition, PromotionVerdict } from "../policy";
import { levelAbove, pathSteps, tierJudge } from "../policy";
import type { CandidateRow, CandidateStatus, EvidenceMonth } from "./types";

type Judged = Extract<PromotionVerdict, { readonly kind: "judged" }>;

export function statusOf({ exclusion, verdict }: PersonInMonth): CandidateStatus {
  if (exclusion !== null || verdict === null) return "excluded";
  switch (verdict.kind) {
    case "judged":
      return verdict.status;
    case "topLevel":
      return "top_level";
    case "excluded":
    case "unanswerable":
    case "targetNotAbove":
      return "excluded";
  }
}

function evidenceMonth(
  position: CellPosition,
  person: PersonInMonth,
  setting: MonthSetting,
  inStreak: boolean,
  inWindow: boolean,
): EvidenceMonth | null {
  const { month } = position;
  if (month === null) return null;
  const cell = person.months[position.index]?.history;
  const score = cell?.kind === "score" ? cell.score : null;
  const placed = score === null ? null : tierJudge(setting.policies.at(month))(score);
  return {
    month,
    score,
    tier: placed?.kind === "tier" ? placed.tier : null,
    inStreak,
    inWindow,
    beforePromotion: person.levelSince !== null && month < person.levelSince,
  };
}

/** The months the rule looks at, oldest first: those of the streak and those of the window. */
function evidenceOf(
  verdict: Judged,
  person: PersonInMonth,
  setting: MonthSetting,
): readonly EvidenceMonth[] {
  const places = new Map<number, { position: CellPosition; streak: boolean; window: boolean }>();
  for (const requirement of verdict.requirements)
    for (const { position } of requirement.cells) {
      const place = places.get(position.index) ?? { position, streak: false, window: false };
      places.set(position.index, {
        position,
        streak: place.streak || requirement.kind !== "window",
        window: place.window || requirement.kind === "window",
      });
    }
  return [...places.values()]
    .sort((a, b) => a.position.index - b.position.index)
    .flatMap(({ position, streak, window }) => {
      const month = evidenceMonth(position, person, setting, streak, window);
      return month === null ? [] : [month];
    });
}

/** Months of statutory leave from the first month looked at on: somebody must review those (rule P4.11). */
function hasLeaveMonths(person: PersonInMonth, evidence: readonly EvidenceMonth[]): boolean {
  const from = evidence[0]?.month;
  return person.months.some(
    ({ month, history }) =>
      history.kind === "missing" && history.leave && (from === undefined || month >= from),
  );
}

/** The row of a judged person in the list of candidates (rule V6). */
export function candidateRow(person: PersonInMonth, setting: MonthSetting): CandidateRow {
  const { verdict, level, levelSince } = person;
  const judged = verdict?.kind === "judged" && person.exclusion === null ? verdict : null;
  const status = statusOf(person);
  const evidence = judged === null ? [] : evidenceOf(judged, person, setting);
  const { undecided } = setting.policies.asOf;
  const dependsOn = person.dependsOn ?? [];
  return {
    person: person.ref,
    cell: person.person.cell,
    level,
    levelSince,
    monthsHeld: levelSince === null || setting.asOf === null ? null : setting.asOf - levelSince + 1,
    target: level === null ? null : (levelAbove(setting.policies.asOf, level) ?? null),
    status,
    verdict,
    evidence,
    steps:
      judged !== null && level !== null && status === "eligible"
        ? pathSteps(setting.policies.asOf, level, judged.target)
        : [],
    dependsOn,
    readings: dependsOn.map((id) => ({ ...nameReading(id), undecided: undecided.has(id) })),
    readingsTried: person.dependsOn !== null,
    skipHint: skipHint(person, setting.policies),
    blockedBy:
      judged === null || judged.blockAt === null
        ? null
        : evidenceMonth(judged.blockAt, person, setting, true, true),
    hasLeaveMonths: judged !== null && hasLeaveMonths(person, evidence),
    exclusion: person.exclusion,
    risk: person.risk,
  };
}
