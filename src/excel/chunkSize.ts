/** Cells of the first chunk, when nothing is known of their size. */
const FIRST_CELLS = 20_000;
/** The size an answer should have, in bytes: far from Excel's limit of 5 MB, yet few round trips. */
const ANSWER_BYTES = 3_000_000;
/** Rows whose size is measured in each chunk; measuring all of them would cost more than it is worth. */
const SAMPLED_ROWS = 64;

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) bytes += unit > 0x7ff ? 2 : 1;
  }
  return bytes;
}

/** How many rows to ask for next, from the sizes of the rows so far and what was refused. */
export class ChunkSize {
  #cells = 0;
  #bytes = 0;
  #ceiling = Infinity;
  readonly #columns: number;

  constructor(columns: number) {
    this.#columns = columns;
  }

  /** Rows of the next chunk, at least one. */
  rows(): number {
    const wanted = this.#cells === 0 ? FIRST_CELLS : (ANSWER_BYTES * this.#cells) / this.#bytes;
    const perChunk = Math.max(1, Math.floor(wanted / this.#columns));
    return Math.min(perChunk, this.#ceiling);
  }

  /** Takes the size of rows that have arrived, in bytes. */
  weigh(rows: readonly (readonly unknown[])[]): void {
    const step = Math.max(1, Math.floor(rows.length / SAMPLED_ROWS));
    const sample: unknown[] = [];
    for (let index = 0; index < rows.length; index += step) sample.push(rows[index]);
    if (sample.length === 0) return;
    const share = rows.length / sample.length;
    this.#bytes += utf8Length(JSON.stringify(sample)) * share;
    this.#cells += rows.length * this.#columns;
  }

  /** An answer of so many rows was refused: no later one asks for more than half of them. */
  refuse(rows: number): void {
    this.#ceiling = Math.max(1, Math.ceil(rows / 2));
  }

  /** What looked like a refusal was not: chunks follow the measured size again. */
  allow(): void {
    this.#ceiling = Infinity;
  }
}
