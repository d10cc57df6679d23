import {
  type Listener,
  type PackageStep,
  type PatchMaker,
  patchPiecewise,
  readPiecewise,
  type Span,
} from "../../ooxml";
import { partOfKind, type Book } from "./book";

/** Reports each shared text with its number: the runs joined, phonetic guides left out. */
function listenToTexts(
  wants: (index: number) => boolean,
  onText: (index: number, text: string) => void,
  onItem?: (index: number, span: Span) => void,
): Listener {
  const path: string[] = [];
  let index = -1;
  let start = 0;
  let text = "";
  return {
    open: ({ local }, span) => {
      path.push(local);
      if (local !== "si") return;
      index += 1;
      start = span.start;
      text = "";
    },
    text: (piece) => {
      if (path.at(-1) === "t" && !path.includes("rPh") && wants(index)) text += piece;
    },
    close: (local, span) => {
      path.pop();
      if (local !== "si") return;
      if (wants(index)) onText(index, text);
      onItem?.(index, { start, end: span.end });
    },
  };
}

/** The shared texts of these numbers. */
export function* readStrings(
  book: Book,
  wanted: ReadonlySet<number>,
): Generator<PackageStep, ReadonlyMap<number, string>> {
  const texts = new Map<number, string>();
  const part = partOfKind(book, "sharedStrings");
  if (part === undefined || wanted.size === 0) return texts;
  yield* readPiecewise(
    book.file,
    part,
    listenToTexts(
      (index) => wanted.has(index),
      (index, text) => texts.set(index, text),
    ),
  );
  return texts;
}

/** Empties the shared texts that no cell of the copy shows any more; the numbers of all stay. */
export function* forgetStrings(
  book: Book,
  isUsed: (index: number) => boolean,
): Generator<PackageStep, void> {
  const part = partOfKind(book, "sharedStrings");
  if (part === undefined) return;
  const forget: PatchMaker = (pen) => {
    const listener = listenToTexts(
      () => false,
      () => undefined,
      (index, span) => {
        if (!isUsed(index)) {
          const prefix = /^<([^\s/>]*:)?si/u.exec(pen.source(span))?.[1] ?? "";
          pen.replace(span, `<${prefix}si><${prefix}t/></${prefix}si>`);
        }
        pen.hold(null);
      },
    );
    return {
      ...listener,
      open: (tag, span) => {
        if (tag.local === "si") pen.hold(span.start);
        listener.open?.(tag, span);
      },
    };
  };
  yield* patchPiecewise(book.file, part, [[forget]]);
}
