import { decisionsThatHold, emptyStored } from "./stored";
import type { StoredDecision, StoredPolicy, StoredVersion } from "./stored";

/** Where two parts contradict each other and the file says nothing about the order: the later part was taken. */
export type UnionConflict =
  | { readonly kind: "version"; readonly id: string }
  | { readonly kind: "field"; readonly name: string };

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
  return { stored, conflicts };
}

function unitePair(
  earlier: StoredPolicy,
  later: StoredPolicy,
  conflicts: UnionConflict[],
): StoredPolicy {
  const known: readonly string[] = ["schema", "decisions", "versions", "acknowledged"];
  const before = new Map(Object.entries(earlier));
  for (const [name, value] of Object.entries(later))
    if (!known.includes(name) && before.has(name) && !isSame(before.get(name), value))
      conflicts.push({ kind: "field", name });
  const versions = uniteVersions(earlier.versions ?? [], later.versions ?? [], conflicts);
  const acknowledged = new Set([...(earlier.acknowledged ?? []), ...(later.acknowledged ?? [])]);
  return {
    ...earlier,
    ...later,
    decisions: uniteDecisions(earlier.decisions, later.decisions),
    ...(versions.length > 0 ? { versions } : {}),
    ...(acknowledged.size > 0 ? { acknowledged: [...acknowledged] } : {}),
  };
}

function uniteDecisions(
  earlier: readonly StoredDecision[],
  later: readonly StoredDecision[],
): readonly StoredDecision[] {
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
    if (other !== undefined && !isSame(other, version))
      conflicts.push({ kind: "version", id: version.id });
    byId.set(version.id, version);
  }
  return [...byId.values()];
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Whether two pieces of JSON say the same; the order of an object's fields does not matter. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return Object.is(one, other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const fields = new Map<string, unknown>(Object.entries(one));
  const others = Object.entries(other);
  return (
    fields.size === others.length &&
    others.every(([name, value]) => fields.has(name) && isSame(fields.get(name), value))
  );
}
