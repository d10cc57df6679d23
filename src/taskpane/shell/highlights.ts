import {
  clearHighlights,
  isForeseen,
  marksOf,
  putMarks,
  sameMarks,
  type Gateway,
  type MonthValidation,
  type SessionState,
  type SheetMarks,
  type ValidateOptions,
} from "../../tasks";
import { Store } from "../common/store";
import type { TaskRunner } from "./taskRunner";

export interface HighlightState {
  /** Whether cells that rest on open readings are marked, too. */
  readonly decisions: boolean;
  /** Whether the sheet holds marks that this pane has put there, and whether validating would mark the same now. */
  readonly marks: "none" | "current" | "stale";
}

/** Marks as they stand in the sheet, and what they came from beside its cells. */
interface Standing {
  readonly places: readonly SheetMarks[];
  readonly validation: MonthValidation;
  readonly decisions: boolean;
}

interface HighlightSurroundings {
  readonly gateway: Pick<Gateway, "applyMarks" | "clearMarks">;
  readonly tasks: Pick<TaskRunner, "whenIdle">;
  /** The open month, and whether it follows edits. */
  readonly month: () => SessionState & { readonly follows: boolean };
}

/** Whether two validations differ in nothing but what the cells of the sheets hold. */
function sameSetting(
  { opened: one }: MonthValidation,
  { opened: other }: MonthValidation,
): boolean {
  return (
    one.found.sheet.id === other.found.sheet.id &&
    one.judged.setting.asOf === other.judged.setting.asOf &&
    one.judged.input.book === other.judged.input.book &&
    one.found.ignored === other.found.ignored
  );
}

/**
 * The highlights in the sheet (rule V10). They follow edits where the open month does; whatever else changes what is to
 * be marked, the pane says that they are old.
 */
export class Highlights extends Store<HighlightState> {
  readonly #around: HighlightSurroundings;
  #standing: Standing | null = null;
  /** Whether marks are put in the place of others as edits come, and those that are being put there. */
  #isFollowing = false;
  #putting: Promise<number> | null = null;

  constructor(around: HighlightSurroundings) {
    super({ decisions: false, marks: "none" });
    this.#around = around;
  }

  readonly chooseDecisions = (decisions: boolean): void => {
    this.set({ decisions });
    this.compare();
  };

  /** Marks a month that was just validated; returns how many cells. Fails as the gateway does. */
  async mark(
    validation: MonthValidation,
    options: Pick<ValidateOptions, "signal" | "onProgress">,
  ): Promise<number> {
    await this.#settled();
    const { decisions } = this.read();
    const places = marksOf(validation, { decisions });
    try {
      const marked = await putMarks(this.#around.gateway, places, options);
      this.#stand({ places, validation, decisions });
      return marked;
    } catch (error) {
      // Some sheets may have the new marks, others those from before.
      if (this.#standing !== null) this.set({ marks: "stale" });
      throw error;
    }
  }

  /** Removes the marks; returns how many rules. Fails as the gateway does. */
  async clear(): Promise<number> {
    await this.#settled();
    const rules = await clearHighlights(this.#around.gateway);
    this.#standing = null;
    this.set({ marks: "none" });
    return rules;
  }

  /** Compares the marks with what would be marked now, and lets them follow where they may. */
  readonly compare = (): void => {
    if (this.#standing === null || this.#isFollowing) return;
    const next = this.#next();
    if (typeof next === "string") this.#say(next);
    else void this.#follow();
  };

  /** Waits for marks that are being put without having been asked for; whether they could be does not matter. */
  async #settled(): Promise<void> {
    await this.#putting?.catch(() => undefined);
  }

  #stand(standing: Standing): void {
    this.#standing = standing;
    this.compare();
  }

  #say(marks: HighlightState["marks"]): void {
    if (this.read().marks !== marks) this.set({ marks });
  }

  /** What is to be said of the marks, or what is to be put in their place. */
  #next(): HighlightState["marks"] | Standing {
    const standing = this.#standing;
    if (standing === null) return "none";
    const { validation, outdated, follows } = this.#around.month();
    const { decisions } = this.read();
    if (validation === null || outdated !== null) return "stale";
    if (standing.validation === validation && standing.decisions === decisions) return "current";
    const now = { places: marksOf(validation, { decisions }), validation, decisions };
    if (sameMarks(now.places, standing.places)) {
      this.#standing = now;
      return "current";
    }
    const isOfEdits =
      standing.decisions === decisions && sameSetting(standing.validation, validation);
    return follows && isOfEdits ? now : "stale";
  }

  /** Puts new marks in place of the old as long as edits come; a task that HR has started goes first. */
  async #follow(): Promise<void> {
    this.#isFollowing = true;
    try {
      for (;;) {
        await this.#around.tasks.whenIdle();
        const next = this.#next();
        if (typeof next === "string") return this.#say(next);
        this.#putting = putMarks(this.#around.gateway, next.places);
        await this.#putting;
        this.#standing = next;
      }
    } catch (error) {
      if (!isForeseen(error)) throw error;
      this.#say("stale");
    } finally {
      this.#putting = null;
      this.#isFollowing = false;
    }
  }
}
