import type { Area } from "../../grid";
import { GatewayError, type Gateway, type SheetEdit } from "../gateway";
import type { MonthValidation } from "./validateSheet";

/** Why what is shown may no longer be what the sheet says; null while it is. */
export type Outdated =
  | "colleague"
  /** The sheet is too large to be followed, or is gone. */
  | "notFollowed"
  /** Excel did not answer, as while a cell is being edited. */
  | "failed"
  | null;

/** Rows of all sheets that are read again because of an edit in another one than that of the month. */
const READ_AGAIN_ROWS = 20_000;

export interface FollowTarget {
  /** What is shown; null before the first validation. */
  readonly current: () => MonthValidation | null;
  /** Whether a task runs: edits wait until it has ended. */
  readonly busy: () => boolean;
  /** Shows the month after an edit, without a word. */
  readonly show: (validation: MonthValidation) => void;
  /** Validates the sheet anew without a word; null where it is no score sheet any more. */
  readonly readAgain: () => Promise<MonthValidation | null>;
  readonly outdated: (why: Outdated) => void;
}

/** Keeps the open month current while HR works in its sheet, and never says a word unasked. */
export class EditFollower {
  readonly #gateway: Pick<Gateway, "watchEdits" | "readAreas">;
  readonly #target: FollowTarget;
  #on = false;
  #watching = false;
  #edits: SheetEdit[] = [];
  readonly #listeners = new Set<(edit: SheetEdit) => void>();
  #following = false;
  #rehearsed = false;

  constructor(gateway: Pick<Gateway, "watchEdits" | "readAreas">, target: FollowTarget) {
    this.#gateway = gateway;
    this.#target = target;
  }

  /**
   * Follows from now on. Excel's handler is registered the first time only and then stays: each further
   * one would cost HR what Excel can undo. Fails as the gateway does.
   */
  async start(): Promise<void> {
    this.#on = true;
    if (this.#watching) return;
    this.#watching = true;
    try {
      await this.#gateway.watchEdits((edit) => this.#onEdit(edit));
    } catch (error) {
      this.#watching = false;
      throw error;
    }
  }

  /** Hears of every edit while edits are followed, for what else is shown of the workbook; gives the way to stop. */
  listen(listener: (edit: SheetEdit) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Leaves edits alone; what is shown is outdated by the first of them. */
  stop(): void {
    this.#on = false;
    this.#edits = [];
  }

  /** A task has ended: edits that waited for it are followed now. */
  resume(): void {
    void this.#follow();
  }

  #onEdit(edit: SheetEdit): void {
    if (this.#on) for (const listener of this.#listeners) listener(edit);
    const shown = this.#target.current();
    if (shown === null || !this.#concerns(edit, shown)) return;
    if (edit.remote) this.#target.outdated("colleague");
    else if (!this.#on || shown.live === null) this.#target.outdated("notFollowed");
    else {
      this.#edits.push(edit);
      void this.#follow();
    }
  }

  #concerns({ sheetId }: SheetEdit, { sheet, live, together }: MonthValidation): boolean {
    if (sheetId === sheet.id || together.others.has(sheetId)) return true;
    return live === null || live.hasFormulas;
  }

  async #follow(): Promise<void> {
    if (this.#following) return;
    this.#following = true;
    try {
      await this.#rehearse();
      while (this.#edits.length > 0 && !this.#target.busy()) await this.#followAll();
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      this.#target.outdated("failed");
    } finally {
      this.#following = false;
    }
  }

  /** Once, when a month is shown: the first edit is then followed as fast as those after it. */
  async #rehearse(): Promise<void> {
    const live = this.#target.current()?.live;
    if (this.#rehearsed || !this.#on || live == null || this.#edits.length > 0) return;
    this.#rehearsed = true;
    await live.rehearse(() => this.#edits.length === 0 && !this.#target.busy());
  }

  /** Follows all edits so far in one go. */
  async #followAll(): Promise<void> {
    const edits = this.#edits.splice(0);
    const shown = this.#target.current();
    if (shown?.live == null) return;
    const { others, rows } = shown.together;
    const elsewhere = edits.some(({ sheetId }) => others.has(sheetId));
    if (elsewhere && rows > READ_AGAIN_ROWS) {
      this.#target.outdated("notFollowed");
      return;
    }
    const areas = edits.filter(({ sheetId }) => sheetId === shown.sheet.id).map(({ area }) => area);
    const known = areas.filter((area): area is Area => area !== null);
    const followed =
      elsewhere || known.length < areas.length
        ? null
        : await shown.live.follow(known, this.#gateway);
    const after = followed === null ? await this.#target.readAgain() : { ...shown, ...followed };
    // Whoever has validated meanwhile has seen the edits, too.
    if (this.#target.current() !== shown) return;
    if (after === null) this.#target.outdated("notFollowed");
    else this.#target.show(after);
  }
}
