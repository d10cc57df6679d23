import * as v from "valibot";
import { SHEET_FIELDS, type SheetField } from "../../units";
import {
  choice,
  clause,
  clauses,
  day,
  level,
  money,
  months,
  name,
  oneOf,
  optional,
  percent,
  points,
  row,
  text,
  tier,
  whole,
  words,
  yesNo,
  type FieldKind,
  type Kind,
  type Row,
} from "./kinds";
import { fields, list, someOf } from "./shape";

// Every value of a policy, once: its place in the file, its type, its bounds and unit, and how a form asks for
// it. All else follows: the stored type, the settled one (`settled.ts`), forms, lists of changes, the published
// format. Its number stands in `book/values.ts`, its words in `wording/policy/policyFields.ts`.

const bound = oneOf("atLeast", "exactly");
const reach = oneOf("latest", "any");
const gap = oneOf("break", "bridge");

/** One end of a score band, in points. */
const bandEnd = fields({ points: points.schema, inclusive: v.boolean() });
const limit: Kind<BandEnd, { readonly kind: "bandEnd" }> = {
  schema: bandEnd,
  form: { kind: "bandEnd" },
};
const innerMonths = fields({
  months: months.schema,
  tier: tier.schema,
  bound: choice(bound).schema,
});
const windowMonths = fields({ months: months.schema, worstTier: tier.schema });

const levelFields = fields({
  id: name.schema,
  name: fields({ zh: row("levelName", text), en: row("levelNameEnglish", text) }),
  aliases: row("aliases", words),
  baseSalaryFen: row("baseSalary", choice(money)),
  /** Whether commission and performance pay are earned. */
  variablePay: row("variablePay", choice(yesNo)),
  clause: row("clause", clause),
});

const scoreBand = fields({
  tier: tier.schema,
  from: row("bandFrom", choice(limit)),
  to: row("bandTo", choice(limit)),
  /** Share of the base salary, and the percent that the clause's formula prints. */
  rateBasisPoints: row("performanceRate", choice(percent)),
  formulaBasisPoints: row("formulaRate", optional(percent)),
  clause: row("clause", clause),
});

const commissionBand = fields({
  fromFen: row("commissionFrom", choice(money)),
  rateBasisPoints: row("commissionRate", percent),
  /** The amount printed beside the rate: pay under the mode `fixed`, otherwise only checked (PC12). */
  printedFen: row("printedAmount", optional(money)),
  clause: row("clause", clause),
});

/** The score part of being promoted: `streak` consecutive months of tier `worst`, and what else the clause asks. */
const promotionRule = fields({
  level: level.schema,
  streakMonths: row("streakMonths", choice(months)),
  worstTier: row("worstTier", tier),
  tierBound: row("tierBound", choice(bound)),
  inner: row("inner", { schema: v.nullable(innerMonths), form: { kind: "inner" } }),
  window: row("window", { schema: v.nullable(windowMonths), form: { kind: "window" } }),
  clauses: row("clauses", clauses),
});

export const stepKind = oneOf(
  "application",
  "attestation",
  "assessment",
  "vote",
  "recommendation",
  "review",
  "approval",
  "defence",
  "notice",
);

/** One thing that a person must do or attest before a promotion takes effect. */
const pathStep = fields(
  {
    kind: row("stepKind", stepKind),
    clauses: row("clauses", clauses),
    label: fields({ zh: row("stepName", text), en: row("stepNameEnglish", text) }),
    /** For votes, scores and exams: the result needed; null where the policy names none (PC35). */
    passMark: row("passMark", optional(points)),
    /** Whether a result is given by a vote, a score or an exam, so that a pass mark is missed. */
    scored: row("stepScored", yesNo),
  },
  ["kind", "scored", "passMark", "clauses"],
);

const promotionPath = fields(
  {
    from: level.schema,
    to: level.schema,
    /** The months of assessment that the procedure names, for the check against the rule (PC34). */
    periodMonths: row("periodMonths", optional(months)),
    steps: list(pathStep),
    /** Procedure clauses; `inferred` where the policy has none for this pair (PC31). */
    clauses: row("clauses", clauses),
    inferred: row("inferred", yesNo),
  },
  ["clauses", "steps"],
);

/** The name HR sees in the sheet, and what else is understood; earlier synonyms beat later ones. */
const fieldNames = fields({
  name: row("headingName", name),
  synonyms: row("headingSynonyms", words),
});

/** One entry for each column of a score sheet. */
export function byColumn<S extends v.GenericSchema>(schema: S): Readonly<Record<SheetField, S>> {
  const entries = SHEET_FIELDS.map((field) => [field, schema] as const);
  return Object.fromEntries(entries) as Record<SheetField, S>; // complete: one entry for each field
}

/** The whole policy data: what versions of HR's own keep, in the same form as the built-in book. */
export const valuesSchema = fields(
  {
    /** Lowest first: the ladder. */
    levels: someOf(levelFields),
    score: fields({
      minimumPoints: row("scoreMinimum", points),
      maximumPoints: row("scoreMaximum", points),
      rounding: row("scoreRounding", choice(oneOf("none", "integer"))),
      bands: someOf(scoreBand),
    }),
    commission: fields(
      {
        mode: row("commissionMode", choice(oneOf("whole", "fixed", "marginal"))),
        /** Paid below the first threshold; null where nothing is said (PC14). */
        belowFirstBasisPoints: row("belowFirst", optional(percent)),
        /** Ascending thresholds. */
        bands: list(commissionBand),
        clause: row("clause", clause),
      },
      ["bands"],
    ),
    performance: fields({
      scoreInPay: row("scoreInPay", choice(oneOf("fraction", "raw"))),
      clause: row("clause", clause),
    }),
    promotion: fields(
      {
        criteriaRole: row("criteriaRole", choice(oneOf("entry", "exit"))),
        windowKind: row("windowKind", choice(oneOf("rolling", "calendar", "preceding"))),
        windowHistory: row("windowHistory", choice(oneOf("full", "recorded"))),
        streakAnchor: row("streakAnchor", choice(reach)),
        streakScope: row("streakScope", choice(oneOf("history", "sinceLastPromotion"))),
        missingMonth: row("missingMonth", choice(gap)),
        statutoryLeave: row("statutoryLeave", choice(gap)),
        rules: list(promotionRule),
        paths: list(promotionPath),
        /** The highest level that may be named as reached by a skip (§4.4.A). */
        skipLimit: row("skipLimit", level),
        skipClause: row("clause", clause),
      },
      ["rules", "paths"],
    ),
    review: fields({
      streak: row("reviewStreak", months),
      failBelowPoints: row("failBelow", points),
      failTier: row("failTier", tier),
      definition: row("failDefinition", choice(oneOf("below", "tier"))),
      basis: row("reviewBasis", choice(oneOf("months", "assessments"))),
      /** Up to which level a failing streak leads to a review; null is every level. */
      scope: row("reviewScope", choice(optional(level))),
      anchor: row("reviewAnchor", choice(reach)),
      clause: row("clause", clause),
    }),
    fines: fields(
      {
        firstComplaintFen: row("firstComplaint", money),
        /** What two complaints of one month cost together. */
        twoComplaintsFen: row("twoComplaints", choice(money)),
        furtherComplaints: row("furtherComplaints", choice(oneOf("none", "keepDoubling"))),
        separationReviewFrom: row("separationReviewFrom", choice(whole("count", 1, 1_000))),
        complaintClause: row("complaintClause", clause),
        leaveFen: row("leaveFine", money),
        leaveMinutes: row("leaveMinutes", whole("minutes", 0, 1_440)),
        leaveBound: row("leaveBound", choice(oneOf("over", "atLeast"))),
        leaveNeedsLoss: row("leaveNeedsLoss", choice(yesNo)),
        leaveClause: row("leaveClause", clause),
        netted: row("finesNetted", choice(yesNo)),
        /** Counts and fines beyond these are mistyped, not real. */
        greatestCount: row("greatestCount", whole("count", 0, 1_000_000)),
        greatestFineFen: row("greatestFine", money),
      },
      ["leaveClause"],
    ),
    probation: fields({
      level: row("probationLevel", level),
      limitMonths: row("probationLimit", months),
      /** Least share of the next level's pay (PC24). */
      leastShareBasisPoints: row("leastShare", percent),
      clause: row("clause", clause),
    }),
    localMinimumWageFen: row("localMinimumWage", optional(money)),
    /** Words in a score cell that mean "not assessed". */
    notAssessed: fields({
      statutoryLeave: row("leaveWords", words),
      other: row("otherWords", words),
    }),
    headings: fields(byColumn(fieldNames)),
    document: fields({
      issuer: row("issuer", optional(text)),
      effectiveFrom: row("effectiveFrom", day),
    }),
  },
  ["headings"],
);

export type PolicyValues = v.InferOutput<typeof valuesSchema>;
export type LevelValue = v.InferOutput<typeof levelFields>;
export type BandEnd = v.InferOutput<typeof bandEnd>;
export type ScoreBandValue = v.InferOutput<typeof scoreBand>;
export type CommissionBandValue = v.InferOutput<typeof commissionBand>;
export type PromotionRuleValue = v.InferOutput<typeof promotionRule>;
export type InnerMonths = v.InferOutput<typeof innerMonths>;
export type WindowMonths = v.InferOutput<typeof windowMonths>;
export type PathStep = v.InferOutput<typeof pathStep>;
export type PromotionPathValue = v.InferOutput<typeof promotionPath>;
export type FieldNames = v.InferOutput<typeof fieldNames>;
/** "at least" or "exactly" as the words are read. */
export type Bound = v.InferOutput<typeof bound.schema>;
export type StepKind = v.InferOutput<typeof stepKind.schema>;

/** The rows of a schema, wherever they stand in it. */
type RowsIn<S> =
  S extends Row<string, unknown, FieldKind>
    ? S
    : S extends { readonly entries: infer E }
      ? { [K in keyof E]: RowsIn<E[K]> }[keyof E]
      : S extends { readonly item: infer I }
        ? RowsIn<I>
        : never;
type ValueRow = RowsIn<typeof valuesSchema>["row"];

/** What a value is called; wording has a label for each. */
export type FieldName = ValueRow["name"];

type ChoiceRow = Extract<ValueRow, { readonly kind: { readonly kind: "choice" } }>;
/** The options of each value that has some. */
export type FieldOptions = {
  readonly [R in ChoiceRow as R["name"]]: R["kind"]["options"][number];
};
