import type { LintResult } from "../lint";
import type { SheetField } from "../../units";
import type { Unit } from "../schema/kinds";
import type { LevelId, Tier } from "../types";

/** What is wrong with something that HR typed or asked for. Amounts in the field's own unit. */
export type EditProblem =
  | { readonly code: "required" }
  /** The field takes another kind of input: a slip of the caller, not of HR. */
  | { readonly code: "otherKind" }
  | { readonly code: "notANumber"; readonly text: string }
  /** 3万, 5k: understood by people, never read; the number that may have been meant. */
  | { readonly code: "largeUnit"; readonly text: string; readonly meant: string }
  | { readonly code: "otherUnit"; readonly text: string; readonly unit: Unit }
  | { readonly code: "notWhole"; readonly text: string }
  | { readonly code: "tooPrecise"; readonly text: string; readonly decimals: number }
  | { readonly code: "tooSmall"; readonly least: number; readonly unit: Unit }
  | { readonly code: "tooLarge"; readonly most: number; readonly unit: Unit }
  | { readonly code: "tooLong"; readonly most: number }
  | { readonly code: "tooMany"; readonly most: number }
  | { readonly code: "twice"; readonly word: string }
  /** A score or an amount would be taken for a word. */
  | { readonly code: "numberAsWord"; readonly word: string }
  | { readonly code: "headingTaken"; readonly word: string; readonly field: SheetField }
  | { readonly code: "wordTaken"; readonly word: string }
  | { readonly code: "unknownOption"; readonly option: string }
  | { readonly code: "unknownReading"; readonly reading: string }
  | { readonly code: "unknownLevel"; readonly level: LevelId }
  | { readonly code: "unknownTier"; readonly tier: Tier; readonly worst: Tier }
  | { readonly code: "unknownClause"; readonly clause: string }
  | { readonly code: "unknownField"; readonly path: string }
  | { readonly code: "unknownVersion"; readonly version: string }
  | { readonly code: "notAMonth"; readonly text: string }
  | { readonly code: "notADay"; readonly text: string }
  /** "YYYY-MM": the version before starts then, or later. */
  | { readonly code: "notAfter"; readonly previous: string }
  | { readonly code: "notBefore"; readonly next: string }
  | { readonly code: "locked"; readonly version: string }
  /** Somebody else has saved other values since the edit began. */
  | { readonly code: "changedMeanwhile" }
  /** Later versions build on it: months before them would change. */
  | { readonly code: "earliest"; readonly version: string }
  /** The reading has another decision from this month on ("YYYY-MM"; null: from the beginning). */
  | { readonly code: "decisionTaken"; readonly from: string | null }
  | { readonly code: "notDecided"; readonly reading: string }
  | { readonly code: "onlyLevel" }
  | { readonly code: "onlyTier" }
  /** The score at which a tier is to be divided does not lie inside it. */
  | { readonly code: "outsideTier"; readonly tier: Tier }
  | { readonly code: "thresholdTaken"; readonly fromFen: number }
  /** A bound that the form of the file sets; the forms of the page set narrower ones. */
  | { readonly code: "form"; readonly expected: string; readonly received: string }
  | { readonly code: "lint"; readonly result: LintResult };

/** A problem and the place it concerns: a path of the values (`$.levels[0].name.zh`) or the name of an input. */
export interface EditIssue {
  readonly path: string;
  readonly problem: EditProblem;
}

/** An edit either gives the new state or leaves the old one alone and says why. */
export type Edited<T> =
  | { readonly kind: "edited"; readonly value: T }
  | { readonly kind: "refused"; readonly issues: readonly EditIssue[] };

export function edited<T>(value: T): Edited<T> {
  return { kind: "edited", value };
}

export function refused(path: string, problem: EditProblem): Edited<never> {
  return { kind: "refused", issues: [{ path, problem }] };
}

/** Several inputs together, or the problems of all of them at once. */
export function together<T extends object>(parts: {
  readonly [K in keyof T]: Edited<T[K]>;
}): Edited<T> {
  const issues: EditIssue[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, part] of Object.entries<Edited<unknown>>(parts))
    if (part.kind === "refused") issues.push(...part.issues);
    else values[name] = part.value;
  return issues.length > 0 ? { kind: "refused", issues } : edited(values as T); // none is missing
}
