import { defineConfig } from "vitest/config";

// The tests of the rooms that are looked at, without those that take long for other reasons: each of some two thousand
// mutants is run through what covers it, so that a file more costs minutes.
export default defineConfig({
  test: {
    environment: "node",
    include: [
      "test/{units,policy}/**/*.test.ts",
      "test/scoresheet/**/{readMonth,readQuantities,months}.test.ts",
    ],
    exclude: [
      "test/policy/{edit,lint,part}/**",
      "test/policy/clauses.test.ts",
      // Random histories by the thousand say what the cases say, a hundred times as slowly.
      "test/policy/rules/properties.test.ts",
    ],
    testTimeout: 60_000,
  },
});
