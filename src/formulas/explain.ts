import type { Cell } from "../grid";
import {
  clausesOfReading,
  judgePromotion,
  judgeReachedLevel,
  levelAbove,
  optionLabel,
  promotionSensitivity,
  reachedLevelSensitivity,
  readingOf,
  readings,
  readingsIn,
  scoreInForce,
  singlePolicy,
  type EffectivePolicy,
  type Level,
  type Policies,
  type PromotionRule,
  type ReadingId,
  type Requirement,
  type ScoreHistory,
} from "../policy";
import type { Compute } from "./define";
import { answerOf } from "./eligible";
import { faultOf, isFault } from "./faults";
import { readLevel } from "./inputs";
import { parameters } from "./parameters";
import { isSingle, shapeOf, single } from "./shapes";
import { judgeOf, readList } from "./standing";
import type { Answer, Answers, EvidenceMonth, ExplanationCell, Fault, Input } from "./types";

type TableCell = ExplanationCell | "";
type Row = readonly [TableCell, TableCell, TableCell, TableCell];

const HEADINGS: Row = [
  { kind: "heading", column: "clause" },
  { kind: "heading", column: "requirement" },
  { kind: "heading", column: "evidence" },
  { kind: "heading", column: "outcome" },
];

/** The one employee that the arguments describe. */
function onlyEmployee(scores: Input, level: Input): readonly Cell[] | Fault {
  const shape = shapeOf(scores.block);
  const levels = shapeOf(level.block);
  if (!isSingle(levels) || (shape.rows > 1 && shape.columns > 1))
    return faultOf("#VALUE!", { code: "oneEmployee", scores: shape, levels });
  return scores.block.flat();
}

// ---------------------------------------------------------------- requirements

/** The levels whose requirements explain the answer: the next one, or the one reached and the one above it. */
function levelsInQuestion(
  history: ScoreHistory,
  level: Level | null,
  policies: Policies,
): readonly Level[] {
  const { levels } = policies.asOf;
  if (level !== null) return levels.filter((other) => other.rank === level.rank + 1);
  const reached = judgeReachedLevel(history, policies);
  const rules = policies.asOf.promotion.rules.map((rule) => rule.target);
  const judged = levels.filter((other) => rules.includes(other.id));
  if (reached.kind !== "reached") return judged.slice(0, 1);
  const above = levelAbove(policies.asOf, reached.level);
  return above === undefined ? [reached.level] : [reached.level, above];
}

function evidenceOf(requirement: Requirement, history: ScoreHistory): readonly EvidenceMonth[] {
  return requirement.cells.map(({ position }) => {
    const cell = history.cells[position.index];
    return {
      at: position.index + 1,
      score: cell?.kind === "score" ? cell.score : null,
    };
  });
}

function requirementRows(target: Level, history: ScoreHistory, policies: Policies): Row[] {
  const [lowest] = policies.asOf.levels;
  if (lowest === undefined) return [];
  const verdict = judgePromotion(history, lowest, policies, target);
  if (verdict.kind !== "judged") return [];
  const level = target.name.zh;
  if (verdict.rule === null) return [["", { kind: "noRequirement", level }, "", { kind: "met" }]];
  return verdict.requirements.map((requirement): Row => [
    { kind: "clauses", clauses: requirement.clauses },
    { kind: "requirement", level, requirement },
    { kind: "evidence", months: evidenceOf(requirement, history) },
    { kind: "outcome", requirement },
  ]);
}

// ---------------------------------------------------------------- readings

/** Whether something in the list makes a reading worth naming where the rules' clauses dispute it. */
function touches(reading: ReadingId, history: ScoreHistory, policy: EffectivePolicy): boolean {
  const { cells } = history;
  const disputed = policy.score.disputed.find((range) => range.reading === reading);
  if (disputed !== undefined)
    return cells.some((cell) => {
      if (cell.kind !== "score") return false;
      const score = scoreInForce(policy, cell.score);
      return score >= disputed.from && score <= disputed.to;
    });
  switch (reading) {
    case "MISSING_MONTH":
      return cells.some((cell) => cell.kind === "missing" && !cell.leave);
    case "STATUTORY_LEAVE":
      return cells.some((cell) => cell.kind === "missing" && cell.leave);
    default:
      return true;
  }
}

function readingsThatMatter(
  rules: readonly PromotionRule[],
  history: ScoreHistory,
  sensitive: readonly ReadingId[],
  policy: EffectivePolicy,
): readonly ReadingId[] {
  const clauses = new Set(rules.flatMap((rule) => rule.clauses));
  const disputed = readingsIn([policy.values.score.bands, policy.values.promotion]);
  const ofScores = new Set(policy.score.disputed.map((range) => range.reading));
  return readings
    .filter(({ id }) => {
      if (sensitive.includes(id)) return true;
      if (!disputed.has(id) || !touches(id, history, policy)) return false;
      return ofScores.has(id) || clausesOfReading(id).some((clause) => clauses.has(clause));
    })
    .map(({ id }) => id);
}

function readingRow(
  reading: ReadingId,
  sensitive: readonly ReadingId[],
  policy: EffectivePolicy,
): Row {
  const entry = readingOf(reading);
  return [
    { kind: "clauses", clauses: clausesOfReading(reading) },
    { kind: "reading", reading: entry },
    { kind: "option", label: { zh: optionLabel(reading, policy.options[reading]) } },
    {
      kind: "standing",
      decided: !policy.undecided.has(reading),
      matters: sensitive.includes(reading),
    },
  ];
}

// ---------------------------------------------------------------- the table

function explainList(cells: readonly Cell[], levelCell: Cell, policy: EffectivePolicy): Answers {
  const standing = judgeOf(policy).standingOf(cells, levelCell, false);
  switch (standing.kind) {
    case "fault":
    case "blank":
    case "topLevel":
    case "noScores":
      return single(answerOf(standing));
    case "reached":
    case "eligible":
    case "notYet":
    case "missing":
      break;
  }
  const level = readLevel(levelCell, policy, parameters.level.name);
  if (isFault(level)) return single(level);
  const policies = singlePolicy(policy);
  const history: ScoreHistory = { cells: readList(cells, policy).cells };
  const targets = levelsInQuestion(history, level, policies);
  const rules = policy.promotion.rules.filter((rule) =>
    targets.some((target) => target.id === rule.target),
  );
  const sensitive =
    level === null
      ? reachedLevelSensitivity(history, policies)
      : promotionSensitivity(history, level, policies);
  const rows: readonly Row[] = [
    HEADINGS,
    ...targets.flatMap((target) => requirementRows(target, history, policies)),
    ...readingsThatMatter(rules, history, sensitive, policy).map((reading) =>
      readingRow(reading, sensitive, policy),
    ),
    ["", { kind: "dependence" }, "", { kind: "dependsOn", readings: sensitive.map(readingOf) }],
  ];
  return rows.map((row) =>
    row.map((cell): Answer => (cell === "" ? cell : { kind: "explanation", cell })),
  );
}

/** The table for one employee: one call, one list of scores. */
export const explain: Compute<"scores" | "level"> = ({ scores, level }, policyIn) => {
  const cells = onlyEmployee(scores, level);
  if ("kind" in cells) return single(cells);
  return explainList(cells, level.block[0]?.[0] ?? null, policyIn(null));
};
