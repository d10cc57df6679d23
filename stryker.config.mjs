// Mutants of the rule book, its readers and units: code that is changed by a small step, to see whether a test
// notices. Outside of `npm test`, since it takes long: `npm run mutants`, or one file with
// `npm run mutants -- --mutate src/policy/rules/pay.ts`. What is left is explained in docs/mutants.md.

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutants.config.mts" },
  mutate: [
    "src/policy/rules/*.ts",
    "src/policy/{resolve,settled,choice}.ts",
    "src/scoresheet/cells/read*.ts",
    "src/scoresheet/records/asOfMonth.ts",
    "src/units/*.ts",
    "!src/**/index.ts",
  ],
  coverageAnalysis: "perTest",
  // A value that is computed once, when its file is loaded, can only be judged by running every test anew.
  ignoreStatic: true,
  concurrency: 1,
  reporters: ["clear-text", "progress-append-only", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: ".cache/mutants.json" },
  tempDirName: ".cache/stryker",
  incrementalFile: ".cache/mutants.incremental.json",
  checkers: [],
  thresholds: { high: 95, low: 95, break: 95 },
};
