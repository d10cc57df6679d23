import { describe, expect, it } from "vitest";
import { columnLetters } from "../../src/grid";
import { grossTerms } from "../../src/scoresheet/records/grossFormula";

const headings = ["工号", "底薪", "提成", "全勤奖"];

/** "+G +H −L": the columns that a formula in row 5 adds. */
function terms(formula: string): string | null {
  const found = grossTerms(formula, {
    row: 4,
    columnOf: (heading) => {
      const index = headings.indexOf(heading);
      return index < 0 ? undefined : index;
    },
  });
  return found === null
    ? null
    : [...found]
        .map(([column, times]) => `${times < 0 ? "−" : "+"}${columnLetters(column)}`)
        .join(" ");
}

describe("what the formula of a gross adds", () => {
  it.each<[string, string]>([
    ["=SUM(G5:K5)", "+G +H +I +J +K"],
    ["=sum( g5 : i5 )", "+G +H +I"],
    ["=G5+H5-I5", "+G +H −I"],
    ["=G5-(H5+I5)", "+G −H −I"],
    ["=-G5+H5", "−G +H"],
    ["=SUM(G5,I5:J5)-SUM(L5:M5)", "+G +I +J −L −M"],
    ["=ROUND(G5+H5,2)", "+G +H"],
    ["=$G5+$H$5", "+G +H"],
    ["=[@底薪]+[@全勤奖]", "+B +D"],
    ["=SUM(表1[@[底薪]:[全勤奖]])", "+B +C +D"],
    ["=SUM(Table1[[#This Row],[底薪]:[提成]])", "+B +C"],
    ["=AA5+AB5", "+AA +AB"],
  ])("%s", (formula, expected) => {
    expect(terms(formula)).toBe(expected);
  });

  it.each([
    "G5+H5",
    "=G4+H5",
    "=SUM(G4:K5)",
    "=SUM(K5:G5)",
    "=G5*2",
    "=表!G5+H5",
    "=VLOOKUP(A5,表!A:F,6,0)",
    "=IF(G5>0,G5,0)",
    "=[@不存在]",
    "=SUM([@底薪]:[@提成])",
    "=SUM(G5:K5",
    "=SUM(G5:K5))",
    "=",
    "=100",
    "=SUM([@底薪]",
    `=${"G5+".repeat(1_000)}G5`,
  ])("is not followed: %s", (formula) => {
    expect(terms(formula)).toBeNull();
  });
});
