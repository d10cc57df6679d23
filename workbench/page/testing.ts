import type { CellValue, ExcelHost, Sheet } from "../../host";
import { blockAddress, cellAddress, parseBlock } from "../xlsx";

/** `window.workbench`: what a test in the browser sees of the workbench. References: "成绩!B2". */
export interface WorkbenchForTests {
  /** The host of the open workbook, with its counters, faults and log. */
  readonly host: ExcelHost;
  /** Value of a cell; an error as its text, an empty cell as null. */
  readCell(reference: string): string | number | boolean | null;
  /** Formula of a cell with "=", or null. */
  readFormula(reference: string): string | null;
  /** What the add-in said about the error in a cell. */
  errorMessage(reference: string): string | null;
  /** Shows and selects cells; what is typed then goes into the first one. */
  select(reference: string): void;
  /** What is selected: "成绩!B2:C3". */
  selection(): string;
  /**
   * Resolves when the grid has understood what was typed, and its list of functions has gone: a key
   * before that belongs to the list, so that Enter would choose from it.
   */
  whenTyped(): Promise<void>;
  /** Resolves when nothing is being opened, entered, calculated or answered. */
  whenIdle(): Promise<void>;
}

interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

function find(host: ExcelHost, reference: string): Place {
  const split = reference.lastIndexOf("!");
  const quoted = reference.slice(0, Math.max(split, 0));
  const name = quoted.replace(/^'(.*)'$/, "$1").replaceAll("''", "'");
  const sheet =
    name === ""
      ? host.workbook.activeSheet()
      : host.workbook.sheets().find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`There is no sheet ${name}.`);
  const block = parseBlock(reference.slice(split + 1));
  return {
    sheet,
    row: block.startRow,
    column: block.startColumn,
    rows: block.endRow - block.startRow + 1,
    columns: block.endColumn - block.startColumn + 1,
  };
}

function plain(value: CellValue): string | number | boolean | null {
  return typeof value === "object" && value !== null ? value.error : value;
}

/** The grid looks up functions this long after a key, and enters a value this long after Enter. */
const LOOKED_UP = 400;
const ENTERED = 100;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

interface Page {
  readonly currentHost: () => ExcelHost;
  /** Resolves when the workbook that is being opened is open. */
  readonly opened: () => Promise<unknown>;
  readonly focus: () => void;
}

export function forTests({ currentHost, opened, focus }: Page): WorkbenchForTests {
  return {
    get host() {
      return currentHost();
    },
    readCell(reference) {
      const { sheet, row, column } = find(currentHost(), reference);
      return plain(sheet.value(row, column));
    },
    readFormula(reference) {
      const { sheet, row, column } = find(currentHost(), reference);
      return sheet.formula(row, column);
    },
    errorMessage(reference) {
      const { sheet, row, column } = find(currentHost(), reference);
      return currentHost().errorMessageAt(sheet.name, cellAddress(row, column));
    },
    select(reference) {
      const { sheet, ...area } = find(currentHost(), reference);
      currentHost().workbook.select(sheet.id, area);
      focus();
    },
    selection() {
      const { sheetId, area } = currentHost().workbook.selection();
      const name = currentHost().workbook.sheet(sheetId)?.name ?? "";
      const block = {
        startRow: area.row,
        startColumn: area.column,
        endRow: area.row + area.rows - 1,
        endColumn: area.column + area.columns - 1,
      };
      return `${name}!${blockAddress(block)}`;
    },
    whenTyped: () => pause(LOOKED_UP),
    async whenIdle() {
      await opened();
      await pause(ENTERED);
      await currentHost().whenIdle();
    },
  };
}
