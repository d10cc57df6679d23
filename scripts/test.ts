// `npm test`: everything that must hold before a change is shared, in two lanes side by side, since nearly every
// step uses one core. In one lane the pages are built and tried in a browser, in the other is everything else.
// Meanwhile what the tests need of the machine is installed, if it is missing: the tests of both lanes wait for it.
// Every step runs even if one before it failed, so that one run tells everything.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
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

const machine: Step = {
  name: "browser and office",
  program: "tsx/dist/cli.mjs",
  args: ["scripts/ensureMachine.ts"],
};

interface Lane {
  readonly checks: readonly Step[];
  readonly tests: Step;
}

// They take about as long as one another. Types are checked by TypeScript 7, in a fourth of the time; 6 stays for lint
// and the build, which know its interface alone.
const lanes: readonly Lane[] = [
  {
    checks: [
      { name: "build", program: "webpack/bin/webpack.js", args: ["--stats", "errors-warnings"] },
    ],
    tests: tests.browser,
  },
  {
    checks: [
      { name: "types", program: "typescript-7/bin/tsc", args: ["-p", "tsconfig.json"] },
      {
        name: "types of the pure rooms",
        program: "typescript-7/bin/tsc",
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
    ],
    tests: tests.others,
  },
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

/** Runs a step and prints it as a whole when it ends; its name if it failed. */
async function runStep(step: Step): Promise<string[]> {
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
  return ended(step, status, started);
}

/** Runs the checks of a lane one after the other, then its tests once the machine is ready; the names of what failed. */
async function runLane({ checks, tests }: Lane, ready: Promise<unknown>): Promise<string[]> {
  const failed: string[] = [];
  for (const check of checks) failed.push(...(await runStep(check)));
  await ready;
  return [...failed, ...(await runStep(tests))];
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
  rmSync(resultsFolder, { recursive: true, force: true });
  mkdirSync(resultsFolder);

  const ready = runStep(machine);
  const running = [ready, ...lanes.map((lane) => runLane(lane, ready))];
  const failed = (await Promise.all(running)).flat();
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
