import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";

const DAY = 24 * 60 * 60 * 1000;

/** All files under a file or folder; nothing where it does not exist. */
function filesUnder(place: string): string[] {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place).flatMap((name) => filesUnder(path.join(place, name)));
}

/**
 * Builds the add-in with its own build where `dist` is missing or older than what it is made of.
 * @throws Error when the build fails.
 */
export async function buildAddIn(root: string, say: (line: string) => void): Promise<void> {
  const page = path.join(root, "dist", "taskpane.html");
  const made = existsSync(page) ? statSync(page).mtimeMs : 0;
  const sources = ["src", "assets", "scripts", "manifest.xml", "webpack.config.js", "package.json"];
  const newest = sources
    .flatMap((name) => filesUnder(path.join(root, name)))
    .reduce((time, file) => Math.max(time, statSync(file).mtimeMs), 0);
  if (made >= newest) return;
  say("正在构建加载项…… Building the add-in…");
  const bin = createRequire(path.join(root, "package.json")).resolve("webpack/bin/webpack.js");
  await promisify(execFile)(process.execPath, [bin], { cwd: root });
  // webpack leaves a file alone that has not changed: it would look older than its sources for ever.
  utimesSync(page, new Date(), new Date());
}

/** Changes whenever something changes that the page is made of. */
function fingerprint(root: string): string {
  const hash = createHash("sha256");
  const sources = [
    "workbench",
    "host",
    "src/ooxml",
    "src/wording",
    "src/units",
    "package-lock.json",
  ];
  for (const file of sources.flatMap((name) => filesUnder(path.join(root, name)))) {
    hash.update(path.relative(root, file)).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 16);
}

/**
 * Builds the workbench's page once for each state of its sources.
 * @returns the folder with `main.js` and its chunks
 * @throws Error with the compiler's messages when the build fails.
 */
export async function buildPage(root: string, say: (line: string) => void): Promise<string> {
  const cache = path.join(root, "node_modules", ".cache", "workbench");
  const output = path.join(cache, fingerprint(root));
  if (existsSync(output)) return output;
  say("正在构建工作台页面，仅首次需要几秒…… Building the workbench page, once…");
  mkdirSync(cache, { recursive: true });
  // Another process may build at the same time: each into a folder of its own, the first one counts.
  const building = path.join(cache, `building-${randomUUID()}`);
  try {
    await build({
      absWorkingDir: root,
      entryPoints: { main: "workbench/page/main.ts" },
      outdir: building,
      bundle: true,
      // The grid fetches its word breaks for other languages when they are needed.
      splitting: true,
      format: "esm",
      target: "es2022",
      define: { "process.env.NODE_ENV": '"production"' },
      logLevel: "silent",
    });
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    throw error;
  }
  if (existsSync(output)) rmSync(building, { recursive: true });
  else renameSync(building, output);
  for (const name of readdirSync(cache)) {
    const folder = path.join(cache, name);
    if (folder !== output && Date.now() - statSync(folder).mtimeMs > DAY) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return output;
}
