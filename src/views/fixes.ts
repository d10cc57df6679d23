import type { Cell, CellRef } from "../grid";
import { findLevel, type EffectivePolicy } from "../policy";
import {
  readDate,
  type CellOf,
  type Cleaned,
  type ScoreSheet,
  type SheetRecord,
  type TextOf,
} from "../scoresheet";
import { yieldsAt } from "../steps";
import { pointsFromScore, serialFromDate, yuanFromFen, type Fen, type Score } from "../units";

/** What a safe fix does to a cell; nothing that takes guessing is one. */
export type FixKind = Exclude<Cleaned, null> | "spaces" | "levelName" | "date";

/** A cell that can be mended without a doubt: what stands there, and what it says. */
export interface Fix {
  readonly cell: CellRef;
  readonly kind: FixKind;
  readonly before: Cell;
  readonly after: { readonly text: string } | { readonly number: number };
  /** The number format without which the new value would not read as what it is; null: none. */
  readonly numberFormat: string | null;
}

const MONTH_FORMAT = "yyyy-mm";
const DATE_FORMAT = "yyyy-mm-dd";

/** A number typed as text, with a unit, with separators or in full width becomes that number. */
function numberFix<T extends number>(
  { cell, quantity, seen, formula }: CellOf<T>,
  toNumber: (value: T) => number,
): Fix | null {
  if (cell === null || formula || quantity.kind !== "value") return null;
  // A cleaned value was a text; "0分" is how a real zero is written, so it stays.
  if (quantity.cleaned === null || quantity.value === 0) return null;
  const after = { number: toNumber(quantity.value) };
  return { cell, kind: quantity.cleaned, before: seen, after, numberFormat: null };
}

/** A key with stray spaces or full-width characters becomes what it is compared as. */
function keyFix({ cell, text, seen }: TextOf): Fix | null {
  if (cell === null || text === "") return null;
  // Full-width brackets are how Chinese is written: they stay.
  const clean = /[（）]/u.test(seen) ? text.replaceAll("(", "（").replaceAll(")", "）") : text;
  if (clean === seen) return null;
  return { cell, kind: "spaces", before: seen, after: { text: clean }, numberFormat: null };
}

/** Another name of a level becomes the level's own name. */
function levelFix({ cell, text, seen }: TextOf, policy: EffectivePolicy): Fix | null {
  if (cell === null || text === "") return null;
  const name = findLevel(policy, text)?.name.zh;
  if (name === undefined || name === seen) return null;
  return { cell, kind: "levelName", before: seen, after: { text: name }, numberFormat: null };
}

/** A month or day typed as text becomes a date; a month alone is its first day, where months are meant. */
function dateFix(
  { cell, quantity, seen, formula }: CellOf<number>,
  monthsMeant: boolean,
): Fix | null {
  if (cell === null || formula || quantity.kind !== "value" || typeof seen !== "string")
    return null;
  const { month, day } = readDate(seen);
  if (month.kind !== "value" || (day === null && !monthsMeant)) return null;
  return {
    cell,
    kind: "date",
    before: seen,
    after: { number: serialFromDate({ month: month.value, day: day ?? 1 }) },
    numberFormat: day === null ? MONTH_FORMAT : DATE_FORMAT,
  };
}

const points = (value: Score): number => pointsFromScore(value);
const yuan = (value: Fen): number => yuanFromFen(value);
const count = (value: number): number => value;

function* fixesOf(
  record: SheetRecord,
  policy: EffectivePolicy,
  long: boolean,
): Generator<Fix | null> {
  yield keyFix(record.employeeId);
  yield keyFix(record.name);
  yield levelFix(record.level, policy);
  yield numberFix(record.score, points);
  yield numberFix(record.sales, yuan);
  yield numberFix(record.extra, yuan);
  yield numberFix(record.complaints, count);
  yield numberFix(record.leaves, count);
  for (const paid of Object.values(record.paid)) yield numberFix(paid, yuan);
  if (long) yield dateFix(record.month, true);
  yield dateFix(record.hired, false);
  yield dateFix(record.levelSince, true);
}

/**
 * The safe fixes of a sheet, in its order, each cell once: never a cell with a formula, never a guess. Whether a
 * text stands in a formula's cell is not known here: whoever writes must look.
 */
export function* findFixes(
  sheet: ScoreSheet,
  policy: EffectivePolicy,
): Generator<{ readonly done: number; readonly total: number }, Fix[]> {
  const found = new Map<string, Fix>();
  const total = sheet.records.length;
  for (const [index, record] of sheet.records.entries()) {
    if (yieldsAt(index)) yield { done: index, total };
    for (const fix of fixesOf(record, policy, record.layout.kind === "long")) {
      if (fix === null) continue;
      const { sheet: of, row, column } = fix.cell;
      const key = `${of.id} ${row},${column}`;
      if (!found.has(key)) found.set(key, fix);
    }
  }
  return [...found.values()];
}
