// Takes: the machine. Gives: Gnumeric and openpyxl, by which the tests open and save what the product has written, as
// HR's colleagues do. On Debian as root what is missing is installed; elsewhere the command that installs it is named.
import { spawnSync } from "node:child_process";
import { aptCommand, installPackages, mayInstall } from "./debian";

const packages = ["gnumeric", "python3-openpyxl"];

export interface Programs {
  readonly ssconvert: string;
  /** A Python that has openpyxl. */
  readonly python: string;
}

function works(program: string, ...words: readonly string[]): boolean {
  return spawnSync(program, words, { stdio: "ignore" }).status === 0;
}

function find(): Programs | undefined {
  const ssconvert = [process.env["SSCONVERT_PATH"] ?? "ssconvert"].find((program) =>
    works(program, "--version"),
  );
  // Debian's own Python has Debian's packages; another one may come first on the path.
  const python = [process.env["PYTHON_PATH"] ?? "/usr/bin/python3", "python3"].find((program) =>
    works(program, "-c", "import openpyxl"),
  );
  return ssconvert === undefined || python === undefined ? undefined : { ssconvert, python };
}

/** @throws Error with the command to run where they are missing and may not be installed from here. */
export function ensurePrograms(): Programs {
  const found = find();
  if (found !== undefined) return found;
  if (mayInstall()) {
    installPackages(packages);
    const installed = find();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    [
      "测试需要 Gnumeric（ssconvert）和带 openpyxl 的 Python 3。请运行：",
      "The tests need Gnumeric (ssconvert) and a Python 3 with openpyxl. Run:",
      `    ${aptCommand(packages)}`,
      "（装在别处时，用环境变量 SSCONVERT_PATH、PYTHON_PATH 指明。 If they are installed elsewhere, name them in SSCONVERT_PATH and PYTHON_PATH.)",
    ].join("\n"),
  );
}
