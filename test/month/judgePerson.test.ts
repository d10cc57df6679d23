import { describe, expect, it } from "vitest";
import type { Cell } from "../../src/grid";
import { skipHint, type PersonInMonth } from "../../src/month";
import type { PolicyBook } from "../../src/policy";
import type { ScoreSheet } from "../../src/scoresheet";
import { book, HEADER, ledger, readSheet, rowsOf, type Someone } from "../findings/setup";
import { judge } from "../views/people";

function judged(sheet: ScoreSheet, by: PolicyBook = book()) {
  const month = judge(sheet, by);
  const person = month.everybody.find(({ ref }) => ref.employeeId === "A01");
  if (person === undefined) throw new Error("Nobody is A01");
  return { person, policies: month.setting.policies };
}

function standing({ exclusion, verdict }: PersonInMonth): string {
  if (exclusion !== null) return exclusion.kind;
  return verdict?.kind === "judged" ? `${verdict.status} ${String(verdict.monthsShort)}` : "-";
}

/** Somebody's rows, of which these have a month of their own: a word, or one yet to come. */
function withMonths(someone: Someone, months: Readonly<Record<number, Cell>>): ScoreSheet {
  const rows = rowsOf(someone).map((row, at) =>
    row.map((cell, column) => (column === 2 && at in months ? (months[at] ?? null) : cell)),
  );
  return readSheet([HEADER, ...rows, ...rowsOf({ id: "Z99", name: "同事", scores: [70, 70, 70] })]);
}

const LOST = "去年12月";
const TO_COME = "2026-02";

describe("a row of which nobody knows the month", () => {
  it.each<[string, Someone, Readonly<Record<number, Cell>>, string]>([
    [
      "may be the month that is missing",
      { level: "试用", scores: [85, 85, 85] },
      { 1: LOST },
      "dataError",
    ],
    [
      "may be yet to come by a slip",
      { level: "试用", scores: [85, 85, 85] },
      { 1: TO_COME },
      "dataError",
    ],
    [
      "may be the month before the first",
      { level: "试用", scores: [85, 85, 85] },
      { 0: LOST },
      "dataError",
    ],
    [
      "cannot be of a month that has its score",
      { level: "试用", scores: [85, 85, 85, 85] },
      { 0: LOST },
      "eligible 0",
    ],
    [
      "cannot help whoever has failed since",
      { level: "试用", scores: [85, 85, 70] },
      { 0: LOST },
      "not_yet 3",
    ],
    [
      "changes no list where many months are wanting: how long it takes is told of the sheet as it stands",
      { level: "中级", scores: [85, 95, 95] },
      { 0: LOST },
      "not_yet 4",
    ],
    [
      "is one of two that make the three months",
      { level: "试用", scores: [85, 85, 85] },
      { 0: LOST, 1: TO_COME },
      "dataError",
    ],
    [
      "with statutory leave may take the missing month out of the list",
      { level: "试用", scores: [85, "产假", 85, 85] },
      { 1: LOST },
      "dataError",
    ],
    [
      "without a score says nothing",
      { level: "试用", scores: [85, "病假", 85, 85] },
      { 1: LOST },
      "missing_data 1",
    ],
  ])("%s", (_, someone, months, expected) =>
    expect(standing(judged(withMonths(someone, months)).person)).toBe(expected),
  );

  it("is of no month before the current level where only that counts, unless it began before the sheet", () => {
    const since = book({ STREAK_SCOPE: "sinceLastPromotion" });
    const told = (level: string, began?: string) =>
      standing(
        judged(
          withMonths(
            { level, scores: [85, 85, 85], ...(began ? { since: began } : {}) },
            { 0: LOST },
          ),
          since,
        ).person,
      );
    expect(told("试用")).toBe("dataError");
    expect(told("试用", "2025-05")).toBe("not_yet 1");
  });
});

describe("the level beyond the next that the scores reach too", () => {
  const hint = (someone: Someone, by?: PolicyBook) => {
    const { person, policies } = judged(ledger(someone), by);
    return skipHint(person, policies)?.id ?? null;
  };
  const top = (months: number) => Array<Cell>(months).fill(95);

  it.each<[string, Someone, PolicyBook | undefined, string | null]>([
    ["none", { level: "试用", scores: [85, 85, 85] }, undefined, null],
    ["the one above", { level: "试用", scores: [85, 85, 85, 95, 95] }, undefined, "middle"],
    ["senior rather than reserve", { level: "初级", scores: top(12) }, undefined, "senior"],
    ["never reserve", { level: "中级", scores: top(12) }, undefined, null],
    [
      "a lower one where only the highest but one does not hold",
      // Those who leave 初级 need three months, those who leave 中级 exactly two of the first tier.
      { level: "试用", scores: top(8) },
      book({ CRITERIA_ROLE: "exit", MIDDLE_T1_COUNT: "exactly" }),
      "middle",
    ],
  ])("%s", (_, someone, by, expected) => expect(hint(someone, by)).toBe(expected));
});
