import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { agree, allOf, counted, list, number, oneOf, quote } from "../../src/wording/say";
import { MESSAGES, textsOf } from "./messages";

const WORDING = path.join(import.meta.dirname, "..", "..", "src", "wording");

describe("what sentences of all pages have in common", () => {
  test.each([
    [0, "0 errors"],
    [1, "1 error"],
    [2, "2 errors"],
    [1_234, "1,234 errors"],
    [1.5, "1.5 errors"],
    [-1, "-1 error"],
  ])("%d is counted as “%s”", (count, said) => {
    expect(counted(count, "error")).toBe(said);
  });

  test("numbers, agreement, lists and quotes in both languages", () => {
    expect([number(12_345.5, "zh"), number(12_345.5, "en")]).toEqual(["12,345.5", "12,345.5"]);
    expect([0, 1, 2].map((count) => agree(count, "is", "are"))).toEqual(["are", "is", "are"]);
    const items = ["a", "b", "c"];
    const shown = (each: typeof list) =>
      [0, 1, 2, 3].map((length) => each(items.slice(0, length), "en"));
    expect(shown(list)).toEqual(["", "a", "a, b", "a, b, c"]);
    expect(shown(allOf)).toEqual(["", "a", "a and b", "a, b, and c"]);
    expect(shown(oneOf)).toEqual(["", "a", "a or b", "a, b, or c"]);
    expect([list(items, "zh"), allOf(items, "zh"), oneOf(items, "zh")]).toEqual([
      "a、b、c",
      "a、b和c",
      "a、b或c",
    ]);
    expect(quote("a“b”c")).toBe("“a‘b’c”");
    expect([quote("𠮷𠮷𠮷", 2), quote("𠮷𠮷", 2)]).toEqual(["“𠮷𠮷…”", "“𠮷𠮷”"]);
  });
});

/** The text of every file of the wording. */
const sources = readdirSync(WORDING, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith("say.ts"))
  .map((file) => ({ file, text: readFileSync(path.join(WORDING, file), "utf8") }));

/** The nouns that are counted anywhere: `counted(n, "formula that …", "formulas that …")` counts formulas. */
const nouns = new Map<string, string>();
for (const { text } of sources)
  for (const [, one = "", other] of text.matchAll(
    /counted\(\s*[^"`]*?,\s*"([^"]+)"(?:,\s*"([^"]+)")?/g,
  )) {
    const words = one.split(" ");
    const others = (other ?? `${one}s`).split(" ");
    const at = words.findIndex((word, index) => word !== others[index]);
    nouns.set(words[at] ?? "", others[at] ?? "");
  }

test("nouns are known by what is counted", () => {
  expect(nouns.size).toBeGreaterThan(20);
  for (const [one, other] of [
    ["error", "errors"],
    ["person", "people"],
    ["formula", "formulas"],
  ] as const)
    expect(nouns.get(one)).toBe(other);
});

test("no English sentence puts a noun that is counted behind a number by hand", () => {
  const wanted = new Set([...nouns].flat());
  const found = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/\$\{((?:[^{}]|\{[^{}]*\})*)\} ([a-z-]+)/g)].flatMap(
      ([, value = "", noun = ""]) =>
        wanted.has(noun) &&
        !value.includes("counted(") &&
        !value.endsWith(".en") &&
        !NO_NUMBERS.has(`${value} ${noun}`)
          ? [`${file}: \${${value}} ${noun}`]
          : [],
    ),
  );
  expect(found).toEqual([]);
});

/** Texts, not numbers, in front of such a noun. */
const NO_NUMBERS: ReadonlySet<string> = new Set([
  "quote(option.en) changes",
  "quote(facts.title.en) points",
  "facts.path points",
  'rule.tierBound === "exactly" ? "exactly" : "at least" tier',
  "when scores",
]);

/** A number before a plural where it is one, or before a singular where it is not. */
function slips(text: string): string[] {
  return [...nouns]
    .flatMap(([one, other]) => {
      const before = "(?<![\\d.,/–-])";
      const adjective =
        "(?: (?:hidden|more|safe|failed|such|consecutive|unapproved|conditional|data|pivot|month))*";
      return [
        ...text.matchAll(new RegExp(`${before}1${adjective} ${other}\\b`, "g")),
        ...text.matchAll(new RegExp(`${before}[02]${adjective} ${one}\\b(?! columns\\b)`, "g")),
      ].map(([slip]) => slip);
    })
    .sort();
}

test("slips are seen", () => {
  expect(slips("Highlighted 1 cells, 2 hidden row.")).toEqual(["1 cells", "2 hidden row"]);
  expect(slips("Highlighted 1 cell, 0 hidden rows, 11 cells, 2025-01 rows.")).toEqual([]);
});

describe("every message with a number", () => {
  test.each(Object.entries(MESSAGES))("%s: 0, 1 and 2", (_, say) => {
    for (const n of [0, 1, 2]) {
      const text = textsOf(say(n, "en")).join("\n");
      expect(slips(text), text).toEqual([]);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});
