import { describe, expect, it } from "vitest";
import { ignoredEntries } from "../../src/findings";
import { formatAddress } from "../../src/grid";
import { planMarks, withIgnored, type MarkChoices } from "../../src/views";
import type { ScoreSheet } from "../../src/scoresheet";
import { book, ledger, validate, type Circumstances } from "../findings/setup";

function marks(sheet: ScoreSheet, given?: Circumstances, choices?: MarkChoices) {
  const { sheetId, cells } = planMarks(validate(sheet, given), undefined, choices);
  return {
    sheetId,
    error: cells.error.map(formatAddress),
    warning: cells.warning.map(formatAddress),
    candidate: cells.candidate.map(formatAddress),
  };
}

describe("the cells to highlight", () => {
  it("are errors, warnings and the names of candidates", () => {
    const sheet = ledger(
      { id: "A01", level: "试用", scores: [85, 85, 85] },
      { id: "A02", name: "李娜", scores: [85, 85, "优秀"] },
      { id: "A03", name: "张伟", scores: [85, 85, 0] },
    );
    expect(marks(sheet)).toEqual({
      sheetId: "{1}",
      error: ["E7"],
      warning: ["E10"],
      candidate: ["B4"],
    });
  });

  it("are of the open month alone, or of none", () => {
    const sheet = ledger(
      { id: "A01", name: "王芳", scores: [85, "优秀", 85] },
      { id: "A02", name: "王芳", level: "初级", scores: [70, 70, "优秀"] },
    );
    expect(marks(sheet)).toMatchObject({ error: ["E7"], warning: ["B4", "B7"] });
    expect(marks(sheet, { asOf: "2025-05" })).toMatchObject({ error: ["E3"] });
  });

  it("are none that rest on an open reading, unless these are chosen", () => {
    const sheet = ledger({ level: "试用", scores: [85, 85, 80] });
    const open = { book: book({}, ["SCORE_80"]) };
    expect(marks(sheet, open)).toMatchObject({ error: [], warning: [] });
    expect(marks(sheet, open, { decisions: true })).toMatchObject({
      error: [],
      warning: ["E4", "B4"],
    });
  });

  it("are none of people of whom something is only to be known", () => {
    expect(marks(ledger({ scores: [50, 50, 50] }), undefined, { decisions: true })).toMatchObject({
      error: [],
      warning: [],
    });
  });

  it("are none that HR has set aside", () => {
    const sheet = ledger(
      { scores: [85, 85, "优秀"] },
      { id: "A02", name: "李娜", scores: [70, 70, 105] },
    );
    const report = validate(sheet, { asOf: "2025-06" });
    const said = { by: "HR", on: "2026-11-30", reason: "已核对" };
    const first = report.findings.filter(({ severity }) => severity === "error").slice(0, 1);
    const after = withIgnored(report, sheet, ignoredEntries(first, sheet, said));
    expect(planMarks(report).cells.error.map(formatAddress)).toEqual(["E4", "E7"]);
    expect(planMarks(after).cells.error.map(formatAddress)).toEqual(["E7"]);
  });

  it("show a candidate whatever else is said of the name, such as a namesake", () => {
    const sheet = ledger(
      { id: "A01", level: "试用", scores: [85, 85, 85] },
      { id: "A02", level: "初级", scores: [70] },
    );
    expect(marks(sheet)).toMatchObject({ warning: ["B4", "B5"], candidate: ["B4"] });
  });

  it("stand under the graver kind where a cell has two problems", () => {
    const sheet = ledger({ level: "资深", scores: [85, "优秀", 105] });
    const { error, warning } = marks(sheet);
    expect(error).not.toEqual([]);
    expect(error.filter((cell) => warning.includes(cell))).toEqual([]);
  });

  it("are each told once, whatever the number of findings", () => {
    // Both the pay and the candidate depend on it; the cell of the score is one.
    const sheet = ledger({ level: "试用", scores: [85, 85, 80] });
    const { warning } = marks(sheet, { book: book({}, ["SCORE_80"]) }, { decisions: true });
    expect(warning).toEqual(["E4", "B4"]);
  });

  it("leave out what is only for information, and what has no cell", () => {
    const sheet = ledger({ scores: ["85分", 85, 85] });
    expect(marks(sheet, { book: book({}, ["MIDDLE_MONTHS"]) })).toMatchObject({
      error: [],
      warning: [],
      candidate: [],
    });
  });
});
