import type { Doing, Problem, TaskStage } from "../../problems";
import { problemOf, type TaskProgress } from "../../tasks";
import { Store } from "../common/store";
import { mayRetry } from "./mayRetry";
import type { Notices } from "./notices";
import { TimeLeft } from "./timeLeft";

/** The task that runs; `stage` is shown until the task reports another. */
export interface Activity {
  readonly doing: Doing;
  readonly stage: TaskStage;
  readonly cancellable: boolean;
  /** Nobody asked for it: what was said before it stays. */
  readonly quiet?: boolean;
}

export interface TaskState {
  readonly activity: Activity | null;
  readonly progress: TaskProgress | null;
  /** How long the running task still takes; null while that cannot be determined. */
  readonly secondsLeft: number | null;
}

const IDLE: TaskState = { activity: null, progress: null, secondsLeft: null };

/** Runs the tasks of all pages, one at a time, and says why one has failed. */
export class TaskRunner extends Store<TaskState> {
  readonly #notices: Notices;
  #running: AbortController | null = null;
  /** The task that runs or ran last, once more. */
  #again: (() => Promise<void>) | null = null;
  #timeLeft = new TimeLeft();
  #begun = 0;

  constructor(notices: Notices) {
    super(IDLE);
    this.#notices = notices;
  }

  /** How many tasks have begun so far: the same number means that none has come between. */
  get begun(): number {
    return this.#begun;
  }

  readonly isRunning = (): boolean => this.#running !== null;

  readonly cancel = (): void => this.#running?.abort();

  /** For a task to report its progress. */
  readonly progress = (progress: TaskProgress): void =>
    this.set({ progress, secondsLeft: this.#timeLeft.after(progress) });

  /**
   * Runs a task of any page, one at a time: a second press while one runs is a slip. What comes after it comes
   * when it has succeeded, at the first try or a later one.
   */
  async perform(
    activity: Activity,
    task: (signal: AbortSignal) => Promise<void>,
    after?: () => Promise<void>,
  ): Promise<void> {
    if (this.#running !== null) return;
    const running = new AbortController();
    this.#running = running;
    this.#begun += 1;
    this.#again = () => this.perform(activity, task, after);
    this.#timeLeft = new TimeLeft();
    if (activity.quiet !== true) this.#notices.clear();
    this.set({ ...IDLE, activity });
    let succeeded = false;
    try {
      await task(running.signal);
      succeeded = true;
    } catch (error) {
      this.#fail(problemOf(error), activity.doing);
    } finally {
      this.#running = null;
      this.set(IDLE);
    }
    if (succeeded) await after?.();
  }

  /** Says why the running task came to nothing, and offers it once more where that may help. */
  fail(problem: Problem): void {
    const { activity } = this.read();
    if (activity !== null) this.#fail(problem, activity.doing);
  }

  #fail(problem: Problem, doing: Doing): void {
    this.#notices.trouble({ ...problem, doing }, mayRetry(problem) ? this.#again : null);
  }

  /** Waits until no task runs. */
  async whenIdle(): Promise<void> {
    while (this.#running !== null)
      await new Promise<void>((resolve) => {
        const stop = this.subscribe(() => {
          if (this.#running !== null) return;
          stop();
          resolve();
        });
      });
  }
}
