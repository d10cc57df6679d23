import {
  createExcelHost,
  createUniverWorkbook,
  type DisplayLanguage,
  type ExcelHost,
  type FunctionsMetadata,
  type Workbook,
} from "../../host";
import { readWorkbook, saveWorkbook, type SavedWorkbook } from "../xlsx";
import { captureWorkbook } from "./capture";
import type { FunctionWords, Grid } from "./grid";

/** The namespace that the manifest gives the add-in's functions. */
const NAMESPACE = "CS";

/** A workbook that is open: the file it came from, the grid's workbook and the host over it. */
export interface Session {
  readonly name: string;
  readonly host: ExcelHost;
  /** The file with what has changed since. Waits until everything is calculated. */
  save(): Promise<SavedWorkbook>;
  /** The same workbook on a new host: the one before is disconnected. */
  inLanguage(language: DisplayLanguage): Promise<Session>;
  close(): void;
}

type AddInFunctions = FunctionsMetadata & { readonly functions: readonly FunctionWords[] };

/** Excel takes the metadata of its own language where the manifest names one. */
async function fetchFunctions(language: DisplayLanguage): Promise<AddInFunctions> {
  const name = language === "zh-CN" ? "functions.zh-CN.json" : "functions.json";
  const response = await fetch(`/addin/${name}`);
  if (!response.ok) throw new Error(`加载项没有 ${name}：请先运行 npm run build。`);
  // Written by the add-in's own build, whose tests pin its shape.
  return (await response.json()) as AddInFunctions;
}

export interface SessionOptions {
  readonly language: DisplayLanguage;
  /** Whether the add-in is installed here; a colleague without it sees the same file. */
  readonly addIn: boolean;
}

async function startSession(
  grid: Grid,
  bytes: Uint8Array,
  name: string,
  workbook: Workbook,
  { language, addIn }: SessionOptions,
): Promise<Session> {
  const save = async (): Promise<SavedWorkbook> => {
    await host.whenIdle();
    return saveWorkbook(bytes, captureWorkbook(grid.injector, workbook));
  };
  const host = createExcelHost({
    workbook,
    locale: language,
    document: async () => (await save()).bytes,
  });
  if (addIn) {
    const functions = await fetchFunctions(language);
    host.installFunctions(functions, NAMESPACE);
    grid.describe(functions.functions, NAMESPACE);
  }
  return {
    name,
    host,
    save,
    async inLanguage(other) {
      const next = createUniverWorkbook(grid.injector);
      next.customXmlParts.push(...workbook.customXmlParts);
      for (const sheet of workbook.sheets()) {
        const same = next.sheet(sheet.id);
        if (same) Object.assign(same.parts, sheet.parts);
      }
      host.dispose();
      return startSession(grid, bytes, name, next, { language: other, addIn });
    },
    close: () => host.dispose(),
  };
}

/**
 * Opens a file in the grid, in the place of what was open.
 * @throws Error with a sentence for the reader when the file cannot be read.
 */
export async function openSession(
  grid: Grid,
  bytes: Uint8Array,
  name: string,
  options: SessionOptions,
  before: Session | undefined,
): Promise<Session> {
  const opened = readWorkbook(bytes, name);
  before?.close();
  grid.show(opened.snapshot);
  const workbook = createUniverWorkbook(grid.injector);
  workbook.customXmlParts.push(...opened.customXmlParts.map((part) => ({ ...part })));
  for (const [id, parts] of Object.entries(opened.parts)) {
    const sheet = workbook.sheet(id);
    if (sheet) Object.assign(sheet.parts, parts);
  }
  for (const id of opened.protectedSheets) {
    const sheet = workbook.sheet(id);
    if (sheet) sheet.parts.protection.protected = true;
  }
  workbook.activate(opened.activeSheet);
  return startSession(grid, bytes, name, workbook, options);
}
