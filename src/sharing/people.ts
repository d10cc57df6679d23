import { tokenize } from "./formulas/tokenize";
import {
  element,
  escapeXml,
  localName,
  type PatchMaker,
  type Pen,
  type Span,
  withAttributes,
} from "../ooxml";

const SPACES = "[\\s\\u00a0\\u3000]*";
const LATIN = /^[\p{Script=Latin}\p{N}\s.'-]+$/u;

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
}

/** One person under whatever spacing: "刘 洋" is "刘洋", "Ann  Lee" is "Ann Lee". */
function keyOf(name: string): string {
  const plain = name.normalize("NFKC").trim();
  return (
    LATIN.test(plain) ? plain.replace(/\s+/gu, " ") : plain.replace(/\s+/gu, "")
  ).toLowerCase();
}

function patternOf(key: string): string {
  if (!LATIN.test(key)) return [...key].map(escapeForPattern).join(SPACES);
  const words = key.split(" ").map(escapeForPattern).join("\\s+");
  // A name in Latin letters ends where other letters begin: 由Ann填写.
  return `(?<![\\p{Script=Latin}\\p{N}])${words}(?![\\p{Script=Latin}\\p{N}])`;
}

/** Replaces people's names in texts, each person by the same words everywhere. */
export class PeopleNames {
  readonly #numbers = new Map<string, number>();
  readonly #label: string;
  readonly #pattern: RegExp | null;

  /** Names are numbered in the order given. A single letter is only taken where it is the whole text. */
  constructor(names: Iterable<string>, label: string) {
    this.#label = label;
    for (const name of names) {
      const key = keyOf(name);
      // Digits alone name nobody, and stand everywhere.
      if (/\p{L}/u.test(key) && !this.#numbers.has(key))
        this.#numbers.set(key, this.#numbers.size + 1);
    }
    const longest = [...this.#numbers.keys()]
      .filter((key) => [...key].length > 1)
      .sort((one, other) => other.length - one.length);
    this.#pattern =
      longest.length === 0 ? null : new RegExp(longest.map(patternOf).join("|"), "giu");
  }

  get count(): number {
    return this.#numbers.size;
  }

  replace(text: string): string {
    const whole = this.#numbers.get(keyOf(text));
    if (whole !== undefined) return this.#called(whole);
    if (this.#pattern === null) return text;
    return text.replace(this.#pattern, (found) => {
      const number = this.#numbers.get(keyOf(found));
      return number === undefined ? found : this.#called(number);
    });
  }

  #called(number: number): string {
    return `${this.#label}${number}`;
  }
}

/** Attributes that people read, or that say which sheet or word is meant. */
const SPOKEN = new Set(
  `author caption comment descr display displayName error errorTitle location name prompt promptTitle sheet text title
  tooltip totalsRowLabel uniqueName user userId userName v val`.split(/\s+/u),
);
const FORMULA_ATTRIBUTES = new Set(["location", "textlink", "cellRange", "fmlaLink", "fmlaRange"]);
const FORMULAS = new Set([
  "f",
  "formula",
  "formula1",
  "formula2",
  "definedName",
  "calculatedColumnFormula",
  "totalsRowFormula",
  "sqref",
]);

/** Names within a formula: in its texts and its sheets, never in the words that it calculates with. */
function replaceInFormula(formula: string, names: PeopleNames): string {
  const tokens = tokenize(formula);
  return tokens
    .map(({ kind, text }, index) => {
      if (kind === "text" || kind === "sheet")
        return text.charAt(0) + names.replace(text.slice(1, -1)) + text.charAt(0);
      const isWord =
        kind === "name" && tokens[index + 1]?.text !== "(" && /[^\p{ASCII}]/u.test(text);
      return isWord || kind === "bracket" ? names.replace(text) : text;
    })
    .join("");
}

/** Letters of no programming language: a value with any of them is no word of the format's own. */
const FOREIGN = /[^\p{ASCII}]/u;

function replaceInAttribute(key: string, value: string, names: PeopleNames): string {
  const local = localName(key);
  if (key.startsWith("xmlns") || (!SPOKEN.has(local) && !FOREIGN.test(value))) return value;
  return FORMULA_ATTRIBUTES.has(local) ? replaceInFormula(value, names) : names.replace(value);
}

/** Addresses outside of the file, such as of mails and folders, write letters in escapes. */
function replaceInAddress(address: string, names: PeopleNames): string {
  let plain = address;
  try {
    plain = decodeURI(address);
  } catch {
    // What is no address is read as it stands.
  }
  const replaced = names.replace(plain);
  return replaced === plain ? address : encodeURI(replaced);
}

/** Elements whose text may be cut into runs, so that a name can begin in one and end in another. */
const RUNS = new Set(["si", "is", "text"]);
const RUN = new Set(["r", "rPh"]);

/** Replaces names in a part that is no XML, such as drawings with tags that are never closed. */
export function replaceInText(text: string, names: PeopleNames): string {
  return text.replace(/(^|>)([^<]+)/gu, (_, before: string, words: string) => {
    const replaced = names.replace(words);
    return before + replaced;
  });
}

/** Replaces names in all texts and attributes of a part. */
export function patchPeople(names: PeopleNames): PatchMaker {
  return (pen: Pen) => {
    const path: string[] = [];
    let item: { readonly name: string; readonly tag: Span; text: string; runs: boolean } | null =
      null;
    return {
      open: ({ name, local, attributes, selfClosing }, span) => {
        path.push(local);
        const isOutside = local === "Relationship" && attributes["TargetMode"] === "External";
        const changed = Object.entries(attributes).flatMap(([key, value]) => {
          const replaced =
            isOutside && key === "Target"
              ? replaceInAddress(value, names)
              : replaceInAttribute(key, value, names);
          return replaced === value ? [] : [[key, replaced] as const];
        });
        if (changed.length > 0)
          pen.replace(span, withAttributes(pen.source(span), Object.fromEntries(changed)));
        if (item === null && RUNS.has(local) && !selfClosing) {
          item = { name, tag: span, text: "", runs: false };
          pen.hold(span.start);
        } else if (item !== null && RUN.has(local)) item.runs = true;
      },
      text: (text, span) => {
        if (item !== null && path.at(-1) === "t" && !path.includes("rPh")) item.text += text;
        const isFormula = FORMULAS.has(path.at(-1) ?? "");
        const replaced = isFormula ? replaceInFormula(text, names) : names.replace(text);
        if (replaced !== text) pen.replace(span, escapeXml(replaced));
      },
      close: (local, span) => {
        path.pop();
        if (item === null || !RUNS.has(local)) return;
        const { name, tag, text, runs } = item;
        item = null;
        const replaced = names.replace(text);
        if (runs && replaced !== text) {
          const prefix = name.slice(0, name.length - local.length);
          const plain = element(`${prefix}t`, { "xml:space": "preserve" }, escapeXml(replaced));
          pen.replace({ start: tag.end, end: span.start }, plain);
        }
        pen.hold(null);
      },
    };
  };
}
