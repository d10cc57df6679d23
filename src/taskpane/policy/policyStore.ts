import type { ClauseId, LegalNote, Preset, ReadingId, StoredPolicy } from "../../policy";
import { policyOverview, type PolicyOverview, type ReadingCard } from "../../views";
import {
  changePolicy,
  isReadingId,
  settlePolicyParts,
  describePolicy,
  problemOf,
  type PolicyChange,
  type PolicyDescription,
  type PolicyEdit,
  type TriedMonth,
  type WorkbookPolicy,
} from "../../tasks";
import { dayFromDate, formatMonth } from "../../units";
import {
  sayDecided,
  sayLastUndone,
  sayManyDecided,
  sayPolicySettled,
  sayRecordSaved,
  sayUndone,
  type Language,
  type PaneMessage,
} from "../../wording";
import type { Pane } from "../shell/pane";
import { MonthCosts, NOT_WEIGHED, type Weighed } from "./monthCosts";
import { Store, perPane } from "../common/store";
import { PastQuestions } from "./pastQuestion";
import type { PolicyPlace } from "./place";
import { Questions } from "./questions";

export interface PolicyState {
  /** Null until the workbook has been asked. */
  readonly policy: WorkbookPolicy | null;
  /** The policy of the open month; null where the workbook's cannot be followed. */
  readonly overview: PolicyOverview | null;
  /** Its clauses and checks; null until they are fetched. */
  readonly description: PolicyDescription | null;
  readonly weighed: Weighed;
  /** The clause to which something has led; it stands open. */
  readonly clause: { readonly id: ClauseId } | null;
  /** Under whose name decisions are recorded. */
  readonly by: string;
  /** What the last change of decisions was, while it can be taken back in one step. */
  readonly last: Extract<PolicyChange, { kind: "saved" }> | null;
  /** The workbook had no decisions when it was first looked at, and nobody has put that off. */
  readonly firstRun: boolean;
  /** A decision just taken that asks who approved it. */
  readonly asksFor: ReadingId | null;
  /** The part of the page where HR has clicked last: what came of it is said there. */
  readonly place: PolicyPlace;
}

type Say = (language: Language) => PaneMessage;

/** Who decides while nobody has typed a name. */
const DEFAULT_BY = "HR";

const INITIAL: PolicyState = {
  policy: null,
  overview: null,
  description: null,
  clause: null,
  weighed: NOT_WEIGHED,
  by: DEFAULT_BY,
  last: null,
  firstRun: false,
  asksFor: null,
  place: null,
};

type PolicyPane = Pick<Pane, "policy" | "today" | "tasks" | "notices" | "month">;

/** The page "制度": the policy of the workbook, what its readings cost in the open month, and every change. */
export class PolicyStore extends Store<PolicyState> {
  readonly questions = new Questions();
  readonly past: PastQuestions;
  readonly #pane: PolicyPane;
  readonly #costs = new MonthCosts((weighed) => this.#weighedIs(weighed));
  /** Changes wait for one another; each starts from what the one before has saved. */
  #changes: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #revalidating = false;
  #open = false;

  constructor(pane: PolicyPane) {
    super(INITIAL);
    this.#pane = pane;
    this.past = new PastQuestions(pane, this.triedMonth);
    this.#pane.policy.subscribe((policy) => this.#adopt(policy));
  }

  /** The page is shown: the policy and the open month are looked at afresh. Returns a function that stops it. */
  readonly open = (): (() => void) => {
    this.#open = true;
    this.at(null);
    this.questions.begin();
    const stop = this.#pane.month.subscribe(this.#showOpened);
    void this.#refresh();
    void this.#describe();
    return () => {
      this.#open = false;
      stop();
      this.#costs.stop();
    };
  };

  /** Opens the month once more. */
  readonly weigh = (): void => {
    this.at(null);
    void this.#refresh();
  };

  /** Names the part of the page where HR has just clicked. */
  readonly at = (place: PolicyPlace): void => this.set({ place });

  /** Shows a reading in place of the one that is shown; what was said of that one goes with it. */
  readonly show = (reading: ReadingId): void => {
    if (!this.#pane.tasks.isRunning()) this.#pane.notices.clear();
    this.at({ reading });
    this.questions.show(reading);
  };

  /** The open month for whoever tries other values on it; null where no score sheet was found. */
  readonly triedMonth = (): TriedMonth | null => {
    const { policy } = this.read();
    const { opened } = this.#pane.month.read();
    const asOf = opened?.judged.setting.asOf ?? null;
    return policy?.kind !== "read" || opened === null || asOf === null
      ? null
      : { ...opened.judged.input, book: policy.book, asOf };
  };

  /** Stores as one what two people saved: HR has checked what they differ in. */
  readonly settle = async (): Promise<void> => {
    await this.#free();
    await this.#pane.tasks.perform(
      { doing: "savingPolicy", stage: "saving", cancellable: false },
      async () => {
        await settlePolicyParts(this.#pane.policy, this.#pane.tasks.progress);
        this.#pane.notices.tell(sayPolicySettled);
      },
    );
  };

  readonly setBy = (by: string): void => this.set({ by });

  /** Decides at once, in place of the decision that holds in the open month. */
  readonly decide = (
    { reading, decision }: Pick<ReadingCard, "reading" | "decision">,
    option: string,
  ): Promise<unknown> => {
    const chosen = reading.options.find(({ id }) => id === option);
    if (chosen === undefined) return Promise.resolve();
    this.at({ reading: reading.id });
    return this.#decide(
      (stored, { decideReading }) =>
        decideReading(stored, {
          reading: reading.id,
          option,
          ...this.#signature(),
          note: "",
          from: monthText(decision?.from),
        }),
      (language) => sayDecided(reading.title, chosen.label, language),
      reading.level === "blocking" ? reading.id : null,
    );
  };

  /** Takes back the decision that holds in the open month, or another one on record. */
  readonly undo = ({ reading }: ReadingCard, from: string | undefined): Promise<unknown> => {
    this.at({ reading: reading.id });
    return this.#decide(
      (stored, { undoReading }) => undoReading(stored, reading.id, from),
      (language) => sayUndone(reading.title, language),
    );
  };

  /** Everything undecided as recommended, but the blocking reading. */
  readonly useRecommended = (): Promise<unknown> =>
    this.#decideMany((stored, { decideRecommended }) =>
      decideRecommended(stored, this.#asOf(), this.#signature()),
    );

  readonly usePreset = (preset: Preset): Promise<unknown> =>
    this.#decideMany((stored, { decidePreset }) =>
      decidePreset(stored, preset, this.#asOf(), this.#signature()),
    );

  /** What the last change of decisions did, taken back. */
  readonly undoLast = (): Promise<unknown> => {
    const { last } = this.read();
    if (last === null) return Promise.resolve();
    return this.change(
      (stored, { restoreDecisions }) => restoreDecisions(stored, last.before, last.after),
      () => sayLastUndone,
      false,
    );
  };

  /** Who approved, why and from when: added to a decision that was taken. Returns what was refused. */
  readonly annotate = async (
    decision: { readonly reading: string; readonly from?: string },
    input: { readonly by: string; readonly note: string; readonly from: string },
  ): Promise<PolicyChange | null> => {
    if (isReadingId(decision.reading)) this.at({ reading: decision.reading });
    const change = await this.change(
      (stored, { annotateDecision }) => annotateDecision(stored, decision, input),
      () => sayRecordSaved,
    );
    if (change?.kind === "saved" || change?.kind === "unchanged")
      this.set({ asksFor: null, ...(input.by.trim() === "" ? {} : { by: input.by.trim() }) });
    return change;
  };

  /** Legal notes marked as read, so that they are not shown as new again. */
  readonly acknowledge = (notes: readonly LegalNote[], read: boolean): Promise<unknown> => {
    this.at("legal");
    return this.change((stored, { acknowledge }) => ({
      kind: "edited",
      value: notes.reduce((policy, note) => acknowledge(policy, note, read), stored),
    }));
  };

  /** Opens a clause; whoever shows the clauses goes there. */
  readonly openClause = (clause: ClauseId | null): void =>
    this.set({ clause: clause === null ? null : { id: clause } });

  /** The questions of the first run are put off while the pane lives. */
  readonly skipFirstRun = (): void => this.set({ firstRun: false });

  readonly askLater = (): void => this.set({ asksFor: null });

  /**
   * Any change of the workbook's policy: one write, one calculation, and what validating showed is
   * validated again when no other change waits. Where months before the open one would change, HR is asked first, but
   * for a change that is taken back. Null where it failed, then the pane says why, or where HR wants none.
   */
  change(
    edit: PolicyEdit,
    say?: (change: Extract<PolicyChange, { kind: "saved" }>) => Say,
    asks = true,
  ): Promise<PolicyChange | null> {
    this.#waiting += 1;
    const change = this.#changes.then(() => this.#change(edit, say, asks));
    this.#changes = change.finally(() => {
      this.#waiting -= 1;
      if (this.#waiting === 0) void this.#revalidate();
    });
    return change;
  }

  async #decide(edit: PolicyEdit, say: Say, asksFor: ReadingId | null = null): Promise<void> {
    const change = await this.change(edit, () => say);
    if (change?.kind === "saved") this.set({ last: change, asksFor });
  }

  async #decideMany(edit: PolicyEdit): Promise<void> {
    this.at("readings");
    const change = await this.change(
      edit,
      ({ before, after }) =>
        (language) =>
          sayManyDecided(differences(before, after), language),
    );
    if (change?.kind === "saved") {
      this.set({ last: change });
      this.questions.begin();
    }
    if (change?.kind === "unchanged")
      this.#pane.notices.tell((language) => sayManyDecided(0, language));
  }

  async #change(
    edit: PolicyEdit,
    say: ((change: Extract<PolicyChange, { kind: "saved" }>) => Say) | undefined,
    asks: boolean,
  ): Promise<PolicyChange | null> {
    await this.#free();
    const wanted = asks ? await this.past.ask(edit) : edit;
    if (wanted === null) return null;
    let change: PolicyChange | null = null;
    await this.#pane.tasks.perform(
      { doing: "savingPolicy", stage: "saving", cancellable: false },
      async () => {
        change = await changePolicy(this.#pane.policy, wanted, this.#pane.tasks.progress);
      },
    );
    return this.#changed(change, say);
  }

  #changed(
    change: PolicyChange | null,
    say?: (change: Extract<PolicyChange, { kind: "saved" }>) => Say,
  ): PolicyChange | null {
    if (change?.kind === "saved") {
      this.set({ last: null });
      if (say !== undefined) this.#pane.notices.tell(say(change));
    }
    if (change?.kind === "unreadable")
      this.#pane.notices.trouble({
        kind: "policyUnreadable",
        why: change.why,
        doing: "savingPolicy",
      });
    return change;
  }

  /** Waits until no task runs; validating again, which nobody asked for, gives way. */
  async #free(): Promise<void> {
    if (this.#revalidating) this.#pane.tasks.cancel();
    await this.#pane.tasks.whenIdle();
  }

  async #revalidate(): Promise<void> {
    this.#revalidating = true;
    await this.#pane.month.afterPolicy().finally(() => (this.#revalidating = false));
  }

  /** Shows what the readings cost in the open month, whoever has opened it. */
  readonly #showOpened = (): void => {
    const { opened } = this.#pane.month.read();
    if (opened !== null) void this.#costs.show(opened);
  };

  async #refresh(): Promise<void> {
    this.#costs.begin();
    try {
      const opened = await this.#pane.month.open({});
      if (!this.#open) return;
      if (opened.kind === "opened") await this.#costs.show(opened);
      else this.#costs.fail(opened);
    } catch (error) {
      if (this.#open) this.#costs.fail(problemOf(error));
    }
  }

  #adopt(policy: WorkbookPolicy): void {
    const { policy: before } = this.read();
    if (before === null && policy.kind === "read")
      this.set({ firstRun: policy.stored.decisions.length === 0 });
    this.set({ policy, overview: this.#overview(policy) });
    const { overview } = this.read();
    if (this.#open) void this.#describe();
    if (overview === null || policy.kind !== "read" || !this.#open) return;
    // Until now there was nothing by which to open the month.
    if (before?.kind === "unreadable") void this.#refresh();
    else void this.#costs.anticipate(policy.book);
  }

  #weighedIs(weighed: Weighed): void {
    const { policy, overview } = this.read();
    const moved = weighed.month !== null && weighed.month !== overview?.month;
    this.set({ weighed });
    if (moved && policy !== null) {
      this.set({ overview: this.#overview(policy) });
      this.questions.begin();
      void this.#describe();
    }
    const now = this.read().overview;
    if (weighed.phase === "done" && now !== null) this.questions.weighed(weighed, now);
  }

  async #describe(): Promise<void> {
    const { policy, overview } = this.read();
    if (policy?.kind !== "read" || overview === null) return;
    const description = await describePolicy(policy.book, overview.month);
    if (this.read().overview === overview) this.set({ description });
  }

  #overview(policy: WorkbookPolicy): PolicyOverview | null {
    return policy.kind === "read" ? policyOverview(policy.book, this.#asOf()) : null;
  }

  /** The open month, the one picked, or the current one. */
  #asOf() {
    const { month, opened } = this.#pane.month.read();
    return opened?.judged.setting.asOf ?? month ?? this.#pane.today();
  }

  #signature(): { readonly by: string; readonly on: string } {
    return { by: this.read().by.trim() || DEFAULT_BY, on: dayFromDate(new Date()) };
  }
}

function monthText(month: Parameters<typeof formatMonth>[0] | undefined): string {
  return month === undefined ? "" : formatMonth(month);
}

/** How many decisions a change has taken. */
function differences(before: StoredPolicy, after: StoredPolicy): number {
  const known = new Set(before.decisions);
  return after.decisions.filter((one) => !known.has(one)).length;
}

/** The page's store, kept while the pane lives: leaving the page forgets nothing. */
export const policyStoreOf = perPane(PolicyStore);
