import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const SRC = path.join(import.meta.dirname, "../../src");

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) =>
  /\.tsx?$/.test(file),
);

function filesWith(pattern: RegExp): string[] {
  return files.filter((file) => pattern.test(readFileSync(path.join(SRC, file), "utf8")));
}

test("no room but tasks/run counts its steps until a pause", () => {
  expect(files.length).toBeGreaterThan(400);
  expect(filesWith(/_A_STEP\b/u)).toEqual([]);
});

test("computations are driven by hand in three places", () => {
  const driven = filesWith(/\.next\(\);?\s*(?:\n.*){0,4}\.done\b/u);
  expect(driven.sort()).toEqual([
    "steps/index.ts",
    "tasks/run/slices.ts",
    "tasks/sharing/makeCopy.ts",
  ]);
});
