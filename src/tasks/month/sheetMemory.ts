import * as v from "valibot";
import { loadPolicyPart } from "../../policy";
import {
  MONTHLY_FIELDS,
  SHEET_FIELDS,
  whoKey,
  type ColumnUse,
  type RememberedMapping,
  type Who,
} from "../../scoresheet";
import { formatMonth, monthFromText, type Month } from "../../units";
import type { SheetRef } from "../../grid";
import { GatewayError, type Gateway } from "../gateway";
import { ignoredSchema, storedIgnoredKey } from "./ignoredStored";

/** The part's root element; part of the file format. */
const ROOT = { name: "sheet", namespace: "urn:cs-promotion:sheet:1" };

/** Units in which sales may be typed: yuan in one of them. */
export const UNITS = [1, 1_000, 10_000] as const;
export type Unit = (typeof UNITS)[number];

const month = v.pipe(
  v.string(),
  v.check((text) => monthFromText(text) !== undefined),
);
const who = { employeeId: v.optional(v.string(), ""), name: v.optional(v.string(), "") };
const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const columnSchema = v.looseObject({
  field: v.optional(v.picklist([...SHEET_FIELDS, "year", "ignored"]), "ignored"),
  month: v.optional(month),
  heading: v.optional(v.string(), ""),
  left: v.optional(v.string(), ""),
  right: v.optional(v.string(), ""),
  column: place,
});
const sheetSchema = v.looseObject({
  id: v.string(),
  name: v.string(),
  /** The year of the first month column. */
  year: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2099))),
  /** The month of the whole sheet. */
  month: v.optional(month),
  /** Yuan in one unit of its sales. */
  unit: v.optional(v.picklist(UNITS)),
  /** What its grades are worth, in points. */
  grades: v.optional(v.record(v.string(), v.pipe(v.number(), v.finite()))),
  /** Its headings as compared: the next month's sheet is known by them. */
  headings: v.optional(v.array(v.string())),
  mapping: v.optional(v.looseObject({ headerRow: place, columns: v.array(columnSchema) })),
});
const zeroSchema = v.looseObject({ ...who, month });
const leftSchema = v.looseObject(who);
/** Whether another sheet of the same people is read along; by its name, which next month's file has, too. */
const alongsideSchema = v.looseObject({ name: v.string(), use: v.boolean() });
/** A month that was closed: the sheets that may keep it, by their digests, the newest first (rule W11). */
const closedSchema = v.looseObject({ month, sheet: v.string(), digests: v.array(v.string()) });
const schema = v.looseObject({
  schema: v.literal(1),
  sheets: v.optional(v.array(sheetSchema), []),
  /** The year of the first sheet that is named after a month without one. */
  tabYear: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2099))),
  zeros: v.optional(v.array(zeroSchema), []),
  left: v.optional(v.array(leftSchema), []),
  alongside: v.optional(v.array(alongsideSchema), []),
  ignored: v.optional(v.array(ignoredSchema), []),
  closed: v.optional(v.array(closedSchema)),
});

/** What the part holds, fields unknown to this product included: copy with spread. */
export type StoredMemory = v.InferOutput<typeof schema>;
type StoredSheet = StoredMemory["sheets"][number];
type StoredColumn = NonNullable<StoredSheet["mapping"]>["columns"][number];

const EMPTY: StoredMemory = {
  schema: 1,
  sheets: [],
  zeros: [],
  left: [],
  alongside: [],
  ignored: [],
};

/** What the workbook remembers of its sheets. */
export type SheetMemory =
  | { readonly kind: "read"; readonly stored: StoredMemory; readonly parts: readonly string[] }
  /** There is a part, but not one that this product can follow; it is left alone. */
  | {
      readonly kind: "unreadable";
      /** Nothing. */
      readonly stored: StoredMemory;
      readonly parts: readonly string[];
    };

/** One entry a key: of several the last. */
function unique<T>(entries: readonly T[], keyOf: (entry: T) => string): T[] {
  return [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()];
}

/** Two people have saved: what either said holds, of one sheet what the later part says. */
function unite(earlier: StoredMemory, later: StoredMemory): StoredMemory {
  const closed = unique(
    [...(earlier.closed ?? []), ...(later.closed ?? [])],
    (one) => `${one.month} ${one.sheet}`,
  );
  return {
    ...earlier,
    ...later,
    sheets: unique([...earlier.sheets, ...later.sheets], ({ id }) => id),
    zeros: unique([...earlier.zeros, ...later.zeros], (zero) => `${whoKey(zero)} ${zero.month}`),
    left: unique([...earlier.left, ...later.left], whoKey),
    alongside: unique([...earlier.alongside, ...later.alongside], ({ name }) => name),
    ignored: unique([...earlier.ignored, ...later.ignored], storedIgnoredKey),
    ...(closed.length === 0 ? {} : { closed }),
  };
}

/** Reads what the workbook remembers; never fails because of what somebody wrote into it. */
export async function readSheetMemory(
  gateway: Pick<Gateway, "readSheetParts">,
): Promise<SheetMemory> {
  const parts = await gateway.readSheetParts();
  if (parts.length === 0) return { kind: "read", stored: EMPTY, parts };
  const { readJson, readXml } = await loadPolicyPart();
  let stored = EMPTY;
  for (const xml of parts) {
    const text = readXml(xml, ROOT);
    const json = text.kind === "text" ? readJson(text.text) : null;
    const checked = json?.kind === "json" ? v.safeParse(schema, json.value) : null;
    if (checked?.success !== true) return { kind: "unreadable", stored: EMPTY, parts };
    stored = unite(stored, checked.output);
  }
  return { kind: "read", stored, parts };
}

/**
 * Changes what the workbook remembers, on top of what it holds by now; returns what it remembers then. Throws
 * "memoryUnreadable" where it holds something that this product cannot follow, "tooLarge" where it could not be read
 * again, and what the gateway throws.
 */
export async function changeSheetMemory(
  gateway: Pick<Gateway, "readSheetParts" | "writeSheetPart">,
  change: (stored: StoredMemory) => StoredMemory,
): Promise<StoredMemory> {
  const memory = await readSheetMemory(gateway);
  if (memory.kind === "unreadable") throw new GatewayError("memoryUnreadable");
  const { fitsText, jsonForXml, writeXml } = await loadPolicyPart();
  const stored = change(memory.stored);
  const json = jsonForXml(stored);
  if (!fitsText(json)) throw new GatewayError("tooLarge");
  await gateway.writeSheetPart(writeXml(json, ROOT), memory.parts);
  return stored;
}

// ---------------------------------------------------------------- of one sheet

/** The entry of a sheet: by name, else by id, since a copy of a file may number its sheets differently. */
function entryOf({ sheets }: StoredMemory, { id, name }: SheetRef): StoredSheet | undefined {
  return (
    sheets.find((sheet) => sheet.id === id && sheet.name === name) ??
    sheets.find((sheet) => sheet.name === name) ??
    sheets.find((sheet) => sheet.id === id)
  );
}

function toUse({ field, month: text }: StoredColumn): ColumnUse {
  const when = text === undefined ? undefined : monthFromText(text);
  const monthly = MONTHLY_FIELDS.find((one) => one === field);
  if (field === "ignored") return { kind: "ignored" };
  if (field === "year") return { kind: "year" };
  return when !== undefined && monthly !== undefined
    ? { kind: "month", field: monthly, month: when }
    : { kind: "field", field };
}

function fromUse(use: ColumnUse): Pick<StoredColumn, "field" | "month"> {
  switch (use.kind) {
    case "ignored":
    case "year":
      return { field: use.kind };
    case "field":
      return { field: use.field };
    case "month":
      return { field: use.field, month: formatMonth(use.month) };
  }
}

/** What HR has said of one sheet as a whole; null where HR has said nothing. */
export interface SheetSaid {
  /** The year of its first month without one. */
  readonly year: number | null;
  /** The month of the whole sheet. */
  readonly month: Month | null;
  readonly unit: Unit | null;
  readonly grades: Readonly<Record<string, number>> | null;
}

/** What is remembered of one sheet. */
export interface RememberedSheet extends SheetSaid {
  readonly mapping: RememberedMapping | null;
}

const NOTHING_SAID: RememberedSheet = {
  year: null,
  month: null,
  unit: null,
  grades: null,
  mapping: null,
};

function mappingOf({ mapping }: StoredSheet): RememberedMapping | null {
  if (mapping === undefined) return null;
  return {
    headerRow: mapping.headerRow,
    columns: mapping.columns.map((column) => ({
      use: toUse(column),
      heading: column.heading,
      left: column.left,
      right: column.right,
      column: column.column,
    })),
  };
}

/** The share of a sheet's headings that another must have to be its successor. */
const SHARE_ALIKE = 0.8;

/** The sheet of an earlier month that has the headings of this one; of several the last that HR spoke of. */
function predecessorOf({ sheets }: StoredMemory, rows: readonly string[][]): StoredSheet | null {
  return (
    [...sheets].reverse().find(({ headings = [] }) => {
      const known = new Set(headings);
      return (
        known.size > 0 &&
        rows.some(
          (row) => new Set(row.filter((key) => known.has(key))).size >= known.size * SHARE_ALIKE,
        )
      );
    }) ?? null
  );
}

/**
 * What is remembered of a sheet. Of one that HR has said nothing of, what was said of an earlier sheet with the same
 * headings holds: its columns, unit and grades, but no month. `rows` are the sheet's first rows as headings compare.
 */
export function rememberedSheet(
  stored: StoredMemory,
  sheet: SheetRef,
  rows: () => readonly string[][],
): RememberedSheet {
  const entry = entryOf(stored, sheet);
  if (entry !== undefined)
    return {
      year: entry.year ?? null,
      month: entry.month === undefined ? null : (monthFromText(entry.month) ?? null),
      unit: entry.unit ?? null,
      grades: entry.grades ?? null,
      mapping: mappingOf(entry),
    };
  const before = stored.sheets.length === 0 ? null : predecessorOf(stored, rows());
  if (before === null) return NOTHING_SAID;
  return {
    ...NOTHING_SAID,
    unit: before.unit ?? null,
    grades: before.grades ?? null,
    mapping: before.mapping?.columns.length === 0 ? null : mappingOf(before),
  };
}

/** What is to be remembered of a sheet, all of it; `headings` are those of its header row as compared. */
export interface SheetToRemember extends RememberedSheet {
  readonly headings: readonly string[];
}

/** The memory with what HR has said of a sheet; what is null is forgotten. */
export function withSheet(
  stored: StoredMemory,
  sheet: SheetRef,
  { year, month: when, unit, grades, mapping, headings }: SheetToRemember,
): StoredMemory {
  const entry = entryOf(stored, sheet);
  // What is not given is forgotten; fields that this product does not know stay.
  const known: Partial<StoredSheet> = { ...entry };
  for (const field of ["year", "month", "unit", "grades", "mapping", "headings"] as const)
    delete known[field];
  const next: StoredSheet = {
    ...known,
    id: sheet.id,
    name: sheet.name,
    ...(year === null ? {} : { year }),
    ...(when === null ? {} : { month: formatMonth(when) }),
    ...(unit === null ? {} : { unit }),
    ...(grades === null ? {} : { grades: { ...grades } }),
    ...(headings.length === 0 ? {} : { headings: [...headings] }),
    ...(mapping === null
      ? {}
      : {
          mapping: {
            headerRow: mapping.headerRow,
            columns: mapping.columns.map(({ use, ...rest }) => ({ ...rest, ...fromUse(use) })),
          },
        }),
  };
  return { ...stored, sheets: [...stored.sheets.filter((one) => one !== entry), next] };
}

/** The memory without anything that HR has said of a sheet's columns, month, unit and grades. */
export function withoutSheet(stored: StoredMemory, sheet: SheetRef): StoredMemory {
  return withSheet(stored, sheet, { ...NOTHING_SAID, headings: [] });
}

// ---------------------------------------------------------------- of people

/** Whether a 0 of somebody's month is confirmed as a score. */
export function confirmedZeros({ zeros }: StoredMemory): (one: Who, when: Month) => boolean {
  const keys = new Set(zeros.map((zero) => `${whoKey(zero)} ${zero.month}`));
  return (one, when) => keys.size > 0 && keys.has(`${whoKey(one)} ${formatMonth(when)}`);
}

/** Whether HR has said that somebody left. */
export function peopleWhoLeft({ left }: StoredMemory): (one: Who) => boolean {
  const keys = new Set(left.map(whoKey));
  return (one) => keys.has(whoKey(one));
}

export function withZero(
  stored: StoredMemory,
  { employeeId, name }: Who,
  when: Month,
  confirmed: boolean,
): StoredMemory {
  const entry = { employeeId, name, month: formatMonth(when) };
  const others = stored.zeros.filter(
    (zero) => whoKey(zero) !== whoKey(entry) || zero.month !== entry.month,
  );
  return { ...stored, zeros: confirmed ? [...others, entry] : others };
}

export function withLeft(
  stored: StoredMemory,
  { employeeId, name }: Who,
  left: boolean,
): StoredMemory {
  const entry = { employeeId, name };
  const others = stored.left.filter((one) => whoKey(one) !== whoKey(entry));
  return { ...stored, left: left ? [...others, entry] : others };
}

// ---------------------------------------------------------------- of closed months

/** What the workbook remembers of a month that was closed; where it stands is told by its digest (rule W11). */
export interface ClosedMemory {
  readonly month: Month;
  /** The name of the score sheet. */
  readonly sheet: string;
  readonly digests: readonly string[];
}

export function closedMonths({ closed = [] }: StoredMemory): readonly ClosedMemory[] {
  return closed.flatMap((entry) => {
    const when = monthFromText(entry.month);
    return when === undefined ? [] : [{ month: when, sheet: entry.sheet, digests: entry.digests }];
  });
}

/** The memory with a closed month whose sheet has one of these digests from now on; none forgets the month. */
export function withClosed(
  stored: StoredMemory,
  { month: when, sheet }: Pick<ClosedMemory, "month" | "sheet">,
  digests: readonly string[],
): StoredMemory {
  const text = formatMonth(when);
  const { closed = [] } = stored;
  const entry = closed.find((one) => one.month === text && one.sheet === sheet);
  const others = closed.filter((one) => one !== entry);
  if (digests.length === 0) return { ...stored, closed: others };
  const next = { ...entry, month: text, sheet, digests: [...digests] };
  return { ...stored, closed: [...others, next] };
}
