import { numfmt } from "@univerjs/core";
import { ERROR_TEXTS } from "../core/parts";
import type { CellInput, CellValue } from "../core/workbook";

/** What Excel makes of a value that code writes into a cell, as if it were typed. */
export function interpret(value: unknown, numberFormat: string): CellInput {
  if (typeof value === "number" || typeof value === "boolean") return { value };
  if (typeof value !== "string") return { value: null };
  if (value === "") return { value: null };
  if (value.startsWith("'")) return { value: value.slice(1) };
  if (numberFormat === "@") return { value };
  if (value.startsWith("=") && value.length > 1) return { formula: value };
  if (ERROR_TEXTS.has(value.toUpperCase())) return { value: { error: value.toUpperCase() } };
  return { value: interpretText(value) };
}

function interpretText(text: string): CellValue {
  const trimmed = text.trim();
  if (/^true$/i.test(trimmed)) return true;
  if (/^false$/i.test(trimmed)) return false;
  const number = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?(%?)$/i.exec(trimmed);
  if (number && /\d/.test(trimmed)) {
    const [, sign = "", whole = "0", fraction = "", exponent = "", percent = ""] = number;
    const value = Number(`${sign}${whole.replaceAll(",", "")}${fraction}${exponent}`);
    if (Number.isFinite(value)) return percent ? value / 100 : value;
  }
  const date = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?$/.exec(trimmed);
  if (date) {
    const [, year = "", month = "", day = "1"] = date;
    const serial = dateSerial(Number(year), Number(month), Number(day));
    if (serial !== null) return serial;
  }
  return text;
}

/** The number under which Excel keeps a day (1900 system); null when there is no such day. */
function dateSerial(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const days = Math.round((time - Date.UTC(1899, 11, 30)) / 86_400_000);
  // Excel believes in a 29 February 1900: days before it are one less.
  return days < 61 ? days - 1 : days;
}

/** A value as `values` hands it out: errors by their text, empty as "". */
export function outgoing(value: CellValue): string | number | boolean {
  if (value === null) return "";
  return typeof value === "object" ? value.error : value;
}

export function valueType(value: CellValue): string {
  switch (typeof value) {
    case "number":
      return "Double";
    case "string":
      return "String";
    case "boolean":
      return "Boolean";
    default:
      return value === null ? "Empty" : "Error";
  }
}

/** The text that a cell shows. */
export function displayText(value: CellValue, format: string): string {
  switch (typeof value) {
    case "boolean":
      return value ? "TRUE" : "FALSE";
    case "number":
      try {
        return numfmt.format(format === "" ? "General" : format, value);
      } catch {
        return String(value);
      }
    case "string":
      return value;
    default:
      return value === null ? "" : value.error;
  }
}
