// Takes: nothing. Gives: a headless browser of its own profile that talks to localhost only.
import { chromium, type Browser } from "playwright-core";
import { ensureBrowser } from "../../scripts/ensureBrowser";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser of this machine; the caller closes it. Playwright gives it a new profile. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureBrowser(), args: quiet, headless: true });
}
