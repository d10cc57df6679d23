// Takes: the JSON that vitest wrote. Gives: how many tests passed, failed and did not run.
import { readFileSync } from "node:fs";
import * as v from "valibot";

export type TestCounts = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
};

const Report = v.object({
  testResults: v.array(
    v.object({
      status: v.string(),
      assertionResults: v.array(v.object({ status: v.string() })),
    }),
  ),
});

/**
 * Reads vitest's JSON report, test by test: its own totals leave out the tests of a suite whose set-up failed.
 * Whatever neither passed nor failed was skipped; a file that failed before its first test is one failure.
 */
export function readTestCounts(file: string): TestCounts {
  const { testResults } = v.parse(Report, JSON.parse(readFileSync(file, "utf8")));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const counted = (status: string) => tests.filter((test) => test.status === status).length;
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  const passed = counted("passed");
  const failed = counted("failed");
  return { passed, failed: failed + broken, skipped: tests.length - passed - failed };
}

/** The last line of a test run. */
export function closingLine({ passed, failed }: TestCounts): string {
  return `${String(passed)} passed, ${String(failed)} failed`;
}
