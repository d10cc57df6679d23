import { XmlScanner, type Listener, type Span } from "./scanner";

/** What a patch may do to the document while it is told of it. */
export interface Pen {
  /** As the document has it. The span must not lie before what is held. */
  source(span: Span): string;
  /** Writes `text` in place of the span. Spans must not cross; one inside of another is dropped. */
  replace(span: Span, text: string): void;
  /** From here on the document can still be changed; null: nothing more is needed. One at a time. */
  hold(offset: number | null): void;
}

export type PatchMaker = (pen: Pen) => Listener;

/** A document on its way through: text in, the same text with the changes of a patch out. */
export interface TextTransform {
  write(text: string): string;
  end(): string;
  /** Whether anything was changed so far. */
  readonly changed: boolean;
}

interface Edit extends Span {
  readonly text: string;
}

class Patch implements TextTransform, Pen {
  readonly #scanner: XmlScanner;
  #edits: Edit[] = [];
  #held: number | null = null;
  #released = 0;
  changed = false;

  constructor(part: string, make: PatchMaker) {
    this.#scanner = new XmlScanner(part, make(this));
  }

  source(span: Span): string {
    return this.#scanner.slice(span);
  }

  replace({ start, end }: Span, text: string): void {
    if (start < this.#released) throw new Error("This stretch of the document has been let go");
    this.#edits.push({ start, end, text });
  }

  hold(offset: number | null): void {
    this.#held = offset;
  }

  write(text: string): string {
    this.#scanner.write(text);
    return this.#flush();
  }

  end(): string {
    this.#scanner.end();
    this.#held = null;
    return this.#flush();
  }

  #flush(): string {
    const until = Math.min(this.#held ?? Infinity, this.#scanner.settled);
    const now: Edit[] = [];
    const later: Edit[] = [];
    for (const edit of this.#edits) (edit.end <= until ? now : later).push(edit);
    this.#edits = later;
    // The longer of two that begin together comes first, and swallows the other.
    now.sort((one, other) => one.start - other.start || other.end - one.end);
    let output = "";
    for (const { start, end, text } of now) {
      if (start < this.#released) continue;
      output += this.#scanner.release(start);
      const before = this.#scanner.release(end);
      this.#released = end;
      if (before !== text) this.changed = true;
      output += text;
    }
    if (until > this.#released) {
      output += this.#scanner.release(until);
      this.#released = until;
    }
    return output;
  }
}

export function createPatch(part: string, make: PatchMaker): TextTransform {
  return new Patch(part, make);
}

/** The text of a part that is read as a whole, patched. */
export function patchText(part: string, text: string, make: PatchMaker): string {
  const patch = createPatch(part, make);
  return patch.write(text) + patch.end();
}
