/**
 * What HR, or the pane by itself, was about to do. A stage says how far a task is; this says what it is for, so
 * that a message can say what did not come about and how to do it once more.
 */
export type Doing =
  // The open month.
  | "validating"
  | "highlighting"
  | "clearingHighlights"
  | "selectingCell"
  // What HR says of the score sheet, kept in the workbook.
  | "loadingColumns"
  | "savingColumns"
  | "forgettingColumns"
  | "confirmingZero"
  | "markingLeaver"
  | "ignoring"
  | "restoring"
  // HR's cells.
  | "findingFixes"
  | "applyingFixes"
  | "offeringFormulas"
  | "insertingFormulas"
  | "takingBack"
  | "loadingHistory"
  | "writingHistory"
  // Sheets that the product writes.
  | "writingResults"
  | "startingScoreSheet"
  | "writingPolicySheet"
  | "writingCandidates"
  | "writingReviews"
  | "writingPayslips"
  | "writingPayCheck"
  | "writingPayStrips"
  // Closed months.
  | "closingMonth"
  | "explainingClosed"
  | "reopeningMonth"
  | "takingBackClosed"
  | "rewritingClosed"
  // The policy.
  | "showingPolicy"
  | "savingPolicy"
  | "startingPolicyAfresh"
  | "restoringPolicy"
  | "takingBackPolicy"
  | "exportingPolicy"
  | "importingPolicy"
  | "weighingReadings"
  | "tryingVersion"
  | "comparingPast"
  // Promotions and pay.
  | "judgingPromotions"
  | "creatingPromotionTable"
  | "recordingStep"
  | "workingOutPay"
  // Copies.
  | "surveyingWorkbook"
  | "makingCopy"
  | "openingCopy"
  | "settingStartup";
