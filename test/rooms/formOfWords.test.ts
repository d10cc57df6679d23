import { readdirSync } from "node:fs";
import path from "node:path";
import { ESLint, Linter } from "eslint";
import tseslint from "typescript-eslint";
import * as v from "valibot";
import { describe, expect, test } from "vitest";

// Which language is spoken decides which half of an entry is taken, and nothing else: asking for it is forbidden, and
// so is every other form of an entry.

const root = path.join(import.meta.dirname, "..", "..");
const RULE = "no-restricted-syntax";
const Config = v.object({ rules: v.record(v.string(), v.unknown()) });

/** What the repository's own rule says of a line of code in a file. */
async function complaints(file: string, code: string): Promise<number> {
  const config: unknown = await new ESLint({ cwd: root }).calculateConfigForFile(
    path.join(root, file),
  );
  const rule = v.parse(Config, config).rules[RULE];
  const entry = v.parse(v.looseTuple([v.number()]), rule);
  return new Linter({ configType: "flat" })
    .verify(
      code,
      [
        {
          files: ["**/*.tsx"],
          languageOptions: {
            parser: tseslint.parser,
            parserOptions: { ecmaFeatures: { jsx: true } },
          },
          rules: { [RULE]: ["error", ...entry.slice(1)] },
        },
      ],
      { filename: "line.tsx" },
    )
    .filter(({ ruleId, fatal }) => ruleId === RULE || fatal === true).length;
}

const ROOMS = readdirSync(path.join(root, "src"), { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .map(({ name }) => name);

describe.each([...ROOMS.map((room) => `src/${room}/index.ts`), "src/taskpane/shell/App.tsx"])(
  "%s",
  (file) => {
    test.each([
      ['const it = language === "zh" ? 1 : 2;', 1],
      ['const it = "en" !== spoken;', 1],
      ['if (language == "en") it();', 1],
      ['switch (language) { case "zh": it(); }', 1],
      ["const it = said[language];", 0],
      ['function it() { return { zh: "1", en: "1" }[language]; }', 0],
      ['const it = languageFor("zh");', 0],
    ])("%s: %d", async (code, expected) => {
      expect(await complaints(file, code)).toBe(expected);
    });
  },
);

describe("entries have one form, in wording", () => {
  test.each([
    ['const it = { zh: "是", en: "yes" };', 0],
    ["const it = (n: number): Both => ({ zh: `${n} 行`, en: `${n} rows` });", 0],
    ['const it = [{ zh: "甲", en: "a" }, { zh: "乙", en: "b" }];', 0],
    ["function it() { return { zh: `${name.zh}列`, en: `${name.en}` }[language]; }", 0],
    ["const it = { zh: `${name[language]}`, en: `${name[language]}` };", 2],
    ["const it = { zh: (n: number) => `${n}`, en: (n: number) => `${n}` };", 2],
    ['const it = { zh: ["甲"], en: ["a"] };', 2],
    ['const it = { zh: { what: "有" }, en: { what: "yes" } };', 2],
    ['const it = `${{ zh: "是", en: "yes" }[language]}`;', 1],
    ["type It = Readonly<Record<Language, string>>;", 1],
    ["interface It { readonly zh: string; readonly en: string }", 2],
    ["type Both = string;", 1],
    ['const it = column("工号", "ID");', 1],
    ["const it = `第 ${n} 行`;", 2],
  ])("%s: %d", async (code, expected) => {
    expect(await complaints("src/wording/sheet/fields.ts", code)).toBe(expected);
  });
});

describe("what people read stands in wording", () => {
  test.each([
    ["src/taskpane/shell/App.tsx", "const it = <p>文字</p>;", 1],
    ["src/taskpane/shell/App.tsx", "const it = <p>Words</p>;", 1],
    ["src/taskpane/shell/App.tsx", 'const it = <p title="Words">{words.it}</p>;', 1],
    ["src/taskpane/shell/App.tsx", 'const it = <p title={words.it}>{"·"}</p>;', 0],
    ["src/documents/payslips.ts", 'const it = "合计";', 1],
    ["src/tasks/index.ts", 'const it = name === "历史成绩";', 1],
    ["src/sharing/index.ts", "const it = `${name}表`;", 1],
    ["src/scoresheet/index.ts", 'const it = "工号";', 0],
    ["src/wording/functions/answers.ts", 'const it = "未达标";', 0],
  ])("%s: %s: %d", async (file, code, expected) => {
    expect(await complaints(file, code)).toBe(expected);
  });
});
