import { isForeseen, type SheetEdit } from "../gateway";
import type { WorkbookPolicy } from "../policy/policyTypes";
import { isCancelled } from "../run/cancelled";
import { Calculation } from "./calculation";
import {
  concerns,
  followMonth,
  hangsOnFormulas,
  isPending,
  isStepsEdit,
  readAgain,
} from "./followMonth";
import { changeIgnored, undoOf, type IgnoredChange } from "./ignoredMemory";
import { judgeSheet } from "./judgeSheet";
import { openMonth, withSteps, type OpenedMonth } from "./openMonth";
import { readPromotionTable } from "./promotionTable";
import type { NoSheet, ValidateOptions } from "./readScoreSheet";
import type { SessionState, SessionSurroundings, SessionTask } from "./sessionTypes";
import { validationOf, type Validation } from "./validateSheet";

/** How long validating waits for cells that Excel has not calculated yet, in milliseconds (rule M7). */
const WAIT_FOR_CELLS = 5_000;
/** How often it checks whether they are, where Excel does not say, in milliseconds. */
const LOOK_AGAIN = 1_000;

/** Where the sheet is read again in less, nobody notices; in milliseconds. */
const UNNOTICED_MS = 1_500;

/**
 * The open month: which sheet and month it is, what was read of it, how everybody on it is judged, and whether that is
 * current. It alone reads score sheets and judges people for the pane; pages, ribbon commands and written sheets show
 * views of it. It is notified of edits, colleagues and calculations, and after each change says what a fresh validation says.
 */
export class MonthSession {
  readonly #around: SessionSurroundings;
  readonly #listeners = new Set<() => void>();
  readonly #calculation: Calculation;
  #state: SessionState = {
    sheetId: null,
    month: null,
    opened: null,
    validation: null,
    following: false,
    outdated: null,
  };
  #watching = false;
  #opening: Promise<OpenedMonth | NoSheet> | null = null;
  #edits: SheetEdit[] = [];
  /** Whether something waits to be read again, and whether its time has come. */
  #waits = false;
  #isDue = false;
  /** Whether rows of 晋升流程 were typed that have not been read. */
  #stepsWait = false;
  #following: Promise<void> | null = null;
  #isWarm = false;
  /** How long it took last to read the sheet, in milliseconds. */
  #took = 0;

  constructor(around: SessionSurroundings) {
    this.#around = around;
    this.#calculation = new Calculation(() => this.#due());
    around.policy.subscribe((policy) => this.#policyIs(policy));
  }

  readonly read = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Picks another sheet or month; what is open stays until it is opened. */
  choose(choice: Partial<Pick<SessionState, "sheetId" | "month">>): void {
    this.#set(choice);
  }

  /** Reads again without being asked what is no longer current, where that takes so little that nobody notices. */
  async comeBack(): Promise<void> {
    if (this.#state.opened !== null && !this.isCurrent() && this.#took < UNNOTICED_MS)
      await this.open();
  }

  /** What a task on the open sheet and month needs. */
  async options(task: SessionTask = {}): Promise<ValidateOptions> {
    const { gateway, policy, today } = this.#around;
    const { sheetId, month } = this.#state;
    return { gateway, policy: await policy.load(), today: today(), sheetId, month, ...task };
  }

  /** "校验当月": reads the sheet afresh and reports everything of its month. */
  async validate(task: SessionTask = {}): Promise<Validation> {
    await this.#around.policy.refresh();
    const opened = await this.#open(task, null, true);
    if (opened.kind !== "opened") return opened;
    void this.#warmUp();
    return this.#state.validation ?? validationOf(opened, task);
  }

  /** The same after a change of ours: of the sheet that is shown, as soon as Excel has calculated since then. */
  async validateAgain(since: number, task: SessionTask = {}): Promise<Validation | null> {
    const { opened } = this.#state;
    if (opened === null) return null;
    if (hangsOnFormulas(opened)) await this.#calculation.since(since, task.signal);
    task.signal?.throwIfAborted();
    // A sheet that was written meanwhile is active now: the month stays the one that is shown.
    const sheets = await this.#around.gateway.listSheets();
    const shown = opened.found.sheet.id;
    const after = await this.#open(task, sheets.some(({ id }) => id === shown) ? shown : null);
    return after.kind === "opened" ? this.#state.validation : after;
  }

  /** The open month, read only where what is known of it is not current. */
  async open(task: SessionTask = {}): Promise<OpenedMonth | NoSheet> {
    await this.#following;
    const { opened } = this.#state;
    if (opened !== null && this.isCurrent()) return opened;
    try {
      if (this.#opening !== null) return await this.#opening;
      if (opened !== null && this.#isRead(opened)) return await this.#judgeAgain(opened, task);
      return await this.#open(task, opened?.found.sheet.id ?? null);
    } catch (error) {
      // The caller that began to read it has cancelled that; the present one has not.
      if (!isCancelled(error) || task.signal?.aborted !== false) throw error;
      return this.#open(task, null);
    }
  }

  /** The one rule of freshness: what HR picked is open, nothing has happened since that was not read again. */
  isCurrent(): boolean {
    const { opened, month } = this.#state;
    return opened !== null && this.#isRead(opened) && (opened.judged.input.asOf ?? null) === month;
  }

  /** Whether what was read of the sheet is what it says now; only the month may be another one. */
  #isRead({ found }: OpenedMonth): boolean {
    const { sheetId, outdated } = this.#state;
    return outdated === null && !this.#waits && (sheetId === null || sheetId === found.sheet.id);
  }

  /** Waits until what was changed has been read again: after a decision, before its effect is shown. */
  async whenSettled(atMost = WAIT_FOR_CELLS + LOOK_AGAIN): Promise<void> {
    const until = performance.now() + atMost;
    while (this.#waits && performance.now() < until) {
      await (this.#following ?? this.#calculation.next(LOOK_AGAIN / 10));
      if (this.#state.outdated !== null) return;
    }
    await this.#following;
  }

  /** Whether changes are followed without being asked. */
  get follows(): boolean {
    const { opened, following, outdated } = this.#state;
    return following && opened?.live != null && outdated === null;
  }

  /** Reads 晋升流程 alone, for rows that were written or typed into it: nobody is judged again. */
  async readSteps(signal?: AbortSignal): Promise<OpenedMonth | null> {
    const { opened } = this.#state;
    if (opened === null) return null;
    const { gateway } = this.#around;
    const sheets = await gateway.listSheets();
    const table = await readPromotionTable(gateway, sheets, signal);
    const after = await withSteps(opened, table, sheets);
    if (this.#state.opened === opened) await this.#show(after);
    return this.#state.opened;
  }

  /**
   * HR sets findings aside, or takes that back: written into the workbook, then left out of what is shown; nobody is
   * judged again. Returns the way back. Fails as `changeIgnored` does; then nothing has changed.
   */
  async ignore(change: IgnoredChange): Promise<IgnoredChange> {
    await this.#following;
    const before = this.#state.opened?.found.ignored ?? [];
    const ignored = await changeIgnored(this.#around.gateway, change);
    const { opened } = this.#state;
    if (opened !== null) await this.#show({ ...opened, found: { ...opened.found, ignored } });
    return undoOf(change, before);
  }

  /**
   * Follows edits and calculations from now on. Excel's handlers are registered the first time only and then stay:
   * each further one would cost HR what Excel can undo. Fails as the gateway does.
   */
  async follow(on: boolean): Promise<void> {
    this.#set({ following: on });
    if (!on) this.#forgetWaiting();
    if (!on || this.#watching) return;
    this.#watching = true;
    try {
      await this.#around.gateway.watchEdits((edit) => this.#onEdit(edit), this.#onCalculated);
    } catch (error) {
      this.#watching = false;
      this.#set({ following: false });
      throw error;
    }
  }

  /** A task has ended: what waited for it is done now. */
  readonly resume = (): void => void this.#followNow();

  /** Another month of the sheet that was read: Excel is not asked. */
  async #judgeAgain(opened: OpenedMonth, task: SessionTask): Promise<OpenedMonth | NoSheet> {
    const { policy, today, month } = await this.options(task);
    if (policy.kind === "unreadable") return { kind: "policyUnreadable", why: policy.why };
    const read = { records: opened.judged.input.sheet, known: opened.found.known };
    const judged = await judgeSheet(
      read,
      { book: policy.book, today, month },
      { memory: opened.memory, signal: task.signal },
    );
    await this.#show({ ...opened, judged });
    return this.#state.opened ?? opened;
  }

  /** Reads and judges; what was shown stays where that fails. */
  async #open(
    task: SessionTask,
    sheetId: string | null,
    validates = this.#state.validation !== null,
  ): Promise<OpenedMonth | NoSheet> {
    const opening = this.#read(task, sheetId, validates);
    this.#opening = opening;
    try {
      return await opening;
    } finally {
      if (this.#opening === opening) this.#opening = null;
      // Cells that were edited while the sheet was read may have been read before.
      for (const edit of this.#edits.splice(0)) this.#onEdit(edit);
    }
  }

  async #read(
    task: SessionTask,
    sheetId: string | null,
    validates: boolean,
  ): Promise<OpenedMonth | NoSheet> {
    const options = await this.options(task);
    const began = performance.now();
    const waitAgain = this.#forgetWaiting();
    try {
      const first = await openMonth({ ...options, sheetId: options.sheetId ?? sheetId });
      this.#took = performance.now() - began;
      if (first.kind !== "opened") {
        this.#set({ opened: null, validation: null, outdated: null });
        return first;
      }
      const opened = await this.#whenCalculated(first, options);
      const validation = validates ? await validationOf(opened, task) : null;
      this.#set({ opened, validation, outdated: null });
      return opened;
    } catch (error) {
      // What is shown stays, so what it lacks is still to be read.
      waitAgain();
      throw error;
    }
  }

  /** Waits for cells that Excel has not calculated yet, and reads them again; not for ever. */
  async #whenCalculated(first: OpenedMonth, options: ValidateOptions): Promise<OpenedMonth> {
    const { signal, onProgress } = options;
    const until = performance.now() + WAIT_FOR_CELLS;
    let opened = first;
    for (;;) {
      const left = until - performance.now();
      if (!isPending(opened) || left <= 0) return opened;
      onProgress?.({ stage: "recalculating", done: 0, of: null });
      await this.#calculation.next(Math.min(left, LOOK_AGAIN), signal);
      signal?.throwIfAborted();
      const sheetId = opened.found.sheet.id;
      const again =
        (await readAgain(opened, [], options)) ??
        (await openMonth({ ...options, sheetId, onProgress: undefined }));
      if (again.kind !== "opened") return opened;
      opened = again;
    }
  }

  #policyIs(policy: WorkbookPolicy): void {
    const { opened } = this.#state;
    if (opened === null) return;
    if (policy.kind === "read" && policy.book === opened.judged.input.book) return;
    this.#wait();
  }

  readonly #onCalculated = (): void => {
    const { opened, following } = this.#state;
    if (opened !== null && following && hangsOnFormulas(opened)) this.#waits = true;
    this.#calculation.told();
  };

  #onEdit(edit: SheetEdit): void {
    const { opened, following } = this.#state;
    if (opened === null || this.#opening !== null) {
      // What was edited while it is read is looked at once it was read.
      if (this.#opening !== null) this.#edits.push(edit);
      return;
    }
    const isOfSteps = isStepsEdit(edit, opened);
    if (!isOfSteps && !concerns(edit, opened)) return;
    if (edit.remote) this.#set({ outdated: "colleague" });
    else if (!following || opened.live === null) this.#set({ outdated: "notFollowed" });
    else {
      if (isOfSteps) {
        this.#stepsWait = true;
        void this.#followNow();
        return;
      }
      this.#edits.push(edit);
      this.#wait();
    }
  }

  /** Something is to be read again: when Excel has calculated, or now where nothing depends on that. */
  #wait(): void {
    this.#waits = true;
    const { opened } = this.#state;
    if (opened !== null && hangsOnFormulas(opened)) this.#calculation.changed();
    else this.#due();
  }

  #due(): void {
    const { opened } = this.#state;
    if (!this.#waits && (opened === null || !isPending(opened))) return;
    this.#isDue = true;
    void this.#followNow();
  }

  /** Returns the way back, for when nothing comes of what is done instead. */
  #forgetWaiting(): () => void {
    const [edits, waits, stepsWait] = [this.#edits, this.#waits, this.#stepsWait];
    this.#edits = [];
    this.#waits = false;
    this.#isDue = false;
    this.#stepsWait = false;
    this.#calculation.isDone();
    return () => {
      this.#edits.unshift(...edits);
      if (stepsWait) this.#stepsWait = true;
      if (waits) this.#wait();
    };
  }

  async #followNow(): Promise<void> {
    if (this.#following !== null) return this.#following;
    this.#following = this.#followWhileDue().finally(() => (this.#following = null));
    return this.#following;
  }

  async #followWhileDue(): Promise<void> {
    try {
      while ((this.#isDue || this.#stepsWait) && !this.#around.isBusy()) {
        if (this.#stepsWait) {
          this.#stepsWait = false;
          await this.readSteps();
        }
        if (!this.#isDue) continue;
        this.#isDue = false;
        await this.#followAll();
      }
    } catch (error) {
      if (!isForeseen(error)) throw error;
      this.#set({ outdated: "failed" });
    }
  }

  /** Reads again, in one go, everything that was edited or calculated so far. */
  async #followAll(): Promise<void> {
    const edits = this.#edits.splice(0);
    const shown = this.#state.opened;
    if (shown === null) return;
    const after = await followMonth(shown, edits, await this.options());
    // Whoever has validated meanwhile has seen the edits, too.
    if (this.#state.opened !== shown) return;
    if (after === null) {
      this.#waits = false;
      this.#set({ outdated: "notFollowed" });
      return;
    }
    if (this.#edits.length === 0 && !this.#isDue) {
      this.#waits = false;
      // Cells that are not calculated yet are looked at again; later, Excel reports them.
      if (!isPending(after)) this.#calculation.isDone();
    }
    await this.#show(after);
  }

  /** Shows the month to all pages; validated it is where it was before. */
  async #show(opened: OpenedMonth): Promise<void> {
    const { validation } = this.#state;
    if (validation === null) {
      this.#set({ opened });
      return;
    }
    this.#set({ opened, validation: await validationOf(opened) });
  }

  /** Once, when a month is shown: the first edit is then followed as fast as those after it. */
  async #warmUp(): Promise<void> {
    const { opened, following } = this.#state;
    if (this.#isWarm || !following || opened?.live == null || this.#waits) return;
    this.#isWarm = true;
    const from = opened.judged.input;
    await opened.live.warmUp(from, () => !this.#waits && !this.#around.isBusy());
  }

  #set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
