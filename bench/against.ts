import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

/** Pairs of runs, one of each checkout in turn, so that what else the machine does meets both. */
export const PAIRS = 5;

export const ROOT = path.join(import.meta.dirname, "..");

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** What a process says of itself at its end, whatever it has printed before. */
const TELL_COST = `
import { resourceUsage as bench_usage, cpuUsage as bench_cpu } from "node:process";
process.on("exit", () => {
  const { user, system } = bench_cpu();
  console.log(JSON.stringify({ wall: performance.now(), cpu: (user + system) / 1000, peak: bench_usage().maxRSS / 1024 }));
});`;

/** A file of a checkout as one script: what loading many files costs is none of what is measured. */
export async function bundleOf(checkout: string, file: string): Promise<string> {
  const folder = path.join(checkout, ".cache", "bench");
  mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, `${path.basename(file, ".ts")}.mjs`);
  await build({
    entryPoints: [path.join(checkout, file)],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    jsx: "automatic",
    banner: { js: TELL_COST },
    outfile,
    logLevel: "error",
  });
  return outfile;
}

/** Of a whole process: milliseconds on the clock and of all its threads, and megabytes at the most. */
interface Cost {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
}

function isCost(value: unknown): value is Cost {
  return typeof value === "object" && value !== null && "wall" in value && "peak" in value;
}

function costOf(bundled: string, args: readonly string[]): Cost {
  const said = execFileSync(process.execPath, [bundled, ...args], { encoding: "utf8" });
  const cost: unknown = JSON.parse(said.trim().split("\n").at(-1) ?? "");
  if (!isCost(cost)) throw new Error(said);
  return cost;
}

const FIGURES = {
  wall: (value: number) => `${value.toFixed(0)} ms`,
  cpu: (value: number) => `${value.toFixed(0)} ms of processor`,
  peak: (value: number) => `${value.toFixed(0)} MB at most`,
} satisfies Record<keyof Cost, (value: number) => string>;

/** Runs both scripts in turn with the same arguments, and says medians and the median of the ratios. */
export function* comparePairs(
  here: string,
  there: string,
  args: readonly string[],
): Generator<string> {
  const pairs = Array.from({ length: PAIRS }, () => ({
    now: costOf(here, args),
    then: costOf(there, args),
  }));
  for (const key of ["wall", "cpu", "peak"] as const) {
    const ratio = median(pairs.map(({ now, then }) => now[key] / then[key]));
    const [now, then] = [
      median(pairs.map((pair) => pair.now[key])),
      median(pairs.map((pair) => pair.then[key])),
    ];
    yield `  ${FIGURES[key](now)} (${FIGURES[key](then)} there), ratio ${ratio.toFixed(2)}`;
  }
}
