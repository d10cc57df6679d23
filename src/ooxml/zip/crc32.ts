const POLYNOMIAL = 0xedb88320;

/** Bytes that are taken at a time. */
const BYTES_AT_ONCE = 8;

/** What a byte does to the sum, by how many bytes of the slice follow it: 256 numbers for each. */
const table = new Int32Array(BYTES_AT_ONCE * 256);
for (let index = 0; index < table.length; index += 1) {
  let value = table[index - 256] ?? index;
  for (let bit = 0; bit < 8; bit += 1)
    value = (value & 1) === 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  table[index] = value;
}

const effect = (byte: number | undefined, following: number): number =>
  table[(following << 8) | (byte ?? 0)] ?? 0;

/** The check sum of a zip entry, chunk by chunk. */
export class Crc32 {
  #state = -1;

  push(bytes: Uint8Array): void {
    let state = this.#state;
    const { length } = bytes;
    const whole = length - (length % BYTES_AT_ONCE);
    let at = 0;
    for (; at < whole; at += BYTES_AT_ONCE) {
      for (let byte = 0; byte < 4; byte += 1) state ^= (bytes[at + byte] ?? 0) << (8 * byte);
      state =
        effect(state & 0xff, 7) ^
        effect((state >>> 8) & 0xff, 6) ^
        effect((state >>> 16) & 0xff, 5) ^
        effect(state >>> 24, 4) ^
        effect(bytes[at + 4], 3) ^
        effect(bytes[at + 5], 2) ^
        effect(bytes[at + 6], 1) ^
        effect(bytes[at + 7], 0);
    }
    for (; at < length; at += 1)
      state = effect((state ^ (bytes[at] ?? 0)) & 0xff, 0) ^ (state >>> 8);
    this.#state = state;
  }

  get value(): number {
    return ~this.#state >>> 0;
  }
}
