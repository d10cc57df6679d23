import { parseArea, parseCell, type Area } from "../../grid";
import type { Listener, OpenTag, Span } from "../../ooxml";

/** The formula of a cell as the sheet writes it. */
export interface CellFormula {
  readonly span: Span;
  /** "" where the cell shares a formula that another one carries. */
  readonly text: string;
  readonly kind: "normal" | "array" | "shared" | "dataTable";
  /** The block that an array formula fills. */
  readonly block: Area | undefined;
  /** The group of a shared formula. */
  readonly group: string | undefined;
}

export interface SheetCell {
  readonly row: number;
  readonly column: number;
  /** The whole element. */
  readonly span: Span;
  /** Its opening tag. */
  readonly tag: Span;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** As the `t` attribute has it; "n" where there is none. */
  readonly type: string;
  readonly formula: CellFormula | undefined;
  /** The text of `v`, or of an inline string; undefined where the cell has neither. */
  readonly value: string | undefined;
}

export interface CellVisitor {
  readonly cell?: (cell: SheetCell) => void;
  /** A cell begins: from here on its text may be needed. */
  readonly cellStart?: (span: Span) => void;
  readonly cellEnd?: () => void;
  /** Tags outside of cells. */
  readonly open?: (tag: OpenTag, span: Span, path: readonly string[]) => void;
  readonly text?: (text: string, span: Span, path: readonly string[]) => void;
  readonly close?: (local: string, span: Span, path: readonly string[]) => void;
}

function kindOf(text: string | undefined): CellFormula["kind"] {
  return text === "array" || text === "shared" || text === "dataTable" ? text : "normal";
}

interface OpenFormula {
  readonly tag: OpenTag;
  readonly start: number;
  end: number;
  text: string;
}

function formulaOf({ tag: { attributes }, start, end, text }: OpenFormula): CellFormula {
  const { t, ref, si } = attributes;
  return {
    span: { start, end },
    text,
    kind: kindOf(t),
    block: ref === undefined ? undefined : parseArea(ref),
    group: t === "shared" ? si : undefined,
  };
}

interface OpenCell {
  row: number;
  column: number;
  tag: Span;
  name: string;
  attributes: Readonly<Record<string, string>>;
  formula: OpenFormula | undefined;
  value: string | undefined;
}

/** Reports a sheet's cells one by one, in the order of the file, and everything around them. */
export function listenToCells(visitor: CellVisitor): Listener {
  const path: string[] = [];
  let row = -1;
  let column = -1;
  let cell: OpenCell | undefined;

  const openCell = (tag: OpenTag, span: Span): void => {
    const place = parseCell(tag.attributes["r"] ?? "");
    column = place?.column ?? column + 1;
    if (place !== undefined) row = place.row;
    cell = {
      row,
      column,
      tag: span,
      name: tag.name,
      attributes: tag.attributes,
      formula: undefined,
      value: undefined,
    };
    visitor.cellStart?.(span);
  };

  const closeCell = (end: number): void => {
    if (cell === undefined) return;
    // Written out since this is done for each cell: spreading the rest of an object takes ten times as long.
    const { row: atRow, column: atColumn, tag, name, attributes, formula, value } = cell;
    visitor.cell?.({
      row: atRow,
      column: atColumn,
      span: { start: tag.start, end },
      tag,
      name,
      attributes,
      type: attributes["t"] ?? "n",
      formula: formula === undefined ? undefined : formulaOf(formula),
      value,
    });
    cell = undefined;
    visitor.cellEnd?.();
  };

  return {
    open: (tag, span) => {
      const parent = path.at(-1);
      path.push(tag.local);
      if (cell !== undefined) {
        if (parent === "c" && tag.local === "f")
          cell.formula = { tag, start: span.start, end: span.end, text: "" };
      } else if (tag.local === "row" && parent === "sheetData") {
        row = tag.attributes["r"] === undefined ? row + 1 : Number(tag.attributes["r"]) - 1;
        column = -1;
        visitor.open?.(tag, span, path);
      } else if (tag.local === "c" && parent === "row") openCell(tag, span);
      else visitor.open?.(tag, span, path);
    },
    text: (text, span) => {
      if (cell === undefined) {
        visitor.text?.(text, span, path);
        return;
      }
      const within = path.at(-1);
      if (within === "f" && path.at(-2) === "c" && cell.formula !== undefined)
        cell.formula.text += text;
      else if (within === "v" || (within === "t" && !path.includes("rPh")))
        cell.value = (cell.value ?? "") + text;
    },
    close: (local, span) => {
      if (cell === undefined) visitor.close?.(local, span, path);
      else if (local === "f" && cell.formula !== undefined && path.at(-2) === "c")
        cell.formula.end = span.end;
      path.pop();
      if (cell !== undefined && local === "c" && path.at(-1) === "row") closeCell(span.end);
    },
  };
}
