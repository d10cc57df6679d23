import type { ExcelHost } from "./host";

/** A page's window, as far as it is touched. */
interface PageWindow {
  readonly external: object;
}

/**
 * Puts the host into a page before office.js is loaded there: the page itself or, for a task pane, a
 * frame of the same origin (call it from the frame's first script, or before its document is written).
 */
export function installOfficeHost(window: PageWindow, host: ExcelHost): void {
  // `external` is the browser's own object and cannot be replaced, but it takes further members.
  Object.assign(window.external, host.connect());
}
