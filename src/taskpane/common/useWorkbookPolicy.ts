import { useCallback, useSyncExternalStore } from "react";
import type { WorkbookPolicy } from "../../tasks";
import { usePane } from "./pane";

/** The policy of the workbook as it was read last; null until somebody has asked for it. */
export function useWorkbookPolicy(): WorkbookPolicy | null {
  const { policy } = usePane();
  const subscribe = useCallback((listener: () => void) => policy.subscribe(listener), [policy]);
  return useSyncExternalStore(subscribe, policy.known);
}
