import { describe, expect, it } from "vitest";
import { formatAddress } from "../../src/grid";
import { planMarks } from "../../src/views";
import type { ScoreSheet } from "../../src/scoresheet";
import { book, ledger, validate, type Circumstances } from "../findings/setup";

function marks(sheet: ScoreSheet, given?: Circumstances) {
  const { sheetId, cells } = planMarks(validate(sheet, given));
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
      { id: "A02", name: "李娜", scores: ["优秀", 0, 85] },
    );
    expect(marks(sheet)).toEqual({
      sheetId: "{1}",
      error: ["E5"],
      warning: ["E6"],
      candidate: ["B4"],
    });
  });

  it("show a candidate whatever else is said of the name, such as a namesake", () => {
    const sheet = ledger(
      { id: "A01", level: "试用", scores: [85, 85, 85] },
      { id: "A02", level: "初级", scores: [70] },
    );
    expect(marks(sheet)).toMatchObject({ warning: ["B4", "B5"], candidate: ["B4"] });
  });

  it("stand under the graver kind where a cell has two problems", () => {
    const sheet = ledger({ level: "资深", scores: [85, 105, "优秀"] });
    const { error, warning } = marks(sheet);
    expect(error.filter((cell) => warning.includes(cell))).toEqual([]);
  });

  it("are each told once, whatever the number of findings", () => {
    // Both the pay and the candidate depend on it; the cell of the score is one.
    const sheet = ledger({ level: "试用", scores: [85, 80, 85] });
    const { warning } = marks(sheet, { book: book({}, ["SCORE_80"]) });
    expect(warning).toEqual(["E3", "B4"]);
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
