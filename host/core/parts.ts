import type { SheetParts, WorkbookEvent } from "./workbook";

export function createParts(): SheetParts {
  return {
    protection: { protected: false, options: {}, password: null },
    customProperties: new Map(),
    pageLayout: {},
    dataValidations: [],
  };
}

/** Listeners of a workbook's events. */
export class Listeners {
  readonly #listeners = new Set<(event: WorkbookEvent) => void>();

  add(listener: (event: WorkbookEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(event: WorkbookEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** The texts of errors a cell can show. */
export const ERROR_TEXTS: ReadonlySet<string> = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
  "#SPILL!",
  "#CALC!",
  "#CYCLE!",
  "#ERROR!",
  "#BUSY!",
  "#CONNECT!",
]);
