import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../../setup/browser";
import type { PaneSetup } from "./hostPage";
import { HOST_SCRIPT } from "./hostScript";

const ROOT = path.resolve(__dirname, "../../..");
const OFFICE = path.join(ROOT, "node_modules/@microsoft/office-js/dist");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
};

const HOST = "host.js";

/** The pane's page with Microsoft's library from this server and, where there is Office, the host before it. */
function pageWith(html: string): string {
  const host = `<script>if (globalThis.paneSetup) document.write('<script src="/${HOST}"><\\/script>')</script>`;
  return html
    .replace(/https:[^"]*office\.js/, "/office/office.js")
    .replace("<head>", `<head>${host}`);
}

/** Serves the built add-in; scripts are kept by the browser, so that only the first page waits for them. */
function serve(dist: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const [folder, relative] = pathname.startsWith("/office/")
      ? [OFFICE, pathname.slice("/office/".length)]
      : [dist, pathname.slice(1)];
    readFile(relative === HOST ? HOST_SCRIPT : path.join(folder, relative)).then(
      (bytes) => {
        response.setHeader("Content-Type", TYPES[path.extname(relative)] ?? "text/plain");
        if (relative === "taskpane.html") response.end(pageWith(bytes.toString()));
        else response.setHeader("Cache-Control", "max-age=3600").end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

export interface PaneView extends PaneSetup {
  readonly width?: number;
  readonly colorScheme?: "light" | "dark";
  /** false: no Microsoft library, as when its address is blocked. */
  readonly office?: boolean;
}

export interface PaneBench {
  /** Opens the built task pane on a workbook. */
  open(view: PaneView): Promise<Page>;
  close(): Promise<void>;
}

/** The built add-in in Chromium on the emulated host. */
export async function startPaneBench(dist = path.join(ROOT, "dist")): Promise<PaneBench> {
  const [server, browser]: [Server, Browser] = await Promise.all([serve(dist), launchBrowser()]);
  // One context: what one page has loaded and compiled the next one need not.
  const context = await browser.newContext();
  // A listening server on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    open: async ({ width = 350, colorScheme = "light", office = true, ...setup }) => {
      const page = await context.newPage();
      // On a busy machine a page may take longer than the usual half minute.
      page.setDefaultTimeout(60_000);
      await page.setViewportSize({ width, height: 720 });
      await page.emulateMedia({ colorScheme });
      page.on("pageerror", (error) => {
        throw error;
      });
      if (office)
        await page.addInitScript({
          content: `globalThis.paneSetup = ${JSON.stringify(setup)};`,
        });
      else await page.route("**/office/**", (route) => route.abort());
      await page.goto(`http://localhost:${port}/taskpane.html`);
      return page;
    },
    close: async () => {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
