import { cellText } from "../../grid";
import {
  FileRefusal,
  limits,
  readTextTable,
  readWorkbookGrids,
  type RefusalCode,
  type SheetOfFile,
} from "../../sharing";
import { fileNameIn } from "../../scoresheet";
import { runInSlices } from "../run/slices";
import { decodeText } from "./decodeText";

/** A file that HR has picked. */
export interface PickedFile {
  readonly name: string;
  readonly size: number;
  readonly bytes: () => Promise<Uint8Array>;
}

/** A file as it was opened; its sheets are kept, since HR may still say how they are meant. */
export type OpenedFile =
  | {
      readonly kind: "opened";
      readonly name: string;
      readonly sheets: readonly SheetOfFile[];
      readonly hidden: readonly string[];
    }
  | { readonly kind: "refused"; readonly name: string; readonly why: RefusalCode }
  /** A text whose quote in this line, counted from 1, is never closed. */
  | { readonly kind: "quoteOpen"; readonly name: string; readonly line: number }
  /** Its dates are counted from 1904: its months would be others. */
  | { readonly kind: "from1904"; readonly name: string }
  /** The computer does not let the file be read, as when it was moved. */
  | { readonly kind: "outOfReach"; readonly name: string };

export interface OpenOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with how much of the file is read, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** Endings by which a text is known that does not look like a table at its beginning. */
const TEXT_ENDING = /\.(?:csv|tsv|txt)$/iu;

async function openText(name: string, bytes: Uint8Array, options: OpenOptions) {
  const text = decodeText(bytes);
  if (text === null) throw new FileRefusal("textUnknown");
  const table = await runInSlices(readTextTable(text), slices(options));
  if (table.kind === "quoteOpen") return { ...table, name, line: table.line + 1 } as const;
  const sheet = { id: name, name: fileNameIn(name) };
  const grid = { sheet, firstRow: 0, firstColumn: 0, rows: table.rows, isFormula: () => false };
  const shown = (row: number, column: number): string =>
    cellText(table.rows[row]?.[column] ?? null);
  return { kind: "opened", name, sheets: [{ grid, merged: [], shown }], hidden: [] } as const;
}

function slices({ signal, onProgress }: OpenOptions) {
  return {
    signal,
    onPause: ({ done, total }: { readonly done: number; readonly total: number }) =>
      onProgress?.(total === 0 ? 0 : done / total),
  };
}

async function open(name: string, bytes: Uint8Array, options: OpenOptions): Promise<OpenedFile> {
  try {
    const { sheets, hidden, from1904 } = await runInSlices(
      readWorkbookGrids(bytes),
      slices(options),
    );
    return from1904 ? { kind: "from1904", name } : { kind: "opened", name, sheets, hidden };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    const { code } = error;
    const isText = code === "textTable" || (code === "notWorkbook" && TEXT_ENDING.test(name));
    if (!isText || bytes.length === 0) throw error;
    return openText(name, bytes, options);
  }
}

/** Opens a file; what cannot be opened is returned as a reason, never thrown. */
export async function openFile(file: PickedFile, options: OpenOptions): Promise<OpenedFile> {
  const { name } = file;
  if (file.size > limits.file) return { kind: "refused", name, why: "fileTooLarge" };
  let bytes: Uint8Array;
  try {
    bytes = await file.bytes();
  } catch {
    return { kind: "outOfReach", name };
  }
  options.signal?.throwIfAborted();
  try {
    return await open(name, bytes, options);
  } catch (error) {
    if (error instanceof FileRefusal) return { kind: "refused", name, why: error.code };
    throw error;
  }
}
