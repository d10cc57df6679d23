import { createRequire } from "node:module";
import js from "@eslint/js";
import prettier from "eslint-config-prettier";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { officeByRoom, officeInRoom } from "./scripts/officeByRoom.mjs";

const { pureRooms } = createRequire(import.meta.url)("./scripts/rooms.cjs");

const house = { rules: { "office-by-room": officeByRoom } };

const neverHtml = [
  {
    selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]",
    message: "Sheet text is untrusted: use textContent.",
  },
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: "Sheet text is untrusted: let React write text.",
  },
];

// What is said in which language is known in wording: elsewhere a language is handed on, never asked.
const noLanguageAsked = [
  {
    selector:
      "BinaryExpression[operator=/^[!=]==?$/] > Literal.right[value=/^(zh|en)$/], BinaryExpression[operator=/^[!=]==?$/] > Literal.left[value=/^(zh|en)$/], SwitchCase > Literal.test[value=/^(zh|en)$/]",
    message: "Both languages of a message stand side by side in src/wording, as one entry.",
  },
];

const noClockNoDice = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']" },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]" },
  { selector: "MemberExpression[object.name='Math'][property.name='random']" },
].map((rule) => ({ ...rule, message: "Clocks and random numbers are arguments here." }));

const noSkippedTest = [
  {
    selector:
      "MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(skip|only|todo|skipIf|runIf|fails)$/]",
    message: "Nothing is skipped: mend the test or delete it.",
  },
];

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "coverage/", "test-results/", ".cache/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx,mts,cts}"],
    extends: [
      ...tseslint.configs.recommendedTypeChecked,
      {
        plugins: { "office-addins": officeAddins },
        rules: {
          "office-addins/call-sync-after-load": "error",
          "office-addins/call-sync-before-read": "error",
          "office-addins/load-object-before-read": "error",
          "office-addins/no-context-sync-in-loop": "error",
          "office-addins/no-empty-load": "error",
          "office-addins/no-navigational-load": "error",
          "office-addins/no-office-initialize": "error",
          "office-addins/test-for-null-using-isNullObject": "error",
        },
      },
    ],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unnecessary-type-assertion": "error",
      "@typescript-eslint/no-unused-vars": "error",
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/prefer-readonly": "error",
      "@typescript-eslint/return-await": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/ban-ts-comment": "error",
      // tsc knows which globals exist; the rule would need the list once more.
      "no-undef": "off",
      "no-restricted-syntax": ["error", ...neverHtml],
      eqeqeq: ["error", "always", { null: "ignore" }],
      // Texts from sheets and files are searched for control characters on purpose.
      "no-control-regex": "off",
    },
  },
  {
    files: ["src/taskpane/**"],
    plugins: { "react-hooks": reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ["**/*.{js,cjs,mjs}"],
    languageOptions: {
      globals: {
        URL: "readonly",
        __dirname: "readonly",
        __filename: "readonly",
        console: "readonly",
        module: "writable",
        process: "readonly",
        require: "readonly",
      },
    },
  },
  ...officeInRoom.map(({ files, allowed }) => ({
    files,
    plugins: { house },
    rules: { "house/office-by-room": ["error", allowed] },
  })),
  {
    files: ["src/**"],
    rules: { "no-restricted-syntax": ["error", ...neverHtml, ...noLanguageAsked] },
  },
  {
    files: [...pureRooms, "tasks"].map((room) => `src/${room}/**`),
    rules: {
      "no-restricted-globals": ["error", "document", "window", "navigator", "console", "process"],
      "no-restricted-syntax": ["error", ...neverHtml, ...noLanguageAsked, ...noClockNoDice],
    },
  },
  {
    files: ["test/**"],
    rules: {
      "no-restricted-syntax": ["error", ...neverHtml, ...noSkippedTest],
    },
  },
  {
    // The host's tests read before loading and load in lists on purpose: they pin what the client does then.
    files: ["test/host/**"],
    rules: {
      "office-addins/call-sync-before-read": "off",
      "office-addins/load-object-before-read": "off",
      "office-addins/no-empty-load": "off",
    },
  },
  prettier,
);
