import { describe, expect, it } from "vitest";
import { evidenceLine, suppose, type EvidencePoint, type Supposition } from "../../../src/views";
import { formatMonth, formatPoints, scoreFromPoints } from "../../../src/units";
import type { ScoreSheet } from "../../../src/scoresheet";
import { isReadingId } from "../../../src/policy";
import {
  book,
  ledger,
  month,
  type Circumstances,
  type Options,
  type Someone,
} from "../../findings/setup";
import { judgePromotions, personOf } from "./setup";

function pointsOf(someone: Someone, given: Circumstances = {}): readonly EvidencePoint[] {
  const judged = judgePromotions(ledger(someone), [], given);
  return evidenceLine(personOf(judged).judged, judged.setting).points;
}

/** "2025-03 85/2 streak window": what a point says, in a word or two. */
function brief(point: EvidencePoint): string {
  return [
    formatMonth(point.month),
    point.score === null ? point.kind : `${formatPoints(point.score)}/${point.tier ?? "?"}`,
    point.inStreak ? "streak" : "",
    point.inWindow ? "window" : "",
    point.beforePromotion ? "earlier level" : "",
    point.levelChange === null ? "" : `${point.levelChange.from.id}>${point.levelChange.to.id}`,
    point.complaints === 0 ? "" : `${point.complaints} complaints`,
    point.leaves === 0 ? "" : `${point.leaves} absences`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

describe("the last twelve months of a person", () => {
  it("end with the as-of month, months before the first row included", () => {
    const points = pointsOf({ scores: [85, 92, 86, 93, 88] }).map(brief);
    expect(points).toHaveLength(12);
    expect(points.slice(0, 7)).toEqual(
      ["07", "08", "09", "10", "11", "12"]
        .map((when) => `2024-${when} before`)
        .concat("2025-01 before"),
    );
    expect(points.slice(7)).toEqual([
      "2025-02 85/2 streak",
      "2025-03 92/1 streak",
      "2025-04 86/2 streak",
      "2025-05 93/1 streak",
      "2025-06 88/2 streak",
    ]);
  });

  it("tell streak from window, and what was scored at an earlier level", () => {
    const points = pointsOf({
      level: ["初级", "初级", "中级", "中级", "中级", "中级"],
      scores: [82, 91, 92, 93, 94, 95],
    }).map(brief);
    expect(points.slice(5)).toEqual([
      "2024-12 before",
      "2025-01 82/2 window earlier level",
      "2025-02 91/1 streak window earlier level",
      "2025-03 92/1 streak window junior>middle",
      "2025-04 93/1 streak window",
      "2025-05 94/1 streak window",
      "2025-06 95/1 streak window",
    ]);
  });

  it("hold holes, statutory leave, errors, complaints and absences apart", () => {
    const points = pointsOf({
      scores: [84, undefined, "产假", "优秀", 105, 79],
      complaints: [0, 0, 0, 2, 0, 1],
      leaves: [0, 0, 0, 0, 3, 0],
    }).map(brief);
    expect(points.slice(6)).toEqual([
      "2025-01 84/2",
      "2025-02 missing",
      "2025-03 leave",
      "2025-04 unreadable 2 complaints",
      "2025-05 unreadable 3 absences",
      "2025-06 79/3 1 complaints",
    ]);
  });

  it("has a score in no tier as what it is: not to be read", () => {
    const refusing = { book: book({ SCORE_80: "undefined" }) };
    expect(
      pointsOf({ scores: [84, 85, 80] }, refusing)
        .map(brief)
        .slice(-1),
    ).toEqual(["2025-06 80/?"]);
    expect(pointsOf({ scores: [84, 85, 80] }, refusing).at(-1)?.kind).toBe("unreadable");
  });

  it("stand against the edges of the tiers in force", () => {
    const judged = judgePromotions(ledger({ scores: [85, 85, 85] }));
    const line = evidenceLine(personOf(judged).judged, judged.setting);
    expect(line.tierLines.map(({ tier, from }) => [tier, formatPoints(from)])).toEqual([
      [1, "91"],
      [2, "80"],
      [3, "60"],
    ]);
    expect([line.lowest, line.highest].map(formatPoints)).toEqual(["0", "100"]);
  });
});

const points = (value: number) => {
  const score = scoreFromPoints(value);
  if (score === undefined) throw new Error(`Not a score: ${value}`);
  return score;
};

function standing(
  sheet: ScoreSheet,
  { scores = {}, options = {} }: { scores?: Record<string, number>; options?: Options },
  given: Circumstances = {},
): string {
  const judged = judgePromotions(sheet, [], given);
  const { person } = personOf(judged).judged;
  const supposition: Supposition = {
    scores: Object.entries(scores).map(([when, value]) => ({
      month: month(when),
      score: points(value),
    })),
    options: Object.entries(options).flatMap(([reading, option]) =>
      isReadingId(reading) ? [{ reading, option }] : [],
    ),
  };
  const before = JSON.stringify(sheet.people.map(({ records }) => records.length));
  const { row, asOf } = suppose(
    judged.input,
    judged.setting.asOf ?? month("2025-06"),
    person,
    supposition,
  );
  expect(JSON.stringify(sheet.people.map(({ records }) => records.length))).toBe(before);
  const short = row.verdict?.kind === "judged" ? (row.verdict.monthsShort ?? "never") : "-";
  return `${formatMonth(asOf)} ${row.status} ${short}`;
}

describe("what if", () => {
  // 85 92 86 93: four of five, two of tier 1.
  const four: Someone = { scores: [85, 92, 86, 93] };

  it.each<[string, Someone, Parameters<typeof standing>[1], string]>([
    ["nothing", four, {}, "2025-06 not_yet 1"],
    ["next month 92", four, { scores: { "2025-07": 92 } }, "2025-07 eligible 0"],
    ["next month 80, at the edge", four, { scores: { "2025-07": 80 } }, "2025-07 eligible 0"],
    ["next month 79.99, below it", four, { scores: { "2025-07": 79.99 } }, "2025-07 not_yet 5"],
    [
      "the month after, none between",
      four,
      { scores: { "2025-08": 92 } },
      "2025-08 missing_data 4",
    ],
    ["two months", four, { scores: { "2025-07": 70, "2025-08": 92 } }, "2025-08 not_yet 4"],
    [
      "a missing month made up for",
      { scores: [85, 92, undefined, 93, 88] },
      { scores: { "2025-04": 90 } },
      "2025-06 eligible 0",
    ],
    [
      "a missing month with too little",
      { scores: [85, 92, undefined, 93, 88] },
      { scores: { "2025-04": 75 } },
      "2025-06 not_yet 3",
    ],
    [
      "an unreadable month made readable",
      { scores: [85, 92, "优秀", 93, 88] },
      { scores: { "2025-04": 90 } },
      "2025-06 eligible 0",
    ],
    [
      "80 in the third tier",
      { scores: [80, 92, 86, 93, 88] },
      { options: { SCORE_80: "T3" } },
      "2025-06 not_yet 1",
    ],
    [
      "three months for middle",
      { scores: [70, 70, 85, 92, 93] },
      { options: { MIDDLE_MONTHS: "3" } },
      "2025-06 eligible 0",
    ],
    [
      "score and reading together",
      { scores: [85, 92] },
      { scores: { "2025-07": 91 }, options: { MIDDLE_MONTHS: "3" } },
      "2025-07 eligible 0",
    ],
    [
      "a month before the first row",
      { scores: [92, 86, 93, 88] },
      { scores: { "2025-02": 85 } },
      "2025-06 eligible 0",
    ],
  ])("%s", (_, someone, given, expected) => {
    expect(standing(ledger(someone), given)).toBe(expected);
  });

  it("goes against a decision that HR has taken from some month on", () => {
    const decided = book({ SCORE_80: "T2" });
    const later = {
      ...decided,
      decisions: decided.decisions.map((decision) =>
        decision.reading === "SCORE_80" ? { ...decision, from: month("2024-01") } : decision,
      ),
    };
    const sheet = ledger({ scores: [80, 92, 86, 93, 88] });
    expect(standing(sheet, { options: { SCORE_80: "T3" } }, { book: later })).toBe(
      "2025-06 not_yet 1",
    );
  });

  it("a promotion that the sheet begins with counts as before", () => {
    const since: Someone = { level: "中级", since: "2025-04", scores: [92, 93, 94, 95, 96] };
    const scope = { STREAK_SCOPE: "sinceLastPromotion" };
    expect(standing(ledger(since), { scores: { "2025-07": 97 } })).toBe("2025-07 eligible 0");
    expect(standing(ledger(since), { scores: { "2025-07": 97 }, options: scope })).toBe(
      "2025-07 not_yet 2",
    );
  });
});
