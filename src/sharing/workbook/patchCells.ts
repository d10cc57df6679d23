import { formatAddress, holdsCell, type Area, type Cell } from "../../grid";
import type { FormulaJudge, FreezeReason } from "../formulas/judge";
import {
  element,
  escapeContent,
  escapeXml,
  type PatchMaker,
  type Pen,
  prefixOf,
  type Span,
  withAttributes,
} from "../../ooxml";
import { listenToCells, type SheetCell } from "./cells";
import type { DisputedInSheet } from "../disputed";
import type { Uses } from "../reach/uses";
import { isBlock, SheetFormulas } from "./formulasOfSheet";
import type { LeftOutCells } from "./leftOutCells";
import { patchRegion, REGIONS, type RegionChoices } from "./regions";

/** What a cell holds once its formula is removed. */
export type Shown =
  | { readonly kind: "value" }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "nothing" }
  /** What its plain formula gives, in the place of what was stored. */
  | { readonly kind: "corrected" };

/** Errors by which cells say that nobody could calculate them, and not what a function answers. */
const UNCALCULATED = new Set(["#BUSY!", "#GETTING_DATA", "#NAME?", "#CONNECT!", "#BLOCKED!"]);

/** Whether a cell shows nothing that anybody has calculated. */
export function isNeverCalculated(shown: Shown): boolean {
  return shown.kind === "nothing" || (shown.kind === "error" && UNCALCULATED.has(shown.error));
}

/** What became of a cell's formula. */
export interface CellFate {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly fate:
    | {
        readonly kind: "frozen";
        readonly why: FreezeReason;
        readonly shows: Shown;
      }
    | { readonly kind: "blanked" }
    | { readonly kind: "plain"; readonly shows: Shown };
}

export interface CellChoices extends RegionChoices {
  readonly sheet: string;
  readonly judge: FormulaJudge;
  /** What becomes of a formula's value that is an error. */
  readonly errors: "keep" | "blank";
  readonly leftOut: LeftOutCells;
  readonly onFate: (fate: CellFate) => void;
  /** Called for each cell that had a formula and has another or none now, or got one. */
  readonly onFormulaChanged: () => void;
  /** What cells of the copy use of other parts; null where nobody asks. */
  readonly uses: Uses | null;
  readonly disputed: DisputedInSheet;
  /** Called for each shared text that a cell of the copy shows. */
  readonly onShared: (index: number) => void;
}

/** Marks of dynamic arrays and of rich values: they belong to the formula that is removed. */
export const NO_MARKS = { cm: null, vm: null };

class CellPatch {
  readonly #pen: Pen;
  readonly #choices: CellChoices;
  readonly #formulas = new SheetFormulas();
  /** Groups of shared formulas whose carrier has lost its formula. */
  readonly #orphaned = new Set<string>();
  /** Blocks of formulas whose values must not be seen. */
  readonly #blankBlocks: Area[] = [];
  /** Plain formulas that wait for their cells, by address. */
  readonly #waiting = new Map<string, string>();

  constructor(pen: Pen, choices: CellChoices) {
    this.#pen = pen;
    this.#choices = choices;
  }

  visit(cell: SheetCell): void {
    const text = this.#formulas.of(cell);
    const { leftOut, sheet, judge } = this.#choices;
    const label = leftOut.labelAt(cell.row, cell.column);
    const filled = this.#blankBlocks.some((block) => holdsCell(block, cell.row, cell.column));
    if (label !== undefined || filled || leftOut.has(cell.row, cell.column)) {
      this.#orphan(cell);
      if (cell.formula !== undefined) this.#choices.onFormulaChanged();
      this.#blank(cell, label);
      return;
    }
    const corrected = this.#choices.disputed.valueAt(cell.row, cell.column);
    if (cell.type === "s" && corrected === undefined) this.#choices.onShared(Number(cell.value));
    const waiting = this.#waiting.size === 0 ? undefined : this.#waiting.get(formatAddress(cell));
    if (waiting !== undefined && cell.formula === undefined) {
      if (corrected === undefined) this.#giveFormula(cell, waiting);
      else this.#correct(cell, this.#plainFormula(cell, waiting), corrected);
      return;
    }
    if (corrected !== undefined && cell.formula === undefined) {
      this.#correct(cell, "", corrected);
      return;
    }
    if (cell.formula?.kind === "dataTable" && judge.words === null)
      this.#freeze(cell, { kind: "leftOut", discloses: true });
    if (cell.formula === undefined || text === undefined) {
      this.#noteRichValue(cell);
      return;
    }
    const verdict = judge.judge(text, { sheet, row: cell.row, column: cell.column });
    const isPlain = verdict.kind === "rewrite" || verdict.kind === "spread";
    if (isPlain && this.#choices.disputed.keepsStored(cell.row, cell.column)) {
      this.#freeze(cell, { kind: "differs" });
      return;
    }
    switch (verdict.kind) {
      case "keep":
        this.#noteRichValue(cell);
        this.#choices.uses?.noteFormula(text);
        if (cell.formula.group !== undefined && this.#orphaned.has(cell.formula.group))
          this.#writeFormula(cell, text);
        return;
      case "rewrite":
        this.#choices.uses?.noteFormula(verdict.text);
        // What computes with arrays around a call still does; the call alone needs no array.
        if (
          cell.formula.kind === "array" &&
          (verdict.was !== "call" || isBlock(cell.formula.block))
        ) {
          if (corrected !== undefined) {
            this.#correct(cell, this.#arrayFormula(cell, verdict.text), corrected);
            return;
          }
          this.#noteRichValue(cell);
          this.#pen.replace(cell.formula.span, this.#arrayFormula(cell, verdict.text));
        } else if (corrected !== undefined) {
          this.#orphan(cell);
          this.#correct(cell, this.#plainFormula(cell, verdict.text), corrected);
          return;
        } else this.#toPlain(cell, verdict.text);
        if (verdict.was !== "anchor") this.#tell(cell, { kind: "plain", shows: shownBy(cell) });
        return;
      case "spread":
        this.#spread(cell, verdict.rows, corrected);
        return;
      case "freeze":
        this.#freeze(cell, verdict.why);
        return;
    }
  }

  #noteRichValue({ attributes }: SheetCell): void {
    const number = attributes["vm"];
    if (number !== undefined) this.#choices.uses?.richValues.add(Number(number));
  }

  #tell(cell: SheetCell, fate: CellFate["fate"]): void {
    const { sheet, onFate, onFormulaChanged } = this.#choices;
    onFormulaChanged();
    onFate({ sheet, row: cell.row, column: cell.column, fate });
  }

  #orphan({ formula }: SheetCell): void {
    if (formula?.group !== undefined && formula.text !== "") this.#orphaned.add(formula.group);
  }

  #freeze(cell: SheetCell, why: FreezeReason): void {
    this.#orphan(cell);
    if (why.kind === "leftOut" && why.discloses) {
      this.#blankResults(cell);
      return;
    }
    // Also where a formula cannot stay one the copy shows what HR has chosen.
    const corrected = this.#choices.disputed.valueAt(cell.row, cell.column);
    if (corrected !== undefined) {
      this.#correct(cell, "", corrected);
      return;
    }
    const isError = cell.type === "e";
    this.#tell(cell, { kind: "frozen", why, shows: shownBy(cell) });
    if (isError && this.#choices.errors === "blank") this.#blank(cell, undefined);
    else this.#dropFormula(cell);
  }

  /** The cell is blank, and so are all that its formula has filled. */
  #blankResults(cell: SheetCell): void {
    if (isBlock(cell.formula?.block)) this.#blankBlocks.push(cell.formula.block);
    this.#blank(cell, undefined);
    this.#tell(cell, { kind: "blanked" });
  }

  #dropFormula(cell: SheetCell): void {
    if (cell.formula !== undefined) this.#pen.replace(cell.formula.span, "");
    this.#changeTag(cell, NO_MARKS);
  }

  #changeTag(cell: SheetCell, changes: Readonly<Record<string, string | null>>): void {
    const wanted = Object.keys(changes).some(
      (name) => changes[name] !== null || cell.attributes[name] !== undefined,
    );
    if (wanted) this.#pen.replace(cell.tag, withAttributes(this.#pen.source(cell.tag), changes));
  }

  /** The cell keeps its format only, or a word that says that something stood here. */
  #blank(cell: SheetCell, label: string | undefined): void {
    const { r, s } = cell.attributes;
    const prefix = prefixOf(cell.name);
    this.#pen.replace(
      cell.span,
      label === undefined
        ? element(cell.name, { r, s })
        : element(
            cell.name,
            { r, s, t: "inlineStr" },
            element(`${prefix}is`, {}, element(`${prefix}t`, {}, escapeXml(label))),
          ),
    );
  }

  /** A formula of its own, in place of the one that fills cells or is shared. */
  #toPlain(cell: SheetCell, text: string): void {
    this.#orphan(cell);
    this.#writeFormula(cell, text);
    this.#changeTag(cell, NO_MARKS);
  }

  #writeFormula(cell: SheetCell, text: string): void {
    if (cell.formula === undefined) return;
    this.#pen.replace(cell.formula.span, this.#plainFormula(cell, text));
  }

  #plainFormula(cell: SheetCell, text: string): string {
    return element(`${prefixOf(cell.name)}f`, {}, escapeContent(text));
  }

  /** The cell shows another value than was stored; `formula` is the element of the formula that gives it, "" for none. */
  #correct(cell: SheetCell, formula: string, value: Cell): void {
    const { type, text } = storedAs(value);
    const tag = this.#pen.source(cell.tag).replace(/\/>$/u, ">");
    const opening = withAttributes(tag, {
      ...(formula.includes(" ref=") ? {} : NO_MARKS),
      t: type,
    });
    const shown = text === null ? "" : element(`${prefixOf(cell.name)}v`, {}, escapeContent(text));
    this.#pen.replace(cell.span, `${opening}${formula}${shown}</${cell.name}>`);
    if (formula !== "") this.#choices.uses?.noteFormula(formula);
    // What nobody has calculated is no value that was corrected, and what hangs on it has none yet.
    const before = shownBy(cell);
    const shows: Shown = isNeverCalculated(before) ? before : { kind: "corrected" };
    this.#tell(cell, { kind: "plain", shows });
  }

  #arrayFormula(cell: SheetCell, text: string): string {
    const source = this.#pen.source(cell.formula?.span ?? cell.tag);
    const tag = source.slice(0, source.indexOf(">") + 1);
    return `${tag}${escapeContent(text)}</${prefixOf(cell.name)}f>`;
  }

  #spread(
    cell: SheetCell,
    rows: readonly (readonly string[])[],
    corrected: Cell | undefined,
  ): void {
    const [first] = rows[0] ?? [];
    if (first === undefined) return;
    for (const text of rows.flat()) this.#choices.uses?.noteFormula(text);
    const block = cell.formula?.block;
    if (corrected === undefined) {
      this.#toPlain(cell, first);
      this.#tell(cell, { kind: "plain", shows: shownBy(cell) });
    } else {
      this.#orphan(cell);
      this.#correct(cell, this.#plainFormula(cell, first), corrected);
    }
    if (!isBlock(block)) return;
    rows.forEach((row, down) =>
      row.forEach((text, across) => {
        const [at, column] = [cell.row + down, cell.column + across];
        if ((down > 0 || across > 0) && holdsCell(block, at, column))
          this.#waiting.set(formatAddress({ row: at, column }), text);
      }),
    );
  }

  #giveFormula(cell: SheetCell, text: string): void {
    const prefix = prefixOf(cell.name);
    const formula = element(`${prefix}f`, {}, escapeContent(text));
    const tag = this.#pen.source(cell.tag);
    if (tag.endsWith("/>"))
      this.#pen.replace(cell.span, `${tag.slice(0, -2)}>${formula}</${cell.name}>`);
    else this.#pen.replace(cell.tag, tag + formula);
    this.#tell(cell, { kind: "plain", shows: shownBy(cell) });
  }
}

/** How a file stores a value of a formula. */
function storedAs(value: Cell): { readonly type: string | null; readonly text: string | null } {
  if (value === null) return { type: null, text: null };
  if (typeof value === "object") return { type: "e", text: value.error };
  if (typeof value === "boolean") return { type: "b", text: value ? "1" : "0" };
  return { type: typeof value === "string" ? "str" : null, text: String(value) };
}

/** What a cell shows once its formula is gone. */
export function shownBy({ type, value }: SheetCell): Shown {
  if (value === undefined) return { kind: "nothing" };
  return type === "e" ? { kind: "error", error: value } : { kind: "value" };
}

/** Cells, rules and checks of input of a sheet, as the copy has them. */
export function patchCells(choices: CellChoices): PatchMaker {
  return (pen) => {
    const cells = new CellPatch(pen, choices);
    let region: { readonly start: number; readonly depth: number } | null = null;
    return listenToCells({
      cellStart: (span: Span) => pen.hold(span.start),
      cell: (cell) => cells.visit(cell),
      cellEnd: () => pen.hold(null),
      open: (tag, span, path) => {
        if (region !== null || path.length > 3 || !REGIONS.has(tag.local)) return;
        region = { start: span.start, depth: path.length };
        pen.hold(span.start);
      },
      close: (_, span, path) => {
        if (region === null || path.length !== region.depth) return;
        const whole = { start: region.start, end: span.end };
        const before = pen.source(whole);
        const after = patchRegion(before, choices);
        if (after !== before) pen.replace(whole, after);
        region = null;
        pen.hold(null);
      },
    });
  };
}
