import type { DefinedName } from "./formulas/book";
import { findWitness, sharedTextsOf } from "./keptPolicy";
import type { PackageStep } from "../ooxml";
import { isWitnessName } from "./tags";
import type { ShareChoices } from "./types";
import type { Book, BookSheet } from "./workbook/book";

/** The sheet with the copy of the policy settings: no sheet to choose, it is kept or removed with them. */
export class WitnessInCopy {
  readonly sheet: BookSheet | undefined;
  /** Whether it is there and is removed: with the settings, and where people are renamed, since it names some. */
  readonly isRemoved: boolean;
  readonly #book: Book;
  #texts: ReadonlySet<number> = new Set();

  constructor(book: Book, { policy, people }: ShareChoices) {
    const place = findWitness(book);
    this.#book = book;
    this.sheet = place?.sheet;
    this.isRemoved = place !== null && (!policy || people.kind !== "keep");
  }

  /** Finds which shared texts are its own; no cell of HR's shows one of them. */
  *readTexts(): Generator<PackageStep, void> {
    if (this.sheet !== undefined) this.#texts = yield* sharedTextsOf(this.#book, this.sheet);
  }

  /** Whether its cells hold a shared text. */
  holds(text: number): boolean {
    return this.#texts.has(text);
  }

  /** Whether a name is its own, or one that another program has given to something on its sheet. */
  owns({ name, sheet }: DefinedName): boolean {
    return isWitnessName(name) || (sheet !== null && sheet === this.sheet?.name);
  }
}
