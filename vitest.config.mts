import { defineConfig } from "vitest/config";

// Rooms that know neither Excel nor files: threads, which start sooner, do for them.
const PURE =
  "test/{units,grid,policy,scoresheet,month,findings,views,formulas,wording,documents,tasks}/**/*.test.{ts,tsx}";

// Three kinds of tests. A worker keeps what it has loaded for its next file, since most of a short test is loading:
// what a test changes outside of itself it puts back. `npm test` runs those in a browser beside the others: a browser
// and what it talks to are busy for most of two cores, but wait for one another now and then.
export default defineConfig({
  test: {
    allowOnly: false,
    environment: "node",
    isolate: false,
    maxWorkers: 1,
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: [PURE],
          pool: "threads",
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "node",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/browser/**", PURE],
          pool: "forks",
          // Loading the grid engine takes seconds on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.{ts,tsx}"],
          globalSetup: ["test/setup/builtPages.ts"],
          pool: "forks",
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // A page that shares two cores with its host may take longer than the usual second.
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
