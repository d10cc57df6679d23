import type { Preset, ReadingId } from "./types";
import { readingOf, type OptionId } from "./readings";

type Choices = { readonly [R in ReadingId]?: OptionId<R> };

/** What the presets choose where it is not the default; recommended are the defaults. */
export const presetChoices: Readonly<Record<Exclude<Preset, "recommended">, Choices>> = {
  literal: {
    SALARY_RESERVE: "30000",
    SCORE_60: "undefined",
    SCORE_80: "undefined",
    SCORE_90_91: "undefined",
    JUNIOR_H: "exactly",
    WINDOW_HISTORY: "recorded",
    DISMISSAL_BASIS: "assessments",
    DISMISSAL_SCOPE: "juniorOnly",
  },
  favourable: {
    SALARY_RESERVE: "30000",
    COMMISSION_T1_FROM: "50000",
    PROBATION_VARIABLE: "full",
    PERF_T1_RATE: "20",
    SCORE_90_91: "T1",
    CRITERIA_ROLE: "exit",
    MIDDLE_MONTHS: "3",
    WINDOW_HISTORY: "recorded",
    STREAK_ANCHOR: "any",
    MISSING_MONTH: "bridge",
    DISMISSAL_SCOPE: "juniorOnly",
    COMPLAINT_2ND: "total100",
    COMPLAINT_3_INCLUSIVE: "no",
  },
};

/** What a preset chooses for a reading; the default where it names nothing. */
export function optionUnder(preset: Preset, reading: ReadingId): string {
  const chosen = preset === "recommended" ? undefined : presetChoices[preset][reading];
  return chosen ?? readingOf(reading).default;
}
