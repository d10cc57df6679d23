import type {
  EditIssue,
  Edited,
  Field,
  FieldInput,
  PolicyValues,
  StoredPolicy,
} from "../../../policy";
import type { OptionOutcome } from "../../../views";
import {
  effectOnMonth,
  loadPolicyDrafts,
  type DraftReview,
  type PolicyChange,
  type PolicyDraft,
  type PolicyDrafts,
  type PolicyEditing,
} from "../../../tasks";
import { formatMonth } from "../../../units";
import {
  sayVersionRemoved,
  sayVersionSaved,
  sayVersionsRestored,
  type Language,
  type PaneMessage,
  type ValueSection,
} from "../../../wording";
import type { Notices } from "../../shell/notices";
import type { Pane } from "../../shell/pane";
import type { PolicyPlace } from "../place";
import { policyStoreOf, type PolicyStore } from "../policyStore";
import { groupFields, groupOf } from "./groups";
import { Store, perPane } from "../../common/store";
import { Debounce } from "../../common/debounce";

/** What a change of values comes to in the open month, as far as it is known. */
export type VersionEffect =
  | { readonly kind: "none" }
  | { readonly kind: "working" }
  | { readonly kind: "noMonth" }
  | { readonly kind: "told"; readonly outcome: OptionOutcome; readonly month: string };

export interface ValuesState {
  /** Null until the code of the edits is here. */
  readonly drafts: PolicyDrafts | null;
  readonly draft: PolicyDraft | null;
  /** Of the draft as it was when typing last paused. */
  readonly review: DraftReview | null;
  readonly effect: VersionEffect;
  readonly section: ValueSection | null;
  /** The groups that are unfolded: one of a section, and one step inside a path. */
  readonly groups: readonly string[];
  /** The field that a link leads to, once it is drawn. */
  readonly target: string | null;
  /** Why the last save, or the last action on versions, was refused. */
  readonly refusals: readonly EditIssue[];
  /** The last change of versions, while it can be taken back. */
  readonly last: Extract<PolicyChange, { kind: "saved" }> | null;
}

const INITIAL: ValuesState = {
  drafts: null,
  draft: null,
  review: null,
  effect: { kind: "none" },
  section: null,
  groups: [],
  target: null,
  refusals: [],
  last: null,
};

/** How long typing pauses before the draft is checked and then tried on the month, in milliseconds. */
const PAUSE_MS = 200;
const LONG_PAUSE = 600;

/** The draft of HR's own values: it is kept here, also while another page is open, until it is saved or discarded. */
export class ValuesStore extends Store<ValuesState> {
  readonly policy: PolicyStore;
  readonly #notices: Notices;
  readonly #pause = new Debounce();
  #trying: AbortController | null = null;

  constructor(pane: Pane) {
    super(INITIAL);
    this.policy = policyStoreOf(pane);
    this.#notices = pane.notices;
    void this.#load();
  }

  /** The policy or the open month is another one: what a draft comes to is another matter. */
  readonly follow = (): void => {
    if (this.read().draft !== null) this.#check(PAUSE_MS);
  };

  readonly start = (): void => {
    const { drafts } = this.read();
    const policy = this.#policy();
    if (drafts === null || policy === null) return;
    this.#begin(drafts.startNew(policy.stored, policy.month));
  };

  readonly startIn = (id: string): void => {
    const { drafts } = this.read();
    const policy = this.#policy();
    if (drafts === null || policy === null) return;
    const started = drafts.startIn(policy.stored, id);
    if (started.kind === "refused") this.set({ refusals: started.issues });
    else this.#begin(started.value);
  };

  readonly discard = (): void => {
    this.#stop();
    this.set({ draft: null, review: null, effect: { kind: "none" }, refusals: [] });
  };

  readonly type = (field: Field, input: FieldInput): void =>
    this.#edit((drafts, draft) => drafts.type(draft, field, input));

  readonly leave = (field: Field): void => {
    const { drafts, draft } = this.read();
    if (drafts === null || draft === null) return;
    const left = drafts.leave(draft, field.key);
    if (left !== draft) this.set({ draft: left });
  };

  readonly undo = (): void => this.#edit((drafts, draft) => drafts.undo(draft));

  /** Adds or removes a level, tier, band, rule or step; returns what was refused. */
  readonly reshape = (
    change: (values: PolicyValues, editing: PolicyEditing) => Edited<PolicyValues>,
  ): readonly EditIssue[] => {
    const { drafts, draft } = this.read();
    if (drafts === null || draft === null) return [];
    const result = drafts.reshape(draft, change);
    if (result.kind === "refused") return result.issues;
    this.set({ draft: result.value });
    this.#check(0);
    return [];
  };

  /** The month and the name under which the draft is to be saved. */
  readonly retarget = (input: { readonly from: string; readonly name: string }): void => {
    const { draft } = this.read();
    if (draft?.target.kind !== "new") return;
    this.set({ draft: { ...draft, target: { kind: "new", ...input } } });
    this.#check(PAUSE_MS);
  };

  readonly openSection = (section: ValueSection | null): void => this.set({ section, groups: [] });

  /** Unfolds a group in place of the one beside it, or folds it. */
  readonly toggleGroup = (id: string): void => {
    const { groups } = this.read();
    const inside = (one: string): boolean => id.startsWith(`${one}.`);
    const around = groups.filter(inside);
    this.set({ groups: groups.includes(id) ? around : [...around, id] });
  };

  /** The group has another place now, or none. */
  readonly replaceGroup = (id: string, now: string | null): void =>
    this.set({
      groups: this.read().groups.flatMap((one) => (one !== id ? [one] : now === null ? [] : [now])),
    });

  /** Unfolds what lies around a field and leads to it. */
  readonly showField = (path: string): void => {
    const { drafts, draft } = this.read();
    if (drafts === null || draft === null) return;
    const all = groupFields(drafts.fields(draft));
    const group = groupOf(all, path);
    if (group === undefined) return;
    const around = all.filter((one) => group.id.startsWith(`${one.id}.`)).map(({ id }) => id);
    const field = group.fields.find((one) => path.startsWith(one.path));
    this.set({
      section: group.section,
      groups: [...around, group.id],
      target: field?.path ?? null,
    });
  };

  readonly arrived = (): void => this.set({ target: null });

  readonly save = async (): Promise<void> => {
    const { drafts, draft } = this.read();
    const month = this.#policy()?.month;
    if (drafts === null || draft === null || month === undefined) return;
    const change = await this.#change(
      (stored) => drafts.save(stored, draft, month),
      (language) => sayVersionSaved(targetMonth(draft), language),
    );
    if (change?.kind === "saved") {
      this.discard();
      return;
    }
    const policy = this.#policy();
    if (change?.kind === "refused" && policy !== null)
      this.set({ draft: drafts.rebase(policy.stored, draft, policy.month) });
    this.#check(0);
  };

  readonly lock = (id: string, locked: boolean): Promise<unknown> =>
    this.#change((stored, { lockVersion }) => lockVersion(stored, id, locked));

  readonly remove = (id: string, name: string): Promise<unknown> =>
    this.#change(
      (stored, { removeVersion }) => removeVersion(stored, id),
      (language) => sayVersionRemoved(name, language),
    );

  /** Another name and first month; returns what was refused. */
  readonly rename = async (
    id: string,
    input: { readonly from: string; readonly name: string },
  ): Promise<readonly EditIssue[] | null> => {
    const change = await this.#change((stored, { changeVersion }) =>
      changeVersion(stored, id, input),
    );
    if (change?.kind !== "refused") return null;
    this.set({ refusals: [] });
    return change.issues;
  };

  /** The whole policy replaced by that of a file. */
  readonly replace = (stored: StoredPolicy): Promise<PolicyChange | null> =>
    this.#change(() => ({ kind: "edited", value: stored }), undefined, true, "transfer");

  /** Versions as they were before the last change of them; decisions taken since stay. */
  readonly undoSave = (): Promise<unknown> => {
    const { last } = this.read();
    if (last === null) return Promise.resolve();
    return this.#change(
      (stored, { restorePolicy }) => restorePolicy(stored, last.before, last.after),
      sayVersionsRestored,
      false,
    );
  };

  /** What `after` comes to in the open month beside `before`; null where there is no month or it was stopped. */
  readonly effectOf = async (
    before: PolicyValues,
    after: PolicyValues,
    signal: AbortSignal,
  ): Promise<VersionEffect> => {
    const month = this.policy.triedMonth();
    if (month === null) return { kind: "noMonth" };
    const outcome = await effectOnMonth(month, before, after, { signal });
    return { kind: "told", outcome, month: formatMonth(month.asOf) };
  };

  async #load(): Promise<void> {
    this.set({ drafts: await loadPolicyDrafts() });
  }

  #begin(draft: PolicyDraft): void {
    this.set({ draft, review: null, refusals: [], section: null, groups: [] });
    this.#check(0);
  }

  #edit(change: (drafts: PolicyDrafts, draft: PolicyDraft) => PolicyDraft): void {
    const { drafts, draft } = this.read();
    if (drafts === null || draft === null) return;
    this.set({ draft: change(drafts, draft) });
    this.#check(PAUSE_MS);
  }

  /** Checks the draft after a pause of typing, and after a longer one tries it on the open month. */
  #check(pause: number): void {
    this.#stop();
    this.#pause.after(pause, () => {
      const { drafts, draft } = this.read();
      const policy = this.#policy();
      if (drafts === null || draft === null || policy === null) return;
      const review = drafts.review(policy.stored, draft, policy.month);
      this.set({ review });
      if (review.changes.length === 0) this.set({ effect: { kind: "none" } });
      else this.#pause.after(LONG_PAUSE, () => void this.#try(draft));
    });
  }

  async #try(draft: PolicyDraft): Promise<void> {
    const trying = new AbortController();
    this.#trying = trying;
    this.set({ effect: { kind: "working" } });
    try {
      const effect = await this.effectOf(draft.base, draft.values, trying.signal);
      if (!trying.signal.aborted) this.set({ effect });
    } catch (error) {
      if (trying.signal.aborted) return;
      this.set({ effect: { kind: "none" } });
      this.#notices.complain(error, "tryingVersion");
    }
  }

  #stop(): void {
    this.#pause.cancel();
    this.#trying?.abort();
    this.#trying = null;
  }

  async #change(
    edit: Parameters<PolicyStore["change"]>[0],
    say?: (language: Language) => PaneMessage,
    canUndo = true,
    place: PolicyPlace = "values",
  ): Promise<PolicyChange | null> {
    this.policy.at(place);
    const change = await this.policy.change(
      edit,
      say === undefined ? undefined : () => say,
      canUndo,
    );
    if (change?.kind === "refused") this.set({ refusals: change.issues });
    if (change?.kind === "saved") this.set({ refusals: [], last: canUndo ? change : null });
    return change;
  }

  /** The policy as it is stored in the workbook, and the open month; null where it cannot be followed. */
  #policy() {
    const { policy, overview } = this.policy.read();
    return policy?.kind === "read" && overview !== null
      ? { stored: policy.stored, month: overview.month }
      : null;
  }
}

function targetMonth({ target }: PolicyDraft): string | null {
  return target.kind === "new" ? target.from : null;
}

/** The store of the forms, kept while the pane lives. */
export const valuesStoreOf = perPane(ValuesStore);
