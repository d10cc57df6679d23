import { CellValueType } from "@univerjs/core";
import type { ICellData } from "@univerjs/core";
import { ERROR_TYPE_SET } from "@univerjs/engine-formula";
import type { ErrorType } from "@univerjs/engine-formula";
import type { CellInput, CellValue } from "./workbook";

// The engine does not know Excel's text for "a function has not answered yet". Without it, formulas
// that read such a cell would take it for a text. The cast widens the engine's closed list.
ERROR_TYPE_SET.add("#BUSY!" as ErrorType);

export function hasValue(cell: ICellData): boolean {
  return (cell.v !== undefined && cell.v !== null) || !!cell.p;
}

export function hasFormula(cell: ICellData): boolean {
  return !!cell.f || !!cell.si;
}

export function cellValue(cell: ICellData): CellValue {
  const { v, t, p } = cell;
  if (v === undefined || v === null) {
    return p ? (p.body?.dataStream ?? "").replace(/\r\n$/, "") : null;
  }
  if (t === CellValueType.BOOLEAN) return v === 1 || v === true || v === "1";
  if (t === CellValueType.NUMBER) return Number(v);
  if (typeof v === "string" && t !== CellValueType.FORCE_STRING && isErrorText(v)) {
    return { error: v };
  }
  return t === CellValueType.STRING || t === CellValueType.FORCE_STRING ? String(v) : v;
}

function isErrorText(text: string): boolean {
  // Asks a set of a closed list about any text.
  return ERROR_TYPE_SET.has(text as ErrorType);
}

export function toCellData(input: CellInput): ICellData {
  const empty: ICellData = { v: null, f: null, si: null, p: null, t: null };
  if ("formula" in input) return { ...empty, f: input.formula };
  const { value } = input;
  switch (typeof value) {
    case "number":
      return { ...empty, v: value, t: CellValueType.NUMBER };
    case "boolean":
      return { ...empty, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
    case "string":
      return {
        ...empty,
        v: value,
        t: isErrorText(value) ? CellValueType.FORCE_STRING : CellValueType.STRING,
      };
    default:
      return value === null ? empty : { ...empty, v: value.error, t: CellValueType.STRING };
  }
}
