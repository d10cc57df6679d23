import type { LevelNamer } from "../../wording";

/** The names of levels by their ids. */
export function levelNamer(
  levels: readonly { readonly id: string; readonly name: ReturnType<LevelNamer> }[] = [],
): LevelNamer {
  return (id) => levels.find((level) => level.id === id)?.name;
}
