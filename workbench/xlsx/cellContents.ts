import { CellValueType } from "@univerjs/core";
import type { ICellData, IWorksheetData, Nullable } from "@univerjs/core";
import { blockAddress, cellAddress, type CellBlock } from "./addresses";
import type { ConditionalFormat } from "./conditionalFormats";
import { fromFileFormula } from "./formulaText";
import { numbered } from "./numbered";
import type { FileCell } from "./readSheet";

/** The cells that one formula fills; `values` has a row for each row of the block. */
export interface Spill {
  readonly block: CellBlock;
  readonly values: readonly (readonly Nullable<ICellData>[])[];
}

/** What a sheet is now. */
export interface CurrentSheet {
  readonly data: Partial<IWorksheetData>;
  readonly spills: readonly Spill[];
  readonly formats: readonly ConditionalFormat[];
}

export type Content =
  | { readonly kind: "empty" }
  | { readonly kind: "number" | "boolean"; readonly value: number }
  | { readonly kind: "text" | "error"; readonly value: string };

export interface CurrentCell {
  readonly formula: string | undefined;
  readonly content: Content;
  readonly style: ICellData["s"];
  /** The block that the cell's formula fills, when it is more than the cell. */
  readonly filled: CellBlock | undefined;
}

const ERRORS = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA)$/;
/** Errors that the file has no word for. */
const LATER_ERRORS = /^#(?:SPILL!|CALC!|BUSY!|CONNECT!|BLOCKED!|FIELD!|UNKNOWN!|CYCLE!|ERROR!)$/;

function contentOf(cell: Nullable<ICellData>): Content {
  if (!cell) return { kind: "empty" };
  const rich = cell.p?.body?.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n");
  const value = cell.v ?? rich;
  if (value === undefined) return { kind: "empty" };
  if (cell.t === CellValueType.BOOLEAN || typeof value === "boolean") {
    const on = value === true || value === 1 || value === "1" || value === "TRUE";
    return { kind: "boolean", value: on ? 1 : 0 };
  }
  if (cell.t === CellValueType.FORCE_STRING) return { kind: "text", value: String(value) };
  if (typeof value === "number") return { kind: "number", value };
  if (cell.t === CellValueType.NUMBER && value.trim() !== "" && Number.isFinite(Number(value))) {
    return { kind: "number", value: Number(value) };
  }
  if (ERRORS.test(value) || LATER_ERRORS.test(value)) return { kind: "error", value };
  // An empty text that no formula gave is an empty cell.
  return value === "" && !cell.f ? { kind: "empty" } : { kind: "text", value };
}

/** Fifteen digits are what Excel stores; engines differ in the last ones. */
function sameNumber(a: number, b: number): boolean {
  return a === b || a.toPrecision(15) === b.toPrecision(15);
}

export function sameContent(a: Content, b: Content): boolean {
  if (a.kind === "number" && b.kind === "number") return sameNumber(a.value, b.value);
  if (a.kind === "error" && b.kind === "error")
    return storedError(a.value) === storedError(b.value);
  if (a.kind === "empty" || b.kind === "empty") return a.kind === b.kind;
  return a.kind === b.kind && a.value === b.value;
}

export function storedError(error: string): string {
  return ERRORS.test(error) ? error : "#VALUE!";
}

/** Answers of a formula that say nothing about its value: not known here, or not calculated yet. */
export function isNoAnswer(content: Content): boolean {
  return (
    content.kind === "empty" ||
    (content.kind === "error" && (content.value === "#NAME?" || content.value === "#BUSY!"))
  );
}

function* cellsOf(data: Partial<IWorksheetData>): Generator<[number, number, ICellData]> {
  for (const [row, columns] of numbered(data.cellData)) {
    for (const [column, cell] of numbered<ICellData>(columns)) yield [row, column, cell];
  }
}

/** Every cell of the grid that holds something, spilled values included. */
export function currentCells({ data, spills }: CurrentSheet): Map<string, CurrentCell> {
  const cells = new Map<string, CurrentCell>();
  for (const [row, column, cell] of cellsOf(data)) {
    cells.set(cellAddress(row, column), {
      formula: cell.f ?? undefined,
      content: contentOf(cell),
      style: cell.s,
      filled: undefined,
    });
  }
  for (const { block, values } of spills) {
    const { startRow, startColumn, endRow, endColumn } = block;
    const single = startRow === endRow && startColumn === endColumn;
    values.forEach((line, down) =>
      line.forEach((value, across) => {
        const address = cellAddress(startRow + down, startColumn + across);
        const standing = cells.get(address);
        const anchor = down === 0 && across === 0;
        if (anchor && standing === undefined) return;
        cells.set(address, {
          formula: anchor ? standing?.formula : undefined,
          content: contentOf(value),
          style: standing?.style,
          filled: anchor && !single ? block : undefined,
        });
      }),
    );
  }
  return cells;
}

export function storedContent(cell: FileCell): Content {
  const formula = cell.storedFormula === undefined ? {} : { f: "=" };
  return contentOf({ ...cell.content, ...formula });
}

export function sameFormula(
  before: FileCell | undefined,
  now: CurrentCell | undefined,
): now is CurrentCell {
  const stored = before?.storedFormula;
  if (stored === undefined || now?.formula === undefined) return stored === now?.formula;
  return fromFileFormula(stored) === now.formula;
}

export function sameFilled(a: CellBlock | undefined, b: CellBlock | undefined): boolean {
  const single = (block: CellBlock | undefined): boolean =>
    block === undefined ||
    (block.startRow === block.endRow && block.startColumn === block.endColumn);
  if (single(a) || b === undefined || a === undefined) return single(a) && single(b);
  return blockAddress(a) === blockAddress(b);
}
