import type { PlainArgument, PlainFormulas, WhyValue } from "../../formulas";
import { isOneCell, type Area } from "../../grid";
import { areaOf, trim, type FormulaPlace } from "./areas";
import type { BookFacts } from "./book";
import { findCalls, type Call } from "./calls";
import { findReferences } from "./references";
import type { Token } from "./tokenize";

/** Why a call has no plain formula. */
export type NoPlainReason =
  // What the equivalents themselves say.
  | WhyValue
  // What the formula around the call does not allow.
  | "severalValues"
  | "handedOn"
  | "tooManyCells"
  | "computedRange";

export type Translation =
  | {
      readonly kind: "formulas";
      readonly rows: readonly (readonly string[])[];
      /** The formula is nothing but the call. */
      readonly alone: boolean;
    }
  | { readonly kind: "value"; readonly why: NoPlainReason };

/** Gives the equivalent of a call in classic functions. */
export type Translate = PlainFormulas["translate"];

/** The longest formula that a file may hold. */
const LONGEST_FORMULA = 8192;
/** More cells than this are no argument that a formula can name one by one. */
const MOST_CELLS = 20_000;

/** Functions that make one value of many cells. */
const GATHERING = new Set(
  `AND AVERAGE AVERAGEIF AVERAGEIFS COLUMNS COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS HLOOKUP INDEX LARGE LOOKUP
  MATCH MAX MAXIFS MEDIAN MIN MINIFS OR PRODUCT RANK ROUND ROWS SMALL SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT VLOOKUP
  XLOOKUP`.split(/\s+/u),
);

class NoPlainFormula extends Error {
  readonly why: NoPlainReason;

  constructor(why: NoPlainReason) {
    super(why);
    this.why = why;
  }
}

function sizeOf({ rows, columns }: Area): { rows: number; columns: number } {
  return { rows, columns };
}

/** What stands for a token in the translation, where that is not its text. */
export type Written = ReadonlyMap<Token, string>;

const AS_IT_IS: Written = new Map();

class Translator {
  readonly #book: BookFacts;
  readonly #translate: Translate;
  readonly #place: FormulaPlace;
  readonly #written: Written;

  constructor(book: BookFacts, translate: Translate, place: FormulaPlace, written: Written) {
    this.#book = book;
    this.#translate = translate;
    this.#place = place;
    this.#written = written;
  }

  #textOf(tokens: readonly Token[]): string {
    return tokens.map((token) => this.#written.get(token) ?? token.text).join("");
  }

  /** The formulas that stand for a formula: one, or one a cell where a call fills several. */
  formula(tokens: readonly Token[]): Extract<Translation, { kind: "formulas" }> {
    const plain = trim(tokens);
    const [outer] = findCalls(plain);
    if (outer !== undefined && outer.start === 0 && outer.end === plain.length)
      return { kind: "formulas", rows: this.#call(plain, outer), alone: true };
    return { kind: "formulas", rows: [[this.#stretch(plain)]], alone: false };
  }

  /** A stretch of a formula in which each call gives one value. */
  #stretch(tokens: readonly Token[]): string {
    const calls = findCalls(tokens);
    let text = "";
    let done = 0;
    for (const call of calls) {
      if (call.start < done) continue;
      const rows = this.#call(tokens, call);
      const only = rows[0]?.[0];
      if (only === undefined || rows.length > 1 || (rows[0]?.length ?? 0) > 1)
        throw new NoPlainFormula("severalValues");
      // A call within a call is written out several times over: what is too long already grows no further.
      if (only.length > LONGEST_FORMULA) throw new NoPlainFormula("tooLong");
      text += `${this.#textOf(tokens.slice(done, call.start))}(${only})`;
      done = call.end;
    }
    return text + this.#textOf(tokens.slice(done));
  }

  #call(tokens: readonly Token[], call: Call): readonly (readonly string[])[] {
    if (call.arguments === null) throw new NoPlainFormula("handedOn");
    const given = call.arguments.map(({ start, end }) => this.#argument(tokens.slice(start, end)));
    const answer = this.#translate(call.name, given);
    if (answer.kind === "value") throw new NoPlainFormula(answer.why);
    return answer.rows;
  }

  #argument(stretch: readonly Token[]): PlainArgument | null {
    const tokens = trim(stretch);
    if (tokens.length === 0) return null;
    const text = this.#textOf(tokens);
    const area = this.#areaOf(tokens);
    if (area !== undefined) {
      const size = sizeOf(area);
      if (size.rows * size.columns > MOST_CELLS) throw new NoPlainFormula("tooManyCells");
      const single = size.rows === 1 && size.columns === 1;
      return { text, kind: single ? "cell" : "range", ...size };
    }
    if (!this.#givesOneValue(tokens)) throw new NoPlainFormula("computedRange");
    return { text: this.#stretch(tokens), kind: "value", rows: 1, columns: 1 };
  }

  #areaOf(tokens: readonly Token[]): Area | undefined {
    return areaOf(tokens, this.#book, this.#place)?.area;
  }

  #givesOneValue(tokens: readonly Token[]): boolean {
    const gathered = gatheredTokens(tokens);
    if (tokens.some(({ text }) => text === "{")) return false;
    const { references, mentions } = findReferences(tokens);
    const single = (area: Area, at: number): boolean => gathered.has(at) || isOneCell(area);
    return (
      references.every(({ area, bare }) => single(area, bare)) &&
      mentions.every((mention) => {
        if (mention.kind !== "name" && mention.kind !== "table") return false;
        const at = mention.kind === "name" ? mention.at : mention.start;
        const area = this.#areaOf(tokens.slice(at, mention.kind === "name" ? at + 1 : mention.end));
        return area !== undefined && single(area, at);
      })
    );
  }
}

/** Indices of the tokens that stand inside of a function which makes one value of many cells. */
function gatheredTokens(tokens: readonly Token[]): Set<number> {
  const gathered = new Set<number>();
  const open: boolean[] = [];
  tokens.forEach((token, at) => {
    if (token.kind === "operator" && token.text === "(") {
      const before = tokens[at - 1];
      const name =
        before?.kind === "name" ? before.text.toUpperCase().replace(/^_XLFN\./u, "") : "";
      open.push(open.at(-1) === true || GATHERING.has(name));
    } else if (token.kind === "operator" && token.text === ")") open.pop();
    else if (open.at(-1) === true) gathered.add(at);
  });
  return gathered;
}

/** A formula with its calls replaced by classic functions, or why that cannot be. */
export function translateFormula(
  tokens: readonly Token[],
  book: BookFacts,
  translate: Translate,
  place: FormulaPlace,
  written: Written = AS_IT_IS,
): Translation {
  const length = tokens.reduce((sum, { text }) => sum + text.length, 0);
  if (length > LONGEST_FORMULA) return { kind: "value", why: "tooLong" };
  try {
    const plain = new Translator(book, translate, place, written).formula(tokens);
    return plain.rows.some((row) => row.some((text) => text.length > LONGEST_FORMULA))
      ? { kind: "value", why: "tooLong" }
      : plain;
  } catch (error) {
    if (error instanceof NoPlainFormula) return { kind: "value", why: error.why };
    throw error;
  }
}
