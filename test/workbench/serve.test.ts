import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serveWorkbench, type RunningWorkbench } from "../../workbench/serve";

let folder: string;
let running: RunningWorkbench;

const TASKPANE =
  '<html><head><script defer src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script><script defer src="functions.js"></script></head></html>';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "workbench-"));
  const put = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  put("repo/workbench/page/index.html", "<title>page</title>");
  put("repo/workbench/page/main.ts", "source");
  put("repo/dist/taskpane.html", TASKPANE);
  put("repo/dist/functions.js", "functions");
  put("repo/node_modules/@microsoft/office-js/dist/office.js", "library");
  put("repo/node_modules/@univerjs/core/lib/index.css", "css");
  put("repo/node_modules/@univerjs/core/package.json", "secret");
  put("repo/secret.txt", "secret");
  put("built/main.js", "built");
  put("成绩 表.xlsx", "workbook");
  put("other.xlsx", "secret");
  running = await serveWorkbench({
    root: path.join(folder, "repo"),
    page: path.join(folder, "built"),
    workbook: path.join(folder, "成绩 表.xlsx"),
    port: 0,
  });
});

afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true });
});

/** Asks for a path exactly as it is written: `fetch` would normalise it. */
function ask(
  asked: string,
  { host, method = "GET", known }: { host?: string; method?: string; known?: string } = {},
): Promise<{ status: number; body: string; headers: Record<string, unknown> }> {
  const { port } = new URL(running.address);
  return new Promise((resolve, reject) => {
    request(
      {
        host: "127.0.0.1",
        port,
        path: asked,
        method,
        headers: {
          host: host ?? `localhost:${port}`,
          ...(known !== undefined && { "if-none-match": known }),
        },
      },
      (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (text: string) => (body += text));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
        );
      },
    )
      .on("error", reject)
      .end();
  });
}

it.each([
  ["/", "<title>page</title>"],
  ["/page/main.js", "built"],
  ["/addin/functions.js", "functions"],
  ["/office/office.js", "library"],
  ["/univer/core/lib/index.css", "css"],
  ["/workbook", "workbook"],
])("serves %s", async (asked, body) => {
  expect(await ask(asked)).toMatchObject({ status: 200, body });
});

it.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2f..%2fsecret.txt",
  "/addin/../../secret.txt",
  "/addin/..%2f..%2fsecret.txt",
  "/addin/%2e%2e/secret.txt",
  "/office/..%5c..%5csecret.txt",
  "/page/..%2fother.xlsx",
  "/page//etc/passwd",
  "/workbook/../other.xlsx",
  "/workbook/other.xlsx",
  "/univer/core/package.json",
  "/addin/%00",
  "/addin",
  "/nothing",
])("has nothing at %s", async (asked) => {
  const { status, body } = await ask(asked);
  expect(body).not.toContain("secret");
  expect(body).not.toContain("root:");
  expect([404, 400]).toContain(status);
});

it("puts the host before Microsoft's library, which it serves itself, and changes nothing else", async () => {
  const { body } = await ask("/addin/taskpane.html");
  expect(body).toBe(
    TASKPANE.replace(
      '<script defer src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>',
      '<script>parent.workbenchHost.install(window);</script><script defer src="/office/office.js"></script>',
    ),
  );
});

it("tells the page the workbook's name, and the browser to reach nothing else", async () => {
  const { headers } = await ask("/workbook");
  expect(decodeURIComponent(String(headers["x-workbook-name"]))).toBe("成绩 表.xlsx");
  expect(headers["content-security-policy"]).toContain("default-src 'self'");
});

it("sends again only what has changed", async () => {
  const { headers } = await ask("/addin/functions.js");
  const known = String(headers["etag"]);
  expect(await ask("/addin/functions.js", { known })).toMatchObject({ status: 304, body: "" });
  writeFileSync(path.join(folder, "repo/dist/functions.js"), "function2");
  expect(await ask("/addin/functions.js", { known })).toMatchObject({
    status: 200,
    body: "function2",
  });
});

it("answers its own names only, and only reads", async () => {
  expect((await ask("/", { host: "evil.example" })).status).toBe(421);
  expect((await ask("/", { host: "127.0.0.1:1" })).status).toBe(200);
  expect((await ask("/", { method: "POST" })).status).toBe(405);
  expect((await ask("/%E0%A4%A")).status).toBe(400);
});

it("refuses a given port that is busy, and takes a free one when none is given", async () => {
  const files = {
    root: path.join(folder, "repo"),
    page: path.join(folder, "built"),
    workbook: path.join(folder, "other.xlsx"),
  };
  const { port } = new URL(running.address);
  await expect(serveWorkbench({ ...files, port: Number(port) })).rejects.toThrow(/EADDRINUSE/);
  const first = await serveWorkbench(files);
  const second = await serveWorkbench(files);
  expect(new URL(first.address).port).not.toBe(new URL(second.address).port);
  expect((await fetch(`${second.address}workbook`)).status).toBe(200);
  await first.close();
  await second.close();
});
