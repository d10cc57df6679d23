import type { PaneStore } from "./paneStore";

/** What every page of the pane is given. */
export interface PageProps {
  readonly store: PaneStore;
}
