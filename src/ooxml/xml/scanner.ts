import { SaxesParser, type SaxesTagPlain } from "saxes";
import { FileRefusal } from "../refusal";

/** A stretch of a document: offsets of its first character and after its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An opening tag; `<a/>` opens and closes at the same span. */
export interface OpenTag {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  /** By name as written. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly selfClosing: boolean;
}

/** Listeners to what a document holds, in its order. */
export interface Listener {
  readonly open?: (tag: OpenTag, span: Span) => void;
  readonly text?: (text: string, span: Span) => void;
  readonly close?: (local: string, span: Span) => void;
}

/** No part nests deeper, unless it is malicious. */
const DEEPEST = 200;

export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

const CDATA = "<![CDATA[";
/** What begins like a tag and is none, with its end. */
const NO_TAGS = [
  ["<!--", "-->"],
  [CDATA, "]]>"],
  ["<?", "?>"],
] as const;
const LESS_THAN = 0x3c;
const EXCLAMATION_MARK = 0x21;
const QUESTION_MARK = 0x3f;

/**
 * Reads a document piece by piece and reports where each thing stands. Nothing is fetched or expanded: a
 * document type is refused.
 */
export class XmlScanner {
  readonly #parser = new SaxesParser<{ xmlns: false; position: false }>({
    xmlns: false,
    position: false,
  });
  readonly #part: string;
  readonly #listener: Listener;
  /** The text that is not finished with, and where it begins in the document. */
  #held = "";
  #base = 0;
  /** After the last tag. */
  #settled = 0;
  #text = "";
  #hasText = false;
  #depth = 0;

  constructor(part: string, listener: Listener) {
    this.#part = part;
    this.#listener = listener;
    const parser = this.#parser;
    // Each handler is a property more; from the eighth on engines keep the parser's properties in a table and
    // are ten times slower. So nothing listens to declarations, comments and instructions.
    parser.on("error", () => {
      throw new FileRefusal("badXml", part);
    });
    parser.on("doctype", () => {
      throw new FileRefusal("documentType", part);
    });
    parser.on("opentag", (tag) => this.#open(tag));
    parser.on("closetag", (tag) => this.#close(tag));
    parser.on("text", (text) => {
      this.#text += text;
      this.#hasText = true;
    });
    parser.on("cdata", (text) => {
      this.#text += text;
      this.#hasText = true;
    });
  }

  /** Text from `start` on that has been read but not released. */
  slice({ start, end }: Span): string {
    return this.#held.slice(start - this.#base, end - this.#base);
  }

  /** Up to where everything has been reported. */
  get settled(): number {
    return this.#settled;
  }

  write(text: string): void {
    this.#held += text;
    this.#parser.write(text);
  }

  end(): void {
    this.#parser.close();
    this.#settled = this.#base + this.#held.length;
  }

  /** Releases the text before `offset` and gives it. */
  release(offset: number): string {
    const text = this.#held.slice(0, offset - this.#base);
    this.#held = this.#held.slice(offset - this.#base);
    this.#base = offset;
    return text;
  }

  #open(tag: SaxesTagPlain): void {
    const span = this.#tagSpan();
    if (this.#depth === 0) this.#checkEncoding();
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new FileRefusal("badXml", this.#part);
    this.#tellText(span.start);
    this.#settled = span.end;
    this.#listener.open?.(
      {
        name: tag.name,
        local: localName(tag.name),
        attributes: tag.attributes,
        selfClosing: tag.isSelfClosing,
      },
      span,
    );
  }

  #checkEncoding(): void {
    const { encoding } = this.#parser.xmlDecl;
    if (encoding !== undefined && !/^(?:utf-?8|utf-?16|us-ascii)$/iu.test(encoding))
      throw new FileRefusal("badXml", this.#part);
  }

  #close(tag: SaxesTagPlain): void {
    this.#depth -= 1;
    if (tag.isSelfClosing) {
      const end = this.#parser.position;
      this.#listener.close?.(localName(tag.name), { start: end, end });
      return;
    }
    const span = this.#tagSpan();
    this.#tellText(span.start);
    this.#settled = span.end;
    this.#listener.close?.(localName(tag.name), span);
  }

  /** The tag that ends here; what stands between the last one and it may hold comments and CDATA. */
  #tagSpan(): Span {
    const end = this.#parser.position;
    const from = this.#settled - this.#base;
    let start = this.#held.indexOf("<", from);
    while (start >= 0) {
      const skipped = this.#skip(start);
      if (skipped === start) break;
      start = this.#held.indexOf("<", skipped);
    }
    if (start < 0) throw new FileRefusal("badXml", this.#part);
    return { start: this.#base + start, end };
  }

  /** After a comment, CDATA or instruction at this place; the place itself where there is a tag. */
  #skip(at: number): number {
    const sign = this.#held.charCodeAt(at + 1);
    if (sign !== EXCLAMATION_MARK && sign !== QUESTION_MARK) return at;
    for (const [opening, closing] of NO_TAGS)
      if (this.#held.startsWith(opening, at))
        return this.#held.indexOf(closing, at + opening.length) + closing.length;
    return at;
  }

  /** After all comments and instructions that follow each other from this place on. */
  #skipAll(from: number): number {
    let at = from;
    while (this.#held.charCodeAt(at) === LESS_THAN && !this.#held.startsWith(CDATA, at)) {
      const skipped = this.#skip(at);
      if (skipped === at) break;
      at = skipped;
    }
    return at;
  }

  #tellText(end: number): void {
    if (!this.#hasText) return;
    const text = this.#text;
    this.#text = "";
    this.#hasText = false;
    this.#listener.text?.(text, {
      start: this.#base + this.#skipAll(this.#settled - this.#base),
      end,
    });
  }
}
