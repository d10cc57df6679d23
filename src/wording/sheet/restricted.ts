import type { Both } from "../language";

/** What a column or a sheet may hold that is not for everybody: a copy leaves it out unless HR has chosen it. */
export const RESTRICTED = ["reviews", "fines", "pay", "notes", "otherReadings"] as const;
export type Restricted = (typeof RESTRICTED)[number];

/** A heading that the product writes, with what stands below it. */
export interface WrittenColumn extends Both {
  readonly holds: readonly Restricted[];
}

/** A heading in both languages; what follows is what it holds, nothing of which goes into a copy that leaves it out. */
export function column(heading: Both, ...holds: readonly Restricted[]): WrittenColumn {
  return { ...heading, holds };
}

/** How amounts under readings that are not in force are marked, in whatever heading or title they stand. */
export const otherReadings: Both = { zh: "其他口径", en: "other reading" };
