import { fen, normaliseText, scaleNumber } from "../../units";
import type { Fen } from "../../units";
import type { Cell } from "../../grid";
import { acceptNumber, suggestNumber } from "./numberText";
import { BLANK, cleanedOf, notNumber, readErrorText, readOther, tooLarge } from "./quantity";
import type { Quantity } from "../types";

/** ¥ before the number; Excel writes a negative amount with the sign on either side of it. */
const LEADING_YUAN = /^([+-]?)¥\s*(.*)$/su;

function withoutUnit(text: string): string {
  if (text.endsWith("元")) return text.slice(0, -1).trimEnd();
  const match = LEADING_YUAN.exec(text);
  return match === null ? text : `${match[1] ?? ""}${match[2] ?? ""}`;
}

function readText(cell: string, decimals: number): Quantity<Fen> {
  // The usual blank cell, recognised before any work is done on text.
  if (cell === "") return BLANK;
  const text = normaliseText(cell);
  if (text === "") return BLANK;
  const error = readErrorText(text);
  if (error !== undefined) return error;
  const bare = withoutUnit(text);
  // Who writes 元 means yuan, whatever the column's unit.
  const read = acceptNumber(bare, bare === text ? decimals : YUAN);
  switch (read.kind) {
    case "none":
      return notNumber(cell, text.endsWith("%") ? undefined : suggestNumber(text));
    case "tooLarge":
      return tooLarge(cell);
    case "number":
      return {
        kind: "value",
        value: fen(read.scaled),
        cleaned: cleanedOf(cell, text, bare !== text, read.separators),
      };
  }
}

/** Fen are yuan of two decimals. */
const YUAN = 2;

/**
 * An amount of money from one cell: yuan as typed, fen as given, rounded to the fen half away from
 * zero (rule N4). 0 is 0 and negative amounts are read: what they mean is the rule's. In a column of
 * another unit a power of ten `zeros` yuan makes one: 4 for 万元.
 */
export function readMoney(cell: Cell, zeros = 0): Quantity<Fen> {
  if (typeof cell === "number") {
    const value = scaleNumber(cell, YUAN + zeros);
    return value === undefined
      ? tooLarge(cell)
      : { kind: "value", value: fen(value), cleaned: null };
  }
  return typeof cell === "string" ? readText(cell, YUAN + zeros) : readOther(cell);
}
