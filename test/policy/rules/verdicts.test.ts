import { describe } from "vitest";
import { monthOf } from "../../../src/units";
import { runVerdicts } from "./tell";

describe("§4.1.H: a junior", () => {
  runVerdicts([
    [
      "of a low month and a missing one the newer is named",
      "probation: 70 85 ·",
      [
        "junior: not_yet, 3 short, at 2025-06",
        "missing 2025-06",
        "tier 2025-04",
        "open streak 0/3 tier 2 atLeast [2025-04:3 2025-05:2 2025-06:·]",
      ],
      {},
      { from: monthOf(2025, 4), endsAsOf: true },
    ],
    [
      "three months in tier 2 make a junior",
      "probation: 85 90 80",
      ["junior: eligible, 0 short", "met streak 3/3 tier 2 atLeast [0:2 1:2 2:2]"],
    ],
    [
      "two of them are one short",
      "probation: 85 90",
      ["junior: not_yet, 1 short", "short 2/3", "open streak 2/3 tier 2 atLeast [0:2 1:2]"],
    ],
    [
      "a month of tier 3 in the run names itself",
      "probation: 85 79.99 85",
      ["junior: not_yet, 2 short, at 1", "tier 1", "open streak 1/3 tier 2 atLeast [0:2 1:3 2:2]"],
    ],
    [
      "a month before the run does not count",
      "probation: 50 85×3",
      ["junior: eligible, 0 short", "met streak 3/3 tier 2 atLeast [1:2 2:2 3:2]"],
    ],
    [
      "a missing month asks for its score",
      "probation: 85 · 85",
      [
        "junior: missing_data, 2 short, at 1",
        "missing 1",
        "open streak 1/3 tier 2 atLeast [0:2 1:· 2:2]",
      ],
    ],
    [
      "of two months in the way the newer is named",
      "probation: 70 75 85",
      [
        "junior: not_yet, 2 short, at 1",
        "tier 0 1",
        "open streak 1/3 tier 2 atLeast [0:3 1:3 2:2]",
      ],
    ],
    [
      "nothing scored",
      "probation:",
      ["junior: no_data, 3 short", "short 0/3", "open streak 0/3 tier 2 atLeast []"],
    ],
    [
      "leave leaves the list",
      "probation: 85 leave 85 85",
      ["junior: eligible, 0 short", "met streak 3/3 tier 2 atLeast [0:2 2:2 3:2]"],
    ],
  ]);
});

describe("§4.2.F: a middle", () => {
  runVerdicts([
    [
      "five months with two of tier 1",
      "junior: 95 85×3 95",
      [
        "middle: eligible, 0 short",
        "met streak 5/5 tier 2 atLeast [0:1 1:2 2:2 3:2 4:1]",
        "met inner 2/2 tier 1 atLeast [0:1 4:1]",
      ],
    ],
    [
      "one of tier 1 is one short",
      "junior: 85×4 95",
      [
        "middle: not_yet, 1 short",
        "inner 1/2",
        "met streak 5/5 tier 2 atLeast [0:2 1:2 2:2 3:2 4:1]",
        "open inner 1/2 tier 1 atLeast [4:1]",
      ],
    ],
    [
      "a missing month of five, filled with tier 1, would do",
      "junior: 85 95 · 85 85",
      [
        "middle: missing_data, 3 short, at 2",
        "missing 2",
        "inner 1/2",
        "open streak 2/5 tier 2 atLeast [0:2 1:1 2:· 3:2 4:2]",
        "open inner 1/2 tier 1 atLeast [1:1]",
      ],
    ],
    [
      "no filling does where two more of tier 1 are needed",
      "junior: 85 85 · 85 85",
      [
        "middle: not_yet, 3 short, at 2",
        "missing 2",
        "inner 0/2",
        "open streak 2/5 tier 2 atLeast [0:2 1:2 2:· 3:2 4:2]",
        "open inner 0/2 tier 1 atLeast []",
      ],
    ],
  ]);
});

describe("§4.3.E: a senior", () => {
  runVerdicts([
    [
      "five of tier 1 and a sixth not below tier 2",
      "middle: 80 91×5",
      [
        "senior: eligible, 0 short",
        "met streak 5/5 tier 1 atLeast [1:1 2:1 3:1 4:1 5:1]",
        "met window 6/6 tier 2 [0:2 1:1 2:1 3:1 4:1 5:1]",
      ],
    ],
    [
      "the sixth below tier 2",
      "middle: 79 91×5",
      [
        "senior: not_yet, 1 short, at 0",
        "floor 0",
        "met streak 5/5 tier 1 atLeast [1:1 2:1 3:1 4:1 5:1]",
        "open window 6/6 tier 2 [0:3 1:1 2:1 3:1 4:1 5:1]",
      ],
    ],
    [
      "a window of five",
      "middle: 91×5",
      [
        "senior: not_yet, 1 short",
        "window 5/6",
        "met streak 5/5 tier 1 atLeast [0:1 1:1 2:1 3:1 4:1]",
        "open window 5/6 tier 2 [0:1 1:1 2:1 3:1 4:1]",
      ],
    ],
    [
      "the window's month missing",
      "middle: 85 · 91×5",
      [
        "senior: missing_data, 1 short, at 1",
        "missing 1",
        "met streak 5/5 tier 1 atLeast [2:1 3:1 4:1 5:1 6:1]",
        "open window 6/6 tier 2 [1:· 2:1 3:1 4:1 5:1 6:1]",
      ],
    ],
    [
      "months by name",
      "middle: 79 91×5",
      [
        "senior: not_yet, 1 short, at 2024-12",
        "floor 2024-12",
        "met streak 5/5 tier 1 atLeast [2025-01:1 2025-02:1 2025-03:1 2025-04:1 2025-05:1]",
        "open window 6/6 tier 2 [2024-12:3 2025-01:1 2025-02:1 2025-03:1 2025-04:1 2025-05:1]",
      ],
      {},
      { from: monthOf(2024, 12) },
    ],
  ]);
});

describe("§4.4.H: a reserve supervisor", () => {
  runVerdicts([
    [
      "eight of tier 1 and a clean year",
      "senior: 80×4 91×8",
      [
        "reserve: eligible, 0 short",
        "met streak 8/8 tier 1 atLeast [4:1 5:1 6:1 7:1 8:1 9:1 10:1 11:1]",
        "met window 12/12 tier 2 [0:2 1:2 2:2 3:2 4:1 5:1 6:1 7:1 8:1 9:1 10:1 11:1]",
      ],
    ],
    [
      "eight of tier 1, a year of eleven",
      "senior: 80×3 91×8",
      [
        "reserve: not_yet, 1 short",
        "window 11/12",
        "met streak 8/8 tier 1 atLeast [3:1 4:1 5:1 6:1 7:1 8:1 9:1 10:1]",
        "open window 11/12 tier 2 [0:2 1:2 2:2 3:1 4:1 5:1 6:1 7:1 8:1 9:1 10:1]",
      ],
    ],
    [
      "a low month twelve months ago",
      "senior: 79 80×3 91×8",
      [
        "reserve: not_yet, 1 short, at 0",
        "floor 0",
        "met streak 8/8 tier 1 atLeast [4:1 5:1 6:1 7:1 8:1 9:1 10:1 11:1]",
        "open window 12/12 tier 2 [0:3 1:2 2:2 3:2 4:1 5:1 6:1 7:1 8:1 9:1 10:1 11:1]",
      ],
    ],
    [
      "a low month thirteen months ago is out",
      "senior: 79 80×4 91×8",
      [
        "reserve: eligible, 0 short",
        "met streak 8/8 tier 1 atLeast [5:1 6:1 7:1 8:1 9:1 10:1 11:1 12:1]",
        "met window 12/12 tier 2 [1:2 2:2 3:2 4:2 5:1 6:1 7:1 8:1 9:1 10:1 11:1 12:1]",
      ],
    ],
  ]);
});

describe("levels above the next", () => {
  runVerdicts([
    [
      "a junior with the scores of a senior",
      "junior: 80 91×5",
      [
        "middle: eligible, 0 short, also senior",
        "met streak 5/5 tier 2 atLeast [1:1 2:1 3:1 4:1 5:1]",
        "met inner 5/2 tier 1 atLeast [1:1 2:1 3:1 4:1 5:1]",
      ],
    ],
    [
      "a probationer with those of all levels",
      "probation: 80×4 91×8",
      ["junior: eligible, 0 short, also reserve", "met streak 3/3 tier 2 atLeast [9:1 10:1 11:1]"],
    ],
    [
      "asked two levels up",
      "junior → senior: 80 91×5",
      [
        "senior: eligible, 0 short, skips",
        "met streak 5/5 tier 1 atLeast [1:1 2:1 3:1 4:1 5:1]",
        "met window 6/6 tier 2 [0:2 1:1 2:1 3:1 4:1 5:1]",
      ],
    ],
    ["asked for the level held", "junior → junior: 85", ["targetNotAbove"]],
    [
      "asked for the next level",
      "junior → middle: 85",
      [
        "middle: not_yet, 4 short",
        "short 1/5",
        "inner 0/2",
        "open streak 1/5 tier 2 atLeast [0:2]",
        "open inner 0/2 tier 1 atLeast []",
      ],
    ],
  ]);
});

describe("months that cannot be read", () => {
  runVerdicts([
    [
      "beyond the next level's window, in that of the one above",
      "junior: ? 91×5",
      [
        "middle: eligible, 0 short",
        "met streak 5/5 tier 2 atLeast [1:1 2:1 3:1 4:1 5:1]",
        "met inner 5/2 tier 1 atLeast [1:1 2:1 3:1 4:1 5:1]",
      ],
    ],
    ["an unreadable month in the run", "junior: 85 ? 85 85", ["excluded at 1"]],
    [
      "the month just before the run",
      "probation: ? 85×3",
      ["junior: eligible, 0 short", "met streak 3/3 tier 2 atLeast [1:2 2:2 3:2]"],
    ],
    ["the first month of the run", "probation: ? 85 85", ["excluded at 0"]],
    ["an unreadable month of the window", "middle: ? 91×5", ["excluded at 0"]],
    ["of two the newer", "probation: ? ? 85", ["excluded at 1"]],
    ["only unreadable months", "probation: ?", ["excluded at 0"]],
    [
      "beyond the next level's reach, within that of one above",
      "junior: ? 91×6",
      [
        "middle: eligible, 0 short, also senior",
        "met streak 5/5 tier 2 atLeast [2:1 3:1 4:1 5:1 6:1]",
        "met inner 5/2 tier 1 atLeast [2:1 3:1 4:1 5:1 6:1]",
      ],
    ],
  ]);
});
