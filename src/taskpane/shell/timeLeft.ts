import type { TaskProgress } from "../../tasks";

/** What a stage must have taken and still take before it is worth telling, in milliseconds. */
const TOLD_AFTER = 1_500;
const TOLD_ABOVE = 2_000;

/** How long the stages of a task take, from how far each has come. */
export class TimeLeft {
  #stage = "";
  #since = 0;
  #from = 0;

  /** Seconds that the stage still takes; null while that cannot be determined or is not worth telling. */
  after({ stage, done, of }: TaskProgress): number | null {
    const now = performance.now();
    if (stage !== this.#stage) {
      this.#stage = stage;
      this.#since = now;
      this.#from = done;
    }
    const took = now - this.#since;
    const came = done - this.#from;
    if (of === null || took < TOLD_AFTER || came <= 0) return null;
    const left = (took / came) * (of - done);
    return left < TOLD_ABOVE ? null : left / 1_000;
  }
}
