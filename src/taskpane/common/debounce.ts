/** Does the last of several things asked for in short order, once nothing more has been asked for a while. */
export class Debounce {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Does it after so many milliseconds, in place of what was to be done before. */
  after(milliseconds: number, action: () => void): void {
    this.cancel();
    this.#timer = setTimeout(action, milliseconds);
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }
}
