import { formatMonth, type Month } from "../../units";
import { toBook } from "../part/book";
import {
  decisionsThatHold,
  type StoredDecision,
  type StoredPolicy,
  type StoredVersion,
} from "../part/stored";
import { sameJson } from "../part/unite";
import { policyFor } from "../resolve";
import { builtInVersion, freeId } from "./versions";

/**
 * A change of the policy held back until a month: earlier months go by the policy as it was, that month and later ones
 * as it is after the change. Null where no file can say that: undecided again from a month on.
 */
export function fromMonthOn(
  before: StoredPolicy,
  after: StoredPolicy,
  month: Month,
): StoredPolicy | null {
  const at = formatMonth(month);
  const decisions = decisionsFrom(before.decisions, after.decisions, at);
  if (decisions === null) return null;
  const versions = versionsFrom(before, after, month, at);
  return { ...after, decisions, ...(versions.length === 0 ? {} : { versions }) };
}

type Starting = Pick<StoredDecision | StoredVersion, "from">;

const isBefore =
  (at: string) =>
  ({ from }: Starting): boolean =>
    (from ?? "") < at;

/** Of decisions of one reading the one that holds last. */
function latestOf(
  decisions: readonly StoredDecision[],
  reading: string,
): StoredDecision | undefined {
  return decisions
    .filter((one) => one.reading === reading)
    .reduce<StoredDecision | undefined>(
      (latest, one) =>
        latest === undefined || (one.from ?? "") >= (latest.from ?? "") ? one : latest,
      undefined,
    );
}

function decisionsFrom(
  before: readonly StoredDecision[],
  after: readonly StoredDecision[],
  at: string,
): readonly StoredDecision[] | null {
  const kept = decisionsThatHold(before).filter(isBefore(at));
  const now = decisionsThatHold(after);
  const since = now.filter((one) => !isBefore(at)(one));
  const earlier = now.filter(isBefore(at));
  const moved: StoredDecision[] = [];
  for (const reading of new Set([...kept, ...earlier].map((one) => one.reading))) {
    if (since.some((one) => one.reading === reading && one.from === at)) continue;
    const [was, is] = [latestOf(kept, reading), latestOf(earlier, reading)];
    if (is === undefined) return null;
    if (!sameJson(was, is)) moved.push({ ...is, from: at });
  }
  return [...kept, ...moved, ...since];
}

function versionsFrom(
  before: StoredPolicy,
  after: StoredPolicy,
  month: Month,
  at: string,
): readonly StoredVersion[] {
  const { versions: was = [] } = before;
  const { versions: now = [] } = after;
  if (was.length === 0 && now.length === 0) return [];
  const first = was.length === 0 ? builtInVersion : null;
  const kept = was.filter(isBefore(at));
  // Months before the first version go by the first.
  const earliest = [...was].sort((one, other) =>
    (one.from ?? "") < (other.from ?? "") ? -1 : 1,
  )[0];
  const start = kept.length > 0 ? kept : first !== null ? [first] : withoutMonth(earliest);
  const since = now.filter((one) => !isBefore(at)(one));
  const inForce = policyFor(toBook(after), month).version;
  const isSaid = since.some(({ from }) => from === at);
  const isSame = sameJson(policyFor(toBook(before), month).values, inForce.values);
  const held: readonly StoredVersion[] =
    isSaid || (isSame && start.length > 0 && isLast(start, before, month))
      ? []
      : [{ id: at, from: at, name: inForce.name, locked: inForce.locked, values: inForce.values }];
  const versions = [...start];
  for (const version of [...held, ...since])
    versions.push({ ...version, id: freeId(version.id, versions) });
  return versions;
}

/** Whether the version that held in the month is among those that are kept. */
function isLast(start: readonly StoredVersion[], before: StoredPolicy, month: Month): boolean {
  const { id } = policyFor(toBook(before), month).version;
  return start.some((one) => one.id === id);
}

function withoutMonth(version: StoredVersion | undefined): readonly StoredVersion[] {
  if (version === undefined) return [];
  return [{ ...version, from: null }];
}
