import {
  builtInValues,
  clauseEntries,
  loadPolicyEditing,
  type EditIssue,
  type Edited,
  type Field,
  type FieldInput,
  type LintResult,
  type NewVersion,
  type PolicyValues,
  type StoredPolicy,
  type StoredVersion,
  type ValueChange,
} from "../../policy";
import { addMonths, formatMonth, monthFromText, type Month } from "../../units";
import type { PolicyEditing } from "./changePolicy";

/** Where a draft goes: a version of its own from a month on, or an unlocked version in place of its values. */
export type DraftTarget =
  | { readonly kind: "new"; readonly from: string; readonly name: string }
  | { readonly kind: "version"; readonly id: string };

/** What stands in a form's field while HR types, and what is wrong with it. */
export interface TypedInput {
  readonly input: FieldInput;
  readonly issues: readonly EditIssue[];
}

/** Values that HR is changing. They are kept in the pane only, until they are saved as a version. */
export interface PolicyDraft {
  readonly target: DraftTarget;
  /** The saved values that the draft began with: others by now are somebody else's work. */
  readonly base: PolicyValues;
  readonly values: PolicyValues;
  /** By the field's key, which stays the same when its place moves. */
  readonly typed: ReadonlyMap<string, TypedInput>;
  /** The field that was typed into last: one step of undoing takes back all of it. */
  readonly last: string | null;
  readonly before: PolicyDraft | null;
}

/** A draft as it would be saved, with everything that HR should see before. */
export interface DraftReview {
  readonly changes: readonly ValueChange[];
  /** What the checks of the policy find, worst first. */
  readonly lint: readonly LintResult[];
  /** What concerns a field, at its path. */
  readonly fields: readonly EditIssue[];
  /** What must be mended first: slips of typing, errors of the checks, the first month. */
  readonly blocking: readonly EditIssue[];
  readonly savable: boolean;
}

/** The target under which a draft's month and name are named by issues. */
const TARGET_INPUTS: readonly string[] = ["from", "name", "version"];

/** The clauses that a value may rest on. */
export const clauseIds: readonly string[] = clauseEntries.map(({ id }) => id);

/** The edits of drafts, whose code is fetched when HR wants to change something. */
export async function loadPolicyDrafts(): Promise<PolicyDrafts> {
  return new PolicyDrafts(await loadPolicyEditing());
}

/** The edits of a draft: each gives another draft, and none touches the workbook. */
export class PolicyDrafts {
  readonly #editing: PolicyEditing;

  constructor(editing: PolicyEditing) {
    this.#editing = editing;
  }

  /** A version that starts with the newest values, in the open month where no later one is in the way. */
  startNew(stored: StoredPolicy, open: Month): PolicyDraft {
    const from = formatMonth(firstMonthFor(stored, open));
    return started({ kind: "new", from, name: "" }, this.#standIn(stored, open).base);
  }

  /** The values of a version, to be replaced. */
  startIn(stored: StoredPolicy, id: string): Edited<PolicyDraft> {
    const version = (stored.versions ?? []).find((one) => one.id === id);
    if (version === undefined) return refused({ code: "unknownVersion", version: id });
    if (version.locked === true) return refused({ code: "locked", version: id });
    return { kind: "edited", value: started({ kind: "version", id }, valuesOf(version)) };
  }

  /** Every value of the draft, in the order of the document. */
  fields({ values }: PolicyDraft): readonly Field[] {
    return this.#editing.fieldsOf(values);
  }

  /** What one version says otherwise than another. */
  compare(earlier: PolicyValues, later: PolicyValues): readonly ValueChange[] {
    return this.#editing.diffVersions(earlier, later);
  }

  /** Something typed into a field. What cannot be read stays in the field, and the value as it was. */
  type(draft: PolicyDraft, field: Field, input: FieldInput): PolicyDraft {
    const result = this.#editing.setValue(draft.values, field.path, input);
    const refused = result.kind === "refused";
    const typed = new Map(draft.typed);
    typed.set(field.key, { input, issues: refused ? result.issues : [] });
    const before = draft.last === field.key && draft.before !== null ? draft.before : draft;
    return {
      ...draft,
      values: refused ? draft.values : result.value,
      typed,
      last: field.key,
      before,
    };
  }

  /** The field left: what could be read is shown as the policy keeps it from now on. */
  leave(draft: PolicyDraft, key: string): PolicyDraft {
    const typed = draft.typed.get(key);
    if (typed === undefined || typed.issues.length > 0) return draft;
    const others = new Map(draft.typed);
    others.delete(key);
    return { ...draft, typed: others, last: null };
  }

  /** Adds or removes a level, a tier, a band, a rule or a step. */
  reshape(
    draft: PolicyDraft,
    change: (values: PolicyValues, editing: PolicyEditing) => Edited<PolicyValues>,
  ): Edited<PolicyDraft> {
    const result = change(draft.values, this.#editing);
    if (result.kind === "refused") return result;
    const keys = new Set(this.#editing.fieldsOf(result.value).map(({ key }) => key));
    const typed = new Map([...draft.typed].filter(([key]) => keys.has(key)));
    return {
      kind: "edited",
      value: { ...draft, values: result.value, typed, last: null, before: draft },
    };
  }

  /** The draft before the last edit; its month and name stay. */
  undo(draft: PolicyDraft): PolicyDraft {
    return draft.before === null ? draft : { ...draft.before, target: draft.target, last: null };
  }

  /** What saving the draft would change, and what is in the way. */
  review(stored: StoredPolicy, draft: PolicyDraft, open: Month): DraftReview {
    const place = this.#place(stored, draft.target, open);
    const { diffVersions, validateDraft, withValues, monthOfVersion } = this.#editing;
    const report = validateDraft(
      withValues(place.stored, place.id, draft.values),
      place.stored,
      place.id,
      monthOfVersion(place.stored, place.id, open),
    );
    const typed = [...draft.typed.values()].flatMap(({ issues }) => issues);
    const blocking = [...place.issues, ...typed, ...report.blocking];
    const changes = diffVersions(place.base, draft.values);
    return {
      changes,
      lint: report.lint,
      fields: report.fields,
      blocking,
      savable: blocking.length === 0 && changes.length > 0,
    };
  }

  /** The policy with the draft as a version of it; refused as long as anything is wrong. */
  save(stored: StoredPolicy, draft: PolicyDraft, open: Month): Edited<StoredPolicy> {
    const typed = [...draft.typed.values()].flatMap(({ issues }) => issues);
    if (typed.length > 0) return { kind: "refused", issues: typed };
    const place = this.#place(stored, draft.target, open);
    if (place.issues.length > 0) return { kind: "refused", issues: place.issues };
    if (this.#editing.diffVersions(draft.base, place.base).length > 0)
      return refused({ code: "changedMeanwhile" });
    return this.#editing.saveValues(place.stored, place.id, draft.values, open);
  }

  /** The draft beside values that somebody else has saved meanwhile: its changes are counted from them. */
  rebase(stored: StoredPolicy, draft: PolicyDraft, open: Month): PolicyDraft {
    return { ...draft, base: this.#place(stored, draft.target, open).base };
  }

  /** Where the target lies in the policy; where it is refused, the values lie in a stand-in for it. */
  #place(stored: StoredPolicy, target: DraftTarget, open: Month): Place {
    if (target.kind === "version") {
      const found = this.startIn(stored, target.id);
      return found.kind === "edited"
        ? { stored, id: target.id, base: found.value.base, issues: [] }
        : { ...this.#standIn(stored, open), issues: found.issues };
    }
    return (
      this.#create(stored, target) ?? {
        ...this.#standIn(stored, open),
        issues: issuesOf(this.#editing.newVersion(stored, target)),
      }
    );
  }

  #create(stored: StoredPolicy, input: NewVersion): Place | null {
    const created = this.#editing.newVersion(stored, input);
    if (created.kind === "refused") return null;
    const { stored: policy, id } = created.value;
    const version = (policy.versions ?? []).find((one) => one.id === id);
    return version === undefined
      ? null
      : { stored: policy, id, base: valuesOf(version), issues: [] };
  }

  /** The first free month, or the newest version where the calendar of files has no month after it. */
  #standIn(stored: StoredPolicy, open: Month): Place {
    const from = formatMonth(firstMonthFor(stored, open));
    const newest = newestOf(stored);
    return (
      this.#create(stored, { from, name: "" }) ?? {
        stored,
        id: newest?.id ?? "",
        base: newest === undefined ? builtInValues : valuesOf(newest),
        issues: [],
      }
    );
  }
}

interface Place {
  readonly stored: StoredPolicy;
  readonly id: string;
  readonly base: PolicyValues;
  readonly issues: readonly EditIssue[];
}

function refused(problem: EditIssue["problem"]): Edited<never> {
  return { kind: "refused", issues: [{ path: "version", problem }] };
}

function issuesOf(result: Edited<unknown>): readonly EditIssue[] {
  return result.kind === "refused" ? result.issues : [];
}

function valuesOf({ values }: StoredVersion): PolicyValues {
  return values.levels === undefined ? builtInValues : values;
}

function started(target: DraftTarget, values: PolicyValues): PolicyDraft {
  return { target, base: values, values, typed: new Map(), last: null, before: null };
}

function newestOf({ versions = [] }: StoredPolicy): StoredVersion | undefined {
  return versions.reduce<StoredVersion | undefined>(
    (newest, one) =>
      newest === undefined || (one.from ?? "") >= (newest.from ?? "") ? one : newest,
    undefined,
  );
}

/** The open month, or the one after the newest version where that starts later. */
function firstMonthFor(stored: StoredPolicy, open: Month): Month {
  const from = newestOf(stored)?.from ?? null;
  const newest = from === null ? undefined : monthFromText(from);
  return newest === undefined || open > newest ? open : addMonths(newest, 1);
}

/** Issues that belong to the month and the name of a draft rather than to a value. */
export function isTargetIssue({ path }: EditIssue): boolean {
  return TARGET_INPUTS.includes(path);
}
