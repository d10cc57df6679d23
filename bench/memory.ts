import { getHeapStatistics } from "node:v8";

/** The most memory that a task held at any time over what was held before, garbage included, in bytes. */
export class PeakMemory {
  readonly #before = getHeapStatistics().used_heap_size;
  #peak = 0;

  sample(): void {
    this.#peak = Math.max(this.#peak, getHeapStatistics().used_heap_size - this.#before);
  }

  get peak(): number {
    return this.#peak;
  }
}
