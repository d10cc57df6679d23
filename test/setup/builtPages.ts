// Takes: the repository. Gives: the pages that tests open in a browser, each built once before the first of them.
import path from "node:path";
import { buildAddIn, buildPage } from "../../workbench/build";
import { buildHostScript } from "../browser/pane/hostScript";

const ROOT = path.join(import.meta.dirname, "..", "..");

export async function setup(): Promise<void> {
  const say = (line: string): void => console.log(line);
  await buildAddIn(ROOT, say);
  await buildPage(ROOT, say);
  await buildHostScript();
}
