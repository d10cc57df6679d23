import { parseArea, parseCell } from "../../grid";
import type { FormulaJudge, Judgement } from "../formulas/judge";
import { escapeContent, withAttributes } from "../../ooxml";
import type { CellFormula, SheetCell } from "./cells";
import { isBlock, SheetFormulas } from "./formulasOfSheet";
import { NO_MARKS, shownBy, type CellFate } from "./patchCells";

/**
 * Formulas of a sheet's cells changed in its text, with no look at all other cells: where nothing but calls is removed,
 * that is most of the work. It knows how programs write cells, and no more of XML than that: whatever it does not
 * expect ends it, and the sheet is parsed as XML. What it writes is the same as `patchCells` would.
 */
export interface QuickCells {
  /** The text as the copy has it, as far as it can be determined yet. */
  write(text: string): string;
  /** The rest. */
  end(): string;
  readonly changed: boolean;
}

/** The text holds something that only a reader of XML understands. */
export class NotQuick extends Error {}

export interface QuickChoices {
  readonly sheet: string;
  readonly judge: FormulaJudge;
  /** What becomes of a call's value that is an error. */
  readonly errors: "keep" | "blank";
  readonly onFate: (fate: CellFate) => void;
}

/** A cell with a formula, as all programs write it: address, other attributes, the formula's own, its text, the value. */
const CELL =
  /<c r="([A-Z]{1,3}\d{1,7})"((?: [a-z]+="[^"<>&']*")*)><f((?: [A-Za-z0-9]+="[^"<>&']*")*)(?:\/>|>([^<]*)<\/f>)(?:<v>([^<]*)<\/v>|<v\/>)?<\/c>/y;

const [SLASH, COLON, LESS_THAN, GREATER_THAN, SPACE, LETTER_A] = [
  0x2f, 0x3a, 0x3c, 0x3e, 0x20, 0x41,
] as const;
const NO_ATTRIBUTES: SheetCell["attributes"] = {};
/** More shapes of formulas than a sheet has, unless it is malicious. */
const MOST_SHAPES = 10_000;

/** The longest stretch without the end of a cell. */
const LONGEST_CELL = 1024 * 1024;
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([0-9a-f]+));/giu;
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function decode(text: string): string {
  if (!text.includes("&")) return text;
  const decoded = text.replace(
    ENTITY,
    (_, name: string | undefined, decimal: string | undefined, hex: string | undefined) =>
      name !== undefined
        ? (NAMED[name.toLowerCase()] ?? "")
        : String.fromCodePoint(
            decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal),
          ),
  );
  // An entity that is none of these would be refused.
  if (text.replace(ENTITY, "").includes("&")) throw new NotQuick();
  return decoded;
}

/** The value of an attribute in double quotes; undefined where the tag has it not. */
function attributeIn(tag: string, name: string): string | undefined {
  const at = tag.indexOf(` ${name}="`);
  if (at < 0) return undefined;
  const start = at + name.length + 3;
  return tag.slice(start, tag.indexOf('"', start));
}

/** A cell with a formula, and where its pieces lie in the text at hand. */
interface Found {
  readonly cell: SheetCell;
  /** Attributes of the cell but for its address. */
  readonly marks: string;
  /** Of the cell, of its formula, and after each. */
  readonly start: number;
  readonly formula: number;
  readonly formulaEnd: number;
  readonly end: number;
}

class QuickPatch implements QuickCells {
  readonly #choices: QuickChoices;
  readonly #formulas = new SheetFormulas();
  /** Groups of shared formulas whose carrier has lost its formula. */
  readonly #orphaned = new Set<string>();
  /** Groups whose carrier calls the add-in and becomes a value: so do all of them, whatever they refer to. */
  readonly #frozen = new Map<string, Judgement>();
  /** Groups whose carrier stays as it is, and for the same reason all of them. */
  readonly #kept = new Set<string>();
  readonly #byShape = new Map<string, Judgement>();
  #rest = "";
  changed = false;

  constructor(choices: QuickChoices) {
    this.#choices = choices;
  }

  write(text: string): string {
    const all = this.#rest + text;
    this.#expectCells(all, this.#rest.length);
    const pieces: string[] = [];
    let done = 0;
    /** After the last cell that was looked at. */
    let passed = 0;
    let waiting = -1;
    for (let at = nextFormula(all, 0); at >= 0; at = nextFormula(all, at + 1)) {
      const found = this.#find(all, at);
      if (found === null) {
        waiting = all.lastIndexOf("<", at - 1);
        break;
      }
      const written = this.#patch(all, found);
      if (written !== null) {
        pieces.push(all.slice(done, found.start), written);
        done = found.end;
        this.changed = true;
      }
      passed = found.end;
      at = found.end - 1;
    }
    // A cell that is cut in two waits for its other half, and so does a tag.
    const cell = waiting < 0 ? all.lastIndexOf("<c") : waiting;
    const cut = cell >= passed ? cell : Math.max(passed, all.lastIndexOf("<"));
    this.#rest = all.slice(cut);
    if (this.#rest.length > LONGEST_CELL) throw new NotQuick();
    if (pieces.length === 0) return all.slice(0, cut);
    pieces.push(all.slice(done, cut));
    return pieces.join("");
  }

  end(): string {
    const rest = this.#rest;
    this.#rest = "";
    if (nextFormula(rest, 0) >= 0) throw new NotQuick();
    return rest;
  }

  /** Comments, CDATA, instructions and quotes of another kind are not for here. */
  #expectCells(text: string, from: number): void {
    for (const sign of ["!", "?"])
      for (let at = text.indexOf(sign, from); at >= 0; at = text.indexOf(sign, at + 1))
        if (text.charAt(at - 1) === "<") throw new NotQuick();
  }

  /** The cell around a formula; null where it is not here as a whole. */
  #find(text: string, formula: number): Found | null {
    let start = formula - 1;
    while (start >= 0 && text.charCodeAt(start) !== LESS_THAN) start -= 1;
    CELL.lastIndex = Math.max(0, start);
    const match = CELL.exec(text);
    if (match === null) {
      if (text.includes("</c>", formula)) throw new NotQuick();
      return null;
    }
    const [whole, address = "", marks = "", own = "", written = "", value] = match;
    const place = parseCell(address);
    if (place === undefined) throw new NotQuick();
    const end = start + whole.length;
    const textEnd = text.indexOf(">", formula);
    const isEmpty = text.charCodeAt(textEnd - 1) === SLASH;
    const formulaEnd = isEmpty ? textEnd + 1 : textEnd + 1 + written.length + "</f>".length;
    const cell: SheetCell = {
      row: place.row,
      column: place.column,
      span: { start, end },
      tag: { start, end: formula },
      name: "c",
      attributes: NO_ATTRIBUTES,
      type: marks.includes(" t=") ? (attributeIn(marks, "t") ?? "n") : "n",
      formula: formulaOf(own, decode(written), formula, formulaEnd),
      value: value === undefined || value === "" ? undefined : decode(value),
    };
    return { cell, marks, start, formula, formulaEnd, end };
  }

  /** The cell as the copy has it; null where it stays as it is. */
  #patch(text: string, found: Found): string | null {
    const { cell } = found;
    const { formula } = cell;
    if (formula === undefined) return null;
    if (formula.kind === "dataTable") return null;
    const { group } = formula;
    const isFollower = group !== undefined && formula.text === "";
    if (isFollower && this.#kept.has(group)) return null;
    const known = isFollower ? this.#frozen.get(group) : undefined;
    const own = known === undefined ? this.#formulas.of(cell) : undefined;
    if (known === undefined && own === undefined) return null;
    const verdict = known ?? this.#judge(cell, own ?? "");
    switch (verdict.kind) {
      case "keep":
        return group !== undefined && this.#orphaned.has(group)
          ? this.#withFormula(text, found, own ?? "", false)
          : null;
      case "freeze":
        return this.#freeze(text, found, verdict);
      case "rewrite":
        if (verdict.was === "anchor" || (formula.kind === "array" && !isAlone(verdict, formula)))
          throw new NotQuick();
        this.#orphan(formula);
        this.#tell(cell, { kind: "plain", shows: shownBy(cell) });
        return this.#withFormula(text, found, verdict.text, true);
      case "spread":
        throw new NotQuick();
    }
  }

  #judge({ row, column, formula }: SheetCell, text: string): Judgement {
    const { judge, sheet } = this.#choices;
    const verdict = judge.onlyCalls
      ? this.#judgeByShape(text)
      : judge.judge(text, { sheet, row, column });
    const group = formula?.group;
    if (group === undefined || formula?.text === "") return verdict;
    if (verdict.kind === "keep" && !judge.mayConcern(text)) this.#kept.add(group);
    if (verdict.kind === "freeze" && verdict.why.kind === "call") this.#frozen.set(group, verdict);
    return verdict;
  }

  /** Where nothing counts but whether a formula calls the add-in, those that differ in numbers alone are one. */
  #judgeByShape(text: string): Judgement {
    const { judge, sheet } = this.#choices;
    const shape = text.replace(/\d+/gu, "0");
    const known = this.#byShape.get(shape);
    if (known !== undefined) return known;
    const verdict = judge.judge(text, { sheet, row: 0, column: 0 });
    if (this.#byShape.size >= MOST_SHAPES) this.#byShape.clear();
    this.#byShape.set(shape, verdict);
    return verdict;
  }

  #freeze(
    text: string,
    { cell, marks, start, formula, formulaEnd, end }: Found,
    verdict: Extract<Judgement, { kind: "freeze" }>,
  ): string {
    if (verdict.why.kind === "leftOut") throw new NotQuick();
    this.#orphan(cell.formula);
    this.#tell(cell, { kind: "frozen", why: verdict.why, shows: shownBy(cell) });
    if (cell.type === "e" && this.#choices.errors === "blank") {
      const address = text.slice(start, text.indexOf('"', start + '<c r="'.length) + 1);
      const s = attributeIn(marks, "s");
      return `${address}${s === undefined ? "" : ` s="${s}"`}/>`;
    }
    return withoutMarks(text.slice(start, formula), marks) + text.slice(formulaEnd, end);
  }

  #withFormula(
    text: string,
    { marks, start, formula: at, formulaEnd, end }: Found,
    formula: string,
    isCall: boolean,
  ): string {
    const tag = text.slice(start, at);
    const opening = isCall ? withoutMarks(tag, marks) : tag;
    return `${opening}<f>${escapeContent(formula)}</f>${text.slice(formulaEnd, end)}`;
  }

  #orphan(formula: CellFormula | undefined): void {
    if (formula?.group !== undefined && formula.text !== "") this.#orphaned.add(formula.group);
  }

  #tell({ row, column }: SheetCell, fate: CellFate["fate"]): void {
    const { sheet, onFate } = this.#choices;
    onFate({ sheet, row, column, fate });
  }
}

/** Whether an array formula is nothing but a call, in a cell of its own. */
function isAlone({ was }: Extract<Judgement, { kind: "rewrite" }>, formula: CellFormula): boolean {
  return was === "call" && !isBlock(formula.block);
}

function withoutMarks(tag: string, marks: string): string {
  return marks.includes("m=") ? withAttributes(tag, NO_MARKS) : tag;
}

/** The next `<f` from a place on; few other letters of a sheet are an f. */
function nextFormula(text: string, from: number): number {
  for (let at = text.indexOf("f", from + 1); at >= 0; at = text.indexOf("f", at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (before !== LESS_THAN && before !== COLON) continue;
    const after = text.charCodeAt(at + 1);
    // Another letter: another element.
    if (after >= LETTER_A) continue;
    // Cells may have a prefix of their own.
    if (before === COLON) {
      if (after === GREATER_THAN || after === SPACE) throw new NotQuick();
      continue;
    }
    return at - 1;
  }
  return -1;
}

function formulaOf(own: string, text: string, start: number, end: number): CellFormula {
  if (own === "")
    return { span: { start, end }, text, kind: "normal", block: undefined, group: undefined };
  const t = attributeIn(own, "t");
  const ref = attributeIn(own, "ref");
  return {
    span: { start, end },
    text,
    kind: t === "array" || t === "shared" || t === "dataTable" ? t : "normal",
    block: ref === undefined ? undefined : parseArea(ref),
    group: t === "shared" ? attributeIn(own, "si") : undefined,
  };
}

export function quickCells(choices: QuickChoices): QuickCells {
  return new QuickPatch(choices);
}
