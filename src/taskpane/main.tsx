import { createRoot } from "react-dom/client";
import { excelGateway, readSurroundings, workbookPolicy } from "../excel";
import { paneRequests } from "../tasks";
import { monthFromDate } from "../units";
import { languageFor, localeOf } from "../wording";
import { policyStateOf } from "./policy/kept/policyState";
import { App } from "./shell/App";
import { NoHost } from "./shell/NoHost";
import { Pane } from "./shell/pane";

function setLanguage(tag: string | null): void {
  document.documentElement.lang = localeOf(languageFor(tag));
}

/** Draws the pane on the workbook that it was opened in, and answers the ribbon's buttons from now on. */
export function openPane(root: HTMLElement): void {
  const { displayLanguage, dark } = readSurroundings();
  setLanguage(displayLanguage);
  const pane = new Pane(excelGateway, workbookPolicy, () => monthFromDate(new Date()));
  createRoot(root).render(
    <App pane={pane} language={languageFor(displayLanguage)} officeIsDark={dark} />,
  );
  workbookPolicy.subscribe((policy) => (root.dataset["policy"] = policyStateOf(policy)));
  void workbookPolicy.load();
  paneRequests.serve(pane.serve);
  void pane.month.start();
  // Once and before HR begins to work here: each handler registered later would cost Excel's own undo.
  void pane.month.follow(true);
  window.addEventListener("focus", () => void pane.month.comeBack());
}

/** Says what to do where there is no Excel to work with. */
export function showNoHost(root: HTMLElement, why: "noOffice" | "noExcel"): void {
  const tag = navigator.language;
  setLanguage(tag);
  createRoot(root).render(<NoHost why={why} language={languageFor(tag)} />);
}
