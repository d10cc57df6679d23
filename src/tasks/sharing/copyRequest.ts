import { coverDocument } from "../../documents";
import { SHEET_TAGS, type SheetContent } from "../../grid";
import {
  fullReadings,
  headingsInForce,
  policyFor,
  type EffectivePolicy,
  type PolicyBook,
} from "../../policy";
import { SHEET_FIELDS, type SheetField } from "../../scoresheet";
import type {
  CopyFacts,
  DisputedCells,
  LeftOut,
  PlainChoice,
  ShareChoices,
  SurveyHeadings,
} from "../../sharing";
import type { Month } from "../../units";
import {
  fieldHolds,
  LEFT_OUT_HEADING,
  otherReadingMarks,
  PERSON_BY_NUMBER,
  sheetHolds,
  writtenHeadings,
  type Language,
  type Restricted,
} from "../../wording";

/** What may be left out of a copy. */
export type CopyContent = Restricted;

/** What HR wants of a copy. */
export interface CopyRequest {
  /** What becomes of calls: values, or plain formulas where there are some. */
  readonly as: "values" | "formulas";
  /** What cells show whose plain formulas say something else than is stored; null: HR has not said. */
  readonly differing: DisputedCells["show"] | null;
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
  differing: null,
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

/** Restricted contents that HR has not chosen. */
type Unwanted = (holds: readonly Restricted[]) => boolean;

function headingsOf(policy: EffectivePolicy, wanted: (field: SheetField) => boolean): string[] {
  const headings = headingsInForce(policy);
  return SHEET_FIELDS.filter(wanted).flatMap((field) => {
    const { name, synonyms } = headings[field];
    return [name, ...synonyms];
  });
}

/** The headings of columns that hold something unwanted: those of the policy, and those that the product writes. */
function headingsWith(policy: EffectivePolicy, isUnwanted: Unwanted): string[] {
  return [
    ...headingsOf(policy, (field) => isUnwanted(fieldHolds[field])),
    ...writtenHeadings.filter(({ holds }) => isUnwanted(holds)).map(({ text }) => text),
  ];
}

/** All headings by which a row of headings is known. */
function knownHeadings(policy: EffectivePolicy): string[] {
  return [...headingsOf(policy, () => true), ...writtenHeadings.map(({ text }) => text)];
}

function leftOut(policy: EffectivePolicy, { include }: CopyRequest): LeftOut {
  const isUnwanted: Unwanted = (holds) => holds.some((content) => !include[content]);
  return {
    tags: SHEET_TAGS.filter((tag) => isUnwanted(sheetHolds[tag])),
    headings: headingsWith(policy, isUnwanted),
    headingWords: include.otherReadings ? [] : otherReadingMarks,
    known: knownHeadings(policy),
    notes: !include.notes,
    label: LEFT_OUT_HEADING,
  };
}

/** The headings by which a survey knows columns. */
export function surveyHeadings({ book, today }: CopySetting): SurveyHeadings {
  const policy = policyFor(book, today);
  return {
    headings: headingsWith(policy, (holds) => holds.length > 0),
    headingWords: otherReadingMarks,
    known: knownHeadings(policy),
    people: headingsOf(policy, (field) => field === "name"),
  };
}

function cover(copy: CopyFacts, setting: CopySetting, by: string): SheetContent {
  const { request, book, today, day, language } = setting;
  const policy = policyFor(book, today);
  const readings = fullReadings.map(({ id, title, options }) => ({
    title: title[language],
    option: options.find((option) => option.id === policy.options[id])?.label[language] ?? "",
    decided: !policy.undecided.has(id),
  }));
  const { errors, people } = request;
  const policyName = policy.version.name;
  return coverDocument({ copy, day, by, policyName, readings, errors, people }, language);
}

/** What the sharing room is asked for. */
export function choicesFor(
  setting: CopySetting,
  plain: PlainChoice | null,
  disputed: DisputedCells,
): ShareChoices {
  const { request, book, today } = setting;
  const policy = policyFor(book, today);
  const { sheets, errors, people, highlights } = request;
  const by = request.cover?.by;
  return {
    plain,
    disputed,
    sheets,
    errors,
    leftOut: leftOut(policy, request),
    people:
      people === "keep"
        ? { kind: "keep" }
        : {
            kind: people,
            headings: headingsOf(policy, (field) => field === "name"),
            label: PERSON_BY_NUMBER,
          },
    highlights,
    policy: request.policy,
    cover: by === undefined ? null : (facts) => cover(facts, setting, by),
  };
}
