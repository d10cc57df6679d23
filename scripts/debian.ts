// Takes: the machine. Gives: whether it is a Debian, and packages installed there with apt-get.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

export function isDebian(): boolean {
  const release = "/etc/os-release";
  return existsSync(release) && /^ID="?debian"?$/m.test(readFileSync(release, "utf8"));
}

/** Whether this process may install packages by itself. */
export function mayInstall(): boolean {
  return isDebian() && process.getuid?.() === 0;
}

/** Installs the packages. @throws Error when apt-get fails; its own words stand above. */
export function installPackages(packages: readonly string[]): void {
  console.log(`Installing ${packages.join(", ")} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const step of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", ...packages],
  ]) {
    const result = spawnSync("apt-get", step, { env, stdio: ["ignore", "ignore", "inherit"] });
    if (result.status !== 0) throw new Error(`apt-get ${step.join(" ")} failed`);
  }
}

/** The command with which a person installs the packages on a Debian. */
export function aptCommand(packages: readonly string[]): string {
  return `sudo apt-get update && sudo apt-get install -y ${packages.join(" ")}`;
}
