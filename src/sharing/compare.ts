import type { Block } from "../formulas";
import { isOneCell, type Area, type Cell } from "../grid";
import { mayHold, type Codec, type PackageStep } from "../ooxml";
import { mapSteps, yieldsAt } from "../steps";
import { areaOf, trim, type AreaOfSheet } from "./formulas/areas";
import { CALL_WORDS, findCalls, mayCall } from "./formulas/calls";
import { FormulaJudge } from "./formulas/judge";
import { tokenize, type Token } from "./formulas/tokenize";
import type { FormulaPlace } from "./formulas/areas";
import { isWitnessSheet } from "./tags";
import type { Comparison, Difference, EvaluateCall, PlainChoice, ShareStep } from "./types";
import { openBook, type Book, type BookSheet } from "./workbook/book";
import { isBlock, SheetFormulas } from "./workbook/formulasOfSheet";
import { isNeverCalculated, shownBy } from "./workbook/patchCells";
import { readStrings } from "./workbook/sharedStrings";
import {
  readStoredCells,
  sharedNumbers,
  withText,
  type CellBudget,
  type StoredCells,
} from "./workbook/storedCells";
import type { CellPlace } from "./workbook/surveySheet";

/** Cells that are kept to be compared: more than decades of scores, and less than memory would not bear. */
const MOST_CELLS = 6_000_000;
/** Amounts are whole fen: what differs by less than half of one shows the same. */
const SAME_YUAN = 0.005;
/** Calls in arguments of calls are followed so far. */
const DEEPEST_CALL = 20;
/** Cells of an argument; beyond it no plain formula is made either. */
const MOST_CELLS_OF_ARGUMENT = 20_000;

class TooLarge extends Error {}

/** A formula that becomes a plain one, and what the file stores in its cell. */
interface Rewritten extends FormulaPlace {
  readonly text: string;
  /** The cells that it fills. */
  readonly block: Area | undefined;
  readonly isUncalculated: boolean;
}

interface ReadSheet extends StoredCells {
  readonly rewritten: readonly Rewritten[];
}

function* readSheet(
  book: Book,
  sheet: BookSheet,
  budget: CellBudget,
): Generator<PackageStep, ReadSheet> {
  const rewritten: Rewritten[] = [];
  const formulas = new SheetFormulas();
  const cells = yield* readStoredCells(book, sheet, budget, (cell) => {
    const text = formulas.of(cell);
    if (text === undefined || !mayCall(text)) return;
    rewritten.push({
      sheet: sheet.name,
      row: cell.row,
      column: cell.column,
      text,
      block: isBlock(cell.formula?.block) ? cell.formula.block : undefined,
      isUncalculated: isNeverCalculated(shownBy(cell)),
    });
  });
  return { ...cells, rewritten };
}

const NUMBER = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu;

/** A number, text or truth value that is written out. */
function literalOf(tokens: readonly Token[]): Cell | undefined {
  const [sign, number] = tokens;
  if (tokens.length === 2 && sign?.text === "-" && number !== undefined && NUMBER.test(number.text))
    return -Number(number.text);
  if (tokens.length !== 1 || sign === undefined) return undefined;
  if (sign.kind === "text") return sign.text.slice(1, -1).replaceAll('""', '"');
  if (NUMBER.test(sign.text)) return Number(sign.text);
  const upper = sign.text.toUpperCase();
  return upper === "TRUE" || upper === "FALSE" ? upper === "TRUE" : undefined;
}

/** Older Excel hands a function 0 for a blank cell, so that it answers 0 where it answers nothing elsewhere. */
const blankOf = (cell: Cell): Exclude<Cell, null> => (cell === null || cell === 0 ? "" : cell);

/** Two values that a reader would not tell apart. */
function showsSame(stored: Cell, computed: Cell): boolean {
  if (typeof stored === "number" && typeof computed === "number")
    return Math.abs(stored - computed) < SAME_YUAN;
  const [one, other] = [blankOf(stored), blankOf(computed)];
  if (typeof one === "object" && typeof other === "object") return one.error === other.error;
  return one === other;
}

class Evaluation {
  readonly #book: Book;
  readonly #evaluate: EvaluateCall;
  readonly #sheets: ReadonlyMap<string, StoredCells>;
  readonly #texts: ReadonlyMap<number, string>;

  constructor(
    book: Book,
    evaluate: EvaluateCall,
    sheets: ReadonlyMap<string, StoredCells>,
    texts: ReadonlyMap<number, string>,
  ) {
    this.#book = book;
    this.#evaluate = evaluate;
    this.#sheets = sheets;
    this.#texts = texts;
  }

  cellAt(sheet: string, row: number, column: number): Cell {
    return withText(this.#sheets.get(sheet.toLowerCase())?.rows[row]?.[column], this.#texts);
  }

  /** What the whole formula gives; null where it is more than a call. */
  of(
    tokens: readonly Token[],
    place: FormulaPlace,
    depth = DEEPEST_CALL,
  ): readonly (readonly Cell[])[] | null {
    const whole = trim(tokens);
    const [call] = findCalls(whole);
    if (call?.start !== 0 || call.end !== whole.length || call.arguments === null || depth === 0)
      return null;
    const blocks: (Block | null)[] = [];
    for (const { start, end } of call.arguments) {
      const block = this.#argument(trim(whole.slice(start, end)), place, depth);
      if (block === undefined) return null;
      blocks.push(block);
    }
    return this.#evaluate(call.name, blocks);
  }

  #argument(
    tokens: readonly Token[],
    place: FormulaPlace,
    depth: number,
  ): Block | null | undefined {
    if (tokens.length === 0) return null;
    const literal = literalOf(tokens);
    if (literal !== undefined) return [[literal]];
    const found = areaOf(tokens, this.#book, place);
    if (found !== undefined) return this.#block(found);
    return this.of(tokens, place, depth - 1) ?? undefined;
  }

  #block({ sheet, area }: AreaOfSheet): Block | undefined {
    if (area.rows * area.columns > MOST_CELLS_OF_ARGUMENT) return undefined;
    return Array.from({ length: area.rows }, (_, down) =>
      Array.from({ length: area.columns }, (__, across) =>
        this.cellAt(sheet, area.row + down, area.column + across),
      ),
    );
  }
}

/** The sheets, in lower case, to which these formulas refer in so many words or by names and tables. */
function sheetsNamed(book: Book, { text, ...place }: Rewritten): readonly string[] {
  const tokens = tokenize(text);
  return findCalls(tokens).flatMap(({ arguments: given }) =>
    (given ?? []).flatMap(({ start, end }) => {
      const found = areaOf(trim(tokens.slice(start, end)), book, place);
      return found === undefined ? [] : [found.sheet.toLowerCase()];
    }),
  );
}

const NOTHING: Comparison = {
  compared: 0,
  differences: [],
  uncalculated: [],
  untold: { count: 0, first: null },
  isTooLarge: false,
};

/**
 * What plain formulas would show in the cells of a workbook, held against what is stored there (rule W8), in steps of some
 * milliseconds. Each is compared by what is stored in the cells that it refers to. Nothing is changed.
 * @throws FileRefusal where no copy could be made.
 */
export function* compareWorkbook(
  bytes: Uint8Array,
  plain: PlainChoice,
  evaluate: EvaluateCall,
  codec: Codec | null = null,
): Generator<ShareStep, Comparison> {
  const book = openBook(bytes, codec);
  const total = book.sheetParts.reduce((sum, { path }) => sum + book.file.sizeOf(path), 1);
  let before = 0;
  const steps = <T>(work: Generator<PackageStep, T>): Generator<ShareStep, T> =>
    mapSteps(work, ({ bytes: read, until }) => {
      const done = Math.min(total, before + read);
      return until === undefined ? { done, total } : { done, total, until };
    });
  try {
    return yield* comparing(book, plain, evaluate, (work, path) =>
      (function* () {
        const result = yield* steps(work);
        if (path !== null) before += book.file.sizeOf(path);
        return result;
      })(),
    );
  } catch (error) {
    if (error instanceof TooLarge) return { ...NOTHING, isTooLarge: true };
    throw error;
  }
}

type Steps = <T>(work: Generator<PackageStep, T>, path: string | null) => Generator<ShareStep, T>;

function* comparing(
  book: Book,
  plain: PlainChoice,
  evaluate: EvaluateCall,
  steps: Steps,
): Generator<ShareStep, Comparison> {
  const budget: CellBudget = { cells: MOST_CELLS, exceeded: () => new TooLarge() };
  const sheets = new Map<string, ReadSheet>();
  const parts = book.sheetParts.filter(({ hasCells, name }) => hasCells && !isWitnessSheet(name));
  const partOf = (name: string): BookSheet | undefined =>
    parts.find((part) => part.name.toLowerCase() === name);
  // Sheets without calls are read only if calls of others look at them.
  for (const part of parts) {
    if (yield* steps(mayHold(book.file, part.path, CALL_WORDS), null))
      sheets.set(part.name.toLowerCase(), yield* steps(readSheet(book, part, budget), part.path));
  }
  const rewritten = [...sheets.values()].flatMap((sheet) => sheet.rewritten);
  const wanted = new Set(rewritten.flatMap((each) => sheetsNamed(book, each)));
  for (const name of wanted) {
    const part = sheets.has(name) ? undefined : partOf(name);
    if (part !== undefined) sheets.set(name, yield* steps(readSheet(book, part, budget), null));
  }
  const texts = yield* steps(readStrings(book, sharedNumbers(sheets.values())), null);
  return yield* held(rewritten, new Evaluation(book, evaluate, sheets, texts), {
    book,
    translate: plain.make(plain.sheet).translate,
    leftOutSheets: new Set(),
    leftOutAreas: [],
  });
}

function* held(
  rewritten: readonly Rewritten[],
  evaluation: Evaluation,
  setting: ConstructorParameters<typeof FormulaJudge>[0],
): Generator<ShareStep, Comparison> {
  const judge = new FormulaJudge(setting);
  const differences: Difference[] = [];
  const uncalculated: Difference[] = [];
  let compared = 0;
  let count = 0;
  let first: CellPlace | null = null;
  for (const [index, each] of rewritten.entries()) {
    if (yieldsAt(index)) yield { done: index, total: rewritten.length };
    const { text, block, isUncalculated, ...place } = each;
    const verdict = judge.judge(text, place);
    if (verdict.kind !== "rewrite" && verdict.kind !== "spread") continue;
    const rows = evaluation.of(tokenize(text), place);
    if (rows === null) {
      count += 1;
      first ??= place;
      continue;
    }
    const filled = block !== undefined && !isOneCell(block) ? block : { rows: 1, columns: 1 };
    for (let down = 0; down < Math.min(rows.length, filled.rows); down += 1)
      for (
        let across = 0;
        across < Math.min(rows[down]?.length ?? 0, filled.columns);
        across += 1
      ) {
        const [row, column] = [place.row + down, place.column + across];
        const computed = rows[down]?.[across] ?? null;
        const stored = evaluation.cellAt(place.sheet, row, column);
        compared += 1;
        const found = { sheet: place.sheet, row, column, anchor: place, stored, computed };
        if (isUncalculated) uncalculated.push(found);
        else if (!showsSame(stored, computed)) differences.push(found);
      }
  }
  return { compared, differences, uncalculated, untold: { count, first }, isTooLarge: false };
}
