import { normaliseText, scaleNumber } from "../../units";
import type { Cell } from "../../grid";
import { acceptNumber, suggestNumber } from "./numberText";
import {
  BLANK,
  cleanedOf,
  notNumber,
  problemOf,
  readErrorText,
  readOther,
  tooLarge,
} from "./quantity";
import type { Cleaned, Quantity } from "../types";

/** Counts go through the same guard against noise as scores. */
const MOST_DECIMALS = 6;
const SCALE = 10 ** MOST_DECIMALS;

/** A count from its millionths: whole and not negative, or the problem. */
function countOf(scaled: number, cleaned: Cleaned): Quantity<number> {
  const value = scaled / SCALE;
  if (scaled % SCALE !== 0) return problemOf({ code: "notWhole", value });
  return value < 0 ? problemOf({ code: "outOfRange", value }) : { kind: "value", value, cleaned };
}

/**
 * A count (complaints, violations) from one cell: whole and at least 0, else `notWhole` or
 * `outOfRange` (FINE, countUnusable). How many are plausible is the rule's.
 */
export function readCount(cell: Cell): Quantity<number> {
  if (typeof cell === "number") {
    const scaled = scaleNumber(cell, MOST_DECIMALS);
    return scaled === undefined ? tooLarge(cell) : countOf(scaled, null);
  }
  if (typeof cell !== "string") return readOther(cell);
  const text = normaliseText(cell);
  if (text === "") return BLANK;
  const error = readErrorText(text);
  if (error !== undefined) return error;
  const read = acceptNumber(text, MOST_DECIMALS);
  switch (read.kind) {
    case "number":
      return countOf(read.scaled, cleanedOf(cell, text, false, read.separators));
    case "tooLarge":
      return tooLarge(cell);
    case "none":
      return notNumber(cell, suggestNumber(text));
  }
}
