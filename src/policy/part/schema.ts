import * as v from "valibot";
import { monthFromText } from "../../units";
import { readingOf } from "../book/readings";
import { FIELD_IDS, READING_IDS } from "../types";
import type {
  BandEnd,
  Choice,
  FieldId,
  FieldNames,
  PathStep,
  PolicyValues,
  StepKind,
  Words,
} from "../types";
import { formatPath } from "./json";
import type { FieldProblem, PartReport } from "./problems";
import type { StoredPolicy, StoredVersion } from "./stored";

// Bounds that no policy reaches; they keep hostile files from costing time and amounts exact.
const LONGEST_WORDS = 2_000;
const LONGEST_LIST = 500;
const MOST_MONTHS = 120;
const MOST_TIERS = 99;
/** 10^12 yuan. */
const MOST_FEN = 100_000_000_000_000;
/** Ten times the amount. */
const MOST_BASIS_POINTS = 100_000;
const MOST_POINTS = 1_000_000;

// What an issue of our own is called; all others are the library's and say what they expected.
const UNKNOWN_FIELD = "unknown field";
const UNKNOWN_OPTION = "unknown option";
const MISSING_OPTION = "missing option";

const reportAt = (input: Record<string, unknown>, key: string): [v.ObjectPathItem] => [
  { type: "object", origin: "value", input, key, value: input[key] },
];

/** An object with these fields; others are kept and reported. */
function fields<const E extends v.ObjectEntries>(entries: E) {
  return v.pipe(
    v.looseObject(entries),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const input: Record<string, unknown> = dataset.value;
      for (const key of Object.keys(input))
        if (!Object.hasOwn(entries, key))
          addIssue({ message: UNKNOWN_FIELD, path: reportAt(input, key) });
    }),
  );
}

const text = v.pipe(v.string(), v.maxLength(LONGEST_WORDS));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_WORDS));
const list = <T>(item: v.GenericSchema<T>) => v.pipe(v.array(item), v.maxLength(LONGEST_LIST));
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const fen = whole(0, MOST_FEN);
const basisPoints = whole(0, MOST_BASIS_POINTS);
const months = whole(1, MOST_MONTHS);
const tier = whole(1, MOST_TIERS);
const points = v.pipe(v.number(), v.finite(), v.minValue(-MOST_POINTS), v.maxValue(MOST_POINTS));
const month = v.pipe(
  v.string(),
  v.check((value) => monthFromText(value) !== undefined, "YYYY-MM"),
);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value, or one value for each option of a reading. */
function choice<T>(value: v.GenericSchema<T>): v.GenericSchema<Choice<T>> {
  const disputed = v.pipe(
    fields({ reading: v.picklist(READING_IDS), choices: v.record(v.string(), value) }),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const { reading, choices } = dataset.value;
      const options = readingOf(reading).options.map((option) => option.id);
      const choicesPath: v.ObjectPathItem = {
        type: "object",
        origin: "value",
        input: dataset.value,
        key: "choices",
        value: choices,
      };
      for (const option of options)
        if (!Object.hasOwn(choices, option))
          addIssue({
            message: MISSING_OPTION,
            path: [choicesPath, ...reportAt(choices, option)],
          });
      for (const option of Object.keys(choices))
        if (!options.includes(option))
          addIssue({
            message: `${UNKNOWN_OPTION} ${reading}`,
            path: [choicesPath, ...reportAt(choices, option)],
          });
    }),
  );
  return v.lazy((input): v.GenericSchema<Choice<T>> =>
    isObject(input) && ("reading" in input || "choices" in input) ? disputed : value,
  );
}

const words: v.GenericSchema<Words> = fields({ zh: text, en: text });
const bandEnd: v.GenericSchema<BandEnd> = fields({ points, inclusive: v.boolean() });
const bound = choice(v.picklist(["atLeast", "exactly"]));
const reach = choice(v.picklist(["latest", "any"]));
const gap = choice(v.picklist(["break", "bridge"]));
const fieldNames: v.GenericSchema<FieldNames> = fields({ name: id, synonyms: list(id) });
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
const pathStep: v.GenericSchema<PathStep> = fields({
  kind: v.picklist(stepKinds),
  clauses: list(id),
  label: words,
  passMark: v.nullable(points),
  scored: v.boolean(),
});

function headingFields(): Record<FieldId, typeof fieldNames> {
  const entries: Partial<Record<FieldId, typeof fieldNames>> = {};
  for (const field of FIELD_IDS) entries[field] = fieldNames;
  return entries as Record<FieldId, typeof fieldNames>; // complete: one entry for each id above
}

function furtherHeadings() {
  const entries: Partial<Record<FieldId, ReturnType<typeof furtherWords>>> = {};
  for (const field of FIELD_IDS) entries[field] = furtherWords();
  return entries as Record<FieldId, ReturnType<typeof furtherWords>>; // complete: one entry for each id above
}

function furtherWords() {
  return v.exactOptional(list(id));
}

/** Further words by which sheets are read, for all months. */
const sheetWords = fields({
  headings: v.exactOptional(fields(furtherHeadings())),
  others: v.exactOptional(
    fields({ year: furtherWords(), period: furtherWords(), ordinal: furtherWords() }),
  ),
  levels: v.exactOptional(v.record(v.string(), list(id))),
  statutoryLeave: furtherWords(),
  otherReasons: furtherWords(),
});

/** The whole data of a policy. */
export const valuesSchema = fields({
  levels: v.pipe(
    list(
      fields({
        id,
        name: words,
        aliases: list(id),
        baseSalaryFen: choice(fen),
        variablePay: choice(v.boolean()),
        clause: id,
      }),
    ),
    v.minLength(1),
  ),
  score: fields({
    minimumPoints: points,
    maximumPoints: points,
    rounding: choice(v.picklist(["none", "integer"])),
    bands: v.pipe(
      list(
        fields({
          tier,
          from: choice(bandEnd),
          to: choice(bandEnd),
          rateBasisPoints: choice(basisPoints),
          formulaBasisPoints: v.nullable(basisPoints),
          clause: id,
        }),
      ),
      v.minLength(1),
    ),
  }),
  commission: fields({
    mode: choice(v.picklist(["whole", "fixed", "marginal"])),
    belowFirstBasisPoints: v.nullable(basisPoints),
    bands: list(
      fields({
        fromFen: choice(fen),
        rateBasisPoints: basisPoints,
        printedFen: v.nullable(fen),
        clause: id,
      }),
    ),
    clause: id,
  }),
  performance: fields({ scoreInPay: choice(v.picklist(["fraction", "raw"])), clause: id }),
  promotion: fields({
    criteriaRole: choice(v.picklist(["entry", "exit"])),
    windowKind: choice(v.picklist(["rolling", "calendar", "preceding"])),
    windowHistory: choice(v.picklist(["full", "recorded"])),
    streakAnchor: reach,
    streakScope: choice(v.picklist(["history", "sinceLastPromotion"])),
    missingMonth: gap,
    statutoryLeave: gap,
    rules: list(
      fields({
        level: id,
        streakMonths: choice(months),
        worstTier: tier,
        tierBound: bound,
        inner: v.nullable(fields({ months, tier, bound })),
        window: v.nullable(fields({ months, worstTier: tier })),
        clauses: list(id),
      }),
    ),
    paths: list(
      fields({
        from: id,
        to: id,
        periodMonths: v.nullable(months),
        steps: list(pathStep),
        clauses: list(id),
        inferred: v.boolean(),
      }),
    ),
    skipLimit: id,
    skipClause: id,
  }),
  review: fields({
    streak: months,
    failBelowPoints: points,
    failTier: tier,
    definition: choice(v.picklist(["below", "tier"])),
    basis: choice(v.picklist(["months", "assessments"])),
    scope: choice(v.nullable(id)),
    anchor: reach,
    clause: id,
  }),
  fines: fields({
    firstComplaintFen: fen,
    twoComplaintsFen: choice(fen),
    furtherComplaints: choice(v.picklist(["none", "keepDoubling"])),
    separationReviewFrom: choice(whole(1, 1_000)),
    complaintClause: id,
    leaveFen: fen,
    leaveMinutes: whole(0, 1_440),
    leaveBound: choice(v.picklist(["over", "atLeast"])),
    leaveNeedsLoss: choice(v.boolean()),
    leaveClause: id,
    netted: choice(v.boolean()),
    greatestCount: whole(0, 1_000_000),
    greatestFineFen: fen,
  }),
  probation: fields({
    level: id,
    limitMonths: months,
    leastShareBasisPoints: basisPoints,
    clause: id,
  }),
  localMinimumWageFen: v.nullable(fen),
  notAssessed: fields({ statutoryLeave: list(id), other: list(id) }),
  headings: fields(headingFields()),
  document: fields({ issuer: v.nullable(text), effectiveFrom: v.nullable(text) }),
}) satisfies v.GenericSchema<PolicyValues>;

/** A calendar day that exists, or "" where nobody gave it. */
const day = v.pipe(
  v.string(),
  v.check((value) => value === "" || isDay(value), "YYYY-MM-DD"),
);

function isDay(value: string): boolean {
  const match = /^(\d{4}-\d{2})-(\d{2})$/u.exec(value);
  if (match === null || monthFromText(match[1] ?? "") === undefined) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** The whole policy data, or an empty object, which stands for the built-in policy. */
const versionValues: v.GenericSchema<StoredVersion["values"]> = v.lazy((input) =>
  typeof input === "object" && input !== null && Object.keys(input).length === 0
    ? v.strictObject({})
    : valuesSchema,
);

/** The JSON of the part. */
export const storedSchema = fields({
  schema: v.literal(1),
  decisions: v.pipe(
    v.array(
      fields({
        reading: id,
        option: text,
        by: v.exactOptional(text),
        on: v.exactOptional(day),
        note: v.exactOptional(text),
        from: v.exactOptional(month),
      }),
    ),
    v.maxLength(10_000),
  ),
  versions: v.exactOptional(
    list(
      fields({
        id,
        from: v.exactOptional(v.nullable(month)),
        name: v.exactOptional(text),
        locked: v.exactOptional(v.boolean()),
        values: versionValues,
      }),
    ),
  ),
  acknowledged: v.exactOptional(list(text)),
  words: v.exactOptional(sheetWords),
}) satisfies v.GenericSchema<StoredPolicy>;

export type Checked<T> =
  | { readonly kind: "checked"; readonly value: T; readonly reports: readonly PartReport[] }
  | { readonly kind: "faulty"; readonly problems: readonly FieldProblem[] };

const MOST_PROBLEMS = 100;

/** The value as its schema has it, with what is unknown in it, or everything that is wrong with it. */
export function check<T>(schema: v.GenericSchema<T>, input: unknown): Checked<T> {
  const result = v.safeParse(schema, input);
  const reports: PartReport[] = [];
  const problems: FieldProblem[] = [];
  for (const issue of result.issues ?? []) {
    const path = (issue.path ?? []).map(pathStepOf);
    const last = path.at(-1);
    if (issue.message === UNKNOWN_FIELD)
      reports.push({ kind: "unknownField", path: formatPath(path) });
    else if (issue.message.startsWith(UNKNOWN_OPTION) && typeof last === "string")
      reports.push({
        kind: "unknownOption",
        path: formatPath(path),
        reading: issue.message.slice(UNKNOWN_OPTION.length + 1),
        option: last,
      });
    else problems.push(toProblem(issue, formatPath(path)));
  }
  return problems.length === 0 && result.typed
    ? { kind: "checked", value: result.output, reports }
    : { kind: "faulty", problems: problems.slice(0, MOST_PROBLEMS) };
}

function pathStepOf(item: v.IssuePathItem): string | number {
  return typeof item.key === "number" ? item.key : String(item.key);
}

function toProblem(issue: v.BaseIssue<unknown>, path: string): FieldProblem {
  if (issue.input === undefined || issue.message === MISSING_OPTION)
    return { code: "field", path, expected: "value", received: "undefined" };
  // A check of our own knows no expectation but its message, which is the notation it asks for.
  const expected = issue.expected ?? (issue.type === "check" ? issue.message : issue.type);
  return { code: "field", path, expected, received: issue.received.slice(0, 80) };
}
