import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { build, type Plugin } from "esbuild";
import { median, PAIRS, ROOT } from "./against";

/** How the pages of a pane are opened since they share one open month. */
const SHARED_SCRIPT = `
import { Pane } from "./src/taskpane/shell/pane";
import { policyStoreOf } from "./src/taskpane/policy/policyStore";
import { promotionStoreOf } from "./src/taskpane/promotion/promotionStore";
import { payStoreOf } from "./src/taskpane/pay/payStore";
import { shareStoreOf } from "./src/taskpane/share/shareStore";
const until = async (isSo) => { while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1)); };
const openPages = (gateway, policy, today) => {
  const pane = new Pane(gateway, policy, today);
  const stops = [];
  return {
    validate: () => pane.month.validate(),
    policy: () => { const store = policyStoreOf(pane); stops.push(store.open()); return until(() => store.read().weighed.phase === "done"); },
    promotion: () => { const store = promotionStoreOf(pane); stops.push(store.open()); return until(() => store.read().read !== null); },
    pay: () => payStoreOf(pane).workOut(),
    share: async () => { shareStoreOf(pane).open("zh"); await new Promise((resolve) => setTimeout(resolve, 1000)); },
    close: () => stops.forEach((stop) => stop()),
  };
};`;

/** The same where each page reads the sheet for itself, as up to commit a51af9c. */
const APART = `
import { PaneStore } from "./src/taskpane/paneStore";
import { policyStoreOf } from "./src/taskpane/policy/policyStore";
import { promotionStoreOf } from "./src/taskpane/promotion/promotionStore";
import { payStoreOf } from "./src/taskpane/pay/payStore";
import { shareStoreOf } from "./src/taskpane/share/shareStore";
const until = async (isSo) => { while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1)); };
const openPages = (gateway, policy, today) => {
  const pane = new PaneStore(gateway, policy, today);
  const stops = [];
  return {
    validate: () => pane.validate(),
    policy: () => { const store = policyStoreOf(pane); stops.push(store.open()); return until(() => store.read().weighed.phase === "done"); },
    promotion: () => { const store = promotionStoreOf(pane); stops.push(store.open()); return until(() => store.state().read !== null); },
    pay: () => payStoreOf(pane).workOut(),
    share: async () => { shareStoreOf(pane).open("zh"); await new Promise((resolve) => setTimeout(resolve, 1000)); },
    close: () => stops.forEach((stop) => stop()),
  };
};`;

/** What the script measures with comes from the checkout, the script itself from here. */
function fromCheckout(checkout: string): Plugin {
  return {
    name: "from-checkout",
    setup: (building) => {
      building.onResolve({ filter: /^\.\.\/(?:src|host)\// }, ({ importer, kind, path: wanted }) =>
        path.dirname(importer) === import.meta.dirname
          ? building.resolve(`./${wanted.slice(3)}`, { resolveDir: checkout, kind })
          : null,
      );
    },
  };
}

async function bundle(checkout: string): Promise<string> {
  const folder = path.join(checkout, ".cache", "bench");
  mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, "pages.mjs");
  const isShared = existsSync(path.join(checkout, "src/taskpane/shell/pane.ts"));
  await build({
    stdin: {
      contents: `${isShared ? SHARED_SCRIPT : APART}
import { printMeasured } from ${JSON.stringify(path.join(import.meta.dirname, "pages.ts"))};
void printMeasured(openPages);`,
      resolveDir: checkout,
      loader: "ts",
    },
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    jsx: "automatic",
    outfile,
    plugins: [fromCheckout(checkout)],
    logLevel: "error",
  });
  return outfile;
}

interface Opened {
  readonly wall: number;
  readonly cpu: number;
  readonly requests: number;
  readonly held: number;
}

function isOpened(value: unknown): value is Opened {
  return typeof value === "object" && value !== null && "wall" in value && "held" in value;
}

function run(bundled: string): Opened {
  const said = execFileSync(process.execPath, ["--expose-gc", bundled], { encoding: "utf8" });
  const opened: unknown = JSON.parse(said.trim().split("\n").at(-1) ?? "");
  if (!isOpened(opened)) throw new Error(said);
  return opened;
}

const FIGURES = {
  wall: (value: number) => `${value.toFixed(0)} ms`,
  cpu: (value: number) => `${value.toFixed(0)} ms of processor`,
  requests: (value: number) => `${value} requests`,
  held: (value: number) => `${(value / 1_000_000).toFixed(0)} MB held`,
} satisfies Record<keyof Opened, (value: number) => string>;

/** Opening three pages after validating 2,000 people × 24 months; beside another checkout, in turn. */
export async function* benchMonth(other?: string): AsyncGenerator<string> {
  const here = await bundle(ROOT);
  const there = other === undefined ? null : await bundle(path.resolve(other));
  const pairs = Array.from({ length: PAIRS }, () => ({
    now: run(here),
    before: there === null ? null : run(there),
  }));
  yield "After validating 2,000 people × 24 months, 制度, 晋升 and 薪资 opened one after the other (medians):";
  for (const key of ["wall", "cpu", "requests", "held"] as const) {
    const say = FIGURES[key];
    const now = median(pairs.map((pair) => pair.now[key]));
    const before = pairs.flatMap((pair) => (pair.before === null ? [] : [pair.before[key]]));
    const ratios = pairs.flatMap((pair) =>
      pair.before === null ? [] : [pair.now[key] / pair.before[key]],
    );
    yield before.length === 0
      ? `  ${say(now)}`
      : `  ${say(now)} (${say(median(before))} there), ratio ${median(ratios).toFixed(2)}`;
  }
}
