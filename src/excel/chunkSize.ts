/** Cells of the first chunk, when nothing is known of their size. */
const FIRST_CELLS = 20_000;
/** What an answer should weigh: far from Excel's limit of 5 MB, yet few round trips. */
const ANSWER_BYTES = 3_000_000;
/** Rows weighed in each chunk; weighing all of them would cost more than it tells. */
const SAMPLED_ROWS = 64;

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) bytes += unit > 0x7ff ? 2 : 1;
  }
  return bytes;
}

/** How many rows to ask for next, from what the rows so far have weighed and what was refused. */
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

  /** Takes the weight of rows that have arrived. */
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

  /** What looked like a refusal was not: sizes follow the weight again. */
  allow(): void {
    this.#ceiling = Infinity;
  }
}
