import type { CandidateRow } from "./types";

/** Place in the list: what HR can act on first, what cannot be told last. */
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

/** Eligible, one month short, missing data, not yet, top level, no data, excluded; else as on the sheet. */
export function orderPeople(rows: readonly CandidateRow[]): readonly CandidateRow[] {
  const places: CandidateRow[][] = [];
  for (const row of rows) (places[place(row)] ??= []).push(row);
  return places.flat();
}
