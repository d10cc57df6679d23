import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

// What the glossary says of where a word lives in code is true: a name that was changed is changed there too.

const root = path.join(import.meta.dirname, "..", "..");
const page = readFileSync(path.join(root, "docs", "glossary.md"), "utf8");
const places = [...page.matchAll(/`(\w+)` in `([\w./]+\.ts)`/gu)].map(
  ([, name = "", file = ""]) => [name, file] as const,
);

test("the glossary names many types", () => {
  expect(places.length).toBeGreaterThan(20);
});

test.each(places)("%s stands in %s", (name, file) => {
  const code = readFileSync(path.join(root, file), "utf8");
  expect(code).toMatch(
    new RegExp(`export (?:interface|type|class|function\\*?|const) ${name}\\b`, "u"),
  );
});
