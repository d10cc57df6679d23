import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleOf, comparePairs, ROOT } from "./against";
import { hrWorkbook } from "./hrWorkbook";
import { shareKinds } from "./shareOnce";

/** What sharing a file of about that size costs, each kind in a process of its own so that its memory is told truly. */
export async function* benchShare(
  megabytes: number,
  beside: string | undefined,
): AsyncGenerator<string> {
  const folder = mkdtempSync(join(tmpdir(), "bench-share-"));
  const file = join(folder, "workbook.xlsx");
  try {
    writeFileSync(file, hrWorkbook(megabytes * 1_000_000));
    const here = await bundleOf(ROOT, "bench/shareOnce.ts");
    const there = beside === undefined ? null : await bundleOf(beside, "bench/shareOnce.ts");
    for (const kind of shareKinds) {
      if (there !== null) {
        yield `Sharing ${megabytes} MB, ${kind}:`;
        yield* comparePairs(here, there, [file, kind]);
        continue;
      }
      const { stdout, stderr, status } = spawnSync(process.execPath, [here, file, kind], {
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(stderr);
      yield stdout.split("\n")[0] ?? "";
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
