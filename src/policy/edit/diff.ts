import { sameJson } from "../part/unite";
import type { FieldKind } from "../schema/kinds";
import type { Choice, FieldName, PolicyValues } from "../types";
import { fieldsOf, type Field, type FieldValue, type Subject } from "./fields";

/** One value that two versions give differently; a value that one of them lacks is absent there. */
export interface ValueChange {
  /** In the later version, in the earlier one where it is gone there. */
  readonly path: string;
  readonly name: FieldName;
  readonly subject: Subject;
  readonly kind: FieldKind;
  readonly change: "changed" | "added" | "removed";
  readonly before: Choice<FieldValue> | undefined;
  readonly after: Choice<FieldValue> | undefined;
}

/**
 * What changes from one version to another, in the order of the document. Levels, tiers, rules and
 * paths are known by what they are, not by where they stand, so that adding one is no change of the rest.
 */
export function diffVersions(earlier: PolicyValues, later: PolicyValues): readonly ValueChange[] {
  const before = new Map(fieldsOf(earlier).map((field) => [field.key, field]));
  const after = new Map(fieldsOf(later).map((field) => [field.key, field]));
  const changes: ValueChange[] = [];
  for (const [key, field] of after) {
    const old = before.get(key);
    if (old === undefined) changes.push(toChange(field, "added", undefined, field.value));
    else if (!sameJson(old.value, field.value))
      changes.push(toChange(field, "changed", old.value, field.value));
  }
  for (const [key, field] of before)
    if (!after.has(key)) changes.push(toChange(field, "removed", field.value, undefined));
  return changes;
}

function toChange(
  { path, name, subject, kind }: Field,
  change: ValueChange["change"],
  before: ValueChange["before"],
  after: ValueChange["after"],
): ValueChange {
  return { path, name, subject, kind, change, before, after };
}
