import * as v from "valibot";
import { readingOf } from "../book/readings";
import { READING_IDS, type Choice } from "../book/types";
import { isObject } from "../choice";

// What the format of the file is made of.

/** A bound that no list of a policy reaches; it keeps hostile files from costing time. */
const LONGEST_LIST = 500;

/** What an issue of our own is called; all others are the library's and say what they expected. */
export const UNKNOWN_FIELD = "unknown field";
export const UNKNOWN_OPTION = "unknown option";
export const MISSING_OPTION = "missing option";

const reportAt = (input: Record<string, unknown>, key: string): [v.ObjectPathItem] => [
  { type: "object", origin: "value", input, key, value: input[key] },
];

/** An object with these entries, in the order of the file. */
export interface Fields<E extends v.ObjectEntries> extends v.GenericSchema<
  unknown,
  Readonly<v.InferOutput<v.ObjectSchema<E, undefined>>>
> {
  readonly entries: E;
  readonly formOrder: readonly string[];
}

/** An object with these fields; others are kept and reported. Forms show those of `last` after the others. */
export function fields<const E extends v.ObjectEntries>(
  entries: E,
  last: readonly (keyof E & string)[] = [],
): Fields<E> {
  const schema = v.pipe(
    v.looseObject(entries),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const input: Record<string, unknown> = dataset.value;
      for (const key of Object.keys(input))
        if (!Object.hasOwn(entries, key))
          addIssue({ message: UNKNOWN_FIELD, path: reportAt(input, key) });
    }),
  );
  const early = Object.keys(entries).filter((key) => !last.some((late) => late === key));
  return { ...schema, formOrder: [...early, ...last] };
}

export interface List<S extends v.GenericSchema> extends v.GenericSchema<
  unknown,
  readonly v.InferOutput<S>[]
> {
  readonly item: S;
}

export function list<S extends v.GenericSchema>(item: S, most = LONGEST_LIST): List<S> {
  return v.pipe(v.array(item), v.maxLength(most));
}

/** A list that holds something. */
export function someOf<S extends v.GenericSchema>(item: S): List<S> {
  return { ...v.pipe(list(item), v.minLength(1)), item };
}

/** A value, or one value for each option of a reading. */
export function byReading<T>(
  value: v.GenericSchema<unknown, T>,
): v.GenericSchema<unknown, Choice<T>> {
  const disputed = v.pipe(
    fields({ reading: v.picklist(READING_IDS), choices: v.record(v.string(), value) }),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const { reading, choices } = dataset.value;
      const options = readingOf(reading).options.map((option) => option.id);
      const choicesPath: v.ObjectPathItem = {
        type: "object",
        origin: "value",
        input: dataset.value,
        key: "choices",
        value: choices,
      };
      for (const option of options)
        if (!Object.hasOwn(choices, option))
          addIssue({
            message: MISSING_OPTION,
            path: [choicesPath, ...reportAt(choices, option)],
          });
      for (const option of Object.keys(choices))
        if (!options.includes(option))
          addIssue({
            message: `${UNKNOWN_OPTION} ${reading}`,
            path: [choicesPath, ...reportAt(choices, option)],
          });
    }),
  );
  return v.lazy((input): v.GenericSchema<unknown, Choice<T>> =>
    isObject(input) && ("reading" in input || "choices" in input) ? disputed : value,
  );
}
