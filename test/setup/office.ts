// Takes: files. Gives: what LibreOffice makes of them: an independent reader of what the product writes.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureOffice } from "../../scripts/ensureOffice";

export interface Conversion {
  /** Bytes by file name, ending included. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The ending of what is wanted: "xlsx", "pdf", "csv", with a filter after a colon where one is needed. */
  readonly to: string;
  /** Whether formulas are calculated when a file is opened, or the values stored in it are shown. */
  readonly recalculate: boolean;
}

/** Asks before it calculates unless told: 0 always, 1 never. */
function profileSettings(recalculate: boolean): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>${recalculate ? 0 : 1}</value></prop></item></oor:items>`;
}

/**
 * A profile of this worker's own: no settings of this machine, and no running LibreOffice that would answer instead.
 * Kept, since LibreOffice takes seconds to make one.
 */
function profileFor(recalculate: boolean): string {
  const worker = process.env["VITEST_POOL_ID"] ?? "alone";
  const name = `${recalculate ? "recalculated" : "stored"}-${worker}`;
  const profile = path.join(import.meta.dirname, "..", "..", ".cache", "office", name);
  mkdirSync(path.join(profile, "user"), { recursive: true });
  writeFileSync(
    path.join(profile, "user", "registrymodifications.xcu"),
    profileSettings(recalculate),
  );
  return profile;
}

/**
 * Opens all files in one run of LibreOffice, which takes seconds to start, and writes them in another
 * format; bytes by the names of what was written. A file that it cannot open without repair is missing.
 */
export async function convertWithOffice(conversion: Conversion): Promise<Map<string, Uint8Array>> {
  const { soffice } = ensureOffice();
  const folder = mkdtempSync(path.join(tmpdir(), "office-"));
  try {
    const [input, output] = [path.join(folder, "in"), path.join(folder, "out")];
    mkdirSync(input);
    mkdirSync(output);
    const places = Object.entries(conversion.files).map(([name, bytes]) => {
      const place = path.join(input, name);
      writeFileSync(place, bytes);
      return place;
    });
    await run(soffice, [
      `-env:UserInstallation=${pathToFileURL(profileFor(conversion.recalculate)).href}`,
      "--headless",
      "--norestore",
      "--convert-to",
      conversion.to,
      "--outdir",
      output,
      ...places,
    ]);
    const written = readdirSync(output).map((name): [string, Uint8Array] => [
      name,
      new Uint8Array(readFileSync(path.join(output, name))),
    ]);
    return new Map(written);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program: string, words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: ["ignore", "ignore", "pipe"] });
    let complaints = "";
    child.stderr.on("data", (data: Buffer) => (complaints += data.toString("utf8")));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`soffice ended with ${String(code)}: ${complaints}`));
    });
  });
}
