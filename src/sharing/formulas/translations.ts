import type { BookFacts } from "./book";
import { fill, shapeOf, templateOf, type Shape, type Template } from "./shapes";
import type { Token } from "./tokenize";
import { translateFormula, type Translate, type Translation } from "./translate";
import type { FormulaPlace } from "./areas";

type Formulas = Extract<Translation, { kind: "formulas" }>;

/** What became of a formula, for all of its shape. */
type Remembered =
  | {
      readonly kind: "formulas";
      readonly rows: readonly (readonly Template[])[];
      readonly alone: boolean;
    }
  | Extract<Translation, { kind: "value" }>
  /** Each of them is translated by itself. */
  | null;

/** More shapes than a workbook has, unless it is malicious; the longest takes a few ten kilobytes. */
const MOST_SHAPES = 1_000;

/** Translates the formulas of a workbook. Columns of one formula filled down are translated once. */
export class Translations {
  readonly #book: BookFacts;
  readonly #translate: Translate;
  readonly #known = new Map<string, Remembered>();

  constructor(book: BookFacts, translate: Translate) {
    this.#book = book;
    this.#translate = translate;
  }

  of(tokens: readonly Token[], place: FormulaPlace): Translation {
    const shape = shapeOf(tokens);
    if (shape === null) return this.#afresh(tokens, place);
    // A sheet may have names of its own, so that one formula means two things.
    const key = `${place.sheet}!${shape.key}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      const translation = this.#afresh(tokens, place);
      known = this.#generalize(translation, tokens, place, shape);
      if (this.#known.size >= MOST_SHAPES) this.#known.clear();
      this.#known.set(key, known);
      return translation;
    }
    if (known === null) return this.#afresh(tokens, place);
    return known.kind === "value" ? known : filled(known, shape);
  }

  #afresh(tokens: readonly Token[], place: FormulaPlace): Translation {
    return translateFormula(tokens, this.#book, this.#translate, place);
  }

  /** The translation with its addresses left open; null where they cannot be distinguished from everything else. */
  #generalize(
    translation: Translation,
    tokens: readonly Token[],
    place: FormulaPlace,
    shape: Shape,
  ): Remembered {
    if (translation.kind === "value") return translation;
    const open = translateFormula(tokens, this.#book, this.#translate, place, shape.written);
    if (open.kind === "value") return null;
    const rows = open.rows.map((row) => row.map((text) => templateOf(text, shape)));
    const remembered = { kind: "formulas", rows, alone: open.alone } as const;
    const isTrue = JSON.stringify(filled(remembered, shape)) === JSON.stringify(translation);
    return isTrue ? remembered : null;
  }
}

function filled(
  { rows, alone }: Extract<Remembered, { kind: "formulas" }>,
  { addresses }: Shape,
): Formulas {
  return {
    kind: "formulas",
    rows: rows.map((row) => row.map((template) => fill(template, addresses))),
    alone,
  };
}
