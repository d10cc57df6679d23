import { describe, expect, it } from "vitest";
import { catalogue, type FindingType } from "../../src/findings";
import * as calculation from "./cases/calculation";
import * as discipline from "./cases/discipline";
import * as eligibility from "./cases/eligibility";
import * as employees from "./cases/employees";
import * as headers from "./cases/headers";
import * as levels from "./cases/levels";
import * as missing from "./cases/missing";
import * as months from "./cases/months";
import * as pay from "./cases/pay";
import * as policy from "./cases/policy";
import * as sales from "./cases/sales";
import * as scores from "./cases/scores";
import type { CaseTable } from "./cases/types";
import { spots } from "./setup";

/** Every finding has its table; a missing one does not compile. */
const tables: { readonly [T in FindingType]: CaseTable } = {
  columnMissing: headers.columnMissing,
  columnTwice: headers.columnTwice,
  monthHeaderWithoutYear: headers.monthHeaderWithoutYear,
  monthHeaderUnusable: headers.monthHeaderUnusable,
  rowsHidden: headers.rowsHidden,
  cellsMerged: headers.cellsMerged,
  cellsNotCalculated: calculation.cellsNotCalculated,
  employeeMissing: employees.employeeMissing,
  namesake: employees.namesake,
  nameVaries: employees.nameVaries,
  noLongerScored: employees.noLongerScored,
  levelUnknown: levels.levelUnknown,
  levelJumps: levels.levelJumps,
  levelWithoutRecord: levels.levelWithoutRecord,
  probationTooLong: levels.probationTooLong,
  monthUnusable: months.monthUnusable,
  monthTwice: months.monthTwice,
  scoredBeforeHired: months.scoredBeforeHired,
  interiorMonthMissing: missing.interiorMonthMissing,
  asOfMonthMissing: missing.asOfMonthMissing,
  recordTooShort: missing.recordTooShort,
  scoreNotNumber: scores.scoreNotNumber,
  scoreAsText: scores.scoreAsText,
  scoreOutOfRange: scores.scoreOutOfRange,
  scoreZero: scores.scoreZero,
  scoresAsFractions: scores.scoresAsFractions,
  scoreDisputed: scores.scoreDisputed,
  scoreShownOtherwise: scores.scoreShownOtherwise,
  scoreDecimals: scores.scoreDecimals,
  typedAmongFormulas: scores.typedAmongFormulas,
  scoresAsGrades: scores.scoresAsGrades,
  salesNotNumber: sales.salesNotNumber,
  salesNegative: sales.salesNegative,
  salesDisputed: sales.salesDisputed,
  salesMissing: sales.salesMissing,
  salesBelowThreshold: sales.salesBelowThreshold,
  salesOutOfProportion: sales.salesOutOfProportion,
  salesUnitUnknown: sales.salesUnitUnknown,
  payDiffers: pay.payDiffers,
  rateDisputed: pay.rateDisputed,
  salaryUndecided: pay.salaryUndecided,
  probationPayDisputed: pay.probationPayDisputed,
  monthNotWhole: pay.monthNotWhole,
  salaryTooLow: pay.salaryTooLow,
  failsReachReview: discipline.failsReachReview,
  failsBelowReview: discipline.failsBelowReview,
  complaintsReachReview: discipline.complaintsReachReview,
  finesInPay: discipline.finesInPay,
  countUnusable: discipline.countUnusable,
  candidate: eligibility.candidate,
  oneMonthShort: eligibility.oneMonthShort,
  candidateDisputed: eligibility.candidateDisputed,
  alsoMeetsHigher: eligibility.alsoMeetsHigher,
  policyFaulty: policy.policyFaulty,
  readingUndecided: policy.readingUndecided,
  policyUndated: policy.policyUndated,
  decisionUnknown: policy.decisionUnknown,
};

describe("the catalogue", () => {
  it("has each type and each code once, and a table for each", () => {
    const types = catalogue.map(({ type }) => type);
    const codes = catalogue.map(({ code }) => code);
    expect(new Set(types).size).toBe(types.length);
    expect([...types].sort()).toEqual(Object.keys(tables).sort());
    expect(new Set(codes).size).toBe(codes.length);
    for (const { type, code } of catalogue) expect(code, type).toBe(tables[type].code);
  });

  it("has one group for the codes that begin alike", () => {
    const prefixes = new Map<string, Set<string>>();
    for (const { code, group } of catalogue) {
      const prefix = code.slice(0, code.lastIndexOf("-"));
      prefixes.set(prefix, (prefixes.get(prefix) ?? new Set()).add(group));
    }
    for (const [prefix, groups] of prefixes) expect([...groups], prefix).toHaveLength(1);
    expect(prefixes.size).toBe(new Set(catalogue.map(({ group }) => group)).size);
  });

  it("tries every finding in both directions", () => {
    for (const { code, speaks, silent } of Object.values(tables)) {
      expect(speaks.length, code).toBeGreaterThan(0);
      expect(silent.length, code).toBeGreaterThan(0);
    }
  });
});

describe("the severities that a finding declares", () => {
  for (const { type, code, severities } of catalogue)
    it(`are those that ${code} speaks with`, () => {
      const met = tables[type].speaks.flatMap(({ at }) => at.map((spot) => spot.split(" ")[0]));
      expect([...new Set(met)].sort()).toEqual([...severities].sort());
    });
});

for (const { code, speaks, silent } of Object.values(tables))
  describe(code, () => {
    for (const { when, sheet, given, at } of speaks)
      it(`speaks: ${when}`, () => {
        expect(spots(code, sheet, given)).toEqual(at);
      });
    for (const { when, sheet, given } of silent)
      it(`is silent: ${when}`, () => {
        expect(spots(code, sheet, given)).toEqual([]);
      });
  });
