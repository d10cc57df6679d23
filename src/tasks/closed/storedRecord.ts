import * as v from "valibot";
import { loadPolicyPart } from "../../policy";
import { fen, formatMonth, monthFromText, type Month } from "../../units";
import { CLOSED_FIELDS, type ClosedField, type ClosedPay, type ClosedRecord } from "../../views";
import { digestOf } from "../policy/witness";

const amount = v.pipe(v.number(), v.safeInteger(), v.transform(fen));
const month = v.pipe(
  v.string(),
  v.transform(monthFromText),
  v.custom<Month>((value) => value !== undefined),
);
const day = v.pipe(v.string(), v.regex(/^(?:\d{4}-\d\d-\d\d)?$/u));
const perField = (): Record<ClosedField, v.StringSchema<undefined>> => ({
  level: v.string(),
  score: v.string(),
  sales: v.string(),
  extra: v.string(),
  complaints: v.string(),
  leaves: v.string(),
});

const UNPAID_REASONS = [
  "sheet",
  "noRow",
  "nameless",
  "contradicted",
  "future",
  "levelBlank",
  "levelUnknown",
  "noSalesColumn",
  "unreadable",
  "notCalculated",
  "negative",
  "zeroScore",
  "noScore",
  "undecided",
  "refusedScore",
] as const;

const paySchema = v.variant("kind", [
  v.object({
    kind: v.literal("paid"),
    base: amount,
    commission: amount,
    performance: amount,
    extra: amount,
    gross: amount,
    net: amount,
    fines: v.nullable(amount),
  }),
  v.object({ kind: v.literal("unpaid"), why: v.picklist(UNPAID_REASONS) }),
]);

const personSchema = v.object({
  key: v.string(),
  employeeId: v.string(),
  name: v.string(),
  cells: v.object(perField()),
  at: v.object(perField()),
  tier: v.nullable(v.number()),
  status: v.nullable(
    v.picklist(["eligible", "not_yet", "missing_data", "no_data", "top_level", "excluded"]),
  ),
  pay: v.nullable(paySchema),
});

const entrySchema = v.object({
  kind: v.picklist(["closed", "explained", "reopened"]),
  by: v.string(),
  on: day,
  reason: v.string(),
  changes: v.pipe(v.number(), v.safeInteger()),
  difference: amount,
  facts: v.string(),
});

/** The record as it stands on its sheet; part of the file format. */
const schema = v.object({
  schema: v.literal(1),
  month,
  sheet: v.object({ id: v.string(), name: v.string() }),
  language: v.picklist(["zh", "en"]),
  inputs: v.string(),
  policy: v.object({
    name: v.string(),
    from: v.nullable(month),
    values: v.string(),
    options: v.record(v.string(), v.string()),
    undecided: v.array(v.string()),
  }),
  people: v.array(personSchema),
  log: v.pipe(v.array(entrySchema), v.minLength(1)),
});

/** A record as text; the fields always in the same order, so that the same record is the same text. */
export function writeRecord(record: ClosedRecord): string {
  const { policy, people, log, sheet } = record;
  return JSON.stringify({
    schema: 1,
    month: formatMonth(record.month),
    sheet: { id: sheet.id, name: sheet.name },
    language: record.language,
    inputs: record.inputs,
    policy: {
      name: policy.name,
      from: policy.from === null ? null : formatMonth(policy.from),
      values: policy.values,
      options: policy.options,
      undecided: policy.undecided,
    },
    people: people.map(({ key, employeeId, name, cells, at, tier, status, pay }) => ({
      key,
      employeeId,
      name,
      cells: ordered(cells),
      at: ordered(at),
      tier,
      status,
      pay: pay === null ? null : payInOrder(pay),
    })),
    log: log.map(({ kind, by, on, reason, changes, difference, facts }) => ({
      kind,
      by,
      on,
      reason,
      changes,
      difference,
      facts,
    })),
  });
}

function ordered(
  texts: Readonly<Record<ClosedField, string>>,
): Partial<Record<ClosedField, string>> {
  return Object.fromEntries(CLOSED_FIELDS.map((field) => [field, texts[field]]));
}

function payInOrder(pay: ClosedPay): ClosedPay {
  if (pay.kind === "unpaid") return { kind: pay.kind, why: pay.why };
  const { kind, base, commission, performance, extra, gross, net, fines } = pay;
  return { kind, base, commission, performance, extra, gross, net, fines };
}

/** What a text says that was read from a sheet; null where it is no record that this product can follow. */
export async function readRecord(text: string): Promise<ClosedRecord | null> {
  const { readJson } = await loadPolicyPart();
  const json = readJson(text);
  if (json.kind !== "json") return null;
  const checked = v.safeParse(schema, json.value);
  return checked.success ? checked.output : null;
}

/** The cells in which a record stands on its sheet, and the digest by which it is known. */
export async function recordCells(
  record: ClosedRecord,
): Promise<{ readonly digest: string; readonly cells: readonly string[] }> {
  const { witnessCells } = await loadPolicyPart();
  const json = writeRecord(record);
  const digest = await digestOf(json);
  return { digest, cells: witnessCells({ digest, day: record.log.at(-1)?.on ?? "", json }) };
}
