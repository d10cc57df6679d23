import type { Grid, SheetRef } from "../../grid";
import {
  COMPANION_FIELDS,
  findCompanion,
  matchPeople,
  readCompanion,
  type CompanionField,
  type CompanionMatch,
  type CompanionPart,
  type LayoutOptions,
  type Person,
  type RecordOptions,
  type SheetLayout,
  type SheetInput,
} from "../../scoresheet";
import type { Gateway, SheetSummary } from "../gateway";
import { runInSlices } from "../run/slices";
import { readCalculated } from "./readCalculated";
import type { StoredMemory } from "./sheetMemory";

// Sheets of the same people beside the score sheet (rule S4.1): a roster is read along, other sheets once HR has said so.

/** Sheets that are looked at: nobody keeps more of this kind, and each costs a round trip. */
const MOST_SHEETS = 12;
/** What a roster tells, which nobody needs to be asked about. */
const OF_ROSTER: ReadonlySet<CompanionField> = new Set(["hired", "levelSince"]);

/** What HR has said of the sheets that could be read along. */
export type Alongside = StoredMemory["alongside"][number];

/** The sheets of the same people: those that are read along, and those that HR may want to be. */
export interface Companions {
  readonly taken: readonly CompanionPart[];
  readonly offered: readonly OfferedPart[];
}

/** A sheet that could be read along. */
export interface OfferedPart extends CompanionPart {
  /** HR has said that it is not to be; it can be said otherwise. */
  readonly declined: boolean;
}

/** How the people are found on a sheet that could be read along. */
export interface Offer extends CompanionMatch {
  readonly declined: boolean;
}

/** What the score sheet has no column for. */
function missingIn({ columns, blocks }: SheetLayout): CompanionField[] {
  return COMPANION_FIELDS.filter((field) => {
    if (columns[field] !== undefined) return false;
    return field === "level" || field === "levelSince" || field === "hired"
      ? true
      : blocks[field] === undefined;
  });
}

/** What of a sheet would be taken: what the score sheet lacks, and when people left. */
export function partOf(
  grid: Grid,
  missing: readonly CompanionField[],
  { optionsFor, main, ofOneMonth }: Pick<CompanionOptions, "optionsFor" | "main" | "ofOneMonth">,
): CompanionPart | null {
  const assumed = ofOneMonth ? (main.layout.sheetMonth?.month ?? null) : null;
  const companion = findCompanion(grid, optionsFor(grid), assumed);
  if (companion === null) return null;
  const fields = companion.fields.filter((field) => missing.includes(field));
  const tellsLeaving = companion.leftOn !== null || companion.status !== null;
  return fields.length > 0 || tellsLeaving ? { grid, companion, fields } : null;
}

interface CompanionOptions {
  readonly main: SheetInput;
  /** Sheets that nothing else is read from. */
  readonly sheets: readonly SheetSummary[];
  readonly optionsFor: (grid: Grid) => LayoutOptions;
  /** The first rows of sheets that were looked at already. */
  readonly heads: ReadonlyMap<string, Grid>;
  readonly stored: StoredMemory;
  /** Whether the workbook has no other sheets of months: then a sheet that names none is of that one. */
  readonly ofOneMonth: boolean;
  readonly task: {
    readonly gateway: Pick<Gateway, "readSheet" | "readAreas">;
    readonly signal?: AbortSignal | undefined;
  };
}

/** Finds the sheets of the same people; of each only what the score sheet lacks. */
export async function findCompanions(options: CompanionOptions): Promise<Companions> {
  const { main, sheets, heads, stored, task } = options;
  const missing = missingIn(main.layout);
  const taken: CompanionPart[] = [];
  const offered: OfferedPart[] = [];
  for (const sheet of sheets.slice(0, MOST_SHEETS)) {
    const seen = heads.get(sheet.id);
    if (seen !== undefined && partOf(seen, missing, options) === null) continue;
    const grid = await readCalculated(task.gateway, sheet, {
      signal: task.signal,
      accept: (head) => partOf(head, missing, options) !== null,
    });
    const part = grid === null || grid.rows.length === 0 ? null : partOf(grid, missing, options);
    if (part === null) continue;
    const said = stored.alongside.find(({ name }) => name === sheet.name)?.use;
    if (said === false) {
      offered.push({ ...part, declined: true });
      continue;
    }
    const asks = part.fields.filter((field) => !OF_ROSTER.has(field));
    const known = part.fields.filter((field) => OF_ROSTER.has(field));
    const { leftOn, status } = part.companion;
    const tells = known.length > 0 || leftOn !== null || status !== null;
    if (said === true) taken.push(part);
    else {
      if (tells) taken.push({ ...part, fields: known });
      if (asks.length > 0) offered.push({ ...part, fields: asks, declined: false });
    }
  }
  return { taken, offered };
}

/** Fewer people found than this share are others, whatever the sheet is called. */
const LEAST_SHARE = 0.5;

/** How many of the people each of these sheets knows; those that know too few are of other people. */
export async function matchCompanions(
  people: readonly Person[],
  parts: readonly OfferedPart[],
  options: RecordOptions,
  signal: AbortSignal | undefined,
): Promise<Offer[]> {
  const matches: Offer[] = [];
  for (const part of parts) {
    const read = await runInSlices(readCompanion(part, options), { signal });
    const match = matchPeople(people, read, part);
    if (match.matched >= match.people * LEAST_SHARE && match.matched > 0)
      matches.push({ ...match, declined: part.declined });
  }
  return matches;
}

/** The memory with what HR has said of a sheet that could be read along; null forgets it. */
export function withAlongside(
  stored: StoredMemory,
  { name }: Pick<SheetRef, "name">,
  use: boolean | null,
): StoredMemory {
  const others = stored.alongside.filter((one) => one.name !== name);
  return { ...stored, alongside: use === null ? others : [...others, { name, use }] };
}
