import { BooleanNumber } from "@univerjs/core";
import type { ICellData, IStyleData, Nullable } from "@univerjs/core";
import { blockAddress, cellAddress, parseCell, type CellBlock } from "./addresses";
import { patchConditionalFormats } from "./conditionalFormats";
import {
  currentCells,
  isNoAnswer,
  sameContent,
  sameFilled,
  sameFormula,
  storedContent,
  storedError,
  type Content,
  type CurrentCell,
  type CurrentSheet,
} from "./cellContents";
import { mayFillSeveralCells, toFileFormula } from "./formulaText";
import {
  applyEdits,
  childOf,
  childrenOf,
  escapeXml,
  prefixOf,
  readTree,
  type Edit,
  type XmlElement,
} from "../../src/ooxml";
import { openingTag, placeAtEnd, placeBefore, sliceOf } from "./xml";
import { pixelsToPoints, residueOf, type FileCell, type FileSheet } from "./readSheet";
import { encodeEscapes } from "./strings";
import type { StyleWriter, Styles } from "./styles";

export interface SheetContext {
  readonly styles: Styles;
  readonly writer: StyleWriter;
  /** The styles of the grid by their names. */
  readonly gridStyles: Readonly<Record<string, Nullable<IStyleData>>>;
  /** Cells by sheet whose stored values are not written over, since the engine cannot tell better ones. */
  readonly kept: ReadonlyMap<string, ReadonlySet<string>>;
  /** The number that marks a cell as a dynamic array; called only where one is written. */
  readonly dynamicArrayMark: () => number;
}

export interface SavedSheet {
  readonly text: string;
  /** Whether a formula came, went or changed, so that the calculation chain no longer fits. */
  readonly formulasChanged: boolean;
  /** New conditional formats that the file cannot hold. */
  readonly unwritableFormats: number;
}

/** Writes one sheet's changes into its text. */
class SheetPatch {
  readonly #edits: Edit[] = [];
  readonly #prefix: string;
  readonly #cellsByRow = new Map<number, FileCell[]>();
  #formulasChanged = false;

  readonly #sheetId: string;
  readonly #file: FileSheet;
  readonly #current: CurrentSheet;
  readonly #context: SheetContext;

  constructor(sheetId: string, file: FileSheet, current: CurrentSheet, context: SheetContext) {
    this.#sheetId = sheetId;
    this.#file = file;
    this.#current = current;
    this.#context = context;
    this.#prefix = prefixOf(file.root.name);
    for (const cell of file.cells.values()) {
      const line = this.#cellsByRow.get(cell.row);
      if (line === undefined) this.#cellsByRow.set(cell.row, [cell]);
      else line.push(cell);
    }
  }

  run(): SavedSheet {
    this.#patchRows(this.#changedCells());
    const { styles, writer } = this.#context;
    const { formats } = this.#current;
    const patch = patchConditionalFormats(this.#file.root, this.#sheetId, formats, styles, writer);
    this.#edits.push(...patch.edits);
    return {
      text: applyEdits(this.#file.text, this.#edits),
      formulasChanged: this.#formulasChanged,
      unwritableFormats: patch.unwritable,
    };
  }

  /** The new text of each cell that changed, by row and column; "" where the cell goes. */
  #changedCells(): Map<number, Map<number, string>> {
    const now = currentCells(this.#current);
    const kept = this.#keptArrays(now);
    const changed = new Map<string, string>();
    const rewrite = (address: string, cell: FileCell | undefined): void => {
      const text = this.#cellText(address, cell, now.get(address));
      if (text !== undefined) changed.set(address, text);
    };
    for (const [address, cell] of this.#file.cells) {
      if (!kept.has(address)) rewrite(address, cell);
    }
    for (const address of now.keys()) {
      if (!this.#file.cells.has(address)) rewrite(address, undefined);
    }
    this.#freeSharedFormulas(changed, now);

    const rows = new Map<number, Map<number, string>>();
    for (const [address, text] of changed) {
      const { row, column } = this.#file.cells.get(address) ?? parseCell(address);
      const line = rows.get(row) ?? new Map<number, string>();
      rows.set(row, line.set(column, text));
    }
    return rows;
  }

  /**
   * Cells of array formulas that stand as in the file and that this engine cannot calculate:
   * their stored values stay.
   */
  #keptArrays(now: ReadonlyMap<string, CurrentCell>): Set<string> {
    const kept = new Set<string>();
    const residue = residueOf(this.#file.cells);
    for (const [address, cell] of this.#file.cells) {
      if (cell.filled === undefined) continue;
      const standing = now.get(address);
      if (!sameFormula(cell, standing) || !isNoAnswer(standing.content)) continue;
      const { startRow, startColumn, endRow, endColumn } = cell.filled;
      for (let row = startRow; row <= endRow; row++) {
        for (let column = startColumn; column <= endColumn; column++) {
          const filled = cellAddress(row, column);
          const overwritten = now.get(filled)?.formula ?? now.get(filled)?.content.kind ?? "empty";
          if (residue.has(filled) && overwritten === "empty") kept.add(filled);
        }
      }
    }
    return kept;
  }

  /** The text of a cell as it must be now; undefined when the file holds it already. */
  #cellText(
    address: string,
    before: FileCell | undefined,
    now: CurrentCell | undefined,
  ): string | undefined {
    const format = this.#formatOf(before, now?.style, address);
    const formulaStays = sameFormula(before, now);
    const stays =
      formulaStays &&
      now !== undefined &&
      now.formula !== undefined &&
      (isNoAnswer(now.content) ||
        this.#context.kept.get(this.#sheetId)?.has(address) === true ||
        (before?.content.v === undefined && now.content.kind === "empty"));
    const stored = before === undefined ? { kind: "empty" as const } : storedContent(before);
    const content = stays ? stored : (now?.content ?? { kind: "empty" });
    const sameBlock = sameFilled(before?.filled, now?.filled) || stays;
    const formatStays = format === (before?.format ?? 0);
    if (formulaStays && sameBlock && formatStays && sameContent(stored, content)) return undefined;
    if (!formulaStays) this.#formulasChanged = true;
    if (now?.formula === undefined && content.kind === "empty" && format === 0) {
      return before === undefined ? undefined : "";
    }
    const original = before === undefined ? undefined : childOf(before.element, "f");
    const formula =
      now?.formula === undefined
        ? undefined
        : formulaStays && sameBlock && original !== undefined
          ? sliceOf(this.#file.text, original.span)
          : this.#formulaXml(address, now.formula, now.filled);
    const mark = formulaStays && sameBlock ? before?.element.attributes["cm"] : undefined;
    return this.#cellXml(address, format, formula, mark, content);
  }

  #formulaXml(address: string, formula: string, filled: CellBlock | undefined): string {
    const stored = escapeXml(toFileFormula(formula));
    const name = `${this.#prefix}f`;
    return filled === undefined && !mayFillSeveralCells(formula)
      ? `<${name}>${stored}</${name}>`
      : `<${name} t="array" ref="${filled === undefined ? address : blockAddress(filled)}">${stored}</${name}>`;
  }

  #cellXml(
    address: string,
    format: number,
    formula: string | undefined,
    mark: string | undefined,
    content: Content,
  ): string {
    const dynamic = formula?.includes(' t="array"') === true;
    const type = {
      empty: undefined,
      number: undefined,
      boolean: "b",
      text: "inlineStr",
      error: "e",
    }[content.kind];
    const tag = openingTag(`${this.#prefix}c`, {
      r: address,
      s: format === 0 ? undefined : format,
      t: type === "inlineStr" && formula !== undefined ? "str" : type,
      cm: mark ?? (dynamic ? this.#context.dynamicArrayMark() : undefined),
    });
    const value = this.#valueXml(content, formula !== undefined);
    if (formula === undefined && value === "") return `${tag.slice(0, -1)}/>`;
    return `${tag}${formula ?? ""}${value}</${this.#prefix}c>`;
  }

  #valueXml(content: Content, ofFormula: boolean): string {
    const prefix = this.#prefix;
    switch (content.kind) {
      case "empty":
        return "";
      case "number":
      case "boolean":
        return `<${prefix}v>${content.value}</${prefix}v>`;
      case "error":
        return `<${prefix}v>${storedError(content.value)}</${prefix}v>`;
      case "text": {
        const text = escapeXml(encodeEscapes(content.value));
        const space = /^\s|\s$|[\n\t]| {2}/.test(content.value) ? ' xml:space="preserve"' : "";
        return ofFormula
          ? `<${prefix}v${space}>${text}</${prefix}v>`
          : `<${prefix}is><${prefix}t${space}>${text}</${prefix}t></${prefix}is>`;
      }
    }
  }

  #formatOf(before: FileCell | undefined, style: ICellData["s"], address: string): number {
    const base = before?.format ?? 0;
    const named = typeof style === "string" ? /^xf(\d+)$/.exec(style)?.[1] : undefined;
    if (named !== undefined) return Number(named);
    const own = typeof style === "string" ? this.#context.gridStyles[style] : style;
    if (own && Object.keys(own).length > 0) {
      const standard = this.#context.styles.cells[0] ?? {};
      const font = { ff: standard.ff ?? "Calibri", fs: standard.fs ?? 11 };
      return this.#context.writer.cellFormat({ ...font, ...own }, base);
    }
    // A cell that never named a format has the first one, whatever its column looks like.
    const unnamed = before !== undefined && before.element.attributes["s"] === undefined;
    return unnamed ? base : this.#inheritedFormat(address);
  }

  /** A cell without a format of its own shows that of its row, else of its column. */
  #inheritedFormat(address: string): number {
    const { row, column } = parseCell(address);
    const style =
      this.#current.data.rowData?.[row]?.s ??
      this.#current.data.columnData?.[column]?.s ??
      undefined;
    return typeof style === "string" ? Number(/^xf(\d+)$/.exec(style)?.[1] ?? 0) : 0;
  }

  /** Where the cell that carries a shared formula changes, the cells that share it get their own. */
  #freeSharedFormulas(changed: Map<string, string>, now: ReadonlyMap<string, CurrentCell>): void {
    const broken = new Set<string>();
    for (const address of changed.keys()) {
      const cell = this.#file.cells.get(address);
      const group = cell?.sharedGroup;
      if (cell === undefined || group === undefined) continue;
      const carries = (childOf(cell.element, "f")?.text ?? "") !== "";
      if (carries && !sameFormula(cell, now.get(address))) broken.add(group);
    }
    for (const [address, cell] of this.#file.cells) {
      if (cell.sharedGroup === undefined || !broken.has(cell.sharedGroup)) continue;
      if (!sameFormula(cell, now.get(address)) || cell.storedFormula === undefined) continue;
      const written = changed.get(address) ?? sliceOf(this.#file.text, cell.element.span);
      const own = `<${this.#prefix}f>${escapeXml(cell.storedFormula)}</${this.#prefix}f>`;
      const formula = childOf(readTree(address, written), "f");
      if (formula === undefined) continue;
      changed.set(address, applyEdits(written, [{ ...formula.span, text: own }]));
    }
  }

  #patchRows(rows: ReadonlyMap<number, ReadonlyMap<number, string>>): void {
    const sheetData = childOf(this.#file.root, "sheetData");
    if (sheetData === undefined) throw new Error("工作表没有数据区，无法保存。");
    const standing = new Map<number, XmlElement>();
    let number = -1;
    for (const element of childrenOf(sheetData, "row")) {
      const written = element.attributes["r"];
      number = written === undefined ? number + 1 : Number(written) - 1;
      standing.set(number, element);
    }
    const newRows = new Map<number, string>();
    for (const [row, cells] of rows) {
      const element = standing.get(row);
      const ordered = [...cells].sort(([a], [b]) => a - b);
      if (element !== undefined) this.#patchRow(row, element, ordered);
      else {
        const inner = ordered.map(([, text]) => text).join("");
        if (inner !== "") newRows.set(row, this.#rowXml(row, inner));
      }
    }
    for (const row of this.#sizedRows()) {
      if (!newRows.has(row)) newRows.set(row, this.#rowXml(row, ""));
    }
    this.#insertRows(sheetData, standing, newRows);
    this.#patchDimension(rows);
  }

  /** Rows of an added sheet whose height is set although they are empty. */
  #sizedRows(): number[] {
    if (!this.#isNew) return [];
    return Object.keys(this.#current.data.rowData ?? {})
      .map(Number)
      .filter((row) => this.#rowAttributes(row) !== "");
  }

  get #isNew(): boolean {
    return childrenOf(childOf(this.#file.root, "sheetData"), "row").length === 0;
  }

  #rowAttributes(row: number): string {
    if (!this.#isNew) return "";
    const data = this.#current.data.rowData?.[row];
    const height = data?.h === undefined ? "" : ` ht="${pixelsToPoints(data.h)}" customHeight="1"`;
    return `${height}${data?.hd === BooleanNumber.TRUE ? ' hidden="1"' : ""}`;
  }

  #rowXml(row: number, inner: string): string {
    const name = `${this.#prefix}row`;
    return `<${name} r="${row + 1}"${this.#rowAttributes(row)}>${inner}</${name}>`;
  }

  #patchRow(row: number, element: XmlElement, cells: readonly [number, string][]): void {
    const after: string[] = [];
    const known = this.#cellsByRow.get(row) ?? [];
    let grows = false;
    for (const [column, text] of cells) {
      const own = known.find((cell) => cell.column === column);
      if (own !== undefined) {
        this.#edits.push({ ...own.element.span, text });
        continue;
      }
      const next = known.find((cell) => cell.column > column);
      if (next !== undefined) {
        this.#edits.push({ ...placeBefore(next.element), text });
        grows ||= known[0] === next;
      } else {
        after.push(text);
        grows = true;
      }
    }
    if (element.selfClosing) {
      // An empty row gives its whole element up for one with cells.
      const text = `${withoutSpans(element)}${after.join("")}</${element.name}>`;
      if (after.length > 0) this.#edits.push({ ...element.span, text });
      return;
    }
    if (grows && element.attributes["spans"] !== undefined) {
      const text = withoutSpans(element);
      this.#edits.push({ ...element.tag, text });
    }
    if (after.length > 0) {
      this.#edits.push({ ...placeAtEnd(element), text: after.join("") });
    }
  }

  #insertRows(
    sheetData: XmlElement,
    standing: ReadonlyMap<number, XmlElement>,
    newRows: ReadonlyMap<number, string>,
  ): void {
    if (newRows.size === 0) return;
    const ordered = [...newRows].sort(([a], [b]) => a - b);
    if (sheetData.selfClosing) {
      const inner = ordered.map(([, text]) => text).join("");
      const tag = openingTag(sheetData.name, sheetData.attributes);
      const text = `${tag}${inner}</${sheetData.name}>`;
      this.#edits.push({ ...sheetData.span, text });
      return;
    }
    const numbers = [...standing.keys()].sort((a, b) => a - b);
    let place = 0;
    for (const [row, text] of ordered) {
      while (place < numbers.length && (numbers[place] ?? 0) < row) place++;
      const next = standing.get(numbers[place] ?? -1);
      const at = next === undefined ? placeAtEnd(sheetData) : placeBefore(next);
      this.#edits.push({ ...at, text });
    }
  }

  #patchDimension(rows: ReadonlyMap<number, ReadonlyMap<number, string>>): void {
    const dimension = childOf(this.#file.root, "dimension");
    if (dimension === undefined || rows.size === 0) return;
    const places = [...this.#file.cells.values()].map(({ row, column }) => ({ row, column }));
    for (const [row, cells] of rows)
      for (const column of cells.keys()) places.push({ row, column });
    const block = places.reduce<CellBlock>(
      (box, { row, column }) => ({
        startRow: Math.min(box.startRow, row),
        startColumn: Math.min(box.startColumn, column),
        endRow: Math.max(box.endRow, row),
        endColumn: Math.max(box.endColumn, column),
      }),
      { startRow: Infinity, startColumn: Infinity, endRow: 0, endColumn: 0 },
    );
    const ref = blockAddress(block);
    if (ref === dimension.attributes["ref"]) return;
    const text = `${openingTag(dimension.name, { ...dimension.attributes, ref }).slice(0, -1)}/>`;
    this.#edits.push({ ...dimension.span, text });
  }
}

/** The opening tag of a row: "spans" may be left out, but must not be too narrow. */
function withoutSpans(row: XmlElement): string {
  return openingTag(row.name, { ...row.attributes, spans: undefined });
}

/** The text of a worksheet part in which what changed in the grid is written. */
export function patchSheet(
  sheetId: string,
  file: FileSheet,
  current: CurrentSheet,
  context: SheetContext,
): SavedSheet {
  return new SheetPatch(sheetId, file, current, context).run();
}
