import { isKnownChoice } from "../book/readings";
import { isReadingId } from "../resolve";
import { fitsText, readJson } from "./json";
import type { PartProblem, PartReport } from "./problems";
import { check } from "../schema/check";
import { storedSchema } from "../schema/stored";
import type { StoredPolicy } from "./stored";
import { jsonForXml, POLICY_ROOT, readXml, writeXml } from "./xml";

export type PartResult =
  | {
      readonly kind: "read";
      readonly book: StoredPolicy;
      readonly reports: readonly PartReport[];
    }
  /** At least one problem. The part is left alone. */
  | { readonly kind: "broken"; readonly why: readonly PartProblem[] }
  /** Written by a later version of the product. The part is left alone. */
  | { readonly kind: "newerSchema"; readonly schema: number };

/** The text of the custom XML part. Takes whatever somebody put there; never throws. */
export function readPart(xml: string): PartResult {
  const result = readXml(xml, POLICY_ROOT);
  return result.kind === "text"
    ? readPolicyJson(result.text)
    : { kind: "broken", why: [result.problem] };
}

/** The JSON of an exported file: what the part holds, without the XML around it. Never throws. */
export function readPolicyJson(text: string): PartResult {
  const result = readJson(text);
  if (result.kind === "refused") return { kind: "broken", why: [result.problem] };
  const schema = schemaNumber(result.value);
  if (schema !== undefined && schema > 1) return { kind: "newerSchema", schema };
  const checked = check(storedSchema, result.value);
  if (checked.kind === "faulty") return { kind: "broken", why: checked.problems };
  return {
    kind: "read",
    book: checked.value,
    reports: [...checked.reports, ...unknownDecisions(checked.value)],
  };
}

function schemaNumber(value: unknown): number | undefined {
  if (typeof value !== "object" || value === null || !("schema" in value)) return undefined;
  return Number.isSafeInteger(value.schema) ? Number(value.schema) : undefined;
}

function unknownDecisions(stored: StoredPolicy): PartReport[] {
  return stored.decisions.flatMap(({ reading, option }, index): PartReport[] => {
    if (isKnownChoice(reading, option)) return [];
    const path = `$.decisions[${index}]`;
    return isReadingId(reading)
      ? [{ kind: "unknownOption", path: `${path}.option`, reading: reading, option }]
      : [{ kind: "unknownReading", path: `${path}.reading`, reading }];
  });
}

/** Whether the part could be read again. */
export function fitsPart(stored: StoredPolicy): boolean {
  return fitsText(jsonForXml(stored));
}

/** The part as it is kept in the workbook. */
export function writePart(stored: StoredPolicy): string {
  return writeXml(jsonForXml(stored), POLICY_ROOT);
}

/** The same JSON for a file of its own, laid out for people. */
export function writePolicyJson(stored: StoredPolicy): string {
  return `${JSON.stringify(stored, null, 2)}\n`;
}
