import type { Area } from "../../grid";
import { findReferences } from "./references";
import type { Token } from "./tokenize";
import type { Written } from "./translate";

/**
 * A formula without the addresses in it: "B2*CS.TIER(C2)" and "B3*CS.TIER(C3)" have one shape. In the place of each
 * address stands a character of its own as often as the address is long, so that lengths stay true.
 */
export interface Shape {
  /** The same for all formulas of the shape, and for no others. */
  readonly key: string;
  /** The addresses, in their order. */
  readonly addresses: readonly string[];
  readonly written: Written;
}

/** A text in which addresses are left open: pieces, and after each the number of an address. */
export interface Template {
  readonly pieces: readonly string[];
  readonly places: readonly number[];
}

const FIRST = 0xe000;
/** Formulas with more addresses are too rare to be remembered. */
const MOST_ADDRESSES = 64;
/** Characters that stand for addresses and for the ends of their sizes: no formula is expected to hold one. */
const STAND_INS = /[\ue000-\uf8ff]/u;
const RUN = /([\ue000-\ue03f])\1*/gu;
const SIZE = "\uf000";

function standIn(index: number): string {
  return String.fromCharCode(FIRST + index);
}

function sizeOf({ rows, columns }: Area): string {
  return `${SIZE}${rows},${columns}${SIZE}`;
}

/** The shape of a formula; null where it has none that is worth remembering. */
export function shapeOf(tokens: readonly Token[]): Shape | null {
  const { references } = findReferences(tokens);
  if (references.length > MOST_ADDRESSES) return null;
  const addresses: string[] = [];
  const written = new Map<Token, string>();
  let key = "";
  let done = 0;
  for (const { bare, end, area } of references) {
    for (; done < bare; done += 1) key += tokens[done]?.text ?? "";
    let address = "";
    for (; done < end; done += 1) address += tokens[done]?.text ?? "";
    if (STAND_INS.test(address)) return null;
    const run = standIn(addresses.length).repeat(address.length);
    addresses.push(address);
    tokens.slice(bare, end).forEach((token, index) => written.set(token, index === 0 ? run : ""));
    key += run + sizeOf(area);
  }
  const rest = tokens.slice(done);
  for (const { text } of rest) key += text;
  return tokens.some(({ text }) => STAND_INS.test(text)) ? null : { key, addresses, written };
}

/** The template of a text that was written with the stand-ins of a shape. */
export function templateOf(text: string, { addresses }: Shape): Template {
  const pieces: string[] = [];
  const places: number[] = [];
  let done = 0;
  for (const found of text.matchAll(RUN)) {
    const [run, sign = ""] = found;
    const index = sign.charCodeAt(0) - FIRST;
    const { length } = addresses[index] ?? run;
    pieces.push(text.slice(done, found.index));
    // An address that stands twice without anything between makes one run.
    for (let rest = run.length; rest > 0; rest -= length) {
      if (rest < run.length) pieces.push("");
      places.push(index);
    }
    done = found.index + run.length;
  }
  pieces.push(text.slice(done));
  return { pieces, places };
}

export function fill({ pieces, places }: Template, addresses: readonly string[]): string {
  const texts = [pieces[0]];
  for (let at = 0; at < places.length; at += 1)
    texts.push(addresses[places[at] ?? 0], pieces[at + 1]);
  return texts.join("");
}
