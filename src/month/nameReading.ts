import { fullReadingOf, type Reading, type ReadingId, type Words } from "../policy";
import type { NamedReading } from "./types";

const known = new Map<ReadingId, Reading>();

function fullReading(id: ReadingId): Reading {
  let reading = known.get(id);
  if (reading === undefined) known.set(id, (reading = fullReadingOf(id)));
  return reading;
}

export function nameReading(id: ReadingId): NamedReading {
  return { id, title: fullReading(id).title };
}

/** What people read for an option of a reading. */
export function optionLabel(id: ReadingId, option: string): Words {
  const found = fullReading(id).options.find((candidate) => candidate.id === option);
  return found?.label ?? { zh: option, en: option };
}

/** The options that settle a reading one way or another: not the one that refuses to compute. */
export function settlingOptions(id: ReadingId): readonly string[] {
  return fullReading(id)
    .options.map((option) => option.id)
    .filter((option) => option !== "undefined");
}
