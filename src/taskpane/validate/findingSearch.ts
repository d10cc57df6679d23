import { startTransition, useEffect, useMemo, useState } from "react";
import { formatRef } from "../../grid";
import type { Finding } from "../../findings";
import { runInSlices } from "../../tasks";
import { formatMonth } from "../../units";
import { findingParts, type CandidateRow } from "../../views";
import {
  describeCandidate,
  paneWords,
  resultWords,
  sayDecision,
  sayFinding,
  sayFindingTitle,
  type Language,
} from "../../wording";

/** Characters of rows that are kept to be searched again: some megabytes, enough for a hundred thousand rows. */
const KEPT = 6_000_000;

/** Everything that rows show, in small letters: worded once, when it is first searched. */
export class RowTexts<Row extends object> {
  readonly #wordsOf: (row: Row) => readonly string[];
  readonly #texts = new WeakMap<Row, string>();
  #kept = 0;

  constructor(wordsOf: (row: Row) => readonly string[]) {
    this.#wordsOf = wordsOf;
  }

  of(row: Row): string {
    const known = this.#texts.get(row);
    if (known !== undefined) return known;
    // One line each: what is sought is never found across two of them.
    const text = this.#wordsOf(row).join("\n").toLowerCase();
    this.#kept += text.length;
    if (this.#kept <= KEPT) this.#texts.set(row, text);
    return text;
  }
}

/** What the row of a finding shows, and the line into which it may be folded. */
export function findingWords(finding: Finding, language: Language): readonly string[] {
  const { type, severity, cell, person, month } = finding;
  const pane = paneWords(language);
  if (type === "readingUndecided")
    return findingParts([finding]).decisions.flatMap((line) => [
      line.reading.title[language],
      line.blocking ? resultWords(language).mustFirst : "",
      sayDecision(line, language),
    ]);
  const { text, fix } = sayFinding(finding, language);
  return [
    pane[severity],
    sayFindingTitle(type, language),
    cell === null ? pane.wholeSheet : formatRef(cell),
    person?.name ?? "",
    person?.employeeId ?? "",
    month === null ? "" : formatMonth(month),
    text,
    fix,
  ];
}

/** What the row of somebody shows. */
export function personWords(row: CandidateRow, language: Language): readonly string[] {
  const { person, level, target, evidence, steps } = row;
  const said = describeCandidate(row, language);
  const { status, detail, dependsOn, evidence: months } = said;
  return [
    person.name,
    person.employeeId,
    level?.name[language] ?? paneWords(language).unknownLevel,
    target?.name[language] ?? "",
    status,
    detail ?? "",
    dependsOn ?? "",
    ...(evidence.length === 0 ? [] : months),
    // Shown where a candidate is unfolded, as everybody is whom the filter finds.
    said.withinLevel ?? "",
    said.skipHint ?? "",
    said.leave ?? "",
    ...steps.map(({ label }) => label[language]),
  ];
}

/** The rows that show a text; `sought` is in small letters. */
export function* searchRows<Row extends object>(
  rows: readonly Row[],
  sought: string,
  texts: RowTexts<Row>,
): Generator<undefined, readonly Row[]> {
  const found: Row[] = [];
  for (const row of rows) {
    yield undefined;
    if (texts.of(row).includes(sought)) found.push(row);
  }
  return found;
}

interface Found<Row> {
  readonly sought: string;
  readonly shown: readonly Row[];
}

/** Whether one is the other with more letters at its end. */
function goesOn(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/**
 * The rows that show what was typed. They are sought bit by bit, so that typing never waits for it; until then what
 * was found before the last letter stays. `wordsOf` is one function for all drawings.
 */
export function useFound<Row extends object>(
  rows: readonly Row[],
  text: string,
  language: Language,
  wordsOf: (row: Row, language: Language) => readonly string[],
): readonly Row[] {
  const sought = text.trim().toLowerCase();
  const texts = useMemo(
    () => new RowTexts<Row>((row) => wordsOf(row, language)),
    [language, wordsOf],
  );
  const [found, setFound] = useState<Found<Row> | null>(null);
  useEffect(() => {
    if (sought === "") return;
    const search = new AbortController();
    const { signal } = search;
    runInSlices(searchRows(rows, sought, texts), { signal })
      .then((shown) => {
        if (!signal.aborted) startTransition(() => setFound({ sought, shown }));
      })
      .catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
    return () => search.abort();
  }, [rows, sought, texts]);
  if (sought === "") return rows;
  return found !== null && goesOn(found.sought, sought) ? found.shown : rows;
}
