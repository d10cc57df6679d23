import { readingOf } from "../book/readings";
import { formatPath } from "../part/json";
import { FIELD_IDS } from "../types";
import type {
  BandEnd,
  Bound,
  Choice,
  FieldId,
  LevelId,
  PathStep,
  PolicyValues,
  StepKind,
  Tier,
  Words,
} from "../types";
import type { NumberKind } from "./parse";

/** What a form asks for: every value of a policy is one of these. */
export type FieldKind =
  | (NumberKind & { readonly kind: "number"; readonly optional: boolean })
  | { readonly kind: "text"; readonly optional: boolean }
  | { readonly kind: "day" }
  | { readonly kind: "words"; readonly mayBeNumbers: boolean }
  | { readonly kind: "choice"; readonly options: readonly string[] }
  | { readonly kind: "yesNo" }
  | { readonly kind: "level"; readonly optional: boolean }
  | { readonly kind: "clause" }
  | { readonly kind: "clauses" }
  | { readonly kind: "bandEnd" }
  | { readonly kind: "inner" }
  | { readonly kind: "window" };

export interface InnerMonths {
  readonly months: number;
  readonly tier: Tier;
  readonly bound: Choice<Bound>;
}
export interface WindowMonths {
  readonly months: number;
  readonly worstTier: Tier;
}
export type FieldValue =
  number | string | boolean | null | readonly string[] | BandEnd | InnerMonths | WindowMonths;

/** What a value is called; wording has a label for each. */
export const FIELD_NAMES = [
  "levelName",
  "levelNameEnglish",
  "aliases",
  "baseSalary",
  "variablePay",
  "clause",
  "complaintClause",
  "leaveClause",
  "clauses",
  "scoreMinimum",
  "scoreMaximum",
  "scoreRounding",
  "bandFrom",
  "bandTo",
  "performanceRate",
  "formulaRate",
  "scoreInPay",
  "commissionMode",
  "belowFirst",
  "commissionFrom",
  "commissionRate",
  "printedAmount",
  "criteriaRole",
  "windowKind",
  "windowHistory",
  "streakAnchor",
  "streakScope",
  "missingMonth",
  "statutoryLeave",
  "skipLimit",
  "streakMonths",
  "worstTier",
  "tierBound",
  "inner",
  "window",
  "periodMonths",
  "inferred",
  "stepKind",
  "stepName",
  "stepNameEnglish",
  "stepScored",
  "passMark",
  "reviewStreak",
  "failBelow",
  "failTier",
  "failDefinition",
  "reviewBasis",
  "reviewScope",
  "reviewAnchor",
  "firstComplaint",
  "twoComplaints",
  "furtherComplaints",
  "separationReviewFrom",
  "leaveFine",
  "leaveMinutes",
  "leaveBound",
  "leaveNeedsLoss",
  "finesNetted",
  "greatestCount",
  "greatestFine",
  "probationLevel",
  "probationLimit",
  "leastShare",
  "localMinimumWage",
  "leaveWords",
  "otherWords",
  "headingName",
  "headingSynonyms",
  "issuer",
  "effectiveFrom",
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** What a value belongs to, as a sentence names it. */
export type Subject =
  | { readonly kind: "policy" }
  | { readonly kind: "level"; readonly level: Words }
  | { readonly kind: "tier"; readonly tier: Tier }
  | { readonly kind: "commission"; readonly fromFen: number }
  | { readonly kind: "rule"; readonly level: Words }
  | { readonly kind: "path"; readonly from: Words; readonly to: Words }
  | { readonly kind: "step"; readonly from: Words; readonly to: Words; readonly step: Words }
  | { readonly kind: "heading"; readonly field: FieldId };

export interface Field {
  /** `$.levels[1].baseSalaryFen`: the place in the values, as problems and checks name it. */
  readonly path: string;
  readonly steps: readonly (string | number)[];
  /** The same for the same thing in two versions, wherever it stands there. */
  readonly key: string;
  readonly name: FieldName;
  readonly subject: Subject;
  readonly kind: FieldKind;
  readonly value: Choice<FieldValue>;
}

const MOST_FEN = 100_000_000_000_000;
const MOST_BASIS_POINTS = 100_000;
const MOST_MONTHS = 120;
const MOST_MILLIONTHS = 1_000_000_000_000;

const money = (optional = false): FieldKind => ({
  kind: "number",
  unit: "yuan",
  decimals: 2,
  least: 0,
  most: MOST_FEN,
  optional,
});
const percent = (optional = false): FieldKind => ({
  kind: "number",
  unit: "percent",
  decimals: 2,
  least: 0,
  most: MOST_BASIS_POINTS,
  optional,
});
const points = (optional = false): FieldKind => ({
  kind: "number",
  unit: "points",
  decimals: 6,
  least: 0,
  most: MOST_MILLIONTHS,
  optional,
});
const whole = (
  unit: NumberKind["unit"],
  least: number,
  most: number,
  optional = false,
): FieldKind => ({ kind: "number", unit, decimals: 0, least, most, optional });
const months = (optional = false): FieldKind => whole("months", 1, MOST_MONTHS, optional);
const tier = (bands: number): FieldKind => whole("tier", 1, bands);
const choice = (...options: string[]): FieldKind => ({ kind: "choice", options });
const text = (optional = false): FieldKind => ({ kind: "text", optional });
const words = (mayBeNumbers = false): FieldKind => ({ kind: "words", mayBeNumbers });
const yesNo: FieldKind = { kind: "yesNo" };
const level = (optional = false): FieldKind => ({ kind: "level", optional });

const stepKinds: readonly StepKind[] = [
  "application",
  "attestation",
  "assessment",
  "vote",
  "recommendation",
  "review",
  "approval",
  "defence",
  "notice",
];

/** The amount that a threshold has while nothing is decided: to name a band by, and to place others beside it. */
export function defaultFen(fromFen: Choice<number>): number {
  return typeof fromFen === "number"
    ? fromFen
    : (fromFen.choices[readingOf(fromFen.reading).default] ?? 0);
}

type Row = readonly [
  name: FieldName,
  steps: readonly (string | number)[],
  kind: FieldKind,
  value: Choice<FieldValue>,
];

/**
 * Every value of a policy with its place, its unit and what it belongs to, in the order of the
 * document: what the forms show, what is edited by path, and what two versions are compared by.
 */
export function fieldsOf(values: PolicyValues): readonly Field[] {
  const found: Field[] = [];
  const add = (subject: Subject, owner: string, rows: readonly Row[]): void => {
    for (const [name, steps, kind, value] of rows)
      found.push({
        path: formatPath(steps),
        steps,
        key: `${owner} ${name}`,
        name,
        subject,
        kind,
        value,
      });
  };
  const nameOf = (id: LevelId): Words =>
    values.levels.find((one) => one.id === id)?.name ?? { zh: id, en: id };
  const { score, commission, promotion, review, fines, probation } = values;
  const bands = score.bands.length;
  const policy: Subject = { kind: "policy" };

  values.levels.forEach((one, at) => {
    const to = ["levels", at] as const;
    add({ kind: "level", level: one.name }, `level ${one.id}`, [
      ["levelName", [...to, "name", "zh"], text(), one.name.zh],
      ["levelNameEnglish", [...to, "name", "en"], text(), one.name.en],
      ["aliases", [...to, "aliases"], words(), one.aliases],
      ["baseSalary", [...to, "baseSalaryFen"], money(), one.baseSalaryFen],
      ["variablePay", [...to, "variablePay"], yesNo, one.variablePay],
      ["clause", [...to, "clause"], { kind: "clause" }, one.clause],
    ]);
  });

  add(policy, "score", [
    ["scoreMinimum", ["score", "minimumPoints"], points(), score.minimumPoints],
    ["scoreMaximum", ["score", "maximumPoints"], points(), score.maximumPoints],
    ["scoreRounding", ["score", "rounding"], choice("none", "integer"), score.rounding],
  ]);
  score.bands.forEach((band, at) => {
    const to = ["score", "bands", at] as const;
    add({ kind: "tier", tier: band.tier }, `tier ${band.tier}`, [
      ["bandFrom", [...to, "from"], { kind: "bandEnd" }, band.from],
      ["bandTo", [...to, "to"], { kind: "bandEnd" }, band.to],
      ["performanceRate", [...to, "rateBasisPoints"], percent(), band.rateBasisPoints],
      ["formulaRate", [...to, "formulaBasisPoints"], percent(true), band.formulaBasisPoints],
      ["clause", [...to, "clause"], { kind: "clause" }, band.clause],
    ]);
  });

  add(policy, "commission", [
    [
      "commissionMode",
      ["commission", "mode"],
      choice("whole", "fixed", "marginal"),
      commission.mode,
    ],
    [
      "belowFirst",
      ["commission", "belowFirstBasisPoints"],
      percent(true),
      commission.belowFirstBasisPoints,
    ],
    ["clause", ["commission", "clause"], { kind: "clause" }, commission.clause],
  ]);
  commission.bands.forEach((band, at) => {
    const to = ["commission", "bands", at] as const;
    // Counted from the top, as the clauses count them: the best band keeps its place.
    const fromTop = commission.bands.length - at;
    add({ kind: "commission", fromFen: defaultFen(band.fromFen) }, `commission band ${fromTop}`, [
      ["commissionFrom", [...to, "fromFen"], money(), band.fromFen],
      ["commissionRate", [...to, "rateBasisPoints"], percent(), band.rateBasisPoints],
      ["printedAmount", [...to, "printedFen"], money(true), band.printedFen],
      ["clause", [...to, "clause"], { kind: "clause" }, band.clause],
    ]);
  });
  add(policy, "performance", [
    [
      "scoreInPay",
      ["performance", "scoreInPay"],
      choice("fraction", "raw"),
      values.performance.scoreInPay,
    ],
    ["clause", ["performance", "clause"], { kind: "clause" }, values.performance.clause],
  ]);

  const gap = choice("break", "bridge");
  const bound = choice("atLeast", "exactly");
  const reach = choice("latest", "any");
  const of = "promotion";
  add(policy, "promotion", [
    ["criteriaRole", [of, "criteriaRole"], choice("entry", "exit"), promotion.criteriaRole],
    [
      "windowKind",
      [of, "windowKind"],
      choice("rolling", "calendar", "preceding"),
      promotion.windowKind,
    ],
    ["windowHistory", [of, "windowHistory"], choice("full", "recorded"), promotion.windowHistory],
    ["streakAnchor", [of, "streakAnchor"], reach, promotion.streakAnchor],
    [
      "streakScope",
      [of, "streakScope"],
      choice("history", "sinceLastPromotion"),
      promotion.streakScope,
    ],
    ["missingMonth", [of, "missingMonth"], gap, promotion.missingMonth],
    ["statutoryLeave", [of, "statutoryLeave"], gap, promotion.statutoryLeave],
    ["skipLimit", [of, "skipLimit"], level(), promotion.skipLimit],
    ["clause", [of, "skipClause"], { kind: "clause" }, promotion.skipClause],
  ]);
  promotion.rules.forEach((rule, at) => {
    const to = [of, "rules", at] as const;
    add({ kind: "rule", level: nameOf(rule.level) }, `rule ${rule.level}`, [
      ["streakMonths", [...to, "streakMonths"], months(), rule.streakMonths],
      ["worstTier", [...to, "worstTier"], tier(bands), rule.worstTier],
      ["tierBound", [...to, "tierBound"], bound, rule.tierBound],
      ["inner", [...to, "inner"], { kind: "inner" }, rule.inner],
      ["window", [...to, "window"], { kind: "window" }, rule.window],
      ["clauses", [...to, "clauses"], { kind: "clauses" }, rule.clauses],
    ]);
  });
  promotion.paths.forEach((path, at) => {
    const to = [of, "paths", at] as const;
    const ends = { from: nameOf(path.from), to: nameOf(path.to) };
    const owner = `path ${path.from} ${path.to}`;
    add({ kind: "path", ...ends }, owner, [
      ["periodMonths", [...to, "periodMonths"], months(true), path.periodMonths],
      ["inferred", [...to, "inferred"], yesNo, path.inferred],
      ["clauses", [...to, "clauses"], { kind: "clauses" }, path.clauses],
    ]);
    const owners = stepOwners(path.steps);
    path.steps.forEach((step, place) => {
      const here = [...to, "steps", place] as const;
      add({ kind: "step", ...ends, step: step.label }, `${owner} step ${owners[place] ?? place}`, [
        ["stepName", [...here, "label", "zh"], text(), step.label.zh],
        ["stepNameEnglish", [...here, "label", "en"], text(), step.label.en],
        ["stepKind", [...here, "kind"], choice(...stepKinds), step.kind],
        ["stepScored", [...here, "scored"], yesNo, step.scored],
        ["passMark", [...here, "passMark"], points(true), step.passMark],
        ["clauses", [...here, "clauses"], { kind: "clauses" }, step.clauses],
      ]);
    });
  });

  add(policy, "review", [
    ["reviewStreak", ["review", "streak"], months(), review.streak],
    ["failBelow", ["review", "failBelowPoints"], points(), review.failBelowPoints],
    ["failTier", ["review", "failTier"], tier(bands), review.failTier],
    ["failDefinition", ["review", "definition"], choice("below", "tier"), review.definition],
    ["reviewBasis", ["review", "basis"], choice("months", "assessments"), review.basis],
    ["reviewScope", ["review", "scope"], level(true), review.scope],
    ["reviewAnchor", ["review", "anchor"], reach, review.anchor],
    ["clause", ["review", "clause"], { kind: "clause" }, review.clause],
  ]);
  add(policy, "fines", [
    ["firstComplaint", ["fines", "firstComplaintFen"], money(), fines.firstComplaintFen],
    ["twoComplaints", ["fines", "twoComplaintsFen"], money(), fines.twoComplaintsFen],
    [
      "furtherComplaints",
      ["fines", "furtherComplaints"],
      choice("none", "keepDoubling"),
      fines.furtherComplaints,
    ],
    [
      "separationReviewFrom",
      ["fines", "separationReviewFrom"],
      whole("count", 1, 1_000),
      fines.separationReviewFrom,
    ],
    ["complaintClause", ["fines", "complaintClause"], { kind: "clause" }, fines.complaintClause],
    ["leaveFine", ["fines", "leaveFen"], money(), fines.leaveFen],
    ["leaveMinutes", ["fines", "leaveMinutes"], whole("minutes", 0, 1_440), fines.leaveMinutes],
    ["leaveBound", ["fines", "leaveBound"], choice("over", "atLeast"), fines.leaveBound],
    ["leaveNeedsLoss", ["fines", "leaveNeedsLoss"], yesNo, fines.leaveNeedsLoss],
    ["finesNetted", ["fines", "netted"], yesNo, fines.netted],
    [
      "greatestCount",
      ["fines", "greatestCount"],
      whole("count", 0, 1_000_000),
      fines.greatestCount,
    ],
    ["greatestFine", ["fines", "greatestFineFen"], money(), fines.greatestFineFen],
  ]);
  add(policy, "leave", [
    ["leaveClause", ["fines", "leaveClause"], { kind: "clause" }, fines.leaveClause],
  ]);
  add(policy, "probation", [
    ["probationLevel", ["probation", "level"], level(), probation.level],
    ["probationLimit", ["probation", "limitMonths"], months(), probation.limitMonths],
    [
      "leastShare",
      ["probation", "leastShareBasisPoints"],
      percent(),
      probation.leastShareBasisPoints,
    ],
    ["clause", ["probation", "clause"], { kind: "clause" }, probation.clause],
  ]);
  add(policy, "sheet", [
    ["localMinimumWage", ["localMinimumWageFen"], money(true), values.localMinimumWageFen],
    ["leaveWords", ["notAssessed", "statutoryLeave"], words(), values.notAssessed.statutoryLeave],
    ["otherWords", ["notAssessed", "other"], words(), values.notAssessed.other],
    ["issuer", ["document", "issuer"], text(true), values.document.issuer],
    [
      "effectiveFrom",
      ["document", "effectiveFrom"],
      { kind: "day" },
      values.document.effectiveFrom,
    ],
  ]);
  for (const field of FIELD_IDS) {
    const { name, synonyms } = values.headings[field];
    add({ kind: "heading", field }, `heading ${field}`, [
      ["headingName", ["headings", field, "name"], text(), name],
      ["headingSynonyms", ["headings", field, "synonyms"], words(), synonyms],
    ]);
  }
  return found;
}

/** Steps have no ids: the same words are the same step, counted where they stand twice. */
function stepOwners(steps: readonly PathStep[]): readonly string[] {
  const seen = new Map<string, number>();
  return steps.map(({ kind, label }) => {
    const name = `${kind} ${label.zh}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}
