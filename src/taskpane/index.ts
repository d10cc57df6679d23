// Takes: the page and Office, as soon as it is ready.
// Gives: the task pane, whose code is fetched only now, so that functions answer first.
// Never: judgements; a silent blank page.

/** How long Office may take before somebody is told that something is wrong, in milliseconds. */
const PATIENCE_MS = 10_000;

function findRoot(): HTMLElement {
  const root = document.getElementById("root");
  if (root === null) throw new Error("taskpane.html lacks its root element");
  return root;
}

function wait(milliseconds: number): Promise<"late"> {
  return new Promise((resolve) => setTimeout(() => resolve("late"), milliseconds));
}

/** Where the pane runs: in Excel, outside it, or without Microsoft's script. */
async function findHost(): Promise<"excel" | "noExcel" | "noOffice"> {
  if (typeof Office === "undefined") return "noOffice";
  const answer = await Promise.race([Office.onReady(), wait(PATIENCE_MS)]);
  if (answer === "late") return "noOffice";
  // Null outside Office, whatever the types say.
  const host: unknown = answer.host;
  return host === null ? "noExcel" : "excel";
}

async function open(): Promise<void> {
  const host = await findHost();
  const { openPane, showNoHost } = await import("./main");
  if (host === "excel") openPane(findRoot());
  else showNoHost(findRoot(), host);
}

void open();
