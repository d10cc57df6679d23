import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { closingLine, readTestCounts } from "../../scripts/testCounts";

const root = path.join(import.meta.dirname, "..", "..");

// The report is vitest's own, of a run in which one test of each fate takes part.
const files = {
  "fates.test.ts": `
    import { expect, test } from "vitest";
    test("passes", () => {});
    test("fails", () => { expect(1).toBe(2); });
    test["skip"]("is skipped", () => {});
    test["todo"]("is to be written");
  `,
  "setup.test.ts": `
    import { beforeAll, test } from "vitest";
    beforeAll(() => { throw new Error("no browser"); });
    test("never starts", () => {});
  `,
  "broken.test.ts": `throw new Error("cannot be read");`,
  "package.json": `{ "type": "module" }`,
};

test("counts every test of a run, also those that never started", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "counts-"));
  try {
    symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"), "junction");
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    const report = path.join(folder, "report.json");
    const { status } = spawnSync(
      process.execPath,
      [
        path.join(root, "node_modules/vitest/vitest.mjs"),
        "run",
        "--root",
        folder,
        "--reporter=json",
        `--outputFile.json=${report}`,
      ],
      { cwd: folder, encoding: "utf8" },
    );
    expect(status).not.toBe(0);
    const counts = readTestCounts(report);
    expect(counts).toEqual({ passed: 1, failed: 2, skipped: 3 });
    expect(closingLine(counts)).toBe("1 passed, 2 failed");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
