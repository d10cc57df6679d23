// Takes: the machine. Gives: a Chromium, Chrome or Edge for the browser tests, and fonts that show Chinese.
// On Debian as root what is missing is installed; elsewhere the one command that installs it is named.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { aptCommand, installPackages, isDebian, mayInstall } from "./debian";

const fonts = ["fontconfig", "fonts-noto-cjk"];

/** Chromium without windows, which opens pages in half the time. */
const packages = ["chromium-headless-shell", ...fonts];
/** Where a Debian does not have it. */
const otherPackages = ["chromium", ...fonts];

const linuxNames = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];

const macApplications = ["Google Chrome", "Microsoft Edge", "Chromium"];

const windowsPrograms = [
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Microsoft", "Edge", "Application", "msedge.exe"],
  ["Chromium", "Application", "chrome.exe"],
];

/** Every place where a browser may be, the most wanted first. */
function candidates(): string[] {
  const asked = process.env["CHROME_PATH"];
  const installedByPlaywright = chromium.executablePath();
  return [...(asked === undefined ? [] : [asked]), ...ofSystem(), installedByPlaywright];
}

function ofSystem(): string[] {
  switch (process.platform) {
    case "darwin":
      return macApplications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
    case "win32": {
      const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map(
        (name) => process.env[name],
      );
      return roots
        .filter((root) => root !== undefined)
        .flatMap((root) => windowsPrograms.map((parts) => path.join(root, ...parts)));
    }
    default: {
      const folders = (process.env["PATH"] ?? "").split(path.delimiter);
      return linuxNames.flatMap((name) => folders.map((folder) => path.join(folder, name)));
    }
  }
}

/** The path of an installed browser that Playwright's `chromium` can drive, or undefined. */
export function findBrowser(): string | undefined {
  return candidates().find((candidate) => candidate !== "" && existsSync(candidate));
}

/** Whether the system has a font for Chinese; Windows and macOS always do. */
function hasChineseFont(): boolean {
  if (process.platform === "win32" || process.platform === "darwin") return true;
  const list = spawnSync("fc-list", [":lang=zh-cn", "family"], { encoding: "utf8" });
  return list.status === 0 && list.stdout.trim() !== "";
}

/** The one command that makes this machine ready. */
function command(): string {
  if (isDebian()) {
    return aptCommand(otherPackages);
  }
  if (existsSync("/usr/bin/dnf")) {
    return "sudo dnf install -y chromium fontconfig google-noto-sans-cjk-fonts";
  }
  return process.platform === "linux"
    ? "npx playwright-core install --with-deps chromium"
    : "npx playwright-core install chromium";
}

/**
 * Makes sure that the browser tests can run, and gives the path of the browser.
 * Throws with the command to run where it may not install anything itself.
 */
export function ensureBrowser(): string {
  const ready = () => (hasChineseFont() ? findBrowser() : undefined);
  const found = ready();
  if (found !== undefined) return found;

  if (mayInstall()) {
    try {
      installPackages(packages);
    } catch {
      installPackages(otherPackages);
    }
    const installed = ready();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    [
      "测试需要 Chromium、Chrome 或 Edge，以及中文字体。请运行：",
      "The tests need Chromium, Chrome or Edge, and a font for Chinese. Run:",
      `    ${command()}`,
      "（浏览器装在别处时，用环境变量 CHROME_PATH 指明。 If a browser is installed elsewhere, name it in CHROME_PATH.)",
    ].join("\n"),
  );
}
