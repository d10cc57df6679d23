import { decisionKey, decisionsThatHold, emptyStored } from "./stored";
import type { StoredDecision, StoredPolicy, StoredVersion } from "./stored";

/** Where two parts contradict each other and the file says nothing about the order: the later part was taken. */
export type UnionConflict =
  | { readonly kind: "version"; readonly id: string }
  | { readonly kind: "field"; readonly name: string }
  /** Of one reading and month, on one day: the option that was taken, and the other. */
  | {
      readonly kind: "decision";
      readonly reading: string;
      readonly from: string | null;
      readonly taken: string;
      readonly other: string;
    };

export interface United {
  readonly stored: StoredPolicy;
  readonly conflicts: readonly UnionConflict[];
}

/**
 * What several parts of one workbook say together (two people saved), in the order of the parts. Of
 * two decisions of one reading and `from` the later `on` wins, on a tie the later part.
 */
export function unite(parts: readonly StoredPolicy[]): United {
  const [first, ...others] = parts;
  if (first === undefined) return { stored: emptyStored, conflicts: [] };
  const conflicts: UnionConflict[] = [];
  let stored: StoredPolicy = { ...first, decisions: decisionsThatHold(first.decisions) };
  for (const part of others) stored = unitePair(stored, part, conflicts);
  return { stored, conflicts: lastOfEach(conflicts) };
}

/** Of three parts two may contradict the third: what they contradict each other about is told once. */
function lastOfEach(conflicts: readonly UnionConflict[]): readonly UnionConflict[] {
  const told = new Map<string, UnionConflict>();
  for (const conflict of conflicts) {
    const { kind } = conflict;
    const about =
      kind === "version"
        ? [conflict.id]
        : kind === "field"
          ? [conflict.name]
          : [conflict.reading, conflict.from];
    told.set(JSON.stringify([kind, ...about]), conflict);
  }
  return [...told.values()];
}

function unitePair(
  earlier: StoredPolicy,
  later: StoredPolicy,
  conflicts: UnionConflict[],
): StoredPolicy {
  const known: readonly string[] = ["schema", "decisions", "versions", "acknowledged"];
  const before = new Map(Object.entries(earlier));
  for (const [name, value] of Object.entries(later))
    if (!known.includes(name) && before.has(name) && !sameJson(before.get(name), value))
      conflicts.push({ kind: "field", name });
  const versions = uniteVersions(earlier.versions ?? [], later.versions ?? [], conflicts);
  const acknowledged = new Set([...(earlier.acknowledged ?? []), ...(later.acknowledged ?? [])]);
  return {
    ...earlier,
    ...later,
    decisions: uniteDecisions(earlier.decisions, later.decisions, conflicts),
    ...(versions.length > 0 ? { versions } : {}),
    ...(acknowledged.size > 0 ? { acknowledged: [...acknowledged] } : {}),
  };
}

function uniteDecisions(
  earlier: readonly StoredDecision[],
  later: readonly StoredDecision[],
  conflicts: UnionConflict[],
): readonly StoredDecision[] {
  const before = new Map(decisionsThatHold(earlier).map((one) => [decisionKey(one), one]));
  for (const one of decisionsThatHold(later)) {
    const other = before.get(decisionKey(one));
    const isTie = other !== undefined && (other.on ?? "") === (one.on ?? "");
    if (isTie && other.option !== one.option)
      conflicts.push({
        kind: "decision",
        reading: one.reading,
        from: one.from ?? null,
        taken: one.option,
        other: other.option,
      });
  }
  // In the order in which they were taken the last one of a reading and `from` is the one that
  // wins; sorting keeps the order of the parts on a tie.
  const all = [...decisionsThatHold(earlier), ...decisionsThatHold(later)];
  const taken = all.sort((one, other) => compareText(one.on ?? "", other.on ?? ""));
  return decisionsThatHold(taken);
}

function uniteVersions(
  earlier: readonly StoredVersion[],
  later: readonly StoredVersion[],
  conflicts: UnionConflict[],
): readonly StoredVersion[] {
  const byId = new Map<string, StoredVersion>();
  for (const version of [...earlier, ...later]) {
    const other = byId.get(version.id);
    if (other !== undefined && !sameJson(other, version))
      conflicts.push({ kind: "version", id: version.id });
    byId.set(version.id, version);
  }
  return [...byId.values()];
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Whether two pieces of JSON say the same; the order of an object's fields does not matter. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return Object.is(one, other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const fields = new Map<string, unknown>(Object.entries(one));
  const others = Object.entries(other);
  return (
    fields.size === others.length &&
    others.every(([name, value]) => fields.has(name) && sameJson(fields.get(name), value))
  );
}
