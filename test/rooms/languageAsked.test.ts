import path from "node:path";
import { ESLint, Linter } from "eslint";
import * as v from "valibot";
import { describe, expect, test } from "vitest";

// Which language is spoken decides which half of an entry is taken, and nothing else: asking for it is forbidden.

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
    .verify(code, [{ rules: { [RULE]: ["error", ...entry.slice(1)] } }])
    .filter(({ ruleId }) => ruleId === RULE).length;
}

describe.each(["src/taskpane/shell/App.tsx", "src/tasks/index.ts", "src/wording/index.ts"])(
  "%s",
  (file) => {
    test.each([
      ['const it = language === "zh" ? 1 : 2;', 1],
      ['const it = "en" !== spoken;', 1],
      ['if (language == "en") it();', 1],
      ['switch (language) { case "zh": it(); }', 1],
      ["const it = said[language];", 0],
      ['const it = { zh: "是", en: "yes" }[language];', 0],
      ['const it = languageFor("zh");', 0],
    ])("%s: %d", async (code, expected) => {
      expect(await complaints(file, code)).toBe(expected);
    });
  },
);
