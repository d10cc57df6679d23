import type { CellLook, SheetContent } from "../../grid";
import { fullReadings, policyFor, type EffectivePolicy, type PolicyBook } from "../../policy";
import type { CopyFacts, LeftOut, PlainChoice, ShareChoices, SurveyHeadings } from "../../sharing";
import type { Month } from "../../units";
import { sayCover, type CoverRow, type Language } from "../../wording";

/** What may be left out of a copy. */
export type CopyContent = "reviews" | "fines" | "pay" | "notes" | "otherReadings";

/** What HR wants of a copy. */
export interface CopyRequest {
  /** What becomes of calls: values, or plain formulas where there are some. */
  readonly as: "values" | "formulas";
  /** The sheets of the copy; null: all. */
  readonly sheets: readonly string[] | null;
  readonly errors: "keep" | "blank";
  readonly include: Readonly<Record<CopyContent, boolean>>;
  readonly people: "keep" | "numbers" | "remove";
  readonly highlights: boolean;
  readonly policy: boolean;
  /** The first sheet that says what this is; null: none. */
  readonly cover: { readonly by: string } | null;
}

/** Everything stays but the calls: what the command makes with no other option. */
export const EVERYTHING: Omit<CopyRequest, "as"> = {
  sheets: null,
  errors: "keep",
  include: { reviews: true, fines: true, pay: true, notes: true, otherReadings: true },
  people: "keep",
  highlights: true,
  policy: true,
  cover: null,
};

/** What a copy is made under. All of it is data, so that it can be handed to a worker. */
export interface CopySetting {
  readonly request: CopyRequest;
  readonly book: PolicyBook;
  readonly today: Month;
  /** "2026-11-25": the day that the cover names. */
  readonly day: string;
  readonly language: Language;
}

type Field = keyof EffectivePolicy["words"]["headings"];

const PAY: readonly Field[] = [
  "extra",
  "basePaid",
  "commissionPaid",
  "performancePaid",
  "grossPaid",
  "netPaid",
];
const FINES: readonly Field[] = ["complaints", "leaves", "finesPaid"];

/** Headings of reviews, which are no fields of a score sheet. */
const REVIEW_HEADINGS = ["预警", "绩效预警", "复核", "绩效复核", "绩效复核提示"];
/** What headings of amounts under readings that are not in force hold. */
const OTHER_READINGS = ["其他口径", "other reading"];
const LEFT_OUT = "已略去";
/** What a person is called by number: "员工1". */
const PERSON = "员工";

function headingsOf(policy: EffectivePolicy, fields: readonly Field[]): string[] {
  return fields.flatMap((field) => {
    const { name, synonyms } = policy.words.headings[field];
    return [name, ...synonyms];
  });
}

function allHeadings(policy: EffectivePolicy): string[] {
  return Object.values(policy.words.headings).flatMap(({ name, synonyms }) => [name, ...synonyms]);
}

function leftOut(policy: EffectivePolicy, { include }: CopyRequest): LeftOut {
  return {
    tags: [
      ...(include.reviews ? [] : (["reviews", "results"] as const)),
      ...(include.pay ? [] : (["payslips"] as const)),
    ],
    headings: [
      ...(include.pay ? [] : headingsOf(policy, PAY)),
      ...(include.fines ? [] : headingsOf(policy, FINES)),
      ...(include.notes ? [] : headingsOf(policy, ["note"])),
      ...(include.reviews ? [] : REVIEW_HEADINGS),
    ],
    headingWords: include.otherReadings ? [] : OTHER_READINGS,
    known: allHeadings(policy),
    notes: !include.notes,
    label: LEFT_OUT,
  };
}

/** The headings by which a survey knows columns. */
export function surveyHeadings({ book, today }: CopySetting): SurveyHeadings {
  const policy = policyFor(book, today);
  return {
    headings: [...headingsOf(policy, [...PAY, ...FINES, "note"]), ...REVIEW_HEADINGS],
    headingWords: OTHER_READINGS,
    known: allHeadings(policy),
    people: headingsOf(policy, ["name"]),
  };
}

const LOOKS: Readonly<Record<CoverRow["kind"], CellLook>> = {
  title: { bold: true, size: 16, color: "#1F4E79" },
  heading: { bold: true, fill: "#DDE7F3" },
  row: { vertical: "Top", wrap: true },
};

function coverSheet(facts: CopyFacts, setting: CopySetting, by: string): SheetContent {
  const { request, book, today, day, language } = setting;
  const policy = policyFor(book, today);
  const { name, rows } = sayCover(
    {
      copy: facts,
      day,
      by,
      policyName: policy.version.name,
      readings: fullReadings.map(({ id, title, options }) => ({
        title: title[language],
        option: options.find((option) => option.id === policy.options[id])?.label[language] ?? "",
        decided: !policy.undecided.has(id),
      })),
      errors: request.errors,
      people: request.people,
    },
    language,
  );
  return {
    name,
    tag: null,
    rows: rows.map(({ label, text }) => [{ text: label }, text === "" ? null : { text }]),
    looks: rows.map(({ kind }, row) => ({
      look: LOOKS[kind],
      areas: [{ row, column: 0, rows: 1, columns: 2 }],
    })),
    columnWidths: [30, 70],
    frozenRows: 0,
    filter: null,
    print: null,
    lists: [],
    hints: [],
    table: null,
    charts: [],
  };
}

/** What the sharing room is asked for. */
export function choicesFor(setting: CopySetting, plain: PlainChoice | null): ShareChoices {
  const { request, book, today } = setting;
  const policy = policyFor(book, today);
  const { sheets, errors, people, highlights, cover } = request;
  return {
    plain,
    sheets,
    errors,
    leftOut: leftOut(policy, request),
    people:
      people === "keep"
        ? { kind: "keep" }
        : { kind: people, headings: headingsOf(policy, ["name"]), label: PERSON },
    highlights,
    policy: request.policy,
    cover: cover === null ? null : (facts) => coverSheet(facts, setting, cover.by),
  };
}
