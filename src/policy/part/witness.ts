/**
 * The copy of the policy settings in cells, which programs keep that drop the part (rule W5): the digest of the
 * part's JSON, the day, and the JSON itself in pieces that a cell can hold; part of the file format.
 */
export interface Witness {
  /** "sha256:" and 64 digits of base 16. */
  readonly digest: string;
  /** "YYYY-MM-DD", the day of the save; "" where nobody noted it. */
  readonly day: string;
  readonly json: string;
}

/** Characters of a piece; a cell holds 32,767. */
const LONGEST_PIECE = 30_000;

/** Before the day: a text that no cell of HR's holds, so that none shares it, and no program takes it for a date. */
const SAVED = "saved ";

/** What no piece may begin with, since a program could take it for a formula, a number or a mark for text. */
const RISKY_BEGINNING = /[\s\d=+\-@'.#]/u;
const RISKY_END = /\s/u;
const HALF = /[\ud800-\udfff]/u;

/** Whether the text may be cut before this character: no blanks at an edge, which some programs trim. */
function mayCut(json: string, at: number): boolean {
  const [before, after] = [json.charAt(at - 1), json.charAt(at)];
  return (
    !RISKY_END.test(before) &&
    !RISKY_BEGINNING.test(after) &&
    !HALF.test(before) &&
    !HALF.test(after)
  );
}

/** The last good place to cut in the second half of a piece: between two values where there is one. */
function cutAfter(json: string, start: number): number {
  const end = start + LONGEST_PIECE;
  const least = start + LONGEST_PIECE / 2;
  for (let at = end; at > least; at -= 1)
    if (json.charAt(at - 1) === "," && '"{'.includes(json.charAt(at))) return at;
  for (let at = end; at > least; at -= 1) if (mayCut(json, at)) return at;
  return end;
}

/** The copy as it stands in the cells of one column, from the top. */
export function witnessCells({ digest, day, json }: Witness): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  while (json.length - start > LONGEST_PIECE) {
    const end = cutAfter(json, start);
    pieces.push(json.slice(start, end));
    start = end;
  }
  return [digest, `${SAVED}${day}`, ...pieces, json.slice(start)];
}

/** What these cells hold, not yet compared with the digest; null where they are no such copy. */
export function readWitnessCells(cells: readonly string[]): Witness | null {
  const [digest = "", saved = "", ...pieces] = cells;
  const json = pieces.join("");
  const day = /\d{4}-\d\d-\d\d/u.exec(saved)?.[0] ?? "";
  return /^sha256:[0-9a-f]{64}$/u.test(digest) && json !== "" ? { digest, day, json } : null;
}
