/** So long Excel may take for a first answer before somebody is told why it may not come, in milliseconds. */
const PATIENCE_MS = 2_000;

/** Whether Excel keeps somebody waiting; it is drawn like any state of the pane. */
export interface ExcelWaits {
  readonly waiting: boolean;
}

const QUIET: ExcelWaits = { waiting: false };
const WAITING: ExcelWaits = { waiting: true };

const listeners = new Set<() => void>();
let conversations = 0;

function change(by: 1 | -1): void {
  conversations += by;
  for (const listener of listeners) listener();
}

/**
 * Whether a conversation with Excel has had no answer at all for longer than one takes: on the desktop Excel holds
 * every request back while a cell is being edited, and a click into the pane does not end that.
 */
export const excelWaits = {
  read: (): ExcelWaits => (conversations > 0 ? WAITING : QUIET),
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** A conversation begins; gives what ends the waiting, at its first answer or its end. */
export function awaitAnswer(): () => void {
  let counted = false;
  const timer = setTimeout(() => {
    counted = true;
    change(1);
  }, PATIENCE_MS);
  return () => {
    clearTimeout(timer);
    if (counted) change(-1);
    counted = false;
  };
}
