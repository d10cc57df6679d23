// Takes: the ribbon's buttons.
// Gives: the same tasks that the pane's buttons run, by way of the pane.
// Never: tasks of its own.
import { showPane } from "../excel";
import { paneRequests, type PaneRequest } from "../tasks";

/** Not every Office hands the event over whole. */
type CommandEvent = Partial<Office.AddinCommands.Event> | undefined;

/**
 * A button stays pressed until its command is over, and some Excel shows the pane only then. So the command
 * ends here: the pane shows how its task goes on.
 */
function run(event: CommandEvent, request: PaneRequest): void {
  event?.completed?.();
  if (request === "validateMonth") void showPane();
  void paneRequests.send(request);
}

/** The ids are the manifest's. */
function associate(request: PaneRequest): void {
  Office.actions.associate(request, (event: CommandEvent) => run(event, request));
}

// At once, not when Office is ready: by then Excel may have called the first button.
if (typeof Office !== "undefined") {
  associate("validateMonth");
  associate("clearHighlights");
}
