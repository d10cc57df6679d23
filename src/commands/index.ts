// Takes: the ribbon's buttons.
// Gives: the same tasks that the pane's buttons run, by way of the pane.
// Never: tasks of its own.
import { showPane } from "../excel";
import { paneRequests, type PaneRequest } from "../tasks";

/** Not every Office hands the event over whole. */
type CommandEvent = Partial<Office.AddinCommands.Event> | undefined;

/** A button stays pressed until its command says that it is over: also when it fails. */
async function run(event: CommandEvent, request: PaneRequest): Promise<void> {
  try {
    if (request === "validateMonth") await showPane();
    await paneRequests.send(request);
  } finally {
    event?.completed?.();
  }
}

/** The ids are the manifest's. */
function associate(request: PaneRequest): void {
  Office.actions.associate(request, (event: CommandEvent) => {
    void run(event, request);
  });
}

// At once, not when Office is ready: by then Excel may have called the first button.
if (typeof Office !== "undefined") {
  associate("validateMonth");
  associate("clearHighlights");
}
