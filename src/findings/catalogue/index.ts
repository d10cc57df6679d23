import type { Check } from "../check";
import { alsoMeetsHigher } from "./alsoMeetsHigher";
import { asOfMonthMissing } from "./asOfMonthMissing";
import { candidate } from "./candidate";
import { candidateDisputed } from "./candidateDisputed";
import { columnMissing } from "./columnMissing";
import { columnTwice } from "./columnTwice";
import { complaintsReachReview } from "./complaintsReachReview";
import { employeeMissing } from "./employeeMissing";
import { failsBelowReview } from "./failsBelowReview";
import { failsReachReview } from "./failsReachReview";
import { interiorMonthMissing } from "./interiorMonthMissing";
import { levelJumps } from "./levelJumps";
import { levelUnknown } from "./levelUnknown";
import { monthHeaderUnusable } from "./monthHeaderUnusable";
import { monthHeaderWithoutYear } from "./monthHeaderWithoutYear";
import { monthTwice } from "./monthTwice";
import { monthUnusable } from "./monthUnusable";
import { namesake } from "./namesake";
import { nameVaries } from "./nameVaries";
import { noLongerScored } from "./noLongerScored";
import { oneMonthShort } from "./oneMonthShort";
import { readingUndecided } from "./readingUndecided";
import { recordTooShort } from "./recordTooShort";
import { salesDisputed } from "./salesDisputed";
import { salesMissing } from "./salesMissing";
import { salesNegative } from "./salesNegative";
import { salesNotNumber } from "./salesNotNumber";
import { scoreAsText } from "./scoreAsText";
import { scoreDisputed } from "./scoreDisputed";
import { scoreNotNumber } from "./scoreNotNumber";
import { scoreOutOfRange } from "./scoreOutOfRange";
import { scoresAsFractions } from "./scoresAsFractions";
import { scoreZero } from "./scoreZero";

/** Every finding, in the order in which they are listed. */
export const catalogue: readonly Check[] = [
  columnMissing,
  columnTwice,
  monthHeaderWithoutYear,
  monthHeaderUnusable,
  employeeMissing,
  namesake,
  nameVaries,
  noLongerScored,
  levelUnknown,
  levelJumps,
  monthUnusable,
  monthTwice,
  interiorMonthMissing,
  asOfMonthMissing,
  recordTooShort,
  scoreNotNumber,
  scoreAsText,
  scoreOutOfRange,
  scoreZero,
  scoresAsFractions,
  scoreDisputed,
  salesNotNumber,
  salesNegative,
  salesDisputed,
  salesMissing,
  failsReachReview,
  failsBelowReview,
  complaintsReachReview,
  candidate,
  oneMonthShort,
  candidateDisputed,
  alsoMeetsHigher,
  readingUndecided,
];
