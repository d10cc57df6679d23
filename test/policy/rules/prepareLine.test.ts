import { describe, expect, it } from "vitest";
import {
  policyFor,
  prepareLine,
  singlePolicy,
  type Policies,
  type PolicyBook,
} from "../../../src/policy";
import { formatMonth, monthOf } from "../../../src/units";
import { decidedBook, decidedPolicy, type Options } from "../decided";
import { historyOf } from "./history";
import { sketches } from "./tell";

// Rules P4.1 to P4.3: the list as rules see it. Each cell as place:tier, "·" for a missing month and "?" for one that
// cannot be read; at the end the month after the list, where months are known.

function told(scores: string, options?: Options, more?: Parameters<typeof historyOf>[1]): string {
  return tell(historyOf(sketches(scores), more), singlePolicy(decidedPolicy(options)));
}

function tell(history: ReturnType<typeof historyOf>, policies: Policies): string {
  const { tiers, positions, next } = prepareLine(history, policies);
  const cells = positions.map(({ index, month }, i) => {
    const tier = tiers[i] ?? 0;
    const place = month === null ? String(index) : `${index}/${formatMonth(month)}`;
    return `${place}:${tier === 0 ? "·" : tier < 0 ? "?" : tier}`;
  });
  expect(tiers).toHaveLength(positions.length);
  return [...cells, ...(next === null ? [] : [`next ${formatMonth(next)}`])].join(" ");
}

const march = monthOf(2025, 3);

describe("the list that rules see", () => {
  const cases: readonly (readonly [
    says: string,
    scores: string,
    line: string,
    options?: Options,
    more?: Parameters<typeof historyOf>[1],
  ])[] = [
    ["scores become tiers", "95 85 70 50", "0:1 1:2 2:3 3:4"],
    ["nothing", "", ""],
    ["nothing scored", "· leave ·", ""],
    ["blanks at both ends leave the list", "· · 85 · 85 ·", "2:2 3:· 4:2"],
    [
      "up to the as-of month they are missing months",
      "· 85 · ·",
      "1:2 2:· 3:·",
      {},
      { endsAsOf: true },
    ],
    ["an unreadable cell stays", "? 85 ?", "0:? 1:2 2:?"],
    ["a refused score cannot be read", "85 80", "0:2 1:?", { SCORE_80: "undefined" }],
    ["leave leaves the list", "85 leave 85", "0:2 2:2"],
    ["leave at the as-of month, too", "85 leave", "0:2", {}, { endsAsOf: true }],
    ["leave kept is a missing month", "85 leave 85", "0:2 1:· 2:2", { STATUTORY_LEAVE: "break" }],
    ["bridged months leave the list", "85 · 85", "0:2 2:2", { MISSING_MONTH: "bridge" }],
    [
      "leave that is kept is bridged with the others",
      "85 leave · 85",
      "0:2 3:2",
      { STATUTORY_LEAVE: "break", MISSING_MONTH: "bridge" },
    ],
    [
      "since the last promotion: from its month on",
      "95 95 85 85",
      "2:2 3:2",
      { STREAK_SCOPE: "sinceLastPromotion" },
      { promotedAt: 2 },
    ],
    ["under history the promotion is no matter", "95 85", "0:1 1:2", {}, { promotedAt: 1 }],
    [
      "a promotion that is not known takes nothing away",
      "95 85",
      "0:1 1:2",
      { STREAK_SCOPE: "sinceLastPromotion" },
    ],
    [
      "months go along",
      "85 · 70",
      "0/2025-03:2 1/2025-04:· 2/2025-05:3 next 2025-06",
      {},
      { from: march },
    ],
    // 现级别起始月 and 入职日期 earlier than the first cell kept
    [
      "hired before the sheet begins: missing months back to the month of hiring",
      "85 85",
      "-2/2025-01:· -1/2025-02:· 0/2025-03:2 1/2025-04:2 next 2025-05",
      {},
      { from: march, employedFrom: monthOf(2025, 1) },
    ],
    [
      "hired inside of the sheet: blanks before are none, those after are missing",
      "· · · 85",
      "2/2025-05:· 3/2025-06:2 next 2025-07",
      {},
      { from: march, employedFrom: monthOf(2025, 5) },
    ],
    [
      "hired in the month of the first score",
      "· 85",
      "1/2025-04:2 next 2025-05",
      {},
      { from: march, employedFrom: monthOf(2025, 4) },
    ],
    [
      "hired later than the first score, which stays",
      "85 85",
      "0/2025-03:2 1/2025-04:2 next 2025-05",
      {},
      { from: march, employedFrom: monthOf(2025, 4) },
    ],
    [
      "leave before the first score is none of the missing months",
      "leave · 85",
      "1/2025-04:· 2/2025-05:2 next 2025-06",
      {},
      { from: march, employedFrom: march },
    ],
    [
      "but is under the reading that keeps it",
      "leave · 85",
      "0/2025-03:· 1/2025-04:· 2/2025-05:2 next 2025-06",
      { STATUTORY_LEAVE: "break" },
      { from: march, employedFrom: march },
    ],
    [
      "padded months are bridged, too",
      "· 85",
      "1/2025-04:2 next 2025-05",
      { MISSING_MONTH: "bridge" },
      { from: march, employedFrom: march },
    ],
    [
      "since the last promotion: no further back than that",
      "· · 85",
      "1/2025-04:· 2/2025-05:2 next 2025-06",
      { STREAK_SCOPE: "sinceLastPromotion" },
      { from: march, employedFrom: monthOf(2024, 1), promotedAt: 1 },
    ],
    ["without months nothing is padded", "· 85", "1:2", {}, { employedFrom: monthOf(2024, 1) }],
    [
      "nothing scored is not padded",
      "· ·",
      "next 2025-05",
      {},
      { from: march, employedFrom: march },
    ],
  ];
  it.each(cases.map(([says, ...rest]) => [says, rest] as const))(
    "%s",
    (_, [scores, line, options, more]) => {
      expect(told(scores, options, more)).toBe(line);
    },
  );

  it.each([
    ["85 85", 10, "as far as the longest rule looks"],
    ["85 leave 85", 10, "and over as many months more as leave may take from the list"],
    ["85 · 85", 9, "not over months that are missing for another reason"],
  ])("%s: %i padded months, %s", (scores, padded) => {
    const history = historyOf(sketches(scores), { from: march, employedFrom: monthOf(2000, 1) });
    const { tiers, positions } = prepareLine(history, singlePolicy(decidedPolicy()));
    expect(positions.filter(({ index }) => index < 0)).toHaveLength(padded);
    expect(tiers.slice(0, padded)).toEqual(Array(padded).fill(0));
  });

  it("tiers follow each month's own policy, all else that of the as-of month", () => {
    const since = monthOf(2025, 4);
    const book: PolicyBook = {
      ...decidedBook(),
      decisions: [
        { reading: "SCORE_80", option: "T3", by: "HR", on: "2025-01-01", note: "" },
        { reading: "SCORE_80", option: "T2", by: "HR", on: "2025-04-01", note: "", from: since },
      ],
    };
    const policies: Policies = {
      asOf: policyFor(book, since),
      at: (month) => policyFor(book, month),
    };
    expect(tell(historyOf(sketches("80 80"), { from: march }), policies)).toBe(
      "0/2025-03:3 1/2025-04:2 next 2025-05",
    );
    // Without months there is one policy.
    expect(tell(historyOf(sketches("80 80")), policies)).toBe("0:2 1:2");
  });
});
