import { createContext, useContext } from "react";

/** Whether the line of a list is the one that Tab leads to: a list is one stop, arrow keys lead through it. */
export const LineFocus = createContext(true);

/** The tabIndex of a button in a line: 0 in the line that Tab leads to and outside of lists, else -1. */
export function useTabStop(): 0 | -1 {
  return useContext(LineFocus) ? 0 : -1;
}
