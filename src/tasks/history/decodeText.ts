// Bytes of a text, whose encoding nothing names, to the text: UTF-8, UTF-16 and GB18030, which holds GBK and GB2312.

const UTF8_MARK = [0xef, 0xbb, 0xbf];
/** Bytes by which texts in two bytes a letter are told. */
const BEGINNING = 4096;
/** Such a text of digits and separators has a zero in every other byte; Chinese letters have none. */
const ZEROS_FROM = 0.2;
/** A character of UTF-8 that was cut off at the end lacks at most so many bytes. */
const CUT_OFF = 3;

function beginsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Which of two bytes is zero where letters have two; null where neither is. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (beginsWith(bytes, [0xff, 0xfe])) return "utf-16le";
  if (beginsWith(bytes, [0xfe, 0xff])) return "utf-16be";
  const zeros = [0, 0];
  const length = Math.min(BEGINNING, bytes.length) & ~1;
  for (let at = 0; at < length; at += 1)
    if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [high = 0, low = 0] = zeros.map((count) => count / (length / 2));
  if (low >= ZEROS_FROM && high < ZEROS_FROM) return "utf-16le";
  return high >= ZEROS_FROM && low < ZEROS_FROM ? "utf-16be" : null;
}

/** Whether it would be UTF-8, had it not been cut off within a character. */
function isCutUtf8(bytes: Uint8Array): boolean {
  for (let less = 1; less <= CUT_OFF && less < bytes.length; less += 1) {
    const text = decode(bytes.subarray(0, bytes.length - less), "utf-8");
    // Of text in few letters GB18030 may look alike by chance; of one with letters of its own it does not.
    if (text !== null && /[^\0-\x7f]/u.test(text)) return true;
  }
  return false;
}

function textOf(bytes: Uint8Array): string | null {
  const wide = wideEncoding(bytes);
  if (wide !== null) return decode(bytes, wide);
  const utf8 = decode(bytes, "utf-8");
  if (utf8 !== null) return utf8;
  return beginsWith(bytes, UTF8_MARK) || isCutUtf8(bytes) ? null : decode(bytes, "gb18030");
}

/** The text of a file; null where it is none, or ends within a character. */
export function decodeText(bytes: Uint8Array): string | null {
  const text = textOf(bytes);
  return text === null || text.includes("\0") ? null : text;
}
