import type { Cell, ErrorCode } from "../grid";
import type { ClauseId, EffectivePolicy, PolicyBook, Requirement } from "../policy";
import type { PolicyFault } from "../problems";
import type { CellProblem } from "../scoresheet";
import type { Month, Score } from "../units";

/** A text in both languages of the product. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** The title of a reading: a function answers in the policy's own language only. */
export interface Titled {
  readonly title: { readonly zh: string };
}

// ---------------------------------------------------------------- inputs

/** What an argument holds: rows of cells, at least one; a scalar is one row of one cell. */
export type Block = readonly (readonly Cell[])[];

export interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/** An argument with what people call it, for messages. */
export interface Input {
  readonly name: Words;
  readonly block: Block;
}

// ---------------------------------------------------------------- answers

/** The numbers that an input may hold, as a cell holds them, both ends included. */
export interface Allowed {
  readonly unit: "points" | "times" | "yuan";
  readonly least: number;
  readonly most: number;
}

/** Why there is no answer: facts, no sentences. Cells are counted from 1, as people count them. */
export type FaultReason =
  | {
      readonly code: "cell";
      readonly input: Words;
      /** Its place in a list of scores; null where the answer's own place says so. */
      readonly at: number | null;
      readonly problem: CellProblem;
      /** Null for inputs that are no quantity. */
      readonly allowed: Allowed | null;
    }
  | {
      readonly code: "refusedScore";
      readonly at: number | null;
      readonly score: Score | null;
      readonly reading: Titled | null;
    }
  | { readonly code: "unknownLevel"; readonly seen: string; readonly levels: readonly string[] }
  | { readonly code: "levelNeeded"; readonly levels: readonly string[] }
  | { readonly code: "topLevel"; readonly level: string }
  /** `zero`: the cell held the number 0, which counts as blank. */
  | { readonly code: "scoreNeeded"; readonly zero: boolean }
  | { readonly code: "undecided"; readonly reading: Titled }
  /** The reading needs months or the month of the last promotion, which a function is not given. */
  | { readonly code: "notGiven"; readonly reading: Titled }
  /** No further months can ever make the rule hold. */
  | { readonly code: "never"; readonly target: string }
  /** Amounts are in yuan. */
  | { readonly code: "negative"; readonly input: Words; readonly yuan: number }
  | {
      readonly code: "fineTooLarge";
      readonly complaints: number;
      readonly leaves: number;
      readonly most: number;
    }
  /** More than whole fen can express, so that `yuan` is about right. */
  | { readonly code: "grossTooLarge"; readonly yuan: number; readonly most: number }
  | {
      readonly code: "shapes";
      readonly first: Words;
      readonly firstShape: Shape;
      readonly second: Words;
      readonly secondShape: Shape;
      /** Inputs of one size, or levels that run along the scores. */
      readonly rule: "sameSize" | "levels";
    }
  | { readonly code: "oneEmployee"; readonly scores: Shape; readonly levels: Shape }
  | { readonly code: "oneCell"; readonly input: Words; readonly shape: Shape }
  | { readonly code: "columnOnly"; readonly input: Words; readonly shape: Shape }
  | { readonly code: "unknownClause"; readonly seen: string }
  | { readonly code: "unknownEmployee"; readonly seen: string }
  | { readonly code: "monthNeeded" }
  | {
      readonly code: "scoresDiffer";
      readonly month: Month;
      readonly scores: readonly Score[];
    }
  | { readonly code: "policyUnreadable"; readonly cause: PolicyFault };

export interface Fault {
  readonly kind: "fault";
  readonly error: ErrorCode;
  readonly why: FaultReason;
}

/** A month of the evidence: its place in the list and its score, null where there is none. */
export interface EvidenceMonth {
  readonly at: number;
  readonly score: Score | null;
}

/** A cell of the table that explains (WHY). */
export type ExplanationCell =
  | { readonly kind: "heading"; readonly column: "clause" | "requirement" | "evidence" | "outcome" }
  | { readonly kind: "clauses"; readonly clauses: readonly ClauseId[] }
  | { readonly kind: "requirement"; readonly level: string; readonly requirement: Requirement }
  | { readonly kind: "noRequirement"; readonly level: string }
  | { readonly kind: "evidence"; readonly months: readonly EvidenceMonth[] }
  | { readonly kind: "outcome"; readonly requirement: Requirement }
  | { readonly kind: "met" }
  | { readonly kind: "reading"; readonly reading: Titled }
  | { readonly kind: "option"; readonly label: { readonly zh: string } }
  | { readonly kind: "standing"; readonly decided: boolean; readonly matters: boolean }
  | { readonly kind: "dependence" }
  | { readonly kind: "dependsOn"; readonly readings: readonly Titled[] };

/** A judgement that wording turns into the text of a cell. */
export type Verdict =
  | { readonly kind: "level"; readonly level: string }
  | { readonly kind: "noLevel" }
  | { readonly kind: "eligible"; readonly target: string }
  | { readonly kind: "monthsShort"; readonly months: number; readonly target: string }
  | { readonly kind: "missing"; readonly at: number }
  | { readonly kind: "noScores" }
  | { readonly kind: "topLevel" }
  | {
      readonly kind: "risk";
      readonly risk: "ok" | "atRisk" | "review";
      readonly count: number;
      readonly limit: number;
    };

/** A cell of the table that explains; its words are fetched with the function. */
export interface Explanation {
  readonly kind: "explanation";
  readonly cell: ExplanationCell;
}

/** One cell of a result: a number, a text that stands as it is ("" is blank), a judgement, an explanation or an error. */
export type Answer = number | string | Verdict | Explanation | Fault;

export type Answers = readonly (readonly Answer[])[];

// ---------------------------------------------------------------- formulas

/** What a workbook says of its policy. */
export type PolicyInForce =
  | { readonly kind: "book"; readonly book: PolicyBook }
  | { readonly kind: "unreadable"; readonly cause: PolicyFault };

/** What is given beside the arguments: no clock is read inside. */
export interface FormulaContext {
  readonly policy: PolicyInForce;
  readonly today: Month;
}

/** The policy as a computation asks for it: by month, null for today's. */
export type PolicyIn = (month: Month | null) => EffectivePolicy;

/** What the functions are given; the same thing has one id in all of them. */
export type ParameterId =
  | "sales"
  | "score"
  | "scores"
  | "level"
  | "month"
  | "extra"
  | "complaints"
  | "leaves"
  | "clause"
  | "employee"
  | "employees"
  | "months"
  | "historyScores";

export interface Parameter {
  readonly id: ParameterId;
  readonly name: Words;
  readonly optional: boolean;
}

/** One custom function: what Excel is told of it and what it does. */
export interface Formula {
  /** Never changed once published: Excel keeps it in workbooks. */
  readonly id: string;
  readonly parameters: readonly Parameter[];
  /** Fetches what only this function needs; it must have come before the first answer. Null: nothing. */
  readonly prepare: (() => Promise<void>) | null;
  readonly result: "scalar" | "matrix";
  /** One block a parameter, null where it was left out. */
  readonly evaluate: (blocks: readonly (Block | null)[], context: FormulaContext) => Answers;
}
