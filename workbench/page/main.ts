import { installOfficeHost, type DisplayLanguage } from "../../host";
import { FileRefusal } from "../../src/ooxml";
import { sayRefusal } from "../../src/wording";
import type { Unsaved } from "../xlsx";
import { createGrid } from "./grid";
import { openSession, type Session } from "./session";
import { forTests, type WorkbenchForTests } from "./testing";

declare global {
  interface Window {
    workbench: WorkbenchForTests;
    /** The latest workbook that the add-in created, for the tab that shows it. */
    createdWorkbook?: Uint8Array;
    /** Called by the first script of the add-in's page, before Microsoft's library. */
    workbenchHost: { install(frame: Window): void };
  }
}

function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`The page has no ${id}.`);
  return element;
}

const fileName = byId("file-name", HTMLElement);
const status = byId("status", HTMLElement);
const message = byId("message", HTMLElement);
const file = byId("file", HTMLInputElement);
const language = byId("language", HTMLSelectElement);
const width = byId("width", HTMLSelectElement);
const togglePane = byId("toggle-pane", HTMLButtonElement);
const pane = byId("pane", HTMLElement);
const frame = byId("add-in", HTMLIFrameElement);

const UNSAVED: Readonly<Record<Unsaved, string>> = {
  conditionalFormats: "部分条件格式",
};

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const grid = createGrid("grid");
let session: Session | undefined;
/** The work under way: opening, changing the language, saving. One after another. */
let work: Promise<void> = Promise.resolve();

function current(): Session {
  if (session === undefined) throw new Error("No workbook is open.");
  return session;
}

/** Why something went wrong; a file that is refused is told as the add-in itself tells it. */
function sayProblem(error: unknown): string {
  if (error instanceof FileRefusal) {
    const { what, next } = sayRefusal(error, language.value === "en-US" ? "en" : "zh");
    return `${what} ${next}`;
  }
  return error instanceof Error ? error.message : String(error);
}

function complain(error: unknown): void {
  message.textContent = sayProblem(error);
  message.hidden = false;
}

/** Runs a step after those before it; what goes wrong is said on the page. */
function run(words: string, step: () => Promise<string>): Promise<void> {
  work = work.then(async () => {
    status.textContent = words;
    message.hidden = true;
    try {
      status.textContent = await step();
    } catch (error) {
      status.textContent = "";
      complain(error);
    }
  });
  return work;
}

function chosenLanguage(): DisplayLanguage {
  return language.value === "en-US" ? "en-US" : "zh-CN";
}

const wanted = new URLSearchParams(location.search);
/** `?add-in=off` shows what colleagues without the add-in see. */
const addIn = wanted.get("add-in") !== "off";

/** Loads the add-in's page again: each workbook and language has a runtime of its own. */
function startAddIn(started: Session): Promise<void> {
  showPane(addIn);
  if (!addIn) return Promise.resolve();
  showCreated(started);
  started.host.onPaneState((state) => showPane(state === "Visible"));
  return new Promise((resolve) => {
    frame.addEventListener("load", () => resolve(), { once: true });
    frame.src = "/addin/taskpane.html";
  });
}

/** A workbook that the add-in creates opens in a tab of its own, which asks this page for it. */
function showCreated(started: Session): void {
  started.host.onWorkbookCreated((bytes) => {
    window.createdWorkbook = bytes;
    if (window.open("/?created") === null) complain("浏览器阻止了新标签页：请允许本页打开它。");
  });
}

function createdByOpener(): Uint8Array | undefined {
  // Another page of ours, or none.
  const opener = window.opener as Window | null;
  return wanted.has("created") ? opener?.createdWorkbook : undefined;
}

function showPane(visible: boolean): void {
  pane.hidden = !visible;
  togglePane.setAttribute("aria-pressed", String(visible));
}

function open(bytes: Uint8Array, name: string): Promise<void> {
  return run(`正在打开 ${name}…`, async () => {
    session = await openSession(grid, bytes, name, { language: chosenLanguage(), addIn }, session);
    fileName.textContent = name;
    document.title = `${name} · 工作台`;
    await startAddIn(session);
    return "已打开";
  });
}

async function openFile(chosen: File | undefined): Promise<void> {
  if (chosen !== undefined) await open(new Uint8Array(await chosen.arrayBuffer()), chosen.name);
}

/** The workbook that the server was started with. */
async function openFirst(): Promise<void> {
  // The grid paints text once: its fonts must be there before.
  await Promise.allSettled([...document.fonts].map((font) => font.load()));
  const created = createdByOpener();
  if (created !== undefined) {
    await open(created.slice(), "新工作簿.xlsx");
    return;
  }
  const response = await fetch("/workbook");
  const name = decodeURIComponent(response.headers.get("X-Workbook-Name") ?? "工作簿.xlsx");
  if (response.ok) await open(new Uint8Array(await response.arrayBuffer()), name);
  else complain("找不到工作簿文件。");
}

function download(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: XLSX }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function save(): Promise<void> {
  return run("正在保存…", async () => {
    const { name } = current();
    const saved = await current().save();
    download(new Uint8Array(saved.bytes), name);
    const unsaved = saved.unsaved.map((kind) => UNSAVED[kind]).join("、");
    return unsaved === "" ? "已保存到下载文件夹" : `已保存；${unsaved}的改动不在文件中`;
  });
}

window.workbenchHost = {
  install: (frameWindow) => installOfficeHost(frameWindow, current().host),
};

window.workbench = forTests({
  currentHost: () => current().host,
  opened: () => work,
  focus: () => grid.focus(),
});

byId("add-in-group", HTMLElement).hidden = !addIn;
byId("open", HTMLButtonElement).addEventListener("click", () => file.click());
file.addEventListener("change", () => {
  void openFile(file.files?.[0]).then(() => (file.value = ""));
});
byId("save", HTMLButtonElement).addEventListener("click", () => void save());
byId("validate", HTMLButtonElement).addEventListener("click", () => {
  void current().host.runAction("validateMonth").catch(complain);
});
byId("clear", HTMLButtonElement).addEventListener("click", () => {
  void current().host.runAction("clearHighlights").catch(complain);
});
togglePane.addEventListener("click", () => {
  current().host.setPaneState(pane.hidden ? "Visible" : "Background");
});
language.addEventListener("change", () => {
  void run("正在切换语言…", async () => {
    session = await current().inLanguage(chosenLanguage());
    await startAddIn(session);
    return "";
  });
});
width.addEventListener("change", () => {
  pane.style.setProperty("--pane-width", `${width.value}px`);
});

document.addEventListener("dragover", (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  document.body.classList.add("dropping");
});
document.addEventListener("dragleave", (event) => {
  if (event.relatedTarget === null) document.body.classList.remove("dropping");
});
document.addEventListener("drop", (event) => {
  document.body.classList.remove("dropping");
  const dropped = event.dataTransfer?.files[0];
  if (dropped === undefined) return;
  event.preventDefault();
  void openFile(dropped);
});

void openFirst().catch(complain);
