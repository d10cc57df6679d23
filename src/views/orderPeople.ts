import type { CandidateRow } from "./types";

/** Place in the list: what HR can act on first, what cannot be determined last. */
function place({ status, verdict }: CandidateRow): number {
  switch (status) {
    case "eligible":
      return 0;
    case "not_yet":
      return verdict?.kind === "judged" && verdict.monthsShort === 1 ? 1 : 3;
    case "missing_data":
      return 2;
    case "top_level":
      return 4;
    case "no_data":
      return 5;
    case "excluded":
      return 6;
  }
}

/**
 * People as they are listed: eligible, one month short, missing data, not yet, top level, no data, excluded; else in
 * the order in which they were added.
 */
export class PeopleInOrder {
  readonly #places: CandidateRow[][] = [];

  add(row: CandidateRow): void {
    (this.#places[place(row)] ??= []).push(row);
  }

  all(): readonly CandidateRow[] {
    return this.#places.flat();
  }
}
