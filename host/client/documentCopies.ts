/** The document as the older common API hands it out: a copy of its bytes, in slices, until it is closed. */

/** Numbers by which the client asks. */
export const DOCUMENT_COPY = { open: 77, slice: 80, close: 81 } as const;

/** Errors by the client's own numbers. */
const TYPE_NOT_SUPPORTED = 1009;
const MEMORY_LIMIT = 11_000;
const INTERNAL = 5001;

const COMPRESSED = 5;
/** Excel keeps so many copies at a time; more are refused until one is closed. */
const MOST_COPIES = 2;

/** What the client takes for an answer: a status of 0 with what it asked for, or the number of an error. */
export type CopyAnswer = number | readonly unknown[];

export class DocumentCopies {
  readonly #read: (() => Promise<Uint8Array>) | null;
  readonly #open = new Map<number, Uint8Array>();
  #next = 1;

  constructor(read: (() => Promise<Uint8Array>) | null) {
    this.#read = read;
  }

  /** How many copies nobody has closed. */
  get open(): number {
    return this.#open.size;
  }

  async answer(dispatchId: number, parameters: readonly unknown[]): Promise<CopyAnswer> {
    switch (dispatchId) {
      case DOCUMENT_COPY.open:
        return this.#openCopy(parameters[0]);
      case DOCUMENT_COPY.slice:
        return this.#slice(Number(parameters[0]), Number(parameters[1]), Number(parameters[2]));
      case DOCUMENT_COPY.close:
        return this.#open.delete(Number(parameters[0])) ? [0] : INTERNAL;
      default:
        return INTERNAL;
    }
  }

  async #openCopy(type: unknown): Promise<CopyAnswer> {
    if (type !== COMPRESSED) return TYPE_NOT_SUPPORTED;
    if (this.#open.size >= MOST_COPIES) return MEMORY_LIMIT;
    if (this.#read === null) return INTERNAL;
    const bytes = await this.#read();
    const handle = this.#next;
    this.#next += 1;
    this.#open.set(handle, bytes);
    return [0, handle, bytes.length];
  }

  #slice(handle: number, offset: number, size: number): CopyAnswer {
    const bytes = this.#open.get(handle);
    if (bytes === undefined) return INTERNAL;
    const slice = bytes.subarray(offset, offset + size);
    return [0, Array.from(slice), slice.length];
  }
}
