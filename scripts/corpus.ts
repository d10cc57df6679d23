// `npm run corpus -- FOLDER`: runs every workbook of a folder through a copy as values, a copy as plain formulas, and opening
// and saving in the workbench, and prints what came of it. Nothing is written into the folder.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { unzipSync } from "fflate";
import { FileRefusal } from "../src/ooxml";
import { builtInBook } from "../src/policy";
import { EVERYTHING, startSharing, type CopyRequest } from "../src/tasks";
import { monthFromDate } from "../src/units";
import { sayRefusal } from "../src/wording";
import { convertWithOffice } from "../test/setup/office";
import { newProblems, schemaProblems } from "../test/setup/schemas";
import { readWorkbook, saveWorkbook } from "../workbench/xlsx";

const USAGE = `npm run corpus -- FOLDER [--no-office] [--no-schema] [--only values,formulas,saved]

  每个工作簿各做一份数值副本、一份普通公式副本，再在工作台里打开并保存，列出结果。文件夹里的文件不会改动。
  Each workbook is copied as values and as plain formulas, and opened and saved; the folder is only read.

  --no-office   不用 LibreOffice 比较单元格 · cells are not compared in LibreOffice
  --no-schema   不按文件格式检查 · without the check against the schemas`;

const WAYS = ["values", "formulas", "saved"] as const;
type Way = (typeof WAYS)[number];

const ENDING = /\.(?:xlsx|xlsm|xltx|xltm|xls|xlsb|csv|ods)$/iu;
/** Workbooks that are held in memory at a time, and opened by LibreOffice in one run. */
const BATCH = 6;
/** Every sheet as a file of its own, values as they are shown. */
const SHEETS_AS_TEXT =
  "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

interface Result {
  readonly file: string;
  readonly way: Way;
  readonly outcome: string;
  readonly milliseconds: number;
  readonly megabytes: number;
  /** Parts that differ, of how many; null where there is no file. */
  readonly changed: string | null;
  schema: string;
  office: string;
  /** Whether a file came of it. */
  readonly made: boolean;
  /** The file, until it has been compared. */
  bytes: Uint8Array | null;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ENDING.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

const used = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** The result of a piece of work in steps, with the most memory that it held between them. */
function measured(run: (tick: () => void) => Uint8Array): {
  bytes: Uint8Array;
  milliseconds: number;
  megabytes: number;
} {
  const before = used();
  let most = before;
  const started = performance.now();
  const bytes = run(() => {
    most = Math.max(most, used());
  });
  const milliseconds = performance.now() - started;
  return { bytes, milliseconds, megabytes: Math.max(most, used()) / 1e6 - before / 1e6 };
}

function copy(bytes: Uint8Array, as: CopyRequest["as"], tick: () => void): Uint8Array {
  const now = new Date();
  const steps = startSharing(bytes, {
    kind: "copy",
    setting: {
      request: { ...EVERYTHING, as, differing: "stored" },
      book: builtInBook(),
      today: monthFromDate(now),
      day: now.toLocaleDateString("sv-SE"),
      language: "zh",
    },
  });
  for (;;) {
    const step = steps.next();
    tick();
    if (step.done !== true) continue;
    if (step.value.kind !== "copy") throw new Error("A copy was asked for");
    return step.value.copy.bytes;
  }
}

/** The workbook opened in the workbench, and saved with a number in a cell that nobody uses. */
function saved(bytes: Uint8Array): Uint8Array {
  const opened = readWorkbook(bytes, "x.xlsx");
  const snapshot = structuredClone(opened.snapshot);
  const data = snapshot.sheets[opened.activeSheet];
  if (data !== undefined) {
    const rows = (data.cellData ??= {});
    rows[(data.rowCount ?? 1000) - 1] = { 0: { v: 1, t: 2 } };
  }
  return saveWorkbook(bytes, {
    snapshot,
    spills: {},
    customXmlParts: opened.customXmlParts,
    parts: opened.parts,
  }).bytes;
}

function hashes(bytes: Uint8Array): Map<string, string> {
  return new Map(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [
      name.replaceAll("\\", "/"),
      createHash("sha256").update(part).digest("hex"),
    ]),
  );
}

function changedParts(before: Uint8Array, after: Uint8Array): string {
  const [old, now] = [hashes(before), hashes(after)];
  const all = new Set([...old.keys(), ...now.keys()]);
  const changed = [...all].filter((name) => old.get(name) !== now.get(name));
  return `${changed.length}/${all.size}`;
}

function run(file: string, bytes: Uint8Array, way: Way): Result {
  const none = {
    file,
    way,
    milliseconds: 0,
    megabytes: 0,
    changed: null,
    made: false,
    bytes: null,
  };
  try {
    const { bytes: made, ...cost } = measured((tick) =>
      way === "saved" ? saved(bytes) : copy(bytes, way, tick),
    );
    return {
      ...none,
      ...cost,
      outcome: "ok",
      changed: changedParts(bytes, made),
      schema: "",
      office: "",
      made: true,
      bytes: made,
    };
  } catch (error) {
    const outcome =
      error instanceof FileRefusal
        ? sayRefusal(error, "zh").what
        : `!! ${error instanceof Error ? error.message : String(error)}`;
    return { ...none, outcome, schema: "", office: "" };
  }
}

/** What LibreOffice shows of each sheet, by the number of the file and the name of the sheet. */
async function shown(files: Readonly<Record<string, Uint8Array>>): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const [name, bytes] of await convertWithOffice({
    files,
    to: SHEETS_AS_TEXT,
    recalculate: false,
  }))
    texts.set(name, new TextDecoder().decode(bytes));
  return texts;
}

/** Compares what LibreOffice shows of files before and after; where no part changed there is nothing to see. */
async function compareInOffice(
  results: readonly Result[],
  originals: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const made = results.filter(
    ({ bytes, changed }) => bytes !== null && changed?.startsWith("0/") !== true,
  );
  if (made.length === 0) return;
  // Names that are no beginnings of one another, such as 1 and 10 would be.
  const nameOf = (index: number): string => String.fromCharCode("a".charCodeAt(0) + index);
  const names = [...new Set(made.map(({ file }) => file))];
  const files: Record<string, Uint8Array> = {};
  names.forEach((file, index) => {
    files[`before-${nameOf(index)}-.xlsx`] = originals.get(file) ?? new Uint8Array();
  });
  for (const { file, way, bytes } of made)
    files[`${way}-${nameOf(names.indexOf(file))}-.xlsx`] = bytes ?? new Uint8Array();
  const texts = await shown(files);
  for (const result of made) {
    const index = nameOf(names.indexOf(result.file));
    const before = `before-${index}-`;
    const after = `${result.way}-${index}-`;
    const sheets = [...texts.keys()].filter((name) => name.startsWith(before));
    const opens = [...texts.keys()].some((name) => name.startsWith(after));
    const different = sheets.reduce(
      (sum, name) =>
        sum + differentCells(texts.get(name) ?? "", texts.get(name.replace(before, after)) ?? ""),
      0,
    );
    result.office = !opens ? "!! 打不开" : different === 0 ? "=" : `!! ${different} 格 cells`;
    if (sheets.length === 0) result.office = "原文件也打不开";
  }
}

/** Cells as LibreOffice writes them, line by line; commas within quotes are no ends. */
function cellsOf(text: string): string[][] {
  return text
    .split("\n")
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/gu)].map(([, cell = ""]) => cell),
    );
}

/** What LibreOffice shows of formulas that it does not know: a copy shows their values. */
const UNKNOWN = /^"?(?:#NAME\?|Err:\d+|#VALUE!)"?$/u;

/** Cells that a file showed and that show something else now; the workbench was given one more, below all others. */
function differentCells(before: string, after: string): number {
  const now = cellsOf(after);
  let different = 0;
  cellsOf(before).forEach((line, row) => {
    line.forEach((cell, column) => {
      if (cell !== "" && !UNKNOWN.test(cell) && cell !== now[row]?.[column]) different += 1;
    });
  });
  return different;
}

function print(results: readonly Result[]): void {
  const lines = results.map(({ file, way, outcome, milliseconds, megabytes, ...result }) => [
    file,
    way,
    outcome,
    result.made ? `${milliseconds.toFixed(0)} ms` : "",
    result.made ? `${megabytes.toFixed(1)} MB` : "",
    result.changed ?? "",
    result.schema,
    result.office,
  ]);
  const table = [
    [
      "文件 file",
      "方式 way",
      "结果 outcome",
      "时间",
      "内存",
      "改动的部件",
      "格式 schema",
      "LibreOffice",
    ],
    ...lines,
  ];
  for (const line of table) console.log(`| ${line.join(" | ")} |`);
}

/** What the check against the schemas says of a result; of a file that the check itself cannot follow, that. */
async function schemaSaid(before: Uint8Array, after: Uint8Array): Promise<string> {
  try {
    await schemaProblems(before);
  } catch {
    return "原文件无法检查 original not checkable";
  }
  try {
    const problems = await newProblems(before, after);
    return problems.length === 0 ? "=" : `!! ${problems.join("; ")}`;
  } catch (error) {
    return `!! ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`;
  }
}

interface Wanted {
  readonly place: string;
  readonly ways: readonly Way[];
  readonly schema: boolean;
  readonly office: boolean;
}

/** What comes of some files of the folder. */
async function resultsOf(names: readonly string[], wanted: Wanted): Promise<Result[]> {
  const originals = new Map(
    names.map((name) => [name, new Uint8Array(readFileSync(path.join(wanted.place, name)))]),
  );
  const results: Result[] = [];
  for (const [name, bytes] of originals)
    for (const way of wanted.ways) {
      const result = run(name, bytes, way);
      // Where no part changed nothing can be worse than before.
      const isChanged = result.changed?.startsWith("0/") === false;
      if (result.bytes !== null && wanted.schema)
        result.schema = isChanged ? await schemaSaid(bytes, result.bytes) : "=";
      results.push(result);
    }
  if (wanted.office) await compareInOffice(results, originals);
  // Only what is printed of them is needed from here on.
  for (const result of results) result.bytes = null;
  return results;
}

/** What a process of its own writes before its results. */
const RESULTS = "results of the corpus: ";

function isResults(value: unknown): value is Result[] {
  return Array.isArray(value);
}

/** The same in a process of its own, whose memory goes with it; a file that ends it is a row of the table. */
function inProcess(names: readonly string[], wanted: Wanted): readonly Result[] {
  const { stdout } = spawnSync(
    process.execPath,
    [...process.execArgv, import.meta.filename, "--batch", JSON.stringify({ names, wanted })],
    { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  const line = stdout.split("\n").find((each) => each.startsWith(RESULTS));
  const results: unknown = line === undefined ? null : JSON.parse(line.slice(RESULTS.length));
  if (isResults(results)) return results;
  if (names.length > 1) return names.flatMap((name) => inProcess([name], wanted));
  return names.map((file) => ({
    file,
    way: "values",
    outcome: "!! 检查时进程中断 the process ended",
    milliseconds: 0,
    megabytes: 0,
    changed: null,
    schema: "",
    office: "",
    made: false,
    bytes: null,
  }));
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      "no-office": { type: "boolean" },
      "no-schema": { type: "boolean" },
      only: { type: "string" },
      batch: { type: "string" },
    },
  });
  if (values.batch !== undefined) {
    // What this script has written for itself.
    const { names, wanted } = JSON.parse(values.batch) as {
      readonly names: readonly string[];
      readonly wanted: Wanted;
    };
    console.log(RESULTS + JSON.stringify(await resultsOf(names, wanted)));
    return;
  }
  const [folder] = positionals;
  const place = folder === undefined ? "" : path.resolve(process.env["INIT_CWD"] ?? ".", folder);
  if (folder === undefined || !existsSync(place) || !statSync(place).isDirectory()) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const wanted: Wanted = {
    place,
    ways: WAYS.filter((way) => (values.only?.split(",") ?? WAYS).includes(way)),
    schema: values["no-schema"] !== true,
    office: values["no-office"] !== true,
  };
  const names = filesIn(place).map((file) => path.relative(place, file));
  const results: Result[] = [];
  for (let at = 0; at < names.length; at += BATCH)
    results.push(...inProcess(names.slice(at, at + BATCH), wanted));
  print(results);
  const faulty = results.filter((result) =>
    [result.outcome, result.schema, result.office].some((text) => text.startsWith("!!")),
  );
  console.log(`${names.length} 个文件 files, ${faulty.length} 处问题 faults`);
  if (faulty.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
