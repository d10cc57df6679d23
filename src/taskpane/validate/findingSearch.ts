import { startTransition, useEffect, useMemo, useState } from "react";
import { formatRef } from "../../grid";
import type { Finding } from "../../findings";
import { runInSlices } from "../../tasks";
import { sayFinding, type Language } from "../../wording";

/** Characters of rows that are kept to be searched again: some megabytes, enough for a hundred thousand rows. */
const KEPT = 6_000_000;

/** Everything that the rows of findings show, in small letters: worded once, when it is first searched. */
export class RowTexts {
  readonly #language: Language;
  readonly #texts = new WeakMap<Finding, string>();
  #kept = 0;

  constructor(language: Language) {
    this.#language = language;
  }

  of(finding: Finding): string {
    const known = this.#texts.get(finding);
    if (known !== undefined) return known;
    const { cell, person } = finding;
    const { text, fix } = sayFinding(finding, this.#language);
    const where = cell === null ? "" : formatRef(cell);
    // One line each: what is sought is never found across two of them.
    const row = [where, person?.name ?? "", person?.employeeId ?? "", text, fix]
      .join("\n")
      .toLowerCase();
    this.#kept += row.length;
    if (this.#kept <= KEPT) this.#texts.set(finding, row);
    return row;
  }
}

/** The findings whose rows show a text; `sought` is in small letters. */
export function* searchFindings(
  findings: readonly Finding[],
  sought: string,
  texts: RowTexts,
): Generator<undefined, readonly Finding[]> {
  const found: Finding[] = [];
  for (const finding of findings) {
    yield undefined;
    if (texts.of(finding).includes(sought)) found.push(finding);
  }
  return found;
}

interface Found {
  readonly sought: string;
  readonly shown: readonly Finding[];
}

/** Whether one is the other with more letters at its end. */
function goesOn(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/**
 * The findings whose rows show what was typed. They are sought bit by bit, so that typing never waits for it; until
 * then what was found before the last letter stays.
 */
export function useFound(
  findings: readonly Finding[],
  text: string,
  language: Language,
): readonly Finding[] {
  const sought = text.trim().toLowerCase();
  const texts = useMemo(() => new RowTexts(language), [language]);
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (sought === "") return;
    const search = new AbortController();
    const { signal } = search;
    runInSlices(searchFindings(findings, sought, texts), { signal })
      .then((shown) => {
        if (!signal.aborted) startTransition(() => setFound({ sought, shown }));
      })
      .catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
    return () => search.abort();
  }, [findings, sought, texts]);
  if (sought === "") return findings;
  return found !== null && goesOn(found.sought, sought) ? found.shown : findings;
}
