/** Entries of one chunk: small enough for a chunk to be made and copied in far less than a millisecond. */
const CHUNK_LENGTH = 10_000;

/**
 * A list that may become as long as a sheet: kept in chunks of some thousands, since one array of a million entries
 * is copied again and again while it grows.
 */
export class LongList<T> {
  #last: T[] = [];
  readonly #chunks = [this.#last];

  add(entry: T): void {
    if (this.#last.length === CHUNK_LENGTH) this.#chunks.push((this.#last = []));
    this.#last.push(entry);
  }

  /** The entries so far, chunk by chunk. */
  get chunks(): readonly (readonly T[])[] {
    return this.#chunks;
  }
}

/** Chunks that are joined in one call: a call takes no more arguments than fit on the stack. */
const CHUNKS_AT_ONCE = 10_000;

/** The chunks of a list, however many, as one array. */
export function joinChunks<T>(chunks: readonly (readonly T[])[]): T[] {
  let whole: T[] = [];
  for (let from = 0; from < chunks.length; from += CHUNKS_AT_ONCE)
    whole = whole.concat(...chunks.slice(from, from + CHUNKS_AT_ONCE));
  return whole;
}

/** Something for rows of a sheet, in whichever order they come; kept in chunks as long lists are. */
export class ByRow<T> {
  readonly #chunks: T[][] = [];

  set(row: number, entry: T): void {
    const chunk = (this.#chunks[Math.floor(row / CHUNK_LENGTH)] ??= new Array<T>(CHUNK_LENGTH));
    chunk[row % CHUNK_LENGTH] = entry;
  }

  get(row: number): T | undefined {
    return this.#chunks[Math.floor(row / CHUNK_LENGTH)]?.[row % CHUNK_LENGTH];
  }
}
