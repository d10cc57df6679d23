import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  appendInside,
  applyEdits,
  element,
  escapeXml,
  FileRefusal,
  readTree,
  withAttributes,
  type Edit,
} from "../../src/ooxml";

/** What XML may hold. */
const PIECES = [..."ab 王𠮷<>&\"'\n\r\t;#", "&amp;", "]]>", "</a>", "&#10;"];
const anyText = fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join(""));

describe("what is written is what is read", () => {
  test("as text and as an attribute, line breaks and quotes too", () => {
    fc.assert(
      fc.property(anyText, anyText, (attribute, text) => {
        const root = readTree("part", element("a", { b: attribute }, escapeXml(text)));
        expect([root.attributes["b"], root.text]).toEqual([attribute, text]);
      }),
    );
  });

  test.each(['<a b="1"/>', "<a b='1' />", '<x:a xmlns:x="urn:x"\n  b = "1">'])(
    "as an attribute that is changed: %s",
    (tag) => {
      fc.assert(
        fc.property(anyText, (value) => {
          const changed = withAttributes(tag, { b: value });
          const { attributes, name } = readTree(
            "part",
            changed.endsWith("/>") ? changed : `${changed}</x:a>`,
          );
          expect([attributes["b"], name]).toEqual([value, tag.startsWith("<x") ? "x:a" : "a"]);
        }),
      );
    },
  );
});

test("an element knows where it stands, among comments, CDATA and instructions", () => {
  const text =
    '<?xml version="1.0"?><!-- <b> --><a>1<![CDATA[<b>]]><b c="&lt;>"/><!-- </a> --><d> 2 </d>3</a>';
  const root = readTree("part", text);
  const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  expect([root.name, root.text, slice(root.tag)]).toEqual(["a", "1<b>3", "<a>"]);
  expect(
    root.children.map((each) => [slice(each.span), slice(each.inside), each.selfClosing]),
  ).toEqual([
    ['<b c="&lt;>"/>', "", true],
    ["<d> 2 </d>", " 2 ", false],
  ]);
  expect(root.children.map(({ attributes }) => attributes)).toEqual([{ c: "<>" }, {}]);
});

test.each([
  ["badXml", "<a>"],
  ["badXml", "<a></b>"],
  ["badXml", "<a/><b/>"],
  ["badXml", "text"],
  ["badXml", "<a b=1/>"],
  ["badXml", '<a b="1" b="2"/>'],
  ["badXml", "<a>&other;</a>"],
  ["badXml", "<a>".repeat(1_000)],
  ["documentType", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
])("is refused as %s: %s", (code, text) => {
  const refusal = (() => {
    try {
      return readTree("part", text);
    } catch (error) {
      return error;
    }
  })();
  expect(refusal).toBeInstanceOf(FileRefusal);
  expect(refusal).toMatchObject({ code, part: "part" });
});

describe("edits", () => {
  const at = (start: number, end: number, text: string): Edit => ({ start, end, text });

  it.each<[string, readonly Edit[], string]>([
    ["in any order", [at(4, 5, "E"), at(0, 1, "A")], "AbcdEf"],
    ["at one place, in the order they were given in", [at(2, 2, "1"), at(2, 2, "2")], "ab12cdef"],
    ["in front of what gives way", [at(2, 4, ""), at(2, 2, "1")], "ab1ef"],
    ["of which one goes with the other", [at(1, 5, "-"), at(2, 3, "")], "a-f"],
  ])("%s", (_, edits, after) => {
    expect(applyEdits("abcdef", edits)).toBe(after);
  });

  it.each<[string, readonly Edit[]]>([
    ["that cross", [at(0, 3, ""), at(2, 5, "")]],
    ["of which one would be lost", [at(0, 3, "x"), at(1, 2, "y")]],
  ])("%s are refused", (_, edits) => {
    expect(() => applyEdits("abcdef", edits)).toThrow("cross");
  });

  it.each([
    ["<a/>", "<a><b/></a>"],
    ["<a c='1' />", "<a c='1'><b/></a>"],
    ["<a></a>", "<a><b/></a>"],
    ["<a>1<c/> </a>", "<a>1<c/> <b/></a>"],
  ])("append inside of %s", (text, after) => {
    expect(applyEdits(text, [appendInside(text, readTree("part", text), "<b/>")])).toBe(after);
  });
});
