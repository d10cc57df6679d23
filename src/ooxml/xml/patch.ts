import { XmlScanner, type Listener, type Span } from "./scanner";

/** What a patch may do to the document while it listens to it. */
export interface Pen {
  /** As the document has it. The span must not lie before what is held. */
  source(span: Span): string;
  /** Writes `text` in place of the span. Spans must not cross; one inside of another is dropped. */
  replace(span: Span, text: string): void;
  /** From here on the document can still be changed; null: nothing more is needed. One at a time. */
  hold(offset: number | null): void;
}

export type PatchMaker = (pen: Pen) => Listener;

/** A document on its way through: text in, the same text with the changes of a patch out, in pieces. */
export interface TextTransform {
  write(text: string): readonly string[];
  end(): readonly string[];
  /** Whether anything was changed so far. */
  readonly changed: boolean;
}

interface Edit extends Span {
  readonly text: string;
}

/** One listener for all of them, in their order. */
function together(listeners: readonly Listener[]): Listener {
  const [only] = listeners;
  if (only !== undefined && listeners.length === 1) return only;
  return {
    open: (tag, span) => {
      for (const listener of listeners) listener.open?.(tag, span);
    },
    text: (text, span) => {
      for (const listener of listeners) listener.text?.(text, span);
    },
    close: (local, span) => {
      for (const listener of listeners) listener.close?.(local, span);
    },
  };
}

class Patch implements TextTransform {
  readonly #scanner: XmlScanner;
  #edits: Edit[] = [];
  /** What each of the makers holds. */
  readonly #held: (number | null)[];
  #released = 0;
  changed = false;

  constructor(part: string, makers: readonly PatchMaker[]) {
    this.#held = makers.map(() => null);
    this.#scanner = new XmlScanner(
      part,
      together(makers.map((make, index) => make(this.#penOf(index)))),
    );
  }

  #penOf(index: number): Pen {
    return {
      source: (span) => this.#scanner.slice(span),
      replace: ({ start, end }, text) => {
        if (start < this.#released) throw new Error("This stretch of the document has been let go");
        this.#edits.push({ start, end, text });
      },
      hold: (offset) => {
        this.#held[index] = offset;
      },
    };
  }

  write(text: string): readonly string[] {
    this.#scanner.write(text);
    return this.#flush();
  }

  end(): readonly string[] {
    this.#scanner.end();
    this.#held.fill(null);
    return this.#flush();
  }

  #flush(): readonly string[] {
    const until = Math.min(
      ...this.#held.map((offset) => offset ?? Infinity),
      this.#scanner.settled,
    );
    const now: Edit[] = [];
    const later: Edit[] = [];
    for (const edit of this.#edits) (edit.end <= until ? now : later).push(edit);
    this.#edits = later;
    // The longer of two that begin together comes first, and swallows the other.
    now.sort((one, other) => one.start - other.start || other.end - one.end);
    const output = new Pieces();
    for (const { start, end, text } of now) {
      if (start < this.#released) continue;
      output.push(this.#scanner.slice({ start: this.#released, end: start }));
      output.push(text);
      if (this.#scanner.slice({ start, end }) !== text) this.changed = true;
      this.#released = end;
    }
    if (until > this.#released) {
      output.push(this.#scanner.slice({ start: this.#released, end: until }));
      this.#released = until;
    }
    this.#scanner.release(this.#released);
    return output.end();
  }
}

/** Characters of a piece of output. Engines allocate much longer strings one by one, which is slow. */
const CHUNK_CHARACTERS = 16 * 1024;

/** Texts put together to pieces of a handy length. */
class Pieces {
  readonly #pieces: string[] = [];
  #texts: string[] = [];
  #length = 0;

  push(text: string): void {
    this.#texts.push(text);
    this.#length += text.length;
    if (this.#length >= CHUNK_CHARACTERS) this.#cut();
  }

  #cut(): void {
    this.#pieces.push(this.#texts.join(""));
    this.#texts = [];
    this.#length = 0;
  }

  end(): readonly string[] {
    if (this.#length > 0) this.#cut();
    return this.#pieces;
  }
}

/** The changes of all makers, each of which listens to the document as it is. */
export function createPatch(part: string, makers: readonly PatchMaker[]): TextTransform {
  return new Patch(part, makers);
}
