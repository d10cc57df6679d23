import { describe, expect, it } from "vitest";
import { applyEdits, readTree } from "../../src/ooxml";
import { changePrefix, insertInSequence, openingTag, textElement } from "../../workbench/xlsx/xml";

describe("the prefix of a fragment", () => {
  it.each([
    ['<a><b c="1"/>2</a><d/>', "", "x:", '<x:a><x:b c="1"/>2</x:a><x:d/>'],
    ["<x:a><x:b/><y:c>&lt;x:</y:c></x:a>", "x:", "", "<a><b/><y:c>&lt;x:</y:c></a>"],
    ["<a><y:b/></a>", "", "x:", "<x:a><y:b/></x:a>"],
    [
      "<x:a ><!-- <x:b> --><![CDATA[<x:c>]]></x:a >",
      "x:",
      "",
      "<a ><!-- <x:b> --><![CDATA[<x:c>]]></a >",
    ],
    ["", "", "x:", ""],
    ["<a/>", "", "", "<a/>"],
  ])("%s from %j to %j", (fragment, from, to, after) => {
    expect(changePrefix(fragment, from, to)).toBe(after);
  });
});

describe("a child is put where the schema wants it", () => {
  it.each([
    ["<a/>", "<a><c/></a>"],
    ['<a e="&quot;1"></a>', '<a e="&quot;1"><c/></a>'],
    ["<a><b/><d/></a>", "<a><b/><c/><d/></a>"],
    ["<a><b/><other/><d/></a>", "<a><b/><c/><other/><d/></a>"],
    ["<a><d/></a>", "<a><c/><d/></a>"],
    ["<a><c/><c/><d/></a>", "<a><c/><c/><c/><d/></a>"],
  ])("%s", (text, after) => {
    const edit = insertInSequence(readTree("part", text), ["b", "c", "d"], "c", "<c/>");
    expect(applyEdits(text, [edit])).toBe(after);
  });
});

it("writes tags without the attributes that are not given, and no element of nothing in two", () => {
  expect([
    openingTag("a", { b: 1, c: undefined, d: "<\n" }),
    textElement("a", { b: "" }),
    textElement("a", {}, "<"),
  ]).toEqual(['<a b="1" d="&lt;&#10;">', '<a b=""/>', "<a>&lt;</a>"]);
});
