import { addMonths, formatMonth, monthFromText, type Month } from "../../units";
import { toBook } from "../part/book";
import type { StoredPolicy, StoredVersion } from "../part/stored";
import { sameJson } from "../part/unite";
import { policyFor } from "../resolve";
import type { PolicyValues } from "../types";
import { restoreDecisions } from "./decisions";
import { parseMonth, parseText } from "./parse";
import { edited, refused, together, type Edited } from "./problems";
import { validateDraft } from "./validate";

/** Stands for the built-in policy in a file that has versions of HR's own: nobody edits it in place. */
export const builtInVersion: StoredVersion = { id: "built-in", locked: true, values: {} };

/** Oldest first; the first may have no month. */
function inOrder(stored: StoredPolicy): readonly StoredVersion[] {
  const start = ({ from }: StoredVersion): string => from ?? "";
  return [...(stored.versions ?? [])].sort((one, other) =>
    start(one) < start(other) ? -1 : start(one) > start(other) ? 1 : 0,
  );
}

export interface NewVersion {
  /** The first month in which it holds, as typed. */
  readonly from: string;
  readonly name: string;
}

/**
 * A version of HR's own that starts as a copy of the values in force in its month. It must start
 * after every other one; earlier months keep theirs, the built-in policy among them.
 */
export function newVersion(
  stored: StoredPolicy,
  input: NewVersion,
): Edited<{ readonly stored: StoredPolicy; readonly id: string }> {
  const read = together({
    from: parseMonth("from", input.from),
    name: parseText("name", input.name, true),
  });
  if (read.kind === "refused") return read;
  const { from, name } = read.value;
  const versions = inOrder(stored);
  const previous = versions.at(-1)?.from ?? null;
  const starts = formatMonth(from);
  if (previous !== null && starts <= previous)
    return refused("from", { code: "notAfter", previous });
  const before = versions.length === 0 ? [builtInVersion] : versions;
  const version: StoredVersion = {
    id: freeId(starts, before),
    from: starts,
    name,
    locked: false,
    values: policyFor(toBook(stored), from).values,
  };
  return edited({ stored: { ...stored, versions: [...before, version] }, id: version.id });
}

export function freeId(wanted: string, versions: readonly StoredVersion[]): string {
  let id = wanted;
  for (let count = 2; versions.some((version) => version.id === id); count += 1)
    id = `${wanted}-${count}`;
  return id;
}

function withVersion(
  stored: StoredPolicy,
  id: string,
  change: (version: StoredVersion) => Edited<StoredVersion>,
): Edited<StoredPolicy> {
  const version = (stored.versions ?? []).find((one) => one.id === id);
  if (version === undefined) return refused("version", { code: "unknownVersion", version: id });
  const changed = change(version);
  if (changed.kind === "refused") return changed;
  const versions = (stored.versions ?? []).map((one) => (one === version ? changed.value : one));
  return edited({ ...stored, versions });
}

function locked(version: StoredVersion): Edited<never> | undefined {
  return version.locked === true
    ? refused("version", { code: "locked", version: version.id })
    : undefined;
}

/**
 * The version with other values, which must hold no error that it did not hold before; `month` is the
 * open one, whose decisions the checks go by as far as the version is in force then.
 */
export function saveValues(
  stored: StoredPolicy,
  id: string,
  values: PolicyValues,
  month: Month,
): Edited<StoredPolicy> {
  return withVersion(stored, id, (version) => {
    const refusal = locked(version);
    if (refusal !== undefined) return refusal;
    const { blocking } = validateDraft(
      withValues(stored, id, values),
      stored,
      id,
      monthOfVersion(stored, id, month),
    );
    return blocking.length > 0
      ? { kind: "refused", issues: blocking }
      : edited({ ...version, values });
  });
}

/** The policy with a version's values replaced by a draft, checked or not: for previews. */
export function withValues(stored: StoredPolicy, id: string, values: PolicyValues): StoredPolicy {
  const versions = (stored.versions ?? []).map((one) => (one.id === id ? { ...one, values } : one));
  return { ...stored, versions };
}

/** The month nearest to the open one in which a version is in force. */
export function monthOfVersion(stored: StoredPolicy, id: string, open: Month): Month {
  const versions = inOrder(stored);
  const at = versions.findIndex((version) => version.id === id);
  const starts = (place: number): Month | undefined => {
    const from = versions[place]?.from;
    return from === undefined || from === null ? undefined : monthFromText(from);
  };
  const first = at === 0 ? undefined : starts(at);
  const next = starts(at + 1);
  if (next !== undefined && open >= next) return addMonths(next, -1);
  return first !== undefined && open < first ? first : open;
}

/** The version with another name or another first month, between its neighbours' months. */
export function changeVersion(
  stored: StoredPolicy,
  id: string,
  input: NewVersion,
): Edited<StoredPolicy> {
  return withVersion(stored, id, (version) => {
    const refusal = locked(version);
    if (refusal !== undefined) return refusal;
    const read = together({
      name: parseText("name", input.name, true),
      from: parseMonth("from", input.from),
    });
    if (read.kind === "refused") return read;
    const { name } = read.value;
    const starts = formatMonth(read.value.from);
    const versions = inOrder(stored);
    const at = versions.indexOf(version);
    const previous = versions[at - 1];
    const next = versions[at + 1]?.from ?? null;
    if (previous?.from !== undefined && previous.from !== null && starts <= previous.from)
      return refused("from", { code: "notAfter", previous: previous.from });
    if (next !== null && starts >= next) return refused("from", { code: "notBefore", next });
    return edited({ ...version, name, from: starts });
  });
}

/** A locked version refuses every change until it is unlocked. */
export function lockVersion(
  stored: StoredPolicy,
  id: string,
  isLocked: boolean,
): Edited<StoredPolicy> {
  if (id === builtInVersion.id && !isLocked)
    return refused("version", { code: "locked", version: id });
  return withVersion(stored, id, (version) => edited({ ...version, locked: isLocked }));
}

/**
 * The policy without a version; its months go back to the one before it. Where nothing but the
 * built-in policy remains, no versions remain.
 */
export function removeVersion(stored: StoredPolicy, id: string): Edited<StoredPolicy> {
  const ordered = inOrder(stored);
  const version = ordered.find((one) => one.id === id);
  if (version === undefined) return refused("version", { code: "unknownVersion", version: id });
  const refusal = locked(version);
  if (refusal !== undefined) return refusal;
  if (version === ordered[0] && ordered.length > 1)
    return refused("version", { code: "earliest", version: id });
  const { versions = [], ...rest } = stored;
  const left = versions.filter((one) => one !== version);
  return edited(
    left.some((one) => one.values.levels !== undefined) ? { ...rest, versions: left } : rest,
  );
}

/**
 * What a change of versions, or a whole file taken in, did, taken back. Decisions taken since stay;
 * versions that somebody has changed since are in the way.
 */
export function restorePolicy(
  stored: StoredPolicy,
  before: StoredPolicy,
  after: StoredPolicy,
): Edited<StoredPolicy> {
  // Read back from a file its fields may stand in another order.
  if (sameJson(stored, after)) return edited(before);
  if (!sameJson(stored.versions ?? [], after.versions ?? []))
    return refused("version", { code: "changedMeanwhile" });
  const restored =
    before.versions === undefined
      ? withoutVersions(stored)
      : { ...stored, versions: before.versions };
  return restoreDecisions(restored, before, after);
}

function withoutVersions(stored: StoredPolicy): StoredPolicy {
  const { versions, ...rest } = stored;
  return versions === undefined ? stored : rest;
}
