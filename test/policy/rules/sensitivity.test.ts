import { describe, expect, it } from "vitest";
import {
  policyFor,
  promotionSensitivity,
  reachedLevelSensitivity,
  singlePolicy,
  type Policies,
  type PolicyBook,
  type ReadingId,
} from "../../../src/policy";
import { monthOf } from "../../../src/units";
import { decidedBook, decidedPolicy, level, type Options } from "../decided";
import { historyOf } from "./history";
import { sketches } from "./tell";

type Case = readonly [
  says: string,
  given: string,
  readings: readonly ReadingId[],
  options?: Options,
  more?: Parameters<typeof historyOf>[1],
];

const named = (cases: readonly Case[]) => cases.map(([says, ...rest]) => [says, rest] as const);

describe("readings that the next step depends on", () => {
  it.each(
    named([
      ["a plain run", "probation: 85×3", []],
      [
        "one month short, but for the criteria of the level held",
        "probation: 85×2",
        ["CRITERIA_ROLE"],
      ],
      ["80 in the run", "probation: 85 80 85", ["SCORE_80"]],
      [
        "80 read as tier 3",
        "probation: 85 80 85",
        ["CRITERIA_ROLE", "SCORE_80"],
        { SCORE_80: "T3" },
      ],
      ["just below a tier", "probation: 79.6 85 85", ["CRITERIA_ROLE", "SCORE_ROUNDING"]],
      ["better than asked", "probation: 95×3", ["JUNIOR_H"]],
      ["a run that has ended", "probation: 85×3 50", ["CRITERIA_ROLE", "STREAK_ANCHOR"]],
      ["two months of tier 1 at the start of five", "junior: 95 95 85×3", ["MIDDLE_MONTHS"]],
      ["five months of tier 1 instead of two", "junior: 95×5", ["MIDDLE_T1_COUNT"]],
      ["three months for the middle level", "junior: 85 95 95", ["CRITERIA_ROLE", "MIDDLE_MONTHS"]],
      ["a history of five months", "middle: 91×5", ["CRITERIA_ROLE", "WINDOW_HISTORY"]],
      [
        "a month missing in the window",
        "middle: 85 · 91×5",
        ["CRITERIA_ROLE", "MISSING_MONTH", "WINDOW_HISTORY"],
      ],
      ["90.5 in the window before the run", "middle: 90.5 91×5", ["WINDOW_KIND"]],
      ["a year that begins with 80", "senior: 80×4 91×8", ["SCORE_80", "WINDOW_KIND"]],
      ["nothing depends on a reading at the top", "reserve: 91×8", []],
      ["nothing scored", "probation: ·", []],
      [
        "nothing scored since the last promotion, though there is before",
        "junior: 95×5 ·",
        [],
        { STREAK_SCOPE: "sinceLastPromotion" },
        { promotedAt: 5, endsAsOf: true, from: monthOf(2025, 1) },
      ],
      [
        "on leave since the last promotion, after months that would do",
        "junior: 95×5 leave",
        [],
        { STREAK_SCOPE: "sinceLastPromotion" },
        { promotedAt: 5, endsAsOf: true, from: monthOf(2025, 1) },
      ],
      [
        "a score that is refused under the reading in force",
        "probation: 85 80 85",
        [],
        { SCORE_80: "undefined" },
      ],
      ["what needs months is skipped where none are known", "middle: 79 91×5", ["CRITERIA_ROLE"]],
      [
        "and tried where they are: a low December, and January to May",
        "middle: 79 91×5",
        ["CRITERIA_ROLE", "WINDOW_KIND"],
        {},
        { from: monthOf(2024, 12) },
      ],
    ]),
  )("%s", (_, [given, readings, options, more]) => {
    const policy = decidedPolicy(options);
    const [current = "", scores = ""] = given.split(":");
    const found = promotionSensitivity(
      historyOf(sketches(scores), more),
      level(policy, current),
      singlePolicy(policy),
    );
    expect(found).toEqual(readings);
  });

  it("of a level that was asked for", () => {
    const policy = decidedPolicy();
    const history = historyOf(sketches("91×5"));
    const asked = level(policy, "senior");
    const junior = level(policy, "junior");
    expect(promotionSensitivity(history, junior, singlePolicy(policy))).toEqual([
      "MIDDLE_T1_COUNT",
    ]);
    expect(promotionSensitivity(history, junior, singlePolicy(policy), asked)).toEqual([
      "CRITERIA_ROLE",
      "WINDOW_HISTORY",
    ]);
  });

  it("the option in force is no alternative, though earlier months had another", () => {
    const since = monthOf(2025, 3);
    const [first] = decidedBook({ SCORE_80: "T3" }).decisions.filter(
      ({ reading }) => reading === "SCORE_80",
    );
    if (first === undefined) throw new Error("Every reading is decided");
    const later = decidedBook();
    const book: PolicyBook = {
      ...later,
      decisions: [
        first,
        ...later.decisions.map((decision) =>
          decision.reading === "SCORE_80" ? { ...decision, from: since } : decision,
        ),
      ],
    };
    // 80 of January is tier 3, which no decision of today changes; 80 of March is tier 2.
    const policies: Policies = {
      asOf: policyFor(book, monthOf(2025, 3)),
      at: (month) => policyFor(book, month),
    };
    const history = historyOf(sketches("80 85 85"), { from: monthOf(2025, 1) });
    expect(promotionSensitivity(history, level(policies.asOf, "probation"), policies)).toEqual([
      "CRITERIA_ROLE",
    ]);
  });
});

describe("readings that the level reached depends on", () => {
  it.each(
    named([
      ["three months of tier 2", "85×3", ["CRITERIA_ROLE"]],
      ["a score no reading disputes, of nobody", "60.5 85 85", []],
      ["just below a tier", "79.6 85 85", ["SCORE_ROUNDING"]],
      ["a run that has ended", "85×3 50", ["STREAK_ANCHOR"]],
      ["three months of tier 1", "95×3", ["CRITERIA_ROLE", "JUNIOR_H", "MIDDLE_MONTHS"]],
      [
        "leave inside of five months",
        "91 leave 91×4",
        ["CRITERIA_ROLE", "MIDDLE_T1_COUNT", "STATUTORY_LEAVE", "WINDOW_HISTORY"],
      ],
      ["a year of the highest level", "80×4 91×8", ["SCORE_80", "WINDOW_KIND"]],
      ["nothing scored", "· leave", []],
      ["a score that is refused", "85 80 85", [], { SCORE_80: "undefined" }],
      ["a score that cannot be read", "85 ? 85", []],
      [
        "what cannot be told without the months of promotions",
        "95×5",
        [],
        { STREAK_SCOPE: "sinceLastPromotion" },
      ],
    ]),
  )("%s", (_, [scores, readings, options, more]) => {
    const policy = decidedPolicy(options);
    const found = reachedLevelSensitivity(historyOf(sketches(scores), more), singlePolicy(policy));
    expect(found).toEqual(readings);
  });
});
