import {
  clauses,
  fullReadings,
  type Clause,
  type ClauseId,
  type Field,
  type FieldName,
  type Reading,
} from "../policy";

/** Parts of the document, in its order. */
const CHAPTERS = ["0", "1", "2", "3", "4", "5", "6", "R", "W"] as const;
export type ChapterId = (typeof CHAPTERS)[number];

/** What in the product depends on a clause. */
const CLAUSE_USES = [
  "basePay",
  "commission",
  "tier",
  "performancePay",
  "promotion",
  "skip",
  "procedure",
  "review",
  "fines",
  "probation",
] as const;
export type ClauseUse = (typeof CLAUSE_USES)[number];

/** A clause with everything that rests on it. */
export interface ClauseCard {
  readonly clause: Clause;
  /** The values of the month's version. */
  readonly fields: readonly Field[];
  readonly uses: readonly ClauseUse[];
  readonly readings: readonly Reading[];
}

export interface ClauseChapter {
  readonly id: ChapterId;
  readonly clauses: readonly ClauseCard[];
}

/** By what a value belongs to (the first word of its key). */
const usesOfOwner: Readonly<Record<string, readonly ClauseUse[]>> = {
  level: ["basePay"],
  tier: ["tier", "performancePay"],
  commission: ["commission"],
  performance: ["performancePay"],
  promotion: ["skip"],
  rule: ["promotion"],
  path: ["procedure"],
  review: ["review"],
  fines: ["fines"],
  leave: ["fines"],
  probation: ["probation"],
};

/** They stand beside the fines for complaints but rest on the clause of leaving the post. */
const ofLeave: ReadonlySet<FieldName> = new Set([
  "leaveFine",
  "leaveMinutes",
  "leaveBound",
  "leaveNeedsLoss",
  "leaveClause",
]);

/** The thing a value belongs to: values and clauses with the same owner belong together. */
function ownerOf({ key, name }: Field): string {
  const owner = key.slice(0, -name.length - 1);
  return owner === "fines" && ofLeave.has(name) ? "leave" : owner;
}

const isClauseField = ({ kind }: Field): boolean =>
  kind.kind === "clause" || kind.kind === "clauses";

function idsIn({ value }: Field): readonly ClauseId[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}

/** Which chapter an id belongs to: "§4.1.H" stands in chapter 4, "§R5b" in chapter R. */
function chapterOf(id: ClauseId): ChapterId | undefined {
  return CHAPTERS.find((chapter) => id.startsWith(`§${chapter}`));
}

/** Every clause with its values in a version (all its fields), its uses and its readings, by chapter. */
export function clauseBook(fields: readonly Field[]): readonly ClauseChapter[] {
  const byOwner = new Map<string, Field[]>();
  const ownersOf = new Map<ClauseId, Set<string>>();
  for (const field of fields) {
    const owner = ownerOf(field);
    if (!isClauseField(field)) {
      byOwner.set(owner, [...(byOwner.get(owner) ?? []), field]);
      continue;
    }
    for (const id of idsIn(field)) ownersOf.set(id, (ownersOf.get(id) ?? new Set()).add(owner));
  }
  const cards = clauses.map((clause): ClauseCard => {
    const owners = [...(ownersOf.get(clause.id) ?? [])];
    const uses = new Set(owners.flatMap((owner) => usesOfOwner[owner.split(" ")[0] ?? ""] ?? []));
    return {
      clause,
      fields: owners.flatMap((owner) => byOwner.get(owner) ?? []),
      uses: CLAUSE_USES.filter((use) => uses.has(use)),
      readings: fullReadings.filter((reading) => reading.clauses.includes(clause.id)),
    };
  });
  return CHAPTERS.map((id) => ({
    id,
    clauses: cards.filter(({ clause }) => chapterOf(clause.id) === id),
  }));
}
