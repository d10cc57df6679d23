import type { SheetRef } from "../../grid";
import type { ClosedChanges, ClosedEntry, ClosedRecord, CurrentFacts } from "../../views";
import { fen } from "../../units";
import { sayClosedSheetName, type Language } from "../../wording";
import { GatewayError, type Gateway, type WriteOptions } from "../gateway";
import type { OpenedMonth } from "../month/openMonth";
import { changeSheetMemory, closedMonths, readSheetMemory, withClosed } from "../month/sheetMemory";
import { factsDigest, factsOf, inputsDigest } from "./closedFacts";
import { closedSheet } from "./closedSheet";
import { readClosed, type KeptMonth } from "./readClosed";
import { writeRecord } from "./storedRecord";

type Writing = Pick<
  Gateway,
  "listSheets" | "writeSheet" | "removeWrittenSheet" | "readSheetParts" | "writeSheetPart"
>;

/** Who does something with a closed month, when and why. */
export interface ClosedSignature {
  readonly by: string;
  /** "YYYY-MM-DD". */
  readonly on: string;
  readonly reason: string;
}

/** A name of the tab that no other sheet of ours has. */
async function nameFor(gateway: Writing, record: ClosedRecord): Promise<string> {
  const wanted = sayClosedSheetName(record);
  const taken = (await gateway.listSheets()).some(
    ({ name, tag }) => tag !== null && (name === wanted || name.startsWith(`${wanted} `)),
  );
  return taken ? `${wanted} ${record.sheet.name}` : wanted;
}

/** Remembers the digest; a memory that cannot be written keeps no month from being closed: its sheet says all. */
async function remember(gateway: Writing, record: ClosedRecord, digest: string): Promise<void> {
  const month = { month: record.month, sheet: record.sheet.name };
  try {
    await changeSheetMemory(gateway, (stored) => withClosed(stored, month, [digest]));
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
  }
}

/**
 * Writes the sheet of a closed month in place of the one that stands, or a new one. Whatever request fails, the
 * workbook keeps the month as it was or as it is to be (rule W11): a digest that is not of this sheet yet is remembered
 * beside the one that is; a first one after the sheet stands.
 */
export async function writeClosed(
  gateway: Writing,
  record: ClosedRecord,
  standing: Pick<KeptMonth, "place" | "digest"> | null,
  options: WriteOptions = {},
): Promise<SheetRef> {
  const name = standing?.place.name ?? (await nameFor(gateway, record));
  const { digest, content } = await closedSheet(record, name);
  const { stored } = await readSheetMemory(gateway);
  const isKnown = closedMonths(stored).some(
    ({ month, sheet }) => month === record.month && sheet === record.sheet.name,
  );
  const month = { month: record.month, sheet: record.sheet.name };
  const either = standing === null ? [digest] : [digest, standing.digest];
  if (isKnown) await changeSheetMemory(gateway, (before) => withClosed(before, month, either));
  const { sheet } = await gateway.writeSheet(content, options);
  if (!isKnown) await remember(gateway, record, digest);
  return sheet;
}

/** What was written, and the way back. */
export interface ClosedWritten {
  readonly record: ClosedRecord;
  readonly place: SheetRef;
  /** What the workbook kept before; null: nothing. */
  readonly before: KeptMonth | null;
}

/**
 * Puts back what the workbook kept of a month before, or nothing. Throws "changed" where somebody has written the month
 * since.
 */
export async function takeBackClosed(
  gateway: Writing & Pick<Gateway, "readSheet">,
  { record, place, before }: ClosedWritten,
): Promise<void> {
  const standing = (await readClosed(gateway)).find(
    (one): one is KeptMonth => one.kind === "kept" && one.place.id === place.id,
  );
  if (standing !== undefined && writeRecord(standing.record) !== writeRecord(record))
    throw new GatewayError({ kind: "changed", sheetName: place.name });
  if (before !== null) {
    await writeClosed(gateway, before.record, standing ?? null, { show: false });
    return;
  }
  const { month, sheet } = record;
  await changeSheetMemory(gateway, (stored) =>
    withClosed(stored, { month, sheet: sheet.name }, []),
  );
  await gateway.removeWrittenSheet(place, "closed");
}

export type CloseResult =
  ({ readonly kind: "written" } & ClosedWritten) | { readonly kind: "noMonth" | "pending" };

/** Keeps what the open month comes to as it is paid (rule W10). */
export async function closeMonth(
  gateway: Writing,
  opened: OpenedMonth,
  signature: ClosedSignature,
  language: Language,
  { before, ...options }: WriteOptions & { readonly before: KeptMonth | null },
): Promise<CloseResult> {
  const { judged, found } = opened;
  const month = judged.setting.asOf;
  if (month === null) return { kind: "noMonth" };
  if (judged.input.sheet.pending.length > 0) return { kind: "pending" };
  const { policy, people } = await factsOf(judged, options);
  const entry: ClosedEntry = {
    kind: "closed",
    ...signature,
    changes: 0,
    difference: fen(0),
    facts: await factsDigest(people),
  };
  const record: ClosedRecord = {
    month,
    sheet: { id: found.sheet.id, name: found.sheet.name },
    language,
    policy,
    people,
    inputs: await inputsDigest(people),
    log: [...(before?.record.log ?? []), entry],
  };
  const place = await writeClosed(gateway, record, before, options);
  return { kind: "written", record, place, before };
}

/** Records why a month is no longer what was closed, or that it is open again. */
export async function noteClosed(
  gateway: Writing,
  closed: KeptMonth,
  kind: "explained" | "reopened",
  signature: ClosedSignature,
  now: { readonly facts: Pick<CurrentFacts, "people">; readonly changes: ClosedChanges } | null,
): Promise<ClosedWritten> {
  const { record } = closed;
  const total = now?.changes.total;
  const entry: ClosedEntry = {
    kind,
    ...signature,
    changes: now?.changes.lines.length ?? 0,
    difference: total === undefined ? fen(0) : fen(total.after - total.before),
    facts: now === null ? "" : await factsDigest(now.facts.people),
  };
  const next = { ...record, log: [...record.log, entry] };
  const written = await writeClosed(gateway, next, closed, { show: false });
  return { record: next, place: written, before: closed };
}
