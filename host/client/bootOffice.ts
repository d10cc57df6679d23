import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import vm from "node:vm";
import type { ExcelHost } from "../host";

export interface BootOptions {
  readonly host: ExcelHost;
  /** false: a page without Excel, where Office.onReady answers {host: null}. */
  readonly insideExcel?: boolean;
  /** Whether members outside of the declared requirement sets throw ApiNotFound; default true. */
  readonly gate?: boolean;
}

/** The globals of Microsoft's client library. */
export interface OfficeGlobals {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
}

export interface BootedOffice extends OfficeGlobals {
  /** The page's window: also its global object. */
  readonly window: Record<string, unknown>;
  /** Runs a script in the page, as a script tag would. */
  runScript(source: string, name?: string): unknown;
  runScriptFile(path: string): unknown;
  /**
   * Runs the scripts of a built page in their order, without the client library's own tag. Scripts that
   * they load later never arrive unless `lazy` accepts their file's name: there is no document to draw into.
   */
  runPage(htmlPath: string, lazy?: (name: string) => boolean): void;
  /** Closes the page: its timers stop, the host releases it. */
  dispose(): void;
}

// Compiled scripts are kept: a second page starts in some milliseconds.
const compiled = new Map<string, vm.Script>();

function compile(path: string): vm.Script {
  const known = compiled.get(path);
  if (known) return known;
  const script = new vm.Script(readFileSync(path, "utf8"), { filename: path });
  compiled.set(path, script);
  return script;
}

/** The folder of Microsoft's client library, which is installed for development only. */
function libraryFolder(): string {
  const require = createRequire(join(process.cwd(), "package.json"));
  return join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
}

/**
 * Starts a page with Microsoft's unmodified client library on the host, in a global of its own.
 * Resolves when Office.onReady has answered.
 */
export async function bootOffice(options: BootOptions): Promise<BootedOffice> {
  const page = new Page();
  const window = page.window;
  vm.createContext(window);
  const run = (script: vm.Script): unknown => script.runInContext(window);
  await loadLibrary(options, page, (path) => run(compile(path)));
  return {
    ...globalsOf(window),
    window,
    runScript: (source, name = "script.js") => run(new vm.Script(source, { filename: name })),
    runScriptFile: (path) => run(compile(path)),
    runPage: (htmlPath, lazy = () => false) => {
      for (const path of page.open(htmlPath, lazy)) {
        page.enter(path);
        run(compile(path));
      }
    },
    dispose: () => {
      page.dispose();
      if (options.insideExcel !== false) options.host.disconnect();
    },
  };
}

/**
 * Starts such a page and makes its Office, Excel, OfficeExtension and CustomFunctions globals of this
 * process, so that modules that use them can be tested directly. dispose() takes them away again.
 */
export async function bootOfficeGlobally(options: BootOptions): Promise<BootedOffice> {
  const office = await bootOffice(options);
  const names = ["Office", "Excel", "OfficeExtension", "CustomFunctions"] as const;
  for (const name of names) {
    Object.defineProperty(globalThis, name, {
      get: () => office[name],
      configurable: true,
    });
  }
  return {
    ...office,
    dispose: () => {
      for (const name of names) Reflect.deleteProperty(globalThis, name);
      office.dispose();
    },
  };
}

function globalsOf(window: Record<string, unknown>): OfficeGlobals {
  // The library defines these globals; their types are those of @types/office-js.
  return {
    get Office() {
      return window["Office"] as typeof Office;
    },
    get Excel() {
      return window["Excel"] as typeof Excel;
    },
    get OfficeExtension() {
      return window["OfficeExtension"] as typeof OfficeExtension;
    },
    get CustomFunctions() {
      return window["CustomFunctions"] as typeof CustomFunctions;
    },
  };
}

async function loadLibrary(
  { host, insideExcel = true, gate = true }: BootOptions,
  page: Page,
  runFile: (path: string) => unknown,
): Promise<void> {
  const folder = libraryFolder();
  if (insideExcel) Object.assign(page.external, host.connect());
  page.serveScripts(folder, runFile);
  runFile(join(folder, "office.js"));
  const office = page.window["Office"] as typeof Office;
  await office.onReady();
  const extension = page.window["OfficeExtension"] as
    { CommonUtility?: { _doApiNotSupportedCheck?: boolean } } | undefined;
  // As shipped, the library does not check requirement sets before it asks the host.
  if (extension?.CommonUtility) extension.CommonUtility._doApiNotSupportedCheck = gate;
}

interface ScriptElement {
  src: string;
  readonly tagName: "SCRIPT";
  onload: (() => void) | null;
  onreadystatechange: (() => void) | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
}

const ORIGIN = "http://localhost";

/** The least of a page that the client library needs: script tags that load, storage, a location. */
class Page {
  readonly external: Record<string, unknown> = {};
  readonly window: Record<string, unknown>;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #runFile: ((path: string) => unknown) | null = null;
  #libraryFolder = "";
  #pageFolder = "";
  #lazy: (name: string) => boolean = () => false;
  readonly #script: ScriptElement = scriptElement();
  #disposed = false;

  constructor() {
    this.window = this.#createWindow();
  }

  serveScripts(folder: string, runFile: (path: string) => unknown): void {
    this.#libraryFolder = folder;
    this.#runFile = runFile;
  }

  /** The files of a page's script tags; from now on some of its later scripts are found too. */
  open(htmlPath: string, lazy: (name: string) => boolean): string[] {
    this.#lazy = lazy;
    this.#pageFolder = dirname(htmlPath);
    const html = readFileSync(htmlPath, "utf8");
    return [...html.matchAll(/<script\b[^>]*?\bsrc="([^"]+)"/g)]
      .map(([, source = ""]) => source)
      .filter((source) => !/(^|\/)office(\.debug)?\.js$/.test(source))
      .map((source) => join(this.#pageFolder, source));
  }

  /** Sets where a script was loaded from. */
  enter(path: string): void {
    this.#script.src = `${ORIGIN}/page/${basename(path)}`;
  }

  dispose(): void {
    this.#disposed = true;
    for (const timer of this.#timers) {
      clearTimeout(timer);
      clearInterval(timer);
    }
    this.#timers.clear();
  }

  #createWindow(): Record<string, unknown> {
    const library = scriptElement();
    library.src = `${ORIGIN}/office/office.js`;
    const head = { appendChild: (element: ScriptElement) => this.#load(element) };
    const document = {
      readyState: "complete",
      head,
      body: head,
      documentElement: head,
      cookie: "",
      currentScript: this.#script,
      location: { href: `${ORIGIN}/page/taskpane.html` },
      getElementsByTagName: (name: string) => (name === "script" ? [library] : [head]),
      querySelector: () => null,
      querySelectorAll: () => [],
      getElementById: () => null,
      createElement: scriptElement,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    };
    const window: Record<string, unknown> = {
      external: this.external,
      document,
      location: {
        href: `${ORIGIN}/page/taskpane.html`,
        search: "",
        hash: "",
        protocol: "http:",
        host: "localhost",
        hostname: "localhost",
        origin: ORIGIN,
        pathname: "/taskpane.html",
      },
      navigator: { userAgent: "Node", language: "en-US", platform: "Win32" },
      sessionStorage: storage(),
      localStorage: storage(),
      history: {},
      name: "",
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      console,
      performance,
      URL,
      TextEncoder,
      TextDecoder,
      queueMicrotask,
      setTimeout: (callback: (...values: unknown[]) => void, delay = 0, ...values: unknown[]) =>
        this.#later(callback, delay, values),
      setInterval: (callback: () => void, delay = 0) => {
        const timer = setInterval(callback, delay);
        this.#timers.add(timer);
        return timer;
      },
      clearTimeout: (timer: ReturnType<typeof setTimeout>) => this.#forget(timer),
      clearInterval: (timer: ReturnType<typeof setTimeout>) => this.#forget(timer),
    };
    window["window"] = window;
    window["self"] = window;
    window["top"] = window;
    window["parent"] = window;
    return window;
  }

  #later(callback: (...values: unknown[]) => void, delay: number, values: unknown[]) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!this.#disposed) callback(...values);
    }, delay);
    this.#timers.add(timer);
    return timer;
  }

  #forget(timer: ReturnType<typeof setTimeout>): void {
    clearTimeout(timer);
    clearInterval(timer);
    this.#timers.delete(timer);
  }

  #load(element: ScriptElement): ScriptElement {
    const { pathname } = new URL(element.src, ORIGIN);
    const path = pathname.startsWith("/page/")
      ? join(this.#pageFolder, pathname.slice("/page/".length))
      : join(this.#libraryFolder, pathname.replace(/^\/office\//, ""));
    if (pathname.startsWith("/page/") && !this.#lazy(basename(path))) return element;
    setTimeout(() => {
      if (this.#disposed) return;
      this.#runFile?.(path);
      element.onload?.();
    }, 0);
    return element;
  }
}

function scriptElement(): ScriptElement {
  return {
    src: "",
    tagName: "SCRIPT",
    onload: null,
    onreadystatechange: null,
    getAttribute: () => null,
    setAttribute: () => undefined,
  };
}

function storage() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}
