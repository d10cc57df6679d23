import * as v from "valibot";
import { loadPolicyPart } from "../../policy";
import {
  MONTHLY_FIELDS,
  SHEET_FIELDS,
  type ColumnUse,
  type RememberedMapping,
  type Who,
} from "../../scoresheet";
import { formatMonth, monthFromText, type Month } from "../../units";
import type { SheetRef } from "../../grid";
import { GatewayError, type Gateway } from "../gateway";

/** The part's root element; part of the file format. */
const ROOT = { name: "sheet", namespace: "urn:cs-promotion:sheet:1" };

const month = v.pipe(
  v.string(),
  v.check((text) => monthFromText(text) !== undefined),
);
const who = { employeeId: v.optional(v.string(), ""), name: v.optional(v.string(), "") };
const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const columnSchema = v.looseObject({
  field: v.optional(v.picklist([...SHEET_FIELDS, "ignored"]), "ignored"),
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
  mapping: v.optional(v.looseObject({ headerRow: place, columns: v.array(columnSchema) })),
});
const zeroSchema = v.looseObject({ ...who, month });
const leftSchema = v.looseObject(who);
const schema = v.looseObject({
  schema: v.literal(1),
  sheets: v.optional(v.array(sheetSchema), []),
  /** The year of the first sheet that is named after a month without one. */
  tabYear: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2099))),
  zeros: v.optional(v.array(zeroSchema), []),
  left: v.optional(v.array(leftSchema), []),
});

/** What the part holds, fields unknown to this product included: copy with spread. */
export type StoredMemory = v.InferOutput<typeof schema>;
type StoredSheet = StoredMemory["sheets"][number];
type StoredColumn = NonNullable<StoredSheet["mapping"]>["columns"][number];

const EMPTY: StoredMemory = { schema: 1, sheets: [], zeros: [], left: [] };

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

function whoKey({ employeeId, name }: Who): string {
  return employeeId === "" ? `name:${name}` : `id:${employeeId}`;
}

/** One entry a key: of several the last. */
function unique<T>(entries: readonly T[], keyOf: (entry: T) => string): T[] {
  return [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()];
}

/** Two people have saved: what either said holds, of one sheet what the later part says. */
function unite(earlier: StoredMemory, later: StoredMemory): StoredMemory {
  return {
    ...earlier,
    ...later,
    sheets: unique([...earlier.sheets, ...later.sheets], ({ id }) => id),
    zeros: unique([...earlier.zeros, ...later.zeros], (zero) => `${whoKey(zero)} ${zero.month}`),
    left: unique([...earlier.left, ...later.left], whoKey),
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
 * Changes what the workbook remembers, on top of what it holds by now. Throws "memoryUnreadable" where it
 * holds something that this product cannot follow, and what the gateway throws.
 */
export async function changeSheetMemory(
  gateway: Pick<Gateway, "readSheetParts" | "writeSheetPart">,
  change: (stored: StoredMemory) => StoredMemory,
): Promise<void> {
  const memory = await readSheetMemory(gateway);
  if (memory.kind === "unreadable") throw new GatewayError("memoryUnreadable");
  const { jsonForXml, writeXml } = await loadPolicyPart();
  await gateway.writeSheetPart(writeXml(jsonForXml(change(memory.stored)), ROOT), memory.parts);
}

// ---------------------------------------------------------------- of one sheet

/** The entry of a sheet: by name, else by id, since a copy of a file may number its sheets anew. */
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
  return when !== undefined && monthly !== undefined
    ? { kind: "month", field: monthly, month: when }
    : { kind: "field", field };
}

function fromUse(use: ColumnUse): Pick<StoredColumn, "field" | "month"> {
  switch (use.kind) {
    case "ignored":
      return { field: "ignored" };
    case "field":
      return { field: use.field };
    case "month":
      return { field: use.field, month: formatMonth(use.month) };
  }
}

/** What is remembered of one sheet. */
export interface RememberedSheet {
  readonly year: number | undefined;
  readonly mapping: RememberedMapping | undefined;
}

export function rememberedSheet(stored: StoredMemory, sheet: SheetRef): RememberedSheet {
  const entry = entryOf(stored, sheet);
  const mapping = entry?.mapping;
  return {
    year: entry?.year,
    mapping:
      mapping === undefined
        ? undefined
        : {
            headerRow: mapping.headerRow,
            columns: mapping.columns.map((column) => ({
              use: toUse(column),
              heading: column.heading,
              left: column.left,
              right: column.right,
              column: column.column,
            })),
          },
  };
}

/** The memory with another mapping and year of a sheet; null forgets. */
export function withSheet(
  stored: StoredMemory,
  sheet: SheetRef,
  { year, mapping }: { readonly year: number | null; readonly mapping: RememberedMapping | null },
): StoredMemory {
  const entry = entryOf(stored, sheet);
  // What is not given is forgotten; fields that this product does not know stay.
  const known: Partial<StoredSheet> = { ...entry };
  delete known.year;
  delete known.mapping;
  const next: StoredSheet = {
    ...known,
    id: sheet.id,
    name: sheet.name,
    ...(year === null ? {} : { year }),
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
