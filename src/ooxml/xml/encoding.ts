import { DecodeUTF8, strToU8 } from "fflate";
import { startsWith } from "../startsWith";

/** From the bytes of an XML part to its text and back, without losing the mark at the front. */
export interface Decoder {
  push(bytes: Uint8Array, last: boolean): string;
  /** The same encoding the other way round. */
  encode(text: string): Uint8Array;
  /** The byte order mark that the part began with. */
  readonly mark: Uint8Array;
}

const UTF8_MARK = Uint8Array.of(0xef, 0xbb, 0xbf);

class Utf8Decoder implements Decoder {
  readonly mark: Uint8Array;
  #text = "";
  #started = false;
  readonly #decode = new DecodeUTF8((text) => (this.#text += text));

  constructor(mark: Uint8Array) {
    this.mark = mark;
  }

  push(bytes: Uint8Array, last: boolean): string {
    const rest = this.#started ? bytes : bytes.subarray(this.mark.length);
    this.#started = true;
    this.#text = "";
    this.#decode.push(rest, last);
    return this.#text;
  }

  encode(text: string): Uint8Array {
    return strToU8(text);
  }
}

class Utf16Decoder implements Decoder {
  readonly mark: Uint8Array;
  readonly #low: 0 | 1;
  #waiting: number | null = null;
  #started = false;

  constructor(mark: Uint8Array) {
    this.mark = mark;
    this.#low = mark[0] === 0xff ? 0 : 1;
  }

  push(bytes: Uint8Array): string {
    const units: string[] = [];
    for (const byte of this.#started ? bytes : bytes.subarray(2)) {
      const first = this.#waiting;
      if (first === null) this.#waiting = byte;
      else {
        units.push(
          String.fromCharCode(this.#low === 0 ? first | (byte << 8) : (first << 8) | byte),
        );
        this.#waiting = null;
      }
    }
    this.#started = true;
    return units.join("");
  }

  encode(text: string): Uint8Array {
    const bytes = new Uint8Array(text.length * 2);
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      bytes[index * 2 + this.#low] = unit & 0xff;
      bytes[index * 2 + 1 - this.#low] = unit >> 8;
    }
    return bytes;
  }
}

/** The decoder for a part that begins with these bytes: UTF-8, or UTF-16 where its mark says so. */
export function decoderFor(beginning: Uint8Array): Decoder {
  if (startsWith(beginning, [0xff, 0xfe]) || startsWith(beginning, [0xfe, 0xff]))
    return new Utf16Decoder(beginning.slice(0, 2));
  return new Utf8Decoder(startsWith(beginning, [...UTF8_MARK]) ? UTF8_MARK : new Uint8Array(0));
}
