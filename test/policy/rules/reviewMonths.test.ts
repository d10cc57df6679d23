import { describe, expect, it } from "vitest";
import {
  judgeRisk,
  policyFor,
  singlePolicy,
  type CellPosition,
  type Policies,
  type PolicyBook,
  type RiskResult,
  type ScoreHistory,
} from "../../../src/policy";
import { formatMonth, monthOf } from "../../../src/units";
import { decidedBook, decidedPolicy, type Options } from "../decided";
import { historyOf } from "./history";
import { sketches } from "./tell";

// §4.1.G: which months were counted, by their place in the list or by name.

const placeOf = ({ index, month }: CellPosition): string =>
  month === null ? String(index) : formatMonth(month);

function tell(history: ScoreHistory, policies: Policies): string {
  const result: RiskResult = judgeRisk(history, null, policies);
  if (result.kind === "excluded") return `excluded at ${placeOf(result.at)}`;
  const { kind, count, limit, cells } = result;
  return [`${kind} ${count}/${limit}`, ...cells.map(placeOf)].join(" ");
}

const ANY: Options = { DISMISSAL_ANCHOR: "any" };
const ASSESSMENTS: Options = { DISMISSAL_BASIS: "assessments" };

describe("the months of a run", () => {
  const cases: readonly (readonly [
    says: string,
    scores: string,
    told: string,
    options?: Options,
    more?: Parameters<typeof historyOf>[1],
  ])[] = [
    ["none", "85 60", "ok 0/3"],
    ["nothing scored", "· leave", "no_data 0/3"],
    ["the last month", "85 59.99", "at_risk 1/3 1"],
    ["the last two", "50 85 50 50", "at_risk 2/3 2 3"],
    ["the last three", "85 50 50 50", "dismissal_review 3/3 1 2 3"],
    [
      "by name where months are known",
      "50 50 50",
      "dismissal_review 3/3 2025-01 2025-02 2025-03",
      {},
      { from: monthOf(2025, 1) },
    ],
    ["blanks at the end are no months yet", "50 50 ·", "at_risk 2/3 0 1"],
    ["nor are they up to the as-of month", "50 50 ·", "at_risk 2/3 0 1", {}, { endsAsOf: true }],
    ["a missing month inside ends the run", "50 50 · 50", "at_risk 1/3 3"],
    ["so does leave", "50 50 leave 50", "at_risk 1/3 3"],
    [
      "assessments: three in a row whatever lies between",
      "50 · 50 leave 50",
      "dismissal_review 3/3 0 2 4",
      ASSESSMENTS,
    ],
    [
      "assessments: a month that was passed ends the run",
      "50 · 85 50",
      "at_risk 1/3 3",
      ASSESSMENTS,
    ],
    ["an older run of three has ended", "50 50 50 85", "ok 0/3"],
    ["and counts no more when months fail again", "50 50 50 50 85 50", "at_risk 1/3 5"],
    ["any: an older run of three", "50 50 50 85 50", "dismissal_review 3/3 0 1 2", ANY],
    [
      "any: of two runs of three the latest",
      "50 50 50 85 50 50 50",
      "dismissal_review 3/3 4 5 6",
      ANY,
    ],
    [
      "any: of an older four and a latest three the longer",
      "50 50 50 50 85 50 50 50",
      "dismissal_review 4/3 0 1 2 3",
      ANY,
    ],
    [
      "any: of two older runs of three the earlier",
      "50 50 50 85 50 50 50 85",
      "dismissal_review 3/3 0 1 2",
      ANY,
    ],
    ["any: an older two do not count", "50 50 85 50", "at_risk 1/3 3", ANY],
    ["any: an older two and nothing since", "50 50 85", "ok 0/3", ANY],
    // months that cannot be read
    ["the last month cannot be read", "50 50 ?", "excluded at 2"],
    ["the month before a run that is too short", "? 50 50", "excluded at 0"],
    ["the month before a run of three is no matter", "? 50 50 50", "dismissal_review 3/3 1 2 3"],
    ["a month that was passed puts it out of account", "? 85 50", "at_risk 1/3 2"],
    ["so does a missing month, which ends the run", "? · 50", "at_risk 1/3 2"],
    ["two of them: the newer is named", "? ? 50", "excluded at 1"],
    ["by name", "? 50", "excluded at 2025-01", {}, { from: monthOf(2025, 1) }],
    ["any: it may stand in a run of its own", "50 ? 50 85", "excluded at 1", ANY],
    ["any: an older run of three after it", "? 85 50 50 50 85", "dismissal_review 3/3 2 3 4", ANY],
    ["only unreadable months", "?", "excluded at 0"],
    [
      "a refused score cannot be told to fail",
      "50 60.5",
      "excluded at 1",
      { SCORE_60: "undefined" },
    ],
    ["a score far from the dispute can", "50 40", "at_risk 2/3 0 1", { SCORE_60: "undefined" }],
    [
      "tier 4: 60 fails where the reading puts it there",
      "60",
      "at_risk 1/3 0",
      { FAIL_DEF: "tier4", SCORE_60: "T4" },
    ],
    ["tier 4: 60 does not where it is tier 3", "60", "ok 0/3", { FAIL_DEF: "tier4" }],
    ["below 60: not 60 in tier 4", "60", "ok 0/3", { SCORE_60: "T4" }],
    ["rounded first", "59.49", "at_risk 1/3 0", { SCORE_ROUNDING: "integer" }],
    ["rounded up", "59.5", "ok 0/3", { SCORE_ROUNDING: "integer" }],
  ];
  it.each(cases.map(([says, ...rest]) => [says, rest] as const))(
    "%s",
    (_, [scores, told, options, more]) => {
      const policies = singlePolicy(decidedPolicy(options));
      expect(tell(historyOf(sketches(scores), more), policies)).toBe(told);
    },
  );

  it("each month fails by the policy of its own", () => {
    const since = monthOf(2025, 2);
    const book: PolicyBook = {
      ...decidedBook({ FAIL_DEF: "tier4" }),
      decisions: [
        ...decidedBook({ FAIL_DEF: "tier4", SCORE_60: "T4" }).decisions,
        { reading: "SCORE_60", option: "T3", by: "HR", on: "2025-02-01", note: "", from: since },
      ],
    };
    const policies: Policies = {
      asOf: policyFor(book, since),
      at: (month) => policyFor(book, month),
    };
    expect(tell(historyOf(sketches("60 60"), { from: monthOf(2025, 1) }), policies)).toBe("ok 0/3");
    expect(tell(historyOf(sketches("60 59"), { from: monthOf(2025, 1) }), policies)).toBe(
      "at_risk 2/3 2025-01 2025-02",
    );
    // Without months there is one policy.
    expect(tell(historyOf(sketches("60 59")), policies)).toBe("at_risk 1/3 1");
  });
});
