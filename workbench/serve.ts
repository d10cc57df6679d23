import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { buildAddIn, buildPage } from "./build";

/** The port that is tried first; another free one is taken when it is busy. */
const USUAL_PORT = 3100;

export interface WorkbenchOptions {
  /** The repository. */
  readonly root: string;
  /** The .xlsx file to open; the sample when left out. */
  readonly file?: string;
  /** The only port to take; when left out, the usual one or any that is free. */
  readonly port?: number;
  readonly say?: (line: string) => void;
}

export interface RunningWorkbench {
  /** "http://localhost:3100/" */
  readonly address: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Nothing on these pages may reach another machine. Microsoft's library and the grid use eval. */
const POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:";

const OFFICE_SCRIPT = /<script\b[^>]*\bsrc="[^"]*office(?:\.debug)?\.js"[^>]*><\/script>/;

/** The add-in's page with the host in front of Microsoft's library, which comes from this server. */
function onOurHost(page: string): string {
  if (!OFFICE_SCRIPT.test(page)) throw new Error("taskpane.html loads no office.js");
  return page.replace(
    OFFICE_SCRIPT,
    (tag) =>
      `<script>parent.workbenchHost.install(window);</script>${tag.replace(/src="[^"]*"/, 'src="/office/office.js"')}`,
  );
}

interface Answer {
  readonly body: Uint8Array | string;
  readonly type: string;
  readonly name?: string;
}

/** Reads a file below `folder`; undefined where there is none or the path leads out of it. */
async function fileBelow(folder: string, relative: string): Promise<Answer | undefined> {
  const place = path.resolve(folder, relative);
  if (!place.startsWith(folder + path.sep)) return undefined;
  const found = await stat(place).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  return {
    body: await readFile(place),
    type: TYPES[path.extname(place)] ?? "application/octet-stream",
  };
}

type Route = (rest: string) => Promise<Answer | undefined>;

function routes(root: string, page: string, workbook: string): Readonly<Record<string, Route>> {
  const source = path.join(root, "workbench", "page");
  const dist = path.join(root, "dist");
  const univer = path.join(root, "node_modules", "@univerjs");
  const office = path.join(root, "node_modules", "@microsoft", "office-js", "dist");
  return {
    "": (rest) => fileBelow(source, rest === "" ? "index.html" : rest),
    page: (rest) => fileBelow(page, rest),
    univer: (rest) =>
      rest.endsWith("/lib/index.css") ? fileBelow(univer, rest) : Promise.resolve(undefined),
    office: (rest) => fileBelow(office, rest),
    addin: async (rest) => {
      const answer = await fileBelow(dist, rest);
      return rest === "taskpane.html" && answer !== undefined
        ? { ...answer, body: onOurHost(new TextDecoder().decode(Buffer.from(answer.body))) }
        : answer;
    },
    workbook: async (rest) => {
      if (rest !== "") return undefined;
      const answer = await fileBelow(path.dirname(workbook), path.basename(workbook));
      return answer === undefined ? undefined : { ...answer, name: path.basename(workbook) };
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  table: Readonly<Record<string, Route>>,
): Promise<void> {
  // A page elsewhere could point a name of its own at this machine: only our own names are served.
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  if (!["localhost", "127.0.0.1", "[::1]"].includes(host)) {
    response.writeHead(421).end();
    return;
  }
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  let asked: string;
  try {
    asked = decodeURIComponent(pathname).slice(1);
  } catch {
    response.writeHead(400).end();
    return;
  }
  const [first = "", ...others] = asked.split("/");
  const known = others.length > 0 || first === "workbook" ? table[first] : undefined;
  const found = await (known ?? table[""])?.(known === undefined ? asked : others.join("/"));
  if (found === undefined || (request.method !== "GET" && request.method !== "HEAD")) {
    response.writeHead(found === undefined ? 404 : 405, { "Content-Type": "text/plain" });
    response.end(found === undefined ? "Not found" : "Only GET");
    return;
  }
  // Always asked for, but sent and compiled again only where it has changed.
  const tag = `"${createHash("sha256").update(found.body).digest("base64url")}"`;
  const isKnown = request.headers["if-none-match"] === tag;
  response.writeHead(isKnown ? 304 : 200, {
    "Content-Type": found.type,
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
    ETag: tag,
    ...(found.name !== undefined && { "X-Workbook-Name": encodeURIComponent(found.name) }),
  });
  response.end(isKnown || request.method === "HEAD" ? undefined : found.body);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}

/** What is served: the repository, the built page, the workbook, and the port to take. */
export interface ServedFiles {
  readonly root: string;
  /** The folder of the built page. */
  readonly page: string;
  readonly workbook: string;
  readonly port?: number | undefined;
  readonly say?: (line: string) => void;
}

/** Serves the workbench as it is built. @throws Error when the given port is busy. */
export async function serveWorkbench(files: ServedFiles): Promise<RunningWorkbench> {
  const { root, page, workbook, port, say = () => undefined } = files;
  const table = routes(path.resolve(root), path.resolve(page), path.resolve(workbook));
  const server = createServer((request, response) => {
    answer(request, response, table).catch((error: unknown) => {
      say(String(error));
      response.writeHead(500).end();
    });
  });
  await listen(server, port ?? USUAL_PORT).catch(async (error: unknown) => {
    if (port !== undefined || !isBusy(error)) throw error;
    await listen(server, 0);
  });
  // A server that listens on a port has an address with a port, never a path.
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Builds what is not built yet and serves the workbench on localhost.
 * @throws Error when the file is missing, a build fails, or the given port is busy.
 */
export async function startWorkbench(options: WorkbenchOptions): Promise<RunningWorkbench> {
  const { root, port, say = () => undefined } = options;
  const workbook = path.resolve(
    options.file ?? path.join(root, "workbench", "sample", "sample.xlsx"),
  );
  if (!(await stat(workbook).catch(() => undefined))?.isFile()) {
    throw new Error(`找不到文件：${workbook}`);
  }
  await buildAddIn(root, say);
  return serveWorkbench({ root, page: await buildPage(root, say), workbook, port, say });
}
