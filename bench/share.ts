import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hrWorkbook } from "./hrWorkbook";
import { shareKinds } from "./shareOnce";

/** What sharing a file of about that size costs, each kind in a process of its own so that its memory is told truly. */
export function* benchShare(megabytes: number): Generator<string> {
  const folder = mkdtempSync(join(tmpdir(), "bench-share-"));
  const file = join(folder, "workbook.xlsx");
  try {
    writeFileSync(file, hrWorkbook(megabytes * 1_000_000));
    for (const kind of shareKinds) {
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        [...process.execArgv, join("bench", "shareOnce.ts"), file, kind],
        { encoding: "utf8" },
      );
      if (status !== 0) throw new Error(stderr);
      yield stdout.trimEnd();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
