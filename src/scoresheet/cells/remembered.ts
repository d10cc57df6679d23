import type { Cell } from "../../grid";

/** Different cells kept of a column: a department repeats itself, and one that does not must not fill the memory. */
const MOST_CELLS = 20_000;

/** A reader of cells that works out each content once: columns repeat few of them over many rows. */
export function remembered<C extends Cell, T>(read: (cell: C) => T): (cell: C) => T {
  const known = new Map<C, T>();
  return (cell) => {
    if (typeof cell !== "number" && typeof cell !== "string") return read(cell);
    const before = known.get(cell);
    if (before !== undefined) return before;
    const answer = read(cell);
    if (known.size >= MOST_CELLS) known.clear();
    known.set(cell, answer);
    return answer;
  };
}
