import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { clauseEntries } from "../../src/policy";

// What a comment cites stands in the repository: a rule in docs/rules.md, a clause in the book, a finding in
// docs/findings.md. Nobody can look up anything else.

const root = path.join(import.meta.dirname, "..", "..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");

const FOLDERS = ["src", "host", "workbench", "bench", "scripts", "findings", "test", ".ci"];
const CODE = /\.(?:[cm]?[jt]sx?|html|css|sh)$|^run$/u;

/** This file gives examples of what it forbids. */
const OWN = path.relative(root, import.meta.filename);

const codeFiles = [
  ...FOLDERS.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .map((file) => path.join(folder, file))
      .filter((file) => CODE.test(path.basename(file)) && statSync(path.join(root, file)).isFile()),
  ),
  ...readdirSync(root).filter((file) => /\.[cm]?[jt]s$/u.test(file)),
].filter((file) => file !== OWN);

const COMMENT = /(?<=^|\s)\/\/.*(?:\n\s*\/\/.*)*|\/\*[\s\S]*?\*\/|(?<=^|\n)#.*/gu;
const TITLE = /\b(?:describe|it|test)(?:\.\w+)*\(\s*(?:"(?:[^"\\]|\\.)*"|`[^`]*`)/gu;

/** What is told of code: its comments, and in tests what they are called; each on one line. */
function toldIn(text: string): readonly string[] {
  return [COMMENT, TITLE].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([told]) => told.replace(/\s*\n\s*(?:\*|\/\/|#)?\s*/gu, " ")),
  );
}

const RULE = String.raw`[A-Z]\d+(?:\.\d+)?`;
const CITED = new RegExp(String.raw`\brules? (${RULE}(?:(?:, | and | to |, and )${RULE})*)`, "giu");

function rulesIn(text: string): readonly string[] {
  return [...text.matchAll(CITED)].flatMap(
    ([, list = ""]) => list.match(/[A-Z]\d[\d.]*\d|[A-Z]\d/gu) ?? [],
  );
}

/** Numbers of texts that nobody has. Clauses in quotes are what HR may type. */
const NOWHERE = [
  /\b(?:policy|sheets|decision|evidence|sections?|items?|fault) \d+(?:\.\d+[a-z]?)?\b/giu,
  /\b(?:policy|sheets|design|style|evidence)\.md\b/gu,
  /\(\d\.\d{1,2}[a-z]?(?=[,)]| items?\b)/gu,
  /\bof \d\.\d[a-z]\b|\b(?:answers|laws|lists?|rules?|steps?) of \d\.\d\b/gu,
  /\bE1\db\b/gu,
  /(?<![§\w."“])\d\.\d\.[A-H]\b/gu,
];

/** Pages by their path, or by their name alone where they stand in docs or at the root. */
const pagesIn = (text: string): readonly string[] =>
  text.match(/(?<![\w./*-])[\w.][\w./-]*\.md\b/gu) ?? [];

const isPage = (cited: string): boolean =>
  [cited, `docs/${cited}`].some((page) => existsSync(path.join(root, page)));

const nowhereIn = (text: string): readonly string[] =>
  NOWHERE.flatMap((pattern) => text.match(pattern) ?? []);

const rulesText = read("docs/rules.md");
const rules = [...rulesText.matchAll(/^- \*\*([^*]+)\*\* \S/gmu)].map(([, number = ""]) => number);

describe("docs/rules.md", () => {
  test("gives each rule a number of its own, in order", () => {
    expect(rules.length).toBeGreaterThan(80);
    expect(rules.filter((rule) => !new RegExp(`^${RULE}$`, "u").test(rule))).toEqual([]);
    expect(rules).toEqual([...new Set(rules)]);
    const order = rules.map((rule) => rule.replace(/\d+/gu, (digits) => digits.padStart(3, "0")));
    for (const group of new Set(rules.map(([letter = ""]) => letter))) {
      const own = order.filter((rule) => rule.startsWith(group));
      expect(own).toEqual(own.toSorted());
    }
  });

  test("and the other pages cite rules that are there", () => {
    const pages = readdirSync(path.join(root, "docs")).filter((file) => file.endsWith(".md"));
    const cited = pages.flatMap((page) => rulesIn(read(`docs/${page}`)));
    expect(cited.length).toBeGreaterThan(10);
    expect(cited.filter((rule) => !rules.includes(rule))).toEqual([]);
  });

  test("names every check of a policy", () => {
    const checks = read("src/policy/lint/index.ts").match(/\bPC\d\d\b/gu) ?? [];
    expect(checks.filter((check) => !rulesText.includes(check))).toEqual([]);
  });
});

describe("what comments and names of tests cite", () => {
  const told = codeFiles.flatMap((file) => toldIn(read(file)).map((text) => ({ file, text })));
  const missing = (find: (text: string) => readonly string[], known: (cited: string) => boolean) =>
    told.flatMap(({ file, text }) =>
      find(text)
        .filter((cited) => !known(cited))
        .map((cited) => `${file}: ${cited}`),
    );

  test("rules stand in docs/rules.md", () => {
    const cited = new Set(told.flatMap(({ text }) => rulesIn(text)));
    expect(cited.size).toBeGreaterThan(40);
    expect(missing(rulesIn, (rule) => rules.includes(rule))).toEqual([]);
  });

  test("clauses stand in the book", () => {
    const clause = /§[\dA-Z]+(?:\.[A-Z\d]+)*[a-z]?\b/gu;
    const isKnown = (cited: string): boolean =>
      clauseEntries.some(({ id }) => id.startsWith(cited));
    expect(missing((text) => text.match(clause) ?? [], isKnown)).toEqual([]);
  });

  test("findings stand in docs/findings.md, checks in docs/rules.md", () => {
    const findings = read("docs/findings.md");
    expect(
      missing(
        (text) => text.match(/\bF-[A-Z]{3,4}-\d\d\b/gu) ?? [],
        (id) => findings.includes(id),
      ),
    ).toEqual([]);
    expect(
      missing(
        (text) => text.match(/\bPC\d\d\b/gu) ?? [],
        (id) => rulesText.includes(id),
      ),
    ).toEqual([]);
  });

  test("pages are there", () => {
    const cited = told.flatMap(({ text }) => pagesIn(text));
    expect(cited.length).toBeGreaterThan(5);
    expect(missing(pagesIn, isPage)).toEqual([]);
  });

  test("nothing that is not in the repository", () => {
    expect(missing(nowhereIn, () => false)).toEqual([]);
  });
});

test.each([
  ["// one person (policy 5.2, sheets 1)", ["policy 5.2", "sheets 1"]],
  ["/** Until HR picks (5.1a). */", ["(5.1a"]],
  ["// what was not given (decision 7)", ["decision 7"]],
  ["// 4.3 items 1 to 3", ["items 1"]],
  ["/** Of the list (4.3 item 6).\n */", ["item 6", "(4.3"]],
  ["/** People must look (E11b) */", ["E11b"]],
  ["/** see policy.md */", ["policy.md"]],
  ["/** the order of answers of 5.1a. */", ["of 5.1a"]],
  ["// failed (4.1.G, §R5b)", ["4.1.G"]],
  ['// as HR types it: "4.1.h"', []],
  ["// (§4.1.G), 2800 × 15 %, 2.5 yuan, version 1.9", []],
  ['describe("the laws of 5.5 on random sheets", () => {', ["laws of 5.5"]],
  ['const plain = "(5.1a)";', []],
])("%s cites nothing but %j in vain", (code, expected) => {
  expect(toldIn(code).flatMap(nowhereIn)).toEqual(expected);
});

test("pages that comments cite are seen", () => {
  const told = toldIn(
    "// See docs/gone.md and (glossary.md); `README.md`, a *.md and https://a.b/c.md",
  );
  expect(told.flatMap(pagesIn)).toEqual(["docs/gone.md", "glossary.md", "README.md"]);
  expect(told.flatMap(pagesIn).filter(isPage)).toEqual(["glossary.md", "README.md"]);
});

test("a citation is read across lines and in lists", () => {
  expect(
    toldIn("/**\n * As told (rules\n * M1, N4 and P4.2). Rule D7.\n */").flatMap(rulesIn),
  ).toEqual(["M1", "N4", "P4.2", "D7"]);
});
