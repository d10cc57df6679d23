import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import * as v from "valibot";
import { neighbours, rooms } from "../../scripts/rooms.cjs";
import { formulas } from "../../src/formulas";

// Pages that tell where something stands, or what to type, are true of the repository as it is.

const root = path.join(import.meta.dirname, "..", "..");
const pages = [
  "README.md",
  ...readdirSync(path.join(root, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];

const { scripts } = v.parse(
  v.object({ scripts: v.record(v.string(), v.string()) }),
  JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")),
);
const builtIn = new Set(["ci", "install"]);

/** Scripts of the build have no source of that name. */
const CODE = /\w\.(?:[cm]?tsx?|[cm]js)$/u;
const folders = new Set(
  readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  ),
);

/** Paths in backticks: whatever begins with a folder of ours or is a file of code. */
function pathsIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\s]+)`/gu)].flatMap(([, named = ""]) => {
    const [first = "", ...rest] = named.split("/");
    const isPath = (rest.length > 0 && folders.has(first)) || CODE.test(named);
    // What the build makes is not there yet; a star stands for many, and is checked up to there.
    return isPath && first !== "dist" && /^[\w./*@-]+$/u.test(named) ? [named] : [];
  });
}

function linksIn(text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)\s]*)?\)/gu)].flatMap(([, link = ""]) =>
    /^[a-z]+:/u.test(link) ? [] : [link],
  );
}

const commandsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\bnpm (?:run )?([a-z]\w*)/gu)].map(([, command = ""]) => command);

/** A folder is written with a slash at its end, so that nobody looks for a file. */
function isThere(named: string): boolean {
  const [before = ""] = named.split("*");
  const whole = path.join(root, before === named ? named : path.dirname(`${before}x`));
  return existsSync(whole);
}

describe.each(pages)("%s", (page) => {
  const text = readFileSync(path.join(root, page), "utf8");

  test("names files and folders that exist", () => {
    expect(pathsIn(text).filter((named) => !isThere(named))).toEqual([]);
  });

  test("leads to pages that exist", () => {
    const missing = linksIn(text).filter(
      (link) => !existsSync(path.join(root, path.dirname(page), link)),
    );
    expect(missing).toEqual([]);
  });

  test("names commands that exist", () => {
    const unknown = commandsIn(text).filter((name) => !(name in scripts) && !builtIn.has(name));
    expect(unknown).toEqual([]);
  });
});

test("paths, links and commands are seen", () => {
  const text =
    "See `src/policy/gone.ts`, `book/values.ts`, `tsconfig.json`, `scripts/rooms.cjs`, `src/wording/`, `assets/*.png`, `dist/a.js`, " +
    "`=CS.TIER(E4)`, [a](docs/b.md#c), [d](https://example.com); `npm run bench -- share` and `npm ci && npm test`.";
  expect(pathsIn(text)).toEqual([
    "src/policy/gone.ts",
    "book/values.ts",
    "scripts/rooms.cjs",
    "src/wording/",
    "assets/*.png",
  ]);
  expect(pathsIn(text).filter(isThere)).toEqual([
    "scripts/rooms.cjs",
    "src/wording/",
    "assets/*.png",
  ]);
  expect(linksIn(text)).toEqual(["docs/b.md"]);
  expect(commandsIn(text)).toEqual(["bench", "ci", "test"]);
});

describe("docs/architecture.md", () => {
  const text = readFileSync(path.join(root, "docs/architecture.md"), "utf8");
  const picture = /```mermaid\n([\s\S]*?)```/u.exec(text)?.[1] ?? "";

  test("lists every room", () => {
    const listed = [...text.matchAll(/^\| (`[^|]+`)/gmu)].flatMap(
      ([, cell = ""]) => cell.match(/[\w/]+/gu) ?? [],
    );
    const all = [...Object.keys(rooms).map((room) => `src/${room}`), ...Object.keys(neighbours)];
    expect(listed.toSorted()).toEqual(all.toSorted());
  });

  test("draws every room, and no arrow that imports may not take", () => {
    const label = String.raw`(?:\["[^"]+"\])?`;
    const arrow = new RegExp(
      String.raw`^ *(\w+)${label} (-->|-\.->\|types\|) (\w+)${label}$`,
      "gmu",
    );
    const arrows = [...picture.matchAll(arrow)];
    expect(arrows.length).toBeGreaterThan(20);
    const foreign = arrows.filter(([, from = "", kind, to = ""]) => {
      const room = rooms[from];
      return !(kind === "-->" ? room?.uses : room?.types)?.includes(to);
    });
    expect(foreign.map(([line]) => line)).toEqual([]);
    const drawn = new Set(arrows.flatMap(([, from, , to]) => [from, to]));
    expect(Object.keys(rooms).filter((room) => !drawn.has(room))).toEqual([]);
  });
});

test("README.md is right that no data is sent: nothing in the add-in can", () => {
  const sends = /\b(?:fetch|sendBeacon)\(|\b(?:XMLHttpRequest|WebSocket|EventSource)\b/u;
  const files = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" });
  const code = files.filter((file) => /\.tsx?$/u.test(file));
  expect(code.length).toBeGreaterThan(300);
  const found = code.filter((file) =>
    sends.test(readFileSync(path.join(root, "src", file), "utf8")),
  );
  // The one that asks the add-in's own server for the department's policy; a request without a body is all it makes.
  expect(found).toEqual([path.join("excel", "departmentPolicy.ts")]);
  const asking = readFileSync(path.join(root, "src", "excel", "departmentPolicy.ts"), "utf8");
  expect(asking.split("fetch(")).toHaveLength(2);
  expect(asking).not.toMatch(/method|body|headers/u);
});

test("README.md shows each function", () => {
  const text = readFileSync(path.join(root, "README.md"), "utf8");
  expect([...formulas.keys()].filter((id) => !text.includes(`\`=CS.${id}(`))).toEqual([]);
});

test("docs/adding.md tells of each kind of addition", () => {
  const text = readFileSync(path.join(root, "docs/adding.md"), "utf8");
  const titles = [...text.matchAll(/^## (.+)$/gmu)].map(([, title = ""]) => title);
  expect(titles).toEqual([
    "Where do I find …",
    "A synonym of a heading",
    "A policy value",
    "A finding",
    "A function",
    "A page of the pane",
    "A written sheet",
    "A sentence",
    "Others",
  ]);
  expect(pathsIn(text).length).toBeGreaterThan(60);
});

describe("docs/adding.md leads to", () => {
  const lines = readFileSync(path.join(root, "docs/adding.md"), "utf8").split("\n");

  // What a newcomer looks for, and a name that stands in the file to which the line leads.
  test.each([
    ["the people of a month are decided", "export function judgePerson"],
    ["on the payroll", "export function* payrollOf"],
    ["judged as of", "export function asOfMonth"],
    ["a number of the policy", "export const builtInValues"],
    ["what a clause says", "export const clauseEntries"],
    ["a reading and its options", "export const readingRows"],
    ["how a score is read", "export function readScore"],
    ["where a table begins", "export function findLayout"],
    ["the open month of the pane", "export class MonthSession"],
    ["what is asked of Excel", "export interface Gateway"],
    ["said of it", "export function sayTrouble"],
    ["the word in the list of its column", "export const builtInHeadings"],
    ["its row, which is its type", "export const valuesSchema"],
    ["a line in `src/findings/catalogue/index.ts`", "export const catalogue"],
    ["text and fix, side by side", "export const scoreFindings"],
    ["(the registry)", "export const allFormulas"],
    ["its translation to classic functions", "tier: tierPlain"],
    ["one row. Its title", "export const pages"],
    ["through `src/documents/builder.ts`", "export class SheetBuilder"],
    ["Numbers with nouns, lists and quotes", "export function counted"],
  ])("%s: %s", (what, name) => {
    const line = lines.filter((each) => each.includes(what));
    expect(line).toHaveLength(1);
    const files = pathsIn(line.join("")).filter((named) => CODE.test(named));
    expect(
      files.filter((file) => readFileSync(path.join(root, file), "utf8").includes(name)),
    ).toHaveLength(1);
  });
});
