import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { builtInBook } from "../src/policy";
import { EVERYTHING, platformCodec, startSharing, type CopyRequest } from "../src/tasks";
import { monthOf } from "../src/units";

/** What a copy is asked to be: with everything in it, or as the pane offers it; and what the page reads before. */
export const shareKinds = ["values", "formulas", "pane", "survey"] as const;
type Kind = (typeof shareKinds)[number];

const NOTHING_MORE: CopyRequest["include"] = {
  reviews: false,
  fines: false,
  pay: false,
  notes: false,
  otherReadings: false,
};

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

function requestOf(kind: Kind): CopyRequest {
  if (kind === "pane")
    return { ...EVERYTHING, as: "values", include: NOTHING_MORE, cover: { by: "人力资源部" } };
  // What the workbook stores beside its formulas is drawn.
  const differing = "computed";
  return { ...EVERYTHING, as: kind === "values" ? "values" : "formulas", differing };
}

async function measure(path: string, kind: Kind): Promise<string> {
  const bytes = new Uint8Array(readFileSync(path));
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const setting = {
    request: requestOf(kind),
    book: builtInBook(),
    today: monthOf(2026, 11),
    day: "2026-11-25",
    language: "zh",
  } as const;
  const job = { kind: kind === "survey" ? "survey" : "copy", setting } as const;
  const steps = startSharing(bytes, job, platformCodec());
  let longest = 0;
  for (;;) {
    const begun = performance.now();
    const step = steps.next();
    longest = Math.max(longest, performance.now() - begun);
    if (step.done !== true) {
      if (step.value.until !== undefined) await step.value.until;
      continue;
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const peak = process.resourceUsage().maxRSS * 1024 - before;
    const result = step.value;
    if (result.kind === "undecided") throw new Error("The workbook disagrees with its policy");
    const calls =
      result.kind === "survey"
        ? result.survey.sheets.reduce((sum, sheet) => sum + sheet.calls, 0)
        : result.copy.facts.frozen + result.copy.facts.plain + result.copy.facts.blanked;
    const made = result.kind === "copy" ? `, copy ${megabytes(result.copy.bytes.length)}` : "";
    return `Sharing ${megabytes(bytes.length)}, ${kind} (${calls.toLocaleString("en")} formulas): ${seconds} s, memory +${megabytes(peak)}, longest step ${longest.toFixed(0)} ms in the worker (aim ≤ 50)${made}`;
  }
}

const [, script = "", path, wanted] = process.argv;
if (import.meta.url === pathToFileURL(script).href) {
  const kind = shareKinds.find((each) => each === wanted);
  if (path === undefined || kind === undefined) throw new Error("bench/shareOnce.ts FILE KIND");
  void measure(path, kind).then((line) => console.log(line));
}
