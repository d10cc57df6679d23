import { defineConfig } from "vitest/config";

// Rooms that hold no state, so that their tests can share what is loaded: most of a short test is loading.
const PURE =
  "test/{units,grid,policy,scoresheet,findings,reports,formulas,tasks}/**/*.test.{ts,tsx}";

// Three kinds of tests. Those in a browser come last and one file at a time: each starts a Chromium of its
// own, and two of them on two cores make one another slow and gain nothing.
export default defineConfig({
  test: {
    allowOnly: false,
    environment: "node",
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: [PURE],
          pool: "threads",
          isolate: false,
          maxWorkers: 2,
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "node",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/browser/**", PURE],
          pool: "forks",
          isolate: false,
          maxWorkers: 2,
          // Loading the grid engine takes seconds on a busy machine.
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.{ts,tsx}"],
          pool: "forks",
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 240_000,
          // A page that shares two cores with its host may take longer than the usual second.
          expect: { poll: { timeout: 20_000 } },
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
