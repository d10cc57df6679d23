// Takes: computations that yield, so that whoever runs them can pause.
// Gives: the same told otherwise, or run to their end at once; at which rows and records they yield.
// Never: the clock. How long they run before a pause is decided in tasks/run.

/**
 * Rows and records between two yields. A yield costs some tenths of a microsecond, and there may be a million rows of
 * some microseconds each: at every one it was about 5 % of validating. So many rows of 500 columns take some
 * milliseconds. People are fewer and take longer: computations yield at each.
 */
const ROWS = 16;

/** Whether a computation yields at this row or record, counted from 0. */
export function yieldsAt(index: number): boolean {
  return index % ROWS === 0;
}

/** The same computation, telling at each step what `tell` makes of what it yields. */
export function* mapSteps<From, To, T>(
  steps: Iterator<From, T>,
  tell: (step: From) => To,
): Generator<To, T, void> {
  let step = steps.next();
  while (step.done !== true) {
    yield tell(step.value);
    step = steps.next();
  }
  return step.value;
}

/** What a computation comes to, without a pause: for what is small. */
export function runToEnd<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
