import { spawn } from "node:child_process";
import path from "node:path";
import { startWorkbench } from "./serve";

const USAGE = "npm run workbench [文件.xlsx] [-- --no-open]   (PORT=3100)";

interface Request {
  readonly file: string | undefined;
  readonly port: number | undefined;
  readonly open: boolean;
}

/** @throws Error when an argument is not known or PORT is no port. */
function readRequest(words: readonly string[], portText: string | undefined): Request {
  const files = words.filter((word) => !word.startsWith("--"));
  const unknown = words.filter((word) => word.startsWith("--") && word !== "--no-open");
  const port = portText === undefined || portText === "" ? undefined : Number(portText);
  if (unknown.length > 0 || files.length > 1) throw new Error(USAGE);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536)) {
    throw new Error(`PORT=${portText}: ${USAGE}`);
  }
  return { file: files[0], port, open: !words.includes("--no-open") };
}

/** Shows the address in the person's browser; where there is none, the printed address will do. */
function openBrowser(address: string): void {
  const [command, ...words] =
    process.platform === "win32"
      ? ["cmd", "/c", "start", "", address]
      : [process.platform === "darwin" ? "open" : "xdg-open", address];
  const browser = spawn(command ?? "xdg-open", words, { detached: true, stdio: "ignore" });
  browser.on("error", () => undefined);
  browser.unref();
}

async function main(): Promise<void> {
  const { file, port, open } = readRequest(process.argv.slice(2), process.env["PORT"]);
  const { address } = await startWorkbench({
    root: path.resolve(__dirname, ".."),
    // npm runs scripts in the repository; a file is meant from where the person stands.
    ...(file !== undefined && { file: path.resolve(process.env["INIT_CWD"] ?? ".", file) }),
    ...(port !== undefined && { port }),
    say: (line) => console.log(line),
  });
  console.log(`工作台 Workbench: ${address}`);
  if (open) openBrowser(address);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
