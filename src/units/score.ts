import { scaleNumber } from "./decimal";

declare const brand: unique symbol;

/** A performance score in millionths of a point, so that noise of averages is gone and bands compare exactly. */
export type Score = number & { readonly [brand]: "score" };

const SCORE_DECIMALS = 6;
const PER_POINT = 10 ** SCORE_DECIMALS;

export function score(millionths: number): Score {
  if (!Number.isSafeInteger(millionths)) throw new RangeError(`Not a score: ${millionths}`);
  return millionths as Score;
}

/** Points as a cell holds them, normalised to six decimals; undefined when not finite. */
export function scoreFromPoints(points: number): Score | undefined {
  const scaled = scaleNumber(points, SCORE_DECIMALS);
  return scaled === undefined ? undefined : score(scaled);
}

export function pointsFromScore(value: Score): number {
  return value / PER_POINT;
}

/** The whole point nearest to the score, halves up. */
export function roundToWholePoints(value: Score): Score {
  return score(Math.floor((value + PER_POINT / 2) / PER_POINT) * PER_POINT);
}

export function formatPoints(value: Score): string {
  return String(pointsFromScore(value));
}
