import type { Doing, Trouble } from "../../problems";
import { problemOf } from "../../tasks";
import type { Language, PaneMessage } from "../../wording";
import { Store } from "../common/store";

/** What the last action came to, said when it is drawn. */
export type Notice =
  | { readonly kind: "done"; readonly say: (language: Language) => PaneMessage }
  /** For screen readers; everybody else sees it already. */
  | { readonly kind: "told"; readonly say: (language: Language) => string }
  | { readonly kind: "refused"; readonly say: (language: Language) => PaneMessage }
  | {
      readonly kind: "trouble";
      readonly trouble: Trouble;
      /** Does the same once more; null where that would not help. */
      readonly retry: (() => Promise<void>) | null;
    };

export interface NoticeState {
  readonly notice: Notice | null;
}

/** What the pane says of the last action, on whichever page is open. */
export class Notices extends Store<NoticeState> {
  constructor() {
    super({ notice: null });
  }

  /** Says what an action came to. */
  tell(say: (language: Language) => PaneMessage): void {
    this.set({ notice: { kind: "done", say } });
  }

  /** Announces it to screen readers; everybody else sees what has changed. */
  announce(say: (language: Language) => string): void {
    this.set({ notice: { kind: "told", say } });
  }

  /** Says why what was asked for cannot be done. */
  refuse(say: (language: Language) => PaneMessage): void {
    this.set({ notice: { kind: "refused", say } });
  }

  /** Says why something was not done, with the way to do it once more where that may help. */
  trouble(trouble: Trouble, retry: (() => Promise<void>) | null = null): void {
    this.set({ notice: { kind: "trouble", trouble, retry } });
  }

  /** The same of an error that was caught while this was being done. */
  complain(error: unknown, doing: Doing): void {
    this.trouble({ ...problemOf(error), doing });
  }

  clear(): void {
    this.set({ notice: null });
  }
}
