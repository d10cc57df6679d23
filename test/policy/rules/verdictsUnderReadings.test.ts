import { describe } from "vitest";
import { monthOf } from "../../../src/units";
import { runVerdicts } from "./tell";

describe("verdicts under other readings", () => {
  runVerdicts([
    [
      "recorded: a month missing in the window is no reason, nor is a short history",
      "middle: 85 · 91×4 70",
      [
        "senior: not_yet, 6 short, at 6",
        "tier 6",
        "floor 6",
        "open streak 0/5 tier 1 atLeast [2:1 3:1 4:1 5:1 6:3]",
        "open window 6/6 tier 2 [1:· 2:1 3:1 4:1 5:1 6:3]",
      ],
      { WINDOW_HISTORY: "recorded" },
    ],
    [
      "recorded: a short history",
      "middle: 91×4 70",
      [
        "senior: not_yet, 6 short, at 4",
        "tier 4",
        "floor 4",
        "open streak 0/5 tier 1 atLeast [0:1 1:1 2:1 3:1 4:3]",
        "open window 5/6 tier 2 [0:1 1:1 2:1 3:1 4:3]",
      ],
      { WINDOW_HISTORY: "recorded" },
    ],
    [
      "exactly: a missing month is none of the wrong tier",
      "probation: 85 · 85",
      [
        "junior: missing_data, 2 short, at 1",
        "missing 1",
        "open streak 1/3 tier 2 exactly [0:2 1:· 2:2]",
      ],
      { JUNIOR_H: "exactly" },
    ],
    [
      "exactly: filled with the tier that is asked for",
      "probation: 85 · 85 85",
      [
        "junior: missing_data, 1 short, at 1",
        "missing 1",
        "open streak 2/3 tier 2 exactly [1:· 2:2 3:2]",
      ],
      { JUNIOR_H: "exactly" },
    ],
    [
      "preceding: three of the six before",
      "middle: 85×3 91×5",
      [
        "senior: not_yet, 3 short",
        "window 3/6",
        "met streak 5/5 tier 1 atLeast [3:1 4:1 5:1 6:1 7:1]",
        "open window 3/6 tier 2 [0:2 1:2 2:2]",
      ],
      { WINDOW_KIND: "preceding" },
    ],
    [
      "exit, calendar: no rule needs no months",
      "probation: 50",
      ["junior: eligible, 0 short"],
      { CRITERIA_ROLE: "exit", WINDOW_KIND: "calendar" },
    ],
    [
      "calendar without months: the hint speaks of levels whose rule has no window",
      "probation: 91×8",
      ["junior: eligible, 0 short, also middle", "met streak 3/3 tier 2 atLeast [5:1 6:1 7:1]"],
      { WINDOW_KIND: "calendar" },
    ],
    [
      "calendar with them: of all",
      "probation: 91×8",
      [
        "junior: eligible, 0 short, also reserve",
        "met streak 3/3 tier 2 atLeast [2025-06:1 2025-07:1 2025-08:1]",
      ],
      { WINDOW_KIND: "calendar" },
      { from: monthOf(2025, 1) },
    ],
    [
      "calendar: a low month at the beginning of the half-year",
      "middle: 50 91×5",
      [
        "senior: not_yet, 1 short, at 2025-07",
        "floor 2025-07",
        "met streak 5/5 tier 1 atLeast [2025-08:1 2025-09:1 2025-10:1 2025-11:1 2025-12:1]",
        "open window 6/6 tier 2 [2025-07:4 2025-08:1 2025-09:1 2025-10:1 2025-11:1 2025-12:1]",
      ],
      { WINDOW_KIND: "calendar" },
      { from: monthOf(2025, 7) },
    ],
    [
      "exactly: better months fail",
      "probation: 95 85 85",
      ["junior: not_yet, 1 short, at 0", "tier 0", "open streak 2/3 tier 2 exactly [0:1 1:2 2:2]"],
      { JUNIOR_H: "exactly" },
    ],
    [
      "exactly: nothing scored",
      "probation: ·",
      ["junior: no_data, 3 short", "short 0/3", "open streak 0/3 tier 2 exactly []"],
      { JUNIOR_H: "exactly" },
    ],
    [
      "exactly two, three there",
      "junior: 95 95 85 85 95",
      [
        "middle: not_yet, 1 short",
        "inner 3/2",
        "met streak 5/5 tier 2 atLeast [0:1 1:1 2:2 3:2 4:1]",
        "open inner 3/2 tier 1 exactly [0:1 1:1 4:1]",
      ],
      { MIDDLE_T1_COUNT: "exactly" },
    ],
    [
      "exactly two, one there and one missing",
      "junior: 95 85×3 ·",
      [
        "middle: missing_data, 5 short, at 2025-06",
        "missing 2025-06",
        "inner 1/2",
        "open streak 0/5 tier 2 atLeast [2025-02:1 2025-03:2 2025-04:2 2025-05:2 2025-06:·]",
        "open inner 1/2 tier 1 exactly [2025-02:1]",
      ],
      { MIDDLE_T1_COUNT: "exactly" },
      { from: monthOf(2025, 2), endsAsOf: true },
    ],
    [
      "three months with two of tier 1",
      "junior: 85 95 95",
      [
        "middle: eligible, 0 short",
        "met streak 3/3 tier 2 atLeast [0:2 1:1 2:1]",
        "met inner 2/2 tier 1 atLeast [1:1 2:1]",
      ],
      { MIDDLE_MONTHS: "3" },
    ],
    [
      "recorded: the missing month of the window is no matter",
      "middle: 85 · 91×5",
      [
        "senior: eligible, 0 short",
        "met streak 5/5 tier 1 atLeast [2:1 3:1 4:1 5:1 6:1]",
        "met window 6/6 tier 2 [1:· 2:1 3:1 4:1 5:1 6:1]",
      ],
      { WINDOW_HISTORY: "recorded" },
    ],
    [
      "recorded: a low month is",
      "middle: 79 91×5",
      [
        "senior: not_yet, 1 short, at 0",
        "floor 0",
        "met streak 5/5 tier 1 atLeast [1:1 2:1 3:1 4:1 5:1]",
        "open window 6/6 tier 2 [0:3 1:1 2:1 3:1 4:1 5:1]",
      ],
      { WINDOW_HISTORY: "recorded" },
    ],
    [
      "preceding: nothing scored, so that eight months and the twelve before them are short",
      "senior:",
      [
        "reserve: no_data, 20 short",
        "short 0/8",
        "window 0/12",
        "open streak 0/8 tier 1 atLeast []",
        "open window 0/12 tier 2 []",
      ],
      { WINDOW_KIND: "preceding" },
    ],
    [
      "preceding: the six before the five",
      "middle: 85×6 91×5",
      [
        "senior: eligible, 0 short",
        "met streak 5/5 tier 1 atLeast [6:1 7:1 8:1 9:1 10:1]",
        "met window 6/6 tier 2 [0:2 1:2 2:2 3:2 4:2 5:2]",
      ],
      { WINDOW_KIND: "preceding" },
    ],
    [
      "preceding: one of the six is missing",
      "middle: 85 85 · 85×3 91×5",
      [
        "senior: missing_data, 3 short, at 2",
        "missing 2",
        "met streak 5/5 tier 1 atLeast [6:1 7:1 8:1 9:1 10:1]",
        "open window 6/6 tier 2 [0:2 1:2 2:· 3:2 4:2 5:2]",
      ],
      { WINDOW_KIND: "preceding" },
    ],
    [
      "preceding: one of the six is low",
      "middle: 85 70 85×4 91×5",
      [
        "senior: not_yet, 2 short, at 1",
        "floor 1",
        "met streak 5/5 tier 1 atLeast [6:1 7:1 8:1 9:1 10:1]",
        "open window 6/6 tier 2 [0:2 1:3 2:2 3:2 4:2 5:2]",
      ],
      { WINDOW_KIND: "preceding" },
    ],
    [
      "calendar: the months of this half-year",
      "middle: 50 91×6",
      [
        "senior: eligible, 0 short",
        "met streak 5/5 tier 1 atLeast [2025-02:1 2025-03:1 2025-04:1 2025-05:1 2025-06:1]",
        "met window 6/6 tier 2 [2025-01:1 2025-02:1 2025-03:1 2025-04:1 2025-05:1 2025-06:1]",
      ],
      { WINDOW_KIND: "calendar" },
      { from: monthOf(2024, 12) },
    ],
    [
      "calendar: the half-year begins in July",
      "middle: 50 91×5",
      [
        "senior: eligible, 0 short",
        "met streak 5/5 tier 1 atLeast [2025-07:1 2025-08:1 2025-09:1 2025-10:1 2025-11:1]",
        "met window 5/6 tier 2 [2025-07:1 2025-08:1 2025-09:1 2025-10:1 2025-11:1]",
      ],
      { WINDOW_KIND: "calendar" },
      { from: monthOf(2025, 6) },
    ],
    [
      "calendar: the year for the top level",
      "senior: 50 91×8",
      [
        "reserve: eligible, 0 short",
        "met streak 8/8 tier 1 atLeast [2025-01:1 2025-02:1 2025-03:1 2025-04:1 2025-05:1 2025-06:1 2025-07:1 2025-08:1]",
        "met window 8/12 tier 2 [2025-01:1 2025-02:1 2025-03:1 2025-04:1 2025-05:1 2025-06:1 2025-07:1 2025-08:1]",
      ],
      { WINDOW_KIND: "calendar" },
      { from: monthOf(2024, 12) },
    ],
    [
      "calendar: a low month of the year",
      "senior: 50 91×8",
      [
        "reserve: not_yet, 4 short, at 2025-01",
        "floor 2025-01",
        "met streak 8/8 tier 1 atLeast [2025-02:1 2025-03:1 2025-04:1 2025-05:1 2025-06:1 2025-07:1 2025-08:1 2025-09:1]",
        "open window 9/12 tier 2 [2025-01:4 2025-02:1 2025-03:1 2025-04:1 2025-05:1 2025-06:1 2025-07:1 2025-08:1 2025-09:1]",
      ],
      { WINDOW_KIND: "calendar" },
      { from: monthOf(2025, 1) },
    ],
    [
      "calendar: nothing scored and no months known",
      "middle:",
      [
        "senior: no_data, 5 short",
        "short 0/5",
        "open streak 0/5 tier 1 atLeast []",
        "met window 0/6 tier 2 []",
      ],
      { WINDOW_KIND: "calendar" },
    ],
    [
      "any: a run in the middle",
      "probation: 85×3 50",
      ["junior: eligible, 0 short", "met streak 3/3 tier 2 atLeast [0:2 1:2 2:2]"],
      { STREAK_ANCHOR: "any" },
    ],
    [
      "any: no run anywhere",
      "probation: 85 85 50 85",
      ["junior: not_yet, 2 short, at 2", "tier 2", "open streak 1/3 tier 2 atLeast [1:2 2:4 3:2]"],
      { STREAK_ANCHOR: "any" },
    ],
    [
      "bridge: over the missing month",
      "probation: 85 · 85 85",
      ["junior: eligible, 0 short", "met streak 3/3 tier 2 atLeast [0:2 2:2 3:2]"],
      { MISSING_MONTH: "bridge" },
    ],
    [
      "exit: nothing scored",
      "probation: ·",
      ["junior: no_data, 0 short"],
      { CRITERIA_ROLE: "exit" },
    ],
    [
      "exit: three months lead to middle",
      "junior: 85×3",
      ["middle: eligible, 0 short", "met streak 3/3 tier 2 atLeast [0:2 1:2 2:2]"],
      { CRITERIA_ROLE: "exit" },
    ],
    [
      "exit: the hint looks at the rules above",
      "probation: 91×8",
      ["junior: eligible, 0 short, also reserve"],
      { CRITERIA_ROLE: "exit" },
    ],
    ["any: wherever it stands", "probation: ? 85×3", ["excluded at 0"], { STREAK_ANCHOR: "any" }],
  ]);
});
