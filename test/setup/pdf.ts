// Takes: a PDF. Gives: its pages with every word and where it stands, as pdftotext reads them.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureOffice } from "../../scripts/ensureOffice";
import { readTree, type XmlElement } from "../../src/ooxml";

export interface PdfWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PdfPage {
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly words: readonly PdfWord[];
}

const numberOf = ({ attributes }: XmlElement, name: string): number => Number(attributes[name]);

function elements(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.flatMap((child) =>
    child.local === name ? [child] : elements(child, name),
  );
}

export function readPdf(bytes: Uint8Array): PdfPage[] {
  const folder = mkdtempSync(path.join(tmpdir(), "pdf-"));
  try {
    const file = path.join(folder, "a.pdf");
    writeFileSync(file, bytes);
    const { stdout, status } = spawnSync(ensureOffice().pdftotext, ["-bbox", file, "-"], {
      encoding: "utf8",
      maxBuffer: 100_000_000,
    });
    if (status !== 0) throw new Error("pdftotext cannot read the PDF.");
    const body = stdout.slice(stdout.indexOf("<doc>"), stdout.indexOf("</doc>") + "</doc>".length);
    return elements(readTree("pdf", body), "page").map((page) => ({
      width: numberOf(page, "width"),
      height: numberOf(page, "height"),
      words: elements(page, "word").map((word) => ({
        text: word.text,
        left: numberOf(word, "xMin"),
        right: numberOf(word, "xMax"),
        top: numberOf(word, "yMin"),
        bottom: numberOf(word, "yMax"),
      })),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All words of the pages without what separates them. */
export function textOf(pages: readonly PdfPage[]): string {
  return pages.flatMap(({ words }) => words.map(({ text }) => text)).join("");
}

/** Words printed over one another, as of a row that is too low for its text. */
export function overprinted({ words }: PdfPage): string[] {
  return words.flatMap((one, index) =>
    words.slice(index + 1).flatMap((other) => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      const height = Math.min(one.bottom - one.top, other.bottom - other.top);
      return across > 1 && down > height * 0.4 ? [`${one.text} × ${other.text}`] : [];
    }),
  );
}
