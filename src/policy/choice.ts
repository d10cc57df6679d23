import { readingOf } from "./book/readings";
import type { Choice, Disputed, ReadingId } from "./book/types";

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isDisputed<T>(choice: Choice<T>): choice is Disputed<T> {
  return isObject(choice) && "reading" in choice && "choices" in choice;
}

/** The value under the option in force; under the default where the policy does not know the option. */
export function chosen<T>(choice: Choice<T>, options: Readonly<Record<ReadingId, string>>): T {
  if (!isDisputed(choice)) return choice;
  const { choices, reading } = choice;
  const option = options[reading];
  const value = choices[Object.hasOwn(choices, option) ? option : readingOf(reading).default];
  if (value === undefined)
    throw new RangeError(`The policy gives ${reading} no value for "${option}"`);
  return value;
}

/** All values that may come to hold. */
export function everyValue<T>(choice: Choice<T>): readonly T[] {
  return isDisputed(choice) ? Object.values(choice.choices) : [choice];
}

/** The same change to a value, or to the value of every option. */
export function mapChoice<T, U>(choice: Choice<T>, change: (value: T) => U): Choice<U> {
  if (!isDisputed(choice)) return change(choice);
  const choices = Object.fromEntries(
    Object.entries(choice.choices).map(([option, value]) => [option, change(value)]),
  );
  return { ...choice, choices };
}
