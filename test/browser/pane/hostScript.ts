import path from "node:path";
import { build } from "esbuild";

const ROOT = path.resolve(__dirname, "../../..");

/** The emulated host over a plain cell store, as one script for a page. */
export const HOST_SCRIPT = path.join(ROOT, ".cache", "pane-host", "host.js");

/**
 * Writes that script.
 * @throws Error with the compiler's messages when it cannot be built.
 */
export async function buildHostScript(): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["test/browser/pane/hostPage.ts"],
    outfile: HOST_SCRIPT,
    bundle: true,
    format: "iife",
    target: "es2022",
    logLevel: "silent",
  });
}
