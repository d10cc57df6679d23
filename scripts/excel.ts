// `npm start` and `npm stop`: serve the development build over https and sideload it into Excel.
// Microsoft's tools are fetched when they are needed: one of them does not install on every machine.
import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");

// The ports and the manifest of a development build (its own Id and namespace CSDEV).
const steps = {
  start: [
    "npx --yes office-addin-dev-certs@3 install",
    "npm run build:dev",
    'npx --yes office-addin-debugging@7 start dist/manifest.xml desktop --app excel --dev-server "npm run serve" --dev-server-port 3000',
  ],
  stop: ["npx --yes office-addin-debugging@7 stop dist/manifest.xml desktop"],
};

const noExcelHere = `这个系统上没有 Excel。请运行 npm run workbench，在浏览器里试用同一个加载项。
There is no Excel on this system. Run npm run workbench to try the same add-in in a browser.`;

function main(action: string | undefined): number {
  if (action !== "start" && action !== "stop") {
    console.error("Usage: npm start | npm stop");
    return 2;
  }
  if (process.platform !== "win32" && process.platform !== "darwin") {
    console.error(noExcelHere);
    return 1;
  }
  for (const command of steps[action]) {
    console.log(`> ${command}`);
    // Through the shell, because npx is a script on Windows; nothing here comes from outside.
    const { status } = spawnSync(command, { cwd: root, shell: true, stdio: "inherit" });
    if (status !== 0) {
      console.error(`失败 Failed: ${command}`);
      return status ?? 1;
    }
  }
  return 0;
}

process.exitCode = main(process.argv[2]);
