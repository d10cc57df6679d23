import type { Field, FieldInput, FieldKind, FieldValue } from "../../../policy";
import { isDisputed, writeFieldText } from "../../../wording";

export function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

/** A value as a form's input: what typing it into the field would give. */
export function inputOf(kind: FieldKind, value: FieldValue): FieldInput {
  if (value === null || typeof value === "boolean" || isWords(value)) return value;
  if (typeof value !== "object") return writeFieldText(kind, value);
  if ("points" in value) return { points: String(value.points), inclusive: value.inclusive };
  const months = String(value.months);
  if ("worstTier" in value) return { months, worstTier: String(value.worstTier) };
  const bound = typeof value.bound === "string" ? value.bound : "";
  return { months, tier: String(value.tier), bound };
}

/** What stands in the field now: what was typed, or the draft's value; null where a reading decides. */
export function shownInput(
  { kind, value }: Field,
  typed: FieldInput | undefined,
): { readonly input: FieldInput } | null {
  if (typed !== undefined) return { input: typed };
  return isDisputed(value) ? null : { input: inputOf(kind, value) };
}

/** The id of the element that holds a field, for the links that lead to it. */
export const fieldId = (path: string): string => `value-${path}`;
