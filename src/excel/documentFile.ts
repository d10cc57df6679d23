import { GatewayError, type ReadFileOptions } from "../tasks";
import { toGatewayError } from "./problems";
import { runExcel } from "./run";

/** Bytes of a slice: Excel allows up to 4 MB, and each is one answer. */
const SLICE_BYTES = 1024 * 1024;

/** Errors of the older common API by which an Excel says that it never gives files: type or operation unknown. */
const NEVER = new Set([1009, 5000, 5004]);

/**
 * Excel gives the same "internal error" while a cell is edited, while a dialog is open, and for reasons of its
 * own: the cause cannot be determined.
 */
function noFile(error: Office.Error): GatewayError {
  const detail = `${error.code} ${error.name}: ${error.message}`;
  return new GatewayError(NEVER.has(error.code) ? "apiMissing" : "noFile", detail);
}

/** The common API answers through callbacks. */
function ask<T>(start: (callback: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(noFile(result.error));
    });
  });
}

async function readSlices(file: Office.File, options: ReadFileOptions): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.size);
  let at = 0;
  for (let index = 0; index < file.sliceCount; index += 1) {
    options.signal?.throwIfAborted();
    const slice = await ask<Office.Slice>((callback) => file.getSliceAsync(index, callback));
    const data = slice.data as ArrayLike<number>; // bytes, where the whole file was asked for
    bytes.set(data, at);
    at += data.length;
    options.onProgress?.({ done: at, of: file.size });
  }
  if (at !== file.size) throw new GatewayError("noFile", `${at} of ${file.size} bytes`);
  return bytes;
}

/** The open workbook as a file; see Gateway.readFile. Excel keeps a copy for us until it is closed. */
export async function readFile(options: ReadFileOptions = {}): Promise<Uint8Array> {
  if (typeof Office === "undefined" || typeof Office.context.document.getFileAsync !== "function")
    throw new GatewayError("apiMissing");
  const file = await ask<Office.File>((callback) =>
    Office.context.document.getFileAsync(
      Office.FileType.Compressed,
      { sliceSize: SLICE_BYTES },
      callback,
    ),
  );
  try {
    return await readSlices(file, options);
  } finally {
    // Whatever went wrong, a copy that stays open would keep the next one from being made.
    await ask<void>((callback) => file.closeAsync(callback)).catch(() => undefined);
  }
}

/** Opens a workbook in a window of its own; see Gateway.openWorkbook. */
export function openWorkbook(base64: string): Promise<void> {
  return runExcel(async () => {
    if (!Office.context.requirements.isSetSupported("ExcelApi", "1.8"))
      throw new GatewayError("apiMissing");
    await Excel.createWorkbook(base64);
  });
}

/** Whether this workbook starts the add-in when it is opened; see Gateway.startsWithWorkbook. */
export async function startsWithWorkbook(): Promise<boolean> {
  try {
    return (await Office.addin.getStartupBehavior()) === Office.StartupBehavior.load;
  } catch {
    throw new GatewayError("apiMissing");
  }
}

/** Keeps in the workbook that it starts the add-in, or takes that out; see Gateway.startWithWorkbook. */
export async function startWithWorkbook(starts: boolean): Promise<void> {
  try {
    await Office.addin.setStartupBehavior(
      starts ? Office.StartupBehavior.load : Office.StartupBehavior.none,
    );
  } catch (error) {
    const told = toGatewayError(error);
    throw told.problem === "readOnly" ? told : new GatewayError("apiMissing");
  }
}
