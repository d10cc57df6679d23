import type { Cell } from "../grid";
import {
  judgePromotion,
  judgeReachedLevel,
  levelAbove,
  quickLine,
  singlePolicy,
  tierJudge,
  type EffectivePolicy,
  type HistoryCell,
  type Level,
  type Policies,
  type PromotionVerdict,
  type QuickLine,
  type ScoreHistory,
} from "../policy";
import { scoreFromPoints } from "../units";
import { faultOf, isFault, titleOf } from "./faults";
import { levelNeeded, readLevel, readScoreCell } from "./inputs";
import { parameters } from "./parameters";
import type { Fault } from "./types";

/** One employee's list of scores as the judgements take it. */
export interface ListRead {
  readonly cells: readonly HistoryCell[];
  readonly hasScore: boolean;
  /** The first cell that cannot be read or that the readings in force refuse. */
  readonly fault: Fault | null;
}

export function readList(cells: readonly Cell[], policy: EffectivePolicy): ListRead {
  const list: HistoryCell[] = [];
  let fault: Fault | null = null;
  let hasScore = false;
  cells.forEach((cell, index) => {
    const read = readScoreCell(cell, policy, parameters.scores.name, index + 1);
    if (isFault(read)) {
      fault ??= read;
      list.push({ kind: "unreadable" });
      return;
    }
    if (read.kind === "score") hasScore = true;
    list.push(read.kind === "score" ? { kind: "score", score: read.score } : read);
  });
  return { cells: list, hasScore, fault };
}

/** How one employee stands, in the order of answers of rule F3. */
export type Standing =
  | Fault
  /** Neither scores nor level, or without a level nothing scored. */
  | { readonly kind: "blank" }
  /** Without a level: the highest level that the scores reach, null for none. */
  | { readonly kind: "reached"; readonly level: Level | null }
  | { readonly kind: "topLevel"; readonly level: Level }
  | { readonly kind: "noScores"; readonly target: Level; readonly months: number | null }
  | { readonly kind: "eligible"; readonly target: Level }
  | { readonly kind: "notYet"; readonly target: Level; readonly months: number | null }
  /** `at`: the newest missing cell in the way, counted from 1. */
  | {
      readonly kind: "missing";
      readonly target: Level;
      readonly months: number | null;
      readonly at: number | null;
    };

const BLANK: Standing = { kind: "blank" };

/** How many spellings of levels a judge remembers; a column repeats few. */
const KEPT_LEVELS = 200;

/** Who judges: one policy, read once for all employees. */
class StandingJudge {
  readonly #policies: Policies;
  readonly #levels = new Map<Cell, Level | Fault | null>();
  readonly #quick: QuickLine | null;
  readonly #wholeTiers: Int8Array;

  readonly #policy: EffectivePolicy;

  constructor(policy: EffectivePolicy) {
    this.#policy = policy;
    this.#policies = singlePolicy(policy);
    this.#quick = quickLine(policy);
    this.#wholeTiers = tiersOfWholePoints(policy);
  }

  /** `needsLevel`: without a level there is nothing to answer. */
  standingOf(cells: readonly Cell[], levelCell: Cell, needsLevel: boolean): Standing {
    const level = this.#levelOf(levelCell);
    if (this.#quick !== null && this.#readQuickly(this.#quick, cells)) {
      const early = this.#before(level, this.#quick.isScored, needsLevel);
      if (early !== null) return early;
      const standing = this.#judgeQuickly(this.#quick, level);
      if (standing !== null) return standing;
    }
    const list = readList(cells, this.#policy);
    return list.fault ?? this.#before(level, list.hasScore, needsLevel) ?? this.#judge(list, level);
  }

  #levelOf(cell: Cell): Level | Fault | null {
    let level = this.#levels.get(cell);
    if (level === undefined) {
      level = readLevel(cell, this.#policy, parameters.level.name);
      if (this.#levels.size >= KEPT_LEVELS) this.#levels.clear();
      this.#levels.set(cell, level);
    }
    return level;
  }

  /** What is answered before anything is judged. */
  #before(level: Level | Fault | null, isScored: boolean, needsLevel: boolean): Standing | null {
    if (level === null) {
      if (!isScored) return BLANK;
      return needsLevel ? levelNeeded(this.#policy) : null;
    }
    if (isFault(level)) return level;
    return levelAbove(this.#policy, level) === undefined ? { kind: "topLevel", level } : null;
  }

  /** Reads a list into the line of bits; false where a cell must be read with care to say what is wrong. */
  #readQuickly(line: QuickLine, cells: readonly Cell[]): boolean {
    const wholeTiers = this.#wholeTiers;
    line.start();
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index] ?? null;
      if (typeof cell === "number" && cell > 0 && cell < wholeTiers.length) {
        const tier = Math.floor(cell) === cell ? (wholeTiers[cell] ?? 0) : 0;
        if (tier > 0) {
          line.score(index, tier);
          continue;
        }
      } else if (cell === null || cell === "" || cell === 0) {
        line.skip(false);
        continue;
      }
      const read = readScoreCell(cell, this.#policy, parameters.scores.name, null);
      if (isFault(read)) return false;
      if (read.kind === "score") line.score(index, read.tier);
      else line.skip(read.leave);
    }
    return true;
  }

  #judgeQuickly(line: QuickLine, level: Level | Fault | null): Standing | null {
    if (level === null) return { kind: "reached", level: line.reached() };
    const target = isFault(level) ? undefined : levelAbove(this.#policy, level);
    if (target === undefined || !line.isScored) return null;
    const standing = line.toward(target);
    switch (standing?.status) {
      case undefined:
        return null;
      case "eligible":
        return { kind: "eligible", target };
      case "not_yet":
        return { kind: "notYet", target, months: standing.monthsShort };
      case "missing_data":
        return {
          kind: "missing",
          target,
          months: standing.monthsShort,
          at: standing.blockAt === null ? null : standing.blockAt + 1,
        };
    }
  }

  #judge(list: ListRead, level: Level | Fault | null): Standing {
    if (isFault(level)) return level;
    const history: ScoreHistory = { cells: list.cells };
    return level === null ? this.#reached(history) : this.#toward(history, level);
  }

  #reached(history: ScoreHistory): Standing {
    const reached = judgeReachedLevel(history, this.#policies);
    switch (reached.kind) {
      case "reached":
        return reached;
      case "none":
        return { kind: "reached", level: null };
      case "noData":
        return BLANK;
      case "unanswerable":
        return faultOf("#N/A", { code: "notGiven", reading: titleOf(reached.reading) });
      case "excluded":
        throw new Error("A list with an unreadable score is not judged");
    }
  }

  #toward(history: ScoreHistory, level: Level): Standing {
    const verdict = judgePromotion(history, level, this.#policies);
    switch (verdict.kind) {
      case "topLevel":
        return { kind: "topLevel", level };
      case "unanswerable":
        return faultOf("#N/A", { code: "notGiven", reading: titleOf(verdict.reading) });
      case "excluded":
      case "targetNotAbove":
        throw new Error("Neither an unreadable list nor another target is judged here");
      case "judged":
        return standingFrom(verdict);
    }
  }
}

const judges = new WeakMap<EffectivePolicy, StandingJudge>();

/** The judge of a policy, made once: a function that is filled down asks for it in every row. */
export function judgeOf(policy: EffectivePolicy): StandingJudge {
  let judge = judges.get(policy);
  if (judge === undefined) judges.set(policy, (judge = new StandingJudge(policy)));
  return judge;
}

function standingFrom(verdict: Extract<PromotionVerdict, { kind: "judged" }>): Standing {
  const { status, target, monthsShort: months, blockAt } = verdict;
  switch (status) {
    case "eligible":
      return { kind: "eligible", target };
    case "not_yet":
      return { kind: "notYet", target, months };
    case "missing_data":
      return { kind: "missing", target, months, at: blockAt === null ? null : blockAt.index + 1 };
    case "no_data":
      return { kind: "noScores", target, months };
  }
}

/** Tiers of whole points by number, 0 where a score must be looked at with care. */
function tiersOfWholePoints(policy: EffectivePolicy): Int8Array {
  const judge = tierJudge(policy);
  const { minimum, maximum } = policy.score;
  return Int8Array.from({ length: WHOLE_POINTS + 1 }, (_, points) => {
    const score = scoreFromPoints(points);
    if (score === undefined || score < minimum || score > maximum) return 0;
    const placed = judge(score);
    return placed.kind === "tier" ? placed.tier : 0;
  });
}

/** The usual scale ends here; a policy with another one is read a little more slowly. */
const WHOLE_POINTS = 100;
