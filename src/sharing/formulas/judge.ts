import { formatAbsoluteArea, LAST_COLUMN, lastCellOf, overlap, type Area } from "../../grid";
import { findName, findTable, nameKey, tableArea, type BookFacts, type DefinedName } from "./book";
import { CALL_WORDS, findCalls, mayCall } from "./calls";
import { findReferences } from "./references";
import { textOf, tokenize, type Token } from "./tokenize";
import type { NoPlainReason, Translate } from "./translate";
import type { FormulaPlace } from "./areas";
import { Translations } from "./translations";

/** Why a formula cannot stay one. */
export type FreezeReason =
  /** It calls the add-in, and values were asked for. */
  | { readonly kind: "call" }
  /** It calls the add-in in a way that no plain formula can follow. */
  | { readonly kind: "noPlain"; readonly call: string; readonly why: NoPlainReason }
  /** Its plain formula would show something else than its cell, and HR wants what the cell shows. */
  | { readonly kind: "differs" }
  /** It uses a name that is removed. */
  | { readonly kind: "name"; readonly name: string }
  /** It refers to what is left out; `discloses` says that its value would disclose it. */
  | { readonly kind: "leftOut"; readonly discloses: boolean };

export type Judgement =
  | { readonly kind: "keep" }
  /** In the place of nothing but a call, of a formula with calls in it, of one that asks for a filled block. */
  | {
      readonly kind: "rewrite";
      readonly text: string;
      readonly was: "call" | "formulaWithCalls" | "anchor";
    }
  /** One formula for each cell that the formula fills. */
  | { readonly kind: "spread"; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "freeze"; readonly why: FreezeReason };

/** Cells that are blank in the copy. */
export interface LeftOutArea {
  readonly sheet: string;
  readonly area: Area;
  /** Whether what formulas make of them must not be seen either: true of pay, not of whom a row is about. */
  readonly discloses: boolean;
}

export interface JudgeSetting {
  readonly book: BookFacts;
  /** Plain formulas for calls; null: calls become values. */
  readonly translate: Translate | null;
  /** Sheets, by name in lower case, that are not in the copy. */
  readonly leftOutSheets: ReadonlySet<string>;
  /** Cells that are blank in the copy. */
  readonly leftOutAreas: readonly LeftOutArea[];
  /** Whether nobody has looked for blocks of formulas that become values: then what asks for one ends the work. */
  readonly blocksUnknown?: boolean;
}

/** A formula asks for all cells that another one fills, and nobody has looked which those are. */
export class AsksForBlock extends Error {}

/** In capitals, what a formula holds that asks for all cells filled by another one. */
export const BLOCK_WORD = "ANCHORARRAY";

/** More words than this are not looked for one by one. */
const MOST_WORDS = 100;

const KEEP: Judgement = { kind: "keep" };
/** Names that stand for names are followed so far: a formula nests no deeper than this in any program. */
const DEEPEST_NAME = 400;
const WHOLE_ANCHOR = /^_xlfn\.ANCHORARRAY$/iu;

/** What becomes of the formulas of a workbook. */
export class FormulaJudge {
  readonly #setting: JudgeSetting;
  readonly #translations: Translations | null;
  readonly #droppedNames = new Set<string>();
  readonly #droppedWords = new Set<string>();
  /** Areas that are blank in the copy, by sheet in lower case. */
  readonly #leftOut = new Map<string, LeftOutArea[]>();
  /** By sheet and column, the rows of formulas whose values disclose what is left out. */
  readonly #disclosingCells = new Map<string, { top: number; bottom: number }>();
  /** Whether names refer to such formulas, by name and the sheet that uses it. */
  readonly #disclosingNames = new Map<string, boolean>();
  /** Blocks filled by formulas that become values, by sheet in lower case. */
  readonly #frozenBlocks = new Map<string, Area[]>();

  constructor(setting: JudgeSetting) {
    const { translate, book } = setting;
    this.#setting = setting;
    this.#translations = translate === null ? null : new Translations(book, translate);
    for (const area of setting.leftOutAreas) {
      const key = area.sheet.toLowerCase();
      const before = this.#leftOut.get(key);
      if (before === undefined) this.#leftOut.set(key, [area]);
      else before.push(area);
    }
  }

  get #leavesOut(): boolean {
    const { leftOutSheets, leftOutAreas } = this.#setting;
    return leftOutSheets.size > 0 || leftOutAreas.length > 0;
  }

  /** Words, in capitals, of which a formula must hold one for anything to become of it; null: any may change. */
  get words(): readonly string[] | null {
    if (this.#leavesOut || this.#droppedWords.size > MOST_WORDS) return null;
    return [...CALL_WORDS, BLOCK_WORD, ...this.#droppedWords];
  }

  /** From now on formulas that use the name become values. */
  drop(name: { readonly name: string; readonly sheet: string | null }): void {
    this.#droppedNames.add(nameKey(name));
    this.#droppedWords.add(name.name.toUpperCase());
  }

  isDropped(name: { readonly name: string; readonly sheet: string | null }): boolean {
    return this.#droppedNames.has(nameKey(name));
  }

  /** The formula at the top left of this block becomes a value: nobody can ask for its block by its cell any more. */
  noteFrozenBlock(sheet: string, block: Area): void {
    const key = sheet.toLowerCase();
    this.#frozenBlocks.set(key, [...(this.#frozenBlocks.get(key) ?? []), block]);
  }

  /** What becomes of a name's formula: what it refers to may be blank, but not removed. */
  judgeName(name: DefinedName): Judgement {
    return this.#judge(name.text, { sheet: name.sheet ?? "", row: 0, column: 0 }, true);
  }

  judge(formula: string, place: FormulaPlace): Judgement {
    return this.#judge(formula, place, false);
  }

  /** Whether the value of a formula would disclose what is left out. */
  disclosesLeftOut(formula: string, place: FormulaPlace): boolean {
    return this.#leavesOut && this.#refersToDisclosing(tokenize(formula), place, DEEPEST_NAME);
  }

  #judge(formula: string, place: FormulaPlace, isName: boolean): Judgement {
    if (!this.#leavesOut && !this.mayConcern(formula)) return KEEP;
    const tokens = tokenize(formula);
    const dependency = this.#dependsOn(tokens, place, isName);
    if (dependency !== null) return { kind: "freeze", why: dependency };
    const anchored = this.#withoutAnchors(tokens, place);
    const [call] = mayCall(formula) ? findCalls(anchored) : [];
    if (call === undefined) {
      const text = textOf(anchored);
      return text === formula ? KEEP : { kind: "rewrite", text, was: "anchor" };
    }
    if (this.#translations === null) return { kind: "freeze", why: { kind: "call" } };
    const plain = this.#translations.of(anchored, place);
    if (plain.kind === "value")
      return { kind: "freeze", why: { kind: "noPlain", call: call.name, why: plain.why } };
    const only = plain.rows[0]?.[0];
    return plain.rows.length === 1 && plain.rows[0]?.length === 1 && only !== undefined
      ? { kind: "rewrite", text: only, was: plain.alone ? "call" : "formulaWithCalls" }
      : { kind: "spread", rows: plain.rows };
  }

  /** Whether the only thing that counts is that a formula calls the add-in: nothing is left out, translated or dropped. */
  get onlyCalls(): boolean {
    return !this.#leavesOut && this.#translations === null && this.#droppedNames.size === 0;
  }

  /** Whether a formula may have to change, judged by the words in it alone. */
  mayConcern(formula: string): boolean {
    const upper = formula.toUpperCase();
    return (
      mayCall(formula) ||
      upper.includes(BLOCK_WORD) ||
      this.#droppedWords.size > MOST_WORDS ||
      [...this.#droppedWords].some((word) => upper.includes(word))
    );
  }

  /** What the formula depends on that is not in the copy; null where it can stay. */
  #dependsOn(tokens: readonly Token[], place: FormulaPlace, isName: boolean): FreezeReason | null {
    const { references, mentions } = findReferences(tokens);
    let found: FreezeReason | null = null;
    for (const mention of mentions) {
      if (mention.kind !== "name") continue;
      const name = findName(this.#setting.book, mention.name, mention.sheet ?? place.sheet);
      if (name !== undefined && this.isDropped(name)) found = { kind: "name", name: mention.name };
    }
    if (!this.#leavesOut) return found;
    if (!isName && this.#refersToDisclosing(tokens, place, DEEPEST_NAME))
      return { kind: "leftOut", discloses: true };
    const isGone = (sheet: string, area: Area): boolean =>
      isName ? this.#setting.leftOutSheets.has(sheet.toLowerCase()) : this.isLeftOut(sheet, area);
    const dependsOnGone =
      references.some(({ sheet, area }) => isGone(sheet ?? place.sheet, area)) ||
      mentions.some((mention) => {
        if (mention.kind === "name") return false;
        const found = mention.kind === "table" ? this.#areaOfTable(mention, place) : undefined;
        // Where it is unknown what a formula refers to, it may refer to anything.
        return found === undefined ? !isName : isGone(found.sheet, found.area);
      });
    return dependsOnGone ? { kind: "leftOut", discloses: false } : found;
  }

  /** Whether a name's formula refers to such values, as far as is known. */
  #nameRefersToDisclosing(name: DefinedName, place: FormulaPlace, depth: number): boolean {
    // A name of the workbook may mean a cell of the sheet that uses it.
    const key = `${nameKey(name)} ${place.sheet.toLowerCase()}`;
    const known = this.#disclosingNames.get(key);
    if (known !== undefined) return known;
    // Of names that lead back to themselves, or too far, it is unknown what they refer to.
    this.#disclosingNames.set(key, this.#anyDiscloses);
    if (depth === 0) return this.#anyDiscloses;
    const discloses = this.#refersToDisclosing(
      tokenize(name.text),
      { ...place, row: -1 },
      depth - 1,
    );
    this.#disclosingNames.set(key, discloses);
    return discloses;
  }

  /** Whether a formula, or a name that it uses, refers to values that disclose what is left out. */
  #refersToDisclosing(tokens: readonly Token[], place: FormulaPlace, depth: number): boolean {
    const { references, mentions } = findReferences(tokens);
    return (
      references.some(({ sheet, area }) => this.#discloses(sheet ?? place.sheet, area)) ||
      mentions.some((mention) => {
        switch (mention.kind) {
          case "name": {
            const name = findName(this.#setting.book, mention.name, mention.sheet ?? place.sheet);
            return name !== undefined && this.#nameRefersToDisclosing(name, place, depth);
          }
          case "table": {
            const found = this.#areaOfTable(mention, place);
            return found === undefined
              ? this.#anyDiscloses
              : this.#discloses(found.sheet, found.area);
          }
          case "severalSheets":
          case "computed":
            return this.#anyDiscloses;
        }
      })
    );
  }

  get #anyDiscloses(): boolean {
    return this.#setting.leftOutAreas.some(({ discloses }) => discloses);
  }

  #areaOfTable(
    { table: name, columns }: { readonly table: string; readonly columns: string },
    { row }: FormulaPlace,
  ): { readonly sheet: string; readonly area: Area } | undefined {
    const table = findTable(this.#setting.book, name);
    // Within a name, "this row" is that of whoever uses it: any of the table's.
    const asked = row < 0 ? columns.replace(/\[#This Row\]\s*,?/giu, "") : columns;
    const area = table && tableArea(table, asked, row);
    return table === undefined || area === undefined ? undefined : { sheet: table.sheet, area };
  }

  /** Whether the values of these cells disclose what is left out. */
  #discloses(sheet: string, area: Area): boolean {
    const key = sheet.toLowerCase();
    const isLeftOut =
      this.#leftOut.get(key)?.some((left) => left.discloses && overlap(left.area, area)) ?? false;
    if (isLeftOut || this.#disclosingCells.size === 0) return isLeftOut;
    const last = lastCellOf(area);
    for (let { column } = area; column <= Math.min(last.column, LAST_COLUMN); column += 1) {
      const rows = this.#disclosingCells.get(`${key}!${column}`);
      if (rows !== undefined && rows.top <= last.row && rows.bottom >= area.row) return true;
    }
    return false;
  }

  /** From now on names are followed again: what they refer to may disclose more than before. */
  followNamesAnew(): void {
    this.#disclosingNames.clear();
  }

  /** Records a formula whose value discloses what is left out; true where that was not known yet. */
  noteDisclosing({ sheet, row, column }: FormulaPlace): boolean {
    const key = `${sheet.toLowerCase()}!${column}`;
    const rows = this.#disclosingCells.get(key);
    if (rows !== undefined && rows.top <= row && rows.bottom >= row) return false;
    this.#disclosingCells.set(key, {
      top: Math.min(row, rows?.top ?? row),
      bottom: Math.max(row, rows?.bottom ?? row),
    });
    return true;
  }

  /** Whether any of these cells is not in the copy. */
  isLeftOut(sheet: string, area: Area): boolean {
    const key = sheet.toLowerCase();
    return (
      this.#setting.leftOutSheets.has(key) ||
      (this.#leftOut.get(key)?.some((left) => overlap(left.area, area)) ?? false)
    );
  }

  /** `A1#` of a block that is now values becomes the block's address. */
  #withoutAnchors(tokens: readonly Token[], { sheet: here }: FormulaPlace): readonly Token[] {
    if (!tokens.some(({ kind, text }) => kind === "name" && WHOLE_ANCHOR.test(text))) return tokens;
    if (this.#setting.blocksUnknown === true) throw new AsksForBlock();
    const result: Token[] = [];
    let done = 0;
    for (const { start, end, bare, sheet, area } of findReferences(tokens).references) {
      const name = tokens[start - 2];
      const isAnchor = name?.kind === "name" && WHOLE_ANCHOR.test(name.text);
      if (!isAnchor || tokens[start - 1]?.text !== "(" || tokens[end]?.text !== ")") continue;
      const block = this.#frozenBlocks
        .get((sheet ?? here).toLowerCase())
        ?.find((each) => each.row === area.row && each.column === area.column);
      if (block === undefined) continue;
      result.push(...tokens.slice(done, start - 2), ...tokens.slice(start, bare));
      result.push(...tokenize(formatAbsoluteArea(block)));
      done = end + 1;
    }
    return [...result, ...tokens.slice(done)];
  }
}
