import { normaliseText, score, scoreFromPoints } from "../../units";
import type { Score } from "../../units";
import type { Cell } from "../../grid";
import { acceptNumber, suggestNumber } from "./numberText";
import { BLANK, cleanedOf, notNumber, problemOf, readErrorText, readOther, ZERO } from "./quantity";
import type { Quantity, ScoreLimits } from "../types";

/**
 * What the number 0 means in a score (rule N6): in a function a blank, once HR confirmed it a
 * score, in the pane something to ask about.
 */
export type ZeroMeans = "blank" | "score" | "ask";

const MOST_DECIMALS = 6;
/** Whole scores are nearly all there are; their quantities are shared. Beyond any usual scale. */
const SHARED_SCORES = 1000;

const shared: readonly (Quantity<Score> & { kind: "value" })[] = Array.from(
  { length: SHARED_SCORES + 1 },
  (_, points) => ({
    kind: "value",
    value: score(points * 10 ** MOST_DECIMALS),
    cleaned: null,
  }),
);

function within(value: Score, limits: ScoreLimits): boolean {
  return value >= limits.minimum && value <= limits.maximum;
}

function readNumber(points: number, limits: ScoreLimits, zero: ZeroMeans): Quantity<Score> {
  if (points === 0 && zero !== "score") return zero === "blank" ? BLANK : ZERO;
  // Asked first, so that a fraction never becomes a property name.
  if (Number.isInteger(points)) {
    const whole = shared[points];
    if (whole !== undefined && within(whole.value, limits)) return whole;
  }
  const value = scoreFromPoints(points);
  if (value === undefined || !within(value, limits))
    return problemOf({ code: "outOfRange", value: points });
  return { kind: "value", value, cleaned: null };
}

/** The words of both lists as they are compared, made once for each set of limits. */
const wordsOf = new WeakMap<ScoreLimits, ReadonlyMap<string, Quantity<never>>>();

function notAssessedWords(limits: ScoreLimits): ReadonlyMap<string, Quantity<never>> {
  const known = wordsOf.get(limits);
  if (known !== undefined) return known;
  const words = new Map<string, Quantity<never>>();
  for (const [list, leave] of [
    [limits.otherReasons, false],
    [limits.statutoryLeave, true],
  ] as const) {
    for (const entry of list) {
      const word = normaliseText(entry);
      words.set(word, { kind: "notAssessed", word, leave });
    }
  }
  wordsOf.set(limits, words);
  return words;
}

const UNIT = "分";

/** How a score of 0 is written that is no placeholder: the number 0 counts as one. */
export const REAL_ZERO = `0${UNIT}`;

function readText(cell: string, limits: ScoreLimits, zero: ZeroMeans): Quantity<Score> {
  // The usual blank cell, recognised before any work is done on text.
  if (cell === "") return BLANK;
  const text = normaliseText(cell);
  if (text === "") return BLANK;
  const known = notAssessedWords(limits).get(text) ?? readErrorText(text);
  if (known !== undefined) return known;
  const unit = text.endsWith(UNIT);
  const read = acceptNumber(unit ? text.slice(0, -1).trimEnd() : text, MOST_DECIMALS);
  switch (read.kind) {
    case "none":
      return notNumber(cell, suggestNumber(text));
    case "tooLarge":
      return problemOf({ code: "outOfRange", value: Number.parseFloat(text.replaceAll(",", "")) });
    case "number": {
      const value = score(read.scaled);
      if (!within(value, limits))
        return problemOf({ code: "outOfRange", value: read.scaled / 10 ** MOST_DECIMALS });
      // Without its unit a typed 0 may be a placeholder as well as a number 0 may.
      if (value === 0 && !unit && zero === "ask") return ZERO;
      return { kind: "value", value, cleaned: cleanedOf(cell, text, unit, read.separators) };
    }
  }
}

/**
 * A performance score from one cell: millionths of a point, within the limits (else `outOfRange`,
 * with the points seen). Rules N4 to N6: accepted texts, words for "not assessed", and the number 0.
 */
export function readScore(cell: Cell, limits: ScoreLimits, zero: ZeroMeans): Quantity<Score> {
  if (typeof cell === "number") return readNumber(cell, limits, zero);
  return typeof cell === "string" ? readText(cell, limits, zero) : readOther(cell);
}
