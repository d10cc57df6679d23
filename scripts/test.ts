// `npm test`: everything that must hold before a change is shared, in the order in which it is cheap to fail.
// Every step runs even if one before it failed, so that one run tells everything.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ensureBrowser } from "./ensureBrowser";
import { ensureOffice } from "./ensureOffice";
import { closingLine, readTestCounts, type TestCounts } from "./testCounts";

const root = path.join(import.meta.dirname, "..");
const resultsFolder = path.join(root, "test-results");
const results = path.join(resultsFolder, "vitest.json");

type Step = { readonly name: string; readonly program: string; readonly args: readonly string[] };

// The programs are started by their files, not through npx: the same on every system, and faster.
const checks: readonly Step[] = [
  { name: "types", program: "typescript/bin/tsc", args: ["-p", "tsconfig.json"] },
  {
    name: "types of the pure rooms",
    program: "typescript/bin/tsc",
    args: ["-p", "tsconfig.pure.json"],
  },
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
  { name: "lint", program: "eslint/bin/eslint.js", args: ["--max-warnings", "0", "."] },
  { name: "build", program: "webpack/bin/webpack.js", args: ["--stats", "errors-warnings"] },
];

const tests: Step = {
  name: "tests",
  program: "vitest/vitest.mjs",
  args: ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${results}`],
};

/** Runs one step, prints its name, time and outcome; true if it succeeded. */
function run({ name, program, args }: Step): boolean {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, "node_modules", program), ...args],
    { cwd: root, stdio: "inherit" },
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${name}: ${status === 0 ? "ok" : "FAILED"} (${seconds} s)`);
  return status === 0;
}

/** What the test run reported; a run that reported nothing has failed. */
function reported(): TestCounts {
  return existsSync(results) ? readTestCounts(results) : { passed: 0, failed: 1, skipped: 0 };
}

const browser = ensureBrowser();
console.log(`Browser: ${browser}`);
const office = ensureOffice();
console.log(`Office: ${office.soffice}, ${office.pdftotext}`);
rmSync(resultsFolder, { recursive: true, force: true });
mkdirSync(resultsFolder);

const failed = [...checks, tests].filter((step) => !run(step)).map(({ name }) => name);
const counts = reported();
if (counts.skipped > 0) failed.push(`${String(counts.skipped)} skipped`);
if (counts.passed === 0) failed.push("no test ran");

console.log(failed.length === 0 ? "\nAll steps ok." : `\nFailed: ${failed.join(", ")}.`);
console.log(closingLine(counts));
// .ci/run repeats it.
writeFileSync(path.join(resultsFolder, "closing-line.txt"), `${closingLine(counts)}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
