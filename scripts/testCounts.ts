// Takes: the JSON that vitest wrote. Gives: how many tests passed, failed and did not run.
import { readFileSync } from "node:fs";
import * as v from "valibot";

export type TestCounts = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
};

const Report = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  success: v.boolean(),
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) })),
});

/** Reads vitest's JSON report; a file that failed before its first test counts as one failure. */
export function readTestCounts(file: string): TestCounts {
  const report = v.parse(Report, JSON.parse(readFileSync(file, "utf8")));
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** The last line of a test run. */
export function closingLine({ passed, failed }: TestCounts): string {
  return `${String(passed)} passed, ${String(failed)} failed`;
}
