import type { ReadingId } from "../../policy";

export type PolicyPart = "readings" | "values" | "words" | "sheet" | "transfer" | "legal";

/** Where on the page something was clicked; null: above its parts. */
export type PolicyPlace = PolicyPart | { readonly reading: ReadingId } | null;

export function samePlace(one: PolicyPlace, other: PolicyPlace): boolean {
  return typeof one === "object" && typeof other === "object"
    ? one?.reading === other?.reading
    : one === other;
}
