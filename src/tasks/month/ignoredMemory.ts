import { ignoredKey, type IgnoredEntry } from "../../findings";
import type { Gateway } from "../gateway";
import { fromStored, storedIgnoredKey, toStored } from "./ignoredStored";
import { changeSheetMemory, type StoredMemory } from "./sheetMemory";

/** What HR has set aside in this workbook. */
export function ignoredIn({ ignored }: StoredMemory): readonly IgnoredEntry[] {
  return ignored.map(fromStored);
}

/** What is set aside from now on, and what is no longer. */
export interface IgnoredChange {
  readonly add: readonly IgnoredEntry[];
  readonly remove: readonly IgnoredEntry[];
}

/** The change that takes this one back; `before` is what was set aside before it. */
export function undoOf(
  { add, remove }: IgnoredChange,
  before: readonly IgnoredEntry[],
): IgnoredChange {
  const known = new Map(before.map((entry) => [ignoredKey(entry), entry]));
  const replaced = [...add, ...remove].flatMap((entry) => known.get(ignoredKey(entry)) ?? []);
  return { add: replaced, remove: add.filter((entry) => !known.has(ignoredKey(entry))) };
}

/**
 * Writes into the workbook what HR sets aside, on top of what it remembers by now, in one request; returns all that is
 * set aside then. Fails as `changeSheetMemory` does, and then has changed nothing.
 */
export async function changeIgnored(
  gateway: Pick<Gateway, "readSheetParts" | "writeSheetPart">,
  { add, remove }: IgnoredChange,
): Promise<readonly IgnoredEntry[]> {
  const stored = await changeSheetMemory(gateway, (memory) => {
    const touched = new Set([...add, ...remove].map(ignoredKey));
    const others = memory.ignored.filter((entry) => !touched.has(storedIgnoredKey(entry)));
    return { ...memory, ignored: [...others, ...add.map(toStored)] };
  });
  return ignoredIn(stored);
}
