const MEBIBYTE = 1024 * 1024;

/**
 * What a file may be. Parts are read, patched and packed in pieces, so that memory stays near the file itself
 * and its copy, however far they expand.
 */
export const limits = {
  /** Bytes of the file. */
  file: 50 * MEBIBYTE,
  /** Parts of the file. */
  parts: 20_000,
  /** Bytes of one part, expanded; 0.5 GB of cells is beyond what Excel opens. */
  part: 1024 * MEBIBYTE,
  /** Bytes of all parts, expanded. */
  all: 2048 * MEBIBYTE,
  /** Bytes of a part that is read as a whole: everything but sheets and texts. */
  whole: 48 * MEBIBYTE,
  /** A part larger than this … */
  ratioFrom: 16 * MEBIBYTE,
  /** … may not be so many times larger than it is in the file. Sheets stay below 100. */
  ratio: 300,
} as const;
