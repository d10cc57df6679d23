// A copy with plain formulas agrees with itself: where a formula gives something else than is stored beside it, HR
// decides which of the two the copy shows (rule W8).
import { describe, expect, it } from "vitest";
import { compareWorkbook, type Comparison } from "../../src/sharing";
import { runToEnd } from "../../src/steps";
import {
  EVERYTHING,
  startSharing,
  type CopyRequest,
  type CopySetting,
  type SharingResult,
} from "../../src/tasks";
import { evaluateCalls } from "../../src/tasks/sharing/evaluateCalls";
import { plainChoice } from "../../src/tasks/sharing/plainChoice";
import { monthOf } from "../../src/units";
import { sayComparison, sayDifference } from "../../src/wording";
import { decidedBook } from "../policy/decided";
import { convertWithOffice } from "../setup/office";
import { oneSheet } from "./corpus";
import { FORMULA_CORPUS } from "./formulaCorpus";
import { cached, valuesOf } from "./reading";

const setting = (request: Partial<CopyRequest> = {}): CopySetting => ({
  request: { ...EVERYTHING, as: "formulas", ...request },
  book: decidedBook(),
  today: monthOf(2026, 11),
  day: "2026-11-25",
  language: "zh",
});

function compared(bytes: Uint8Array): Comparison {
  const plain = plainChoice(setting());
  if (plain === null) throw new Error("Plain formulas were asked for");
  return runToEnd(compareWorkbook(bytes, plain, evaluateCalls(setting())));
}

function made(bytes: Uint8Array, request: Partial<CopyRequest>): SharingResult {
  return runToEnd(startSharing(bytes, { kind: "copy", setting: setting(request) }));
}

function copyOf(bytes: Uint8Array, request: Partial<CopyRequest>) {
  const result = made(bytes, request);
  if (result.kind !== "copy") throw new Error("A copy was asked for");
  return result.copy;
}

const value = (address: string, text: string, type = ""): string =>
  `<c r="${address}"${type === "" ? "" : ` t="${type}"`}><v>${text}</v></c>`;
const call = (address: string, formula: string, stored: string, type = ""): string =>
  `<c r="${address}"${type === "" ? "" : ` t="${type}"`}><f>${formula}</f>${stored}</c>`;
const v = (text: string): string => `<v>${text}</v>`;
const row = (...cells: readonly string[]): string => cells.join("");
const bookOf = oneSheet;

// The decided book: commission 0.7 % from 20,000, 0.9 % from 30,000, 1 % from 40,000, 1.3 % from 60,000.
describe("what is stored beside a call, held against what its plain formula gives", () => {
  it.each([
    ["the same amount", "_xldudf_CS_COMMISSION(A1)", v("140"), "", "same"],
    ["the same to half a fen", "_xldudf_CS_COMMISSION(A1)", v("140.004"), "", "same"],
    ["a fen more", "_xldudf_CS_COMMISSION(A1)", v("140.01"), "", [140.01, 140]],
    ["another tier", "_xldudf_CS_TIER(B1)", v("3"), "", [3, 2]],
    [
      "an error where there is an answer",
      "_xldudf_CS_COMMISSION(A1)",
      v("#N/A"),
      "e",
      [{ error: "#N/A" }, 140],
    ],
    [
      "an answer where there is an error",
      "_xldudf_CS_COMMISSION(C1)",
      v("0"),
      "",
      [0, { error: "#VALUE!" }],
    ],
    ["the same error", "_xldudf_CS_COMMISSION(C1)", v("#VALUE!"), "e", "same"],
    ["a number that is written out", "_xldudf_CS_COMMISSION(30000)", v("270"), "", "same"],
    ["spelled otherwise", "_xldudf_cs_commission(A1)", v("200"), "", [200, 140]],
    ["a call in a call", "_xldudf_CS_COMMISSION(_xldudf_CS_COMMISSION(A1))", v("0"), "", "same"],
    ["0 for a blank cell, as older Excel answers", "_xldudf_CS_COMMISSION(E1)", v("0"), "", "same"],
    ["no value", "_xldudf_CS_COMMISSION(A1)", "", "", "uncalculated"],
    ["a value that says so", "_xldudf_CS_COMMISSION(A1)", v("#NAME?"), "e", "uncalculated"],
    ["a call within a computation", "1+_xldudf_CS_COMMISSION(A1)", v("1"), "", "untold"],
  ] as const)("%s", (_, formula, stored, type, expected) => {
    const bytes = bookOf(
      row(
        value("A1", "20000"),
        value("B1", "85"),
        value("C1", "两万", "str"),
        call("D1", formula, stored, type),
      ),
    );
    const { differences, uncalculated, untold } = compared(bytes);
    const found = differences.map((each) => [each.stored, each.computed]);
    expect(found).toEqual(typeof expected === "string" ? [] : [expected]);
    expect(uncalculated).toHaveLength(expected === "uncalculated" ? 1 : 0);
    expect(untold.count).toBe(expected === "untold" ? 1 : 0);
  });

  it.each(Object.entries(FORMULA_CORPUS))(
    "nothing disagrees in %s, whose values are Excel's",
    (_, bytes) => {
      expect(compared(bytes).differences).toEqual([]);
    },
  );

  it("of a block each cell is compared, and all belong to its first", () => {
    const block =
      '<c r="C1"><f t="array" ref="C1:C3">_xldudf_CS_COMMISSION(A1:A3)</f><v>140</v></c>';
    const bytes = bookOf(
      row(value("A1", "20000"), block),
      row(value("A2", "30000"), value("C2", "1")),
      row(value("A3", "40000"), value("C3", "400")),
    );
    const { compared: count, differences } = compared(bytes);
    expect(count).toBe(3);
    expect(differences).toMatchObject([
      { row: 1, column: 2, anchor: { row: 0, column: 2 }, stored: 1, computed: 270 },
    ]);
  });
});

describe("the copy", () => {
  const BOOK = bookOf(
    row(value("A1", "20000"), call("B1", "_xldudf_CS_COMMISSION(A1)", v("999"))),
    row(value("A2", "30000"), call("B2", "_xldudf_CS_COMMISSION(A2)", v("270"))),
    row(call("B3", "B1+B2", v("1269"))),
  );

  it("is not made until HR has said which of the two it shows, and says how many", () => {
    const result = made(BOOK, {});
    expect(result.kind).toBe("undecided");
    if (result.kind !== "undecided") return;
    const about = { hasPolicy: true, firstUntold: null };
    expect(sayComparison(result.comparison, about, "zh")[0]).toBe(
      "1 个单元格存着的值与公式的结果不同（核对了 2 个）。",
    );
    const [first] = result.comparison.differences;
    expect(first && sayDifference(first, "成绩!B1", "en")).toBe(
      "成绩!B1: stored 999, the formula gives 140",
    );
  });

  it("that shows what is stored has values there, and formulas elsewhere", () => {
    const { bytes, facts } = copyOf(BOOK, { differing: "stored" });
    expect(facts).toMatchObject({ plain: 1, frozen: 1, keptAsStored: 1, corrected: 0 });
    expect(
      [...cached(bytes)]
        .filter(([cell]) => cell.startsWith("xl/worksheets/sheet1"))
        .map(([, each]) => each),
    ).toEqual(["20000", "999", "30000", "270", "1269"]);
  });

  it("that shows what formulas give has their values beside them, and is calculated when it is opened", () => {
    const { bytes, facts } = copyOf(BOOK, { differing: "computed" });
    expect(facts).toMatchObject({ plain: 2, frozen: 0, keptAsStored: 0, corrected: 1 });
    expect(cached(bytes).get("xl/worksheets/sheet1.xml B1")).toBe("140");
    expect(compared(bytes).differences).toEqual([]);
  });

  it.each(["stored", "computed"] as const)(
    "that shows what is %s says in LibreOffice before and after a recalculation the same of each pay cell",
    async (differing) => {
      const { bytes } = copyOf(BOOK, { differing });
      const opened = await convertWithOffice({
        files: { "copy.xlsx": bytes },
        to: "xlsx",
        recalculate: true,
      });
      const [before, after] = await Promise.all([
        valuesOf(bytes),
        valuesOf(opened.get("copy.xlsx") ?? new Uint8Array()),
      ]);
      for (const cell of ["B1", "B2"])
        expect(after.get(`成绩!${cell}`), cell).toBe(before.get(`成绩!${cell}`));
    },
    120_000,
  );

  it("as values is made without a question: it shows what is stored", () => {
    expect(made(BOOK, { as: "values" }).kind).toBe("copy");
  });
});
