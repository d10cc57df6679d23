import { describe, expect, test } from "vitest";
import { readTextTable, FileRefusal, type TextTable } from "../../src/sharing";
import { runToEnd } from "../../src/steps";

const read = (text: string): TextTable => runToEnd(readTextTable(text));
const rows = (text: string): unknown => {
  const table = read(text);
  return table.kind === "table" ? table.rows : table;
};

describe("what stands between cells", () => {
  test.each<[string, string, unknown]>([
    [
      "commas",
      "工号,姓名\n1001,林晓\n",
      [
        ["工号", "姓名"],
        [1001, "林晓"],
      ],
    ],
    [
      "semicolons",
      "工号;姓名\n1001;林晓",
      [
        ["工号", "姓名"],
        [1001, "林晓"],
      ],
    ],
    [
      "tabs",
      "工号\t姓名\r\n1001\t林晓\r\n",
      [
        ["工号", "姓名"],
        [1001, "林晓"],
      ],
    ],
    [
      "line ends of old",
      "工号,姓名\r1001,林晓\r",
      [
        ["工号", "姓名"],
        [1001, "林晓"],
      ],
    ],
    ["one named in the first line", "sep=;\na,b;85\n", [["a,b", 85]]],
    [
      "a title with a comma above tabs",
      "客服部,2025年3月\n工号\t姓名\t分数\n1\t林\t85\n2\t周\t86\n",
      [["客服部,2025年3月"], ["工号", "姓名", "分数"], [1, "林", 85], [2, "周", 86]],
    ],
    [
      "notes with commas in one of semicolons",
      "a;b;c,d\n1;2;3,4\n",
      [
        ["a", "b", "c,d"],
        [1, 2, "3,4"],
      ],
    ],
    ["nothing", "", []],
    ["one column", "绩效\n85\n", [["绩效"], [85]]],
    [
      "a blank last field",
      "a,b,\n1,,",
      [
        ["a", "b", null],
        [1, null, null],
      ],
    ],
    ["blank lines", "a,b\n\n1,2\n", [["a", "b"], [null], [1, 2]]],
  ])("%s", (_, text, found) => expect(rows(text)).toEqual(found));
});

describe("quotes", () => {
  test.each<[string, string, unknown]>([
    ["around a separator", '"a,b",c', [["a,b", "c"]]],
    ["doubled", '"说 ""好""",c', [['说 "好"', "c"]]],
    [
      "around a line end",
      '"月度\n绩效",c\n1,2',
      [
        ["月度\n绩效", "c"],
        [1, 2],
      ],
    ],
    ["within a text: a letter", 'a"b,c', [['a"b', "c"]]],
    ["with something behind", '"a"b,c', [["ab", "c"]]],
    ["around a number: a number all the same", '"85","1001"', [[85, 1001]]],
    ["that never ends", 'a,b\n1,"x\n2,3\n', { kind: "quoteOpen", line: 1 }],
    ["that never ends, below one of two lines", '"a\nb",c\n"1,2', { kind: "quoteOpen", line: 2 }],
    ["that never ends, below sep=", 'sep=,\na,b\n"1', { kind: "quoteOpen", line: 2 }],
  ])("%s", (_, text, found) => expect(rows(text)).toEqual(found));
});

describe("numbers as typed", () => {
  test.each<[string, unknown]>([
    ["85", 85],
    ["85.50", 85.5],
    ["-3", -3],
    ["0", 0],
    ["0.85", 0.85],
    ["007", "007"],
    ["00", "00"],
    ["123456789012345", 123_456_789_012_345],
    ["310101199001011234", "310101199001011234"],
    ["1e5", "1e5"],
    ["+5", "+5"],
    ["85分", "85分"],
    ["85%", "85%"],
    ["2025-03", "2025-03"],
    ["12.", "12."],
    ['="001"', "001"],
    ["'1001", "1001"],
    ["NaN", "NaN"],
    ["Infinity", "Infinity"],
    [" ", null],
    [" 85 ", 85],
    [" 林 晓 ", " 林 晓 "],
  ])("%j", (typed, cell) => expect(rows(`${typed},x`)).toEqual([[cell, "x"]]));

  test("a number kept as a text by a tab in front stays one", () =>
    expect(rows("\t1001,林晓\n\t1002,周敏")).toEqual([
      ["1001", "林晓"],
      ["1002", "周敏"],
    ]));

  test("amounts with separators of thousands in quotes are left to whoever reads amounts", () =>
    expect(rows('"1,234.50",x')).toEqual([["1,234.50", "x"]]));
});

test("more cells than anybody can look through are refused", () => {
  const steps = readTextTable(`${",".repeat(999)}\n`.repeat(3_001));
  expect(() => runToEnd(steps)).toThrow(new FileRefusal("tooManyCells"));
});

test("a long text is read in steps that tell how far they are", () => {
  const text = "1001,林晓,85\n".repeat(100_000);
  const told = [...readTextTable(text)].map(({ done, total }) => done / total);
  expect(told.length).toBeGreaterThan(3);
  expect(told).toEqual([...told].sort((a, b) => a - b));
});
