import type { Codec, PackageStep } from "../ooxml";
import { mapSteps } from "../steps";
import { FormulaJudge } from "./formulas/judge";
import { findHeadings, isOneOf } from "./planLeftOut";
import { isWitnessSheet, tagOfSheet } from "./tags";
import { NoPlainCounts } from "./tally";
import type { LeftOut, PlainChoice, ShareStep, WorkbookSurvey } from "./types";
import { openBook, type Book } from "./workbook/book";
import { countNotes } from "./workbook/notes";
import { dropNames, valuesOfNames } from "./workbook/patchNames";
import { readNamesOfPeople } from "./workbook/peopleOfSheet";
import { staysInCopy } from "./workbook/regions";
import { readStrings } from "./workbook/sharedStrings";
import { NAMED_CELLS, surveySheet, type OnCall, type SheetSurvey } from "./workbook/surveySheet";

/** The headings by which columns are known. */
export interface SurveyHeadings extends Pick<LeftOut, "headings" | "headingWords" | "known"> {
  readonly people: readonly string[];
}

/** What stands outside of cells and cannot stand in a copy. */
function* whatIsRemoved(
  book: Book,
  surveys: readonly SheetSurvey[],
  judge: FormulaJudge,
): Generator<PackageStep, WorkbookSurvey["removed"]> {
  const values = valuesOfNames(book.names, surveys, judge);
  const others = book.names.filter((name) => !values.has(name));
  yield* dropNames(book, others, judge);
  const going = surveys.flatMap(({ name, carriers }) =>
    carriers
      .filter((carrier) => !staysInCopy(carrier, name, judge))
      .map(({ kind }) => ({ kind, sheet: name })),
  );
  const rules = going.filter(({ kind }) => kind === "rule").length;
  return {
    rules,
    checks: going.length - rules,
    sheets: [...new Set(going.map(({ sheet }) => sheet))],
    names: book.names.filter((name) => judge.isDropped(name)).map(({ name }) => name),
  };
}

/**
 * What a copy of a workbook would be made of, in steps of some milliseconds each. Nothing is changed.
 * @throws FileRefusal with the reason where no copy could be made.
 */
export function* surveyWorkbook(
  bytes: Uint8Array,
  wanted: SurveyHeadings,
  plain: PlainChoice | null = null,
  codec: Codec | null = null,
): Generator<ShareStep, WorkbookSurvey> {
  const book = openBook(bytes, codec);
  const { file } = book;
  const total = book.sheetParts.reduce((sum, { path }) => sum + file.sizeOf(path), 1);
  let before = 0;
  const steps = <T>(work: Generator<PackageStep, T>): Generator<ShareStep, T> =>
    mapSteps(work, ({ bytes, until }) => {
      const done = Math.min(total, before + bytes);
      return until === undefined ? { done, total } : { done, total, until };
    });
  const surveys: SheetSurvey[] = [];
  const counts = new NoPlainCounts();
  let plainFormulas = 0;
  const judge = new FormulaJudge({
    book,
    translate: plain?.make(plain.sheet).translate ?? null,
    leftOutSheets: new Set(),
    leftOutAreas: [],
  });
  const onCall: OnCall = (formula, place) => {
    const verdict = judge.judge(formula, place);
    if (verdict.kind === "freeze") {
      counts.note(verdict.why, place);
      return "value";
    }
    plainFormulas += 1;
    return "calculates";
  };
  for (const sheet of book.sheetParts) {
    const survey = surveySheet(book, sheet, plain === null ? undefined : onCall);
    surveys.push(yield* steps(survey));
    before += file.sizeOf(sheet.path);
  }
  const shared = new Set(surveys.flatMap(({ head }) => head.flatMap((cell) => cell.shared ?? [])));
  const strings = yield* steps(readStrings(book, shared));
  const known = [...wanted.known, ...wanted.headings];
  const names = new Set<string>();
  const columns = new Set<string>();
  for (const [index, survey] of surveys.entries()) {
    const headings = findHeadings(survey, strings, known);
    for (const { text } of headings) if (isOneOf(text, wanted.headings)) columns.add(text);
    const sheet = book.sheetParts[index];
    const people = headings.filter(({ text }) => isOneOf(text, wanted.people));
    if (sheet === undefined || people.length === 0) continue;
    for (const name of yield* steps(readNamesOfPeople(book, sheet, people)))
      names.add(name.replace(/\s+/gu, ""));
  }
  const related = file.owners().flatMap((owner) => file.relationships(owner));
  return {
    sheets: surveys
      .filter(({ name }) => !isWitnessSheet(name))
      .map(({ name, state, formulas, calls, hiddenRows, hiddenColumns }) => ({
        name,
        state,
        tag: tagOfSheet(book, name),
        formulas,
        calls,
        hiddenRows,
        hiddenColumns,
      })),
    troubled: surveys.flatMap(({ troubled }) => troubled).slice(0, NAMED_CELLS),
    troubledCount: surveys.reduce((sum, { troubledCount }) => sum + troubledCount, 0),
    people: names.size,
    columns: [...columns],
    notes: related
      .filter(({ kind, target }) => kind === "comments" && file.has(target))
      .reduce((sum, { target }) => sum + countNotes(file, target), 0),
    plain: plain === null ? null : { formulas: plainFormulas, noPlain: counts.all },
    removed: yield* steps(whatIsRemoved(book, surveys, judge)),
    hasMacros: book.hasMacros,
    startsAddIns: related.some(({ kind }) => kind === "webextensiontaskpanes"),
  };
}
