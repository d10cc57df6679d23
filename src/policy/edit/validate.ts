import type { Month } from "../../units";
import { clauses } from "../book/clauses.en";
import { fullReadings } from "../book/readings.texts";
import { lintPolicy, type LintResult } from "../lint";
import { check } from "../schema/check";
import { valuesSchema } from "../schema/values";
import { toBook } from "../part/book";
import type { StoredPolicy } from "../part/stored";
import { policyFor } from "../resolve";
import type { PolicyBook, PolicyValues } from "../types";
import { fieldsOf, type Field } from "./fields";
import type { EditIssue } from "./problems";
import { lintPaths } from "./lintPath";
import { headingsTaken, wordsTaken } from "./setValue";

export interface DraftReport {
  /** Everything that the checks find, worst first. */
  readonly lint: readonly LintResult[];
  /** What concerns a field, at its path. */
  readonly fields: readonly EditIssue[];
  /** What must be mended before it can be saved: errors that the saved values do not have already. */
  readonly blocking: readonly EditIssue[];
}

/** The checks of the values that a book has in force in a month. */
export function lintBook(book: PolicyBook, month: Month): readonly LintResult[] {
  const effective = policyFor(book, month);
  const order = { error: 0, warning: 1, info: 2 } as const;
  return [
    ...lintPolicy({ values: effective.values, effective, book, clauses, readings: fullReadings }),
  ].sort((one, other) => order[one.severity] - order[other.severity]);
}

/**
 * What is wrong with a draft of a version: `draft` holds its values, `saved` is the policy without
 * them. `month` is one in which the version is in force; its decisions are those that count.
 */
export function validateDraft(
  draft: StoredPolicy,
  saved: StoredPolicy,
  id: string,
  month: Month,
): DraftReport {
  const values = valuesOf(draft, id);
  const form = check(valuesSchema, values);
  if (form.kind === "faulty") {
    const issues = form.problems.map(({ path, expected, received }): EditIssue => ({
      path,
      problem: { code: "form", expected, received },
    }));
    return { lint: [], fields: issues, blocking: issues };
  }
  const lint = lintBook(toBook(draft), month);
  const before = new Set(lintBook(toBook(saved), month).map(identity));
  const known = new Set(ownIssues(valuesOf(saved, id)).map(issueIdentity));
  const own = ownIssues(values);
  const atFields = lint.flatMap((result) =>
    lintPaths(result, values).map((path): EditIssue => ({
      path,
      problem: { code: "lint", result },
    })),
  );
  const fresh = lint
    .filter((result) => result.severity === "error" && !before.has(identity(result)))
    .map((result): EditIssue => ({
      path: lintPaths(result, values)[0] ?? "$",
      problem: { code: "lint", result },
    }));
  return {
    lint,
    fields: [...own, ...atFields],
    blocking: [...own.filter((issue) => !known.has(issueIdentity(issue))), ...fresh],
  };
}

/** The built-in values where the version has none of its own. */
function valuesOf(stored: StoredPolicy, id: string): PolicyValues {
  const { versions } = toBook(stored);
  const version = versions.find((one) => one.id === id) ?? versions.at(-1);
  if (version === undefined) throw new RangeError("A policy book has at least one version");
  return version.values;
}

function identity({ check: code, facts }: LintResult): string {
  return JSON.stringify([code, facts]);
}

function issueIdentity({ path, problem }: EditIssue): string {
  return JSON.stringify([path, problem]);
}

/** What the checks of a policy leave to the forms. */
function ownIssues(values: PolicyValues): readonly EditIssue[] {
  return [
    ...headingsTaken(values),
    ...wordsTaken(values),
    ...fieldsOf(values).flatMap((field) => unknownTier(field, values)),
    ...scaleIssues(values),
  ];
}

/** A limit that names a tier which is none of the bands lets everybody in, or nobody. */
function unknownTier({ path, kind, value }: Field, { score }: PolicyValues): readonly EditIssue[] {
  const isTier = kind.kind === "number" && kind.unit === "tier";
  const parts = typeof value === "object" && value !== null ? value : {};
  const named = isTier
    ? value
    : "tier" in parts
      ? parts.tier
      : "worstTier" in parts
        ? parts.worstTier
        : null;
  return typeof named === "number" && !score.bands.some(({ tier }) => tier === named)
    ? [{ path, problem: { code: "unknownTier", tier: named, worst: score.bands.length } }]
    : [];
}

/** The limit of failing lies on the scale. */
function scaleIssues({ score, review }: PolicyValues): readonly EditIssue[] {
  const { minimumPoints, maximumPoints } = score;
  const path = "$.review.failBelowPoints";
  if (review.failBelowPoints < minimumPoints)
    return [{ path, problem: { code: "tooSmall", least: minimumPoints, unit: "points" } }];
  return review.failBelowPoints > maximumPoints
    ? [{ path, problem: { code: "tooLarge", most: maximumPoints, unit: "points" } }]
    : [];
}
