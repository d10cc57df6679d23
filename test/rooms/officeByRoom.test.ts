import { Linter } from "eslint";
import tseslint from "typescript-eslint";
import { expect, test } from "vitest";
import { officeByRoom, officeInRoom } from "../../scripts/officeByRoom.mjs";

const house = { rules: { "office-by-room": officeByRoom } };

const blocks: Linter.Config[] = [
  { files: ["**/*.{ts,tsx}"], languageOptions: { parser: tseslint.parser } },
  ...officeInRoom.map(({ files, allowed }): Linter.Config => ({
    files: [...files],
    plugins: { house },
    rules: { "house/office-by-room": ["error", allowed] },
  })),
];

/** What in this code does not belong into this file. */
function foreign(file: string, code: string): string[] {
  return new Linter()
    .verify(code, blocks, { filename: file })
    .map(({ message }) => message.split(" does not belong")[0] ?? "");
}

test.each([
  [
    "src/excel/read.ts",
    "await Excel.run(f); Office.context.document; new OfficeExtension.Error();",
    [],
  ],
  ["src/excel/read.ts", "CustomFunctions.associate(id, f);", ["CustomFunctions.associate"]],
  ["src/functions/index.ts", "CustomFunctions.associate(id, f); await Office.onReady();", []],
  [
    "src/functions/bind.ts",
    "throw new CustomFunctions.Error(code); Office.onReady();",
    ["Office.onReady"],
  ],
  ["src/functions/bind.ts", "let range: Excel.Range;", ["Excel.Range"]],
  [
    "src/commands/index.ts",
    "Office.actions.associate(id, (e: Office.AddinCommands.Event) => {});",
    [],
  ],
  ["src/commands/index.ts", "Office.context.ui;", ["Office.context"]],
  ["src/taskpane/index.ts", "if (typeof Office === 'undefined') f(); await Office.onReady();", []],
  ["src/taskpane/index.ts", "Office.context.displayLanguage;", ["Office.context"]],
  ["src/taskpane/Pane.tsx", "Office.onReady();", ["Office.onReady"]],
  [
    "src/taskpane/Pane.tsx",
    "window.Office; globalThis['Excel'];",
    ["window.Office", "globalThis.Excel"],
  ],
  [
    "src/taskpane/Pane.tsx",
    "const { Excel } = globals; Excel.run(); cell.Excel; ({ Office: 1 });",
    [],
  ],
  ["src/tasks/validate.ts", "Excel.run(f);", ["Excel.run"]],
  ["src/policy/resolve.ts", "const Office = 1; f(Office);", []],
])("in %s: %s", (file, code, expected) => {
  expect(foreign(file, code)).toEqual(expected);
});
