import { createContext, useContext } from "react";
import type { ReadingId } from "../../policy";

/** Leads from wherever an undecided reading matters to where it is decided. */
export const OpenReadingContext = createContext<(reading: ReadingId) => void>(() => undefined);

export function useOpenReading(): (reading: ReadingId) => void {
  return useContext(OpenReadingContext);
}
