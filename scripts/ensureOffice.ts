// Takes: the machine. Gives: LibreOffice, by which the tests check the files that the product writes, and pdftotext.
// On Debian as root what is missing is installed; elsewhere the one command that installs it is named.
import { existsSync } from "node:fs";
import path from "node:path";
import { aptCommand, installPackages, isDebian, mayInstall } from "./debian";

const packages = ["libreoffice-calc", "poppler-utils"];

/** The programs that the tests of files need, by their paths. */
export interface Office {
  readonly soffice: string;
  readonly pdftotext: string;
}

/** Every place where a program may be, the most wanted first. */
function onPath(names: readonly string[]): string[] {
  const endings = process.platform === "win32" ? [".exe", ".com"] : [""];
  const folders = (process.env["PATH"] ?? "").split(path.delimiter).filter(Boolean);
  return names.flatMap((name) =>
    folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending))),
  );
}

function sofficeOfSystem(): string[] {
  switch (process.platform) {
    case "darwin":
      return ["/Applications/LibreOffice.app/Contents/MacOS/soffice"];
    case "win32":
      return ["PROGRAMFILES", "PROGRAMFILES(X86)"]
        .map((name) => process.env[name])
        .filter((root) => root !== undefined)
        .map((root) => path.join(root, "LibreOffice", "program", "soffice.exe"));
    default:
      return [];
  }
}

function firstThere(asked: string | undefined, places: readonly string[]): string | undefined {
  return [...(asked === undefined ? [] : [asked]), ...places].find(
    (place) => place !== "" && existsSync(place),
  );
}

/** The programs that are installed, or undefined where one is missing. */
export function findOffice(): Office | undefined {
  const soffice = firstThere(process.env["SOFFICE_PATH"], [
    ...onPath(["soffice", "libreoffice"]),
    ...sofficeOfSystem(),
  ]);
  const pdftotext = firstThere(process.env["PDFTOTEXT_PATH"], onPath(["pdftotext"]));
  return soffice === undefined || pdftotext === undefined ? undefined : { soffice, pdftotext };
}

/** The one command that makes this machine ready. */
function command(): string {
  if (isDebian()) return aptCommand(packages);
  switch (process.platform) {
    case "darwin":
      return "brew install --cask libreoffice && brew install poppler";
    case "win32":
      return "winget install TheDocumentFoundation.LibreOffice oschwartz10612.Poppler";
    default:
      return existsSync("/usr/bin/dnf")
        ? "sudo dnf install -y libreoffice-calc poppler-utils"
        : aptCommand(packages);
  }
}

/**
 * Makes sure that files can be checked by another program, and gives the paths of what is needed.
 * Throws with the command to run where it may not install anything itself.
 */
export function ensureOffice(): Office {
  const found = findOffice();
  if (found !== undefined) return found;

  if (mayInstall()) {
    installPackages(packages);
    const installed = findOffice();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    [
      "测试需要 LibreOffice（Calc）和 pdftotext（Poppler）。请运行：",
      "The tests need LibreOffice (Calc) and pdftotext (Poppler). Run:",
      `    ${command()}`,
      "（装在别处时，用环境变量 SOFFICE_PATH、PDFTOTEXT_PATH 指明。 If they are installed elsewhere, name them in SOFFICE_PATH and PDFTOTEXT_PATH.)",
    ].join("\n"),
  );
}
