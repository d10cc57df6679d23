import type { ColumnChoices } from "../../tasks";
import { monthFromText } from "../../units";

type ColumnUse = ColumnChoices["uses"] extends ReadonlyMap<number, infer Use> ? Use : never;
type FieldChoice = Extract<ColumnUse, { kind: "field" }>["field"];

/** The fields that a column can be said to hold, in the order in which HR thinks of them. */
export const FIELD_CHOICES = [
  "employeeId",
  "name",
  "month",
  "level",
  "score",
  "sales",
  "extra",
  "complaints",
  "leaves",
  "hired",
  "levelSince",
  "basePaid",
  "commissionPaid",
  "performancePaid",
  "grossPaid",
  "finesPaid",
  "netPaid",
  "note",
] as const satisfies readonly FieldChoice[];

/** What HR picked for a column: a field, "ignored", or "month:score" with the month as typed. */
export interface Choice {
  readonly kind: string;
  readonly month: string;
}

/** The use of a column that a choice means; null while it is not whole. */
export function readChoice({ kind, month }: Choice): ColumnUse | null {
  if (kind === "ignored" || kind === "year") return { kind };
  if (kind === "month:score" || kind === "month:sales") {
    const when = monthFromText(month.trim());
    const field = kind === "month:score" ? "score" : "sales";
    return when === undefined ? null : { kind: "month", field, month: when };
  }
  const field = FIELD_CHOICES.find((one) => one === kind);
  return field === undefined ? null : { kind: "field", field };
}
