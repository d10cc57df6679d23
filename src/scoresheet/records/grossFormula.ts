// What a formula of gross pay adds up: sums, differences and SUM over cells of its own row.
import { columnIndex } from "../../grid";

/** The columns that a formula adds, each with how often (−1: it is taken off). */
export type GrossTerms = ReadonlyMap<number, number>;

interface GrossContext {
  /** The row that the formula stands in, from 0. */
  readonly row: number;
  /** The column under a heading, for references of tables: [@底薪]. */
  readonly columnOf: (heading: string) => number | undefined;
}

const CELL = /^\$?([A-Z]{1,3})\$?(\d+)/iu;
const NUMBER = /^\d+(?:\.\d+)?/u;
const NAME = /^(SUM|ROUND|ROUNDUP|ROUNDDOWN|N)\(/iu;
const TABLE = /^(?:[\p{L}_][\p{L}\p{N}_.]*)?\[(?:@|\[#ThisRow\],)/iu;
const LONGEST_FORMULA = 2_000;

/** Reads a formula from left to right; throws nothing, but gives up with null at whatever it does not know. */
class GrossReader {
  #at = 0;
  readonly terms = new Map<number, number>();

  readonly #text: string;
  readonly #context: GrossContext;

  constructor(text: string, context: GrossContext) {
    this.#text = text;
    this.#context = context;
  }

  get rest(): string {
    return this.#text.slice(this.#at);
  }

  #take(sign: string): boolean {
    if (!this.rest.startsWith(sign)) return false;
    this.#at += sign.length;
    return true;
  }

  #add(column: number, times: number): void {
    this.terms.set(column, (this.terms.get(column) ?? 0) + times);
  }

  /** term (± term)*; false where it cannot be followed. */
  sum(times: number): boolean {
    let sign = times;
    if (this.#take("-")) sign = -times;
    else this.#take("+");
    if (!this.#term(sign)) return false;
    for (;;) {
      if (this.#take("+")) sign = times;
      else if (this.#take("-")) sign = -times;
      else return true;
      if (!this.#term(sign)) return false;
    }
  }

  #term(times: number): boolean {
    if (this.#take("(")) return this.sum(times) && this.#take(")");
    const name = NAME.exec(this.rest)?.[1]?.toUpperCase();
    if (name !== undefined) {
      this.#at += name.length + 1;
      return name === "SUM" ? this.#list(times) : this.#rounded(times);
    }
    return this.#reference(times);
  }

  /** The arguments of SUM: sums, cells and ranges of the row. */
  #list(times: number): boolean {
    do {
      if (!this.sum(times)) return false;
    } while (this.#take(","));
    return this.#take(")");
  }

  /** ROUND(sum, digits): what it rounds to makes no difference to what is added. */
  #rounded(times: number): boolean {
    if (!this.sum(times)) return false;
    if (this.#take(",")) {
      const digits = NUMBER.exec(this.rest)?.[0];
      if (digits === undefined) return false;
      this.#at += digits.length;
    }
    return this.#take(")");
  }

  #reference(times: number): boolean {
    if (TABLE.test(this.rest)) return this.#tableReference(times);
    const first = this.#cell();
    if (first === null) return false;
    if (!this.#take(":")) {
      this.#add(first, times);
      return true;
    }
    const last = this.#cell();
    if (last === null || last < first) return false;
    for (let column = first; column <= last; column += 1) this.#add(column, times);
    return true;
  }

  /** A cell of the formula's own row. */
  #cell(): number | null {
    const match = CELL.exec(this.rest);
    if (match === null || Number(match[2]) !== this.#context.row + 1) return null;
    this.#at += match[0].length;
    return columnIndex(match[1] ?? "");
  }

  /** [@底薪], 表1[@[底薪]:[奖金]], 表1[[#This Row],[底薪]]; white space is gone. */
  #tableReference(times: number): boolean {
    const end = closingBracket(this.rest);
    if (end < 0) return false;
    const inside = this.rest
      .slice(this.rest.indexOf("[") + 1, end)
      .replace(/^\[#ThisRow\],|^@/iu, "");
    this.#at += end + 1;
    const names = [...inside.matchAll(/\[([^[\]]+)\]/gu)].map(([, name = ""]) => name);
    const [from, to = from] = names.length === 0 ? [inside] : names;
    const first = this.#context.columnOf(from ?? "");
    const last = this.#context.columnOf(to ?? "");
    if (first === undefined || last === undefined || last < first) return false;
    for (let column = first; column <= last; column += 1) this.#add(column, times);
    return true;
  }
}

/** Where the bracket that a text opens first is closed; -1 where it is not. */
function closingBracket(text: string): number {
  let depth = 0;
  for (let at = text.indexOf("["); at >= 0 && at < text.length; at += 1) {
    if (text[at] === "[") depth += 1;
    if (text[at] === "]" && --depth === 0) return at;
  }
  return -1;
}

/** What a formula such as =SUM(G5:K5)-L5 adds up; null where it does anything else. */
export function grossTerms(formula: string, context: GrossContext): GrossTerms | null {
  if (!formula.startsWith("=") || formula.length > LONGEST_FORMULA) return null;
  const reader = new GrossReader(formula.slice(1).replace(/\s+/gu, ""), context);
  return reader.sum(1) && reader.rest === "" ? reader.terms : null;
}
