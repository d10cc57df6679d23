import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Tests of random input: by the hundred they say what the cases say, and one that fails looks long for a shorter input. */
const RANDOM = /\/(fastPromotion|holdsAt|readQuantities|decimal)\.test\.ts$/u;

/** The first failing test tells that a mutant is found, so that what is quick is asked first. */
class CasesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isRandom = ({ moduleId }: TestSpecification): number => Number(RANDOM.test(moduleId));
    return (await super.sort(files)).sort((one, other) => isRandom(one) - isRandom(other));
  }
}

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
      "test/policy/rules/properties.test.ts",
    ],
    testTimeout: 60_000,
    sequence: { sequencer: CasesFirst },
  },
});
