import { defineConfig } from "vitest/config";

// The tests of the rule book, its readers and units, without those that take long for other reasons: each of some
// two thousand mutants is run through them.
export default defineConfig({
  test: {
    environment: "node",
    include: ["test/{units,policy,scoresheet}/**/*.test.ts", "test/formulas/*.test.ts"],
    exclude: [
      "test/policy/{edit,lint,part}/**",
      "test/policy/clauses.test.ts",
      "test/scoresheet/invariance.test.ts",
      "test/formulas/{metadata,zeroAndErrors}.test.ts",
      // Random histories by the thousand say what the cases say, a hundred times as slowly.
      "test/policy/rules/properties.test.ts",
    ],
    testTimeout: 60_000,
  },
});
