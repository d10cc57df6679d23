/** Entries of one part: small enough for a part to be made and copied in next to no time. */
const CHUNK_LENGTH = 10_000;

/**
 * A list that may become as long as a sheet: kept in parts of some thousands, since one array of a million entries
 * is copied again and again while it grows.
 */
export class LongList<T> {
  #last: T[] = [];
  readonly #whole = [this.#last];

  add(entry: T): void {
    if (this.#last.length === CHUNK_LENGTH) this.#whole.push((this.#last = []));
    this.#last.push(entry);
  }

  /** The entries so far, part by part. */
  get parts(): readonly (readonly T[])[] {
    return this.#whole;
  }
}

/** Parts that are joined in one go: a call takes no more arguments than fit on the stack. */
const PARTS_AT_ONCE = 10_000;

/** Parts of a list, however many, as one array. */
export function joinParts<T>(parts: readonly (readonly T[])[]): T[] {
  let whole: T[] = [];
  for (let from = 0; from < parts.length; from += PARTS_AT_ONCE)
    whole = whole.concat(...parts.slice(from, from + PARTS_AT_ONCE));
  return whole;
}

/** Something for rows of a sheet, in whichever order they come; kept in parts as long lists are. */
export class ByRow<T> {
  readonly #parts: T[][] = [];

  set(row: number, entry: T): void {
    const part = (this.#parts[Math.floor(row / CHUNK_LENGTH)] ??= new Array<T>(CHUNK_LENGTH));
    part[row % CHUNK_LENGTH] = entry;
  }

  get(row: number): T | undefined {
    return this.#parts[Math.floor(row / CHUNK_LENGTH)]?.[row % CHUNK_LENGTH];
  }
}
