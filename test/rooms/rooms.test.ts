import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { neighbours, open, pureRooms, rooms } from "../../scripts/rooms.cjs";

const root = path.join(import.meta.dirname, "..", "..");

const Cruise = v.object({
  summary: v.object({
    totalCruised: v.number(),
    violations: v.array(
      v.object({ from: v.string(), to: v.string(), rule: v.object({ name: v.string() }) }),
    ),
  }),
});

/** Judges a folder with the rules of the repository, by the program that `npm test` runs. */
function cruise(
  folder: string,
  entries: readonly string[],
): v.InferOutput<typeof Cruise>["summary"] {
  const program = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const config = path.join(root, ".dependency-cruiser.cjs");
  const { stdout } = spawnSync(
    process.execPath,
    [program, "--config", config, "--output-type", "json", ...entries],
    { cwd: folder, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 },
  );
  return v.parse(Cruise, JSON.parse(stdout)).summary;
}

describe("the house", () => {
  test("has no folder that is not a room", () => {
    expect(readdirSync(path.join(root, "src")).filter((name) => !(name in rooms))).toEqual([]);
    const beside = ["src", "assets", "docs", "findings"];
    const made = ["node_modules", "dist", "coverage", "test-results"];
    const known = [...Object.keys(neighbours), ...open, ...beside, ...made];
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
      .map(({ name }) => name);
    expect(folders.filter((name) => !known.includes(name))).toEqual([]);
  });

  test("has a door in every room, which opens with what the room takes, gives and never does", () => {
    for (const room of readdirSync(path.join(root, "src"))) {
      const index = readFileSync(path.join(root, "src", room, "index.ts"), "utf8");
      const opening = index.split("\n").slice(0, 12).join("\n").toLowerCase();
      for (const word of ["takes", "gives", "never"]) {
        expect(opening, `src/${room}/index.ts`).toContain(word);
      }
    }
  });

  test("has a folder of tests for every room that does something, and no other but those named here", () => {
    const typesOnly = ["problems"];
    const beside = ["browser", "cases", "fixtures", "manifest", "rooms", "setup", "workbook"];
    expect(readdirSync(path.join(root, "test")).sort()).toEqual(
      [
        ...Object.keys(rooms).filter((room) => !typesOnly.includes(room)),
        ...Object.keys(neighbours),
        "scripts",
        ...beside,
      ].sort(),
    );
  });

  test("compiles exactly the pure rooms without Excel and without a page", () => {
    const Config = v.object({
      compilerOptions: v.object({ lib: v.array(v.string()), types: v.array(v.string()) }),
      include: v.array(v.string()),
    });
    const config = v.parse(
      Config,
      JSON.parse(readFileSync(path.join(root, "tsconfig.pure.json"), "utf8")),
    );
    expect(config.include).toEqual(pureRooms.map((room) => `src/${room}`));
    expect(config.compilerOptions).toEqual({ lib: ["ES2022"], types: [] });
  });

  // That nothing is forbidden is a step of `npm test`, with a reason beside each import; here, that it looks at all.
  test("is seen whole by the guard", () => {
    const folders = ["src", ...Object.keys(neighbours)];
    const files = folders.flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).filter((file) =>
        /\.tsx?$/.test(file),
      ),
    );
    expect(files.length).toBeGreaterThan(50);
    expect(cruise(root, folders).totalCruised).toBeGreaterThanOrEqual(files.length);
  });
});

// A check that has never failed may be broken: each line is a file with one import, and the rules it breaks.
const house: readonly (readonly [file: string, code: string, breaks: readonly string[]])[] = [
  ["src/policy/uses.ts", `export { it } from "../units";`, []],
  ["src/grid/value.ts", `export { it } from "../units";`, ["room-grid"]],
  ["src/policy/value.ts", `export { it } from "../grid";`, ["room-policy"]],
  ["src/policy/lazy.ts", `export const it = () => import("../excel");`, ["room-policy"]],
  ["src/policy/inline.ts", `export type T = import("../excel").T;`, ["room-policy"]],
  ["src/scoresheet/type.ts", `export type { T } from "../policy";`, ["room-scoresheet"]],
  ["src/findings/order.ts", `export { it } from "../views";`, ["room-findings"]],
  ["src/formulas/pane.ts", `export { it } from "../wording";`, ["room-formulas"]],
  ["src/problems/type.ts", `export type { T } from "../grid";`, []],
  ["src/problems/value.ts", `export { it } from "../units";`, ["room-problems-types-only"]],
  ["src/problems/up.ts", `export type { T } from "../policy";`, ["room-problems"]],
  ["src/wording/problem.ts", `export { it } from "../problems";`, ["room-wording-types-only"]],
  ["src/wording/type.ts", `import type { T } from "../policy"; export type U = T;`, []],
  ["src/wording/value.ts", `export { it } from "../policy";`, ["room-wording-types-only"]],
  [
    "src/wording/both.ts",
    `import type { T } from "../findings"; import { it } from "../findings"; export const u: T = it;`,
    ["room-wording-types-only"],
  ],
  ["src/documents/words.ts", `export { it } from "../wording";`, []],
  ["src/documents/value.ts", `export { it } from "../views";`, ["room-documents-types-only"]],
  ["src/documents/task.ts", `export type { T } from "../tasks";`, ["room-documents"]],
  ["src/excel/value.ts", `export { it } from "../policy";`, ["room-excel-types-only"]],
  ["src/excel/node.ts", `export { readFileSync } from "node:fs";`, ["no-node-in-the-add-in"]],
  ["src/functions/pane.ts", `export { it } from "../taskpane";`, ["room-functions"]],
  ["src/taskpane/type.ts", `export type { T } from "../scoresheet";`, ["room-taskpane"]],
  ["src/taskpane/react.ts", `export { useState } from "react";`, []],
  ["src/commands/react.ts", `export { useState } from "react";`, ["react-in-the-pane-only"]],
  ["src/tasks/window.ts", `export { it } from "../policy/uses";`, ["only-door"]],
  ["src/tasks/test.ts", `export { it } from "../../test/it";`, ["not-to-tests", "room-tasks"]],
  ["src/tasks/lost.ts", `export { it } from "./nowhere";`, ["not-to-unresolvable"]],
  ["src/units/package.ts", `export { parse } from "valibot";`, ["units-and-grid-are-ground"]],
  ["src/views/developer.ts", `export { Workbook } from "exceljs";`, ["not-to-dev-dependencies"]],
  ["src/views/left.ts", `export const it = 1;`, ["no-orphans"]],
  ["src/attic/index.ts", `export { it } from "../units";`, ["unlisted-room"]],
  [
    "src/sharing/attic.ts",
    `export { it } from "../attic";`,
    ["room-sharing", "unlisted-room-used"],
  ],
  ["src/sharing/one.ts", `export { two } from "./two"; export const one = 1;`, ["no-circular"]],
  ["src/sharing/two.ts", `export { one } from "./one"; export const two = 2;`, []], // told once a circle
  ["host/product.ts", `export { it } from "../src/policy";`, ["neighbour-host"]],
  ["workbench/host.ts", `export { it } from "../host";`, []],
  ["workbench/inside.ts", `export { it } from "../host/core";`, ["only-door-host"]],
  ["workbench/product.ts", `export { it } from "../src/policy";`, ["neighbour-workbench"]],
  ["bench/all.ts", `export { it } from "../src/policy/uses";`, []],
];

describe("the guard", () => {
  let folder: string;
  const caught = new Map<string, Set<string>>();

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "rooms-"));
    const write = (file: string, code: string) => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), code);
    };
    for (const file of ["package.json", "tsconfig.json"]) {
      copyFileSync(path.join(root, file), path.join(folder, file));
    }
    symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"), "junction");
    const door = `export const it = 1; export type T = typeof it;`;
    for (const room of Object.keys(rooms)) write(`src/${room}/index.ts`, door);
    for (const file of ["host/index.ts", "host/core.ts", "test/it.ts"]) write(file, door);
    for (const [file, code] of house) write(file, code);

    for (const { from, rule } of cruise(folder, ["src", "host", "workbench", "bench"]).violations) {
      caught.set(from, (caught.get(from) ?? new Set()).add(rule.name));
    }
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(house)("judges %s: %s", (file, _code, breaks) => {
    expect([...(caught.get(file) ?? [])].sort()).toEqual(breaks);
  });
});
