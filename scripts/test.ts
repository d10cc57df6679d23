// `npm test`: everything that must hold before a change is shared, in two lanes side by side, since nearly every
// step uses one core. In one lane the pages are built and tried in a browser, in the other is everything else.
// Every step runs even if one before it failed, so that one run tells everything.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ensureBrowser } from "./ensureBrowser";
import { ensureOffice } from "./ensureOffice";
import { closingLine, readTestCounts, type TestCounts } from "./testCounts";

const root = path.join(import.meta.dirname, "..");
const resultsFolder = path.join(root, "test-results");

type Step = { readonly name: string; readonly program: string; readonly args: readonly string[] };

// The programs are started by their files, not through npx: the same on every system, and faster.
/** Tests of some of the projects of vitest.config.mts, and where they report. */
function testsOf(...projects: readonly string[]): Step & { readonly results: string } {
  const results = path.join(resultsFolder, `${projects.join("-")}.json`);
  return {
    name: `tests: ${projects.join(", ")}`,
    program: "vitest/vitest.mjs",
    args: [
      "run",
      ...projects.map((project) => `--project=${project}`),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${results}`,
    ],
    results,
  };
}

const tests = { browser: testsOf("browser"), others: testsOf("pure", "node") };

// They take about as long as one another.
const lanes: readonly (readonly Step[])[] = [
  [
    { name: "build", program: "webpack/bin/webpack.js", args: ["--stats", "errors-warnings"] },
    tests.browser,
  ],
  [
    { name: "types", program: "typescript/bin/tsc", args: ["-p", "tsconfig.json"] },
    {
      name: "types of the pure rooms",
      program: "typescript/bin/tsc",
      args: ["-p", "tsconfig.pure.json"],
    },
    { name: "lint", program: "eslint/bin/eslint.js", args: ["--max-warnings", "0", "."] },
    {
      name: "rooms and imports",
      program: "dependency-cruiser/bin/dependency-cruise.mjs",
      args: [
        "--config",
        ".dependency-cruiser.cjs",
        "src",
        "host",
        "workbench",
        "test",
        "bench",
        "scripts",
      ],
    },
    { name: "format", program: "prettier/bin/prettier.cjs", args: ["--check", "."] },
    tests.others,
  ],
];

function commandOf({ program, args }: Step): readonly [string, readonly string[]] {
  return [process.execPath, [path.join(root, "node_modules", program), ...args]];
}

/** Prints how a step ended; its name if it failed. */
function ended({ name }: Step, status: number | null, started: number): string[] {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${name}: ${status === 0 ? "ok" : "FAILED"} (${seconds} s)`);
  return status === 0 ? [] : [name];
}

/** Runs checks one after the other and prints each as a whole when it ends; the names of those that failed. */
async function runLane(steps: readonly Step[]): Promise<string[]> {
  const failed: string[] = [];
  for (const step of steps) {
    const started = performance.now();
    const [program, args] = commandOf(step);
    const child = spawn(program, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => said.push(chunk));
    const status = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    process.stdout.write(`\n${Buffer.concat(said).toString()}`);
    failed.push(...ended(step, status, started));
  }
  return failed;
}

/** What the test runs reported; a run that reported nothing has failed. */
function reported(): TestCounts {
  return Object.values(tests)
    .map(({ results }) =>
      existsSync(results) ? readTestCounts(results) : { passed: 0, failed: 1, skipped: 0 },
    )
    .reduce((sum, counts) => ({
      passed: sum.passed + counts.passed,
      failed: sum.failed + counts.failed,
      skipped: sum.skipped + counts.skipped,
    }));
}

async function main(): Promise<void> {
  const browser = ensureBrowser();
  console.log(`Browser: ${browser}`);
  const office = ensureOffice();
  console.log(`Office: ${office.soffice}, ${office.pdftotext}`);
  rmSync(resultsFolder, { recursive: true, force: true });
  mkdirSync(resultsFolder);

  const failed = (await Promise.all(lanes.map(runLane))).flat();
  const counts = reported();
  if (counts.skipped > 0) failed.push(`${String(counts.skipped)} skipped`);
  if (counts.passed === 0) failed.push("no test ran");

  console.log(failed.length === 0 ? "\nAll steps ok." : `\nFailed: ${failed.join(", ")}.`);
  console.log(closingLine(counts));
  // .ci/run repeats it.
  writeFileSync(path.join(resultsFolder, "closing-line.txt"), `${closingLine(counts)}\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

void main();
