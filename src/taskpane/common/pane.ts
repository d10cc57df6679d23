import { createContext, useContext } from "react";
import type { Pane } from "../shell/pane";
import { useStore } from "./store";

export const PaneContext = createContext<Pane | null>(null);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (pane === null) throw new Error("A part of the pane is drawn outside it");
  return pane;
}

/** Whether any task runs. */
export function useRunning(): boolean {
  return useStore(usePane().tasks, ({ activity }) => activity !== null);
}

/** Whether buttons are disabled: a task runs, other than validating again in the background. */
export function useBusy(): boolean {
  return useStore(usePane().tasks, ({ activity }) => activity !== null && activity.quiet !== true);
}
