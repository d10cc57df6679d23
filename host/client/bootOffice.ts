import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
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
  /** Stops the page's timers. */
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
  const runScript = (source: string, name = "script.js"): unknown =>
    new vm.Script(source, { filename: name }).runInContext(window);
  await loadLibrary(options, page, (path) => compile(path).runInContext(window));
  return {
    ...globalsOf(window),
    window,
    runScript,
    runScriptFile: (path) => compile(path).runInContext(window),
    dispose: () => page.dispose(),
  };
}

/**
 * Starts the client library in this process's own globals, so that modules that use Excel and Office as
 * globals can be tested directly. dispose() takes the globals away again.
 */
export async function bootOfficeGlobally(options: BootOptions): Promise<BootedOffice> {
  const before = new Map(Object.getOwnPropertyNames(globalThis).map((name) => [name, true]));
  const page = new Page();
  const global: Record<string, unknown> = globalThis as never;
  const replaced = new Map<string, PropertyDescriptor | undefined>();
  for (const [name, value] of Object.entries(page.window)) {
    if (STANDARD.has(name)) continue;
    replaced.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  Object.defineProperty(globalThis, "window", {
    value: globalThis,
    configurable: true,
    writable: true,
  });
  const runFile = (path: string): unknown => compile(path).runInThisContext();
  await loadLibrary(options, page, runFile);
  return {
    ...globalsOf(global),
    window: global,
    runScript: (source, name = "script.js") =>
      new vm.Script(source, { filename: name }).runInThisContext(),
    runScriptFile: runFile,
    dispose: () => {
      page.dispose();
      for (const name of Object.getOwnPropertyNames(globalThis)) {
        if (!before.has(name)) Reflect.deleteProperty(globalThis, name);
      }
      for (const [name, descriptor] of replaced) {
        if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      }
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
  const office = page.global()["Office"] as typeof Office;
  await office.onReady();
  const extension = page.global()["OfficeExtension"] as
    { CommonUtility?: { _doApiNotSupportedCheck?: boolean } } | undefined;
  // As shipped, the library does not check requirement sets before it asks the host.
  if (extension?.CommonUtility) extension.CommonUtility._doApiNotSupportedCheck = gate;
}

/** Members of the page's window that a process has of its own. */
const STANDARD: ReadonlySet<string> = new Set([
  "console",
  "performance",
  "setTimeout",
  "clearTimeout",
  "setInterval",
  "clearInterval",
  "queueMicrotask",
  "URL",
  "TextEncoder",
  "TextDecoder",
]);

interface ScriptElement {
  src: string;
  readonly tagName: "SCRIPT";
  onload: (() => void) | null;
  onreadystatechange: (() => void) | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
}

/** The least of a page that the client library needs: script tags that load, storage, a location. */
class Page {
  readonly external: Record<string, unknown> = {};
  readonly window: Record<string, unknown>;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #runFile: ((path: string) => unknown) | null = null;
  #folder = "";
  #disposed = false;

  constructor() {
    this.window = this.#createWindow();
  }

  /** The global object the library writes to. */
  global(): Record<string, unknown> {
    const { window } = this;
    return "Office" in window ? window : (globalThis as never);
  }

  serveScripts(folder: string, runFile: (path: string) => unknown): void {
    this.#folder = folder;
    this.#runFile = runFile;
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
    const library = this.#script();
    library.src = "http://localhost/office.js";
    const head = { appendChild: (element: ScriptElement) => this.#load(element) };
    const document = {
      readyState: "complete",
      head,
      body: head,
      documentElement: head,
      cookie: "",
      currentScript: library,
      location: { href: "http://localhost/taskpane.html" },
      getElementsByTagName: (name: string) => (name === "script" ? [library] : [head]),
      querySelector: () => null,
      querySelectorAll: () => [],
      getElementById: () => null,
      createElement: () => this.#script(),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    };
    const window: Record<string, unknown> = {
      external: this.external,
      document,
      location: {
        href: "http://localhost/taskpane.html",
        search: "",
        hash: "",
        protocol: "http:",
        host: "localhost",
        hostname: "localhost",
        origin: "http://localhost",
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

  #script(): ScriptElement {
    return {
      src: "",
      tagName: "SCRIPT",
      onload: null,
      onreadystatechange: null,
      getAttribute: () => null,
      setAttribute: () => undefined,
    };
  }

  #load(element: ScriptElement): void {
    const path = new URL(element.src, "http://localhost/").pathname;
    setTimeout(() => {
      if (this.#disposed) return;
      this.#runFile?.(join(this.#folder, path));
      element.onload?.();
    }, 0);
  }
}

function storage() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}
