import { BooleanNumber, CellValueType } from "@univerjs/core";
import type { ICellData, IColumnData, IStyleData, IWorksheetData, Nullable } from "@univerjs/core";
import { blockAddress, cellAddress, parseCell, type CellBlock } from "./addresses";
import { patchConditionalFormats, type ConditionalFormat } from "./conditionalFormats";
import { fromFileFormula, mayFillSeveralCells, toFileFormula } from "./formulaText";
import { prefixOf } from "./package";
import {
  pixelsToPoints,
  pixelsToWidth,
  residueOf,
  type FileCell,
  type FileSheet,
} from "./readSheet";
import { numbered } from "./numbered";
import { encodeEscapes } from "./strings";
import type { StyleWriter, Styles } from "./styles";
import {
  applyEdits,
  child,
  children,
  escapeXml,
  openingTag,
  type Edit,
  type XmlElement,
} from "./xml";

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

export interface SheetContext {
  readonly styles: Styles;
  readonly writer: StyleWriter;
  /** The styles of the grid by their names. */
  readonly gridStyles: Readonly<Record<string, Nullable<IStyleData>>>;
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

type Content =
  | { readonly kind: "empty" }
  | { readonly kind: "number" | "boolean"; readonly value: number }
  | { readonly kind: "text" | "error"; readonly value: string };

interface CurrentCell {
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

function sameContent(a: Content, b: Content): boolean {
  if (a.kind === "number" && b.kind === "number") return sameNumber(a.value, b.value);
  if (a.kind === "error" && b.kind === "error")
    return storedError(a.value) === storedError(b.value);
  if (a.kind === "empty" || b.kind === "empty") return a.kind === b.kind;
  return a.kind === b.kind && a.value === b.value;
}

function storedError(error: string): string {
  return ERRORS.test(error) ? error : "#VALUE!";
}

/** Answers of a formula that say nothing about its value: not known here, or not calculated yet. */
function isNoAnswer(content: Content): boolean {
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
function currentCells({ data, spills }: CurrentSheet): Map<string, CurrentCell> {
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

/** Writes one sheet's changes into its text. */
class SheetPatch {
  private readonly edits: Edit[] = [];
  private readonly prefix: string;
  private readonly cellsByRow = new Map<number, FileCell[]>();
  private formulasChanged = false;

  constructor(
    private readonly file: FileSheet,
    private readonly current: CurrentSheet,
    private readonly context: SheetContext,
  ) {
    this.prefix = prefixOf(file.root.name);
    for (const cell of file.cells.values()) {
      const line = this.cellsByRow.get(cell.row);
      if (line === undefined) this.cellsByRow.set(cell.row, [cell]);
      else line.push(cell);
    }
  }

  run(sheetId: string): SavedSheet {
    this.patchRows(this.changedCells());
    const { styles, writer } = this.context;
    const { formats } = this.current;
    const patch = patchConditionalFormats(this.file.root, sheetId, formats, styles, writer);
    this.edits.push(...patch.edits);
    return {
      text: applyEdits(this.file.text, this.edits),
      formulasChanged: this.formulasChanged,
      unwritableFormats: patch.unwritable,
    };
  }

  /** The new text of each cell that changed, by row and column; "" where the cell goes. */
  private changedCells(): Map<number, Map<number, string>> {
    const now = currentCells(this.current);
    const kept = this.keptArrays(now);
    const changed = new Map<string, string>();
    const rewrite = (address: string, cell: FileCell | undefined): void => {
      const text = this.cellText(address, cell, now.get(address));
      if (text !== undefined) changed.set(address, text);
    };
    for (const [address, cell] of this.file.cells) {
      if (!kept.has(address)) rewrite(address, cell);
    }
    for (const address of now.keys()) {
      if (!this.file.cells.has(address)) rewrite(address, undefined);
    }
    this.freeSharedFormulas(changed, now);

    const rows = new Map<number, Map<number, string>>();
    for (const [address, text] of changed) {
      const { row, column } = this.file.cells.get(address) ?? parseCell(address);
      const line = rows.get(row) ?? new Map<number, string>();
      rows.set(row, line.set(column, text));
    }
    return rows;
  }

  /**
   * Cells of array formulas that stand as in the file and that this engine cannot calculate:
   * their stored values stay.
   */
  private keptArrays(now: ReadonlyMap<string, CurrentCell>): Set<string> {
    const kept = new Set<string>();
    const residue = residueOf(this.file.cells);
    for (const [address, cell] of this.file.cells) {
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
  private cellText(
    address: string,
    before: FileCell | undefined,
    now: CurrentCell | undefined,
  ): string | undefined {
    const format = this.formatOf(before, now?.style, address);
    const formulaStays = sameFormula(before, now);
    const stays =
      formulaStays &&
      now !== undefined &&
      now.formula !== undefined &&
      (isNoAnswer(now.content) ||
        (before?.content.v === undefined && now.content.kind === "empty"));
    const stored = before === undefined ? { kind: "empty" as const } : storedContent(before);
    const content = stays ? stored : (now?.content ?? { kind: "empty" });
    const sameBlock = sameFilled(before?.filled, now?.filled) || stays;
    const formatStays = format === (before?.format ?? 0);
    if (formulaStays && sameBlock && formatStays && sameContent(stored, content)) return undefined;
    if (!formulaStays) this.formulasChanged = true;
    if (now?.formula === undefined && content.kind === "empty" && format === 0) {
      return before === undefined ? undefined : "";
    }
    const original = before === undefined ? undefined : child(before.element, "f");
    const formula =
      now?.formula === undefined
        ? undefined
        : formulaStays && sameBlock && original !== undefined
          ? this.file.text.slice(original.start, original.end)
          : this.formulaXml(address, now.formula, now.filled);
    const mark = formulaStays && sameBlock ? before?.element.attributes["cm"] : undefined;
    return this.cellXml(address, format, formula, mark, content);
  }

  private formulaXml(address: string, formula: string, filled: CellBlock | undefined): string {
    const stored = escapeXml(toFileFormula(formula));
    const name = `${this.prefix}f`;
    return filled === undefined && !mayFillSeveralCells(formula)
      ? `<${name}>${stored}</${name}>`
      : `<${name} t="array" ref="${filled === undefined ? address : blockAddress(filled)}">${stored}</${name}>`;
  }

  private cellXml(
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
    const tag = openingTag(`${this.prefix}c`, {
      r: address,
      s: format === 0 ? undefined : format,
      t: type === "inlineStr" && formula !== undefined ? "str" : type,
      cm: mark ?? (dynamic ? this.context.dynamicArrayMark() : undefined),
    });
    const value = this.valueXml(content, formula !== undefined);
    if (formula === undefined && value === "") return `${tag.slice(0, -1)}/>`;
    return `${tag}${formula ?? ""}${value}</${this.prefix}c>`;
  }

  private valueXml(content: Content, ofFormula: boolean): string {
    const { prefix } = this;
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

  private formatOf(before: FileCell | undefined, style: ICellData["s"], address: string): number {
    const base = before?.format ?? 0;
    const named = typeof style === "string" ? /^xf(\d+)$/.exec(style)?.[1] : undefined;
    if (named !== undefined) return Number(named);
    const look = typeof style === "string" ? this.context.gridStyles[style] : style;
    if (look && Object.keys(look).length > 0) {
      const standard = this.context.styles.cells[0] ?? {};
      const font = { ff: standard.ff ?? "Calibri", fs: standard.fs ?? 11 };
      return this.context.writer.cellFormat({ ...font, ...look }, base);
    }
    // A cell that never named a format has the first one, whatever its column looks like.
    const unnamed = before !== undefined && before.element.attributes["s"] === undefined;
    return unnamed ? base : this.inheritedFormat(address);
  }

  /** A cell without a format of its own shows that of its row, else of its column. */
  private inheritedFormat(address: string): number {
    const { row, column } = parseCell(address);
    const style =
      this.current.data.rowData?.[row]?.s ?? this.current.data.columnData?.[column]?.s ?? undefined;
    return typeof style === "string" ? Number(/^xf(\d+)$/.exec(style)?.[1] ?? 0) : 0;
  }

  /** Where the cell that carries a shared formula changes, the cells that share it get their own. */
  private freeSharedFormulas(
    changed: Map<string, string>,
    now: ReadonlyMap<string, CurrentCell>,
  ): void {
    const broken = new Set<string>();
    for (const address of changed.keys()) {
      const cell = this.file.cells.get(address);
      const group = cell?.sharedGroup;
      if (cell === undefined || group === undefined) continue;
      const carries = (child(cell.element, "f")?.text ?? "") !== "";
      if (carries && !sameFormula(cell, now.get(address))) broken.add(group);
    }
    for (const [address, cell] of this.file.cells) {
      if (cell.sharedGroup === undefined || !broken.has(cell.sharedGroup)) continue;
      if (!sameFormula(cell, now.get(address)) || cell.storedFormula === undefined) continue;
      const written =
        changed.get(address) ?? this.file.text.slice(cell.element.start, cell.element.end);
      const own = `<${this.prefix}f>${escapeXml(cell.storedFormula)}</${this.prefix}f>`;
      const pattern = new RegExp(`<${this.prefix}f\\b[^>]*(?:/>|>[^<]*</${this.prefix}f>)`);
      changed.set(
        address,
        written.replace(pattern, () => own),
      );
    }
  }

  private patchRows(rows: ReadonlyMap<number, ReadonlyMap<number, string>>): void {
    const sheetData = child(this.file.root, "sheetData");
    if (sheetData === undefined) throw new Error("工作表没有数据区，无法保存。");
    const standing = new Map<number, XmlElement>();
    let number = -1;
    for (const element of children(sheetData, "row")) {
      const written = element.attributes["r"];
      number = written === undefined ? number + 1 : Number(written) - 1;
      standing.set(number, element);
    }
    const newRows = new Map<number, string>();
    for (const [row, cells] of rows) {
      const element = standing.get(row);
      const ordered = [...cells].sort(([a], [b]) => a - b);
      if (element !== undefined) this.patchRow(row, element, ordered);
      else {
        const inner = ordered.map(([, text]) => text).join("");
        if (inner !== "") newRows.set(row, this.rowXml(row, inner));
      }
    }
    for (const row of this.sizedRows()) {
      if (!newRows.has(row)) newRows.set(row, this.rowXml(row, ""));
    }
    this.insertRows(sheetData, standing, newRows);
    this.patchDimension(rows);
  }

  /** Rows of an added sheet whose height is set although they are empty. */
  private sizedRows(): number[] {
    if (!this.isNew) return [];
    return Object.keys(this.current.data.rowData ?? {})
      .map(Number)
      .filter((row) => this.rowAttributes(row) !== "");
  }

  private get isNew(): boolean {
    return children(child(this.file.root, "sheetData"), "row").length === 0;
  }

  private rowAttributes(row: number): string {
    if (!this.isNew) return "";
    const data = this.current.data.rowData?.[row];
    const height = data?.h === undefined ? "" : ` ht="${pixelsToPoints(data.h)}" customHeight="1"`;
    return `${height}${data?.hd === BooleanNumber.TRUE ? ' hidden="1"' : ""}`;
  }

  private rowXml(row: number, inner: string): string {
    const name = `${this.prefix}row`;
    return `<${name} r="${row + 1}"${this.rowAttributes(row)}>${inner}</${name}>`;
  }

  private patchRow(row: number, element: XmlElement, cells: readonly [number, string][]): void {
    const after: string[] = [];
    const known = this.cellsByRow.get(row) ?? [];
    let grows = false;
    for (const [column, text] of cells) {
      const own = known.find((cell) => cell.column === column);
      if (own !== undefined) {
        this.edits.push({ start: own.element.start, end: own.element.end, text });
        continue;
      }
      const next = known.find((cell) => cell.column > column);
      if (next !== undefined) {
        this.edits.push({ start: next.element.start, end: next.element.start, text });
        grows ||= known[0] === next;
      } else {
        after.push(text);
        grows = true;
      }
    }
    if (element.closeStart === element.end) {
      // An empty row gives its whole element up for one with cells.
      const text = `${withoutSpans(element)}${after.join("")}</${element.name}>`;
      if (after.length > 0) this.edits.push({ start: element.start, end: element.end, text });
      return;
    }
    if (grows && element.attributes["spans"] !== undefined) {
      const text = withoutSpans(element);
      this.edits.push({ start: element.start, end: element.openEnd, text });
    }
    if (after.length > 0) {
      this.edits.push({ start: element.closeStart, end: element.closeStart, text: after.join("") });
    }
  }

  private insertRows(
    sheetData: XmlElement,
    standing: ReadonlyMap<number, XmlElement>,
    newRows: ReadonlyMap<number, string>,
  ): void {
    if (newRows.size === 0) return;
    const ordered = [...newRows].sort(([a], [b]) => a - b);
    if (sheetData.closeStart === sheetData.end) {
      const inner = ordered.map(([, text]) => text).join("");
      const tag = openingTag(sheetData.name, sheetData.attributes);
      const text = `${tag}${inner}</${sheetData.name}>`;
      this.edits.push({ start: sheetData.start, end: sheetData.end, text });
      return;
    }
    const numbers = [...standing.keys()].sort((a, b) => a - b);
    let place = 0;
    for (const [row, text] of ordered) {
      while (place < numbers.length && (numbers[place] ?? 0) < row) place++;
      const next = standing.get(numbers[place] ?? -1);
      const start = next?.start ?? sheetData.closeStart;
      this.edits.push({ start, end: start, text });
    }
  }

  private patchDimension(rows: ReadonlyMap<number, ReadonlyMap<number, string>>): void {
    const dimension = child(this.file.root, "dimension");
    if (dimension === undefined || rows.size === 0) return;
    const places = [...this.file.cells.values()].map(({ row, column }) => ({ row, column }));
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
    this.edits.push({ start: dimension.start, end: dimension.end, text });
  }
}

/** The opening tag of a row: "spans" may be left out, but must not be too narrow. */
function withoutSpans(row: XmlElement): string {
  return openingTag(row.name, { ...row.attributes, spans: undefined });
}

function storedContent(cell: FileCell): Content {
  const formula = cell.storedFormula === undefined ? {} : { f: "=" };
  return contentOf({ ...cell.content, ...formula });
}

function sameFormula(
  before: FileCell | undefined,
  now: CurrentCell | undefined,
): now is CurrentCell {
  const stored = before?.storedFormula;
  if (stored === undefined || now?.formula === undefined) return stored === now?.formula;
  return fromFileFormula(stored) === now.formula;
}

function sameFilled(a: CellBlock | undefined, b: CellBlock | undefined): boolean {
  const single = (block: CellBlock | undefined): boolean =>
    block === undefined ||
    (block.startRow === block.endRow && block.startColumn === block.endColumn);
  if (single(a) || b === undefined || a === undefined) return single(a) && single(b);
  return blockAddress(a) === blockAddress(b);
}

/** The text of a worksheet part in which what changed in the grid is written. */
export function patchSheet(
  sheetId: string,
  file: FileSheet,
  current: CurrentSheet,
  context: SheetContext,
): SavedSheet {
  return new SheetPatch(file, current, context).run(sheetId);
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The text of a worksheet without cells that has the looks of a sheet of the grid. */
export function emptySheetXml(data: Partial<IWorksheetData>): string {
  const { xSplit = 0, ySplit = 0 } = data.freeze ?? {};
  const pane =
    xSplit <= 0 && ySplit <= 0
      ? ""
      : `<pane${xSplit > 0 ? ` xSplit="${xSplit}"` : ""}${ySplit > 0 ? ` ySplit="${ySplit}"` : ""} topLeftCell="${cellAddress(Math.max(ySplit, 0), Math.max(xSplit, 0))}" activePane="${xSplit > 0 && ySplit > 0 ? "bottomRight" : ySplit > 0 ? "bottomLeft" : "topRight"}" state="frozen"/>`;
  const grid = data.showGridlines === BooleanNumber.FALSE ? ' showGridLines="0"' : "";
  const columns = numbered<Partial<IColumnData>>(data.columnData)
    .map(([index, column]) => {
      if (column.w === undefined && column.hd !== BooleanNumber.TRUE) return "";
      const number = index + 1;
      const width = pixelsToWidth(column.w ?? data.defaultColumnWidth ?? 72);
      return `<col min="${number}" max="${number}" width="${width}" customWidth="1"${column.hd === BooleanNumber.TRUE ? ' hidden="1"' : ""}/>`;
    })
    .join("");
  const merged = (data.mergeData ?? [])
    .map((range) => `<mergeCell ref="${blockAddress(range)}"/>`)
    .join("");
  const tab = /^#[0-9a-f]{6}$/i.test(data.tabColor ?? "")
    ? `<sheetPr><tabColor rgb="FF${(data.tabColor ?? "").slice(1).toUpperCase()}"/></sheetPr>`
    : "";
  return [
    `<worksheet xmlns="${MAIN}">${tab}`,
    `<sheetViews><sheetView workbookViewId="0"${grid}>${pane}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/>`,
    columns === "" ? "" : `<cols>${columns}</cols>`,
    "<sheetData/>",
    merged === ""
      ? ""
      : `<mergeCells count="${data.mergeData?.length ?? 0}">${merged}</mergeCells>`,
    "</worksheet>",
  ].join("");
}
