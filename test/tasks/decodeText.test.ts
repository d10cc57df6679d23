import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/tasks/history/decodeText";

const TEXT = "工号,姓名,绩效分数\r\n001,林晓,85\r\n";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const marked = (mark: readonly number[], bytes: Uint8Array): Uint8Array =>
  Uint8Array.from([...mark, ...bytes]);

function utf16(text: string, little: boolean): Uint8Array {
  return Uint8Array.from(
    [...Array(text.length).keys()].flatMap((at) => {
      const unit = text.charCodeAt(at);
      return little ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff];
    }),
  );
}

/** What programs in China save: two bytes a letter, found by decoding each. */
const gbkOf = (() => {
  const known = new Map<string, readonly number[]>();
  const decoder = new TextDecoder("gbk");
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1)
      known.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return (text: string): Uint8Array =>
    Uint8Array.from([...text].flatMap((letter) => known.get(letter) ?? [letter.charCodeAt(0)]));
})();

describe("a text is found whatever its encoding", () => {
  test.each<[string, Uint8Array]>([
    ["UTF-8", utf8(TEXT)],
    ["UTF-8 with its mark", marked([0xef, 0xbb, 0xbf], utf8(TEXT))],
    ["GBK", gbkOf(TEXT)],
    ["UTF-16, the lower byte first", marked([0xff, 0xfe], utf16(TEXT, true))],
    ["UTF-16, the higher byte first", marked([0xfe, 0xff], utf16(TEXT, false))],
    ["UTF-16 without a mark", utf16(TEXT, true)],
    ["UTF-16 without a mark, the higher byte first", utf16(TEXT, false)],
  ])("%s", (_, bytes) => expect(decodeText(bytes)).toBe(TEXT));

  test("rare letters of names that only GB18030 has", () =>
    expect(decodeText(Uint8Array.of(0x95, 0x32, 0x82, 0x36, 0x2c, 0x31))).toBe("\u{20000},1"));

  test("letters of English alone are the same in all", () =>
    expect(decodeText(utf8("a,b"))).toBe("a,b"));
  test("nothing is an empty text", () => expect(decodeText(new Uint8Array(0))).toBe(""));
});

describe("what is no text, or not all of one, is none", () => {
  test.each<[string, Uint8Array]>([
    ["UTF-8 cut off within a letter", utf8("工号,姓名\n001,林").subarray(0, -1)],
    ["UTF-8 with its mark and a letter of no encoding", marked([0xef, 0xbb, 0xbf], gbkOf(TEXT))],
    ["GBK cut off within a letter", gbkOf("工号,姓名").subarray(0, -1)],
    [
      "bytes of a picture",
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13),
    ],
    ["a zero among letters", utf8("工号,\0姓名")],
  ])("%s", (_, bytes) => expect(decodeText(bytes)).toBeNull());
});
