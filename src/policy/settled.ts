import {
  basisPoints,
  fen,
  scoreFromPoints,
  type BasisPoints,
  type Fen,
  type Score,
} from "../units";
import type { Disputed, ReadingId } from "./book/types";
import { chosen, isDisputed, isObject } from "./choice";

/** A value's stored name ends in its unit where it has one of these: `leaveFen` settles to `leave`, an amount. */
interface Units {
  readonly BasisPoints: BasisPoints;
  readonly Points: Score;
  readonly Fen: Fen;
}
const ifWhole =
  (make: (value: number) => number) =>
  (value: number): number | undefined =>
    Number.isSafeInteger(value) ? make(value) : undefined;

/** Longer names before those that they end in. */
const units: readonly (readonly [keyof Units, (value: number) => number | undefined])[] = [
  ["BasisPoints", ifWhole(basisPoints)],
  ["Points", (points) => (Number.isFinite(points) ? scoreFromPoints(points) : toScore(points))],
  ["Fen", ifWhole(fen)],
];

type UnitOf<K> = K extends `${string}BasisPoints`
  ? "BasisPoints"
  : K extends `${string}Points`
    ? "Points"
    : K extends `${string}Fen`
      ? "Fen"
      : never;
type NameOf<K> = K extends `${infer N}${UnitOf<K>}` ? N : K;

type Plain<T> = Exclude<T, Disputed<unknown>>;
type SettledAs<K, T> = [UnitOf<K>] extends [never]
  ? Settled<T>
  : Units[UnitOf<K>] | Extract<T, null>;

/** Stored values with every choice made, and amounts, rates and scores as what they are. */
export type Settled<T> = T extends readonly (infer I)[]
  ? readonly Settled<Plain<I>>[]
  : T extends object
    ? { readonly [K in keyof T as NameOf<K>]: SettledAs<K, Plain<T[K]>> }
    : T;

/** A number of points, as scores are compared. */
export function toScore(points: number): Score {
  const value = scoreFromPoints(points);
  if (value === undefined) throw new RangeError(`Not a number of points: ${points}`);
  return value;
}

type Options = Readonly<Record<ReadingId, string>>;

/** Every choice made by the options in force. Throws a `RangeError` where an option in force has no value. */
export function settle<T>(values: T, options: Options): Settled<T> {
  return walk(values, options) as Settled<T>; // the walk does to values what the type above says of them
}

/** Parts that depend on no choice, most of a policy, as they are under all options. */
const undisputed = new WeakMap<object, unknown>();
let choicesMet = 0;

function walk(value: unknown, options: Options): unknown {
  if (typeof value !== "object" || value === null) return value;
  const known = undisputed.get(value);
  if (known !== undefined) return known;
  const before = choicesMet;
  const settled = isObject(value)
    ? settledFields(value, options)
    : Object.values(value).map((item) => walk(item, options));
  if (choicesMet === before) undisputed.set(value, settled);
  return settled;
}

function settledFields(
  value: Readonly<Record<string, unknown>>,
  options: Options,
): Record<string, unknown> {
  const settled: Record<string, unknown> = {};
  for (const [key, choice] of Object.entries(value)) {
    if (isDisputed(choice)) choicesMet += 1;
    const plain = chosen(choice, options);
    const [unit = "", convert] = units.find(([name]) => key.endsWith(name)) ?? [];
    // The schema has seen to what is known here; a field of a later product may be anything, and stays.
    settled[key.slice(0, key.length - unit.length)] =
      convert !== undefined && typeof plain === "number"
        ? (convert(plain) ?? plain)
        : walk(plain, options);
  }
  return settled;
}
