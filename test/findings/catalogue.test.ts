import { describe, expect, it } from "vitest";
import { catalogue, type FindingCode } from "../../src/findings";
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
const tables: { readonly [C in FindingCode]: CaseTable<C> } = {
  "F-HDR-01": headers.columnMissing,
  "F-HDR-02": headers.columnTwice,
  "F-HDR-03": headers.monthHeaderWithoutYear,
  "F-HDR-04": headers.monthHeaderUnusable,
  "F-HDR-05": headers.rowsHidden,
  "F-HDR-06": headers.cellsMerged,
  "F-CALC-01": calculation.cellsNotCalculated,
  "F-EMP-01": employees.employeeMissing,
  "F-EMP-02": employees.namesake,
  "F-EMP-03": employees.nameVaries,
  "F-EMP-04": employees.noLongerScored,
  "F-LVL-01": levels.levelUnknown,
  "F-LVL-02": levels.levelJumps,
  "F-LVL-03": levels.levelWithoutRecord,
  "F-LVL-04": levels.probationTooLong,
  "F-MON-01": months.monthUnusable,
  "F-MON-02": months.monthTwice,
  "F-MON-03": months.scoredBeforeHired,
  "F-MIS-01": missing.interiorMonthMissing,
  "F-MIS-02": missing.asOfMonthMissing,
  "F-MIS-03": missing.recordTooShort,
  "F-SCO-01": scores.scoreNotNumber,
  "F-SCO-02": scores.scoreAsText,
  "F-SCO-03": scores.scoreOutOfRange,
  "F-SCO-04": scores.scoreZero,
  "F-SCO-05": scores.scoresAsFractions,
  "F-SCO-06": scores.scoreDisputed,
  "F-SCO-07": scores.scoreShownOtherwise,
  "F-SCO-08": scores.scoreDecimals,
  "F-SCO-09": scores.typedAmongFormulas,
  "F-SCO-10": scores.scoresAsGrades,
  "F-SAL-01": sales.salesNotNumber,
  "F-SAL-02": sales.salesNegative,
  "F-SAL-03": sales.salesDisputed,
  "F-SAL-04": sales.salesMissing,
  "F-SAL-05": sales.salesBelowThreshold,
  "F-SAL-06": sales.salesOutOfProportion,
  "F-SAL-07": sales.salesUnitUnknown,
  "F-PAY-01": pay.payDiffers,
  "F-PAY-02": pay.rateDisputed,
  "F-PAY-03": pay.salaryUndecided,
  "F-PAY-04": pay.probationPayDisputed,
  "F-PAY-05": pay.monthNotWhole,
  "F-PAY-06": pay.salaryTooLow,
  "F-DIS-01": discipline.failsReachReview,
  "F-DIS-02": discipline.failsBelowReview,
  "F-DIS-03": discipline.complaintsReachReview,
  "F-DIS-04": discipline.finesInPay,
  "F-DIS-05": discipline.countUnusable,
  "F-ELI-01": eligibility.candidate,
  "F-ELI-02": eligibility.oneMonthShort,
  "F-ELI-03": eligibility.candidateDisputed,
  "F-ELI-04": eligibility.alsoMeetsHigher,
  "F-POL-01": policy.policyFaulty,
  "F-POL-02": policy.readingUndecided,
  "F-POL-03": policy.policyUndated,
  "F-POL-04": policy.decisionUnknown,
};

describe("the catalogue", () => {
  it("has each code once, and a table for each", () => {
    const codes = catalogue.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect([...codes].sort()).toEqual(Object.keys(tables).sort());
  });

  it("tries every finding in both directions", () => {
    for (const { code, speaks, silent } of Object.values(tables)) {
      expect(speaks.length, code).toBeGreaterThan(0);
      expect(silent.length, code).toBeGreaterThan(0);
    }
  });
});

describe("the severities that a finding declares", () => {
  for (const { code, severities } of catalogue)
    it(`are those that ${code} speaks with`, () => {
      const met = tables[code].speaks.flatMap(({ at }) => at.map((spot) => spot.split(" ")[0]));
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
