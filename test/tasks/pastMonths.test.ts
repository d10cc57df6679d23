import { expect, test } from "vitest";
import { loadPolicyPart, type StoredPolicy } from "../../src/policy";
import {
  builtInWorkbookPolicy,
  effectOnPast,
  isCancelled,
  pastChange,
  readScoreSheet,
  type PolicyEdit,
} from "../../src/tasks";
import { monthOf } from "../../src/units";
import { HEADER } from "../setup/ledger";
import { month } from "../policy/edit/setup";
import { fakeGateway } from "./fakeGateway";

// The open month is 2025-06. In the months before it:
const SHEET = {
  name: "成绩",
  rows: [
    HEADER,
    ["1", "甲", "2025-04", "初级客服", 95, 0], // 5 % of 2,200 × 0.95: 104.50
    ["1", "甲", "2025-05", "初级客服", 91.05, 0], // 330.00 × 0.9105 = 300.465 → 300.47; 440.00 × 0.9105 = 400.62
    ["1", "甲", "2025-06", "初级客服", 95, 0],
    ["2", "乙", "2025-05", "中级客服", 80, 0],
    ["2", "乙", "2025-06", "中级客服", 80, 0],
    ["3", "丙", "2025-05", "储备主管", 70, 0], // 3,000 and 5 % × 0.7 of it: 3,105.00
    ["3", "丙", "2025-06", "储备主管", 70, 0],
  ],
};

const NOTHING: StoredPolicy = { schema: 1, decisions: [] };

async function tried(stored: StoredPolicy = NOTHING) {
  const read = await readScoreSheet({
    gateway: fakeGateway([SHEET]),
    policy: builtInWorkbookPolicy(),
    today: monthOf(2025, 7),
    sheetId: null,
    month: null,
  });
  if (read.kind !== "sheet") throw new Error(read.kind);
  const { toBook } = await loadPolicyPart();
  return {
    sheet: read.records,
    book: toBook(stored),
    asOf: month("2025-06"),
    today: monthOf(2025, 7),
  };
}

const decide =
  (reading: string, option: string, from = ""): PolicyEdit =>
  (stored, { decideReading }) =>
    decideReading(stored, { reading, option, by: "HR", on: "2025-07-01", note: "", from });

/** What a change of the policy comes to in earlier months; null where none is concerned. */
async function effect(edit: PolicyEdit, before = NOTHING) {
  const open = await tried(before);
  const change = await pastChange(before, edit, open);
  if (change === null) return null;
  const { months, people, difference, newlyPaid, notPaid } = await effectOnPast(change, open);
  return [change.canHoldBack, months, people, difference, newlyPaid, notPaid];
}

test.each<[string, PolicyEdit, readonly unknown[] | null]>([
  ["what moves pay, to the fen", decide("PERF_T1_RATE", "20"), [true, 2, 1, 10_450 + 10_015, 0, 0]],
  [
    "a salary that nobody knew: pay is told that was not",
    decide("SALARY_RESERVE", "3000"),
    [true, 1, 1, 0, 310_500, 0],
  ],
  ["what is decided as it was reckoned already", decide("PERF_T1_RATE", "15"), null],
  ["what begins with the open month", decide("PERF_T1_RATE", "20", "2025-06"), null],
  [
    "what begins with an earlier one",
    decide("PERF_T1_RATE", "20", "2025-05"),
    [true, 1, 1, 10_015, 0, 0],
  ],
  // Nobody has a score above 90 and below 91.
  ["what concerns nobody's results", decide("SCORE_90_91", "T1"), [true, 0, 0, 0, 0, 0]],
])("%s", async (_, edit, expected) => {
  expect(await effect(edit)).toEqual(expected);
});

test("a decision that is taken back holds for all months or for none", async () => {
  const before: StoredPolicy = {
    schema: 1,
    decisions: [{ reading: "PERF_T1_RATE", option: "20" }],
  };
  const undo: PolicyEdit = (stored, { undoReading }) => undoReading(stored, "PERF_T1_RATE");
  expect(await effect(undo, before)).toEqual([false, 2, 1, -(10_450 + 10_015), 0, 0]);
});

test("comparing can be cancelled", async () => {
  const open = await tried();
  const change = await pastChange(NOTHING, decide("PERF_T1_RATE", "20"), open);
  if (change === null) throw new Error("Nothing to compare");
  const cancelled = new AbortController();
  cancelled.abort();
  const error = await effectOnPast(change, open, { signal: cancelled.signal }).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(isCancelled(error)).toBe(true);
});
