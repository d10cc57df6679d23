import type { Nullable } from "@univerjs/core";

/** The entries of an object that counts by numbers, as the grid keeps rows, columns and cells. */
export function numbered<T extends object>(
  object: Nullable<{ readonly [index: number]: Nullable<T> }>,
): [number, T][] {
  const entries: [number, T][] = [];
  if (!object) return entries;
  for (const key of Object.keys(object)) {
    const index = Number(key);
    // Some of these objects carry their length beside their entries.
    const value = Number.isInteger(index) ? object[index] : undefined;
    if (value) entries.push([index, value]);
  }
  return entries;
}
