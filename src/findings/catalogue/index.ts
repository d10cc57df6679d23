import type { Check } from "../check";
import { alsoMeetsHigher } from "./alsoMeetsHigher";
import { asOfMonthMissing } from "./asOfMonthMissing";
import { candidate } from "./candidate";
import { candidateDisputed } from "./candidateDisputed";
import { cellsMerged } from "./cellsMerged";
import { cellsNotCalculated } from "./cellsNotCalculated";
import { columnMissing } from "./columnMissing";
import { columnTwice } from "./columnTwice";
import { complaintsReachReview } from "./complaintsReachReview";
import { countUnusable } from "./countUnusable";
import { decisionUnknown } from "./decisionUnknown";
import { employeeMissing } from "./employeeMissing";
import { failsBelowReview } from "./failsBelowReview";
import { failsReachReview } from "./failsReachReview";
import { finesInPay } from "./finesInPay";
import { interiorMonthMissing } from "./interiorMonthMissing";
import { levelJumps } from "./levelJumps";
import { levelUnknown } from "./levelUnknown";
import { levelWithoutRecord } from "./levelWithoutRecord";
import { monthHeaderUnusable } from "./monthHeaderUnusable";
import { monthHeaderWithoutYear } from "./monthHeaderWithoutYear";
import { monthNotWhole } from "./monthNotWhole";
import { monthTwice } from "./monthTwice";
import { monthUnusable } from "./monthUnusable";
import { namesake } from "./namesake";
import { nameVaries } from "./nameVaries";
import { noLongerScored } from "./noLongerScored";
import { oneMonthShort } from "./oneMonthShort";
import { payDiffers } from "./payDiffers";
import { policyFaulty } from "./policyFaulty";
import { policyUndated } from "./policyUndated";
import { probationPayDisputed } from "./probationPayDisputed";
import { probationTooLong } from "./probationTooLong";
import { rateDisputed } from "./rateDisputed";
import { readingUndecided } from "./readingUndecided";
import { recordTooShort } from "./recordTooShort";
import { rowsHidden } from "./rowsHidden";
import { salaryTooLow } from "./salaryTooLow";
import { salaryUndecided } from "./salaryUndecided";
import { salesBelowThreshold } from "./salesBelowThreshold";
import { salesDisputed } from "./salesDisputed";
import { salesMissing } from "./salesMissing";
import { salesNegative } from "./salesNegative";
import { salesNotNumber } from "./salesNotNumber";
import { salesOutOfProportion } from "./salesOutOfProportion";
import { salesUnitUnknown } from "./salesUnitUnknown";
import { scoreAsText } from "./scoreAsText";
import { scoredBeforeHired } from "./scoredBeforeHired";
import { scoreDecimals } from "./scoreDecimals";
import { scoreDisputed } from "./scoreDisputed";
import { scoreNotNumber } from "./scoreNotNumber";
import { scoreOutOfRange } from "./scoreOutOfRange";
import { scoresAsFractions } from "./scoresAsFractions";
import { scoreShownOtherwise } from "./scoreShownOtherwise";
import { scoreZero } from "./scoreZero";
import { scoresAsGrades } from "./scoresAsGrades";
import { typedAmongFormulas } from "./typedAmongFormulas";

/** Every finding, in the order in which they are listed. */
export const catalogue: readonly Check[] = [
  columnMissing,
  columnTwice,
  monthHeaderWithoutYear,
  monthHeaderUnusable,
  rowsHidden,
  cellsMerged,
  cellsNotCalculated,
  employeeMissing,
  namesake,
  nameVaries,
  noLongerScored,
  levelUnknown,
  levelJumps,
  levelWithoutRecord,
  probationTooLong,
  monthUnusable,
  monthTwice,
  scoredBeforeHired,
  interiorMonthMissing,
  asOfMonthMissing,
  recordTooShort,
  scoreNotNumber,
  scoreAsText,
  scoreOutOfRange,
  scoreZero,
  scoresAsFractions,
  scoreDisputed,
  scoreShownOtherwise,
  scoreDecimals,
  typedAmongFormulas,
  scoresAsGrades,
  salesNotNumber,
  salesNegative,
  salesDisputed,
  salesMissing,
  salesBelowThreshold,
  salesOutOfProportion,
  salesUnitUnknown,
  payDiffers,
  rateDisputed,
  salaryUndecided,
  probationPayDisputed,
  monthNotWhole,
  salaryTooLow,
  failsReachReview,
  failsBelowReview,
  complaintsReachReview,
  finesInPay,
  countUnusable,
  candidate,
  oneMonthShort,
  candidateDisputed,
  alsoMeetsHigher,
  policyFaulty,
  readingUndecided,
  policyUndated,
  decisionUnknown,
];
