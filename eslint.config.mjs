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

const NOT_HERE = "What people read stands in src/wording, as one entry in both languages.";
const HAN = "[\\u3400-\\u9fff]";

// What is said in which language is known in wording: elsewhere a language is handed on, never asked.
const noLanguageAsked = [
  {
    selector:
      "BinaryExpression[operator=/^[!=]==?$/] > Literal.right[value=/^(zh|en)$/], BinaryExpression[operator=/^[!=]==?$/] > Literal.left[value=/^(zh|en)$/], SwitchCase > Literal.test[value=/^(zh|en)$/]",
    message: "Both languages of a message stand side by side in src/wording, as one entry.",
  },
];

// Chinese stands in wording, in the policy's own texts and where sheets and formulas are read: nowhere else.
const noTextHere = [
  {
    selector: `Literal[value=/${HAN}/], TemplateElement[value.raw=/${HAN}/]`,
    message: NOT_HERE,
  },
  { selector: "JSXText[value=/[\\p{Script=Han}A-Za-z]/u]", message: NOT_HERE },
  {
    selector:
      "JSXAttribute[name.name=/^(aria-label|aria-description|alt|label|hint|placeholder|title)$/] > Literal[value=/[A-Za-z]/]",
    message: NOT_HERE,
  },
];

// One form of words: `{ zh, en }` is the entry, `(facts) => ({ zh, en })` makes one, and parts of it are entries too.
const LANGUAGES = "Property[key.name=/^(zh|en)$/]";
const oneFormOfWords = [
  {
    selector: `${LANGUAGES} Identifier[name='language']:not(MemberExpression[computed=false] > .property)`,
    message: "An entry says both languages, whichever is asked for: use parts that are entries.",
  },
  {
    selector: `${LANGUAGES} > :matches(ArrowFunctionExpression, ArrayExpression).value`,
    message: "One entry for each text: a function gives an entry, a list holds entries.",
  },
  {
    selector: `${LANGUAGES} > ObjectExpression.value:not(:has(> ${LANGUAGES}))`,
    message: "The languages of each text stand side by side, not the texts of each language.",
  },
  {
    selector:
      "TSTypeReference[typeName.name='Record'] TSTypeReference[typeName.name='Language'], TSPropertySignature[key.name=/^(zh|en)$/], TSTypeAliasDeclaration[id.name='Both']",
    message: "The type of an entry is Both, of language.ts.",
  },
  {
    selector: `MemberExpression[computed=true] > ObjectExpression.object:has(> ${LANGUAGES}):not(ReturnStatement > MemberExpression > ObjectExpression)`,
    message: "A language is chosen where a message is given away, not within it.",
  },
];
// Both arguments of a helper, or none: what is Chinese stands in an entry.
const chineseInEntries = [
  {
    selector: `Literal[value=/${HAN}/]:not(${LANGUAGES} Literal), TemplateElement[value.raw=/${HAN}/]:not(${LANGUAGES} TemplateElement)`,
    message: "Chinese stands beside its English, in one entry.",
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

const inPureRoom = [...neverHtml, ...noLanguageAsked, ...noClockNoDice];
const timeless = [...pureRooms, "tasks"];
/** Rooms that know what sheets, formulas and the policy say in Chinese. */
const readers = ["policy", "scoresheet", "formulas"];

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
    rules: { "no-restricted-syntax": ["error", ...neverHtml, ...noLanguageAsked, ...noTextHere] },
  },
  {
    files: timeless.map((room) => `src/${room}/**`),
    rules: {
      "no-restricted-globals": ["error", "document", "window", "navigator", "console", "process"],
      "no-restricted-syntax": ["error", ...inPureRoom, ...noTextHere],
    },
  },
  {
    files: readers.map((room) => `src/${room}/**`),
    rules: { "no-restricted-syntax": ["error", ...inPureRoom] },
  },
  {
    files: ["src/wording/**"],
    rules: {
      "no-restricted-syntax": ["error", ...inPureRoom, ...oneFormOfWords, ...chineseInEntries],
    },
  },
  {
    // In the policy's language alone: what functions answer, so that formulas can compare it, and what is looked for
    // again in workbooks; numerals; and the type of an entry itself.
    files: [
      "src/wording/functions/**",
      "src/wording/sharing/plainSheet.ts",
      "src/wording/sheet/inPolicyLanguage.ts",
      "src/wording/tiers.ts",
    ],
    rules: { "no-restricted-syntax": ["error", ...inPureRoom, ...oneFormOfWords] },
  },
  {
    files: ["src/wording/language.ts"],
    rules: { "no-restricted-syntax": ["error", ...inPureRoom] },
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
