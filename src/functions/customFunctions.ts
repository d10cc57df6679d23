import type { ErrorCode } from "../grid";

/** The part of Microsoft's runtime that the functions use. Its types are published for another loader only. */
interface CustomFunctionsRuntime {
  readonly associate: (id: string, execute: (...values: unknown[]) => unknown) => void;
  // These two come with Office.onReady, later than `associate`.
  readonly Error?: new (code: string, message?: string) => Error;
  readonly ErrorCode?: Readonly<Record<string, string>>;
}

declare const CustomFunctions: CustomFunctionsRuntime;

/** The runtime of the page; undefined on a page that Excel did not open. */
export function customFunctions(): CustomFunctionsRuntime | undefined {
  return typeof CustomFunctions === "undefined" ? undefined : CustomFunctions;
}

/** Excel's names of the errors that a function can give. */
const NAMES: Partial<Record<ErrorCode, string>> = {
  "#VALUE!": "invalidValue",
  "#N/A": "notAvailable",
  "#NUM!": "invalidNumber",
  "#DIV/0!": "divisionByZero",
  "#NULL!": "nullReference",
  "#REF!": "invalidReference",
  "#NAME?": "invalidName",
};

class CellFault extends Error {
  override readonly name = "CellFault";

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** An error as a cell shows it; one that a function cannot give becomes #VALUE!. */
export function excelError(error: ErrorCode, message: string): Error {
  const runtime = customFunctions();
  const name = NAMES[error] ?? "invalidValue";
  const code = runtime?.ErrorCode?.[name] ?? (NAMES[error] === undefined ? "#VALUE!" : error);
  return runtime?.Error === undefined
    ? new CellFault(code, message)
    : new runtime.Error(code, message);
}
