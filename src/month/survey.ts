import type { Person, Quantity, ScoreSheet, SheetRecord } from "../scoresheet";
import { score, type Month, type Score } from "../units";

/** What the rows of one person add to what is true of the sheet as a whole. */
export interface PersonSurvey {
  /** Months with a score, each once, in no order; those yet to come too. */
  readonly scored: readonly Month[];
  /** The first month with a row. */
  readonly first: Month | null;
  readonly scores: number;
  /** Of the scores, those that formulas have worked out. */
  readonly formulas: number;
  readonly greatest: Score;
}

/** A grade whose points HR has yet to name: an assessment all the same. */
function isUnnamedGrade(quantity: Quantity<Score>): boolean {
  return quantity.kind === "problem" && quantity.problem.code === "grade";
}

function surveyOf(records: readonly SheetRecord[]): PersonSurvey {
  const scored = new Set<Month>();
  let first: Month | null = null;
  let scores = 0;
  let formulas = 0;
  let greatest = score(0);
  for (const record of records) {
    const month = record.month.quantity;
    const { quantity, formula } = record.score;
    if (month.kind === "value" && (first === null || month.value < first)) first = month.value;
    // Another month must not be judged for lack of a score that is pending.
    const onItsWay = quantity.kind === "pending" || isUnnamedGrade(quantity);
    if (onItsWay && month.kind === "value") scored.add(month.value);
    if (quantity.kind !== "value" && quantity.kind !== "zero") continue;
    scores += 1;
    if (formula) formulas += 1;
    if (quantity.kind === "zero") continue;
    if (quantity.value > greatest) greatest = quantity.value;
    if (month.kind === "value") scored.add(month.value);
  }
  return { scored: [...scored], first, scores, formulas, greatest };
}

export interface Survey {
  readonly people: ReadonlyMap<Person, PersonSurvey>;
  readonly first: Month | null;
  /** Months with a score up to now, oldest first. */
  readonly scoredMonths: readonly Month[];
  readonly scores: number;
  readonly formulas: number;
  readonly greatest: Score;
}

/** One walk over all records, yielding at each person; what is known of people from before is taken over. */
export function* surveySheet(
  { people, nameless }: ScoreSheet,
  today: Month,
  known?: WeakMap<Person, PersonSurvey>,
): Generator<void, Survey> {
  const surveys = new Map<Person, PersonSurvey>();
  const scoredMonths = new Set<Month>();
  let first: Month | null = null;
  let scores = 0;
  let formulas = 0;
  let greatest = score(0);
  const add = (one: PersonSurvey): void => {
    if (one.first !== null && (first === null || one.first < first)) first = one.first;
    scores += one.scores;
    formulas += one.formulas;
    if (one.greatest > greatest) greatest = one.greatest;
    for (const month of one.scored) if (month <= today) scoredMonths.add(month);
  };
  for (const person of people) {
    yield;
    let survey = known?.get(person);
    if (survey === undefined) {
      survey = surveyOf(person.records);
      known?.set(person, survey);
    }
    surveys.set(person, survey);
    add(survey);
  }
  // Rows of nobody are no record that the sheet begins with.
  add({ ...surveyOf(nameless), first: null });
  return {
    people: surveys,
    first,
    scoredMonths: [...scoredMonths].sort((a, b) => a - b),
    scores,
    formulas,
    greatest,
  };
}
