import { describe, expect, it } from "vitest";
import { judgeRisk, singlePolicy } from "../../../src/policy";
import { decidedPolicy, level, type Options } from "../decided";
import { historyOf, type CellSketch } from "./history";

interface Case {
  readonly says: string;
  readonly scores: readonly CellSketch[];
  readonly options?: Options;
  readonly held?: string;
  readonly expect: readonly [kind: string, count?: number];
}

const cases: readonly Case[] = [
  { says: "59.99 fails", scores: [59.99], expect: ["at_risk", 1] },
  { says: "60 does not", scores: [60], expect: ["ok", 0] },
  { says: "two are a warning", scores: [50, 50], expect: ["at_risk", 2] },
  { says: "three are a review", scores: [50, 50, 50], expect: ["dismissal_review", 3] },
  { says: "four are a review of four", scores: [50, 50, 50, 50], expect: ["dismissal_review", 4] },
  {
    says: "at every level, the highest too",
    scores: [50, 50, 50],
    held: "reserve",
    expect: ["dismissal_review", 3],
  },
  {
    says: "blanks at the end are the future",
    scores: [50, 50, 50, null],
    expect: ["dismissal_review", 3],
  },
  {
    says: "leave at the end neither adds nor ends",
    scores: [50, 50, "leave"],
    expect: ["at_risk", 2],
  },
  { says: "a blank inside ends the run", scores: [50, 50, null, 50], expect: ["at_risk", 1] },
  {
    says: "assessments: the blank is skipped",
    scores: [50, 50, null, 50],
    options: { DISMISSAL_BASIS: "assessments" },
    expect: ["dismissal_review", 3],
  },
  {
    says: "any: an old run of three counts with its length",
    scores: [50, 50, 50, 50, 80, 50],
    options: { DISMISSAL_ANCHOR: "any" },
    expect: ["dismissal_review", 4],
  },
  {
    says: "any: below three only the trailing run counts",
    scores: [50, 50, 80, 50],
    options: { DISMISSAL_ANCHOR: "any" },
    expect: ["at_risk", 1],
  },
  {
    says: "juniors only: a senior's three stay a warning of three",
    scores: [50, 50, 50],
    options: { DISMISSAL_SCOPE: "juniorOnly" },
    held: "senior",
    expect: ["at_risk", 3],
  },
  {
    says: "juniors only: a junior's three are a review",
    scores: [50, 50, 50],
    options: { DISMISSAL_SCOPE: "juniorOnly" },
    held: "junior",
    expect: ["dismissal_review", 3],
  },
  {
    says: "juniors only without a level is judged as a junior",
    scores: [50, 50, 50],
    options: { DISMISSAL_SCOPE: "juniorOnly" },
    expect: ["dismissal_review", 3],
  },
  { says: "nothing scored", scores: [null, "leave"], expect: ["no_data", 0] },
  { says: "an empty list", scores: [], expect: ["no_data", 0] },
  {
    says: "an unreadable month before a passed one does not matter",
    scores: ["?", 80, 50],
    expect: ["at_risk", 1],
  },
  {
    says: "an unreadable month inside the run cannot be told",
    scores: [50, "?", 50],
    expect: ["excluded"],
  },
  {
    says: "three after an unreadable month are a review",
    scores: ["?", 50, 50, 50],
    expect: ["dismissal_review", 3],
  },
  {
    says: "an unreadable month before a missing one does not matter: the run has ended there",
    scores: ["?", null, 50],
    expect: ["at_risk", 1],
  },
  {
    says: "assessments: a missing month does not end the run, so the unreadable one before it matters",
    scores: ["?", null, 50],
    options: { DISMISSAL_BASIS: "assessments" },
    expect: ["excluded"],
  },
  {
    says: "any: a run of three needs no other month, be it unreadable and later",
    scores: [50, 50, 50, "?"],
    options: { DISMISSAL_ANCHOR: "any" },
    expect: ["dismissal_review", 3],
  },
  {
    says: "any: without a run of three every month is looked at",
    scores: ["?", 80, 50],
    options: { DISMISSAL_ANCHOR: "any" },
    expect: ["excluded"],
  },
  {
    says: "a rounded score fails or passes as rounded",
    scores: [59.5],
    options: { SCORE_ROUNDING: "integer" },
    expect: ["ok", 0],
  },
  {
    says: "tier 4 as failing follows the reading about 60",
    scores: [60.5],
    options: { FAIL_DEF: "tier4", SCORE_60: "T4" },
    expect: ["at_risk", 1],
  },
];

describe("judgeRisk", () => {
  it.each(cases)("$says", ({ scores, options, held, expect: [kind, count] }) => {
    const policy = decidedPolicy(options);
    const result = judgeRisk(
      historyOf(scores),
      held === undefined ? null : level(policy, held),
      singlePolicy(policy),
    );
    expect(result.kind).toBe(kind);
    if (result.kind !== "excluded") expect(result.count).toBe(count);
  });
});
